"""Logging in: who may enter, and what guessing costs."""

from typing import Any

import pytest
from django.test import Client

from alliantie.kern.beheer.site import POGINGEN_PER_UUR
from tests.factories import (
    BegeleidingsgroepFactory,
    CoordinatorFactory,
    GebruikerFactory,
    GeenStafFactory,
    ProjectteamFactory,
)
from tests.factories.gebruikers import WACHTWOORD

pytestmark = pytest.mark.django_db

INLOG = "/beheer/login/"


def log_in(client: Client, email: str, wachtwoord: str = WACHTWOORD, **koppen: Any) -> Any:
    naar = koppen.pop("naar", "/beheer/")
    return client.post(INLOG, {"username": email, "password": wachtwoord, "next": naar}, **koppen)


def is_binnen(client: Client) -> bool:
    return client.get("/beheer/").status_code == 200


@pytest.mark.parametrize(
    "schrijfwijze", ["els@voorbeeld.example", "ELS@Voorbeeld.example", " els@voorbeeld.example "]
)
def test_the_mail_address_may_be_written_in_any_case(client: Client, schrijfwijze: str) -> None:
    CoordinatorFactory(email="els@voorbeeld.example")
    assert log_in(client, schrijfwijze).headers["Location"] == "/beheer/"
    assert is_binnen(client)


@pytest.mark.parametrize("wie", [CoordinatorFactory, ProjectteamFactory, BegeleidingsgroepFactory])
def test_every_role_may_enter(client: Client, wie: Any) -> None:
    log_in(client, wie().email)
    assert is_binnen(client)


@pytest.mark.parametrize(
    ("wie", "eigenschappen"), [(GeenStafFactory, {}), (CoordinatorFactory, {"is_active": False})]
)
def test_who_is_no_staff_or_left_stays_outside(client: Client, wie: Any, eigenschappen: Any) -> None:
    antwoord = log_in(client, wie(**eigenschappen).email)
    assert antwoord.status_code == 200
    assert not is_binnen(client)


def test_who_leaves_while_logged_in_is_out_on_the_next_click(client: Client) -> None:
    gebruiker = CoordinatorFactory()
    log_in(client, gebruiker.email)
    assert is_binnen(client)
    gebruiker.is_active = False
    gebruiker.save()
    assert not is_binnen(client)


def test_a_wrong_password_and_an_unknown_address_look_the_same(client: Client) -> None:
    CoordinatorFactory(email="els@voorbeeld.example")
    fout = log_in(client, "els@voorbeeld.example", "verkeerd")
    onbekend = log_in(client, "bestaatniet@voorbeeld.example", "verkeerd")
    assert fout.status_code == onbekend.status_code == 200
    meldingen = {tuple(a.context["form"].non_field_errors()) for a in (fout, onbekend)}
    assert len(meldingen) == 1


def test_an_account_is_made_with_small_letters_and_once() -> None:
    assert GebruikerFactory(email=" Els@Voorbeeld.Example").email == "els@voorbeeld.example"


# --- guessing ------------------------------------------------------------------------------------------------


def test_after_five_wrong_passwords_the_door_stays_shut(
    client: Client, django_assert_num_queries: Any
) -> None:
    els = CoordinatorFactory()
    antwoorden = [log_in(client, els.email, f"poging {n}").status_code for n in range(5)]
    assert antwoorden == [200, 200, 200, 200, 429]
    antwoord = log_in(client, els.email)  # the right one, too late
    assert antwoord.status_code == 429
    assert int(antwoord["Retry-After"]) == 15 * 60
    assert "15 minuten" in antwoord.content.decode()
    assert not is_binnen(client)


def test_writing_the_address_otherwise_is_no_way_around(client: Client) -> None:
    CoordinatorFactory(email="els@voorbeeld.example")
    namen = ["els@voorbeeld.example", "Els@voorbeeld.example", "ELS@voorbeeld.example", " els@voorbeeld.example",
             "els@Voorbeeld.example"]  # fmt: skip
    laatste = [log_in(client, naam, "verkeerd").status_code for naam in namen][-1]
    assert laatste == 429
    assert log_in(client, "els@voorbeeld.example").status_code == 429


def test_a_colleague_behind_the_same_address_can_still_log_in(client: Client) -> None:
    els, bas = CoordinatorFactory(), ProjectteamFactory()
    for _ in range(6):
        log_in(client, els.email, "verkeerd")
    collega = Client()
    assert log_in(collega, bas.email).status_code == 302
    assert is_binnen(collega)


def test_nobody_can_lock_somebody_out_from_elsewhere(client: Client) -> None:
    els = CoordinatorFactory()
    for _ in range(6):
        log_in(client, els.email, "verkeerd", REMOTE_ADDR="198.51.100.66")
    assert log_in(client, els.email).status_code == 302


def test_a_forged_address_is_no_way_around(client: Client) -> None:
    els = CoordinatorFactory()
    statussen = [
        log_in(client, els.email, "verkeerd", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}").status_code
        for n in range(5)
    ]
    assert statussen[-1] == 429


def test_logging_in_starts_the_count_anew(client: Client) -> None:
    els = CoordinatorFactory()
    for _ in range(2):
        for _ in range(4):
            assert log_in(client, els.email, "verkeerd").status_code == 200
        assert log_in(client, els.email).status_code == 302
        client.post("/beheer/logout/")


# --- where to after -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naar", "komt_op"),
    [
        ("/beheer/initiatieven/initiatief/", "/beheer/initiatieven/initiatief/"),
        ("https://kwaad.example/", "/beheer/"),
        ("//kwaad.example/", "/beheer/"),
        ("/\\kwaad.example/", "/beheer/"),
        ("javascript:alert(1)", "/beheer/"),
    ],
)
def test_one_is_never_sent_to_another_site(client: Client, naar: str, komt_op: str) -> None:
    assert log_in(client, CoordinatorFactory().email, naar=naar).headers["Location"] == komt_op


def test_logging_out_takes_a_click_of_ones_own(client: Client) -> None:
    log_in(client, CoordinatorFactory().email)
    assert client.get("/beheer/logout/").status_code == 405
    assert is_binnen(client)
    client.post("/beheer/logout/")
    assert not is_binnen(client)


def test_who_tries_many_accounts_from_one_address_is_stopped(client: Client) -> None:
    antwoorden = [
        client.post(INLOG, {"username": f"iemand{nummer}@example.org", "password": "geraden"}).status_code
        for nummer in range(POGINGEN_PER_UUR + 1)
    ]
    assert antwoorden == [200] * POGINGEN_PER_UUR + [429]
