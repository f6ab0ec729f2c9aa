"""An uitvraag in a browser: asked from the admin, answered on a phone without script."""

from typing import TYPE_CHECKING, Any

import pytest

from alliantie.kern.models import Bericht, Inzending
from tests.e2e.test_beheer import axe, klachten, log_in
from tests.e2e.test_toegankelijkheid import steekt_uit
from tests.factories import (
    OntvangerFactory,
    OrganisatieFactory,
    ProjectteamFactory,
    UitvraagFactory,
    gemeente,
)
from tests.initiatieven.uitvragen import adres_in, adres_van, verstuurd

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db
LIJST = "/beheer/initiatieven/uitvraag/"


def bezwaren(pagina: "Page") -> dict[str, list[str]]:
    """Return per width what is wrong with the page that is open."""
    gevonden = {}
    for breedte in (320, 360, 1280):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        gevonden[f"{breedte} px"] = [*axe(pagina), *steekt_uit(pagina)]
    return {breedte: wat for breedte, wat in gevonden.items() if wat}


def vul_in(pagina: "Page", wat: str, waar: str) -> None:
    pagina.get_by_label("Welke groep of welk initiatief kent u?").fill(wat)
    pagina.get_by_label("In welke plaats is het?").fill(waar)
    pagina.wait_for_timeout(3100)  # no person is faster
    pagina.get_by_role("button", name="Verstuur mijn tip").click()


def test_somebody_of_the_network_gives_two_tips_on_a_phone_without_script(pagina_zonder_script: Any) -> None:
    rij = OntvangerFactory(organisatie=OrganisatieFactory(naam="Voedselbank Breda"))
    verstuurd(rij.uitvraag)
    pagina = pagina_zonder_script
    pagina.goto(adres_in(Bericht.objects.get()))
    vul_in(pagina, "Soepclub Noord", "")
    assert pagina.title().startswith("Fout: ")
    vul_in(pagina, "Soepclub Noord", "Breda")
    assert pagina.get_by_role("heading", level=1).inner_text() == "Uw tip is verstuurd"
    pagina.get_by_role("link", name="Vertel over nog een groep").click()
    vul_in(pagina, "Fietsenbank", "5038 AB")
    assert "Soepclub Noord" in pagina.inner_text("main")
    assert [tip.onderwerp for tip in Inzending.objects.order_by("pk")] == ["Soepclub Noord", "Fietsenbank"]


def test_the_page_for_the_network_has_no_barriers(pagina_320: Any) -> None:
    rij = OntvangerFactory(organisatie=OrganisatieFactory(naam="Voedselbank Breda"))
    adres = adres_van(rij)
    fouten = klachten(pagina_320)
    pagina_320.goto(adres)
    gevonden = {"leeg": bezwaren(pagina_320)}
    vul_in(pagina_320, "", "")
    gevonden["met fouten"] = bezwaren(pagina_320)
    vul_in(pagina_320, "Soepclub Noord", "Breda")
    gevonden["bedankt"] = bezwaren(pagina_320)
    pagina_320.goto(adres)
    gevonden["na een tip"] = bezwaren(pagina_320)
    pagina_320.goto(adres_van(OntvangerFactory(uitvraag=rij.uitvraag)))
    pagina_320.get_by_role("button", name="Ik ken niemand").click()
    gevonden["niemand"] = bezwaren(pagina_320)
    assert not {blad: wat for blad, wat in gevonden.items() if wat}
    assert [klacht for klacht in fouten if "422" not in klacht] == []


def test_staff_ask_the_network_and_the_pages_have_no_barriers(pagina_1280: Any) -> None:
    uitvraag = UitvraagFactory(titel="Tips voor het najaar")
    OntvangerFactory(uitvraag=uitvraag, gemeente=gemeente("Breda"))
    log_in(pagina_1280, ProjectteamFactory())
    adres = f"{LIJST}{uitvraag.pk}/change/"
    gevonden = {}
    for blad in (LIJST, f"{LIJST}add/", adres):
        pagina_1280.goto(blad)
        gevonden[blad] = bezwaren(pagina_1280)
    pagina_1280.get_by_label("Plak mailadressen").fill("els@netwerk.example\nfout")
    pagina_1280.get_by_role("button", name="Bewaar", exact=True).click()
    assert "Regel 2 (‘fout’)" in pagina_1280.inner_text("main")
    gevonden["met fouten"] = bezwaren(pagina_1280)
    pagina_1280.get_by_label("Plak mailadressen").fill("els@netwerk.example")
    pagina_1280.get_by_role("button", name="Bewaar", exact=True).click()
    pagina_1280.goto(adres)
    pagina_1280.get_by_role("link", name="Verstuur (2)").click()
    gevonden["versturen"] = bezwaren(pagina_1280)
    pagina_1280.get_by_role("button", name="Verstuur 2 mails").click()
    assert "Verstuurd aan 2 ontvangers." in pagina_1280.inner_text("main")
    gevonden["verstuurd"] = bezwaren(pagina_1280)
    assert Bericht.objects.count() == 2
    assert not {blad: wat for blad, wat in gevonden.items() if wat}
