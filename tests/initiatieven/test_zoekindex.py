"""The search follows the catalogue: what staff change in the admin is found (or no longer) at once."""

import pytest
from django.urls import reverse

from initiatieven import acties, zoeken
from initiatieven.models import Synoniem, Zoekdocument
from tests.factories import (
    BetrokkeneFactory,
    CoordinatorFactory,
    DoelgroepFactory,
    FotoFactory,
    InitiatiefFactory,
    MethodiekFactory,
    OrganisatieFactory,
    StapFactory,
    ThemaFactory,
    gemeente,
)
from tests.publiek import bewerk, getoond, zoek

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(client):
    """A browser in which the coordinator is logged in (``client`` is a visitor's)."""
    ander = type(client)()
    ander.force_login(CoordinatorFactory())
    return ander


def wijzig(beheer, rij, **anders):
    """Change fields of ``rij`` on its page in the admin."""
    adres = reverse(f"admin:{rij._meta.app_label}_{rij._meta.model_name}_change", args=[rij.pk])
    bewerk(beheer, adres, **anders)


def test_what_is_published_is_found_and_what_is_taken_back_is_not(client):
    initiatief = InitiatiefFactory(slug="soep", titel="Pompoensoep")
    assert zoek(client, "pompoensoep") == []
    acties.publiceer(vermelding=initiatief, door=None)
    assert zoek(client, "pompoensoep") == ["soep"]
    acties.haal_terug(vermelding=initiatief, door=None, reden="nog niet af")
    assert zoek(client, "pompoensoep") == []
    acties.publiceer(vermelding=initiatief, door=None)
    acties.archiveer(vermelding=initiatief, door=None, reden="gestopt")
    assert zoek(client, "pompoensoep") == []
    assert not Zoekdocument.objects.exists()


@pytest.mark.parametrize("veld", ["titel", "samenvatting", "plaats", "verhaal", "geleerd"])
def test_an_edited_text_is_found_by_its_new_words_only(client, beheer, veld):
    initiatief = InitiatiefFactory(gepubliceerd=True, slug="soep", **{"verhaal": "Ja.", veld: "Pompoenen"})
    assert zoek(client, "pompoenen") == ["soep"]
    wijzig(beheer, initiatief, **{veld: "Komkommers"})
    assert (zoek(client, "komkommers"), zoek(client, "pompoenen")) == (["soep"], [])


def test_an_edited_step_of_a_methodiek_is_found(client, beheer):
    methodiek = MethodiekFactory(gepubliceerd=True, slug="aanpak")
    StapFactory(methodiek=methodiek, titel="Eerst dit")
    wijzig(beheer, methodiek, **{"stappen-0-titel": "Oogst pompoenen"})
    assert zoek(client, "pompoenen") == ["aanpak"]


def test_an_edit_of_a_concept_does_not_make_it_findable(client, beheer):
    wijzig(beheer, InitiatiefFactory(), titel="Pompoenen")
    assert zoek(client, "pompoenen") == []


@pytest.mark.parametrize("waar", ["hoofdthema", "themas", "doelgroepen", "organisatie"])
def test_another_name_for_what_it_belongs_to_is_found(client, beheer, waar):
    fabriek = {"doelgroepen": DoelgroepFactory, "organisatie": OrganisatieFactory}.get(waar, ThemaFactory)
    rij = fabriek(naam="Pompoenen")
    relatie = {} if waar == "organisatie" else {waar: rij if waar == "hoofdthema" else [rij]}
    initiatief = InitiatiefFactory(gepubliceerd=True, slug="daar", **relatie)
    if waar == "organisatie":
        BetrokkeneFactory(initiatief=initiatief, organisatie=rij)
        acties.verwerk_wijziging(ids=[initiatief.pk])
    assert zoek(client, "pompoenen") == ["daar"]
    wijzig(beheer, rij, naam="Komkommers")
    assert (zoek(client, "komkommers"), zoek(client, "pompoenen")) == (["daar"], [])


def test_another_name_for_a_gemeente_is_found(client, beheer):
    breda = gemeente("Breda")
    InitiatiefFactory(gepubliceerd=True, slug="daar", gemeente=breda)
    wijzig(beheer, breda, ook_bekend_als="Parel van het Zuiden")
    assert zoek(client, "parel") == ["daar"]


def test_a_new_photo_is_counted_under_what_there_is_to_see(client):
    initiatief = InitiatiefFactory(gepubliceerd=True, slug="gezien")
    FotoFactory(vermelding=initiatief, toestemming="nog_vragen")
    acties.verwerk_wijziging(ids=[initiatief.pk])
    assert getoond(client.get("/initiatieven/?heeft=fotos")) == []
    FotoFactory(vermelding=initiatief, toestemming="ja")
    acties.verwerk_wijziging(ids=[initiatief.pk])
    assert getoond(client.get("/initiatieven/?heeft=fotos")) == ["gezien"]


def test_a_new_synonym_works_at_once_and_stops_when_it_is_gone(client, beheer):
    InitiatiefFactory(gepubliceerd=True, slug="gezocht", titel="Een rijwiel")
    assert zoek(client, "fiets") == []
    beheer.post(reverse("admin:initiatieven_synoniem_add"), {"woorden": "fiets, rijwiel"})
    assert zoek(client, "fiets") == ["gezocht"]
    beheer.post(
        reverse("admin:initiatieven_synoniem_changelist"),
        {"action": "delete_selected", "_selected_action": [Synoniem.objects.get().pk], "post": "yes"},
    )
    assert zoek(client, "fiets") == []


def test_building_the_index_anew_changes_nothing(client):
    methodiek = MethodiekFactory(handreiking=True, plan=True, gepubliceerd=True)
    InitiatiefFactory.create_batch(3, gepubliceerd=True, methodiek=methodiek, gemeente=gemeente())
    voor = list(Zoekdocument.objects.order_by("pk").values())
    zoeken.herindexeer()
    assert list(Zoekdocument.objects.order_by("pk").values()) == voor
