"""What the team does for somebody who called: the same as with the link, and it is known who did it."""

from django.db import transaction

from alliantie.kern.models import Gebruiker
from bijeenkomsten import regels
from bijeenkomsten.acties import aanmelden
from bijeenkomsten.acties.fouten import NietToegestaan
from bijeenkomsten.models import Aanmelding


def bevestig(*, aanmelding: Aanmelding, door: Gebruiker) -> Aanmelding:
    """Take the place that was offered to somebody who said yes by phone.

    Raises:
        TeLaat, NietToegestaan
    """
    _mag(aanmelding, door)
    return aanmelden.bevestig(aanmelding=aanmelding, door=door)


def meld_af(*, aanmelding: Aanmelding, door: Gebruiker) -> Aanmelding:
    """Cancel for somebody who called.

    Raises:
        NietToegestaan
    """
    _mag(aanmelding, door)
    return aanmelden.meld_af(aanmelding=aanmelding, door=door)


def wijzig_aantal(*, aanmelding: Aanmelding, aantal: int, door: Gebruiker) -> Aanmelding:
    """Change with how many somebody comes.

    Raises:
        GeenPlek, TeVeelMensen, NietToegestaan
    """
    _mag(aanmelding, door)
    return aanmelden.wijzig_aantal(aanmelding=aanmelding, aantal=aantal)


def wacht_weer(*, aanmelding: Aanmelding, door: Gebruiker) -> Aanmelding:
    """Put somebody whose offer ran out at the end of the line again.

    Raises:
        NietToegestaan
    """
    _mag(aanmelding, door)
    with transaction.atomic():
        return aanmelden.wacht_weer(aanmelding=aanmelding)


def _mag(aanmelding: Aanmelding, door: Gebruiker) -> None:
    if not regels.mag(door, "aanmeldingen_wijzigen", aanmelding.bijeenkomst):
        raise NietToegestaan("aanmeldingen_wijzigen")
