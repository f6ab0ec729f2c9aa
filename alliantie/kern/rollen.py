"""The three roles of staff. What each may do stands in the ``regels.py`` of every app, as a table."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from alliantie.kern.models import Gebruiker


class Rol(enum.Enum):
    """A role; the value is the name of the Django group."""

    COORDINATOR = "coordinator"
    PROJECTTEAM = "projectteam"
    BEGELEIDINGSGROEP = "begeleidingsgroep"


LEZERS = frozenset(Rol)
REDACTIE = frozenset({Rol.COORDINATOR, Rol.PROJECTTEAM})
ALLEEN_COORDINATOR = frozenset({Rol.COORDINATOR})
NIEMAND: frozenset[Rol] = frozenset()


def heeft_rol(gebruiker: Gebruiker | AnonymousUser, rollen: frozenset[Rol]) -> bool:
    """Whether this active member of staff has one of ``rollen``."""
    return bool(gebruiker.is_active and gebruiker.is_staff and getattr(gebruiker, "rollen", NIEMAND) & rollen)
