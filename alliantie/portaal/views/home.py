from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alliantie.kern.paginacache import publieke_pagina
from bijeenkomsten.models import Bijeenkomst
from initiatieven.models import Gemeente, Initiatief, Methodiek, Thema, Zoekdocument

NIEUWE_KAARTJES = 6
BIJEENKOMSTEN = 3
METHODIEKEN = 3


@require_safe
@publieke_pagina
def home(request: HttpRequest) -> HttpResponse:
    initiatieven = Initiatief.objects.openbaar()
    context = {
        "aantal_initiatieven": initiatieven.count(),
        "aantal_methodieken": Methodiek.objects.openbaar().count(),
        "aantal_gemeenten": Gemeente.objects.filter(vermelding__in=initiatieven).distinct().count(),
        "themas": _themas(),
        "nieuw": initiatieven.voor_kaartjes().nieuwste_eerst()[:NIEUWE_KAARTJES],
        "bijeenkomsten": Bijeenkomst.objects.openbaar()
        .niet_afgelast()
        .vanaf_vandaag()
        .voor_kaartjes()[:BIJEENKOMSTEN],
        "methodieken": Methodiek.objects.openbaar().voor_kaartjes().nieuwste_eerst()[:METHODIEKEN],
    }
    return render(request, "portaal/home.html", context)


def _themas() -> list[Thema]:
    """Return the themes that have something to read, each with how much."""
    aantallen = Zoekdocument.objects.openbaar().per_thema()
    themas = list(Thema.objects.all())
    for thema in themas:
        thema.aantal = aantallen.get(thema.pk, 0)
    return [thema for thema in themas if thema.aantal]
