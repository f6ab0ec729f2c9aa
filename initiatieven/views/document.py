"""Documents: always a download, never shown inside the site."""

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from alliantie.kern.inlog import is_ingelogd
from alliantie.kern.media import lever_document
from initiatieven import regels
from initiatieven.models import Document


@require_safe
def document(request: HttpRequest, pk: int, naam: str) -> FileResponse:
    document = get_object_or_404(Document.objects.select_related("vermelding"), pk=pk)
    if not document.vermelding.is_openbaar and not (
        is_ingelogd(request) and regels.mag_bekijken(request.user, document.vermelding)
    ):
        raise Http404
    return lever_document(document.bestand, naam=document.bestandsnaam)
