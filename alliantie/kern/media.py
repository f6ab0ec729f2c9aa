"""Photos from the disk. With an S3 bucket the bucket serves them and this view is not used."""

import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

# Only names that we gave ourselves, and only kinds that cannot run script. Documents have a view of their own.
FOTO = re.compile(r"fotos/[0-9a-f]{32}(_[A-Za-z0-9]+)?(/[0-9_]+)?(/[0-9]+w)?\.(?P<soort>jpg|png|avif|webp)")
SOORT = {"jpg": "image/jpeg", "png": "image/png", "avif": "image/avif", "webp": "image/webp"}


@require_safe
def media(request: HttpRequest, pad: str) -> FileResponse:
    gevonden = FOTO.fullmatch(pad)
    if not gevonden:
        raise Http404
    try:
        inhoud = (Path(settings.MEDIA_ROOT) / pad).open("rb")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as fout:
        raise Http404 from fout
    antwoord = FileResponse(inhoud, content_type=SOORT[gevonden["soort"]])
    antwoord["Cache-Control"] = "public, max-age=31536000, immutable"
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord
