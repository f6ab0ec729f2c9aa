"""What of the catalogue needs attention, for the start page of the admin; and removing the sample content."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.sites import site
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from alliantie.kern.beheer import Aandacht, ZekerForm, extra_paginas, vragen_aandacht
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
    ]


def voorbeelden(request: HttpRequest) -> HttpResponse:
    """Ask whether all sample content may go, and throw it away after "ja"."""
    if not regels.mag_altijd(request.user, "voorbeelden_verwijderen"):
        raise PermissionDenied
    form = ZekerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        aantal = acties.verwijder_voorbeelden(door=request.user)
        messages.success(
            request, f"{aantal} {'voorbeeld is' if aantal == 1 else 'voorbeelden zijn'} verwijderd."
        )
        return HttpResponseRedirect(reverse("admin:index"))
    lijst = list(Vermelding.objects.voorbeelden().order_by("soort", "titel"))
    wie = _wie_werkte_eraan(lijst, request.user)
    context = site.each_context(request) | {
        "title": "Voorbeelden verwijderen",
        "voorbeelden": [vermelding for vermelding in lijst if vermelding.pk not in wie],
        "bewerkt": [(vermelding, wie[vermelding.pk]) for vermelding in lijst if vermelding.pk in wie],
        "aantal": len(lijst),
        "form": form,
    }
    return TemplateResponse(request, "admin/initiatieven/voorbeelden.html", context)


def _wie_werkte_eraan(vermeldingen: list[Vermelding], ik: Any) -> dict[int, str]:
    """Return per item that staff changed themselves who did, in words; the catalogue itself was put in by nobody."""
    regels = LogEntry.objects.filter(
        content_type__in=ContentType.objects.get_for_models(Initiatief, Methodiek).values(),
        object_id__in=[str(vermelding.pk) for vermelding in vermeldingen],
    ).exclude(change_message="[]")
    namen: dict[int, set[str]] = {}
    for regel in regels.select_related("user"):
        namen.setdefault(int(regel.object_id), set()).add("u" if regel.user == ik else str(regel.user))
    return {pk: " en ".join(sorted(wie, key=lambda naam: (naam != "u", naam))) for pk, wie in namen.items()}


vragen_aandacht.append(van_de_catalogus)
extra_paginas.append(("voorbeelden/", voorbeelden, "voorbeelden"))
