"""The list and the map: the same filters, two ways to look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alliantie.kern.limiet import netwerk_van
from alliantie.kern.paginacache import publieke_pagina
from initiatieven import acties
from initiatieven.kaart import VIEWBOX, Stip, plek, straal
from initiatieven.lijst import Cataloguslijst
from initiatieven.models import Gemeente, Provincie


@require_safe
@publieke_pagina
def lijst(request: HttpRequest) -> HttpResponse:
    catalogus = Cataloguslijst(request.GET, reverse("initiatieven:lijst"))
    pagina = catalogus.pagina
    context = _gedeeld(catalogus) | {
        "pagina": pagina,
        "alleen_los": catalogus.alleen_los,
        "gemeente": catalogus.gemeente,
        "paginering": catalogus.paginering,
        "vorige_url": catalogus.adres_van_pagina(pagina.number - 1) if pagina.has_previous() else "",
        "volgende_url": catalogus.adres_van_pagina(pagina.number + 1) if pagina.has_next() else "",
        "sorteer": catalogus.sorteer,
        "sorteringen": catalogus.sorteringen,
        "kaart_url": catalogus.adres(pad=reverse("initiatieven:kaart"), sorteer=None),
    }
    if not catalogus.aantal:
        context |= {
            "bedoelde_u": catalogus.bedoelde_u,
            "ruimere": catalogus.ruimere,
            "dichtbij": catalogus.dichtbij,
        }
        if request.method == "GET" and not catalogus.gekozen_waarden:
            acties.noteer_zoekvraag(vraag=catalogus.opdracht.tekst, netwerk=netwerk_van(request))
    antwoord = render(request, "initiatieven/vermelding_lijst.html", context)
    if not catalogus.aantal and catalogus.opdracht:
        antwoord.is_publieke_pagina = False  # not kept: every search without result counts
    return antwoord


@require_safe
@publieke_pagina
def kaart(request: HttpRequest) -> HttpResponse:
    catalogus = Cataloguslijst(request.GET, reverse("initiatieven:kaart"), alleen_met_plaats=True)
    lijst_url = reverse("initiatieven:lijst")
    aantallen = catalogus.filterset.qs.per_gemeente()
    gemeenten = Gemeente.objects.filter(pk__in=aantallen).select_related("provincie")
    meeste = max(aantallen.values(), default=0)
    stippen = [
        Stip(
            *plek(gemeente),
            straal(aantallen[gemeente.pk], meeste),
            gemeente,
            aantallen[gemeente.pk],
            catalogus.adres(pad=lijst_url, gemeente=[gemeente.slug]),
        )
        for gemeente in gemeenten
    ]
    context = _gedeeld(catalogus) | {
        "provincies": [
            _provincie(catalogus, provincie, stippen, lijst_url) for provincie in Provincie.objects.all()
        ],
        # Large dots first, so that a small one next to them stays on top and can be reached.
        "stippen": sorted(stippen, key=lambda stip: -stip.r),
        "viewbox": VIEWBOX,
        "lijst_url": catalogus.adres(pad=lijst_url),
    }
    return render(request, "initiatieven/kaart.html", context)


def _gedeeld(catalogus: Cataloguslijst) -> dict[str, object]:
    return {
        "q": catalogus.opdracht.tekst,
        "aantal": catalogus.aantal,
        "facetten": catalogus.facetten,
        "gekozen": catalogus.gekozen,
        "menu_actief": "initiatieven",
    }


def _provincie(
    catalogus: Cataloguslijst, provincie: Provincie, stippen: list[Stip], lijst_url: str
) -> tuple[object, ...]:
    """Return the province, how many items it has, their address, and the same per gemeente."""
    eigen = [stip for stip in stippen if stip.gemeente.provincie_id == provincie.pk]
    url = catalogus.adres(pad=lijst_url, provincie=[provincie.slug], gemeente=None)
    return (
        provincie,
        sum(stip.aantal for stip in eigen),
        url,
        [(stip.gemeente, stip.aantal, stip.url) for stip in eigen],
    )
