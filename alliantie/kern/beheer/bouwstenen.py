"""Building blocks for admin classes: permissions from ``regels.py``."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from alliantie.kern.rollen import Rol, heeft_rol

Predicaat = Callable[[Any, Model | None], bool]


class RegelsAdmin:
    """Asks ``mag_zien``, ``mag_maken``, ``mag_veranderen`` and ``mag_weggooien`` instead of Django's permission table.

    Each takes the user and the row (``None`` for "any row"). For a ModelAdmin as well as an inline.
    """

    mag_zien: Predicaat
    mag_maken: Predicaat
    mag_veranderen: Predicaat
    mag_weggooien: Predicaat

    def has_module_permission(self, request: HttpRequest) -> bool:
        return type(self).mag_zien(request.user, None)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return type(self).mag_zien(request.user, obj)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return type(self).mag_maken(request.user, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return type(self).mag_veranderen(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return type(self).mag_weggooien(request.user, obj)


def pas_regels_toe(
    *, zien: Predicaat, maken: Predicaat, veranderen: Predicaat, weggooien: Predicaat
) -> type[RegelsAdmin]:
    """Return a mixin for an admin class with these predicates."""
    return type(
        "MetRegels",
        (RegelsAdmin,),
        {
            "mag_zien": staticmethod(zien),
            "mag_maken": staticmethod(maken),
            "mag_veranderen": staticmethod(veranderen),
            "mag_weggooien": staticmethod(weggooien),
        },
    )


def volgens(tabel: Mapping[str, frozenset[Rol]]) -> type[RegelsAdmin]:
    """Return a mixin for an admin class whose rows all have the same rule: a table of action → roles."""

    def mag(actie: str) -> Predicaat:
        return lambda gebruiker, _rij: heeft_rol(gebruiker, tabel[actie])

    return pas_regels_toe(
        zien=mag("bekijken"), maken=mag("toevoegen"), veranderen=mag("wijzigen"), weggooien=mag("verwijderen")
    )
