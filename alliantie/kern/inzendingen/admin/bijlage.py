"""Photos and documents that came in, for staff only; nothing of them is public."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from alliantie.kern.inzendingen import regels
from alliantie.kern.models import Bijlage

INHOUDSTYPE = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
def bijlage(request: HttpRequest, pk: int, bijlage_id: int, **kwargs: Any) -> FileResponse:
    """Serve one attachment: a photo to look at, a document only as a download."""
    rij = get_object_or_404(Bijlage.objects.select_related("inzending"), pk=bijlage_id, inzending_id=pk)
    if not regels.mag(request.user, "bekijken", rij.inzending):  # type: ignore[arg-type]
        raise PermissionDenied
    try:
        inhoud = rij.bestand.open("rb")
    except FileNotFoundError as fout:
        raise Http404 from fout
    antwoord = FileResponse(
        inhoud,
        as_attachment=not rij.is_foto,
        filename=f"inzending-{pk}-{rij.pk}.{rij.uitgang}",
        content_type=INHOUDSTYPE.get(rij.uitgang, "application/octet-stream"),
    )
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord
