"""A meeting in the admin after it was announced: another time, calling off, the report, what waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from django.utils import timezone

from alliantie.kern.models import Bericht, Inzending
from bijeenkomsten.acties import aanmelden
from bijeenkomsten.models import Aanmelding, Bijeenkomst, Bijeenkomstles
from initiatieven.models import Les
from tests.bijeenkomsten.beheerder import LIJST, adres, bewaar, open_form
from tests.factories import InitiatiefFactory, LesFactory, MethodiekFactory, ProjectteamFactory, ThemaFactory
from tests.factories.bijeenkomsten import (
    AanmeldingFactory,
    BijeenkomstFactory,
)
from tests.hulp import extra_rij, formulier

pytestmark = pytest.mark.django_db


@pytest.fixture
def els() -> AbstractBaseUser:
    return ProjectteamFactory(naam="Els", email="els@voorbeeld.example")


@pytest.fixture
def client(els: Any) -> Client:
    client = Client()
    client.force_login(els)
    return client


# --- another time or place --------------------------------------------------------------------------------


def test_another_place_asks_before_anybody_is_told(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory(locatie="De Brug")
    ria = AanmeldingFactory(bijeenkomst=bijeenkomst, naam="Ria", email="ria@prive.example")
    AanmeldingFactory(bijeenkomst=bijeenkomst, naam="Bas", email="", telefoon="0612345678")
    al = Bericht.objects.count()
    antwoord = bewaar(client, bijeenkomst, locatie="De Boot")
    assert antwoord["Location"] == adres(bijeenkomst, "gewijzigd/")
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.volgnummer == 1
    blad = client.get(antwoord["Location"])
    html = blad.content.decode()
    assert "Bel deze mensen" in html
    assert "0612345678" in html
    assert Bericht.objects.count() == al
    velden = formulier(blad, "tekst")
    assert "De Boot" in velden["tekst"][0]
    for _ in range(2):  # a double click
        client.post(antwoord["Location"], velden | {"tekst": velden["tekst"][0] + "\nTot dan, [naam]!"})
    (bericht,) = Bericht.objects.filter(soort="bijeenkomst_gewijzigd")
    assert bericht.aan == ria.email
    assert "Goedendag Ria," in bericht.tekst
    assert "Tot dan, Ria!" in bericht.tekst
    assert "/aanmelding/" in bericht.tekst
    assert "[" not in bericht.tekst
    assert "SEQUENCE:1" in bericht.agenda
    assert "De Boot" in bericht.agenda


@pytest.mark.parametrize(
    ("velden", "anders"),
    [
        ({}, {"route": "Met de bus."}),
        ({"voorbij": True}, {"locatie": "De Boot"}),
        ({"concept": True}, {"locatie": "De Boot"}),
    ],
)
def test_what_nobody_needs_to_hear_asks_nothing(
    client: Client, velden: dict[str, Any], anders: dict[str, str]
) -> None:
    bijeenkomst = BijeenkomstFactory(**velden)
    if not velden:
        AanmeldingFactory(bijeenkomst=bijeenkomst)
    assert bewaar(client, bijeenkomst, **anders)["Location"] == LIJST


def test_a_mail_without_text_does_not_go(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory()
    AanmeldingFactory(bijeenkomst=bijeenkomst)
    pad = adres(bijeenkomst, "gewijzigd/")
    antwoord = client.post(pad, formulier(client.get(pad), "tekst") | {"tekst": " "})
    assert antwoord.status_code == 422
    assert "Schrijf wat er in de mail moet staan" in antwoord.content.decode()
    assert not Bericht.objects.filter(soort="bijeenkomst_gewijzigd").exists()


# --- status -----------------------------------------------------------------------------------------------


def test_publishing_names_what_is_missing_and_gives_no_button(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory(concept=True, soort="online", gemeente=None)
    pad = adres(bijeenkomst, "besluit/publiceren/")
    html = client.get(pad).content.decode()
    assert "Vul de link in om mee te doen" in html
    assert "Maak het af" in html
    client.post(pad)
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.status == "concept"


def test_calling_off_shows_the_mail_and_sends_what_was_made_of_it(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory(titel="Samen leren")
    AanmeldingFactory(bijeenkomst=bijeenkomst, naam="Ria", email="ria@prive.example")
    AanmeldingFactory(bijeenkomst=bijeenkomst, naam="Bas", email="", telefoon="0612345678")
    pad = adres(bijeenkomst, "besluit/afgelasten/")
    blad = client.get(pad)
    assert "0612345678" in blad.content.decode()
    velden = formulier(blad, "tekst")
    assert velden["onderwerp"] == ["Gaat niet door: Samen leren"]
    zonder_reden = client.post(pad, velden)
    assert zonder_reden.status_code == 422
    assert "Schrijf kort op waarom" in zonder_reden.content.decode()
    klaar = velden | {"reden": "Zaal dicht", "tekst": "Dag [naam]. De zaal is dicht. [link]"}
    for _ in range(2):
        client.post(pad, klaar)
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.status == "afgelast"
    (bericht,) = Bericht.objects.filter(soort="bijeenkomst_afgelast")
    assert bericht.tekst.startswith("Dag Ria. De zaal is dicht. http")
    assert "Zaal dicht" in client.get(adres(bijeenkomst, "history/")).content.decode()


def test_taking_back_what_people_signed_up_for_is_explained(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory()
    AanmeldingFactory(bijeenkomst=bijeenkomst)
    pad = adres(bijeenkomst, "besluit/terughalen/")
    assert "Terughalen kan dan niet meer" in client.get(pad).content.decode()
    html = client.post(pad, {"reden": "Toch"}, follow=True).content.decode()
    assert "Dit kan niet meer, want er zijn mensen aangemeld" in html


def test_an_old_version_comes_back_with_its_lists_and_calendars_follow(client: Client) -> None:
    thema = ThemaFactory()
    bijeenkomst = BijeenkomstFactory(locatie="De Brug", themas=[thema])
    bewaar(client, bijeenkomst, locatie="De Brug 1")
    versie = bijeenkomst.history.first()
    bewaar(client, bijeenkomst, locatie="De Boot", themas=[])
    pad = adres(bijeenkomst, f"history/{versie.pk}/")
    client.post(pad, formulier(client.get(pad), "titel"))
    bijeenkomst.refresh_from_db()
    assert (bijeenkomst.locatie, list(bijeenkomst.themas.all())) == ("De Brug 1", [thema])
    assert bijeenkomst.volgnummer == 3


# --- afterwards -------------------------------------------------------------------------------------------


def les_erbij(client: Client, bijeenkomst: Bijeenkomst, doel: Any, titel: str, **anders: str) -> Any:
    velden = open_form(client, bijeenkomst) | anders
    rij = {
        "titel": titel,
        "tekst": "Begin klein.",
        "vermelding": str(doel.pk) if doel else "",
        "volgorde": "",
    }
    return client.post(adres(bijeenkomst), extra_rij(velden, "lessen", **rij))


def test_lessons_become_readable_when_the_report_is_there(client: Client) -> None:
    doel = MethodiekFactory(gepubliceerd=True)
    LesFactory(vermelding=doel, titel="Al eerder", volgorde=10)
    bijeenkomst = BijeenkomstFactory(voorbij=True)
    assert les_erbij(client, bijeenkomst, doel, "Kook samen").status_code == 302
    assert not Les.objects.filter(titel="Kook samen").exists()
    assert les_erbij(client, bijeenkomst, None, "Alleen hier", verslag="Het was goed.").status_code == 302
    lessen = list(doel.lessen.order_by("volgorde").values_list("titel", "volgorde"))
    assert lessen == [("Al eerder", 10), ("Kook samen", 20)]
    les = Bijeenkomstles.objects.get(titel="Kook samen")
    assert les.les is not None
    assert Bijeenkomstles.objects.get(titel="Alleen hier").les is None
    assert "Kook samen" in Client().get(doel.get_absolute_url()).content.decode()

    ander = MethodiekFactory(gepubliceerd=True)  # the text and the page change: the same lesson follows
    velden = open_form(client, bijeenkomst)
    nummer = next(naam[7:-6] for naam, waarde in velden.items() if waarde == ["Kook samen"])
    velden |= {f"lessen-{nummer}-titel": "Kook met z'n allen", f"lessen-{nummer}-vermelding": str(ander.pk)}
    assert client.post(adres(bijeenkomst), velden).status_code == 302
    verhuisd = Les.objects.get(pk=les.les_id)
    assert (verhuisd.titel, verhuisd.vermelding_id) == ("Kook met z'n allen", ander.pk)
    velden = open_form(client, bijeenkomst) | {f"lessen-{nummer}-DELETE": "on"}
    assert client.post(adres(bijeenkomst), velden).status_code == 302
    assert not Les.objects.filter(pk=les.les_id).exists()
    assert Les.objects.count() == 1


def test_a_visit_proposes_a_change_the_moderated_way(client: Client, els: Any) -> None:
    doel = InitiatiefFactory(titel="Eettafel De Brug", gepubliceerd=True)
    bijeenkomst = BijeenkomstFactory(
        soort="projectbezoek", bezocht=doel, verslag="Zij koken nu ook op vrijdag."
    )
    pad = adres(bijeenkomst, "voorstel/")
    assert "Stel een wijziging voor" in client.get(adres(bijeenkomst)).content.decode()
    velden = formulier(client.get(pad), "tekst")
    assert velden["tekst"] == ["Zij koken nu ook op vrijdag."]
    for _ in range(2):
        assert client.post(pad, velden | {"tekst": "Er is nu ook vrijdag eten."}).status_code == 302
    inzending = Inzending.objects.get()
    assert (inzending.soort, inzending.status, inzending.doel) == ("aanvulling", "ingediend", doel)
    assert inzending.gegevens["opmerking"] == "Er is nu ook vrijdag eten."
    assert (inzending.naam, inzending.email) == ("Els", "els@voorbeeld.example")
    doel.refresh_from_db()
    assert "vrijdag" not in doel.verhaal  # nothing changes until it is judged
    leeg = client.post(pad, velden | {"tekst": " "})
    assert leeg.status_code == 422
    assert "Schrijf op wat er anders moet" in leeg.content.decode()


def test_without_a_visit_there_is_nothing_to_propose(client: Client) -> None:
    assert client.get(adres(BijeenkomstFactory(), "voorstel/")).status_code == 404


# --- start page -------------------------------------------------------------------------------------------


def test_the_start_page_says_what_to_do(client: Client) -> None:
    nu = timezone.now()
    BijeenkomstFactory(begin=nu - timedelta(days=3))
    snel = BijeenkomstFactory(begin=nu + timedelta(days=4), capaciteit=1)
    plek = AanmeldingFactory(bijeenkomst=snel)
    for naam in ("Bas", "Cor"):
        AanmeldingFactory(bijeenkomst=snel, naam=naam, email="", telefoon="0612345678")
    aanmelden.meld_af(aanmelding=plek)
    bas = snel.aanmeldingen.get(naam="Bas")
    assert bas.status == "aangeboden"
    regels = {punt.label: punt for punt in client.get("/beheer/").context["aandacht"]}
    assert regels["Bijeenkomsten binnen twee weken"].aantal == 1
    assert regels["Bijeenkomsten zonder verslag"].aantal == 1
    assert regels["Mensen zonder mailadres op een wachtlijst"].aantal == 1
    assert "Vrije plekken die vandaag vervallen" not in regels
    straks = timezone.localtime().replace(hour=23, minute=59)
    Aanmelding.objects.filter(pk=bas.pk).update(bevestigen_voor=straks)
    regels = {punt.label: punt for punt in client.get("/beheer/").context["aandacht"]}
    punt = regels["Vrije plekken die vandaag vervallen"]
    assert (punt.aantal, punt.url) == (1, adres(snel, "aanmeldingen/#bellen"))
    assert client.get(punt.url).status_code == 200
