"""The rules of the meetings through the admin: real requests by every role, and what they left in the database."""

from typing import Any

import pytest
from django.test import Client

from alliantie.kern.models import Bericht
from bijeenkomsten import regels
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.bijeenkomsten.rechten import LETTER, MAG, MAG_ALTIJD, ROLLEN, STATUSSEN, elk_geval, mag
from tests.factories import maak_gebruiker
from tests.factories.bijeenkomsten import AanmeldingFactory, BijeenkomstFactory
from tests.hulp import Velden, formulier

pytestmark = pytest.mark.django_db

LIJST = "/beheer/bijeenkomsten/bijeenkomst/"
GEWEIGERD = {302, 403}
RIA = "Ria van Hiernaast"


def bezoek(rol: str) -> Client:
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


def in_status(status: str, *, met_ria: bool = False) -> Bijeenkomst:
    """Return a meeting in this status; ``met_ria``: with somebody who signed up while it could be."""
    bijeenkomst = BijeenkomstFactory(
        titel="Samen leren", **({"concept": True} if status == "concept" else {})
    )
    if met_ria:
        Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(status="gepubliceerd")
        AanmeldingFactory(bijeenkomst=bijeenkomst, naam=RIA, email="ria@prive.example")
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(status=status)
    bijeenkomst.refresh_from_db()
    return bijeenkomst


def adres(bijeenkomst: Bijeenkomst, pad: str = "change/") -> str:
    return f"{LIJST}{bijeenkomst.pk}/{pad}"


def velden(bijeenkomst: Bijeenkomst, pad: str, veld: str) -> Velden:
    """Return a form as the coordinator gets it where it exists: in a published meeting."""
    status = bijeenkomst.status
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(status="gepubliceerd")
    gevuld = formulier(bezoek("coordinator").get(adres(bijeenkomst, pad)), veld)
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(status=status)
    return gevuld


def test_the_table_is_the_one_of_the_code() -> None:
    assert {actie: tuple(rij) for actie, rij in MAG.items()}.keys() == regels.MAG.keys()
    assert MAG_ALTIJD.keys() == regels.MAG_ALTIJD.keys()


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval())
def test_every_rule(rol: str, actie: str, status: str) -> None:
    bijeenkomst = in_status(status)
    assert regels.mag(maak_gebruiker(rol), actie, bijeenkomst) is mag(rol, actie, status)  # type: ignore[arg-type]


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("bekijken"))
def test_reading(rol: str, actie: str, status: str) -> None:
    bijeenkomst, client = in_status(status), bezoek(rol)
    for pad in ("", adres(bijeenkomst).removeprefix(LIJST), f"{bijeenkomst.pk}/history/"):
        antwoord = client.get(LIJST + pad)
        assert (antwoord.status_code == 200) is mag(rol, actie, status), pad
        if mag(rol, actie, status):
            assert "Samen leren" in antwoord.content.decode()
        else:
            assert antwoord.status_code in GEWEIGERD
    assert (client.get(adres(bijeenkomst, "voorvertoning/")).status_code == 200) is mag(rol, actie, status)


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("wijzigen"))
def test_changing(rol: str, actie: str, status: str) -> None:
    bijeenkomst = in_status(status)
    gevuld = velden(bijeenkomst, "change/", "titel")
    bezoek(rol).post(adres(bijeenkomst), gevuld | {"titel": ["Door mij veranderd"]})
    bijeenkomst.refresh_from_db()
    assert (bijeenkomst.titel == "Door mij veranderd") is mag(rol, actie, status)
    assert bijeenkomst.status == status


@pytest.mark.parametrize("rol", ROLLEN)
def test_making(rol: str) -> None:
    bron = in_status("gepubliceerd")
    nieuw = formulier(bezoek("coordinator").get(f"{LIJST}add/?van={bron.pk}"), "titel") | {
        "begin_0": "08-12-2030",
        "begin_1": "1930",
        "einde_0": "08-12-2030",
        "einde_1": "21.00",
    }
    bezoek(rol).post(f"{LIJST}add/?van={bron.pk}", nieuw)
    assert (Bijeenkomst.objects.count() == 2) is (LETTER.get(rol, "-") in MAG_ALTIJD["toevoegen"])


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("publiceren", "terughalen", "afgelasten"))
def test_changing_the_status(rol: str, actie: str, status: str) -> None:
    bijeenkomst, client = in_status(status), bezoek(rol)
    wordt = {"publiceren": "gepubliceerd", "terughalen": "concept", "afgelasten": "afgelast"}[actie]
    pad = adres(bijeenkomst, f"besluit/{actie}/")
    assert (client.get(pad).status_code == 200) is mag(rol, actie, status)
    client.post(pad, {"reden": "Om te proberen"})
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.status == (wordt if mag(rol, actie, status) else status)


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("verwijderen"))
def test_throwing_away(rol: str, actie: str, status: str) -> None:
    bijeenkomst = in_status(status)
    bezoek(rol).post(adres(bijeenkomst, "delete/"), {"post": "yes"})
    assert Bijeenkomst.objects.exists() is not mag(rol, actie, status)


