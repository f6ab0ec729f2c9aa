"""Add to what stands in the catalogue, or say what is not right; anybody may, staff judge it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from alliantie.kern.inzendingen.soort import soort_met
from alliantie.kern.inzendingen.views.beginnen import begin
from initiatieven.inzendingen.aanvulling import AanvullingInitiatief, AanvullingMethodiek
from initiatieven.models import Initiatief, Methodiek


def initiatief(request: HttpRequest, slug: str) -> HttpResponse:
    doel = get_object_or_404(
        Initiatief.objects.openbaar().select_related("hoofdthema", "gemeente"), slug=slug
    )
    return begin(request, soort_met(AanvullingInitiatief.naam), doel, beginwaarden=_gekozen(request))


def methodiek(request: HttpRequest, slug: str) -> HttpResponse:
    doel = get_object_or_404(Methodiek.objects.openbaar().select_related("hoofdthema"), slug=slug)
    return begin(request, soort_met(AanvullingMethodiek.naam), doel, beginwaarden=_gekozen(request))


def _gekozen(request: HttpRequest) -> dict[str, object]:
    """A link from a mail may have made the first choice already: "wat=gestopt"."""
    wat = request.GET.get("wat", "")
    return {"kies": [wat]} if wat else {}
