"""The privacy page promises what the settings keep; an existing site gets the new text unless staff wrote their own."""

from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as instellingen
from django.test import Client

from alliantie.portaal.models import Pagina

pytestmark = pytest.mark.django_db

MIGRATIE = import_module("alliantie.portaal.migrations.0003_privacy_inzendingen")
NIEUW = MIGRATIE.PRIVACY.read_text(encoding="utf-8").partition("\n")[2].strip()
OUD = (Path(__file__).parent / "privacy_voor_inzendingen.md").read_text(encoding="utf-8").partition("\n")[2]


def na_migratie(tekst: str) -> str:
    Pagina.objects.filter(slug="privacy").update(tekst=tekst)
    MIGRATIE.vernieuw_privacy(apps, None)
    return Pagina.objects.get(slug="privacy").tekst


def test_a_page_that_staff_never_changed_gets_the_new_text() -> None:
    assert na_migratie(OUD.strip()) == NIEUW
    assert na_migratie(OUD.strip().replace("\n", "\r\n")) == NIEUW


@pytest.mark.parametrize("eigen", [f"{OUD.strip()} Onze eigen zin.", "Eigen tekst", ""])
def test_the_words_of_staff_stay(eigen: str) -> None:
    assert na_migratie(eigen) == eigen


def test_a_site_without_that_page_gets_none() -> None:
    Pagina.objects.filter(slug="privacy").delete()
    MIGRATIE.vernieuw_privacy(apps, None)
    assert not Pagina.objects.filter(slug="privacy").exists()


def test_every_period_that_is_kept_is_on_the_page(client: Client, settings: Any) -> None:
    for nummer, naam in enumerate(sorted(instellingen.BEWAARTERMIJNEN)):
        assert f"{{{{ bewaartermijn_{naam} }}}}" in NIEUW
        settings.BEWAARTERMIJNEN = settings.BEWAARTERMIJNEN | {naam: timedelta(days=1001 + nummer)}
    html = client.get("/privacy/").content.decode()
    for nummer in range(len(settings.BEWAARTERMIJNEN)):
        assert f"{1001 + nummer} dagen" in html
    assert "{{" not in html
