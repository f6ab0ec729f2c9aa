"""Who may do what in the catalogue.

``MAG`` is the rule itself: action × status → roles. The admin, the acties and the tests all read this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alliantie.kern.rollen import ALLEEN_COORDINATOR, LEZERS, NIEMAND, REDACTIE, Rol, heeft_rol
from initiatieven.keuzes import Status

if TYPE_CHECKING:
    from alliantie.kern.models import Gebruiker
    from initiatieven.models import Vermelding

MAG: dict[str, dict[Status, frozenset[Rol]]] = {
    "bekijken": {Status.CONCEPT: LEZERS, Status.GEPUBLICEERD: LEZERS, Status.GEARCHIVEERD: LEZERS},
    "wijzigen": {Status.CONCEPT: REDACTIE, Status.GEPUBLICEERD: REDACTIE, Status.GEARCHIVEERD: NIEMAND},
    "publiceren": {Status.CONCEPT: REDACTIE, Status.GEPUBLICEERD: NIEMAND, Status.GEARCHIVEERD: NIEMAND},
    "terughalen": {Status.CONCEPT: NIEMAND, Status.GEPUBLICEERD: REDACTIE, Status.GEARCHIVEERD: REDACTIE},
    "archiveren": {Status.CONCEPT: REDACTIE, Status.GEPUBLICEERD: REDACTIE, Status.GEARCHIVEERD: NIEMAND},
    "verwijderen": {
        Status.CONCEPT: ALLEEN_COORDINATOR,
        Status.GEPUBLICEERD: NIEMAND,
        Status.GEARCHIVEERD: ALLEEN_COORDINATOR,
    },
}

# Actions that do not depend on the status of one item.
MAG_ALTIJD: dict[str, frozenset[Rol]] = {
    "lijsten_bekijken": LEZERS,
    "toevoegen": REDACTIE,
    "lijsten_wijzigen": REDACTIE,
    "lijsten_verwijderen": ALLEEN_COORDINATOR,
    "contactpersonen_bekijken": REDACTIE,
    "voorbeelden_verwijderen": ALLEEN_COORDINATOR,
    "versheid_bekijken": LEZERS,
    "versheid_bijwerken": REDACTIE,
    # Whom an uitvraag goes to are mail addresses of persons: not for who only reads along.
    "uitvragen_bekijken": REDACTIE,
    "uitvragen_versturen": REDACTIE,
}


def mag(gebruiker: Gebruiker, actie: str, vermelding: Vermelding) -> bool:
    """Whether ``gebruiker`` may do ``actie`` (a key of ``MAG``) with this item in its present status."""
    return heeft_rol(gebruiker, MAG[actie][Status(vermelding.status)])


def mag_altijd(gebruiker: Gebruiker, actie: str) -> bool:
    """Whether ``gebruiker`` may do ``actie`` (a key of ``MAG_ALTIJD``)."""
    return heeft_rol(gebruiker, MAG_ALTIJD[actie])


def mag_bekijken(gebruiker: Gebruiker, vermelding: Vermelding) -> bool:
    return mag(gebruiker, "bekijken", vermelding)


def mag_wijzigen(gebruiker: Gebruiker, vermelding: Vermelding) -> bool:
    return mag(gebruiker, "wijzigen", vermelding)


def mag_verwijderen(gebruiker: Gebruiker, vermelding: Vermelding) -> bool:
    return mag(gebruiker, "verwijderen", vermelding)
