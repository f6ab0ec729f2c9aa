"""Overviews: all methodieken, one theme, the network."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alliantie.kern.paginacache import publieke_pagina
from initiatieven.keuzes import OrganisatieSoort
from initiatieven.models import Initiatief, Methodiek, Organisatie, Thema

INITIATIEVEN_BIJ_THEMA = 12


@require_safe
@publieke_pagina
def methodieken(request: HttpRequest) -> HttpResponse:
    context = {
        "methodieken": Methodiek.objects.openbaar().voor_kaartjes().order_by("titel"),
        "menu_actief": "methodieken",
    }
    return render(request, "initiatieven/methodiek_lijst.html", context)


@require_safe
@publieke_pagina
def thema(request: HttpRequest, slug: str) -> HttpResponse:
    thema = get_object_or_404(Thema, slug=slug)
    initiatieven = Initiatief.objects.openbaar().met_thema(thema)
    context = {
        "thema": thema,
        "methodieken": Methodiek.objects.openbaar().met_thema(thema).voor_kaartjes().order_by("titel"),
        "initiatieven": initiatieven.voor_kaartjes().nieuwste_eerst()[:INITIATIEVEN_BIJ_THEMA],
        "aantal": initiatieven.count(),
        "meer_url": f"{reverse('initiatieven:lijst')}?soort=initiatief&thema={thema.slug}",
        "menu_actief": "initiatieven",
    }
    return render(request, "initiatieven/thema.html", context)


@require_safe
@publieke_pagina
def organisaties(request: HttpRequest) -> HttpResponse:
    alle = list(Organisatie.objects.met_openbare_rollen().select_related("gemeente"))
    groepen = [
        (soort.label, [organisatie for organisatie in alle if organisatie.soort == soort])
        for soort in OrganisatieSoort
    ]
    return render(
        request,
        "initiatieven/organisaties.html",
        {"groepen": [groep for groep in groepen if groep[1]], "menu_actief": "over"},
    )
