"""At the door, on a phone: one big button per sign-up, and how many are in."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from bijeenkomsten.acties import beheer as acties
from bijeenkomsten.admin.aanmeldingen import controleer, toon
from bijeenkomsten.models import Bijeenkomst
from bijeenkomsten.overzicht import totalen, wensen


def deur(beheer: Any, request: Any, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Show who has a place, by name; a button says that they are there."""
    controleer(request, bijeenkomst, "aanmeldingen_wijzigen")
    if request.method == "POST":
        return _vink_af(beheer, request, bijeenkomst)
    zoek = " ".join(request.GET.get("zoek", "").split())[:100]
    alle = list(bijeenkomst.aanmeldingen.bezet().filter(gewist_op__isnull=True))
    rijen = [rij for rij in alle if zoek.lower() in f"{rij.naam} {rij.van}".lower()]
    context = {
        "title": "Aan de deur",
        "rijen": [
            (rij, wensen(rij)) for rij in sorted(rijen, key=lambda rij: (rij.naam.lower(), rij.volgnummer))
        ],
        "zoek": zoek,
        "totalen": totalen(bijeenkomst, alle),
    }
    return toon(beheer, request, bijeenkomst, "deur", context)


def _vink_af(beheer: Any, request: Any, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Note how many came; "" takes the note away. Back to the same place on the page."""
    sleutel, gekomen = request.POST.get("aanmelding", ""), request.POST.get("gekomen", "").strip()
    aanmelding = get_object_or_404(
        bijeenkomst.aanmeldingen.select_related("bijeenkomst"), pk=sleutel if sleutel.isdecimal() else 0
    )
    # Python's idea of a decimal includes digits that it reads as well; what is no number changes nothing.
    if gekomen == "" or (gekomen.isdecimal() and len(gekomen) < 5):
        acties.vink_af(aanmelding=aanmelding, gekomen=int(gekomen) if gekomen else None, door=request.user)
    return HttpResponseRedirect(f"{beheer.adres('deur', bijeenkomst.pk)}#a{aanmelding.pk}")
