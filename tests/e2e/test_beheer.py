"""The admin in a browser: what staff do in a session of two hours, on a desk and on a phone."""

import base64
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django_otp.oath import totp

from initiatieven.models import Methodiek, Vermelding
from tests.factories import (
    BegeleidingsgroepFactory,
    BronFactory,
    ContactpersoonFactory,
    CoordinatorFactory,
    FotoFactory,
    InitiatiefFactory,
    MethodiekFactory,
    ProjectteamFactory,
    StapFactory,
    ThemaFactory,
    foto_inhoud,
)
from tests.factories.gebruikers import WACHTWOORD

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from alliantie.kern.models import Gebruiker

METHODIEKEN = "/beheer/initiatieven/methodiek/"
INITIATIEVEN = "/beheer/initiatieven/initiatief/"


@pytest.fixture
def els(live_server: Any) -> "Gebruiker":
    return ProjectteamFactory(email="els@voorbeeld.example", naam="Els")


@pytest.fixture
def catalogus(live_server: Any) -> Methodiek:
    """Return a published methodiek with every kind of part, beside a few other items."""
    methodiek = MethodiekFactory(titel="Samen eten", samenvatting="Buren eten samen.", gepubliceerd=True)
    StapFactory(methodiek=methodiek, fase="Beginnen", titel="Zoek drie buren", volgorde=10)
    FotoFactory(vermelding=methodiek, alt="Een lange tafel")
    BronFactory(vermelding=methodiek)
    InitiatiefFactory(titel="Eettafel De Brug", redactienotitie="Vraag het jaar nog na.")
    return methodiek


def log_in(pagina: "Page", gebruiker: "Gebruiker") -> None:
    pagina.goto("/beheer/")
    pagina.get_by_label("Mailadres").fill(gebruiker.email)
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Log in").click()


def klachten(pagina: "Page") -> list[str]:
    """Return a list that fills with what the browser complains about: policy, scripts, missing files."""
    lijst: list[str] = []
    pagina.on(
        "console", lambda regel: lijst.append(regel.text) if regel.type in {"error", "warning"} else None
    )
    pagina.on("pageerror", lambda fout: lijst.append(str(fout)))
    return lijst


def axe(pagina: "Page") -> list[str]:
    import axe_playwright_python

    script = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    pagina.evaluate(script)
    gevonden = pagina.evaluate("axe.run({preload: false})")["violations"]
    return [f"{fout['id']}: {punt['html'][:120]}" for fout in gevonden for punt in fout["nodes"]]


def bladen(methodiek: Methodiek) -> list[str]:
    versie = methodiek.history.first().pk
    initiatief = Vermelding.objects.get(titel="Eettafel De Brug").pk
    return [
        "/beheer/",
        METHODIEKEN,
        f"{METHODIEKEN}add/",
        f"{METHODIEKEN}{methodiek.pk}/change/",
        f"{METHODIEKEN}{methodiek.pk}/history/",
        f"{METHODIEKEN}{methodiek.pk}/history/{versie}/",
        f"{METHODIEKEN}status/terughalen/?pk={methodiek.pk}",
        f"{METHODIEKEN}{methodiek.pk}/delete/",
        f"{INITIATIEVEN}?status__exact=concept",
        f"{INITIATIEVEN}{initiatief}/change/",
        "/beheer/initiatieven/thema/",
        "/beheer/initiatieven/synoniem/add/",
        "/beheer/initiatieven/organisatie/",
        "/beheer/portaal/pagina/",
        "/beheer/kern/gebruiker/",
        "/beheer/kern/gebruiker/add/",
        "/beheer/kern/bericht/",
        "/beheer/kern/mailtekst/",
        "/beheer/kern/mailtekst/soort/inzending_vraag/",
        "/beheer/kern/modelzin/",
        "/beheer/avg/",
        "/beheer/voorbeelden/",
        "/beheer/handleiding/wie-mag-wat/",
        "/beheer/password_change/",
        "/beheer/tweede-stap/instellen/",
    ]


