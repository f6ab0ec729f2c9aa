"""The rules through the admin: real requests by every role, and what they left in the database."""

from typing import Any

import pytest
from django.test import Client

from initiatieven.models import Contactpersoon, Foto, Initiatief, Methodiek, Vermelding
from tests.factories import (
    BegeleidingsgroepFactory,
    ContactpersoonFactory,
    CoordinatorFactory,
    FotoFactory,
    InitiatiefFactory,
    MethodiekFactory,
    ProjectteamFactory,
    maak_gebruiker,
)
from tests.hulp import Velden, extra_rij, formulier
from tests.initiatieven.rechten import LETTER, MAG_ALTIJD, ROLLEN, STATUSSEN, elk_geval, mag

pytestmark = pytest.mark.django_db

LIJST = "/beheer/initiatieven/initiatief/"
NIEUW = "Door mij veranderd"
GEWEIGERD = {302, 403}
ADRES_VAN_RIA = "ria@prive.example"


def bezoek(rol: str) -> Client:
    """Return a browser in which somebody of this role is logged in."""
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


def in_status(status: str, **velden: Any) -> Initiatief:
    return InitiatiefFactory(**({} if status == "concept" else {status: True}), **velden)


def ingevuld(initiatief: Initiatief) -> Velden:
    """Return the change form as one who may change it gets it (archived items show none: borrow it as a concept)."""
    status = initiatief.status
    Vermelding.objects.filter(pk=initiatief.pk).update(status="concept")
    velden = formulier(bezoek("coordinator").get(f"{LIJST}{initiatief.pk}/change/"), "titel")
    Vermelding.objects.filter(pk=initiatief.pk).update(status=status)
    return velden


# --- one item -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("bekijken"))
def test_reading(rol: str, actie: str, status: str) -> None:
    initiatief = in_status(status, verhaal="Alleen voor wie mag lezen")
    for adres in (f"{initiatief.pk}/change/", f"{initiatief.pk}/voorvertoning/", f"{initiatief.pk}/history/"):
        antwoord = bezoek(rol).get(LIJST + adres)
        if mag(rol, actie, status):
            assert antwoord.status_code == 200
        else:
            assert antwoord.status_code in GEWEIGERD
            assert "Alleen voor wie mag lezen" not in antwoord.content.decode()


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("wijzigen"))
def test_changing(rol: str, actie: str, status: str) -> None:
    initiatief = in_status(status)
    foto = FotoFactory(vermelding=initiatief, alt="Een tafel")
    ria = ContactpersoonFactory(initiatief=initiatief, email=ADRES_VAN_RIA)
    velden = ingevuld(initiatief) | {
        "titel": [NIEUW],
        "fotos-0-alt": [NIEUW],
        "contactpersonen-0-email": ["kaper@kwaad.example"],
    }
    extra_rij(velden, "lessen", titel=NIEUW)
    extra_rij(velden, "contactpersonen", naam="Kaper", email="kaper2@kwaad.example")
    antwoord = bezoek(rol).post(f"{LIJST}{initiatief.pk}/change/", velden)
    for rij in (initiatief, foto, ria):
        rij.refresh_from_db()
    gelukt = mag(rol, actie, status)
    assert (initiatief.titel == NIEUW) is gelukt
    assert (foto.alt == NIEUW) is gelukt
    assert (ria.email != ADRES_VAN_RIA) is gelukt
    assert initiatief.lessen.count() == (1 if gelukt else 0)
    assert initiatief.contactpersonen.count() == (2 if gelukt else 1)
    assert antwoord.status_code == 302 if gelukt else antwoord.status_code in GEWEIGERD
    assert initiatief.status == status


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("wijzigen"))
def test_taking_away_parts(rol: str, actie: str, status: str) -> None:
    initiatief = in_status(status)
    FotoFactory(vermelding=initiatief)
    ContactpersoonFactory(initiatief=initiatief)
    velden = ingevuld(initiatief) | {"fotos-0-DELETE": ["on"], "contactpersonen-0-DELETE": ["on"]}
    bezoek(rol).post(f"{LIJST}{initiatief.pk}/change/", velden)
    weg = mag(rol, actie, status)
    assert Foto.objects.exists() is not weg
    assert Contactpersoon.objects.exists() is not weg


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("wijzigen"))
def test_restoring_an_old_version(rol: str, actie: str, status: str) -> None:
    initiatief = in_status(status, titel="Zoals het was")
    versie = initiatief.history.first().history_id
    Initiatief.objects.get(pk=initiatief.pk).save()
    velden = ingevuld(initiatief) | {"titel": ["Zoals het was"]}
    Vermelding.objects.filter(pk=initiatief.pk).update(titel="Zoals het is")
    antwoord = bezoek(rol).post(f"{LIJST}{initiatief.pk}/history/{versie}/", velden)
    initiatief.refresh_from_db()
    gelukt = mag(rol, actie, status)
    assert (initiatief.titel == "Zoals het was") is gelukt, antwoord.status_code
    assert initiatief.status == status


