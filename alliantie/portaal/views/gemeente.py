"""Gemeenten: what runs here, and what runs near by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alliantie.kern.paginacache import publieke_pagina
from bijeenkomsten.delen import bijeenkomsten_van
from bijeenkomsten.models import Bijeenkomst
from initiatieven.models import Gemeente, Initiatief, Methodiek, Provincie
from initiatieven.zoeken import lees, vouw

INITIATIEVEN = 24
DICHTBIJ_KM = 25
DICHTBIJ = 6
VERDER_WEG = 3
GELIJKE_GROOTTE = 6
METHODIEKEN = 6


@require_safe
@publieke_pagina
def gemeenten(request: HttpRequest) -> HttpResponse:
    vraag = lees(request.GET.get("q", ""))
    alle = [gemeente for gemeente in Gemeente.objects.huidig().met_aantal() if _heet(gemeente, vraag.tekst)]
    per_provincie = [
        (
            provincie,
            [(gemeente, gemeente.aantal) for gemeente in alle if gemeente.provincie_id == provincie.pk],
        )
        for provincie in Provincie.objects.all()
    ]
    context = {
        "provincies": [groep for groep in per_provincie if groep[1]],
        "actief": [gemeente for gemeente in alle if gemeente.aantal],
        "q": vraag.tekst,
        "menu_actief": "gemeenten",
    }
    return render(request, "portaal/gemeente_lijst.html", context)


@require_safe
@publieke_pagina
def gemeente(request: HttpRequest, slug: str) -> HttpResponse:
    gemeente = get_object_or_404(Gemeente.objects.select_related("provincie", "opgegaan_in"), slug=slug)
    if gemeente.opgegaan_in:
        return redirect(gemeente.opgegaan_in)
    andere = list(Gemeente.objects.huidig().met_aantal().exclude(pk=gemeente.pk))
    met_initiatieven = [ander for ander in andere if ander.aantal]
    buren = [
        (ander, round(gemeente.afstand_tot(ander)), ander.aantal, ander.get_absolute_url())
        for ander in sorted(met_initiatieven, key=gemeente.afstand_tot)
    ]
    initiatieven = Initiatief.objects.openbaar().in_gemeente(gemeente)
    methodieken = Methodiek.objects.openbaar().voor_kaartjes().nieuwste_eerst()
    hier = initiatieven.filter(methodiek__isnull=False).values("methodiek")
    context = {
        "gemeente": gemeente,
        "initiatieven": initiatieven.voor_kaartjes().nieuwste_eerst()[:INITIATIEVEN],
        "aantal": initiatieven.count(),
        "meer_url": f"{reverse('initiatieven:lijst')}?soort=initiatief&gemeente={gemeente.slug}",
        "dichtbij": [buur for buur in buren if buur[1] <= DICHTBIJ_KM][:DICHTBIJ],
        "verder": [buur for buur in buren if buur[1] > DICHTBIJ_KM][:VERDER_WEG],
        "gelijke_grootte": _van_gelijke_grootte(gemeente, met_initiatieven),
        "methodieken_hier": methodieken.filter(pk__in=hier),
        "methodieken": methodieken.exclude(pk__in=hier)[:METHODIEKEN],
        "bijeenkomsten": bijeenkomsten_van(Bijeenkomst.objects.in_gemeente(gemeente)),
        "menu_actief": "gemeenten",
    }
    return render(request, "portaal/gemeente.html", context)


def _heet(gemeente: Gemeente, vraag: str) -> bool:
    return vouw(vraag) in vouw(f"{gemeente.naam} {gemeente.ook_bekend_als}")


def _van_gelijke_grootte(gemeente: Gemeente, andere: list[Gemeente]) -> list[Gemeente]:
    """Return gemeenten of half to double this size, nearest in size first; none when we do not know the size."""
    inwoners = gemeente.inwoners
    if not inwoners:
        return []
    gelijk = [ander for ander in andere if ander.inwoners and inwoners / 2 <= ander.inwoners <= inwoners * 2]
    return sorted(gelijk, key=lambda ander: abs((ander.inwoners or 0) - inwoners))[:GELIJKE_GROOTTE]
