"""``regels.py`` in the shape that the admin asks for."""

from typing import Any

from alliantie.kern.beheer import pas_regels_toe
from initiatieven import regels
from initiatieven.models import Vermelding


def _vermelding(rij: Any) -> Vermelding | None:
    """Return the item a row belongs to: itself, or what a photo, step or source hangs on."""
    if rij is None or isinstance(rij, Vermelding):
        return rij
    for naam in ("vermelding", "methodiek", "initiatief"):
        if hasattr(rij, naam):
            return getattr(rij, naam)
    return None


def _wijzigen(gebruiker: Any, rij: Any) -> bool:
    vermelding = _vermelding(rij)
    if vermelding is None or vermelding.pk is None:
        return regels.mag_altijd(gebruiker, "toevoegen")
    return regels.mag_wijzigen(gebruiker, vermelding)


def _verwijderen(gebruiker: Any, rij: Any) -> bool:
    if rij is None:
        return regels.mag_altijd(gebruiker, "lijsten_verwijderen")
    return regels.mag_verwijderen(gebruiker, rij)


def _lijst(actie: str) -> Any:
    return lambda gebruiker, _rij: regels.mag_altijd(gebruiker, actie)


# A methodiek or initiatief itself.
VermeldingRegels = pas_regels_toe(
    zien=_lijst("lijsten_bekijken"),
    maken=lambda gebruiker, _rij: regels.mag_altijd(gebruiker, "toevoegen"),
    veranderen=_wijzigen,
    weggooien=_verwijderen,
)
# What hangs on it (steps, photos, sources): who may change the item may change these.
OnderdeelRegels = pas_regels_toe(
    zien=_lijst("lijsten_bekijken"), maken=_wijzigen, veranderen=_wijzigen, weggooien=_wijzigen
)
# Personal data of who can be reached: not for who only reads along.
ContactRegels = pas_regels_toe(
    zien=_lijst("contactpersonen_bekijken"), maken=_wijzigen, veranderen=_wijzigen, weggooien=_wijzigen
)
# Lists: thema's, doelgroepen, organisations, synonyms.
LijstRegels = pas_regels_toe(
    zien=_lijst("lijsten_bekijken"),
    maken=_lijst("lijsten_wijzigen"),
    veranderen=_lijst("lijsten_wijzigen"),
    weggooien=_lijst("lijsten_verwijderen"),
)
VasteLijstRegels = pas_regels_toe(
    zien=_lijst("lijsten_bekijken"),
    maken=lambda *_: False,
    veranderen=_lijst("lijsten_wijzigen"),
    weggooien=lambda *_: False,
)
AlleenLezenRegels = pas_regels_toe(
    zien=_lijst("lijsten_bekijken"),
    maken=lambda *_: False,
    veranderen=lambda *_: False,
    weggooien=lambda *_: False,
)
