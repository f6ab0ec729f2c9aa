"""``regels.py`` in the shape that the admin asks for."""

from typing import Any

from alliantie.kern.beheer import RegelsAdmin
from bijeenkomsten import regels


class BijeenkomstRegels(RegelsAdmin):
    """A meeting itself."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        if rij is None:
            return regels.mag_altijd(
                gebruiker, "lijsten_bekijken" if actie in {"bekijken", "verwijderen"} else "toevoegen"
            )
        return regels.mag(gebruiker, "wijzigen" if actie == "toevoegen" else actie, rij)


class OnderdeelRegels(RegelsAdmin):
    """Photos, material and lessons: who may change the meeting may change these."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        if actie == "bekijken":
            return regels.mag_altijd(gebruiker, "lijsten_bekijken")
        bijeenkomst = getattr(rij, "bijeenkomst", rij)
        if bijeenkomst is None or bijeenkomst.pk is None:
            return regels.mag_altijd(gebruiker, "toevoegen")
        return regels.mag(gebruiker, "wijzigen", bijeenkomst)
