"""Form fields of the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models


class Tekstveld(forms.CharField):
    """Text with one kind of line end.

    A browser sends ``\\r\\n``, the catalogue has ``\\n``: without this every text would count as changed by who saves.
    """

    def to_python(self, value: Any) -> Any:
        tekst = super().to_python(value)
        return zonder_cr(tekst) if isinstance(tekst, str) else tekst


def zonder_cr(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def formulierveld(db_field: models.Field[Any, Any]) -> dict[str, Any]:
    """Return which form class ``db_field`` gets; nothing for fields that are more than text (a mail address)."""
    return {"form_class": Tekstveld} if type(db_field) in {models.CharField, models.TextField} else {}
