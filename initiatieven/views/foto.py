"""Photos: to be seen by all while they are on a public page, by staff always, by nobody once they are gone."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from alliantie.kern.inlog import is_ingelogd
from alliantie.kern.media import lever_foto, origineel
from initiatieven import regels
from initiatieven.models import Foto


@require_safe
def foto(request: HttpRequest, pad: str) -> FileResponse:
    foto = Foto.objects.filter(beeld__startswith=f"{origineel(pad)}.").select_related("vermelding").first()
    if foto is None:
        raise Http404
    if foto.is_openbaar:
        return lever_foto(pad)
    if not (is_ingelogd(request) and regels.mag_bekijken(request.user, foto.vermelding)):
        raise Http404
    antwoord = lever_foto(pad)
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord
