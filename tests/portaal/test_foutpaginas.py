"""When something goes wrong a visitor reads what to do, in our own look, with the status that machines need."""

import re

import pytest
from django.test import override_settings

pytestmark = pytest.mark.django_db


FOUTEN = [
    ("/mislukt/verzoek/", 400, "Dit lukte niet"),
    ("/mislukt/verboden/", 403, "Hier mag u niet bij"),
    ("/mislukt/weg/", 404, "Deze pagina is er niet"),
    ("/bestaat/niet/", 404, "Deze pagina is er niet"),
    ("/initiatieven/bestaat-niet/", 404, "Deze pagina is er niet"),
    ("/methodieken/bestaat-niet/", 404, "Deze pagina is er niet"),
    ("/gemeenten/bestaat-niet/", 404, "Deze pagina is er niet"),
    ("/documenten/1/x.pdf", 404, "Deze pagina is er niet"),
    ("/media/fotos/x.jpg", 404, "Deze pagina is er niet"),
    ("/mislukt/vaak/", 429, "Wacht even"),
    ("/mislukt/stuk/", 500, "Er ging iets mis bij ons"),
]


@pytest.mark.parametrize(("adres", "status", "kop"), FOUTEN)
@override_settings(ROOT_URLCONF="tests.fouten")
def test_a_mistake_is_a_friendly_page_with_its_own_status(client, adres, status, kop):
    client.raise_request_exception = False
    antwoord = client.get(adres)
    html = antwoord.content.decode()
    assert antwoord.status_code == status
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [kop]
    assert 'lang="nl"' in html
    assert 'href="/"' in html.partition("<main")[2]
    assert "css/alliantie" in html
    assert "secret detail" not in html
    assert "Traceback" not in html
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]
    assert antwoord["Cache-Control"] == "private, no-store"


@override_settings(ROOT_URLCONF="tests.fouten")
def test_too_often_says_how_long_to_wait(client):
    antwoord = client.get("/mislukt/vaak/")
    assert antwoord["Retry-After"] == "420"
    assert "over 7 minuten" in antwoord.content.decode()


def test_a_page_that_does_not_exist_offers_to_search(client):
    html = client.get("/soep/").content.decode()
    assert re.search(r'<form[^>]*action="/initiatieven/"', html)
    assert {"/initiatieven/", "/methodieken/"} <= set(re.findall(r'href="([^"]+)"', html))


@override_settings(ROOT_URLCONF="tests.fouten")
def test_the_page_for_a_broken_site_needs_no_database(client, django_assert_num_queries):
    client.raise_request_exception = False
    with django_assert_num_queries(1):  # the page cache asks for the version of the content
        assert client.get("/mislukt/stuk/").status_code == 500


def test_an_address_without_its_slash_leads_to_the_page(client):
    antwoord = client.get("/initiatieven")
    assert (antwoord.status_code, antwoord.url) == (301, "/initiatieven/")
