"""The page of one gemeente: what runs here, near by, and in places of like size."""

import pytest

from initiatieven import acties
from initiatieven.models import Gemeente
from tests.factories import InitiatiefFactory, MethodiekFactory, ThemaFactory, gemeente
from tests.publiek import doelen, getoond, hoofd, tekst, zoek

pytestmark = pytest.mark.django_db


def test_it_shows_what_runs_here_and_counts_it(client):
    hier = InitiatiefFactory.create_batch(3, gepubliceerd=True, gemeente=gemeente("Breda"))
    InitiatiefFactory(gepubliceerd=True, gemeente=gemeente("Tilburg"))
    antwoord = client.get("/gemeenten/breda/")
    assert "Wij kennen 3 initiatieven in Breda." in tekst(antwoord)
    assert set(getoond(antwoord)) == {initiatief.slug for initiatief in hier}


def test_it_counts_all_of_them_and_leads_to_the_rest_when_there_are_many(client):
    InitiatiefFactory.create_batch(
        26, gepubliceerd=True, gemeente=gemeente("Breda"), hoofdthema=ThemaFactory()
    )
    antwoord = client.get("/gemeenten/breda/")
    assert "Wij kennen 26 initiatieven in Breda." in tekst(antwoord)
    assert "/initiatieven/?soort=initiatief&gemeente=breda" in doelen(hoofd(antwoord))


def test_without_anything_here_it_says_so_and_asks(client):
    antwoord = client.get("/gemeenten/breda/")
    assert antwoord.status_code == 200
    assert "nog geen initiatief" in tekst(antwoord)
    assert {"/meedoen/initiatief/", "/meedoen/tip/"} <= set(doelen(hoofd(antwoord)))


def test_the_nearest_gemeenten_with_something_are_named_in_order(client):
    for naam in ("Groningen", "Tilburg", "Oosterhout", "Maastricht"):
        InitiatiefFactory(gepubliceerd=True, gemeente=gemeente(naam))
    antwoord = client.get("/gemeenten/breda/")
    assert [buur.naam for buur, *_ in antwoord.context["dichtbij"]] == ["Oosterhout", "Tilburg"]
    assert [buur.naam for buur, *_ in antwoord.context["verder"]] == ["Maastricht", "Groningen"]
    assert "Oosterhout : 1 initiatief, op 9" in tekst(antwoord)


def test_gemeenten_of_half_to_double_the_size_are_named_nearest_in_size_first(client):
    inwoners = {
        "Breda": 100,
        "Tilburg": 200,
        "Oosterhout": 90,
        "Maastricht": 49,
        "Groningen": 201,
        "Zwolle": 120,
    }
    for naam, aantal in inwoners.items():
        Gemeente.objects.filter(naam=naam).update(inwoners=aantal)
        InitiatiefFactory(gepubliceerd=True, gemeente=gemeente(naam))
    Gemeente.objects.filter(naam="Utrecht").update(inwoners=100)  # as large, but nothing runs there
    antwoord = client.get("/gemeenten/breda/")
    assert [ander.naam for ander in antwoord.context["gelijke_grootte"]] == [
        "Oosterhout",
        "Zwolle",
        "Tilburg",
    ]
    assert "Even grote gemeenten" in tekst(antwoord)


def test_without_numbers_of_inhabitants_nothing_is_said_of_size(client):
    InitiatiefFactory(gepubliceerd=True, gemeente=gemeente("Tilburg"))
    assert "Even grote gemeenten" not in tekst(client.get("/gemeenten/breda/"))


def test_methodieken_that_nobody_here_follows_yet_are_offered(client):
    gevolgd, nieuw = MethodiekFactory.create_batch(2, gepubliceerd=True)
    InitiatiefFactory(gepubliceerd=True, gemeente=gemeente("Breda"), methodiek=gevolgd)
    InitiatiefFactory(gepubliceerd=True, gemeente=gemeente("Tilburg"), methodiek=nieuw)
    context = client.get("/gemeenten/breda/").context
    assert [m.pk for m in context["methodieken"]] == [nieuw.pk]
    assert [m.pk for m in context["methodieken_hier"]] == [gevolgd.pk]


def test_a_gemeente_that_merged_leads_to_where_it_went_and_is_in_no_list(client):
    Gemeente.objects.filter(naam="Breda").update(opgegaan_in=gemeente("Tilburg"))
    antwoord = client.get("/gemeenten/breda/")
    assert (antwoord.status_code, antwoord.url) == (302, "/gemeenten/tilburg/")
    assert "/gemeenten/breda/" not in doelen(hoofd(client.get("/gemeenten/")))


def test_an_initiatief_in_a_gemeente_that_merged_is_found_where_it_went(client):
    InitiatiefFactory(gepubliceerd=True, slug="daar", gemeente=gemeente("Breda"))
    Gemeente.objects.filter(naam="Breda").update(opgegaan_in=gemeente("Tilburg"))
    acties.voeg_gemeente_samen(gemeente=gemeente("Breda"))
    assert getoond(client.get("/initiatieven/?gemeente=tilburg")) == ["daar"]
    assert zoek(client, "tilburg") == ["daar"]
    (stip,) = client.get("/initiatieven/kaart/").context["stippen"]
    assert (stip.gemeente.naam, stip.url) == ("Tilburg", "/initiatieven/?gemeente=tilburg")
