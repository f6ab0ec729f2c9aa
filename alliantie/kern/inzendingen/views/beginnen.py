"""The first screen, before there is a link: it makes the inzending."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import limiet
from alliantie.kern.formulier import PubliekFormulier
from alliantie.kern.inzendingen.acties import invullen
from alliantie.kern.inzendingen.acties.fouten import NietCompleet
from alliantie.kern.inzendingen.forms import lees_getypt
from alliantie.kern.inzendingen.soort import Soort

TE_SNEL = "Dat ging heel snel. Kijk alles nog een keer na, en druk dan weer op de knop."


@require_http_methods(["GET", "HEAD", "POST"])
def begin(
    request: HttpRequest,
    soort: Soort,
    doel: models.Model | None = None,
    *,
    beginwaarden: dict[str, Any] | None = None,
) -> HttpResponse:
    """Ask the first question of ``soort``; whoever answers gets a code and a link.

    Args:
        doel: what it is about, for an addition.
        beginwaarden: what is filled in already on the first screen.
    """
    scherm = soort.schermen[0]
    velden = [*scherm.velden, "akkoord"] if soort.in_een_keer else list(scherm.velden)
    slot = PubliekFormulier(request.POST or None)
    getypt = None
    if request.method == "POST":
        getypt = lees_getypt(soort.form(velden=velden), request.POST)
        form = soort.form(getypt, velden=velden)
    else:
        form = soort.form(velden=velden, initial=soort.begin(doel) | (beginwaarden or {}))
    status = 200
    if getypt is not None:
        status = 422
        if slot.is_valid() and slot.in_lokveld:
            return redirect("inzendingen:ontvangen")
        if form.is_valid() and slot.is_valid():
            if soort.in_een_keer and slot.te_snel:
                form.add_error(None, TE_SNEL)
            else:
                try:
                    return _maak(request, soort, doel, getypt, slot.sleutel)
                except limiet.TeVaak as fout:
                    form.add_error(None, te_vaak(fout))
                    status = 429
                except NietCompleet as fout:
                    for veld, teksten in fout.fouten.items():
                        form.add_error(veld if veld in form.fields else None, teksten)
    context = {
        "soort": soort,
        "scherm": scherm,
        "stappen": stappen_van(soort, {}),
        "stap_nummer": 1,
        "form": form,
        "slot": slot,
        "doel": doel,
        "doel_url": soort.adres(doel),
        "is_begin": True,
        "knop": "Verstuur mijn tip" if soort.in_een_keer else "Verder",
        "menu_actief": "meedoen",
    }
    antwoord = render(request, "inzendingen/scherm.html", context, status=status)
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord


def _maak(
    request: HttpRequest, soort: Soort, doel: models.Model | None, getypt: dict[str, Any], sleutel: str
) -> HttpResponse:
    inzending, token = invullen.begin(
        soort=soort, doel=doel, getypt=getypt, sleutel=sleutel, netwerk=limiet.netwerk_van(request)
    )
    if not soort.in_een_keer:
        return redirect("inzendingen:code", token=token)
    invullen.verstuur(inzending=inzending, op_tijd=True)
    return redirect("inzendingen:verstuurd", token=token)


def stappen_van(soort: Soort, gegevens: Any) -> list[str]:
    """Return the names of the steps in order, "Nakijken" last."""
    stappen = list(dict.fromkeys(scherm.stap for scherm in soort.schermen_voor(gegevens)))
    return stappen if soort.in_een_keer else [*stappen, "Nakijken"]


def te_vaak(fout: limiet.TeVaak) -> str:
    """Return, kindly, that too much came in from here, and when it may again."""
    minuten = max(1, round(fout.wacht / timedelta(minutes=1)))
    return (
        "Er kwam hier heel veel tegelijk binnen. Wat u typte, staat er nog. "
        f"Probeer het over {minuten} {'minuut' if minuten == 1 else 'minuten'} weer."
    )


@require_safe
def ontvangen(request: HttpRequest) -> HttpResponse:
    """What a robot reads: all went well."""
    return render(request, "inzendingen/ontvangen.html", {"menu_actief": "meedoen"})
