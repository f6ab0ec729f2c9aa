"""The 342 gemeenten and 12 provincies of 2026."""

import csv
import re
from pathlib import Path

import pytest
from django.apps import apps

from initiatieven.models import Gemeente, Provincie
from tests.factories import gemeente
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db
PER_PROVINCIE = {
    "Groningen": 10,
    "Friesland": 18,
    "Drenthe": 12,
    "Overijssel": 25,
    "Flevoland": 6,
    "Gelderland": 51,
    "Utrecht": 26,
    "Noord-Holland": 44,
    "Zuid-Holland": 50,
    "Zeeland": 13,
    "Noord-Brabant": 56,
    "Limburg": 31,
}


def test_all_are_there_under_their_province():
    assert Provincie.objects.count() == 12
    assert Gemeente.objects.count() == 342
    for naam, aantal in PER_PROVINCIE.items():
        assert Gemeente.objects.filter(provincie__naam=naam).count() == aantal, naam


def test_they_are_what_the_source_says():
    bestand = Path(apps.get_app_config("initiatieven").path) / "gegevens" / "gemeenten.csv"
    with bestand.open(encoding="utf-8", newline="") as rijen:
        bron = {rij["cbs_code"]: rij for rij in csv.DictReader(rijen)}
    assert len(bron) == 342
    for een in Gemeente.objects.select_related("provincie"):
        rij = bron.pop(een.code)
        assert (een.naam, een.provincie.naam) == (rij["naam"], rij["provincie"])
        assert (float(een.breedtegraad), float(een.lengtegraad)) == (
            float(rij["breedtegraad"]),
            float(rij["lengtegraad"]),
        )
    assert not bron


@pytest.mark.parametrize(
    ("naam", "code", "provincie"),
    [
        ("Amsterdam", "GM0363", "Noord-Holland"),
        ("'s-Gravenhage", "GM0518", "Zuid-Holland"),
        ("Maastricht", "GM0935", "Limburg"),
        ("Súdwest-Fryslân", "GM1900", "Friesland"),
        ("Vijfheerenlanden", "GM1961", "Utrecht"),
        ("Land van Cuijk", "GM1982", "Noord-Brabant"),
    ],
)
def test_known_codes_are_right(naam, code, provincie):
    een = gemeente(naam)
    assert (een.code, een.provincie.naam) == (code, provincie)


def test_codes_and_addresses_have_the_right_form():
    for een in Gemeente.objects.all():
        assert re.fullmatch(r"GM\d{4}", een.code), een
        assert re.fullmatch(r"[a-z0-9-]+", een.slug), een
    assert all(re.fullmatch(r"PV\d\d", provincie.code) for provincie in Provincie.objects.all())


@pytest.mark.parametrize(
    ("een", "ander", "km"),
    [("Amsterdam", "Rotterdam", 57), ("Groningen", "Maastricht", 268), ("Tilburg", "Goirle", 5)],
)
def test_distances_are_as_the_crow_flies(een, ander, km):
    assert gemeente(een).afstand_tot(gemeente(ander)) == pytest.approx(km, rel=0.05, abs=1)
    assert gemeente(een).afstand_tot(gemeente(ander)) == gemeente(ander).afstand_tot(gemeente(een))


@pytest.mark.parametrize(
    ("vraag", "naam"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("den haag", "'s-Gravenhage"),
        ("gravenhage", "'s-Gravenhage"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("sudwest", "Súdwest-Fryslân"),
        ("Zuidwest", "Súdwest-Fryslân"),
        ("tilb", "Tilburg"),
        (" BREDA ", "Breda"),
        ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
    ],
)
def test_a_gemeente_is_found_by_any_name_that_people_use(client, vraag, naam):
    antwoord = client.get("/gemeenten/", {"q": vraag})
    assert gemeente(naam).get_absolute_url() in doelen(hoofd(antwoord))
    assert len([doel for doel in doelen(hoofd(antwoord)) if doel.startswith("/gemeenten/")]) <= 3


@pytest.mark.parametrize("vraag", ["Atlantis", "<b>", "%", "'"])
def test_a_gemeente_that_does_not_exist_gets_ways_on(client, vraag):
    antwoord = client.get("/gemeenten/", {"q": vraag})
    if vraag == "'":
        assert "/gemeenten/s-gravenhage/" in doelen(hoofd(antwoord))
    else:
        assert f"Geen gemeente gevonden voor ‘{vraag}’" in tekst(antwoord)
        assert "/gemeenten/" in doelen(hoofd(antwoord))


def test_the_list_of_gemeenten_leads_to_each_of_them(client):
    html = hoofd(client.get("/gemeenten/"))
    gelinkt = {doel for doel in doelen(html) if re.fullmatch(r"/gemeenten/[\w-]+/", doel)}
    assert gelinkt == {een.get_absolute_url() for een in Gemeente.objects.all()}
    for provincie in Provincie.objects.all():
        assert f'id="{provincie.slug}"' in html
