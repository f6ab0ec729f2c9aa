"""What of the catalogue needs attention, for the start page of the admin; and removing the sample content."""

from django.contrib import messages
from django.contrib.admin.sites import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from alliantie.kern.beheer import Aandacht, extra_paginas, vragen_aandacht
from initiatieven import acties, regels
from initiatieven.models import Foto, Initiatief, Methodiek, Vermelding


def van_de_catalogus(request: HttpRequest) -> list[Aandacht]:
    punten = [*_van(Initiatief, "Initiatieven"), *_van(Methodiek, "Methodieken")]
    if regels.mag_altijd(request.user, "voorbeelden_verwijderen"):
        voorbeelden = Vermelding.objects.voorbeelden().count()
        uitleg = "Weg ermee? Dat kan hier in één keer."
        punten.append(
            Aandacht("Voorbeelden uit openbare bronnen", voorbeelden, reverse("admin:voorbeelden"), uitleg)
        )
    return punten


def _van(model: type[Initiatief] | type[Methodiek], naam: str) -> list[Aandacht]:
    lijst = reverse(f"admin:initiatieven_{model._meta.model_name}_changelist")
    zonder_alt = model.objects.filter(fotos__in=Foto.objects.zonder_alt()).distinct()
    nog_vragen = model.objects.filter(fotos__in=Foto.objects.nog_te_vragen()).distinct()
    return [
        Aandacht(
            f"{naam} die nog een concept zijn",
            model.objects.concepten().count(),
            f"{lijst}?status__exact=concept",
            "Maak ze af en publiceer ze.",
        ),
        Aandacht(
            f"{naam} met een foto zonder beschrijving",
            zonder_alt.count(),
            f"{lijst}?foto=zonder_alt",
            "Wie niet ziet, mist deze foto. Beschrijf hem in één zin.",
        ),
        Aandacht(
            f"{naam} met mensen op de foto die het nog niet weten",
            nog_vragen.count(),
            f"{lijst}?foto=nog_vragen",
            "Deze foto's zijn verborgen tot iemand het vraagt.",
        ),
        Aandacht(
            f"{naam}, al een jaar niet bevestigd",
            model.objects.lang_niet_bevestigd().count(),
            f"{lijst}?bevestigd=lang_niet",
            "Vraag of het nog klopt.",
        ),
    ]


def voorbeelden(request: HttpRequest) -> HttpResponse:
    """Ask whether all sample content may go, and throw it away after "ja"."""
    if not regels.mag_altijd(request.user, "voorbeelden_verwijderen"):
        raise PermissionDenied
    if request.method == "POST":
        aantal = acties.verwijder_voorbeelden(door=request.user)
        messages.success(request, f"{aantal} voorbeelden zijn verwijderd.")
        return HttpResponseRedirect(reverse("admin:index"))
    lijst = Vermelding.objects.voorbeelden().order_by("soort", "titel")
    context = site.each_context(request) | {"title": "Voorbeelden verwijderen", "voorbeelden": lijst}
    return TemplateResponse(request, "admin/initiatieven/voorbeelden.html", context)


vragen_aandacht.append(van_de_catalogus)
extra_paginas.append(("voorbeelden/", voorbeelden, "voorbeelden"))
