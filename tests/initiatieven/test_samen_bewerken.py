"""Two colleagues and one item: nothing is lost without a word, and a status moves along its table only."""

import pytest
from django.test import Client

from initiatieven import acties
from initiatieven.keuzes import Status
from initiatieven.models import Initiatief, Vermelding, Zoekdocument
from tests.factories import CoordinatorFactory, InitiatiefFactory, ProjectteamFactory, ThemaFactory, gemeente
from tests.hulp import formulier

pytestmark = pytest.mark.django_db


def adres(initiatief: Initiatief) -> str:
    return f"/beheer/initiatieven/initiatief/{initiatief.pk}/change/"


@pytest.fixture
def collegas() -> tuple[Client, Client]:
    anna, bert = Client(), Client()
    anna.force_login(ProjectteamFactory())
    bert.force_login(CoordinatorFactory())
    return anna, bert


def test_the_second_of_two_who_save_is_told_and_loses_nothing(collegas: tuple[Client, Client]) -> None:
    anna, bert = collegas
    initiatief = InitiatiefFactory(gepubliceerd=True)
    van_anna, van_bert = (formulier(wie.get(adres(initiatief)), "samenwerking") for wie in collegas)
    assert anna.post(adres(initiatief), van_anna | {"verhaal": "Het verhaal van Anna."}).status_code == 302
    antwoord = bert.post(adres(initiatief), van_bert | {"samenwerking": "Met de kerk."})
    assert antwoord.status_code == 200
    assert "Een collega veranderde dit terwijl u bezig was" in antwoord.content.decode()
    assert "Met de kerk." in antwoord.content.decode()
    assert Initiatief.objects.get(pk=initiatief.pk).verhaal == "Het verhaal van Anna."
    # Having read that, he may save over it.
    nog_eens = formulier(antwoord, "samenwerking")
    assert bert.post(adres(initiatief), nog_eens).status_code == 302
    assert Initiatief.objects.get(pk=initiatief.pk).samenwerking == "Met de kerk."


def test_a_row_read_before_a_move_does_not_move_it_back() -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True)
    gelezen = Initiatief.objects.get(pk=initiatief.pk)
    acties.archiveer(vermelding=Vermelding.objects.get(pk=initiatief.pk), door=None, reden="gestopt")
    gelezen.verhaal = "Nieuw."
    gelezen.save()
    nu = Initiatief.objects.get(pk=initiatief.pk)
    assert (nu.status, nu.verhaal) == (Status.GEARCHIVEERD, "Nieuw.")
    assert not Zoekdocument.objects.filter(pk=initiatief.pk).exists()


@pytest.mark.parametrize("leeg", ["verhaal", "gemeente"])
def test_what_is_on_the_site_cannot_be_emptied(collegas: tuple[Client, Client], leeg: str) -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True, plaats="", gemeente=gemeente("Breda"))
    velden = formulier(collegas[0].get(adres(initiatief)), "samenwerking")
    antwoord = collegas[0].post(adres(initiatief), velden | {leeg: ""})
    assert "Dit staat op de site en mag niet leeg zijn" in antwoord.content.decode()


def test_putting_back_a_version_puts_back_its_themes(collegas: tuple[Client, Client]) -> None:
    toen, nu = ThemaFactory(), ThemaFactory()
    initiatief = InitiatiefFactory(themas=[toen])
    oud = initiatief.history.latest()
    initiatief.themas.set([nu])
    versie = f"/beheer/initiatieven/initiatief/{initiatief.pk}/history/{oud.pk}/"
    velden = formulier(collegas[0].get(versie), "samenwerking")
    assert collegas[0].post(versie, velden).status_code == 302
    assert list(Initiatief.objects.get(pk=initiatief.pk).themas.all()) == [toen]
