"""From "Doe mee" to "verstuurd" on an old phone without script, by keyboard, and for everybody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Spreker, Status, Toegangsrol
from alliantie.kern.models import Bericht, Inzending
from tests.e2e.test_reizen import tab, tab_naar
from tests.e2e.test_toegankelijkheid import Waarnemer, axe, steekt_uit
from tests.factories import InzendingFactory, foto_inhoud
from tests.factories.bestanden import telefoonfoto

pytestmark = pytest.mark.django_db


def verder(pagina: Any) -> None:
    pagina.get_by_role("button", name="Verder").click()


# --- an old phone, without script ------------------------------------------------------------------------


def test_a_story_with_two_photos_from_doe_mee_to_sent(portaal: Any, tmp_path: Path) -> None:
    for naam, inhoud in (
        ("een.jpg", telefoonfoto(1200, 900)),
        ("twee.jpg", foto_inhoud(1200, 900, kleur="teal")),
        ("brief.jpg", b"Geachte heer"),
    ):
        (tmp_path / naam).write_bytes(inhoud)
    with portaal.pagina(360, java_script_enabled=False, has_touch=True) as pagina:
        pagina.goto("/")
        pagina.get_by_role("navigation").get_by_role("link", name="Doe mee").click()
        pagina.get_by_role("link", name="Vertel over uw initiatief").click()
        verder(pagina)
        assert pagina.title().startswith("Fout: ")
        pagina.get_by_role("link", name="Vul de naam van het initiatief in").click()
        assert pagina.url.endswith("#id_titel")
        pagina.get_by_label("Hoe heet het initiatief?").fill("Buurtsoep De Pollepel")
        verder(pagina)
        code = pagina.locator(".code-groot").inner_text()
        pagina.get_by_role("link", name="Ik heb de code").click()
        pagina.get_by_label("In welke plaats is het?").fill("Tilburg")
        verder(pagina)
        pagina.get_by_label("Ja, het draait").check()
        verder(pagina)
        pagina.get_by_label("Wat doet u samen?").fill("Wij koken elke week soep.")
        pagina.get_by_role("button", name="Bewaar en stop").click()
        assert "Nog niet verstuurd." in pagina.inner_text("main")

    # Later, on the phone of somebody else, with the code on paper.
    with portaal.pagina(360, java_script_enabled=False, has_touch=True) as pagina:
        pagina.goto("/inzending/")
        pagina.get_by_label("Wat is uw code?").fill(code.lower().replace(" ", "-"))
        pagina.get_by_role("button", name="Ga verder").click()
        pagina.get_by_role("link", name="Ga verder", exact=True).click()
        assert pagina.inner_text("h1") == "Waar gaat het over?"
        pagina.locator("[name=hoofdthema]").first.check()
        verder(pagina)
        verder(pagina)  # for whom: may be left open
        pagina.locator("[name=verhaal]").fill("Wij begonnen met drie buren.\n\nNu zijn we met veertig.")
        verder(pagina)
        verder(pagina)
        pagina.set_input_files(
            "[name=bestanden]", [tmp_path / n for n in ("een.jpg", "brief.jpg", "twee.jpg")]
        )
        pagina.get_by_role("button", name="Voeg toe").click()
        assert "brief.jpg: Dit is geen foto die wij kennen" in pagina.inner_text(".melding--fout")
        vragen = pagina.locator(".foto-vraag")
        assert vragen.count() == 2
        vragen.nth(0).get_by_label("Wat is er op de foto te zien?").fill("Een pan soep")
        verder(pagina)
        assert pagina.locator(".melding--fout li").count() == 2
        for nummer in range(2):
            vragen.nth(nummer).get_by_label("Nee, er is niemand te herkennen").check()
        assert pagina.locator(".foto-vraag").nth(0).get_by_role("textbox").input_value() == "Een pan soep"
        verder(pagina)
        verder(pagina)  # no documents
        pagina.get_by_label("Hoe heet u?").fill("Fatima")
        pagina.get_by_label("Nee, ik help een groep met invullen").check()
        verder(pagina)
        pagina.get_by_label("Bel mij").check()
        pagina.get_by_label("Wat is uw telefoonnummer?").fill("06 12 34 56 78")
        verder(pagina)
        verder(pagina)  # the group has no mail
        assert pagina.inner_text("h1") == "Klopt alles?"
        assert pagina.locator(".miniaturen img").count() == 2
        pagina.get_by_label("Ik vind het goed dat dit op de website komt").check()
        pagina.get_by_role("button", name="Verstuur mijn verhaal").click()
        assert pagina.inner_text("h1") == "Uw verhaal is verstuurd"
        assert "Dan bellen wij u" in pagina.inner_text("main")

        pagina.get_by_role("link", name="Bekijk hoe het ervoor staat").click()
        assert "U hoeft niets te doen" in pagina.inner_text(".band")
        pagina.get_by_role("button", name="Maak een link voor de groep").click()
        meelezen = pagina.locator("main a[href*='/meelezen/']").get_attribute("href")

    with portaal.pagina(360, java_script_enabled=False, has_touch=True) as pagina:
        pagina.goto("/meelezen/" + meelezen.partition("/meelezen/")[2])
        gelezen = pagina.inner_text("main")
        assert "Nu zijn we met veertig." in gelezen
        assert "Fatima" not in gelezen
        assert pagina.locator(".miniaturen img").count() == 2
        pagina.get_by_role("button", name="Ja, dit klopt").click()
        assert "Wij weten nu dat het klopt" in pagina.inner_text(".band")

    inzending = Inzending.objects.get(onderwerp="Buurtsoep De Pollepel")
    assert inzending.status == Status.INGEDIEND
    assert inzending.groep_akkoord_op is not None
    assert inzending.bijlagen.count() == 2
    assert not Bericht.objects.filter(inzending=inzending).exists()


# --- by keyboard -------------------------------------------------------------------------------------------


def test_the_first_screens_by_keyboard_alone(portaal: Any) -> None:
    with portaal.pagina(1280) as pagina:
        pagina.goto("/meedoen/")
        tab_naar(pagina, naam="Vertel over uw initiatief")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/meedoen/initiatief/")
        tab_naar(pagina, naam="Verder")
        pagina.keyboard.press("Enter")
        pagina.wait_for_selector("[data-foutlijst]")
        assert pagina.evaluate("document.activeElement.hasAttribute('data-foutlijst')")
        tab(pagina)
        assert tab(pagina, "Enter")["id"] == "id_titel"  # type: ignore[index]
        pagina.keyboard.type("Soep met toetsen")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/code/**")
        tab_naar(pagina, naam="Ik heb de code. Ga verder")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/vraag/waar/")
        tab_naar(pagina, id="id_waar")
        pagina.keyboard.type("Breda")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/vraag/begin/")
        tab_naar(pagina, id="id_fase_0")
        pagina.keyboard.press("ArrowDown")
        tab_naar(pagina, naam="Bewaar en stop")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/?bewaard=1")
        assert "Bewaard." in pagina.inner_text("main")
    inzending = Inzending.objects.get(onderwerp="Soep met toetsen")
    assert (inzending.waar, inzending.gegevens["fase"]) == ("Breda", "opstart")


# --- for everybody -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wegen(portaal: Any, django_db_blocker: Any) -> Iterator[dict[str, str]]:
    """The address of each kind of page, of inzendingen that stand where that page is shown."""
    with django_db_blocker.unblock():
        concept = InzendingFactory(
            status=Status.CONCEPT, fotos=2, papieren=1, gegevens={"namens": "groep", "verhaal": ""}
        )
        gevraagd = InzendingFactory(status=Status.VRAAG_GESTELD, fotos=1, gegevens={"namens": "groep"})
        gevraagd.spreekt(Spreker.AFZENDER, "Ik zoek het op.")
        gevraagd.spreekt(Spreker.GROEP, "Wij zijn met acht.")
        geplaatst = InzendingFactory(status=Status.GOEDGEKEURD, gegevens={"titel": "De Soepketel"})

        def weg(inzending: Inzending, deel: str = "") -> str:
            token = toegang.maak_link(
                doel=inzending, rol=Toegangsrol.AFZENDER, gemaild_aan="ria@prive.example"
            )
            return f"/inzending/{token}/{deel}"

        groep = toegang.maak_link(doel=gevraagd, rol=Toegangsrol.GROEP)
        yield {
            "meedoen": "/meedoen/",
            "first screen": "/meedoen/initiatief/",
            "tip": "/meedoen/tip/",
            "addition": f"{geplaatst.doel.get_absolute_url()}aanvullen/",
            "code": weg(concept, "code/"),
            "a screen with an error": weg(concept, "vraag/verhaal/?fouten=1"),
            "choices": weg(concept, "vraag/thema/"),
            "photos": weg(concept, "fotos/"),
            "documents": weg(concept, "papieren/"),
            "overview": weg(concept, "?bewaard=1"),
            "look it over": weg(concept, "nakijken/"),
            "stop": weg(concept, "intrekken/"),
            "sent": weg(gevraagd, "verstuurd/"),
            "where it stands": weg(gevraagd),
            "on the site": weg(geplaatst),
            "questions": weg(gevraagd, "vragen/"),
            "read along": f"/meelezen/{groep}/",
            "open": "/inzending/",
            "mail on its way": "/inzending/link-onderweg/",
            "received": "/meedoen/ontvangen/",
            "dead link": "/inzending/abcdefghijklmnop/",
        }


FOUTEN = {
    "first screen": "Verder",
    "photos": "Verder",
    "look it over": "Verstuur",
    "questions": "Verstuur",
    "open": "Ga verder",
}


@pytest.mark.parametrize("breedte", [320, 1280])
def test_no_page_has_barriers(portaal: Any, wegen: dict[str, str], breedte: int) -> None:
    bezwaren: dict[str, list[str]] = {}
    with portaal.pagina(breedte) as pagina:
        waarnemer = Waarnemer(pagina, portaal.adres)
        for naam, weg in wegen.items():
            pagina.goto(weg)
            bezwaren[naam] = [*axe(pagina), *steekt_uit(pagina)]
            if naam in FOUTEN:
                if naam == "questions":
                    pagina.locator("main textarea").first.fill("")
                pagina.locator("main button", has_text=FOUTEN[naam]).first.click()
                if naam != "photos":
                    assert pagina.title().startswith("Fout: "), naam
                bezwaren[f"{naam}, wrong"] = [*axe(pagina), *steekt_uit(pagina)]
        bezwaren["browser"] = waarnemer.klachten
    assert not {waar: wat for waar, wat in bezwaren.items() if wat}
