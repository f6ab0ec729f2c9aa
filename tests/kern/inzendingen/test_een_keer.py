"""One press of the button sends one thing, however often it comes in; and robots send nothing."""

import re
import time

import pytest
from django.test import Client

from alliantie.kern.inzendingen.acties import rij
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Bericht, Inzending, Statuswissel
from tests.factories import InitiatiefFactory, InzendingFactory
from tests.hulp import formulier, tegelijk, tegelijk_op
from tests.kern.inzendingen.afzender import adres, begin, begonnen, lang_genoeg, verstuur
from tests.publiek import tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def groepsverhaal() -> Inzending:
    """What somebody wrote for a group, with every screen filled in and nothing sent."""
    groep = {"namens": "groep", "groep_email": "groep@prive.example", "akkoord": ""}
    return InzendingFactory(status=Status.CONCEPT, gegevens=groep)


# --- once is once ------------------------------------------------------------------------------------------


def test_the_first_screen_sent_again_stays_one_inzending(client: Client) -> None:
    velden = formulier(client.get("/meedoen/initiatief/"), "titel")
    wegen = [
        client.post("/meedoen/initiatief/", velden | {"titel": titel}).url
        for titel in ("Soep", "Soep", "Brood")
    ]
    inzending = Inzending.objects.get()
    assert inzending.gegevens["titel"] == "Brood"
    for weg in wegen:
        assert client.get(weg).status_code == 200


def test_the_first_screen_of_what_was_sent_already_changes_nothing(client: Client) -> None:
    velden = formulier(client.get("/meedoen/initiatief/"), "titel")
    client.post("/meedoen/initiatief/", velden | {"titel": "Soep"})
    inzending = Inzending.objects.get()
    Inzending.objects.filter(pk=inzending.pk).update(
        gegevens=InzendingFactory(status=Status.CONCEPT).gegevens | {"titel": "Soep"}
    )
    lang_genoeg(inzending)
    assert verstuur(client, inzending).status_code == 302
    antwoord = client.post("/meedoen/initiatief/", velden | {"titel": "Brood"}, follow=True)
    assert "Wij lezen uw verhaal" in tekst(antwoord)
    inzending.refresh_from_db()
    assert (inzending.gegevens["titel"], inzending.status) == ("Soep", Status.INGEDIEND)


@pytest.mark.django_db(transaction=True)
def test_two_first_screens_at_the_same_moment_begin_one(client: Client) -> None:
    velden = formulier(client.get("/meedoen/initiatief/"), "titel") | {"titel": "Soep"}
    antwoorden = tegelijk(*(lambda: Client().post("/meedoen/initiatief/", velden) for _ in range(3)))
    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302, 302]
    assert Inzending.objects.count() == 1


