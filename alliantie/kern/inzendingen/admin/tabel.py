"""The queue as a table for a spreadsheet: what came in and what became of it, nothing of who sent it."""

import re
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from import_export import fields, resources
from import_export.formats.base_formats import CSV, XLSX

from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Inzending

FORMATEN = {"xlsx": XLSX, "csv": CSV}
# A spreadsheet runs a cell that begins like this.
FORMULE = re.compile(r"\s*[=+\-@\t\r]")
NIET_IN_EEN_CEL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def als_cel(waarde: str) -> str:
    """Return text that a spreadsheet takes as text, whatever somebody typed."""
    schoon = NIET_IN_EEN_CEL.sub("", waarde)
    return f"'{schoon}" if FORMULE.match(schoon) else schoon


def _moment(waarde: datetime | None) -> str:
    return f"{timezone.localtime(waarde):%d-%m-%Y %H:%M}" if waarde else ""


class Inzendingtabel(resources.ModelResource):
    nummer = fields.Field("pk", "nummer")
    soort = fields.Field(column_name="soort")
    onderwerp = fields.Field(column_name="onderwerp")
    waar = fields.Field(column_name="waar")
    stand = fields.Field(column_name="stand")
    uitkomst = fields.Field(column_name="uitkomst")
    begonnen = fields.Field(column_name="begonnen")
    ingediend = fields.Field(column_name="ingediend")
    beslist = fields.Field(column_name="beslist")
    omvang = fields.Field("omvang", "omvang (letters)")
    wie = fields.Field(column_name="wie heeft het")

    class Meta:
        model = Inzending
        fields = (
            "nummer",
            "soort",
            "onderwerp",
            "waar",
            "stand",
            "uitkomst",
            "begonnen",
            "ingediend",
            "beslist",
            "omvang",
            "wie",
        )
        export_order = fields

    def dehydrate_soort(self, inzending: Inzending) -> str:
        return soort_van(inzending).label

    def dehydrate_onderwerp(self, inzending: Inzending) -> str:
        return als_cel(inzending.onderwerp)

    def dehydrate_waar(self, inzending: Inzending) -> str:
        return als_cel(inzending.waar)

    def dehydrate_stand(self, inzending: Inzending) -> str:
        return inzending.get_status_display()

    def dehydrate_uitkomst(self, inzending: Inzending) -> str:
        return inzending.get_uitkomst_display()

    def dehydrate_begonnen(self, inzending: Inzending) -> str:
        return _moment(inzending.aangemaakt_op)

    def dehydrate_ingediend(self, inzending: Inzending) -> str:
        return _moment(inzending.ingediend_op)

    def dehydrate_beslist(self, inzending: Inzending) -> str:
        return _moment(inzending.beslist_op)

    def dehydrate_wie(self, inzending: Inzending) -> str:
        return als_cel(str(inzending.behandelaar or ""))


def als_tabel(rijen: QuerySet[Any], formaat: str) -> HttpResponse:
    """Return ``rijen`` as a file to download.

    Args:
        formaat: a key of ``FORMATEN``.
    """
    vorm = FORMATEN[formaat]()
    tabel = Inzendingtabel().export(queryset=rijen.select_related("behandelaar"))
    antwoord = HttpResponse(vorm.export_data(tabel), content_type=vorm.get_content_type())
    naam = f"inzendingen-{timezone.localdate():%Y-%m-%d}.{vorm.get_extension()}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
