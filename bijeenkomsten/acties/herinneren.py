"""Reminders a week and a day ahead: once each, also when the worker stood still for a while."""

from datetime import timedelta

from django.db import transaction

from alliantie.kern.models import Bericht
from bijeenkomsten import berichten
from bijeenkomsten.acties.plekken import op_slot
from bijeenkomsten.keuzes import Stand, Status
from bijeenkomsten.models import Aanmelding

# Which mail goes out how long before, and how close to the beginning it is of no use any more.
HERINNERINGEN = {
    "week": (timedelta(days=7), timedelta(days=2)),
    "dag": (timedelta(days=1), timedelta(hours=2)),
}


def herinner_wie_aan_de_beurt_is() -> int:
    """Remind everybody with a place whose time has come; return how many mails that made.

    What came too late to be of use is skipped. Who signed up after that time knows already.
    """
    aantal = 0
    for wanneer, (van_tevoren, niet_later_dan) in HERINNERINGEN.items():
        kandidaten = Aanmelding.objects.te_herinneren(van_tevoren, niet_later_dan).exclude(email="")
        rijen = list(kandidaten.select_related("bijeenkomst").order_by("bijeenkomst", "volgnummer"))
        sleutels = [berichten.sleutel_herinnering(rij, wanneer) for rij in rijen]
        al_gestuurd = set(Bericht.objects.filter(sleutel__in=sleutels).values_list("sleutel", flat=True))
        for rij, sleutel in zip(rijen, sleutels, strict=True):
            if sleutel not in al_gestuurd:
                aantal += _herinner(rij, wanneer)
    return aantal


def _herinner(aanmelding: Aanmelding, wanneer: str) -> bool:
    """Remind one, unless it was cancelled, called off or moved to another day at this very moment."""
    with transaction.atomic():
        bijeenkomst = op_slot(aanmelding.bijeenkomst_id)
        rij = Aanmelding.objects.select_related("bijeenkomst").get(pk=aanmelding.pk)
        if (
            rij.status != Stand.GEPLAATST
            or bijeenkomst.status != Status.GEPUBLICEERD
            or bijeenkomst.begin != aanmelding.bijeenkomst.begin
        ):
            return False
        berichten.herinnering(rij, wanneer)
    return True