NAAR = {"publiceren": "gepubliceerd", "terughalen": "concept", "archiveren": "gearchiveerd"}


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval(*NAAR))
def test_moving(rol: str, actie: str, status: str) -> None:
    initiatief = in_status(status)
    adres, velden = f"{LIJST}status/{actie}/", {"pk": initiatief.pk, "reden": "Omdat het moet"}
    client = bezoek(rol)
    gelukt = mag(rol, actie, status)
    assert (client.get(adres, velden).status_code == 200) is gelukt
    initiatief.refresh_from_db()
    assert initiatief.status == status  # a GET changes nothing
    antwoord = client.post(adres, velden)
    initiatief.refresh_from_db()
    assert antwoord.status_code in GEWEIGERD
    assert initiatief.status == (NAAR[actie] if gelukt else status)


@pytest.mark.parametrize("status", STATUSSEN)
@pytest.mark.parametrize("rol", ["coordinator", "projectteam", "begeleidingsgroep"])
def test_the_page_offers_the_moves_that_are_allowed_and_no_other(rol: str, status: str) -> None:
    initiatief = in_status(status)
    html = bezoek(rol).get(f"{LIJST}{initiatief.pk}/change/").content.decode()
    for actie in NAAR:
        assert (f"/status/{actie}/?pk={initiatief.pk}" in html) is mag(rol, actie, status)


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("verwijderen"))
def test_deleting(rol: str, actie: str, status: str) -> None:
    initiatief = in_status(status)
    antwoord = bezoek(rol).post(f"{LIJST}{initiatief.pk}/delete/", {"post": "yes"})
    assert Vermelding.objects.exists() is not mag(rol, actie, status)
    assert antwoord.status_code in GEWEIGERD


# --- many at once -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("actie", ["publiceer", "haal_terug", "archiveer"])
def test_a_bulk_action_only_asks_and_only_who_may(rol: str, actie: str) -> None:
    rijen = [in_status(status) for status in STATUSSEN]
    antwoord = bezoek(rol).post(LIJST, {"action": actie, "_selected_action": [rij.pk for rij in rijen]})
    vraagt = f"{LIJST}status/" in antwoord.headers.get("Location", "")
    assert vraagt is (LETTER.get(rol, "-") in "cp")
    assert [Vermelding.objects.get(pk=rij.pk).status for rij in rijen] == list(STATUSSEN)


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("actie", NAAR)
def test_moving_many_moves_those_that_may(rol: str, actie: str) -> None:
    rijen = {status: in_status(status) for status in STATUSSEN}
    velden = {"pk": [rij.pk for rij in rijen.values()], "reden": "Opruimen"}
    bezoek(rol).post(f"{LIJST}status/{actie}/", velden)
    for status, rij in rijen.items():
        rij.refresh_from_db()
        assert rij.status == (NAAR[actie] if mag(rol, actie, status) else status)


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("status", STATUSSEN)
def test_deleting_many_follows_the_same_rule(rol: str, status: str) -> None:
    rijen = [in_status(status), in_status(status)]
    velden = {"action": "delete_selected", "_selected_action": [rij.pk for rij in rijen], "post": "yes"}
    bezoek(rol).post(LIJST, velden)
    assert Vermelding.objects.exists() is not mag(rol, "verwijderen", status)


def test_one_published_item_keeps_the_whole_selection_from_being_deleted() -> None:
    rijen = [in_status("concept"), in_status("gepubliceerd")]
    velden = {"action": "delete_selected", "_selected_action": [rij.pk for rij in rijen], "post": "yes"}
    bezoek("coordinator").post(LIJST, velden)
    assert Vermelding.objects.count() == 2


# --- not about one item -------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize(("soort", "model"), [("initiatief", Initiatief), ("methodiek", Methodiek)])
def test_adding(rol: str, soort: str, model: Any) -> None:
    adres = f"/beheer/initiatieven/{soort}/add/"
    (InitiatiefFactory if soort == "initiatief" else MethodiekFactory)()  # there is a theme to choose
    bestaand = model.objects.get()
    velden = formulier(bezoek("coordinator").get(adres), "titel") | {
        "titel": [NIEUW], "slug": ["door-mij"], "samenvatting": ["Kort."], "in_het_kort": ["Kort."],
        "hoofdthema": [bestaand.hoofdthema_id],
    }  # fmt: skip
    antwoord = bezoek(rol).post(adres, velden)
    gelukt = LETTER.get(rol, "-") in MAG_ALTIJD["toevoegen"]
    assert model.objects.filter(titel=NIEUW).exists() is gelukt, antwoord.content.decode()[:3000]
    if gelukt:
        assert model.objects.get(titel=NIEUW).status == "concept"


