"""Meetings on a phone without script: find one, sign up, wait, say yes, cancel; and every page works for everybody."""

from typing import Any

import pytest

from alliantie.kern.inzendingen import toegang
from bijeenkomsten import maanden
from bijeenkomsten.acties import aanmelden as acties
from bijeenkomsten.acties import links
from bijeenkomsten.models import Aanmelding, Bijeenkomst, Bijeenkomstles
from tests.e2e.test_toegankelijkheid import axe, steekt_uit
from tests.factories import (
    AanmeldingFactory,
    BijeenkomstFactory,
    BijeenkomstfotoFactory,
    InitiatiefFactory,
    MateriaalFactory,
    ThemaFactory,
    foto_inhoud,
    gemeente,
)
from tests.factories.bijeenkomsten import over

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def samen_eten() -> Bijeenkomst:
    """A training for four people with everything that can be asked; beside it one that nobody looks for."""
    thema = ThemaFactory(naam="Eten", slug="eten", icoon="eten")
    BijeenkomstFactory(titel="Iets heel anders", soort="landelijk", gemeente=gemeente("Utrecht"))
    return BijeenkomstFactory(
        titel="Samen eten: hoe begin je?",
        slug="samen-eten",
        soort="scholing",
        capaciteit=4,
        lunch="ja",
        kinderopvang="ja",
        reiskosten="ja",
        reiskosten_uitleg="Neem uw kaartje mee.",
        programma="- Koffie\n- Soep",
        adres="Kerkstraat 1",
        route="Bus 4 stopt voor de deur.",
        drempelvrij="ja",
        themas=[thema],
        vermeldingen=[InitiatiefFactory(gepubliceerd=True, slug="de-brug", hoofdthema=thema)],
    )


def verstuur(pagina: Any) -> None:
    pagina.locator("main form input[type=submit], main form button[type=submit]").last.click()


def test_from_the_list_to_a_place_and_out_again(samen_eten: Bijeenkomst, pagina_zonder_script: Any) -> None:
    telefoon = pagina_zonder_script
    telefoon.goto("/bijeenkomsten/")
    telefoon.locator("details.filters > summary").click()
    telefoon.locator('input[name="soort"][value="scholing"]').check()
    telefoon.locator("#filters button[type=submit]").click()
    assert telefoon.locator("main article").count() == 1
    telefoon.get_by_role("link", name="Samen eten: hoe begin je?").click()
    assert "Nog 4 plekken" in telefoon.inner_text("main")
    telefoon.get_by_role("link", name="Meld u aan").first.click()
    telefoon.fill("#id_aantal", "500")
    telefoon.fill("#id_naam", "Fatima")
    verstuur(telefoon)
    assert "Er is nog iets nodig" in telefoon.inner_text("[data-foutlijst]")
    assert telefoon.input_value("#id_naam") == "Fatima"
    telefoon.fill("#id_aantal", "3")
    telefoon.fill("#id_telefoon", "06 12 34 56 78")
    telefoon.fill("#id_eet_mee", "3")
    telefoon.check("#id_wil_reisgeld")
    telefoon.wait_for_timeout(3100)  # no person is faster
    verstuur(telefoon)
    assert telefoon.inner_text("h1") == "U hebt een plek"
    assert telefoon.inner_text(".code-groot") == toegang.code_van(Aanmelding.objects.get())
    telefoon.get_by_role("link", name="Ik kom met meer of minder mensen").click()
    telefoon.fill("#id_aantal", "2")
    verstuur(telefoon)
    assert "Het is veranderd." in telefoon.inner_text("main")
    telefoon.get_by_role("link", name="Ik kan niet komen").click()
    telefoon.get_by_role("button", name="Ja, meld mij af").click()
    assert telefoon.inner_text("h1") == "U bent afgemeld"
    assert Aanmelding.objects.get().status == "afgemeld"


