"""What of the catalogue needs attention, for the start page of the admin; and removing the sample content."""

from django.contrib import messages
from django.contrib.admin.sites import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from alliantie.kern.beheer import Aandacht, aandachtspunten, extra_paginas
from initiatieven import acties, regels
from initiatieven.models import Foto, Initiatief, Methodiek, Vermelding


def van_de_catalogus(request: HttpRequest) -> list[Aandacht]:
    initiatieven, methodieken = (
        reverse("admin:initiatieven_initiatief_changelist"),
        reverse("admin:initiatieven_methodiek_changelist"),
    )
    punten = [
        Aandacht(
            "Initiatieven die nog een concept zijn",
            Initiatief.objects.concepten().count(),
            f"{initiatieven}?status__exact=concept",
            "Maak ze af en publiceer ze.",
        ),
        Aandacht(
            "Methodieken die nog een concept zijn",
            Methodiek.objects.concepten().count(),
            f"{methodieken}?status__exact=concept",
            "Maak ze af en publiceer ze.",
        ),
        Aandacht(
            "Foto's zonder beschrijving",
            Foto.objects.zonder_alt().count(),
            f"{initiatieven}?foto=zonder_alt",
            "Wie niet ziet, mist deze foto. Beschrijf hem in één zin.",
        ),
        Aandacht(
            "Foto's met mensen die het nog niet weten",
            Foto.objects.nog_te_vragen().count(),
            f"{initiatieven}?foto=nog_vragen",
            "Deze foto's zijn verborgen tot iemand het vraagt.",
        ),
        Aandacht(
            "Initiatieven, al een jaar niet bevestigd",
            Initiatief.objects.lang_niet_bevestigd().count(),
            f"{initiatieven}?bevestigd=lang_niet",
            "Vraag of het nog klopt.",
        ),
        Aandacht(
            "Methodieken, al een jaar niet bevestigd",
            Methodiek.objects.lang_niet_bevestigd().count(),
            f"{methodieken}?bevestigd=lang_niet",
            "Lees ze na.",
        ),
    ]
    if regels.mag_altijd(request.user, "voorbeelden_verwijderen"):
        punten.append(
            Aandacht(
                "Voorbeelden uit openbare bronnen",
                Vermelding.objects.voorbeelden().count(),
                reverse("admin:voorbeelden"),
                "Weg ermee? Dat kan hier in één keer.",
            )
        )
    return punten


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


aandachtspunten.append(van_de_catalogus)
extra_paginas.append(("voorbeelden/", voorbeelden, "voorbeelden"))
