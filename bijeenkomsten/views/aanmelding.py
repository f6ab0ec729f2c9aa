"""One's own sign-up, behind its link: how it stands, change it, confirm a place, cancel. Opening it changes nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.views.link import met_link
from alliantie.kern.models import Toegang
from bijeenkomsten import regels
from bijeenkomsten.acties import aanmelden as acties
from bijeenkomsten.acties.fouten import GeenPlek, NietToegestaan, TeLaat, TeVeelMensen
from bijeenkomsten.berichten import tijdstip
from bijeenkomsten.forms import AantalForm, te_veel_mensen
from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Aanmelding

GET_EN_POST = ["GET", "HEAD", "POST"]


def _aanmelding_van(via: Toegang) -> Aanmelding:
    """Return what the link opens, with its meeting."""
    return Aanmelding.objects.select_related("bijeenkomst__gemeente").get(pk=via.doel_id)


def _terug(token: str, wat: str = "") -> HttpResponse:
    adres = reverse("bijeenkomsten:aanmelding", args=[token])
    return redirect(f"{adres}?{wat}=1" if wat else adres)


@require_safe
@met_link(Toegangsrol.AANMELDING)
def stand(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Show how it stands, and what can be done."""
    aanmelding = _aanmelding_van(via)
    if aanmelding.gewist_op:
        return render(request, "bijeenkomsten/gewist.html", {"menu_actief": "bijeenkomsten"})
    bijeenkomst = aanmelding.bijeenkomst
    mag = {actie: regels.mag_met_link(actie, aanmelding) for actie in regels.MAG_MET_LINK}
    context = {
        "aanmelding": aanmelding,
        "bijeenkomst": bijeenkomst,
        "token": token,
        "hoe": _hoe(aanmelding),
        "mag": mag,
        "code": toegang.code_van(aanmelding),
        "plek_in_de_rij": _plek_in_de_rij(aanmelding),
        "bevestigen_voor": tijdstip(aanmelding.bevestigen_voor),
        "net": next((wat for wat in ("nieuw", "al", "veranderd", "te_laat") if wat in request.GET), ""),
        "menu_actief": "bijeenkomsten",
    }
    return render(request, "bijeenkomsten/aanmelding.html", context)


def _hoe(aanmelding: Aanmelding) -> str:
    """Return in one word which page this is: the stand, unless the meeting itself is over or called off."""
    if aanmelding.status == Stand.AFGEMELD:
        return Stand.AFGEMELD
    if aanmelding.bijeenkomst.is_afgelast:
        return "afgelast"
    if aanmelding.bijeenkomst.is_voorbij:
        return "voorbij"
    if aanmelding.status == Stand.AANGEBODEN and aanmelding.bevestigen_voor < timezone.now():
        return Stand.VERVALLEN  # the job that writes it down has not run yet
    return aanmelding.status


def _plek_in_de_rij(aanmelding: Aanmelding) -> int:
    """Return how many sign-ups stand in line up to and with this one; 0 for who does not wait."""
    if aanmelding.status != Stand.WACHTLIJST:
        return 0
    rij = aanmelding.bijeenkomst.aanmeldingen.wachtrij()
    return rij.filter(volgnummer__lte=aanmelding.volgnummer).count()


@require_POST
@met_link(Toegangsrol.AANMELDING)
def bevestigen(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Take the place that was offered."""
    try:
        acties.bevestig(aanmelding=_aanmelding_van(via))
    except TeLaat:
        return _terug(token, "te_laat")
    except NietToegestaan:
        return _terug(token)
    return _terug(token, "nieuw")


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AANMELDING)
def aantal(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Come with more or fewer people."""
    aanmelding = _aanmelding_van(via)
    if not regels.mag_met_link("aantal_wijzigen", aanmelding):
        return _terug(token)
    form = AantalForm(
        request.POST or None,
        hoogstens=acties.hoogstens(aanmelding.bijeenkomst),
        initial={"aantal": aanmelding.aantal},
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                acties.wijzig_aantal(aanmelding=aanmelding, aantal=form.cleaned_data["aantal"])
                return _terug(token, "veranderd")
            except TeVeelMensen as fout:
                form.add_error("aantal", te_veel_mensen(fout.hoogstens))
            except GeenPlek as fout:
                form.add_error("aantal", _geen_plek(aanmelding, fout))
            except NietToegestaan:
                return _terug(token)
    context = _context(aanmelding, token) | {"form": form}
    return render(request, "bijeenkomsten/aantal.html", context, status=status)


def _geen_plek(aanmelding: Aanmelding, fout: GeenPlek) -> str:
    """Say that there is no room for so many, and what does fit."""
    past = aanmelding.aantal + fout.over
    mensen = "1 mens" if past == 1 else f"{past} mensen"
    return f"Er is geen plek voor zoveel mensen. U kunt komen met niet meer dan {mensen}"


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AANMELDING)
def afmelden(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Ask whether they are sure, and cancel."""
    aanmelding = _aanmelding_van(via)
    if not regels.mag_met_link("afmelden", aanmelding):
        return _terug(token)
    if request.method == "POST":
        try:
            acties.meld_af(aanmelding=aanmelding)
        except NietToegestaan:
            pass  # it changed meanwhile: the page shows how it stands
        return _terug(token)
    return render(request, "bijeenkomsten/afmelden.html", _context(aanmelding, token))


@require_POST
@met_link(Toegangsrol.AANMELDING)
def weer_wachten(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Stand in line again, at the end."""
    aanmelding = _aanmelding_van(via)
    try:
        acties.laat_verlopen(aanmelding=aanmelding)  # if the job was not there yet
        acties.wacht_weer(aanmelding=aanmelding)
    except NietToegestaan:
        pass  # it changed meanwhile: the page shows how it stands
    return _terug(token)


def _context(aanmelding: Aanmelding, token: str) -> dict[str, Any]:
    return {
        "aanmelding": aanmelding,
        "bijeenkomst": aanmelding.bijeenkomst,
        "token": token,
        "menu_actief": "bijeenkomsten",
    }
