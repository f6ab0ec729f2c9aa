"""Klopt dit nog? The page behind the link that a contact person gets once a year. Opening it changes nothing."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import foutpaginas, limiet
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.toegang import open_link
from initiatieven import acties
from initiatieven.models import Contactpersoon


def _contactpersoon_van(token: str) -> Contactpersoon | None:
    """Return who may answer with this link; ``None`` for every link that opens nothing (any more)."""
    toegang = open_link(token, rol=Toegangsrol.CONTACT)
    contactpersoon = toegang and toegang.doel
    if toegang is None or not isinstance(contactpersoon, Contactpersoon):
        return None
    if toegang.gemaild_aan and toegang.gemaild_aan.lower() != contactpersoon.email.lower():
        return None  # it went to somebody who answers for this no longer
    return contactpersoon if contactpersoon.initiatief.is_openbaar else None


def _alleen_met_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the contact person in place of the token, and keep the page out of search engines."""

    @wraps(view)
    def met_link(request: HttpRequest, token: str) -> HttpResponse:
        contactpersoon = _contactpersoon_van(token)
        if contactpersoon is None:
            return foutpaginas.link_werkt_niet(request)
        antwoord = view(request, token, contactpersoon)
        antwoord["X-Robots-Tag"] = foutpaginas.NIET_IN_ZOEKMACHINES
        return antwoord

    return met_link


@require_http_methods(["GET", "HEAD", "POST"])
@_alleen_met_link
def klopt(request: HttpRequest, token: str, contactpersoon: Contactpersoon) -> HttpResponse:
    """Show the item in short and ask whether it is right; the button says yes."""
    if request.method == "POST":
        try:
            acties.zeg_dat_het_klopt(contactpersoon=contactpersoon, netwerk=limiet.netwerk_van(request))
        except limiet.TeVaak as fout:
            return foutpaginas.te_vaak(request, wacht=fout.wacht)
        except acties.NietOpenbaar:
            return foutpaginas.link_werkt_niet(request)
        return redirect("initiatieven:klopt_bedankt", token=token)
    return render(request, "initiatieven/klopt.html", _context(contactpersoon))


@require_safe
@_alleen_met_link
def klopt_bedankt(request: HttpRequest, token: str, contactpersoon: Contactpersoon) -> HttpResponse:
    return render(request, "initiatieven/klopt_bedankt.html", _context(contactpersoon))


def _context(contactpersoon: Contactpersoon) -> dict[str, object]:
    initiatief = contactpersoon.initiatief
    aanvullen = reverse("initiatieven:aanvullen", args=[initiatief.slug])
    return {
        "initiatief": initiatief,
        "aanvullen_url": aanvullen,
        "gestopt_url": f"{aanvullen}?wat=gestopt",
        "menu_actief": "initiatieven",
    }
