"""Files from outside: taken in without filling the disk, named by us, judged by content."""

import secrets
import zipfile
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.forms import FileField
from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])
GROOTSTE_BESTAND = max(settings.FOTO_MAX_BYTES, settings.DOCUMENT_MAX_BYTES)
ALLES_SAMEN = 8 * GROOTSTE_BESTAND
UITGEPAKT_MAX_BYTES = 200 * 1024 * 1024


def neemt_bestanden(mag: Callable[..., bool]) -> Callable[[View], View]:
    """Mark a public view as one that takes files; ``mag(request, **kwargs)`` says of whom, before anything is read."""

    def merk(view: View) -> View:
        view.neemt_bestanden = mag  # type: ignore[attr-defined]
        return view

    return merk


class BegrensdeUploadHandler(FileUploadHandler):
    """Writes an upload to a temporary file, but never more than the largest file we could accept.

    The rest is counted and dropped, so that the form can say how big the file was and keep what was typed. All
    files of one request together are limited too. Of who is not logged in nothing is written at all, but for the
    views that say so (``neemt_bestanden``).
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.over = ALLES_SAMEN if self.request is not None and _mag_sturen(self.request) else 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        naam, soort = self.file_name or "", self.content_type
        self.bestand = TemporaryUploadedFile(naam, soort, 0, self.charset, self.content_type_extra)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start <= GROOTSTE_BESTAND and self.over > 0:
            self.over -= len(raw_data)
            self.bestand.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        self.bestand.seek(0)
        self.bestand.size = file_size
        return self.bestand

    def upload_interrupted(self) -> None:
        if hasattr(self, "bestand"):
            self.bestand.close()


def _mag_sturen(request: HttpRequest) -> bool:
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return True
    plek = request.resolver_match
    mag = getattr(plek.func, "neemt_bestanden", None) if plek else None
    return bool(mag and plek and mag(request, **plek.kwargs))


def nieuwe_naam(uitgang: str) -> str:
    """Return a file name of ours: 128 random bits, nothing of the sender's."""
    return f"{secrets.token_hex(16)}.{uitgang}"


def controleer_omvang(bestand: UploadedFile, hoogstens: int, *, te_groot: str) -> None:
    """Refuse a file of more than ``hoogstens`` bytes, or of none."""
    if bestand.size is None or bestand.size > hoogstens:
        raise ValidationError(te_groot, code="te_groot")
    if bestand.size == 0:
        raise ValidationError("Dit bestand is leeg. Kies het bestand nog een keer.", code="leeg")


class DocumentFormField(FileField):
    """Takes a PDF, ODT or DOCX, recognised by what is in it; gives it back under a name of ours."""

    ONBEKEND = (
        "Dit bestand kennen wij niet. Kies een PDF, of een tekst van Word of LibreOffice (DOCX of ODT)."
    )
    MET_MACROS = "In dit bestand zit een programma (een macro). Bewaar het zonder macro en kies het opnieuw."

    def clean(self, data: Any, initial: Any = None) -> Any:
        bestand = super().clean(data, initial)
        if not isinstance(bestand, UploadedFile):
            return bestand
        grens = settings.DOCUMENT_MAX_BYTES
        controleer_omvang(
            bestand,
            grens,
            te_groot=f"Dit bestand is te groot. Het mag {grens // 2**20} MB zijn. Kies een kleiner bestand.",
        )
        uitgang = soort_document(bestand)
        bestand.seek(0)
        return SimpleUploadedFile(nieuwe_naam(uitgang), bestand.read())


def soort_document(bestand: Any) -> str:
    """Return "pdf", "odt" or "docx" after the content of ``bestand``; raises ValidationError for all else."""
    bestand.seek(0)
    if bestand.read(5) == b"%PDF-":
        return "pdf"
    bestand.seek(0)
    try:
        with zipfile.ZipFile(bestand) as pakket:
            delen = {deel.filename: deel for deel in pakket.infolist()}
            if sum(deel.file_size for deel in delen.values()) > UITGEPAKT_MAX_BYTES:
                raise ValidationError(DocumentFormField.ONBEKEND, code="onbekend")
            if any(
                naam.lower().endswith(("vbaproject.bin", ".class", ".js", ".py"))
                or naam.startswith(("Basic/", "Scripts/"))
                for naam in delen
            ):
                raise ValidationError(DocumentFormField.MET_MACROS, code="macros")
            if {"[Content_Types].xml", "word/document.xml"} <= delen.keys():
                return "docx"
            if (
                "mimetype" in delen
                and delen["mimetype"].file_size < 100
                and pakket.read("mimetype") == b"application/vnd.oasis.opendocument.text"
            ):
                return "odt"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        pass
    raise ValidationError(DocumentFormField.ONBEKEND, code="onbekend")
