"""Every address of the portal answers, with the right heading; texts that staff edit; the home page."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from alliantie.portaal.models import Pagina
from tests.factories import (
    BegeleidingsgroepFactory,
    CoordinatorFactory,
    InitiatiefFactory,
    MethodiekFactory,
    ThemaFactory,
    gemeente,
)
from tests.publiek import bewerk, doelen, getoond, hoofd, tekst

pytestmark = pytest.mark.django_db
# Address, what the heading says, what the title begins with.
PAGINAS = [
    ("/", "Samen iets doen tegen armoede", "Samen tegen armoede"),
    ("/initiatieven/", "Wat doen anderen?", "Initiatieven"),
    ("/initiatieven/?q=soep", "Wat doen anderen?", "Zoek: soep"),
    ("/initiatieven/kaart/", "Waar gebeurt het?", "Kaart van Nederland"),
    ("/initiatieven/soep/", "Soep", "Soep, Breda"),
    ("/initiatieven/soep/contact/", "Stel een vraag", "Stel een vraag aan Soep"),
    ("/initiatieven/soep/contact/verstuurd/", "Uw vraag is verstuurd", "Uw vraag is verstuurd"),
    ("/methodieken/", "Neem een aanpak over", "Aanpakken om over te nemen"),
    ("/methodieken/aanpak/", "De aanpak", "De aanpak"),
    ("/themas/eten/", "Eten", "Eten"),
    ("/gemeenten/", "Wat gebeurt er bij u?", "Gemeenten"),
    ("/gemeenten/breda/", "Breda", "Samen tegen armoede in Breda"),
    ("/organisaties/", "Wie doen er mee?", "Wie doen er mee"),
    ("/contact/", "Vertel het ons", "Vertel het ons"),
    ("/initiatieven/soep/aanvullen/", "Wat wilt u doen?", "Stap 1 van 3: Wat wilt u doen?"),
    ("/methodieken/aanpak/aanvullen/", "Wat wilt u doen?", "Stap 1 van 3: Wat wilt u doen?"),
    ("/meedoen/", "Doe mee", "Doe mee"),
    ("/meedoen/initiatief/", "Hoe heet uw initiatief?", "Stap 1 van 5: Hoe heet uw initiatief?"),
    ("/inzending/", "Verder met uw verhaal", "Verder met uw verhaal"),
    ("/over/", "Over dit project", "Over dit project"),
    ("/privacy/", "Uw gegevens en uw privacy", "Uw gegevens en uw privacy"),
    ("/toegankelijkheid/", "Toegankelijkheid", "Toegankelijkheid"),
    ("/colofon/", "Colofon", "Colofon"),
]
TEKSTPAGINAS = ["over", "privacy", "toegankelijkheid", "colofon"]


@pytest.fixture
def iets():
    """One of each kind to look at."""
    thema = ThemaFactory(slug="eten", naam="Eten", uitleg="Samen koken en samen eten.")
    MethodiekFactory(gepubliceerd=True, slug="aanpak", titel="De aanpak", hoofdthema=thema)
    InitiatiefFactory(
        gepubliceerd=True, slug="soep", titel="Soep", hoofdthema=thema, plaats="", gemeente=gemeente("Breda")
    )


@pytest.mark.parametrize(("adres", "kop", "titel"), PAGINAS)
def test_every_address_answers_with_its_own_heading_and_title(client, iets, adres, kop, titel):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    html = antwoord.content.decode()
    (gevonden_kop,) = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert gevonden_kop == kop
    assert f"<title>{titel} | Sociale Alliantie</title>" in html
    assert '<html lang="nl">' in html
    assert re.search(r'<meta name="description" content="[^"]{20,}">', html)
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]
    assert "unsafe" not in antwoord["Content-Security-Policy"]


@pytest.mark.parametrize("adres", [adres for adres, *_ in PAGINAS if "?" not in adres])
def test_an_address_can_be_looked_at_but_not_written_to(client, iets, adres):
    assert client.head(adres).status_code == 200
    if not adres.endswith(("/contact/", "/aanvullen/", "/initiatief/", "/inzending/")):
        assert client.post(adres).status_code == 405
    assert client.put(adres).status_code == 405
    assert client.delete(adres).status_code == 405


def test_the_menu_says_where_one_is(client, iets):
    for adres, waar in {
        "/initiatieven/": "/initiatieven/",
        "/initiatieven/soep/": "/initiatieven/",
        "/methodieken/": "/methodieken/",
        "/methodieken/aanpak/": "/methodieken/",
        "/gemeenten/breda/": "/gemeenten/",
        "/meedoen/": "/meedoen/",
    }.items():
        html = client.get(adres).content.decode()
        assert re.findall(r'href="([^"]+)" aria-current="(?:true|page)"', html) == [waar], adres


def test_health_is_told_to_machines_and_not_kept(client):
    antwoord = client.get("/gezond/")
    assert (antwoord.status_code, antwoord.json()) == (200, {"databank": "goed"})
    assert "no-store" in antwoord["Cache-Control"]


def test_health_is_bad_when_the_database_cannot_be_reached(client, monkeypatch):
    from django.db import OperationalError

    def kapot(*_):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(connection, "cursor", kapot)
    antwoord = client.get("/gezond/")
    assert (antwoord.status_code, antwoord.json()) == (503, {"databank": "onbereikbaar"})


# --- texts that staff edit -----------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", TEKSTPAGINAS)
def test_staff_change_a_text_and_visitors_read_it_at_once(client, slug):
    client.get(f"/{slug}/")  # is in the cache now
    beheer = type(client)()
    beheer.force_login(CoordinatorFactory())
    pagina = Pagina.objects.get(slug=slug)
    adres = reverse("admin:portaal_pagina_change", args=[pagina.pk])
    bewerk(beheer, adres, titel="Nieuwe titel", inleiding="Kort.", tekst="## Kop\n\nTekst <script>x</script>")
    antwoord = client.get(f"/{slug}/")
    assert "Nieuwe titel Kort." in tekst(antwoord)
    assert ">Kop</h" in hoofd(antwoord)
    assert "<script>x" not in hoofd(antwoord)


def test_those_who_only_read_cannot_change_a_text(client):
    beheer = type(client)()
    beheer.force_login(BegeleidingsgroepFactory())
    pagina = Pagina.objects.get(slug="privacy")
    adres = reverse("admin:portaal_pagina_change", args=[pagina.pk])
    assert beheer.get(adres).status_code == 200
    assert beheer.post(adres, {"titel": "Weg", "inleiding": "", "tekst": "Weg"}).status_code == 403
    pagina.refresh_from_db()
    assert pagina.titel != "Weg"


def test_the_privacy_page_promises_what_the_settings_say(client, settings):
    settings.BEWAARTERMIJNEN = settings.BEWAARTERMIJNEN | {
        "berichten": timedelta(days=123),
        "limieten": timedelta(days=1),
    }
    gelezen = tekst(client.get("/privacy/"))
    assert "Wij bewaren uw bericht 123 dagen." in gelezen
    assert "Wij bewaren de code 1 dag." in gelezen
    assert "{{" not in gelezen


def test_every_retention_period_is_told(client, settings):
    gelezen = tekst(client.get("/privacy/"))
    for naam, termijn in settings.BEWAARTERMIJNEN.items():
        assert f"{termijn.days} dag" in gelezen, naam


def test_the_colophon_names_the_sources(client):
    gelezen = tekst(client.get("/colofon/"))
    for naam in ("MapSVG", "GeoNames", "CC BY 4.0", "Centraal Bureau voor de Statistiek"):
        assert naam in gelezen, naam


# --- home ------------------------------------------------------------------------------------------------------


def test_home_counts_what_is_public_and_shows_the_newest(client):
    thema = ThemaFactory(slug="eten", naam="Eten")
    for naam in ("Breda", "Breda", "Tilburg", "Tilburg"):
        InitiatiefFactory(gepubliceerd=True, hoofdthema=thema, gemeente=gemeente(naam))
    MethodiekFactory(gepubliceerd=True, hoofdthema=thema)
    nieuwste = InitiatiefFactory(gepubliceerd=True, hoofdthema=thema)
    ThemaFactory(slug="leeg", naam="Leeg")
    antwoord = client.get("/")
    gelezen = tekst(antwoord)
    assert "5 initiatieven Waar wilt u iets aan doen?" in gelezen  # a number under 5 says nothing
    assert "Eten 6 verhalen" in gelezen
    assert "/themas/leeg/" not in doelen(hoofd(antwoord))
    assert nieuwste.slug in getoond(antwoord)


def test_an_empty_portal_has_a_home_page_too(client):
    antwoord = client.get("/")
    assert "Wij kennen hier nog geen initiatief." in tekst(antwoord)
    assert "0 initiatieven" not in tekst(antwoord)


def test_links_on_every_page_lead_somewhere(client, iets):
    """Follow every link of the portal itself from the home page on."""
    te_doen, gezien = ["/"], {"/": ""}
    while te_doen:
        adres = te_doen.pop()
        antwoord = client.get(adres)
        assert antwoord.status_code == 200, f"{gezien[adres]} links to {adres}"
        for doel in doelen(antwoord.content.decode()):
            schoon = doel.partition("#")[0]
            if schoon.startswith("/") and not schoon.startswith("/static/") and schoon not in gezien:
                if "/gemeenten/" in schoon and "breda" not in schoon and schoon.count("/") > 2:
                    continue  # 341 of the same
                gezien[schoon] = adres
                te_doen.append(schoon)
    assert len(gezien) > 25