@pytest.mark.parametrize("breedte", ["pagina_320", "pagina_1280"])
def test_every_page_of_the_admin_is_for_everybody(
    breedte: str, request: pytest.FixtureRequest, catalogus: Methodiek
) -> None:
    pagina = request.getfixturevalue(breedte)
    # A published item cannot be thrown away, so its page for that does not exist; a concept's does.
    weg = MethodiekFactory(titel="Weg hiermee").pk
    pagina.goto("/beheer/login/")
    fouten = [f"login {fout}" for fout in axe(pagina)]
    log_in(pagina, CoordinatorFactory())
    geklaagd = klachten(pagina)
    for blad in bladen(catalogus):
        blad = blad.replace(f"{catalogus.pk}/delete/", f"{weg}/delete/")
        antwoord = pagina.goto(blad)
        assert antwoord is not None
        assert antwoord.status == 200, blad
        pagina.wait_for_load_state("networkidle")
        fouten += [f"{blad} {klacht}" for klacht in geklaagd]
        if pagina.evaluate("document.documentElement.scrollWidth > innerWidth"):
            fouten.append(f"{blad} is wider than the screen")
        fouten += [f"{blad} {fout}" for fout in axe(pagina)]
        geklaagd.clear()
    assert not fouten, "\n".join(fouten)


def test_second_step_from_setting_up_to_a_reserve_code(
    pagina_1280: "Page", settings: Any, els: "Gebruiker"
) -> None:
    settings.TWEEDE_STAP_VERPLICHT = True
    pagina = pagina_1280
    log_in(pagina, els)
    sleutel = pagina.locator(".stappen .code").inner_text()
    pagina.locator(".qr svg").wait_for()

    pagina.get_by_label("Code", exact=True).fill(
        f"{totp(base64.b32decode(sleutel.replace(' ', '')), t0=0):06}"
    )
    pagina.get_by_role("button", name="Zet de tweede stap aan").click()
    codes = pagina.locator(".codes li").all_inner_texts()
    assert len(codes) == 10
    pagina.get_by_role("link", name="Ik heb de codes bewaard").click()
    pagina.get_by_role("heading", name="Wat vraagt aandacht?").wait_for()

    pagina.locator("#user-tools summary").click()
    pagina.get_by_role("button", name="Log uit").click()
    log_in(pagina, els)
    pagina.get_by_label("Code", exact=True).fill(codes[0].upper())
    pagina.get_by_role("button", name="Ga verder").click()
    pagina.get_by_role("heading", name="Wat vraagt aandacht?").wait_for()


def test_a_methodiek_from_empty_page_to_the_site(
    pagina_1280: "Page", els: "Gebruiker", tmp_path: Path
) -> None:
    pagina = pagina_1280
    ThemaFactory(naam="Eten")
    foto = tmp_path / "foto.jpg"
    foto.write_bytes(foto_inhoud())
    log_in(pagina, els)
    geklaagd = klachten(pagina)
    pagina.goto(f"{METHODIEKEN}add/")

    # An empty form says what to do, on top and at the field.
    pagina.get_by_role("button", name="Bewaar en ga verder").click()
    pagina.locator("#fouten a", has_text="Samenvatting: Vul dit in").click()
    assert pagina.evaluate("document.activeElement.id") == "id_samenvatting"

    pagina.locator("#id_titel").press_sequentially("Café met élan")
    assert pagina.locator("#id_slug").input_value() == "cafe-met-elan"
    pagina.locator("#id_samenvatting").fill("Buren drinken koffie.")
    pagina.locator("#id_in_het_kort").fill("- koffie\n- taart")
    pagina.locator("#id_hoofdthema").select_option(label="Eten")
    for nummer, stap in enumerate(["Zoek drie buren", "Zet koffie"]):
        pagina.locator("#stappen-group .add-row a").click()
        pagina.locator(f"#id_stappen-{nummer}-fase").fill("Beginnen")
        pagina.locator(f"#id_stappen-{nummer}-titel").fill(stap)
    pagina.locator("#id_oordelen-1-voldoet").select_option("deels")
    pagina.locator("#fotos-group .add-row a").click()
    pagina.locator("#id_fotos-0-beeld").set_input_files(foto)
    pagina.locator("#id_fotos-0-alt").fill("Een tafel met taart")
    pagina.locator("#id_fotos-0-toestemming").select_option("geen_mensen")
    pagina.get_by_role("button", name="Bewaar en ga verder").click()
    pagina.locator("#fotos-0 summary").click()
    voorbeeld = pagina.locator("#fotos-0 .voorbeeldje")
    voorbeeld.scroll_into_view_if_needed()
    pagina.wait_for_function("document.querySelector('.voorbeeldje').naturalWidth > 0")
    assert voorbeeld.bounding_box()["width"] <= 240  # type: ignore[index]

    pagina.get_by_role("link", name="Bekijk de voorvertoning").click()
    pagina.get_by_role("heading", name="Café met élan", level=1).wait_for()
    pagina.go_back()
    pagina.get_by_role("link", name="Publiceer").click()
    pagina.get_by_label("Waarom?").fill("Nagelezen met Jan.")
    pagina.get_by_role("button", name="Publiceer").click()
    assert pagina.locator(".standbalk .stand").inner_text() == "Gepubliceerd"

    methodiek = Methodiek.objects.get(slug="cafe-met-elan")
    assert [stap.titel for stap in methodiek.stappen.all()] == ["Zoek drie buren", "Zet koffie"]
    assert [(o.kenmerk, o.voldoet) for o in methodiek.oordelen.all()] == [("eigen_kracht", "deels")]
    pagina.get_by_role("link", name="Geschiedenis").click()
    tijdlijn = pagina.locator(".tijdlijn").inner_text()
    assert "van concept naar gepubliceerd" in tijdlijn
    assert "Nagelezen met Jan." in tijdlijn
    assert geklaagd == []