def test_sending_twice_sends_once(client: Client, groepsverhaal: Inzending) -> None:
    waar = adres(groepsverhaal, "nakijken/")
    velden = formulier(client.get(waar), "zegel") | {"akkoord": "on"}
    for _ in range(3):
        antwoord = client.post(waar, velden, follow=True)
        assert "Uw verhaal is verstuurd" in tekst(antwoord)
    assert [(wissel.van, wissel.naar) for wissel in Statuswissel.objects.all()] == [("concept", "ingediend")]
    assert sorted(Bericht.objects.values_list("soort", flat=True)) == [
        "inzending_meelezen",
        "inzending_ontvangen",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_double_click_on_send_sends_once_and_both_read_so(client: Client, groepsverhaal: Inzending) -> None:
    waar = adres(groepsverhaal, "nakijken/")
    velden = formulier(client.get(waar), "zegel") | {"akkoord": "on"}
    antwoorden = tegelijk_op(groepsverhaal, *(lambda: Client().post(waar, velden) for _ in range(2)))
    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    for antwoord in antwoorden:
        assert "Uw verhaal is verstuurd" in tekst(client.get(antwoord.url, follow=True))
    assert Statuswissel.objects.count() == 1
    assert Bericht.objects.filter(soort="inzending_ontvangen").count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_saves_a_screen_while_it_is_sent_in_another_window_sees_how_it_stands(
    client: Client, groepsverhaal: Inzending
) -> None:
    waar, scherm = adres(groepsverhaal, "nakijken/"), adres(groepsverhaal, "vraag/verhaal/")
    velden = formulier(client.get(waar), "zegel") | {"akkoord": "on"}
    antwoorden = tegelijk_op(
        groepsverhaal,
        lambda: Client().post(waar, velden),
        lambda: Client().post(scherm, {"verhaal": "Later"}),
        lambda: Client().post(scherm.replace("verhaal", "kort"), {"samenvatting": "Later"}),
    )
    assert {antwoord.status_code for antwoord in antwoorden} == {302}
    groepsverhaal.refresh_from_db()
    assert groepsverhaal.status == Status.INGEDIEND


def test_what_was_taken_back_can_be_changed_and_sent_again(client: Client, groepsverhaal: Inzending) -> None:
    verstuur(client, groepsverhaal)
    stand = adres(groepsverhaal)
    assert "Neem het terug en verander het" in tekst(client.get(stand))
    assert client.post(f"{stand}terugnemen/").url == f"{stand}nakijken/"
    client.post(f"{stand}vraag/kort/", {"samenvatting": "Nu anders."})
    assert "Uw verhaal is verstuurd" in tekst(client.get(verstuur(client, groepsverhaal).url))
    groepsverhaal.refresh_from_db()
    assert groepsverhaal.gegevens["samenvatting"] == "Nu anders."


# --- robots ------------------------------------------------------------------------------------------------


def test_faster_than_a_person_is_asked_to_look_again(client: Client) -> None:
    inzending, _ = begonnen(client)
    Inzending.objects.filter(pk=inzending.pk).update(
        gegevens=InzendingFactory(status=Status.CONCEPT).gegevens
    )
    antwoord = verstuur(client, inzending)
    assert antwoord.status_code == 422
    assert "Dat ging heel snel. Kijk alles nog een keer na" in tekst(antwoord)
    inzending.refresh_from_db()
    assert inzending.status == Status.CONCEPT
    assert not Bericht.objects.exists()
    lang_genoeg(inzending)
    assert verstuur(client, inzending).status_code == 302


ROBOTS = {
    "fills in the trap": {"onderwerp_2": "Buy now"},
    "has no seal": {"zegel": ""},
    "made a seal": {"zegel": "a" * 32 + ":x:y"},
}


@pytest.mark.parametrize("wat", ROBOTS)
@pytest.mark.parametrize("waar", ["/meedoen/initiatief/", "/meedoen/tip/", "/initiatieven/brug/aanvullen/"])
def test_a_robot_on_the_first_screen_sees_success_and_begins_nothing(
    client: Client, wat: str, waar: str
) -> None:
    InitiatiefFactory(slug="brug", gepubliceerd=True)
    velden = formulier(client.get(waar), "zegel")
    antwoord = client.post(waar, velden | {"titel": "x", "kies": "verhaal"} | ROBOTS[wat], follow=True)
    assert antwoord.status_code == 200
    assert tekst(antwoord) == "Dank u wel Wij hebben uw verhaal ontvangen."
    assert not Inzending.objects.exists()


@pytest.mark.parametrize("wat", ROBOTS)
def test_a_robot_on_the_last_screen_sees_success_and_reaches_no_queue(
    client: Client, groepsverhaal: Inzending, wat: str
) -> None:
    antwoord = client.get(verstuur(client, groepsverhaal, **ROBOTS[wat]).url)
    assert tekst(antwoord) == "Dank u wel Wij hebben uw verhaal ontvangen."
    groepsverhaal.refresh_from_db()
    assert groepsverhaal.status == Status.CONCEPT
    assert not Bericht.objects.exists()


def test_too_many_from_one_network_is_told_kindly_and_what_was_typed_stays(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alliantie.kern.inzendingen.acties.invullen.BEGINNEN_PER_UUR", 2)
    for _ in range(2):
        assert begin(client, titel="Soep").status_code == 302
    for kop in ({}, {"headers": {"X-Forwarded-For": "203.0.113.7"}}):
        velden = formulier(client.get("/meedoen/initiatief/"), "titel")
        antwoord = client.post("/meedoen/initiatief/", velden | {"titel": "Brood"}, **kop)
        assert antwoord.status_code == 429
        assert re.search(r"Wat u typte, staat er nog\. Probeer het over \d+ minu", tekst(antwoord))
        assert formulier(antwoord, "titel")["titel"] == ["Brood"]
    assert Inzending.objects.count() == 2
    assert client.post("/meedoen/initiatief/", velden, REMOTE_ADDR="203.0.113.9").status_code == 422


# --- a tip: one screen -------------------------------------------------------------------------------------


def test_a_tip_is_sent_at_once_and_can_be_taken_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    tip = {"tip_wat": "Buurtsoep", "tip_waar": "Breda"}
    snel = formulier(client.get("/meedoen/tip/"), "tip_wat")
    antwoord = client.post("/meedoen/tip/", snel | tip)
    assert antwoord.status_code == 422
    assert "Dat ging heel snel" in tekst(antwoord)
    assert formulier(antwoord, "tip_wat")["tip_wat"] == ["Buurtsoep"]
    nu = time.time
    with monkeypatch.context() as klok:
        klok.setattr(time, "time", lambda: nu() - 10)
        velden = formulier(client.get("/meedoen/tip/"), "tip_wat")
    for _ in range(2):
        antwoord = client.post("/meedoen/tip/", velden | tip, follow=True)
        assert "Uw tip is verstuurd" in tekst(antwoord)
    inzending = Inzending.objects.get()
    stand = adres(inzending)
    assert "Wij lezen uw tip" in tekst(client.get(stand))
    lang_genoeg(inzending)
    nakijken = client.get(client.post(f"{stand}terugnemen/").url)
    assert "Verstuur mijn tip" in tekst(nakijken)
    assert "op de website" not in tekst(nakijken)
    assert verstuur(client, inzending).url.endswith("/verstuurd/")


def test_an_address_that_anybody_types_gets_no_flood_of_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rij, "POST_PER_ADRES", 2)
    for _ in range(3):
        InzendingFactory(gegevens={"afzender_email": "ria@prive.example"})
    assert Bericht.objects.filter(aan="ria@prive.example", soort="inzending_ontvangen").count() == 2
    assert Inzending.objects.filter(status="ingediend").count() == 3
