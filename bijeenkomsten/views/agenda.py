"""Meetings for a calendar: one to add, or all of a kind to subscribe to. Never who comes, or a private link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from alliantie.kern.paginacache import publieke_pagina
from bijeenkomsten.agenda import agenda
from bijeenkomsten.lijst import Bijeenkomstenlijst
from bijeenkomsten.models import Bijeenkomst

INHOUDSTYPE = "text/calendar; charset=utf-8"
NAAM = "Bijeenkomsten tegen armoede"


@require_safe
@publieke_pagina
def een(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting, to add to a calendar."""
    bijeenkomst = get_object_or_404(Bijeenkomst.objects.openbaar().select_related("gemeente"), slug=slug)
    return HttpResponse(agenda([bijeenkomst]), content_type=INHOUDSTYPE)


@require_safe
@publieke_pagina
def feed(request: HttpRequest) -> HttpResponse:
    """All meetings under the filters of the list, to subscribe to; what is called off is in it as such."""
    alle = Bijeenkomst.objects.openbaar().voor_abonnement().select_related("gemeente")
    bijeenkomsten = Bijeenkomstenlijst(request.GET, request.path, alle, zonder=("periode",))
    naam = ", ".join([NAAM, *(label for label, _ in bijeenkomsten.gekozen)])
    return HttpResponse(agenda(bijeenkomsten.rijen, naam=naam), content_type=INHOUDSTYPE)
