"""Changing a mail and answering a request about personal data, as staff do it on a phone without script."""

from typing import TYPE_CHECKING, Any

import pytest

from alliantie.kern.models import Mailtekst
from initiatieven.models import Contactpersoon
from tests.e2e.test_beheer import axe, log_in
from tests.factories import ContactpersoonFactory, CoordinatorFactory, InitiatiefFactory

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db


def test_a_mail_is_changed_looked_at_and_put_back(pagina_zonder_script: "Page", live_server: Any) -> None:
    pagina = pagina_zonder_script
    log_in(pagina, CoordinatorFactory())
    pagina.goto("/beheer/kern/mailtekst/")
    pagina.get_by_role("link", name="De groep leest mee").click()
    pagina.locator("#id_tekst").fill("Dag,\n\n{{ invuller }} vraagt: klopt dit?")
    pagina.get_by_role("button", name="Laat zien").click()
    pagina.get_by_role("link", name="Zet dit ook in de tekst: {{ link }}").click()
    pagina.locator("#id_tekst").fill("Dag,\n\n{{ invuller }} vraagt: klopt dit?\n{{ link }}")
    pagina.get_by_role("button", name="Laat zien").click()
    # One lands on what one asked to see, and nothing is saved yet.
    assert 0 <= pagina.locator("#voorbeeld").bounding_box()["y"] < 600  # type: ignore[index]
    assert "Mieke vraagt: klopt dit?" in pagina.locator("#voorbeeld").inner_text()
    assert not Mailtekst.objects.exists()
    pagina.get_by_role("button", name="Bewaar de tekst").click()
    pagina.get_by_text("De volgende mail gaat zo weg.").wait_for()
    assert Mailtekst.objects.get().tekst.startswith("Dag,\n\n{{ invuller }}")
    pagina.get_by_role("button", name="Terug naar de ingebouwde tekst").click()
    pagina.get_by_text("De mail heeft weer de ingebouwde tekst.").wait_for()
    assert not Mailtekst.objects.exists()


def test_somebody_asks_what_is_held_and_wants_it_gone(pagina_360: "Page", live_server: Any) -> None:
    pagina = pagina_360
    ContactpersoonFactory(
        initiatief=InitiatiefFactory(titel="De Brug"), naam="Ria", telefoon="06-12 34 56 78"
    )
    log_in(pagina, CoordinatorFactory())
    pagina.goto("/beheer/")
    pagina.get_by_role("main").get_by_role("link", name="Vragen over gegevens").click()
    pagina.get_by_label("Mailadres of telefoonnummer").fill("+31612345678")
    pagina.get_by_role("button", name="Zoek").click()
    pagina.get_by_role("link", name="Ria, bij De Brug").wait_for()
    assert axe(pagina) == []
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Bewaar als bestand").click()
    assert "Ria" in download.value.path().read_text(encoding="utf-8")
    pagina.get_by_role("button", name="Wis alles").click()
    assert axe(pagina) == []
    pagina.get_by_label("Weet u het zeker?").fill("ja")
    pagina.get_by_role("button", name="Wis alles").click()
    pagina.get_by_text("Gewist: 1 contactpersoon.").wait_for()
    assert not Contactpersoon.objects.exists()
    assert "612345678" not in pagina.url
