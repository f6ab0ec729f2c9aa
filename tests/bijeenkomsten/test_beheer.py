"""The meetings in the admin: the list, the form, and places."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alliantie.kern.models import Bericht
from bijeenkomsten.acties import aanmelden
from bijeenkomsten.admin.bijeenkomstform import Tijdveld
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.bijeenkomsten.beheerder import LIJST, adres, bewaar, fouten, open_form
from tests.factories import MethodiekFactory, ProjectteamFactory, ThemaFactory
from tests.factories.bijeenkomsten import (
    AanmeldingFactory,
    BijeenkomstFactory,
    BijeenkomstfotoFactory,
    MateriaalFactory,
)
from tests.hulp import formulier, tegelijk_op

pytestmark = pytest.mark.django_db


@pytest.fixture
def els() -> AbstractBaseUser:
    return ProjectteamFactory(naam="Els", email="els@voorbeeld.example")


@pytest.fixture
def client(els: Any) -> Client:
    client = Client()
    client.force_login(els)
    return client


# --- the list ---------------------------------------------------------------------------------------------


def test_the_list_says_how_full_it_is(client: Client) -> None:
    vol = BijeenkomstFactory(capaciteit=4, titel="Vol")
    for aantal in (2, 2, 3, 1):
        AanmeldingFactory(bijeenkomst=vol, aantal=aantal)
    zonder = BijeenkomstFactory(titel="Zonder grens")
    AanmeldingFactory(bijeenkomst=zonder, aantal=5)
    BijeenkomstFactory(titel="Loop binnen", met_aanmelden=False)
    html = client.get(LIJST).content.decode()
    assert "4 van 4, 4 wachten" in html
    assert '<td class="field-plekken">5</td>' in html
    assert "Zonder aanmelden" in html


@pytest.mark.parametrize(
    ("keuze", "titels"),
    [
        ("binnenkort", ["Snel"]),
        ("komend", ["Later", "Snel", "Concept snel"]),
        ("geweest", ["Zonder verslag", "Met verslag"]),
        ("zonder_verslag", ["Zonder verslag"]),
        ("onzin", ["Later", "Snel", "Concept snel", "Zonder verslag", "Met verslag"]),
    ],
)
def test_the_list_can_be_narrowed_to_what_needs_work(client: Client, keuze: str, titels: list[str]) -> None:
    nu = timezone.now()
    BijeenkomstFactory(titel="Snel", begin=nu + timedelta(days=3))
    BijeenkomstFactory(titel="Concept snel", begin=nu + timedelta(days=2), concept=True)
    BijeenkomstFactory(titel="Later", begin=nu + timedelta(days=30))
    BijeenkomstFactory(titel="Zonder verslag", begin=nu - timedelta(days=3))
    BijeenkomstFactory(titel="Met verslag", begin=nu - timedelta(days=4), verslag="Het was goed.")
    gevonden = client.get(LIJST, {"wanneer": keuze}).context["cl"].queryset
    assert [rij.titel for rij in gevonden] == titels


def tel(client: Client, pad: str) -> int:
    client.get(pad)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)


QUERIES = {
    "": 11,
    "change/": 21,
    "aanmeldingen/": 10,
    "deur/": 9,
    "aanmeldingen/mailen/?wie=allen": 10,
    "gewijzigd/": 10,
    "besluit/afgelasten/": 11,
    "aanmeldingen/tabel.csv": 7,
    "aanmeldingen/presentielijst.pdf": 7,
}


@pytest.mark.parametrize("pad", QUERIES)
def test_a_page_asks_as_much_for_one_sign_up_as_for_a_hundred(client: Client, pad: str) -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=60)
    eerste = AanmeldingFactory(bijeenkomst=bijeenkomst, hulp="Rolstoel", eten="Geen vis")
    volle = LIJST if pad == "" else adres(bijeenkomst, pad)
    assert tel(client, volle) == QUERIES[pad]
    rijen = []
    for nummer in range(2, 101):
        rij = Aanmelding.objects.get(pk=eerste.pk)
        rij.pk, rij.code_afdruk, rij.volgnummer, rij.sleutel = None, None, nummer, f"{nummer:032d}"
        rij.status = "geplaatst" if nummer < 60 else "wachtlijst"
        rij.email = "" if nummer % 7 == 0 else f"r{nummer}@prive.example"
        rij.telefoon = "0612345678"
        rijen.append(rij)
    Aanmelding.objects.bulk_create(rijen)
    assert tel(client, volle) == QUERIES[pad]


# --- the form ---------------------------------------------------------------------------------------------


def test_a_new_one_is_made_with_the_times_as_people_write_them(client: Client) -> None:
    velden = formulier(client.get(f"{LIJST}add/"), "titel") | {
        "titel": "Leren van eettafels",
        "samenvatting": "Groepen leren van elkaar.",
        "soort": "online",
        "begin_0": "08-12-2030",
        "begin_1": "19.30",
        "einde_0": "08-12-2030",
        "einde_1": "2130",
        "online_link": "https://meet.example/x",
    }
    assert client.post(f"{LIJST}add/", velden).status_code == 302
    rij = Bijeenkomst.objects.get()
    assert rij.slug == "leren-van-eettafels"
    assert rij.wanneer == "zondag 8 december 2030, 19.30 tot 21.30\u00a0uur"
    assert rij.status == "concept"


def test_what_is_missing_is_said_in_plain_words(client: Client) -> None:
    velden = formulier(client.get(f"{LIJST}add/"), "titel") | {"begin_0": "gisteren", "begin_1": "laat"}
    gevonden = fouten(client.post(f"{LIJST}add/", velden))
    assert gevonden["titel"] == ["Vul dit in"]
    assert gevonden["begin"] == ["Vul de dag in zoals 08-12-2026, en de tijd zoals 19.30"]
    velden |= {"begin_0": "08-12-2030", "begin_1": "19.30", "einde_0": "08-12-2030", "einde_1": "18"}
    assert fouten(client.post(f"{LIJST}add/", velden))["einde"] == [
        "Het einde is niet na het begin. Kijk beide tijden na."
    ]


@pytest.mark.parametrize(
    ("getypt", "tijd"),
    [
        ("19.30", "19:30"),
        ("19:30", "19:30"),
        ("1930", "19:30"),
        ("930", "09:30"),
        ("19", "19:00"),
        ("9 uur", "09:00"),
        ("19u30", "19:30"),
        (" 19.30 uur ", "19:30"),
        ("19:30:00", "19:30"),
        ("24.00", ""),
        ("19.3", ""),
        ("19.60", ""),
        ("avond", ""),
    ],
)
def test_a_time_is_read_as_people_write_it(getypt: str, tijd: str) -> None:
    if tijd:
        assert f"{Tijdveld().clean(getypt):%H:%M}" == tijd
    else:
        with pytest.raises(ValidationError):
            Tijdveld().clean(getypt)


def test_another_one_is_made_from_this_one_without_dates_report_and_people(client: Client) -> None:
    thema, doel = ThemaFactory(), MethodiekFactory(titel="Eettafel")
    vorige = BijeenkomstFactory(
        titel="Samen leren",
        locatie="De Brug",
        capaciteit=12,
        lunch="ja",
        verslag="Het was goed.",
        redactienotitie="Bel de zaal",
        themas=[thema],
        vermeldingen=[doel],
    )
    AanmeldingFactory(bijeenkomst=vorige)
    BijeenkomstfotoFactory(bijeenkomst=vorige)
    MateriaalFactory(bijeenkomst=vorige)
    assert f'href="{LIJST}add/?van={vorige.pk}"' in client.get(adres(vorige)).content.decode()
    velden = formulier(client.get(f"{LIJST}add/?van={vorige.pk}"), "titel")
    assert (velden["titel"], velden["begin_0"], velden["begin_1"]) == (["Samen leren"], [""], [""])
    assert Bijeenkomst.objects.count() == 1  # looking makes nothing
    velden |= {"begin_0": "08-12-2030", "begin_1": "10:00", "einde_0": "08-12-2030", "einde_1": "12:00"}
    assert client.post(f"{LIJST}add/?van={vorige.pk}", velden).status_code == 302
    nieuw = Bijeenkomst.objects.exclude(pk=vorige.pk).get()
    assert (nieuw.vorige, nieuw.status, nieuw.slug) == (vorige, "concept", "samen-leren")
    assert (nieuw.locatie, nieuw.capaciteit, nieuw.lunch) == ("De Brug", 12, "ja")
    assert (nieuw.verslag, nieuw.redactienotitie, nieuw.gepubliceerd_op) == ("", "", None)
    assert list(nieuw.themas.all()) == [thema]
    assert [rij.pk for rij in nieuw.vermeldingen.all()] == [doel.pk]
    assert not nieuw.aanmeldingen.exists()
    assert not nieuw.fotos.exists()
    assert not nieuw.materiaal.exists()
    # The same name once more: the day goes into the address.
    assert client.post(f"{LIJST}add/?van={vorige.pk}", velden).status_code == 302
    assert Bijeenkomst.objects.filter(slug="samen-leren-08-12-2030").exists()


@pytest.mark.parametrize("van", ["", "0", "99999", "x", "-1", "1e3"])
def test_making_one_from_nothing_is_making_a_new_one(client: Client, van: str) -> None:
    assert formulier(client.get(f"{LIJST}add/?van={van}"), "titel")["titel"] == [""]


def test_two_colleagues_do_not_overwrite_each_other(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory()
    eerste, tweede = open_form(client, bijeenkomst), open_form(client, bijeenkomst)
    assert client.post(adres(bijeenkomst), eerste | {"locatie": "De Brug"}).status_code == 302
    antwoord = client.post(adres(bijeenkomst), tweede | {"locatie": "De Boot"})
    assert "Een collega veranderde dit" in fouten(antwoord)["__all__"][0]
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.locatie == "De Brug"
    nog_eens = formulier(antwoord, "titel")
    assert nog_eens["locatie"] == ["De Boot"]
    assert client.post(adres(bijeenkomst), nog_eens).status_code == 302


# --- places -----------------------------------------------------------------------------------------------


def test_there_cannot_be_fewer_places_than_are_taken(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=6)
    for aantal in (2, 2, 4):
        AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=aantal)
    te_klein = fouten(bewaar(client, bijeenkomst, capaciteit="3"))
    assert te_klein["capaciteit"] == ["Er zijn al 4 plekken weg. Vul 4 of meer in, of meld eerst mensen af."]
    assert bewaar(client, bijeenkomst, capaciteit="4").status_code == 302
    for aanmelding in bijeenkomst.aanmeldingen.bezet():
        aanmelden.meld_af(aanmelding=aanmelding)
    assert "al 4 plekken" in fouten(bewaar(client, bijeenkomst, capaciteit="1"))["capaciteit"][0]


def test_a_group_that_waits_is_not_made_to_wait_for_ever(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=5)
    for aantal in (2, 4):
        AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=aantal)
    fout = fouten(bewaar(client, bijeenkomst, capaciteit="3"))["capaciteit"]
    assert fout == ["Op de wachtlijst staat een groep van 4. Die past er dan nooit in. Vul 4 of meer in."]


def test_more_places_go_to_the_line_as_soon_as_they_are_saved(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=2)
    AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=2)
    wacht = AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=2)
    assert bewaar(client, bijeenkomst, capaciteit="4").status_code == 302
    wacht.refresh_from_db()
    assert wacht.status == "aangeboden"
    assert Bericht.objects.filter(soort="aanmelding_plek_vrij", aan=wacht.email).count() == 1


@pytest.mark.django_db(transaction=True)
def test_fewer_places_and_a_new_sign_up_at_once_never_make_too_many() -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=4)
    AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=3)
    client = Client()
    client.force_login(ProjectteamFactory())
    velden = open_form(client, bijeenkomst) | {"capaciteit": "3"}
    tegelijk_op(
        bijeenkomst,
        lambda: client.post(adres(bijeenkomst), velden),
        lambda: AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=1, email="nieuw@prive.example"),
    )
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.capaciteit is not None
    assert bijeenkomst.aanmeldingen.bezet().personen() <= bijeenkomst.capaciteit
