"""Lessons of a meeting become lessons of the methodiek or initiatief that they are about."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from alliantie.kern.models import Gebruiker
from bijeenkomsten import regels
from bijeenkomsten.acties.fouten import NietToegestaan
from bijeenkomsten.acties.plekken import op_slot
from bijeenkomsten.keuzes import Status
from bijeenkomsten.models import Bijeenkomst
from initiatieven.acties import hernummer, verwerk_wijziging
from initiatieven.models import Les


def deel_lessen(*, bijeenkomst: Bijeenkomst, door: Gebruiker | None) -> int:
    """Put the lessons of a published report on the pages they are about; return how many are new there.

    A lesson that was shared before follows its text. Without a published report nothing happens, nor with a lesson
    that is about no page: that one stands on the page of the meeting.

    Raises:
        NietToegestaan
    """
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        if door is not None and not regels.mag(door, "wijzigen", rij):
            raise NietToegestaan("wijzigen")
        if rij.status != Status.GEPUBLICEERD or not rij.verslag.strip():
            return 0
        nieuw, geraakt = 0, set()
        for les in rij.lessen.exclude(vermelding=None).select_related("les"):
            bij = les.vermelding_id
            assert bij is not None
            if les.les is None:
                les.les = Les(vermelding_id=bij, volgorde=_onderaan(bij))
                nieuw += 1
            elif les.les.vermelding_id != bij:
                geraakt.add(les.les.vermelding_id)
                les.les.vermelding_id = bij
                les.les.volgorde = _onderaan(bij)
            elif (les.les.titel, les.les.tekst) == (les.titel, les.tekst):
                continue
            les.les.titel, les.les.tekst = les.titel, les.tekst
            les.les.save()
            les.save(update_fields=["les"])
            geraakt.add(bij)
        _breng_bij(geraakt)
    return nieuw


def trek_lessen_in(*, lessen: Iterable[Les]) -> None:
    """Take lessons off the pages they stood on, because the meeting no longer tells them."""
    with transaction.atomic():
        weg = list(lessen)
        for les in weg:
            les.delete()
        _breng_bij({les.vermelding_id for les in weg})


def _onderaan(vermelding_id: int) -> int:
    hoogste = Les.objects.filter(vermelding=vermelding_id).aggregate(hoogste=Max("volgorde"))["hoogste"]
    return (hoogste or 0) + 10


def _breng_bij(vermeldingen: set[int]) -> None:
    for vermelding in sorted(vermeldingen):
        hernummer(rijen=Les.objects.filter(vermelding=vermelding))
    verwerk_wijziging(ids=vermeldingen)
