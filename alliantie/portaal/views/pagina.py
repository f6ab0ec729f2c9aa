"""Pages of text, and the page that machines ask whether all is well."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from alliantie.kern.opmaak import naar_html
from alliantie.kern.paginacache import publieke_pagina
from alliantie.portaal.models import Pagina


@require_safe
@publieke_pagina
def pagina(request: HttpRequest, slug: str) -> HttpResponse:
    pagina = get_object_or_404(Pagina, slug=slug)
    context = {
        "pagina": pagina,
        "tekst_html": naar_html(_vul_in(pagina.openbare_tekst), hoogste_kop=2),
        "menu_actief": slug,
    }
    return render(request, "portaal/pagina.html", context)


def _vul_in(tekst: str) -> str:
    """Put the retention periods of the settings in the text, so that the page cannot promise something else."""
    for naam, termijn in settings.BEWAARTERMIJNEN.items():
        dagen = "1 dag" if termijn.days == 1 else f"{termijn.days} dagen"
        tekst = tekst.replace(f"{{{{ bewaartermijn_{naam} }}}}", dagen)
    return tekst


@require_safe
def gezond(request: HttpRequest) -> JsonResponse:
    """200 while this process can reach its database, 503 while it cannot."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"databank": "onbereikbaar"}, status=503)
    return JsonResponse({"databank": "goed"})
