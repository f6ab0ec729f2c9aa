"""The outbox in the admin: what went out, what came back, and sending it once more."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern import post
from alliantie.kern.models import Bericht
from tests.factories import BerichtFactory, InzendingFactory, maak_gebruiker
from tests.hulp import formulier

pytestmark = pytest.mark.django_db

LIJST = "/beheer/kern/bericht/"
ROLLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")
MAG = {"coordinator", "projectteam"}


def bezoek(rol: str = "projectteam") -> Client:
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


def kies(actie: str, *berichten: Bericht) -> dict[str, Any]:
    return {"action": actie, "index": "0", "_selected_action": [bericht.pk for bericht in berichten]}


def weg(**velden: Any) -> Bericht:
    return BerichtFactory(verzonden_op=timezone.now(), **velden)


def mailjobs() -> list[int]:
    return [job.args["bericht_id"] for job in ProcrastinateJob.objects.filter(queue_name="post")]


def in_lijst(client: Client, vraag: str) -> set[int]:
    return {bericht.pk for bericht in client.get(f"{LIJST}?{vraag}").context["cl"].result_list}


# --- once more -------------------------------------------------------------------------------------------


def test_a_mail_goes_once_more_with_the_same_words_after_asking() -> None:
    client = bezoek()
    inzending = InzendingFactory(status="concept")
    eerste, wacht = weg(inzending=inzending, antwoord_aan="els@prive.example"), BerichtFactory()
    vraag = client.post(LIJST, kies("stuur_nog_eens", eerste, wacht))
    assert Bericht.objects.count() == 2
    assert eerste.onderwerp in vraag.content.decode()
    velden = formulier(vraag, "sleutel")
    assert velden["_selected_action"] == [str(eerste.pk)]  # what still waits is not in it
    antwoord = client.post(LIJST, velden, follow=True)
    assert [str(melding) for melding in antwoord.context["messages"]] == ["1 bericht gaat nog een keer weg."]
    nieuw = Bericht.objects.exclude(pk__in=[eerste.pk, wacht.pk]).get()
    for veld in ("soort", "aan", "antwoord_aan", "onderwerp", "tekst", "inzending_id"):
        assert getattr(nieuw, veld) == getattr(eerste, veld), veld
    assert nieuw.verzonden_op is None
    assert nieuw.sleutel != eerste.sleutel
    assert mailjobs() == [nieuw.pk]


def test_a_double_click_sends_once_and_asking_again_sends_again() -> None:
    client, eerste = bezoek(), weg()
    velden = formulier(client.post(LIJST, kies("stuur_nog_eens", eerste)), "sleutel")
    for _ in range(2):
        client.post(LIJST, velden)
    assert Bericht.objects.count() == 2
    client.post(LIJST, formulier(client.post(LIJST, kies("stuur_nog_eens", eerste)), "sleutel"))
    assert Bericht.objects.count() == 3


def test_what_still_waits_is_not_sent_twice() -> None:
    client, wacht = bezoek(), BerichtFactory()
    antwoord = client.post(LIJST, kies("stuur_nog_eens", wacht), follow=True)
    assert [str(melding) for melding in antwoord.context["messages"]] == [
        "Kies berichten die al verstuurd zijn."
    ]
    assert Bericht.objects.count() == 1


@pytest.mark.parametrize("rol", ROLLEN)
def test_sending_once_more_is_for_the_team(rol: str) -> None:
    eerste = weg()
    sleutel = {"sleutel": "0b7e3a52-0d7d-4a26-9f0e-3f2d3c1f8a11"}
    velden = {naam: waarde for naam, waarde in kies("stuur_nog_eens", eerste).items() if naam != "index"}
    bezoek(rol).post(LIJST, velden | sleutel)
    assert Bericht.objects.count() == (2 if rol in MAG else 1)


# --- came back -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
def test_noting_that_a_mail_came_back(rol: str) -> None:
    terug, wacht = weg(), BerichtFactory()
    bezoek(rol).post(LIJST, kies("kwam_terug", terug, wacht))
    for bericht in (terug, wacht):
        bericht.refresh_from_db()
    assert (terug.stand == "kwam terug") is (rol in MAG)
    assert wacht.teruggekomen_op is None


def test_the_first_moment_that_it_came_back_counts() -> None:
    eerder = timezone.now() - timedelta(days=3)
    terug = weg(teruggekomen_op=eerder)
    bezoek().post(LIJST, kies("kwam_terug", terug))
    terug.refresh_from_db()
    assert terug.teruggekomen_op == eerder


def test_the_filters_tell_waiting_sent_and_come_back_apart() -> None:
    client = bezoek()
    terug, verstuurd, wacht = weg(teruggekomen_op=timezone.now()), weg(), BerichtFactory()
    assert in_lijst(client, "verstuurd=terug") == {terug.pk}
    assert in_lijst(client, "verstuurd=ja") == {terug.pk, verstuurd.pk}
    assert in_lijst(client, "verstuurd=nee") == {wacht.pk}


# --- the list --------------------------------------------------------------------------------------------


def test_the_list_says_what_kind_it_is_and_leads_to_the_inzending() -> None:
    inzending = InzendingFactory()
    html = bezoek().get(LIJST).content.decode()
    assert "Inzending is binnen" in html
    assert f'href="/beheer/kern/inzending/{inzending.pk}/change/"' in html
    bericht = Bericht.objects.get()
    detail = bezoek().get(f"{LIJST}{bericht.pk}/change/").content.decode()
    assert f'href="/beheer/kern/inzending/{inzending.pk}/change/"' in detail


def test_a_hostile_subject_is_shown_as_text() -> None:
    inzending = InzendingFactory(gegevens={"titel": "<script>alert(1)</script>"})
    BerichtFactory(onderwerp="<img src=x>", inzending=inzending)
    html = bezoek().get(LIJST).content.decode()
    assert "<script>alert" not in html
    assert "<img src=x>" not in html


def test_the_list_takes_as_many_queries_for_many_as_for_one(django_assert_num_queries: Any) -> None:
    client = bezoek()
    InzendingFactory()
    client.get(LIJST)
    for _ in range(2):
        with django_assert_num_queries(13):
            client.get(LIJST)
        InzendingFactory()
        InzendingFactory(status="afgewezen")
        BerichtFactory()


def test_sending_once_more_of_something_without_inzending() -> None:
    bericht = weg()
    nieuw = post.stuur_nog_eens(bericht=bericht, sleutel="x")
    assert (nieuw.inzending, nieuw.pk == bericht.pk) == (None, False)
