"""``regels.py`` in the shape that the admin asks for."""

from typing import Any

from alliantie.kern.beheer import RegelsAdmin
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


def _mag_wijzigen(gebruiker: Any, rij: Any) -> bool:
    vermelding = _vermelding(rij)
    if vermelding is None or vermelding.pk is None:
        return regels.mag_altijd(gebruiker, "toevoegen")
    return regels.mag_wijzigen(gebruiker, vermelding)


class VermeldingRegels(RegelsAdmin):
    """A methodiek or initiatief itself."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        match actie:
            case "bekijken":
                return regels.mag_altijd(gebruiker, "lijsten_bekijken")
            case "toevoegen":
                return regels.mag_altijd(gebruiker, "toevoegen")
            case "verwijderen" if rij is None:
                return regels.mag_altijd(gebruiker, "lijsten_verwijderen")
            case "verwijderen":
                return regels.mag_verwijderen(gebruiker, rij)
        return _mag_wijzigen(gebruiker, rij)


class OnderdeelRegels(RegelsAdmin):
    """What hangs on it (steps, photos, sources): who may change the item may change these."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        if actie == "bekijken":
            return regels.mag_altijd(gebruiker, "lijsten_bekijken")
        return _mag_wijzigen(gebruiker, rij)


class ContactRegels(RegelsAdmin):
    """Who can be reached: personal data, not for who only reads along."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        if actie == "bekijken":
            return regels.mag_altijd(gebruiker, "contactpersonen_bekijken")
        return _mag_wijzigen(gebruiker, rij)


class LijstRegels(RegelsAdmin):
    """Lists that staff keep: thema's, doelgroepen, organisations, synonyms."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        regel = {"bekijken": "lijsten_bekijken", "verwijderen": "lijsten_verwijderen"}.get(
            actie, "lijsten_wijzigen"
        )
        return regels.mag_altijd(gebruiker, regel)


class VasteLijstRegels(RegelsAdmin):
    """Lists whose rows come from outside: staff change them but make or remove none."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        return actie in {"bekijken", "wijzigen"} and LijstRegels.mag(gebruiker, actie, rij)


class AlleenLezenRegels(RegelsAdmin):
    """Lists that nobody edits."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        return actie == "bekijken" and LijstRegels.mag(gebruiker, actie, rij)
