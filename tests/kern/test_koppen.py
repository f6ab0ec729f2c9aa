"""The headers that keep a page safe, on every kind of answer."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import include, path

from tests.factories import CoordinatorFactory, DocumentFactory, FotoFactory, InitiatiefFactory

pytestmark = pytest.mark.django_db


def stuk(request: Any) -> Any:
    raise ZeroDivisionError


urlpatterns = [path("stuk/", stuk), path("", include("alliantie.urls"))]
handler400 = "alliantie.kern.foutpaginas.kapot_verzoek"
handler404 = "alliantie.kern.foutpaginas.niet_gevonden"
handler500 = "alliantie.kern.foutpaginas.kapotte_site"


def csp(antwoord: Any) -> dict[str, str]:
    """Return the policy as directive → sources."""
    delen = (
        deel.split(maxsplit=1) for deel in antwoord["Content-Security-Policy"].split(";") if deel.strip()
    )
    return {deel[0]: deel[1] if len(deel) > 1 else "" for deel in delen}


@pytest.fixture
def bezoeker(settings: Any) -> Client:
    settings.ROOT_URLCONF = __name__
    InitiatiefFactory(gepubliceerd=True, slug="soep")
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("soort", "adres", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/initiatieven/", 200),
        ("GET", "/initiatieven/soep/", 200),
        ("GET", "/initiatieven/soep/contact/", 200),
        ("GET", "/over/", 200),
        ("GET", "/gezond/", 200),
        ("GET", "/beheer/login/", 200),
        ("GET", "/beheer/", 302),
        ("GET", "/over", 301),
        ("GET", "/bestaat-niet/", 404),
        ("GET", "/initiatieven/bestaat-niet/", 404),
        ("GET", "/%00", 400),
        ("PUT", "/gezond/", 403),
        ("POST", "/initiatieven/soep/contact/", 403),
        ("GET", "/stuk/", 500),
    ],
)
def test_every_answer_has_the_strict_policy(bezoeker: Client, soort: str, adres: str, status: int) -> None:
    for _ in range(2):  # the second one may come from the cache
        antwoord = bezoeker.generic(soort, adres)
        assert antwoord.status_code == status
        beleid = csp(antwoord)
        assert beleid["default-src"] == "'none'"
        assert beleid["script-src"] == beleid["style-src"] == "'self'"
        assert beleid["frame-ancestors"] == beleid["base-uri"] == "'none'"
        assert beleid["form-action"] == "'self'"
        assert "unsafe" not in antwoord["Content-Security-Policy"]
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["Referrer-Policy"] == "same-origin"


def test_a_host_that_is_not_ours_is_refused_with_the_policy(bezoeker: Client) -> None:
    antwoord = bezoeker.get("/", headers={"host": "kwaad.example"})
    assert antwoord.status_code == 400
    assert csp(antwoord)["default-src"] == "'none'"


@pytest.mark.parametrize(
    "lijst", ["", "initiatieven/initiatief/", "initiatieven/initiatief/add/", "kern/bericht/"]
)
def test_the_admin_has_the_strict_policy_and_needs_no_more(client: Client, lijst: str) -> None:
    client.force_login(CoordinatorFactory())
    antwoord = client.get(f"/beheer/{lijst}")
    assert antwoord.status_code == 200
    assert csp(antwoord)["default-src"] == "'none'"
    html = antwoord.content.decode()
    assert "<style" not in html
    assert ' style="' not in html
    assert ' onclick="' not in html
    assert "<script>" not in html


def test_files_of_others_cannot_run_anything(client: Client) -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True)
    document = DocumentFactory(vermelding=initiatief, bestand=ContentFile(b"%PDF-1.7", "a" * 32 + ".pdf"))
    foto = FotoFactory(vermelding=initiatief)
    for adres in (document.get_absolute_url(), foto.beeld.url):
        antwoord = client.get(adres)
        assert antwoord.status_code == 200
        assert "sandbox" in csp(antwoord)
        assert csp(antwoord)["default-src"] == "'none'"
        assert antwoord["X-Content-Type-Options"] == "nosniff"


def test_a_broken_site_says_so_without_the_reason(bezoeker: Client) -> None:
    antwoord = bezoeker.get("/stuk/")
    assert antwoord.status_code == 500
    html = antwoord.content.decode()
    assert "ZeroDivisionError" not in html
    assert 'lang="nl"' in html
