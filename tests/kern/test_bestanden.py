"""Documents: taken by content, named by us, without programs in them."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from alliantie.kern.bestanden import DocumentFormField, nieuwe_naam
from tests.factories import document_inhoud
from tests.factories.bestanden import pakket

ONBEKEND, MET_MACROS = DocumentFormField.ONBEKEND, DocumentFormField.MET_MACROS


def neem_aan(inhoud: bytes, naam: str = "Brief van Els.pdf") -> Any:
    return DocumentFormField().clean(SimpleUploadedFile(naam, inhoud, "application/pdf"))


def melding(inhoud: bytes, naam: str = "brief.pdf") -> str:
    with pytest.raises(ValidationError) as fout:
        neem_aan(inhoud, naam)
    (tekst,) = fout.value.messages
    return tekst


@pytest.mark.parametrize("soort", ["pdf", "odt", "docx"])
@pytest.mark.parametrize("naam", ["Brief van Els.pdf", "zonder uitgang", "../../etc/passwd", "virus.exe"])
def test_the_content_decides_and_the_name_is_ours(soort: str, naam: str) -> None:
    inhoud = document_inhoud(soort)
    bestand = neem_aan(inhoud, naam)
    assert re.fullmatch(rf"[0-9a-f]{{32}}\.{soort}", bestand.name)
    assert bestand.read() == inhoud


def test_names_do_not_repeat() -> None:
    assert len({nieuwe_naam("pdf") for _ in range(50)}) == 50


def zip_bom() -> bytes:
    """Return a docx of some 300 kB that unpacks to 300 MB."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bom:
        bom.writestr("[Content_Types].xml", b"<Types/>")
        bom.writestr("word/document.xml", b"<w:document/>")
        with bom.open("word/media/nul.bin", "w") as deel:
            for _ in range(300):
                deel.write(b"\0" * 2**20)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [
        (b"MZ\x90\x00" + b"\x00" * 400, ONBEKEND),
        (b"<!doctype html><script>alert(1)</script>", ONBEKEND),
        (b"\x00%PDF-1.7", ONBEKEND),
        (document_inhoud("docx")[:-30], ONBEKEND),
        (pakket({"iets.txt": b"een gewoon zipbestand"}), ONBEKEND),
        (pakket({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), ONBEKEND),
        (pakket({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ONBEKEND),
        (pakket({"mimetype": b"application/vnd.oasis.opendocument.text" * 100}), ONBEKEND),
        (document_inhoud("docx", **{"word/vbaProject.bin": b"macro"}), MET_MACROS),
        (document_inhoud("docx", **{"word/VBAPROJECT.BIN": b"macro"}), MET_MACROS),
        (document_inhoud("odt", **{"Basic/Standard/Module1.xml": b"macro"}), MET_MACROS),
        (document_inhoud("odt", **{"Scripts/python/virus.py": b"macro"}), MET_MACROS),
    ],
    ids=[
        "exe", "html", "pdf-later", "half-docx", "zip", "xlsx", "ods", "long-mimetype",
        "docm", "docm-capitals", "odt-basic", "odt-python",
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_plain_words(inhoud: bytes, tekst: str) -> None:
    assert melding(inhoud) == tekst


def test_a_zip_bomb_is_refused_without_unpacking_it() -> None:
    bom = zip_bom()
    assert len(bom) < 400_000
    assert melding(bom, "klein.docx") == ONBEKEND


def test_a_large_document_is_refused_with_the_limit(settings: Any) -> None:
    settings.DOCUMENT_MAX_BYTES = 2 * 2**20
    pdf = document_inhoud("pdf")
    vol = pdf + b"\n" * (2 * 2**20 - len(pdf))
    neem_aan(vol)
    assert melding(vol + b"\n") == "Dit bestand is te groot. Het mag 2 MB zijn. Kies een kleiner bestand."


def test_an_empty_document_is_refused() -> None:
    assert "leeg" in melding(b"")
