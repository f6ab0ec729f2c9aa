"""The door: broken text goes no further, and never breaks the site."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import include, path

from alliantie.kern.limiet import TeVaak
from tests.factories import CoordinatorFactory, InitiatiefFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "pad",
    [
        "/initiatieven/a%00b/",
        "/%00",
        "/gemeenten/%00/",
        "/beheer/%00/",
        "/media/fotos/%00.jpg",
    ],
)
def test_a_broken_address_is_answered_with_400(client: Client, pad: str) -> None:
    antwoord = client.get(pad)
    assert antwoord.status_code == 400
    assert "<h1" in antwoord.content.decode()
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]


@pytest.mark.parametrize("pad", ["/initiatieven/%ff/", "/initiatieven/%c3%28/", "/initiatieven/%ed%a0%80/"])
def test_an_address_that_is_no_unicode_does_not_exist(client: Client, pad: str) -> None:
    assert client.get(pad).status_code == 404


@pytest.mark.parametrize("pad", ["/initiatieven/", "/initiatieven/kaart/", "/gemeenten/"])
@pytest.mark.parametrize(
    "vraag",
    [
        "q=soep%00tuin",
        "q=%00",
        "q=%ff%fe",
        "q=%ed%a0%80",
        "q=%F0%9F%9A%B2",
        "q=" + "a" * 10_000,
        "q=(%7C%26!:*'%22%5C",
        "q=<script>",
        "%00=%00",
        "thema=%00&gemeente=%00&provincie=%00&fase=%00&heeft=%00&soort=%00&doelgroep=%00",
        "pagina=%00&sorteer=%00",
        "pagina=99999999999999999999999",
    ],
)
def test_anything_may_be_asked(client: Client, pad: str, vraag: str) -> None:
    assert client.get(f"{pad}?{vraag}").status_code == 200


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("vraag", "soep\x00"), ("naam", "Els\ufffd"), ("onbekend", "\x00"), ("na\x00am", "Els")],
)
def test_broken_text_in_a_form_is_answered_with_400(client: Client, veld: str, waarde: str) -> None:
    adres = InitiatiefFactory(gepubliceerd=True).get_absolute_url() + "contact/"
    assert client.post(adres, {veld: waarde}).status_code == 400


@pytest.mark.parametrize("tekst", [b"vraag=%ff", b"vraag=%ed%a0%80", b"vraag=%00"])
def test_broken_bytes_in_a_form_are_answered_with_400(client: Client, tekst: bytes) -> None:
    adres = InitiatiefFactory(gepubliceerd=True).get_absolute_url() + "contact/"
    soort = "application/x-www-form-urlencoded"
    assert client.post(adres, tekst, content_type=soort).status_code == 400


def test_broken_text_in_the_admin_is_answered_with_400(client: Client) -> None:
    client.force_login(CoordinatorFactory())
    assert client.post("/beheer/initiatieven/thema/add/", {"naam": "a\x00b"}).status_code == 400
    assert client.post("/beheer/login/", {"username": "a\x00b", "password": "x"}).status_code == 400


@pytest.mark.parametrize(
    "vraag", ["q=%00", "q=%ff", "status__exact=%00", "p=%00", "o=%00", "q=%F0%9F%9A%B2", "p=-1"]
)
@pytest.mark.parametrize("lijst", ["initiatief", "methodiek", "organisatie"])
def test_a_broken_question_does_not_break_a_list_of_the_admin(client: Client, lijst: str, vraag: str) -> None:
    client.force_login(CoordinatorFactory())
    kapot = "%00" in vraag or "%ff" in vraag
    antwoord = client.get(f"/beheer/initiatieven/{lijst}/?{vraag}", follow=True)
    assert antwoord.status_code == (400 if kapot else 200)


@pytest.mark.parametrize("teken", ["\r\n", "\t", "\u202e", "\U0001f6b2", "é", "\u200b"])
def test_odd_but_whole_text_is_let_in(client: Client, teken: str) -> None:
    adres = InitiatiefFactory(gepubliceerd=True).get_absolute_url() + "contact/"
    assert client.post(adres, {"naam": f"Els{teken}de Vries"}).status_code == 422


def test_a_form_for_an_address_that_is_not_there_is_not_read(client: Client) -> None:
    assert client.post("/bestaat-niet/", {"naam": "\x00"}).status_code == 404


def test_too_often_is_answered_with_429(settings: Any, client: Client) -> None:
    settings.ROOT_URLCONF = __name__
    antwoord = client.get("/te-vaak/")
    assert antwoord.status_code == 429
    assert antwoord["Retry-After"] == "120"
    assert "2 min" in antwoord.content.decode()


def te_vaak(request: Any) -> Any:
    raise TeVaak(timedelta(minutes=2))


urlpatterns = [path("te-vaak/", te_vaak), path("", include("alliantie.urls"))]


@pytest.mark.django_db
@pytest.mark.parametrize("adres", ["/", "/initiatieven/", "/beheer/"])
def test_a_broken_cookie_is_answered_with_400(client: Client, adres: str) -> None:
    client.cookies["sessionid"] = "\x00aaaaaaaaaaaaaaaaa"
    assert client.get(adres).status_code == 400
