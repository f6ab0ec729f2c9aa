"""What the sender does after sending: take back, withdraw, answer, say something."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from alliantie.kern import limiet, post
from alliantie.kern.inzendingen import regels
from alliantie.kern.inzendingen.acties.fouten import NietToegestaan
from alliantie.kern.inzendingen.acties.rij import omvang_van, op_slot, werk_bij
from alliantie.kern.inzendingen.keuzes import OVERGANGEN, Spreker, Status, Toegangsrol
from alliantie.kern.models import Dialoogregel, Inzending
from alliantie.kern.status import wissel_status

REACTIES_PER_UUR = 120


def neem_terug(*, inzending: Inzending) -> Inzending:
    """Take back what nobody began to judge, to change it and send it again."""
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "terugnemen", rij):
            raise NietToegestaan("terugnemen")
        werk_bij(rij)
        return wissel_status(rij, Status.CONCEPT, overgangen=OVERGANGEN, door=None, reden="teruggenomen")


def trek_in(*, inzending: Inzending) -> Inzending:
    """Withdraw; the team no longer has to do anything. Doing it twice is fine."""
    with transaction.atomic():
        rij = op_slot(inzending)
        if rij.status == Status.INGETROKKEN:
            return rij
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "intrekken", rij):
            raise NietToegestaan("intrekken")
        was_verstuurd = rij.status != Status.CONCEPT
        werk_bij(rij)
        rij = wissel_status(
            rij, Status.INGETROKKEN, overgangen=OVERGANGEN, door=None, beslist_op=timezone.now()
        )
        if was_verstuurd and rij.email:
            post.leg_klaar(
                sleutel=f"inzending:{rij.pk}:ingetrokken",
                soort="inzending_ingetrokken",
                aan=rij.email,
                context={"naam": rij.naam, "onderwerp": str(rij)},
                inzending=rij,
            )
    return rij


def beantwoord(
    *, inzending: Inzending, antwoorden: Mapping[int, str], getypt: Mapping[str, Any] | None = None
) -> Inzending:
    """Take in the answers to what the team asked; when nothing is left open, the team goes on.

    Args:
        antwoorden: key of the question → what was answered, in words ("" where a field was changed instead).
        getypt: fields that were changed by way of answer.

    Raises:
        NietToegestaan: nothing is asked (any more).
    """
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "beantwoorden", rij):
            raise NietToegestaan("beantwoorden")
        rij.gegevens = rij.gegevens | dict(getypt or {})
        # What the team made of the old text no longer fits the new one.
        rij.bewerking = {veld: wat for veld, wat in rij.bewerking.items() if veld not in (getypt or {})}
        rij.omvang = omvang_van(rij)
        werk_bij(rij, "bewerking", "omvang")
        for vraag in rij.open_vragen.filter(pk__in=antwoorden):
            if tekst := antwoorden[vraag.pk].strip():
                rij.spreekt(Spreker.AFZENDER, tekst, antwoord_op=vraag, veld=vraag.veld)
            vraag.beantwoord_op = timezone.now()
            vraag.save(update_fields=["beantwoord_op"])
        if not rij.open_vragen.exists():
            rij = wissel_status(
                rij, Status.IN_BEHANDELING, overgangen=OVERGANGEN, door=None, reden="beantwoord"
            )
    return rij


def zeg(*, inzending: Inzending, rol: Toegangsrol, tekst: str, netwerk: str) -> Dialoogregel | None:
    """Add a few words of the sender or the group to the dialogue; the very same words twice are said once.

    Raises:
        NietToegestaan, limiet.TeVaak
    """
    limiet.tel("reactie", netwerk, hoogstens=REACTIES_PER_UUR, per=timedelta(hours=1))
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(rol, "zeggen", rij):
            raise NietToegestaan("zeggen")
        wie = Spreker.GROEP if rol == Toegangsrol.GROEP else Spreker.AFZENDER
        laatste = rij.dialoog.last()
        if laatste is not None and (laatste.van, laatste.tekst) == (wie, tekst):
            return laatste
        werk_bij(rij)
        return rij.dialoog.create(van=wie, tekst=tekst)
