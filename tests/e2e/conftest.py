"""Pages in a real browser, against the live server. Everything in this folder counts as a browser test."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HIER = Path(__file__).parent
ARGUMENTEN = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lives here."""
    for item in items:
        if HIER in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(chromium: str | None, django_db_setup: None) -> "Iterator[Browser]":
    """One Chromium for the whole run of a worker."""
    from django.db import connections
    from playwright.sync_api import sync_playwright

    # Playwright's synchronous API runs an event loop in this thread; Django would refuse its own database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTEN)
        yield browser
        browser.close()
        connections.close_all()


def _pagina(browser: "Browser", adres: str, breedte: int, **opties: Any) -> "Iterator[Page]":
    context = browser.new_context(
        base_url=adres,
        viewport={"width": breedte, "height": 900},
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        **opties,
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def pagina_320(browser: "Browser", live_server: Any) -> "Iterator[Page]":
    """A page on the narrowest screen that must work."""
    yield from _pagina(browser, live_server.url, 320)


@pytest.fixture
def pagina_360(browser: "Browser", live_server: Any) -> "Iterator[Page]":
    """A page on an old phone."""
    yield from _pagina(browser, live_server.url, 360, has_touch=True)


@pytest.fixture
def pagina_1280(browser: "Browser", live_server: Any) -> "Iterator[Page]":
    """A page on a desk."""
    yield from _pagina(browser, live_server.url, 1280)


@pytest.fixture
def pagina_zonder_script(browser: "Browser", live_server: Any) -> "Iterator[Page]":
    """A page on a phone without JavaScript."""
    yield from _pagina(browser, live_server.url, 360, java_script_enabled=False)


# --- the real catalogue ----------------------------------------------------------------------------------


class Portaal:
    """The whole portal on an address of its own, with the first catalogue in it."""

    def __init__(self, browser: "Browser", adres: str) -> None:
        self.browser, self.adres = browser, adres

    @contextmanager
    def pagina(self, breedte: int, **opties: Any) -> "Iterator[Page]":
        """A page in a fresh browser without cookies."""
        yield from _pagina(self.browser, self.adres, breedte, reduced_motion="reduce", **opties)


@pytest.fixture(scope="module")
def portaal(browser: "Browser", django_db_setup: None, django_db_blocker: Any) -> Iterator[Portaal]:
    """The portal with the real catalogue, loaded once for the tests of a module; with one photo and one document."""
    from django.test import override_settings
    from pytest_django.live_server_helper import LiveServer

    from initiatieven.models import Methodiek
    from tests.factories import DocumentFactory, FotoFactory
    from tests.geladen import catalogus_in_databank

    with django_db_blocker.unblock(), catalogus_in_databank():
        aanpak = Methodiek.objects.get(slug="fietsbank")
        FotoFactory(vermelding=aanpak, breed=300, hoog=200, alt="Een rij fietsen", maker="Ali")
        DocumentFactory(vermelding=aanpak)
        server = LiveServer("localhost")
        with override_settings(ALLOWED_HOSTS=["localhost"], ROOT_URLCONF="tests.fouten"):
            yield Portaal(browser, server.url)
            server.stop()
