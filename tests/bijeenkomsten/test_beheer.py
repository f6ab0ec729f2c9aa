"""The meetings in the admin: the form, another time, calling off, and what comes after."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alliantie.kern.models import Bericht, Inzending
from bijeenkomsten.acties import aanmelden
from bijeenkomsten.admin.bijeenkomstform import Tijdveld
from bijeenkomsten.models import Aanmelding, Bijeenkomst, Bijeenkomstles
from initiatieven.models import Les
from tests.factories import InitiatiefFactory, LesFactory, MethodiekFactory, ProjectteamFactory, ThemaFactory
from tests.factories.bijeenkomsten import (
    AanmeldingFactory,
    BijeenkomstFactory,
    BijeenkomstfotoFactory,
    MateriaalFactory,
)
from tests.hulp import Velden, extra_rij, formulier, tegelijk_op

pytestmark = pytest.mark.django_db

LIJST = "/beheer/bijeenkomsten/bijeenkomst/"


@pytest.fixture
def els() -> AbstractBaseUser:
    return ProjectteamFactory(naam="Els", email="els@voorbeeld.example")


@pytest.fixture
def client(els: Any) -> Client:
    client = Client()
    client.force_login(els)
    return client


def adres(bijeenkomst: Bijeenkomst, pad: str = "change/") -> str:
    return f"{LIJST}{bijeenkomst.pk}/{pad}"


def open_form(client: Client, bijeenkomst: Bijeenkomst) -> Velden:
    return formulier(client.get(adres(bijeenkomst)), "titel")


def bewaar(client: Client, bijeenkomst: Bijeenkomst, **anders: Any) -> Any:
    return client.post(adres(bijeenkomst), open_form(client, bijeenkomst) | anders)


def fouten(antwoord: Any) -> dict[str, list[str]]:
    assert antwoord.status_code == 200
    return {
        veld: [str(f) for f in lijst] for veld, lijst in antwoord.context["adminform"].form.errors.items()
    }


# --- the list ----------------------------------------------------------------------------------------------------


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
    "change/": 20,
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


# --- the form ------------------------------------------------------------------------------------------------------


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


# --- places ----------------------------------------------------------------------------------------------------------


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


# --- another time or place -------------------------------------------------------------------------------------------


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


# --- status ------------------------------------------------------------------------------------------------------------


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


# --- afterwards --------------------------------------------------------------------------------------------------------


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


# --- start page --------------------------------------------------------------------------------------------------------


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
