"""Photos from the disk: only ours, only as photos. With an S3 bucket the bucket serves them."""

import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404

# Only names that we gave ourselves, and only kinds that cannot run script. Documents have a view of their own.
FOTO = re.compile(
    r"(?P<naam>fotos/[0-9a-f]{32}(_[A-Za-z0-9]+)?)(/[0-9_]+)?(/[0-9]+w)?\.(?P<soort>jpg|png|avif|webp)"
)
SOORT = {"jpg": "image/jpeg", "png": "image/png", "avif": "image/avif", "webp": "image/webp"}
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
