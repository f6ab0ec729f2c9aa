"""The sign-ups of one meeting as a table for a spreadsheet."""

import tablib
from django.http import HttpResponse
from django.utils import timezone
from import_export.formats.base_formats import CSV, XLSX

from alliantie.kern.inzendingen.admin.tabel import als_cel
from bijeenkomsten.models import Aanmelding, Bijeenkomst

FORMATEN = {"xlsx": XLSX, "csv": CSV}
KOLOMMEN = [
    "nummer",
    "stand",
    "naam",
    "hoeveel mensen",
    "van",
    "voor een gemeente",
    "e-mail",
    "telefoon",
    "nodig",
    "eten mee",
    "eet niet",
    "kinderen",
    "reisgeld",
    "aangemeld",
    "kwamen",
]


def als_tabel(bijeenkomst: Bijeenkomst, formaat: str) -> HttpResponse:
    """Return the sign-ups as a file to download.

    Args:
        formaat: a key of ``FORMATEN``.
    """
    vorm = FORMATEN[formaat]()
    tabel = tablib.Dataset(headers=KOLOMMEN, title="aanmeldingen")
    for rij in bijeenkomst.aanmeldingen.order_by("volgnummer"):
        tabel.append(_rij(rij))
    antwoord = HttpResponse(vorm.export_data(tabel), content_type=vorm.get_content_type())
    naam = f"aanmeldingen-{bijeenkomst.slug}.{vorm.get_extension()}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _rij(rij: Aanmelding) -> list[str | int]:
    return [
        rij.volgnummer,
        rij.get_status_display(),
        als_cel(rij.naam),
        rij.aantal,
        als_cel(rij.van),
        "ja" if rij.is_gemeente else "nee",
        als_cel(rij.email),
        als_cel(rij.telefoon),
        als_cel(rij.hulp),
        rij.eet_mee,
        als_cel(rij.eten),
        rij.kinderen,
        "ja" if rij.wil_reisgeld else "nee",
        f"{timezone.localtime(rij.aangemeld_op):%d-%m-%Y %H:%M}",
        "" if rij.gekomen is None else rij.gekomen,
    ]
