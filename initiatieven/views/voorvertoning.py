"""What was sent, as the public would see it; for the team."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from alliantie.kern.inzendingen.acties.fouten import NietCompleet
from alliantie.kern.models import Inzending
from initiatieven.inzendingen import overnemen
from initiatieven.keuzes import Fase
from initiatieven.models import Initiatief, Methodiek, Thema
from initiatieven.views.vermelding import toon_initiatief, toon_methodiek


def toon_inzending(
    request: HttpRequest, inzending: Inzending, waarden: Mapping[str, Any]
) -> HttpResponse | None:
    """Return the page with ``waarden`` (cleaned) in it; ``None`` while too little is known to make a page.

    The page needs rows in the database. They are made in a transaction that is undone: nothing of it stays.
    """
    with transaction.atomic():
        antwoord = _toon(request, inzending, waarden)
        transaction.set_rollback(True)
    return antwoord


def _toon(request: HttpRequest, inzending: Inzending, waarden: Mapping[str, Any]) -> HttpResponse | None:
    doel = inzending.doel or Initiatief(
        slug=overnemen.vrij_adres("voorvertoning"), fase=Fase.ONBEKEND, hoofdthema=Thema.objects.first()
    )
    try:
        overnemen.zet_velden(doel, {**waarden, "hoofdthema": _thema(waarden, doel)})
        overnemen.bewaar(doel, waarden, inzending=inzending, door=request.user)  # type: ignore[arg-type]
    except NietCompleet:
        return None
    model, toon = (
        (Methodiek, toon_methodiek) if isinstance(doel, Methodiek) else (Initiatief, toon_initiatief)
    )
    return toon(request, model.objects.voor_pagina().get(pk=doel.pk), is_voorvertoning=True)


def _thema(waarden: Mapping[str, Any], doel: Any) -> str:
    """Return the theme that was chosen, or while nobody chose one any theme, which gives the page its drawing."""
    gekozen = waarden.get("hoofdthema")
    return gekozen if Thema.objects.filter(slug=gekozen or "").exists() else doel.hoofdthema.slug
