"""The places: never more people than fit, and strictly first come, first served.

Every function here works under the lock of the meeting, so that of two things at once one comes first. A sign-up is
placed whole or waits whole, and nobody passes the head of the line. A place that is offered is held.
"""

from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from alliantie.kern.models import Gebruiker
from alliantie.kern.status import wissel_status
from bijeenkomsten import berichten
from bijeenkomsten.keuzes import OVERGANGEN_AANMELDING, Stand, Status
from bijeenkomsten.models import Aanmelding, Bijeenkomst


def op_slot(bijeenkomst_id: int) -> Bijeenkomst:
    """Return the meeting as it stands now, locked until the end of the transaction."""
    return Bijeenkomst.objects.select_for_update(of=("self",)).get(pk=bijeenkomst_id)


def plekken_over(bijeenkomst: Bijeenkomst) -> int | None:
    """Return how many places nobody has and nobody was offered; ``None`` when there is no limit."""
    if bijeenkomst.capaciteit is None:
        return None
    return max(0, bijeenkomst.capaciteit - bijeenkomst.aanmeldingen.bezet().personen())


def past(bijeenkomst: Bijeenkomst, aantal: int) -> bool:
    """Whether ``aantal`` more people fit."""
    over = plekken_over(bijeenkomst)
    return over is None or aantal <= over


def eerste_stand(bijeenkomst: Bijeenkomst, aantal: int) -> Stand:
    """Return where a new sign-up begins: with a place, or behind who waits already."""
    if bijeenkomst.aanmeldingen.wachtrij().exists() or not past(bijeenkomst, aantal):
        return Stand.WACHTLIJST
    return Stand.GEPLAATST


def volgend_nummer(bijeenkomst: Bijeenkomst) -> int:
    return (bijeenkomst.aanmeldingen.aggregate(hoogste=Max("volgnummer"))["hoogste"] or 0) + 1


def wissel(
    aanmelding: Aanmelding, naar: Stand, *, door: Gebruiker | None = None, reden: str = "", **velden: object
) -> Aanmelding:
    """Move a sign-up along ``OVERGANGEN_AANMELDING`` and write it down."""
    return wissel_status(aanmelding, naar, overgangen=OVERGANGEN_AANMELDING, door=door, reden=reden, **velden)


def schuif_door(bijeenkomst: Bijeenkomst) -> list[Aanmelding]:
    """Offer what is free to the head of the line, and on, until the head does not fit; return who was offered.

    Args:
        bijeenkomst: locked, see ``op_slot``.
    """
    if bijeenkomst.status != Status.GEPUBLICEERD or bijeenkomst.begin <= timezone.now():
        return []
    aangeboden = []
    for eerste in bijeenkomst.aanmeldingen.wachtrij():
        if not past(bijeenkomst, eerste.aantal):
            break
        aanbod = wissel(eerste, Stand.AANGEBODEN, bevestigen_voor=_bedenktijd(bijeenkomst))
        berichten.plek_vrij(aanbod)
        aangeboden.append(aanbod)
    return aangeboden


def _bedenktijd(bijeenkomst: Bijeenkomst) -> datetime:
    """Return until when an offered place is held: never longer than until the meeting begins."""
    return min(timezone.now() + timedelta(hours=bijeenkomst.bedenktijd_uren), bijeenkomst.begin)