def test_history_shows_what_changed_and_puts_it_back(
    pagina_1280: "Page", els: "Gebruiker", catalogus: Methodiek
) -> None:
    pagina = pagina_1280
    log_in(pagina, els)
    adres = f"{METHODIEKEN}{catalogus.pk}/change/"
    pagina.goto(adres)
    pagina.locator("#id_samenvatting").fill("Buren koken samen.")
    pagina.locator("#stappen-0 summary").click()
    pagina.locator("#id_stappen-0-wie").fill("Twee mensen")
    pagina.get_by_role("button", name="Bewaar en ga verder").click()

    pagina.get_by_role("link", name="Geschiedenis").click()
    pagina.locator(".tijdlijn del", has_text="eten").wait_for()
    pagina.locator(".tijdlijn ins", has_text="koken").wait_for()
    pagina.locator("h2", has_text="Stap ‘Zoek drie buren’: veranderd").wait_for()

    pagina.get_by_role("link", name="Maak dit ongedaan").click()
    pagina.get_by_role("heading", name="Zo was het vóór deze verandering").wait_for()
    pagina.get_by_role("heading", name="Dit komt terug").wait_for()
    pagina.get_by_role("button", name="Zet dit terug").click()
    melding = pagina.locator(".messagelist .success").inner_text()
    assert "uur staat terug. Stappen, foto's en andere delen zijn niet veranderd." in melding
    assert pagina.url.endswith(adres)
    catalogus.refresh_from_db()
    assert catalogus.samenvatting == "Buren eten samen."
    assert catalogus.status == "gepubliceerd"
    assert catalogus.stappen.get().wie == "Twee mensen"  # parts stay as they are


def test_archive_asks_why_and_then_nothing_can_be_changed(
    pagina_360: "Page", els: "Gebruiker", catalogus: Methodiek
) -> None:
    pagina = pagina_360
    log_in(pagina, els)
    pagina.goto(f"{METHODIEKEN}{catalogus.pk}/change/")
    pagina.get_by_role("link", name="Archiveer").click()
    pagina.get_by_role("button", name="Archiveer").click()
    assert pagina.locator(".foutregel").inner_text() == "Schrijf kort op waarom"
    pagina.get_by_label("Waarom?").fill("Staat er twee keer in.")
    pagina.get_by_role("button", name="Archiveer").click()
    assert pagina.locator(".standbalk .stand").inner_text() == "Gearchiveerd"
    assert pagina.locator("#id_titel").count() == 0
    assert pagina.get_by_role("button", name="Bewaar").count() == 0


def test_many_at_once_says_of_each_what_happened(pagina_1280: "Page", els: "Gebruiker") -> None:
    pagina = pagina_1280
    klaar = InitiatiefFactory(titel="Klaar", verhaal="Het begon met soep.", plaats="Heel Nederland")
    InitiatiefFactory(titel="Niet klaar", verhaal="")
    log_in(pagina, els)
    pagina.goto(f"{INITIATIEVEN}?status__exact=concept")
    pagina.locator("#action-toggle").check()
    pagina.get_by_label("Met wat u aankruist").select_option("publiceer")
    pagina.get_by_role("button", name="Doe dit").click()
    pagina.get_by_role("button", name="Publiceer").click()
    assert pagina.locator(".messagelist .success").inner_text() == "‘Klaar’ staat nu op de site."
    assert "‘Niet klaar’ kan nog niet op de site" in pagina.locator(".messagelist .error").inner_text()
    klaar.refresh_from_db()
    assert klaar.status == "gepubliceerd"