def test_from_the_waiting_list_by_the_code_to_a_place(
    samen_eten: Bijeenkomst, pagina_zonder_script: Any
) -> None:
    telefoon = pagina_zonder_script
    eerste = AanmeldingFactory(bijeenkomst=samen_eten, aantal=3)
    tweede = AanmeldingFactory(bijeenkomst=samen_eten, aantal=2)
    telefoon.goto("/aanmelding/")
    telefoon.fill("#id_code-code", toegang.code_van(tweede).lower())
    telefoon.get_by_role("button", name="Ga verder").click()
    assert telefoon.inner_text("h1") == "U staat op de wachtlijst"
    acties.meld_af(aanmelding=eerste)
    telefoon.reload()
    telefoon.get_by_role("button", name="Ja, ik kom met 2 mensen").click()
    assert telefoon.inner_text("h1") == "U hebt een plek"
    telefoon.go_back()
    telefoon.reload()
    assert telefoon.inner_text("h1") == "U hebt een plek"


def test_a_month_is_a_list_by_day_on_a_phone_and_a_table_on_a_desk(
    samen_eten: Bijeenkomst, pagina_320: Any, pagina_1280: Any
) -> None:
    adres = maanden.van(samen_eten.begin.date()).get_absolute_url()
    pagina_320.goto(adres)
    zichtbaar = pagina_320.locator("table.maand td:visible")
    assert zichtbaar.count() == 1
    assert "Samen eten" in zichtbaar.inner_text()
    pagina_1280.goto(adres)
    assert pagina_1280.locator("table.maand td:visible").count() % 7 == 0
    assert pagina_1280.get_by_role("table").count() == 1


@pytest.mark.parametrize("breedte", ["pagina_320", "pagina_1280"])
def test_every_kind_of_page_works_for_everybody(
    samen_eten: Bijeenkomst, breedte: str, request: pytest.FixtureRequest
) -> None:
    zelf = AanmeldingFactory(bijeenkomst=samen_eten, aantal=3, hulp="Ik hoor slecht")
    wacht = AanmeldingFactory(bijeenkomst=samen_eten, aantal=2)
    ander = BijeenkomstFactory(
        soort="online",
        gemeente=None,
        online_link="https://praten.example/kom",
        aanmelden_vanaf=over(9),
        begin=over(20, 19, 30),
    )
    af = BijeenkomstFactory(afgelast=True, titel="Ervaringsdeskundigheid en bestaanszekerheid in de regio")
    was = BijeenkomstFactory(voorbij=True, verslag="Er kwamen **40 mensen**.")
    BijeenkomstfotoFactory.create_batch(2, bijeenkomst=was, inhoud=foto_inhoud(600, 400))
    MateriaalFactory(bijeenkomst=was)
    Bijeenkomstles.objects.create(bijeenkomst=was, titel="Begin met koffie", tekst="Dat helpt.")
    een, twee = (f"/aanmelding/{links.maak_link(aanmelding=wie)}/" for wie in (zelf, wacht))
    adressen = [
        "/",
        "/bijeenkomsten/",
        "/bijeenkomsten/?soort=online&provincie=utrecht",
        "/bijeenkomsten/?geweest=1",
        maanden.van(samen_eten.begin.date()).get_absolute_url(),
        *(rij.get_absolute_url() for rij in (samen_eten, ander, af, was)),
        f"{samen_eten.get_absolute_url()}aanmelden/",
        f"{ander.get_absolute_url()}aanmelden/",
        f"{samen_eten.get_absolute_url()}aangemeld/",
        f"{een}?nieuw=1",
        f"{een}aantal/",
        f"{een}afmelden/",
        twee,
        "/aanmelding/kapottelink/",
        "/initiatieven/de-brug/",
        "/gemeenten/tilburg/",
        "/meedoen/bijeenkomst/",
    ]
    pagina = request.getfixturevalue(breedte)
    klachten = {}
    for adres in adressen:
        pagina.goto(adres)
        klachten[adres] = axe(pagina) + steekt_uit(pagina)
    pagina.goto(f"{samen_eten.get_absolute_url()}aanmelden/")
    verstuur(pagina)
    klachten["errors"] = axe(pagina) + steekt_uit(pagina)
    acties.meld_af(aanmelding=zelf)
    for adres in (een, twee):
        pagina.goto(adres)
        klachten[f"{adres} later"] = axe(pagina) + steekt_uit(pagina)
    assert {adres: klacht for adres, klacht in klachten.items() if klacht} == {}
