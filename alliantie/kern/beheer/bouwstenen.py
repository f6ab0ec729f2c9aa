"""Building blocks for admin classes: permissions from ``regels.py``, fields and dates as staff read them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateformat import format as datum_als

from alliantie.kern.beheer.velden import formulierveld
from alliantie.kern.beheer.woorden import EigenWoorden
from alliantie.kern.rollen import Rol, heeft_rol


def korte_datum(waarde: date | datetime | None) -> str:
    """Return a date that fits in a column: "23 nov 2026"."""
    if isinstance(waarde, datetime):
        waarde = timezone.localtime(waarde)
    return datum_als(waarde, "j b Y") if waarde else ""


class RegelsAdmin(EigenWoorden):
    """Asks ``mag`` instead of Django's permission table; for a ModelAdmin as well as an inline."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Model | None) -> bool:
        """Whether ``gebruiker`` may do "bekijken", "toevoegen", "wijzigen" or "verwijderen".

        Args:
            rij: the row; ``None`` asks it of any row.

        A class that forgets to say who may lets nobody in.
        """
        return False

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Have every field say what to do when it is empty, instead of that it is obligatory."""
        veld = super().formfield_for_dbfield(db_field, request, **formulierveld(db_field) | kwargs)  # type: ignore[misc]
        if veld is not None:
            if db_field.name == "slug":
                veld.label = "Adres op de site"
            veld.error_messages["required"] = "Maak een keuze" if hasattr(veld, "choices") else "Vul dit in"
        return veld

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.mag(request.user, "bekijken", None)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.mag(request.user, "bekijken", obj)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.mag(request.user, "toevoegen", obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.mag(request.user, "wijzigen", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.mag(request.user, "verwijderen", obj)


class TabelAdmin(RegelsAdmin):
    """For rows that all have the same rule: ``tabel`` says per action which roles may."""

    tabel: ClassVar[Mapping[str, frozenset[Rol]]]

    @classmethod
    def mag(cls, gebruiker: Any, actie: str, rij: Model | None) -> bool:
        return heeft_rol(gebruiker, cls.tabel[actie])
