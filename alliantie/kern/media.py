"""Photos and documents: only ours, and only as what they are. With an S3 bucket the bucket serves the photos.

Each app registers its kind of photo. A photo is to be seen by all while it is on a public page, by staff always, by
nobody once it is gone.
"""

import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.db import models
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from alliantie.kern.inlog import is_ingelogd

# Only names that we gave ourselves, and only kinds that cannot run script. Documents have a view of their own.
FOTO = re.compile(
    r"(?P<naam>fotos/[0-9a-f]{32}(_[A-Za-z0-9]+)?)(/[0-9_]+)?(/[0-9]+w)?\.(?P<soort>jpg|png|avif|webp)"
)
SOORT = {"jpg": "image/jpeg", "png": "image/png", "avif": "image/avif", "webp": "image/webp"}
DOCUMENT = {
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# Browsers keep a photo for a day: long enough to save data, short enough for whoever withdraws consent.
BEWAREN = "public, max-age=86400"


def origineel(pad: str) -> str:
    """Return the name, without extension, of the original to which the photo or rendition at ``pad`` belongs.

    Raises:
        Http404: this is no name of a photo of ours.
    """
    gevonden = FOTO.fullmatch(pad)
    if not gevonden:
        raise Http404
    return gevonden["naam"]


def lever_foto(pad: str) -> FileResponse:
    """Return the photo or rendition at ``pad`` as nothing but a picture; who may see it is for the caller to say."""
    gevonden = FOTO.fullmatch(pad)
    if not gevonden:
        raise Http404
    try:
        inhoud = (Path(settings.MEDIA_ROOT) / pad).open("rb")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as fout:
        raise Http404 from fout
    antwoord = FileResponse(inhoud, content_type=SOORT[gevonden["soort"]])
    antwoord["Cache-Control"] = BEWAREN
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord


def lever_document(bestand: Any, *, naam: str) -> FileResponse:
    """Return a document as a download called ``naam``, never shown inside the site; the caller says who may."""
    try:
        inhoud = bestand.open("rb")
    except FileNotFoundError as fout:
        raise Http404 from fout
    soort = DOCUMENT[PurePath(naam).suffix.lstrip(".")]
    antwoord = FileResponse(inhoud, as_attachment=True, filename=naam, content_type=soort)
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord


# --- photos that rows of the apps own ----------------------------------------------------------------------

Mag = Callable[[Any, Any], bool]
_fotosoorten: dict[type[models.Model], tuple[str, Mag]] = {}


def registreer_fotos(model: type[models.Model], *, bij: str, mag_bekijken: Mag) -> None:
    """Make the photos of ``model`` known; it has ``beeld`` and says ``is_openbaar``.

    Args:
        bij: name of the field with what the photo is of, which is fetched along.
        mag_bekijken: ``mag_bekijken(gebruiker, foto)``: whether staff may see one that is not public.
    """
    _fotosoorten[model] = (bij, mag_bekijken)


def _zoek(naam: str) -> tuple[Any, Mag]:
    """Return the row whose original is called ``naam``, and who may see it.

    Raises:
        Http404: no row has it.
    """
    for model, (bij, mag) in _fotosoorten.items():
        rij = model._default_manager.filter(beeld__startswith=f"{naam}.").select_related(bij).first()
        if rij is not None:
            return rij, mag
    raise Http404


@require_safe
def foto(request: HttpRequest, pad: str) -> FileResponse:
    """The photo or rendition at ``pad``."""
    rij, mag = _zoek(origineel(pad))
    if rij.is_openbaar:
        return lever_foto(pad)
    if not (is_ingelogd(request) and mag(request.user, rij)):
        raise Http404
    antwoord = lever_foto(pad)
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord
