"""Who may do what with meetings and sign-ups: action × status → roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alliantie.kern.rollen import ALLEEN_COORDINATOR, LEZERS, NIEMAND, REDACTIE, Rol, heeft_rol
from bijeenkomsten.keuzes import Stand, Status

if TYPE_CHECKING:
    from alliantie.kern.models import Gebruiker
    from bijeenkomsten.models import Aanmelding, Bijeenkomst

_C, _G, _A = Status.CONCEPT, Status.GEPUBLICEERD, Status.AFGELAST

MAG: dict[str, dict[Status, frozenset[Rol]]] = {
    "bekijken": {_C: LEZERS, _G: LEZERS, _A: LEZERS},
    "wijzigen": {_C: REDACTIE, _G: REDACTIE, _A: NIEMAND},
    "publiceren": {_C: REDACTIE, _G: NIEMAND, _A: NIEMAND},
    "terughalen": {_C: NIEMAND, _G: REDACTIE, _A: NIEMAND},
    "afgelasten": {_C: NIEMAND, _G: REDACTIE, _A: NIEMAND},
    "mailen": {_C: NIEMAND, _G: REDACTIE, _A: REDACTIE},
    # Who reads along sees how many come, never who.
    "aanmeldingen_bekijken": {_C: REDACTIE, _G: REDACTIE, _A: REDACTIE},
    "aanmeldingen_wijzigen": {_C: NIEMAND, _G: REDACTIE, _A: NIEMAND},
    "verwijderen": {_C: ALLEEN_COORDINATOR, _G: NIEMAND, _A: NIEMAND},
}

MAG_ALTIJD: dict[str, frozenset[Rol]] = {
    "lijsten_bekijken": LEZERS,
    "toevoegen": REDACTIE,
}

# What somebody does with the link or code of their own sign-up.
MAG_MET_LINK: dict[str, frozenset[Stand]] = {
    "bekijken": frozenset(Stand),
    "bevestigen": frozenset({Stand.AANGEBODEN}),
    "aantal_wijzigen": frozenset({Stand.GEPLAATST, Stand.AANGEBODEN, Stand.WACHTLIJST}),
    "afmelden": frozenset({Stand.GEPLAATST, Stand.AANGEBODEN, Stand.WACHTLIJST}),
    "weer_wachten": frozenset({Stand.VERVALLEN}),
}


def mag(gebruiker: Gebruiker, actie: str, bijeenkomst: Bijeenkomst) -> bool:
    """Whether ``gebruiker`` may do ``actie`` (a key of ``MAG``) with this meeting in its present status."""
    return heeft_rol(gebruiker, MAG[actie][Status(bijeenkomst.status)])


def mag_altijd(gebruiker: Gebruiker, actie: str) -> bool:
    return heeft_rol(gebruiker, MAG_ALTIJD[actie])


def mag_met_link(actie: str, aanmelding: Aanmelding) -> bool:
    """Whether who has the link of this sign-up may do ``actie`` (a key of ``MAG_MET_LINK``) now."""
    if Stand(aanmelding.status) not in MAG_MET_LINK[actie]:
        return False
    return actie == "bekijken" or not (
        aanmelding.bijeenkomst.is_voorbij or aanmelding.bijeenkomst.is_afgelast
    )
