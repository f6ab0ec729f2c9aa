"""After a project visit: what must change on the page of the initiatief, the moderated way."""

from typing import Any

from django.db import transaction

from alliantie.kern.inzendingen.acties import invullen
from alliantie.kern.inzendingen.keuzes import Bereik, Namens
from alliantie.kern.inzendingen.soort import soort_met
from alliantie.kern.models import Gebruiker, Inzending
from bijeenkomsten import regels
from bijeenkomsten.acties.fouten import NietToegestaan
from bijeenkomsten.models import Bijeenkomst
from initiatieven.inzendingen.aanvulling import soort_voor

LANGSTE_VOORSTEL = 5000  # letters; what the field of the addition takes


def stel_wijziging_voor(
    *, bijeenkomst: Bijeenkomst, tekst: str, sleutel: str, netwerk: str, door: Gebruiker
) -> Inzending:
    """Send what must change about the initiatief that was visited, as anybody could; it waits to be judged.

    Args:
        sleutel: the key of the filled-in form; sent twice it stays one inzending.
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.

    Raises:
        NietToegestaan: also when no initiatief was visited.
        NietCompleet: of the inzendingen; the text is empty or too long.
    """
    if not regels.mag(door, "wijzigen", bijeenkomst) or bijeenkomst.bezocht is None:
        raise NietToegestaan("wijzigen")
    getypt: dict[str, Any] = {
        "kies": ["opmerking"],
        "opmerking": tekst,
        "namens": Namens.ANDER.value,
        "afzender_bereik": Bereik.MAIL.value,
        "akkoord": "on",
    }
    with transaction.atomic():
        inzending, _ = invullen.begin(
            soort=soort_met(soort_voor(bijeenkomst.bezocht)),
            getypt=getypt,
            sleutel=sleutel,
            netwerk=netwerk,
            doel=bijeenkomst.bezocht,
            afzender={"afzender_naam": door.naam or door.email, "afzender_email": door.email},
        )
        return invullen.verstuur(inzending=inzending, op_tijd=True)