def test_what_people_signed_up_for_is_not_thrown_away() -> None:
    bijeenkomst = in_status("concept", met_ria=True)
    bezoek("coordinator").post(adres(bijeenkomst, "delete/"), {"post": "yes"})
    assert Bijeenkomst.objects.exists()


@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("aanmeldingen_bekijken"))
def test_reading_who_signed_up(rol: str, actie: str, status: str) -> None:
    bijeenkomst = in_status(status, met_ria=True)
    ria = bijeenkomst.aanmeldingen.get()
    client = bezoek(rol)
    for pad in (
        "aanmeldingen/",
        f"aanmeldingen/{ria.pk}/",
        "aanmeldingen/tabel.csv",
        "aanmeldingen/tabel.xlsx",
        "aanmeldingen/presentielijst.pdf",
    ):
        antwoord = client.get(adres(bijeenkomst, pad))
        assert (antwoord.status_code == 200) is mag(rol, actie, status), pad
        if not mag(rol, actie, status):
            assert antwoord.status_code in GEWEIGERD
    for pad in ("change/", "history/", "voorvertoning/"):  # who reads along sees how many, never who
        assert RIA not in client.get(adres(bijeenkomst, pad)).content.decode()


def _doe(client: Client, bijeenkomst: Bijeenkomst, ria: Aanmelding, wat: str, gevuld: Velden) -> Any:
    een = adres(bijeenkomst, f"aanmeldingen/{ria.pk}/")
    match wat:
        case "toevoegen":
            return client.post(adres(bijeenkomst, "aanmeldingen/toevoegen/"), gevuld | {"naam": "Bel"})
        case "deur":
            return client.post(adres(bijeenkomst, "deur/"), {"aanmelding": ria.pk, "gekomen": "1"})
        case "aantal":
            return client.post(een, {"actie": "aantal", "aantal": "3"})
    return client.post(een, {"actie": "afmelden"})


@pytest.mark.parametrize("wat", ["toevoegen", "deur", "aantal", "afmelden"])
@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("aanmeldingen_wijzigen"))
def test_changing_who_comes(rol: str, actie: str, status: str, wat: str) -> None:
    bijeenkomst = in_status(status, met_ria=True)
    ria = bijeenkomst.aanmeldingen.get()
    gevuld = velden(bijeenkomst, "aanmeldingen/toevoegen/", "naam") | {
        "email": "bel@prive.example",
        "aantal": "1",
    }
    voor = list(Aanmelding.objects.values("naam", "status", "aantal", "gekomen"))
    antwoord = _doe(bezoek(rol), bijeenkomst, ria, wat, gevuld)
    na = list(Aanmelding.objects.order_by("pk").values("naam", "status", "aantal", "gekomen"))
    assert (na != voor) is mag(rol, actie, status)
    if not mag(rol, actie, status):
        assert antwoord.status_code in GEWEIGERD
        assert bezoek(rol).get(adres(bijeenkomst, "deur/")).status_code in GEWEIGERD


@pytest.mark.parametrize("pad", ["aanmeldingen/mailen/", "gewijzigd/"])
@pytest.mark.parametrize(("rol", "actie", "status"), elk_geval("mailen"))
def test_mailing(rol: str, actie: str, status: str, pad: str) -> None:
    bijeenkomst = in_status(status, met_ria=True)
    ria = bijeenkomst.aanmeldingen.get()
    al = Bericht.objects.count()
    client = bezoek(rol)
    assert (client.get(adres(bijeenkomst, pad), {"pk": ria.pk}).status_code == 200) is mag(rol, actie, status)
    assert Bericht.objects.count() == al
    client.post(
        adres(bijeenkomst, pad),
        {
            "pk": ria.pk,
            "stap": "verstuur",
            "onderwerp": "Dag",
            "tekst": "Dag [naam]",
            "sleutel": "6f1f0a54-2a77-4b4e-8f0a-6a4d6a8f8f11",
        },
    )
    assert Bericht.objects.count() == al + (1 if mag(rol, actie, status) else 0)


@pytest.mark.parametrize("status", STATUSSEN)
def test_the_status_cannot_be_smuggled_in_through_the_form(status: str) -> None:
    bijeenkomst = in_status("concept")
    gevuld = velden(bijeenkomst, "change/", "titel") | {"status": [status], "volgnummer": ["99"]}
    bezoek("coordinator").post(adres(bijeenkomst), gevuld)
    bijeenkomst.refresh_from_db()
    assert (bijeenkomst.status, bijeenkomst.volgnummer) == ("concept", 0)


def test_a_sign_up_of_another_meeting_cannot_be_reached_through_this_one() -> None:
    een, ander = in_status("gepubliceerd", met_ria=True), BijeenkomstFactory()
    ria = een.aanmeldingen.get()
    client = bezoek("coordinator")
    assert client.get(adres(ander, f"aanmeldingen/{ria.pk}/")).status_code == 404
    assert client.post(adres(ander, f"aanmeldingen/{ria.pk}/"), {"actie": "afmelden"}).status_code == 404
    assert client.post(adres(ander, "deur/"), {"aanmelding": ria.pk, "gekomen": "1"}).status_code == 404
    ria.refresh_from_db()
    assert (ria.status, ria.gekomen) == ("geplaatst", None)
