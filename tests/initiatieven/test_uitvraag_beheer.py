"""Uitvragen in the admin: who gets one, sending it, who answered, and by which role."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alliantie.kern.models import Bericht, Inzending
from initiatieven import acties
from initiatieven.models import Uitvraag, Uitvraagontvanger
from tests.factories import (
    OntvangerFactory,
    OrganisatieFactory,
    ProjectteamFactory,
    UitvraagFactory,
    gemeente,
    maak_gebruiker,
)
from tests.hulp import extra_rij, formulier, tegelijk_op
from tests.initiatieven.rechten import LETTER, MAG_ALTIJD, ROLLEN
from tests.initiatieven.uitvragen import verstuurd

pytestmark = pytest.mark.django_db
LIJST = "/beheer/initiatieven/uitvraag/"
GEWEIGERD = {302, 403}


def bezoek(rol: str = "projectteam") -> Client:
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


def adres(uitvraag: Uitvraag) -> str:
    return f"{LIJST}{uitvraag.pk}/change/"


def ronde(uitvraag: Uitvraag, naam: str) -> str:
    return f"{LIJST}{uitvraag.pk}/mail/{naam}/"


def mag(rol: str, actie: str) -> bool:
    return LETTER.get(rol, "-") in MAG_ALTIJD[actie]


def ontvangers(uitvraag: Uitvraag) -> set[tuple[str, str]]:
    """Return of each who gets it what we call them and the mail address."""
    return {(rij.wie, rij.email) for rij in uitvraag.ontvangers.all()}


# --- roles -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
def test_reading(rol: str) -> None:
    rij = OntvangerFactory(email="els@netwerk.example")
    verstuurd(rij.uitvraag)
    for pad in (LIJST, adres(rij.uitvraag)):
        antwoord = bezoek(rol).get(pad)
        assert (antwoord.status_code == 200) is mag(rol, "uitvragen_bekijken"), pad
        assert ("els@netwerk" in antwoord.content.decode()) is (
            mag(rol, "uitvragen_bekijken") and pad != LIJST
        )


@pytest.mark.parametrize("rol", ROLLEN)
def test_writing(rol: str) -> None:
    rij = OntvangerFactory()
    velden = formulier(bezoek("coordinator").get(adres(rij.uitvraag)), "titel")
    bezoek(rol).post(adres(rij.uitvraag), velden | {"titel": "Door mij", "plak": "kaper@kwaad.example"})
    gelukt = mag(rol, "uitvragen_versturen")
    rij.uitvraag.refresh_from_db()
    assert (rij.uitvraag.titel == "Door mij") is gelukt
    assert rij.uitvraag.ontvangers.count() == (2 if gelukt else 1)
    nieuw = formulier(bezoek("coordinator").get(f"{LIJST}add/"), "titel")
    bezoek(rol).post(f"{LIJST}add/", nieuw | {"titel": "Nieuw", "bericht": "Kent u iemand?"})
    assert Uitvraag.objects.filter(titel="Nieuw").exists() is gelukt


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("naam", ["versturen", "herinneren"])
def test_sending(rol: str, naam: str) -> None:
    rij = OntvangerFactory()
    if naam == "herinneren":
        verstuurd(rij.uitvraag)
    al = Bericht.objects.count()
    client = bezoek(rol)
    getoond = client.get(ronde(rij.uitvraag, naam))
    assert Bericht.objects.count() == al
    antwoord = client.post(ronde(rij.uitvraag, naam))
    gelukt = mag(rol, "uitvragen_versturen")
    assert Bericht.objects.count() == al + (1 if gelukt else 0)
    assert getoond.status_code == 200 if gelukt else getoond.status_code in GEWEIGERD
    assert antwoord.status_code == 302 if gelukt else antwoord.status_code in GEWEIGERD


@pytest.mark.parametrize("rol", ROLLEN)
def test_throwing_away(rol: str) -> None:
    uitvraag = UitvraagFactory()
    bezoek(rol).post(f"{LIJST}{uitvraag.pk}/delete/", {"post": "yes"})
    assert Uitvraag.objects.exists() is not mag(rol, "lijsten_verwijderen")


# --- who gets it -----------------------------------------------------------------------------------------


def bewaar(uitvraag: Uitvraag, **anders: Any) -> Any:
    client = bezoek()
    return client.post(adres(uitvraag), formulier(client.get(adres(uitvraag)), "titel") | anders)


def test_pasted_addresses_become_ontvangers_in_one_go() -> None:
    uitvraag = UitvraagFactory()
    OrganisatieFactory(naam="Voedselbank Breda")
    geplakt = (
        "els@netwerk.example\r\n\r\n  voedselbank breda; Info@Voedselbank.example\r\n"
        "Gemeente Tilburg;armoede@tilburg.example\r\nELS@netwerk.example"
    )
    antwoord = bewaar(uitvraag, plak=geplakt)
    assert antwoord.status_code == 302
    assert ontvangers(uitvraag) == {
        ("", "els@netwerk.example"),
        ("Voedselbank Breda", "info@voedselbank.example"),
        ("gemeente Tilburg", "armoede@tilburg.example"),
    }


def test_pasting_again_adds_only_who_is_new_and_says_so() -> None:
    uitvraag = OntvangerFactory(email="els@netwerk.example").uitvraag
    client = bezoek()
    velden = formulier(client.get(adres(uitvraag)), "titel")
    antwoord = client.post(
        adres(uitvraag), velden | {"plak": "els@netwerk.example\nali@netwerk.example"}, follow=True
    )
    assert "1 ontvanger erbij. 1 stond er al." in antwoord.content.decode()
    assert {email for _, email in ontvangers(uitvraag)} == {"els@netwerk.example", "ali@netwerk.example"}


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ("els", "er mist een @ in het mailadres"),
        ("Voedselbank Breda;", "er mist een @ in het mailadres"),
        ("els@netwerk", "kijk het mailadres na. Een voorbeeld: naam@voorbeeld.nl"),
        ("Onbekend; els@netwerk.example", "wij kennen ‘Onbekend’ niet"),
        ("Tilburg, Noord; els@netwerk.example", "wij kennen ‘Tilburg, Noord’ niet"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_nothing_is_added(regel: str, melding: str) -> None:
    uitvraag = UitvraagFactory()
    antwoord = bewaar(uitvraag, plak=f"ali@netwerk.example\n{regel}")
    assert antwoord.status_code == 200
    fouten = antwoord.context["adminform"].form.errors["plak"]
    assert len(fouten) == 1
    assert fouten[0].startswith(f"Regel 2 (‘{regel}’): {melding}")
    assert not uitvraag.ontvangers.exists()
    assert regel in formulier(antwoord, "titel")["plak"][0]


def test_of_very_many_wrong_lines_the_first_are_named() -> None:
    antwoord = bewaar(UitvraagFactory(), plak="\n".join(f"fout {nummer}" for nummer in range(50)))
    fouten = antwoord.context["adminform"].form.errors["plak"]
    assert len(fouten) == 21
    assert fouten[-1] == "En nog 30 regels. Kijk ook die na"


def test_ontvangers_can_be_added_one_by_one_and_taken_out_before_sending() -> None:
    uitvraag = OntvangerFactory(email="weg@netwerk.example").uitvraag
    client = bezoek()
    velden = extra_rij(
        formulier(client.get(adres(uitvraag)), "titel"),
        "ontvangers",
        email="Els@Netwerk.example",
        gemeente=str(gemeente("Breda").pk),
    )
    assert client.post(adres(uitvraag), velden | {"ontvangers-0-DELETE": "on"}).status_code == 302
    assert ontvangers(uitvraag) == {("gemeente Breda", "els@netwerk.example")}


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"email": "els@netwerk.example"}, "Dit mailadres staat er twee keer. Haal er een weg"),
        ({"email": "ELS@netwerk.example"}, "Dit mailadres staat er twee keer. Haal er een weg"),
        ({"email": "els"}, "Voer een geldig e-mailadres in."),
        ({"email": ""}, "Vul dit in"),
    ],
)
def test_a_row_that_cannot_be_is_told(anders: dict[str, str], melding: str) -> None:
    uitvraag = OntvangerFactory(email="els@netwerk.example").uitvraag
    client = bezoek()
    velden = extra_rij(
        formulier(client.get(adres(uitvraag)), "titel"),
        "ontvangers",
        **{"gemeente": str(gemeente("Breda").pk)} | anders,
    )
    antwoord = client.post(adres(uitvraag), velden)
    assert antwoord.status_code == 200
    assert melding in antwoord.content.decode()
    assert uitvraag.ontvangers.count() == 1


def test_who_was_asked_already_cannot_be_added_once_more() -> None:
    uitvraag = verstuurd(OntvangerFactory(email="els@netwerk.example").uitvraag)
    client = bezoek()
    velden = formulier(client.get(adres(uitvraag)), "titel")
    antwoord = client.post(adres(uitvraag), extra_rij(velden, "ontvangers", email="els@netwerk.example"))
    assert "Dit mailadres krijgt deze uitvraag al." in antwoord.content.decode()
    assert uitvraag.ontvangers.count() == 1


def test_an_organisation_and_a_gemeente_at_once_is_told() -> None:
    uitvraag = UitvraagFactory()
    client = bezoek()
    velden = extra_rij(
        formulier(client.get(adres(uitvraag)), "titel"),
        "ontvangers",
        email="els@netwerk.example",
        gemeente=str(gemeente("Breda").pk),
        organisatie=str(OrganisatieFactory().pk),
    )
    assert "Kies een organisatie of een gemeente" in client.post(adres(uitvraag), velden).content.decode()


# --- after sending ---------------------------------------------------------------------------------------


def test_the_page_says_to_how_many_it_goes_and_sends_it() -> None:
    uitvraag = OntvangerFactory().uitvraag
    OntvangerFactory.create_batch(2, uitvraag=uitvraag)
    client = bezoek()
    assert "Verstuur (3)" in client.get(adres(uitvraag)).content.decode()
    vraag = client.get(ronde(uitvraag, "versturen")).content.decode()
    assert "Deze mail gaat naar 3 ontvangers." in vraag
    assert uitvraag.bericht in vraag
    na = client.post(ronde(uitvraag, "versturen"), follow=True).content.decode()
    assert "Verstuurd aan 3 ontvangers." in na
    assert "Herinner wie nog niets liet horen (3)" in na
    nog_eens = client.post(ronde(uitvraag, "versturen"), follow=True).content.decode()
    assert "Iedereen kreeg deze mail al." in nog_eens
    assert Bericht.objects.count() == 3


def test_once_sent_the_text_and_who_got_it_stand_fast() -> None:
    rij = OntvangerFactory(email="els@netwerk.example")
    uitvraag, client = rij.uitvraag, bezoek()
    voor_het_versturen = formulier(client.get(adres(uitvraag)), "titel")
    verstuurd(uitvraag)
    assert "ontvangers-0-email" not in formulier(client.get(adres(uitvraag)), "titel")
    for anders in (
        {"ontvangers-0-email": "ander@netwerk.example"},
        {"ontvangers-0-DELETE": "on"},
        {"ontvangers-0-gemeente": str(gemeente("Breda").pk)},
    ):
        antwoord = client.post(adres(uitvraag), voor_het_versturen | anders)
        assert antwoord.status_code == 200
        assert "els@netwerk.example kreeg de mail al." in antwoord.content.decode()
    antwoord = client.post(
        adres(uitvraag), voor_het_versturen | {"bericht": "Iets anders", "titel": "Nieuwe titel"}
    )
    assert antwoord.status_code == 302
    uitvraag.refresh_from_db()
    assert (uitvraag.titel, uitvraag.bericht) == ("Nieuwe titel", rij.uitvraag.bericht)
    assert uitvraag.bericht != "Iets anders"
    na = Uitvraagontvanger.objects.get()
    assert (na.email, na.gemeente) == ("els@netwerk.example", None)
    assert na.verstuurd_op is not None


def test_after_sending_others_can_be_added() -> None:
    uitvraag = verstuurd(OntvangerFactory().uitvraag)
    assert bewaar(uitvraag, plak="nieuw@netwerk.example").status_code == 302
    assert "Verstuur (1)" in bezoek().get(adres(uitvraag)).content.decode()


def test_the_page_shows_who_answered_with_the_way_to_their_tips() -> None:
    uitvraag = UitvraagFactory()
    gaf, weet_niet, stil = OntvangerFactory.create_batch(3, uitvraag=uitvraag)
    verstuurd(uitvraag)
    tip = Inzending.objects.create(soort="tip", sleutel="a" * 32, onderwerp="Soepclub Noord")
    acties.ontvangt_tip(ontvanger=gaf, inzending=tip)
    acties.zegt_geen_tips(ontvanger=weet_niet, netwerk="test")
    html = " ".join(bezoek().get(adres(uitvraag)).content.decode().split())
    assert "2 van de 3 lieten iets horen. Er is 1 tip." in html
    assert f'<a href="/beheer/kern/inzending/{tip.pk}/change/"><bdi>Soepclub Noord</bdi></a>' in html
    for rij, stand in ((gaf, "Gaf een tip"), (weet_niet, "Weet niemand"), (stil, "Gevraagd")):
        assert stand in html.partition(f"<strong>{rij.email}</strong>")[2].partition("</li>")[0]
    lijst = bezoek().get(LIJST)
    (regel,) = lijst.context["cl"].result_list
    assert (regel.aantal_gevraagd, regel.aantal_antwoorden, regel.aantal_tips) == (3, 2, 1)


def test_a_round_that_does_not_exist_goes_back() -> None:
    uitvraag = UitvraagFactory()
    assert bezoek().get(ronde(uitvraag, "iets")).url == adres(uitvraag)
    assert bezoek().get(f"{LIJST}0/mail/versturen/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_saving_while_a_colleague_sends_does_not_undo_the_sending() -> None:
    uitvraag = UitvraagFactory()
    OntvangerFactory.create_batch(3, uitvraag=uitvraag)
    client = bezoek()
    velden = formulier(client.get(adres(uitvraag)), "titel")
    velden |= {"titel": "Anders", "ontvangers-0-email": "anders@netwerk.example"}
    door = ProjectteamFactory()
    tegelijk_op(
        uitvraag,
        lambda: acties.verstuur_uitvraag(uitvraag=uitvraag, door=door),
        lambda: client.post(adres(uitvraag), velden),
    )
    uitvraag.refresh_from_db()
    assert uitvraag.verstuurd_op is not None
    assert not uitvraag.ontvangers.nog_te_vragen().exists()
    assert acties.verstuur_uitvraag(uitvraag=uitvraag, door=door) == 0
    assert Bericht.objects.count() == 3


# --- speed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aantal", [1, 50])
@pytest.mark.parametrize(("wat", "verwacht"), [("lijst", 10), ("voor het versturen", 11), ("erna", 11)])
def test_a_page_asks_the_same_number_of_questions(aantal: int, wat: str, verwacht: int) -> None:
    uitvraag = UitvraagFactory()
    for nummer in range(aantal):
        rij = OntvangerFactory(uitvraag=uitvraag, organisatie=OrganisatieFactory())
        OntvangerFactory(uitvraag=uitvraag, gemeente=gemeente("Breda"))
        if wat == "erna":
            tip = Inzending.objects.create(soort="tip", sleutel=f"{nummer:032}", onderwerp="Soep")
            acties.ontvangt_tip(ontvanger=rij, inzending=tip)
    if wat == "erna":
        verstuurd(uitvraag)
    if wat == "lijst":
        UitvraagFactory.create_batch(aantal)
    client = bezoek()
    pad = LIJST if wat == "lijst" else adres(uitvraag)
    client.get(pad)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    assert len(vragen) == verwacht
