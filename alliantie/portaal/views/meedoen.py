"""What a visitor can send, and the first screen of what has no page of its own yet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alliantie.kern.inzendingen.soort import alle_soorten
from alliantie.kern.inzendingen.views.beginnen import begin
from alliantie.kern.paginacache import publieke_pagina


@require_safe
@publieke_pagina
def meedoen(request: HttpRequest) -> HttpResponse:
    return render(request, "portaal/meedoen.html", {"menu_actief": "meedoen"})


def vertel(request: HttpRequest, soort: str) -> HttpResponse:
    """Begin a kind that is about nothing that stands in the catalogue already."""
    gekozen = next((een for een in alle_soorten() if een.naam == soort and not een.is_aanvulling), None)
    if gekozen is None:
        raise Http404
    return begin(request, gekozen)
