"""Where the catalogue keeps something on people; imported when the app is ready."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.urls import reverse

from alliantie.kern.avg import Vindplaats, Zoekterm, vindplaatsen
from alliantie.kern.models import Toegang
from initiatieven.models import Contactpersoon, Initiatief, Methodiek, Uitvraagontvanger


def _vind_contactpersonen(term: Zoekterm) -> list[Contactpersoon]:
    rijen = Contactpersoon.objects.filter(term.grof("naam", "email", "telefoon")).select_related("initiatief")
    return [rij for rij in rijen if term.is_in([rij.naam, rij.email, rij.telefoon])]


def _vind_ontvangers(term: Zoekterm) -> list[Uitvraagontvanger]:
    rijen = Uitvraagontvanger.objects.filter(term.grof("email")).select_related(
        "uitvraag", "organisatie", "gemeente"
    )
    return [rij for rij in rijen if term.is_in(rij.email)]


def _gooi_weg_met_links(rijen: Sequence[Any], term: Zoekterm) -> None:
    for rij in rijen:
        Toegang.objects.van(rij).delete()
        rij.delete()


def _tekstvelden(model: type[models.Model]) -> list[str]:
    return [
        veld.name
        for veld in model._meta.get_fields()
        if isinstance(veld, models.CharField | models.TextField) and not veld.choices
    ]


def _vind_teksten(term: Zoekterm) -> list[Initiatief | Methodiek]:
    gevonden: list[Initiatief | Methodiek] = []
    for model in (Initiatief, Methodiek):
        velden = _tekstvelden(model)
        gevonden += [
            rij
            for rij in model.objects.filter(term.grof(*velden)).order_by("pk")
            if term.is_in([getattr(rij, veld) for veld in velden])
        ]
    return gevonden


def _exporteer_tekst(rij: Initiatief | Methodiek) -> dict[str, Any]:
    return {veld: getattr(rij, veld) for veld in _tekstvelden(type(rij)) if getattr(rij, veld)}


vindplaatsen += [
    Vindplaats(
        enkel="contactpersoon",
        meer="contactpersonen",
        bij_wissen="Deze contactpersonen gaan weg bij hun initiatief. De pagina op de site blijft.",
        vind=_vind_contactpersonen,
        exporteer=lambda rij: {
            "initiatief": rij.initiatief.titel,
            "naam": rij.naam,
            "email": rij.email,
            "telefoon": rij.telefoon,
            "gaf_toestemming_op": rij.akkoord_op,
            "gevraagd_of_het_nog_klopt_op": rij.gevraagd_op,
        },
        wis=_gooi_weg_met_links,
        toon=lambda rij: f"{rij.naam}, bij {rij.initiatief.titel}",
        adres=lambda rij: reverse("admin:initiatieven_initiatief_change", args=[rij.initiatief_id]),
    ),
    Vindplaats(
        enkel="ontvanger van een uitvraag",
        meer="ontvangers van een uitvraag",
        bij_wissen="Deze mensen gaan van de lijst. Zij krijgen geen herinnering meer.",
        vind=_vind_ontvangers,
        exporteer=lambda rij: {
            "uitvraag": rij.uitvraag.titel,
            "namens": str(rij.organisatie or rij.gemeente or ""),
            "email": rij.email,
            "verstuurd_op": rij.verstuurd_op,
            "herinnerd_op": rij.herinnerd_op,
            "antwoord_op": rij.antwoord_op,
            "weet_niemand": rij.geen_tips,
        },
        wis=_gooi_weg_met_links,
        toon=lambda rij: f"{rij} ({rij.uitvraag.titel})",
    ),
    Vindplaats(
        enkel="tekst in de catalogus",
        meer="teksten in de catalogus",
        bij_wissen="Deze teksten verandert u zelf. Kijk ook bij de notitie voor de redactie.",
        vind=_vind_teksten,
        exporteer=_exporteer_tekst,
        wis=None,
        adres=lambda rij: reverse(f"admin:initiatieven_{rij._meta.model_name}_change", args=[rij.pk]),
    ),
]
