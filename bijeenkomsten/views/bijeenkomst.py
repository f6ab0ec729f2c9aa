"""The page of one meeting: a leaflet before, a report afterwards. The preview for staff shows the very same."""

from datetime import timedelta

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alliantie.kern.inlog import is_ingelogd
from alliantie.kern.inzendingen.views.invullen import qr
from alliantie.kern.media import lever_document
from alliantie.kern.opmaak import naar_html
from alliantie.kern.paginacache import publieke_pagina
from bijeenkomsten import maanden, regels
from bijeenkomsten.models import Bijeenkomst, Materiaal
from initiatieven.models import Vermelding


@require_safe
@publieke_pagina
def bijeenkomst(request: HttpRequest, slug: str) -> HttpResponse:
    rij = get_object_or_404(Bijeenkomst.objects.openbaar().voor_pagina().met_aantallen(), slug=slug)
    antwoord = toon_bijeenkomst(request, rij)
    if _verandert_vandaag(rij):
        antwoord.is_publieke_pagina = False  # not kept: an hour from now it says something else
    return antwoord


def toon_bijeenkomst(
    request: HttpRequest, bijeenkomst: Bijeenkomst, *, is_voorvertoning: bool = False
) -> HttpResponse:
    """Return the page of this meeting, a row of ``voor_pagina().met_aantallen()``."""
    adres = f"{settings.SITE_URL}{bijeenkomst.get_absolute_url()}"
    context = {
        "bijeenkomst": bijeenkomst,
        "aanmeldstand": aanmeldstand(bijeenkomst),
        "programma_html": naar_html(bijeenkomst.programma),
        "route_html": naar_html(bijeenkomst.route),
        "verslag_html": naar_html(bijeenkomst.verslag),
        "vermeldingen": list(_vermeldingen(bijeenkomst)),
        "fotos": [foto for foto in bijeenkomst.fotos.all() if foto.mag_gezien],
        "qr_svg": qr(adres),
        "is_voorvertoning": is_voorvertoning,
        "beheer_url": _beheer_url(request, bijeenkomst),
        "menu_actief": "bijeenkomsten",
    }
    return render(request, "bijeenkomsten/bijeenkomst.html", context)


def aanmeldstand(bijeenkomst: Bijeenkomst) -> str:
    """Return in one word whether somebody can sign up now, or why not; a row of ``met_aantallen()``."""
    if bijeenkomst.is_afgelast:
        return "afgelast"
    if bijeenkomst.is_voorbij:
        return "voorbij"
    if not bijeenkomst.met_aanmelden:
        return "zonder"
    if not bijeenkomst.aanmelden_is_begonnen:
        return "nog_niet"
    if bijeenkomst.aanmelden_is_voorbij:
        return "gesloten"
    return "vol" if bijeenkomst.is_vol else "open"


def _verandert_vandaag(bijeenkomst: Bijeenkomst) -> bool:
    """Whether the clock alone will change this page before midnight."""
    nu = timezone.now()
    morgen = maanden.middernacht(timezone.localdate() + timedelta(days=1))
    momenten = (
        bijeenkomst.begin,
        bijeenkomst.einde,
        bijeenkomst.aanmelden_vanaf,
        bijeenkomst.aanmelden_tot,
    )
    return any(moment is not None and nu <= moment < morgen for moment in momenten)


def _vermeldingen(bijeenkomst: Bijeenkomst) -> object:
    """Return what it is about and where one visits, as far as it is public, methodieken first."""
    van = {*bijeenkomst.vermeldingen.values_list("pk", flat=True), bijeenkomst.bezocht_id} - {None}
    return Vermelding.objects.openbaar().filter(pk__in=van).voor_kaartjes().order_by("-soort", "titel")


def _beheer_url(request: HttpRequest, bijeenkomst: Bijeenkomst) -> str:
    """Return where staff edit this meeting; "" for everybody else."""
    if not (is_ingelogd(request) and regels.mag(request.user, "bekijken", bijeenkomst)):
        return ""
    return reverse("admin:bijeenkomsten_bijeenkomst_change", args=[bijeenkomst.pk])


@require_safe
def materiaal(request: HttpRequest, pk: int, naam: str) -> FileResponse:
    """A hand-out of a meeting: always a download, never shown inside the site."""
    gevonden = get_object_or_404(Materiaal.objects.select_related("bijeenkomst"), pk=pk)
    if not gevonden.bijeenkomst.is_openbaar and not (
        is_ingelogd(request) and regels.mag(request.user, "bekijken", gevonden.bijeenkomst)
    ):
        raise Http404
    return lever_document(gevonden.bestand, naam=gevonden.bestandsnaam)
