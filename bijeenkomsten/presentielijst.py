"""The attendance list on paper: a tagged PDF (PDF/UA-1) made with Typst.

What people typed travels as data and is never part of the source, so that whatever they typed comes out as text.
"""

import json
import re
import unicodedata
from typing import Any

import typst
from django.conf import settings

from alliantie.kern.inzendingen.forms import RICHTING
from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Bijeenkomst
from bijeenkomsten.overzicht import mensen, totalen, wensen

SJABLOON = settings.BASE_DIR / "templates" / "pdf" / "presentielijst.typ"
NORM = "ua-1"
NIET_OP_PAPIER = {
    "Cc",
    "Cs",
    "Co",
}  # what no font can show: control characters, halves of characters, private use
LANGSTE_CEL = 400  # letters; more would push the tick boxes off the page
LANG_WOORD = re.compile(r"(\S{18})(?=\S)")
HIER_MAG_HET_AF = "\u200b"  # where a word that does not fit may go on in the next line


def maak(bijeenkomst: Bijeenkomst) -> bytes:
    """Return the list of who has a place, by name, as a PDF.

    The norm wants every letter to be readable. Who has a name in a script that no font here knows still gets a list:
    tagged, without the norm.
    """
    bron = SJABLOON.read_bytes()
    invoer = {"gegevens": json.dumps(_gegevens(bijeenkomst))}
    try:
        return typst.compile(bron, sys_inputs=invoer, pdf_standards=[NORM])
    except typst.TypstError:
        return typst.compile(bron, sys_inputs=invoer)


def _gegevens(bijeenkomst: Bijeenkomst) -> dict[str, Any]:
    rijen = list(bijeenkomst.aanmeldingen.bezet().filter(gewist_op__isnull=True))
    som = totalen(bijeenkomst, rijen)
    return {
        "titel": _op_papier(bijeenkomst.titel),
        "wanneer": _op_papier(bijeenkomst.wanneer),
        "waar": _op_papier(", ".join(filter(None, [bijeenkomst.waar, bijeenkomst.adres]))),
        "samen": f"{len(rijen)} {'aanmelding' if len(rijen) == 1 else 'aanmeldingen'}, {mensen(som.bezet)}.",
        "rijen": [
            {
                "nummer": str(rij.volgnummer),
                "naam": _op_papier(rij.naam),
                "aantal": str(rij.aantal),
                "van": _op_papier(rij.van),
                "wensen": [
                    *(["Heeft nog geen ja gezegd"] if rij.status == Stand.AANGEBODEN else []),
                    *(_op_papier(wens) for wens in wensen(rij)),
                ],
            }
            for rij in sorted(rijen, key=lambda rij: (rij.naam.lower(), rij.volgnummer))
        ],
    }


def _op_papier(tekst: str) -> str:
    """Return ``tekst`` as it can stand in a cell: one line of readable letters, not too long, in its own direction."""
    schoon = "".join(
        " " if teken.isspace() else teken
        for teken in RICHTING.sub("", tekst)
        if teken.isspace() or unicodedata.category(teken) not in NIET_OP_PAPIER
    )
    kort = " ".join(schoon.split())
    if len(kort) > LANGSTE_CEL:
        kort = f"{kort[:LANGSTE_CEL]}…"
    return LANG_WOORD.sub(rf"\1{HIER_MAG_HET_AF}", kort)
