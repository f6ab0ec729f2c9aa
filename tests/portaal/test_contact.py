"""Telling the project team something: the same form and the same care as a question to an initiatief."""

import time

import pytest
from django.conf import settings

from alliantie.kern.models import Bericht
from alliantie.portaal.acties import BERICHTEN_PER_UUR
from tests.hulp import formulier
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db
GOED = {"vraag": "Wij koken elke week.", "naam": "Ali", "bereikbaar": "ali@prive.example"}


@pytest.fixture
def velden(client, monkeypatch):
    """The fields of the form as it was opened ten seconds ago."""
    nu = time.time
    with monkeypatch.context() as klok:
        klok.setattr(time, "time", lambda: nu() - 10)
        return formulier(client.get("/contact/"), "vraag")


def test_a_message_goes_to_the_project_team_once(client, velden):
    for _ in range(2):
        antwoord = client.post("/contact/", velden | GOED)
        assert (antwoord.status_code, antwoord.url) == (302, "/contact/verstuurd/")
    assert client.get(antwoord.url).status_code == 200
    bericht = Bericht.objects.get()
    assert (bericht.aan, bericht.antwoord_aan) == (settings.PROJECTTEAM_MAIL, "ali@prive.example")
    assert all(waarde in bericht.tekst for waarde in GOED.values())


@pytest.mark.parametrize("veld", sorted(GOED))
def test_what_is_missing_is_told_and_the_rest_stays(client, velden, veld):
    antwoord = client.post("/contact/", velden | GOED | {veld: ""})
    assert antwoord.status_code == 422
    assert f"#id_{veld}" in doelen(hoofd(antwoord))
    terug = formulier(antwoord, "vraag")
    assert {naam: terug[naam][0] for naam in GOED} == GOED | {veld: ""}
    assert not Bericht.objects.exists()


def test_a_robot_is_told_all_went_well_and_nothing_is_sent(client, velden):
    assert client.post("/contact/", velden | GOED | {"onderwerp_2": "Buy now"}).status_code == 302
    assert not Bericht.objects.exists()


def test_too_many_messages_from_one_network_is_told_and_the_text_stays(client, velden):
    for nummer in range(BERICHTEN_PER_UUR):
        client.post("/contact/", velden | GOED | {"vraag": f"Bericht {nummer}"})
    antwoord = client.post("/contact/", velden | GOED)
    assert antwoord.status_code == 429
    assert "Uw tekst staat er nog" in tekst(antwoord)
    assert formulier(antwoord, "vraag")["vraag"] == [GOED["vraag"]]
