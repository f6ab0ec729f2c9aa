"""Where the meetings keep something on people; imported when the app is ready."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from alliantie.kern.avg import Vindplaats, Zoekterm, vindplaatsen
from bijeenkomsten.acties.bewaren import PERSOONLIJK, wis_aanmelding
from bijeenkomsten.models import Aanmelding, Bijeenkomst

TEKSTEN = ("titel", "samenvatting", "programma", "locatie", "adres", "route", "kosten_uitleg", "verslag")
NOTITIES = ("reiskosten_uitleg", "redactienotitie")


def _vind_aanmeldingen(term: Zoekterm) -> list[Aanmelding]:
    rijen = Aanmelding.objects.filter(term.grof(*PERSOONLIJK)).select_related("bijeenkomst").order_by("pk")
    return [rij for rij in rijen if term.is_in([getattr(rij, veld) for veld in PERSOONLIJK])]


def _wis_aanmeldingen(rijen: Sequence[Aanmelding], term: Zoekterm) -> None:
    """Erase the sign-ups of the person, and take the person out of those of others."""
    for rij in rijen:
        if term.is_in([rij.email, rij.telefoon]):
            wis_aanmelding(aanmelding=rij)
            continue
        velden = {veld: term.haal_uit(getattr(rij, veld)) for veld in PERSOONLIJK}
        Aanmelding.objects.filter(pk=rij.pk).update(**velden)


def _exporteer_aanmelding(rij: Aanmelding) -> dict[str, Any]:
    velden = ("aantal", "is_gemeente", "eet_mee", "kinderen", "wil_reisgeld", "gekomen", "aangemeld_op")
    return {
        "bijeenkomst": rij.bijeenkomst.titel,
        "stand": rij.get_status_display(),
        **{veld: getattr(rij, veld) for veld in (*PERSOONLIJK, *velden)},
    }


def _vind_teksten(term: Zoekterm) -> list[Bijeenkomst]:
    velden = (*TEKSTEN, *NOTITIES)
    rijen = Bijeenkomst.objects.filter(term.grof(*velden)).order_by("pk")
    return [rij for rij in rijen if term.is_in([getattr(rij, veld) for veld in velden])]


vindplaatsen += [
    Vindplaats(
        enkel="aanmelding",
        meer="aanmeldingen",
        bij_wissen=(
            "Naam, adres en wat iemand nodig heeft gaan weg. Is de bijeenkomst nog niet geweest? "
            "Dan komt de plek vrij. Het aantal mensen blijft."
        ),
        vind=_vind_aanmeldingen,
        exporteer=_exporteer_aanmelding,
        wis=_wis_aanmeldingen,
        toon=lambda rij: f"{rij}, bij {rij.bijeenkomst.titel} ({rij.get_status_display().lower()})",
        adres=lambda rij: reverse(
            "admin:bijeenkomsten_bijeenkomst_aanmelding", args=[rij.bijeenkomst_id, rij.pk]
        ),
    ),
    Vindplaats(
        enkel="tekst van een bijeenkomst",
        meer="teksten van bijeenkomsten",
        bij_wissen="Deze teksten verandert u zelf. Kijk ook bij de lessen en de notitie voor de redactie.",
        vind=_vind_teksten,
        exporteer=lambda rij: {
            veld: getattr(rij, veld) for veld in (*TEKSTEN, *NOTITIES) if getattr(rij, veld)
        },
        wis=None,
        adres=lambda rij: reverse("admin:bijeenkomsten_bijeenkomst_change", args=[rij.pk]),
    ),
]
