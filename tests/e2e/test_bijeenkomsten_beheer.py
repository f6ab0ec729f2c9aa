"""The meetings in the admin in a browser: every page for everybody, and the door on a phone without script."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from bijeenkomsten.acties import aanmelden
from bijeenkomsten.models import Bijeenkomst
from tests.e2e.test_beheer import axe, klachten, log_in
from tests.e2e.test_toegankelijkheid import steekt_uit
from tests.factories import InitiatiefFactory, OrganisatieFactory, ProjectteamFactory, ThemaFactory
from tests.factories.bijeenkomsten import AanmeldingFactory, BijeenkomstFactory

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db
LIJST = "/beheer/bijeenkomsten/bijeenkomst/"


@pytest.fixture
def druk(live_server: Any) -> Bijeenkomst:
    """A meeting with somebody of every stand, next week."""
    ThemaFactory()
    OrganisatieFactory()
    bijeenkomst = BijeenkomstFactory(
        titel="Leren van eettafels",
        begin=timezone.now() + timedelta(days=5),
        capaciteit=12,
        lunch="ja",
        kinderopvang="ja",
        reiskosten="ja",
        bezocht=InitiatiefFactory(gepubliceerd=True),
        verslag="Zij koken nu ook op vrijdag.",
    )
    wie = [
        ("Ria de Buurvrouw", 3, {"hulp": "Rolstoel", "eet_mee": 3, "eten": "Geen vis", "kinderen": 2}),
        ("Bas", 4, {"email": "", "telefoon": "06 12 34 56 78"}),
        ("Wegblijver", 4, {"is_gemeente": True, "van": "gemeente Alphen aan den Rijn"}),
        ("محمد علي", 1, {}),
        ("Cor", 2, {}),
        ("Doe", 3, {"email": "", "telefoon": "0612345679"}),
    ]
    rijen = [
        AanmeldingFactory(bijeenkomst=bijeenkomst, naam=naam, aantal=aantal, **velden)
        for naam, aantal, velden in wie
    ]
    aanmelden.meld_af(aanmelding=rijen[2])
    return bijeenkomst


def bezwaren(pagina: "Page") -> dict[str, list[str]]:
    """Return per width what is wrong with the page that is open."""
    pagina.wait_for_load_state("networkidle")
    gevonden = {}
    for breedte in (320, 360, 1280):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        gevonden[f"{breedte} px"] = [*axe(pagina), *steekt_uit(pagina)]
    return {breedte: wat for breedte, wat in gevonden.items() if wat}


def test_the_pages_have_no_barriers(pagina_1280: Any, druk: Bijeenkomst) -> None:
    concept = BijeenkomstFactory(titel="Online", soort="online", gemeente=None, concept=True)
    log_in(pagina_1280, ProjectteamFactory())
    fouten = klachten(pagina_1280)
    eigen, cor = f"{LIJST}{druk.pk}/", druk.aanmeldingen.get(naam="Cor")
    gevonden = {}
    for blad in (
        "/beheer/",
        LIJST,
        f"{LIJST}add/?van={druk.pk}",
        f"{LIJST}{concept.pk}/change/",
        f"{LIJST}{concept.pk}/besluit/publiceren/",
        *(
            f"{eigen}{pad}"
            for pad in (
                "change/",
                "aanmeldingen/",
                f"aanmeldingen/{cor.pk}/",
                "aanmeldingen/toevoegen/",
                "aanmeldingen/mailen/?wie=allen",
                "gewijzigd/",
                "besluit/afgelasten/",
                "besluit/terughalen/",
                "deur/",
                "voorstel/",
            )
        ),
    ):
        pagina_1280.goto(blad)
        gevonden[blad] = bezwaren(pagina_1280)
    pagina_1280.goto(f"{eigen}aanmeldingen/toevoegen/")
    pagina_1280.get_by_role("button", name="Meld deze mensen aan").click()
    gevonden["met fouten"] = bezwaren(pagina_1280)
    assert not {blad: wat for blad, wat in gevonden.items() if wat}
    assert [klacht for klacht in fouten if "422" not in klacht] == []


def test_who_comes_is_ticked_at_the_door_on_a_phone_without_script(
    pagina_zonder_script: Any, druk: Bijeenkomst
) -> None:
    pagina = pagina_zonder_script
    log_in(pagina, ProjectteamFactory())
    pagina.goto(f"{LIJST}{druk.pk}/deur/")
    assert pagina.locator(".deurteller").inner_text() == "0 van 10 zijn er"
    pagina.get_by_role("button", name=re.compile("Alle 3 zijn er.*Ria de Buurvrouw")).click()
    assert pagina.locator(".deurteller").inner_text() == "3 van 10 zijn er"
    bas = pagina.locator(".gast", has_text="Bas")
    bas.locator("summary").click()
    bas.get_by_label("Hoeveel zijn er?").fill("2")
    bas.get_by_role("button", name="Bewaar").click()
    assert pagina.locator(".deurteller").inner_text() == "5 van 10 zijn er"
    pagina.get_by_role("button", name=re.compile("Haal weg.*Ria de Buurvrouw")).click()
    assert pagina.locator(".deurteller").inner_text() == "2 van 10 zijn er"
    assert list(druk.aanmeldingen.filter(gekomen=2).values_list("naam", flat=True)) == ["Bas"]


def test_a_selection_gets_a_mail_that_was_looked_at_first(pagina_1280: Any, druk: Bijeenkomst) -> None:
    log_in(pagina_1280, ProjectteamFactory())
    pagina_1280.goto(f"{LIJST}{druk.pk}/aanmeldingen/")
    pagina_1280.get_by_label("Kies Ria de Buurvrouw").check()
    pagina_1280.get_by_role("button", name="Mail wie u aankruiste").click()
    pagina_1280.get_by_role("button", name="Bekijk de mail").click()
    assert "Vervang [Schrijf hier" in pagina_1280.inner_text("main")
    tekst = pagina_1280.get_by_label("Tekst van de mail")
    tekst.fill(tekst.input_value().replace("[Schrijf hier wat u wilt zeggen.]", "Neemt u een pan mee?"))
    pagina_1280.get_by_role("button", name="Bekijk de mail").click()
    assert "Goedendag Ria de Buurvrouw," in pagina_1280.inner_text("main")
    pagina_1280.get_by_role("button", name="Verstuur 1 mail").click()
    assert "1 mail onderweg." in pagina_1280.inner_text("body")