def test_sample_content_goes_in_one_go(pagina_1280: "Page") -> None:
    pagina = pagina_1280
    InitiatiefFactory(titel="Voorbeeld", voorbeeld=True)
    InitiatiefFactory(titel="Echt")
    log_in(pagina, CoordinatorFactory())
    pagina.get_by_role("link", name="Voorbeelden uit openbare bronnen").click()
    pagina.get_by_role("button", name="Verwijder 1 voorbeeld").click()
    assert "Typ ja" in pagina.locator(".foutregel").inner_text()
    assert Vermelding.objects.count() == 2
    pagina.get_by_label("Weet u het zeker?").fill("Ja")
    pagina.get_by_role("button", name="Verwijder 1 voorbeeld").click()
    pagina.locator(".messagelist").wait_for()
    assert list(Vermelding.objects.values_list("titel", flat=True)) == ["Echt"]


def test_who_reads_along_sees_no_button_and_no_contact(pagina_1280: "Page", catalogus: Methodiek) -> None:
    pagina = pagina_1280
    initiatief = Vermelding.objects.get(titel="Eettafel De Brug")
    ContactpersoonFactory(initiatief_id=initiatief.pk, naam="Geheim Persoon")
    log_in(pagina, BegeleidingsgroepFactory())
    for adres in (f"{METHODIEKEN}{catalogus.pk}/change/", f"{INITIATIEVEN}{initiatief.pk}/change/"):
        pagina.goto(adres)
        knoppen = {tekst.strip() for tekst in pagina.locator("#content .knop").all_inner_texts()}
        assert knoppen <= {
            "Bekijk op de site",
            "Bekijk de voorvertoning",
            "Geschiedenis",
            "Terug naar de lijst",
        }
        assert "Geheim Persoon" not in pagina.content()
        assert (
            pagina.locator("#content-main form").locator("input:not([type=hidden]), textarea, select").count()
            == 0
        )


def test_leaving_with_unsaved_text_is_asked_about(
    pagina_1280: "Page", els: "Gebruiker", catalogus: Methodiek
) -> None:
    pagina = pagina_1280
    gevraagd: list[str] = []
    log_in(pagina, els)
    pagina.goto(f"{METHODIEKEN}{catalogus.pk}/change/")
    pagina.on("dialog", lambda vraag: (gevraagd.append(vraag.type), vraag.accept()))
    pagina.locator("#id_samenvatting").press_sequentially(" x")
    pagina.get_by_role("link", name="Geschiedenis").click()
    time.sleep(0.2)
    assert gevraagd == ["beforeunload"]


def test_a_photo_chosen_before_a_mistake_must_be_chosen_again(
    pagina_1280: "Page", els: "Gebruiker", catalogus: Methodiek, tmp_path: Path
) -> None:
    pagina = pagina_1280
    foto = tmp_path / "foto.jpg"
    foto.write_bytes(foto_inhoud())
    log_in(pagina, els)
    pagina.goto(f"{METHODIEKEN}{catalogus.pk}/change/")
    pagina.locator("#fotos-group .add-row a", has_text="Voeg een foto toe").click()
    pagina.locator("#id_fotos-1-beeld").set_input_files(foto)
    pagina.locator("#id_titel").fill("")
    pagina.get_by_role("button", name="Bewaar en ga verder").click()
    opnieuw = "Kies de foto opnieuw. Hij is nog niet bewaard."
    pagina.locator("#fotos-1 .foutregel", has_text=opnieuw).wait_for()
    pagina.locator("#fouten a", has_text=opnieuw).click()
    assert pagina.evaluate("document.activeElement.id") == "id_fotos-1-beeld"


def test_a_step_is_put_between_two_others(
    pagina_1280: "Page", els: "Gebruiker", catalogus: Methodiek
) -> None:
    pagina = pagina_1280
    StapFactory(methodiek=catalogus, fase="Beginnen", titel="Zet koffie", volgorde=50)
    log_in(pagina, els)
    pagina.goto(f"{METHODIEKEN}{catalogus.pk}/change/")
    assert "Stap 2 · Beginnen" in pagina.locator("#stappen-1 summary").inner_text()
    pagina.locator("#stappen-group .add-row a").click()
    lijst = pagina.locator("#id_stappen-2-fase").get_attribute("list")
    assert pagina.locator(f"#{lijst} option").evaluate_all("rijen => rijen.map(rij => rij.value)") == [
        "Beginnen"
    ]
    pagina.locator("#id_stappen-2-volgorde").fill("45")
    pagina.locator("#id_stappen-2-fase").fill("Beginnen")
    pagina.locator("#id_stappen-2-titel").fill("Vraag wie er komt")
    pagina.get_by_role("button", name="Bewaar", exact=True).click()
    assert pagina.locator(".messagelist .success").inner_text() == "‘Samen eten’ is bewaard."
    assert [stap.titel for stap in catalogus.stappen.all()] == [
        "Zoek drie buren",
        "Vraag wie er komt",
        "Zet koffie",
    ]
