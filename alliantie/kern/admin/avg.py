"""Requests under the AVG: look for somebody, hand over what is held, erase it."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin.sites import site
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from alliantie.kern import avg, regels
from alliantie.kern.beheer import Menupunt, ZekerForm, extra_menu, extra_paginas
from alliantie.kern.models import Gebruiker
from alliantie.kern.rollen import heeft_rol

TITEL = "Vragen over gegevens"
# What each button asks for, and who may.
KNOPPEN = {"zoek": "zoeken", "bewaar": "bewaren", "wis": "wissen", "zeker_wis": "wissen"}


class ZoekForm(forms.Form):
    use_required_attribute = False

    wie = forms.CharField(
        label="Mailadres of telefoonnummer",
        help_text="Spaties en streepjes maken niet uit. +31 6 en 06 vinden hetzelfde.",
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={
            "required": "Vul een mailadres of een telefoonnummer in",
            "max_length": "Dit is te lang. Vul een mailadres of een telefoonnummer in",
        },
    )

    def clean_wie(self) -> avg.Zoekterm:
        return avg.lees_zoekterm(self.cleaned_data["wie"])


def _mag(gebruiker: Any, actie: str) -> bool:
    return heeft_rol(gebruiker, regels.MAG["avg"][actie])


@sensitive_post_parameters("wie")
def vragen_over_gegevens(request: HttpRequest) -> HttpResponse:
    """One page; what is looked for travels in the body of a POST, so that no log and no history keeps it."""
    knop = next((naam for naam in KNOPPEN if naam in request.POST), "zoek")
    if not _mag(request.user, KNOPPEN[knop]):
        raise PermissionDenied
    form = ZoekForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _toon(request, form)
    term: avg.Zoekterm = form.cleaned_data["wie"]
    if knop == "zeker_wis":
        return _wis(request, form, term)
    gevonden = avg.zoek(term)
    if knop == "bewaar":
        return _als_bestand(avg.exporteer(term, gevonden))
    zeker = ZekerForm() if knop == "wis" else None
    return _toon(request, form, term=term, gevonden=gevonden, zeker=zeker)


def _wis(request: HttpRequest, form: ZoekForm, term: avg.Zoekterm) -> HttpResponse:
    zeker = ZekerForm(request.POST)
    if not zeker.is_valid():
        return _toon(request, form, term=term, gevonden=avg.zoek(term), zeker=zeker)
    wat = avg.wis_alles(term=term, door=cast(Gebruiker, request.user))
    tekst = f"Gewist: {wat}. Dat er is gewist, staat in het logboek. Van wie, staat er niet bij."
    messages.success(request, tekst if wat else "Er was niets meer om te wissen.")
    return HttpResponseRedirect(reverse("admin:avg"))


def _als_bestand(gegevens: dict[str, Any]) -> HttpResponse:
    antwoord = JsonResponse(
        gegevens, encoder=DjangoJSONEncoder, json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    # The name says nothing about whose data it is.
    antwoord["Content-Disposition"] = 'attachment; filename="gegevens-op-verzoek.json"'
    return antwoord


def _toon(request: HttpRequest, form: ZoekForm, **wat: Any) -> HttpResponse:
    """Show the question, what was found, or (with ``zeker``) what will be erased."""
    gevonden = wat.get("gevonden") or []
    context = site.each_context(request) | {
        "title": TITEL,
        "form": form,
        "kan_wissen": any(deel.plaats.wis for deel in gevonden),
        **wat,
    }
    sjabloon = "admin/kern/avg_wis.html" if wat.get("zeker") else "admin/kern/avg.html"
    return TemplateResponse(request, sjabloon, context)


extra_paginas.append(("avg/", vragen_over_gegevens, "avg"))
extra_menu.append(
    Menupunt(TITEL, "avg", ("Teksten en mensen", 36), lambda gebruiker: _mag(gebruiker, "zoeken"))
)
