"""Public forms, through the one we have: robots get nothing done, people get it done once."""

import time
from typing import Any

import pytest
from django.test import Client
from django.test.utils import freeze_time
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern.models import Bericht
from initiatieven import acties
from initiatieven.models import Initiatief
from tests.factories import ContactpersoonFactory, InitiatiefFactory
from tests.hulp import Velden, formulier, tegelijk

ADRES = "/initiatieven/soep/contact/"
KLAAR = "/initiatieven/soep/contact/verstuurd/"
INGEVULD = {
    "vraag": ["Wanneer is de soep klaar?"],
    "naam": ["Els de Vries"],
    "bereikbaar": ["els@prive.example"],
}


@pytest.fixture
def initiatief(db: None) -> Initiatief:
    return InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Soep voor allen")


def opgehaald(client: Client, geleden: float = 60) -> Velden:
    """Return the form as it was opened ``geleden`` seconds ago, filled in."""
    with freeze_time(time.time() - geleden):
        return formulier(client.get(ADRES), "zegel") | INGEVULD


def test_a_person_gets_the_question_through(client: Client, initiatief: Initiatief) -> None:
    ria = ContactpersoonFactory(initiatief=initiatief)
    antwoord = client.post(ADRES, opgehaald(client), follow=True)
    assert antwoord.redirect_chain == [(KLAAR, 302)]
    bericht = Bericht.objects.get()
    assert (bericht.aan, bericht.antwoord_aan) == (ria.email, "els@prive.example")
    assert "Wanneer is de soep klaar?" in bericht.tekst


@pytest.mark.parametrize(
    ("naam", "verandering"),
    [
        ("honeypot", {"onderwerp_2": ["Goedkope zonnebrillen"]}),
        ("no seal", {"zegel": [""]}),
        ("altered seal", {"zegel": ["0123456789abcdef0123456789abcdef:1r2s3t:zelfbedacht"]}),
        ("other key under the seal", None),
    ],
)
def test_a_robot_is_thanked_and_nothing_is_sent(
    client: Client, initiatief: Initiatief, naam: str, verandering: Any
) -> None:
    velden = opgehaald(client)
    if verandering is None:
        sleutel, _, staart = velden["zegel"][0].partition(":")
        verandering = {"zegel": [f"{sleutel[::-1]}:{staart}"]}
    antwoord = client.post(ADRES, velden | verandering, follow=True)
    assert antwoord.redirect_chain == [(KLAAR, 302)]
    assert not Bericht.objects.exists()
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.parametrize(("seconden", "verstuurd"), [(0, 0), (2, 0), (4, 1), (3 * 24 * 3600, 1)])
def test_who_fills_in_a_form_faster_than_a_person_is_a_robot(
    client: Client, initiatief: Initiatief, seconden: int, verstuurd: int
) -> None:
    antwoord = client.post(ADRES, opgehaald(client, geleden=seconden), follow=True)
    assert antwoord.redirect_chain == [(KLAAR, 302)]
    assert Bericht.objects.count() == verstuurd


def test_sending_twice_makes_one_mail(client: Client, initiatief: Initiatief) -> None:
    velden = opgehaald(client)
    for _ in range(3):
        assert client.post(ADRES, velden).headers["Location"] == KLAAR
    assert Bericht.objects.count() == ProcrastinateJob.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_click_makes_one_mail() -> None:
    InitiatiefFactory(gepubliceerd=True, slug="soep")
    client = Client()
    velden = opgehaald(client)
    antwoorden = tegelijk(*[lambda: client.post(ADRES, velden)] * 3)
    assert [antwoord.headers["Location"] for antwoord in antwoorden] == [KLAAR] * 3
    assert Bericht.objects.count() == ProcrastinateJob.objects.count() == 1


