"""What machines are told."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import InitiatiefFactory, InzendingFactory

pytestmark = pytest.mark.django_db


def test_the_sitemap_names_what_is_public_and_nothing_else(client):
    InitiatiefFactory(gepubliceerd=True, slug="soep")
    InitiatiefFactory(slug="geheim")
    antwoord = client.get("/sitemap.xml")
    assert antwoord["Content-Type"] == "application/xml"
    kaart = antwoord.content.decode()
    assert "/initiatieven/soep/</loc>" in kaart
    assert "/gemeenten/ommen/</loc>" in kaart
    assert "geheim" not in kaart


def test_robots_are_kept_out_of_the_admin_and_find_the_sitemap(client, settings):
    settings.SITE_URL = "https://portaal.example"
    tekst = client.get("/robots.txt").content.decode()
    assert "Disallow: /beheer/" in tekst
    assert "Sitemap: https://portaal.example/sitemap.xml" in tekst


def test_robots_are_kept_out_of_what_opens_with_a_link(client):
    regels = client.get("/robots.txt").content.decode().splitlines()
    for pad in ("/inzending/", "/meelezen/", "/uitvraag/", "/klopt-dit-nog/"):
        assert f"Disallow: {pad}" in regels


def test_the_sitemap_names_where_one_can_take_part_and_nothing_behind_a_link(client):
    InzendingFactory(gegevens={"titel": "Nog geheim"})
    kaart = client.get("/sitemap.xml").content.decode()
    assert "/meedoen/</loc>" in kaart
    for weg in ("inzending", "meelezen", "aanvullen", "geheim"):
        assert weg not in kaart


def test_a_leak_can_be_reported(client, settings):
    settings.SITE_URL = "https://portaal.example"
    regels = dict(
        regel.split(": ", 1)
        for regel in client.get("/.well-known/security.txt").content.decode().splitlines()
    )
    assert regels["Contact"] == "https://portaal.example/contact/"
    verloopt = datetime.strptime(regels["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=360) < verloopt - datetime.now(UTC) <= timedelta(days=366)
