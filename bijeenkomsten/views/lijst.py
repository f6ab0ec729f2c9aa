"""What is coming, as a list and as a month; and what was."""

import re

from django.conf import settings
from django.db.models import Max, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alliantie.kern.paginacache import publieke_pagina
from bijeenkomsten import maanden
from bijeenkomsten.lijst import Bijeenkomstenlijst, dagen_van, per_maand
from bijeenkomsten.maanden import Maand
from bijeenkomsten.models import Bijeenkomst

MET_VERSLAG = 3
WAARDE_VAN_MAAND = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@require_safe
@publieke_pagina
def lijst(request: HttpRequest) -> HttpResponse:
    if "maand" in request.GET:
        return _naar_maand(request)
    geweest = request.GET.get("geweest") == "1"
    openbaar = Bijeenkomst.objects.openbaar()
    bijeenkomsten = Bijeenkomstenlijst(
        request.GET,
        reverse("bijeenkomsten:lijst"),
        openbaar.voor_vandaag() if geweest else openbaar.vanaf_vandaag(),
        zonder=("periode",) if geweest else (),
    )
    pagina = bijeenkomsten.pagina
    context = _gedeeld(bijeenkomsten) | {
        "geweest": geweest,
        "pagina": pagina,
        "per_maand": per_maand(pagina),
        "paginering": bijeenkomsten.paginering,
        "vorige_url": bijeenkomsten.adres_van_pagina(pagina.number - 1) if pagina.has_previous() else "",
        "volgende_url": bijeenkomsten.adres_van_pagina(pagina.number + 1) if pagina.has_next() else "",
        "maand_url": bijeenkomsten.adres(
            pad=_eerste_maand(pagina).get_absolute_url(), periode=None, geweest=None
        ),
        "met_verslag": [] if geweest else list(_met_verslag()),
        "ruimere": [] if bijeenkomsten.aantal else bijeenkomsten.ruimere,
    }
    return render(request, "bijeenkomsten/bijeenkomst_lijst.html", context)


def _naar_maand(request: HttpRequest) -> HttpResponse:
    """Follow the other way to write the address of a month: ``?maand=2026-12``. The other choices go along."""
    parameters = request.GET.copy()
    gevraagd = WAARDE_VAN_MAAND.fullmatch(" ".join(parameters.pop("maand")))
    adres = reverse("bijeenkomsten:maand", args=gevraagd.groups()) if gevraagd else request.path
    return redirect(f"{adres}?{parameters.urlencode()}" if parameters else adres)


def _eerste_maand(pagina: object) -> Maand:
    """Return the month in which the first meeting of this page begins; today's when there is none."""
    eerste = next(iter(pagina), None)  # type: ignore[call-overload]
    return maanden.van(timezone.localtime(eerste.begin).date()) if eerste else maanden.van_vandaag()


def _met_verslag() -> object:
    return Bijeenkomst.objects.openbaar().voor_vandaag().exclude(verslag="").voor_kaartjes()[:MET_VERSLAG]


@require_safe
@publieke_pagina
def maand(request: HttpRequest, jaar: str, maand: str) -> HttpResponse:
    deze = Maand(int(jaar), int(maand))
    eerste, laatste = _bereik()
    if not eerste <= deze <= laatste:
        raise Http404
    openbaar = Bijeenkomst.objects.openbaar().tussen(deze.begin, deze.einde)
    bijeenkomsten = Bijeenkomstenlijst(request.GET, deze.get_absolute_url(), openbaar, zonder=("periode",))
    rijen = list(bijeenkomsten.rijen.voor_kaartjes())
    context = _gedeeld(bijeenkomsten) | {
        "maand": deze,
        "weken": dagen_van(deze, rijen),
        "vorige": _buur(bijeenkomsten, deze.verder(-1)) if deze > eerste else None,
        "volgende": _buur(bijeenkomsten, deze.verder(1)) if deze < laatste else None,
        "lijst_url": bijeenkomsten.adres(pad=reverse("bijeenkomsten:lijst")),
        "ruimere": [] if rijen else bijeenkomsten.ruimere,
        "eerstvolgende": None
        if rijen
        else Bijeenkomst.objects.openbaar().tussen(deze.einde, laatste.einde).first(),
    }
    return render(request, "bijeenkomsten/maand.html", context)


def _bereik() -> tuple[Maand, Maand]:
    """Return the first and the last month that have a page: from the first meeting to the last, today's among them."""
    grenzen = Bijeenkomst.objects.openbaar().aggregate(eerste=Min("begin"), laatste=Max("einde"))
    randen = [
        maanden.van(timezone.localtime(moment).date()) for moment in grenzen.values() if moment is not None
    ]
    nu = maanden.van_vandaag()
    return min([*randen, nu]), max([*randen, nu.verder(1)])


def _buur(bijeenkomsten: Bijeenkomstenlijst, ander: Maand) -> tuple[Maand, str]:
    return ander, bijeenkomsten.adres(pad=ander.get_absolute_url())


def _gedeeld(bijeenkomsten: Bijeenkomstenlijst) -> dict[str, object]:
    feed = f"{settings.SITE_URL}{bijeenkomsten.feed_url}"
    return {
        "aantal": bijeenkomsten.aantal,
        "facetten": bijeenkomsten.facetten,
        "gekozen": bijeenkomsten.gekozen,
        "feed_url": feed,
        "webcal_url": f"webcal://{feed.partition('://')[2]}",
        "menu_actief": "bijeenkomsten",
    }