@pytest.mark.parametrize("rol", ROLLEN)
def test_removing_the_samples(rol: str) -> None:
    in_status("gepubliceerd", voorbeeld=True)
    client = bezoek(rol)
    gelukt = LETTER.get(rol, "-") in MAG_ALTIJD["voorbeelden_verwijderen"]
    assert (client.get("/beheer/voorbeelden/").status_code == 200) is gelukt
    assert Vermelding.objects.exists()
    for antwoord in ("", "nee", "jaja"):
        client.post("/beheer/voorbeelden/", {"zeker": antwoord})
        assert Vermelding.objects.exists()
    client.post("/beheer/voorbeelden/", {"zeker": " Ja "})
    assert Vermelding.objects.exists() is not gelukt


def test_removing_the_samples_says_what_the_team_worked_on() -> None:
    bewerkt, ander = in_status("concept", voorbeeld=True), in_status("concept", voorbeeld=True)
    client = bezoek("coordinator")
    adres = f"{LIJST}{bewerkt.pk}/change/"
    velden = formulier(client.get(adres), "titel") | {"titel": [NIEUW]}
    client.post(adres, velden)
    client.post(f"{LIJST}{ander.pk}/change/", formulier(client.get(f"{LIJST}{ander.pk}/change/"), "titel"))
    context = client.get("/beheer/voorbeelden/").context
    assert [(vermelding.pk, wie) for vermelding, wie in context["bewerkt"]] == [(bewerkt.pk, "u")]
    assert [vermelding.pk for vermelding in context["voorbeelden"]] == [ander.pk]


@pytest.mark.parametrize("rol", ["coordinator", "begeleidingsgroep"])
def test_what_is_not_complete_gets_no_button_to_publish(rol: str) -> None:
    initiatief = in_status("concept", verhaal="", redactienotitie="Bel Ria nog.")
    antwoord = bezoek(rol).get(f"{LIJST}status/publiceren/", {"pk": initiatief.pk})
    if rol == "begeleidingsgroep":
        assert antwoord.status_code == 403
        return
    html = antwoord.content.decode()
    assert "Schrijf het verhaal" in html
    assert "Bel Ria nog." in html
    assert 'name="reden"' not in html


@pytest.mark.parametrize("fabriek", [CoordinatorFactory, ProjectteamFactory, BegeleidingsgroepFactory])
@pytest.mark.parametrize("status", STATUSSEN)
def test_only_the_team_sees_who_can_be_reached(fabriek: Any, status: str) -> None:
    initiatief = in_status(status)
    ContactpersoonFactory(initiatief=initiatief, naam="Ria van Hiernaast", email=ADRES_VAN_RIA)
    client = Client()
    client.force_login(fabriek())
    html = client.get(f"{LIJST}{initiatief.pk}/change/").content.decode()
    ziet = fabriek is not BegeleidingsgroepFactory
    assert ("Ria van Hiernaast" in html) is ziet
    assert (ADRES_VAN_RIA in html) is ziet
    for adres in ("", f"{initiatief.pk}/voorvertoning/", f"{initiatief.pk}/history/", "?q=Ria"):
        assert "Ria van Hiernaast" not in client.get(LIJST + adres).content.decode()


def test_status_cannot_be_smuggled_in_through_the_form() -> None:
    initiatief = in_status("concept")
    velden = ingevuld(initiatief) | {"status": ["gepubliceerd"], "gepubliceerd_op": ["2026-01-01"]}
    bezoek("coordinator").post(f"{LIJST}{initiatief.pk}/change/", velden)
    initiatief.refresh_from_db()
    assert initiatief.status == "concept"


def test_parts_of_another_item_cannot_be_smuggled_in() -> None:
    eigen, ander = in_status("concept"), in_status("gearchiveerd")
    FotoFactory(vermelding=eigen)
    vreemd = FotoFactory(vermelding=ander, alt="Van een ander")
    velden = ingevuld(eigen) | {"fotos-0-id": [vreemd.pk], "fotos-0-alt": [NIEUW]}
    bezoek("coordinator").post(f"{LIJST}{eigen.pk}/change/", velden)
    vreemd.refresh_from_db()
    assert vreemd.alt == "Van een ander"