def test_two_people_with_the_same_question_make_two_mails(client: Client, initiatief: Initiatief) -> None:
    for bezoeker in (client, Client()):
        bezoeker.post(ADRES, opgehaald(bezoeker))
    assert Bericht.objects.count() == 2


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("vraag", "", "Schrijf uw vraag op"),
        ("vraag", "a" * 3001, "Uw tekst heeft 3001 letters. Er passen er 3000"),
        ("naam", "", "Vul uw naam in"),
        ("bereikbaar", "", "Vul een e-mailadres of telefoonnummer in"),
        ("bereikbaar", "els@prive", "Uw e-mailadres klopt nog niet"),
        ("bereikbaar", "els.prive.example", "Er mist een @"),
        ("bereikbaar", "06-123", "Uw telefoonnummer heeft 10 cijfers. U vulde er 5 in"),
        ("bereikbaar", "06 1234567", "Uw telefoonnummer heeft 10 cijfers. U vulde er 9 in"),
        ("bereikbaar", "06 12345678 9", "Uw telefoonnummer heeft 10 cijfers. U vulde er 11 in"),
    ],
)
def test_a_mistake_is_explained_and_nothing_typed_is_lost(
    client: Client, initiatief: Initiatief, veld: str, waarde: str, melding: str
) -> None:
    gestuurd = opgehaald(client) | {veld: [waarde]}
    antwoord = client.post(ADRES, gestuurd)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    terug = formulier(antwoord, "zegel")
    assert {naam: terug[naam] for naam in INGEVULD} == {naam: gestuurd[naam] for naam in INGEVULD}
    assert terug["zegel"] == gestuurd["zegel"]  # corrected and sent twice, it is still one question
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    "bereikbaar", ["06 12345678", "06-12 34 56 78", "+31 6 12345678", "013 5812345", "els+soep@prive.example"]
)
def test_a_phone_number_or_mail_address_will_do_however_written(
    client: Client, initiatief: Initiatief, bereikbaar: str
) -> None:
    client.post(ADRES, opgehaald(client) | {"bereikbaar": [bereikbaar]})
    assert bereikbaar in Bericht.objects.get().tekst


def test_too_many_questions_are_held_back_and_kept_in_the_form(
    client: Client, initiatief: Initiatief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acties.catalogus, "BERICHTEN_PER_UUR", 2)
    for _ in range(2):
        assert client.post(ADRES, opgehaald(client)).status_code == 302
    antwoord = client.post(ADRES, opgehaald(client))
    assert antwoord.status_code == 429
    assert formulier(antwoord, "zegel")["vraag"] == INGEVULD["vraag"]
    assert Bericht.objects.count() == 2
    elders = client.post(ADRES, opgehaald(client), REMOTE_ADDR="198.51.100.7")
    assert elders.status_code == 302


def test_a_library_with_thirty_people_fits(client: Client, initiatief: Initiatief) -> None:
    for _ in range(30):
        assert client.post(ADRES, opgehaald(client)).status_code == 302
    assert Bericht.objects.count() == 30


def test_without_csrf_token_nothing_is_sent_and_it_says_what_to_do(initiatief: Initiatief) -> None:
    client = Client(enforce_csrf_checks=True)
    velden = opgehaald(client)
    del velden["csrfmiddlewaretoken"]
    antwoord = client.post(ADRES, velden)
    assert antwoord.status_code == 403
    assert "opnieuw" in antwoord.content.decode() or "nog een keer" in antwoord.content.decode()
    assert not Bericht.objects.exists()
    assert client.post(ADRES, opgehaald(client)).status_code == 302


@pytest.mark.parametrize("wens", [{}, {"gearchiveerd": True}, {"gepubliceerd": True, "fase": "gestopt"}])
def test_who_is_not_there_cannot_be_asked(client: Client, db: None, wens: Any) -> None:
    InitiatiefFactory(slug="soep", **wens)
    assert client.get(ADRES).status_code == 404
    assert client.post(ADRES, INGEVULD).status_code == 404
    assert client.get(KLAAR).status_code == 404
