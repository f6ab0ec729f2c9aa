"""Bestaat dit al? What is likely the same is shown while somebody tells about it, with the way to add to that."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alliantie.kern.inzendingen.keuzes import Status
from initiatieven.inzendingen.dubbel import dubbelen
from initiatieven.models import Initiatief
from tests.factories import InitiatiefFactory, InzendingFactory, MethodiekFactory, gemeente
from tests.kern.inzendingen.afzender import begonnen
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db
HETZELFDE = [
    "Eettafel De Brug",
    "eettafel de brug",
    "EETTAFEL DÉ BRÜG",
    "Eetafel de Brug",
    "Eettafel de brugg",
    "De Brug: eettafel",
    "Eettafel ‘De Brug’ Tilburg",
    "eet tafel de brug",
]
ANDERS = ["Fietsenbank", "Eettafel Het Plein", "De Brugwachters", "Taalcafé", "x", "'\"%_\\"]


@pytest.fixture
def brug() -> Initiatief:
    return InitiatiefFactory(
        titel="Eettafel De Brug", slug="brug", gemeente=gemeente("Tilburg"), plaats="", gepubliceerd=True
    )


def gevonden(titel: str, waar: str = "Tilburg") -> list[str]:
    return [een.titel for een in dubbelen(titel, gemeente(waar).pk, voor_team=False)]


@pytest.mark.parametrize("titel", HETZELFDE)
def test_the_same_in_other_words_is_found_in_the_same_gemeente(brug: Initiatief, titel: str) -> None:
    assert gevonden(titel) == ["Eettafel De Brug"]


@pytest.mark.parametrize("titel", ANDERS)
def test_something_else_is_not(brug: Initiatief, titel: str) -> None:
    assert gevonden(titel) == []


def test_elsewhere_only_the_very_same_name_is_found(brug: Initiatief) -> None:
    assert gevonden("Eettafel de Brug", "Breda") == ["Eettafel De Brug"]
    assert gevonden("Eettafel de Boom", "Breda") == []


def test_without_a_gemeente_the_name_will_do(brug: Initiatief) -> None:
    assert [een.titel for een in dubbelen("Eettafel de Brug", None, voor_team=False)] == ["Eettafel De Brug"]
    assert dubbelen("  ", None, voor_team=False) == []


def test_the_most_alike_comes_first_and_there_are_at_most_four(brug: Initiatief) -> None:
    for nummer in range(5):
        InitiatiefFactory(titel=f"Eettafel de Brug {nummer}", gemeente=gemeente("Tilburg"), gepubliceerd=True)
    namen = gevonden("Eettafel De Brug 3")
    assert len(namen) == 4
    assert namen[0] in {"Eettafel de Brug 3", "Eettafel De Brug"}


@pytest.mark.parametrize("wens", ["", "gearchiveerd"])
def test_what_is_not_public_is_shown_to_nobody_outside(client: Client, wens: str) -> None:
    InitiatiefFactory(titel="Eettafel De Brug", slug="geheim", gemeente=gemeente("Tilburg"), wens=wens)
    InzendingFactory(status=Status.INGEDIEND, gegevens={"titel": "Eettafel De Brug"})
    assert gevonden("Eettafel De Brug") == []
    voor_team = dubbelen("Eettafel De Brug", gemeente("Tilburg").pk, voor_team=True)
    assert len(voor_team) == (1 if wens else 2)
    _, hier = begonnen(client, titel="Eettafel De Brug")
    antwoord = client.post(f"{hier}vraag/waar/", {"waar": "Tilburg", "verder": "1"})
    assert antwoord.url == f"{hier}vraag/begin/"
    assert "geheim" not in client.get(f"{hier}dubbel/").content.decode()


def test_the_way_to_add_leads_to_the_page_that_is_there(client: Client, brug: Initiatief) -> None:
    _, hier = begonnen(client, titel="Eetafel de brug")
    antwoord = client.post(f"{hier}vraag/waar/", {"waar": "Tilburg", "verder": "1"})
    assert antwoord.url == f"{hier}dubbel/"
    pagina = client.get(antwoord.url)
    assert tekst(pagina).count("Eettafel De Brug") >= 1
    wegen = doelen(hoofd(pagina))
    assert "/initiatieven/brug/" in wegen
    assert client.get("/initiatieven/brug/").status_code == 200
    assert "/initiatieven/brug/aanvullen/" in wegen
    assert "Wat wilt u doen?" in tekst(client.get("/initiatieven/brug/aanvullen/"))
    assert f"{hier}vraag/begin/" in wegen
    assert client.get(f"{hier}vraag/begin/").status_code == 200


def test_who_meant_another_is_asked_nothing_more(client: Client, brug: Initiatief) -> None:
    _, hier = begonnen(client, titel="Fietsenbank")
    antwoord = client.post(f"{hier}vraag/waar/", {"waar": "Tilburg", "verder": "1"})
    assert antwoord.url == f"{hier}vraag/begin/"


@pytest.mark.parametrize("aantal", [1, 20])
def test_looking_takes_the_same_number_of_questions(aantal: int) -> None:
    for nummer in range(aantal):
        InitiatiefFactory(titel=f"Eettafel De Brug {nummer}", gemeente=gemeente("Tilburg"), gepubliceerd=True)
    MethodiekFactory(titel="Eettafel De Brug", gepubliceerd=True)
    hier = gemeente("Tilburg").pk
    dubbelen("Eettafel De Brug", hier, voor_team=False)
    with CaptureQueriesContext(connection) as vragen:
        assert dubbelen("Eettafel De Brug", hier, voor_team=False)
    assert len(vragen) == 14
