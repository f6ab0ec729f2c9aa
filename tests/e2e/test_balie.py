"""The queue and the desk in a browser: from what waits longest to the site, and for everybody."""

from typing import TYPE_CHECKING, Any

import pytest

from alliantie.kern.models import Inzending
from initiatieven.models import Initiatief
from tests.e2e.test_beheer import axe, klachten, log_in
from tests.factories import InitiatiefFactory, InzendingFactory, ProjectteamFactory, ThemaFactory, gemeente

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from alliantie.kern.models import Gebruiker

RIJ = "/beheer/kern/inzending/"


@pytest.fixture
def els(live_server: Any) -> "Gebruiker":
    ThemaFactory(naam="Eten", slug="eten")
    return ProjectteamFactory(email="els@voorbeeld.example", naam="Els")


@pytest.fixture
def bladen(els: "Gebruiker") -> list[str]:
    """Every page of the desk, with as much on it as there can be."""
    doel = InitiatiefFactory(titel="Buurttuin", verhaal="Wij zaaien.", gemeente=gemeente(), gepubliceerd=True)
    InitiatiefFactory(titel="Eettafel De Brug", gemeente=gemeente(), gepubliceerd=True)
    lang = "Wij realiseren dit met alle buren samen " + "en nog meer buren " * 8 + "in de hal."
    nieuw = InzendingFactory(
        gegevens={"verhaal": lang}, fotos=2, papieren=1, status="in_behandeling", door=els
    )
    aanvulling = InzendingFactory(
        soort="aanvulling",
        doel=doel,
        gegevens={"kies": ["verhaal", "opmerking"], "opmerking": "Het hek staat open.", "namens": "groep"},
        status="vraag_gesteld",
        door=els,
    )
    rij = Initiatief.objects.get(pk=doel.pk)
    rij.verhaal = "Wij zaaien en oogsten."
    rij.save()
    InzendingFactory(gegevens={"titel": "Niemand heeft mij"})
    af = InzendingFactory(status="afgewezen", door=els)
    besluiten = [f"{RIJ}{nieuw.pk}/besluit/{wat}/" for wat in ("publiceren", "vragen", "afwijzen", "spam")]
    balies = [f"{RIJ}{rij.pk}/change/" for rij in (nieuw, aanvulling, af)]
    return [RIJ, f"{RIJ}?stand=klaar", *balies, *besluiten, f"{RIJ}{nieuw.pk}/besluit/samenvoegen/"]


@pytest.mark.parametrize("breedte", ["pagina_320", "pagina_1280"])
def test_every_page_of_the_desk_is_for_everybody(
    breedte: str, request: pytest.FixtureRequest, els: "Gebruiker", bladen: list[str]
) -> None:
    pagina = request.getfixturevalue(breedte)
    log_in(pagina, els)
    geklaagd = klachten(pagina)
    fouten: list[str] = []
    for blad in bladen:
        antwoord = pagina.goto(blad)
        assert antwoord is not None
        assert antwoord.status == 200, blad
        pagina.wait_for_load_state("networkidle")
        pagina.evaluate("document.querySelectorAll('#content details').forEach(deel => deel.open = true)")
        fouten += [f"{blad} {klacht}" for klacht in geklaagd]
        if pagina.evaluate("document.documentElement.scrollWidth > innerWidth"):
            fouten.append(f"{blad} is wider than the screen")
        fouten += [f"{blad} {fout}" for fout in axe(pagina)]
        geklaagd.clear()
    assert not fouten, "\n".join(fouten)


def test_from_the_queue_to_the_site_in_one_sitting(pagina_1280: "Page", els: "Gebruiker") -> None:
    pagina = pagina_1280
    inzending = InzendingFactory(fotos=1)
    log_in(pagina, els)
    pagina.get_by_role("link", name="Inzendingen die wachten").click()
    pagina.get_by_role("button", name="Pak de eerste op").click()
    pagina.get_by_role("heading", name="Eettafel De Brug", level=1).wait_for()
    pagina.wait_for_function("document.querySelector('.fotovak img').naturalWidth > 0")

    # Enter in a field saves; it decides nothing.
    pagina.locator("#id_wordt-titel").fill("Eettafel De Brug, Tilburg")
    pagina.locator("#id_wordt-titel").press("Enter")
    pagina.get_by_text("Bewaard. Niemand buiten het team ziet dit nog.").wait_for()
    assert not Initiatief.objects.exists()

    pagina.get_by_role("button", name="Publiceer").click()
    pagina.get_by_label("Tekst van de mail").fill("Dag Ria, het staat erop: [pagina]\n\n[link]")
    pagina.get_by_role("button", name="Publiceer en stuur de mail").click()
    pagina.get_by_text("‘Eettafel De Brug, Tilburg’ staat op de site.").wait_for()
    pagina.get_by_text("Er wacht niets meer.").wait_for()
    pagina.get_by_role("link", name="Kijk terug").click()
    pagina.locator(".balie-kop .stand", has_text="Geplaatst").wait_for()
    initiatief = Initiatief.objects.get()
    assert (initiatief.titel, initiatief.fotos.count()) == ("Eettafel De Brug, Tilburg", 1)
    assert Inzending.objects.get(pk=inzending.pk).beslist_op


def test_everything_works_on_a_phone_without_script(pagina_zonder_script: "Page", els: "Gebruiker") -> None:
    pagina = pagina_zonder_script
    inzending = InzendingFactory()
    log_in(pagina, els)
    pagina.goto(RIJ)
    pagina.locator("td.field-wie button", has_text="Pak op").click()
    pagina.get_by_role("button", name="Vraag iets").click()
    pagina.locator("#vraag-verhaal summary").click()
    pagina.locator("#eigen-verhaal").fill("Wie begon ermee?")
    pagina.get_by_role("button", name="Bekijk de mail").click()
    assert "Wie begon ermee?" in pagina.get_by_label("Tekst van de mail").input_value()
    pagina.get_by_role("button", name="Stel de vraag en stuur de mail").click()
    pagina.get_by_text("Het wacht nu op antwoord.").wait_for()
    assert inzending.open_vragen.get().veld == "verhaal"
