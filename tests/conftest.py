"""Where the tests get their database server and their browser from."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest

from alliantie.kern.databank import Server, django_instellingen

pytest_plugins = ["tests.plugins"]
SERVER_SLEUTEL = pytest.StashKey[Server]()
MAP_VARIABELE = "ALLIANTIE_TESTDATABANK"
CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


# --- the database server -------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Start a throw-away server in the controlling process; every xdist worker makes its own database in it."""
    from django.conf import settings

    if os.environ.get("DATABASE_URL") or config.option.help or config.option.version:
        return
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        server = Server(Path(tempfile.mkdtemp(prefix="alliantie-test-")), wegwerp=True)
        server.start()
        config.stash[SERVER_SLEUTEL] = server
        os.environ[MAP_VARIABELE] = str(server.map)
    if map := os.environ.get(MAP_VARIABELE):
        settings.DATABASES["default"].update(django_instellingen(Path(map)))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw the server away."""
    from django.conf import settings

    if server := config.stash.get(SERVER_SLEUTEL, None):
        server.stop(meteen=True)
        shutil.rmtree(server.map, ignore_errors=True)
        shutil.rmtree(server.socket, ignore_errors=True)
        os.environ.pop(MAP_VARIABELE, None)
    if "alliantie-test-media-" in str(settings.MEDIA_ROOT):
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have tests that empty the database put back what the migrations loaded (gemeenten, groups)."""
    for item in items:
        merk = item.get_closest_marker("django_db")
        opties = dict(merk.kwargs) if merk else {}
        namen = getattr(item, "fixturenames", ())
        if opties.get("transaction") or "live_server" in namen or "transactional_db" in namen:
            opties |= {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**opties), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Let every connection know what the migrations loaded, also the one Django opens beside a running Playwright."""
    from django.db import connections

    with django_db_blocker.unblock():
        if inhoud := getattr(connections["default"], "_test_serialized_contents", None):
            type(connections["default"])._test_serialized_contents = inhoud  # type: ignore[attr-defined]


# --- the browser ---------------------------------------------------------------------------------------


def vind_chromium() -> str | None:
    """Return the path of a Chromium: the one of ``CHROMIUM``, or one on the path."""
    if gekozen := os.environ.get("CHROMIUM"):
        return shutil.which(gekozen)
    return next((pad for naam in CHROMIUMS if (pad := shutil.which(naam))), None)


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The path of the Chromium that browser tests use."""
    return vind_chromium()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip browser tests without a browser, or fail them where the browser is part of the bargain."""
    if item.get_closest_marker("browser") and vind_chromium() is None:
        if os.environ.get("BROWSER_VERPLICHT"):
            pytest.fail("no Chromium found, and BROWSER_VERPLICHT is set", pytrace=False)
        pytest.skip("no Chromium found")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly that browser tests did not run."""
    if overgeslagen := [
        r for r in terminalreporter.getreports("skipped") if "no Chromium found" in str(r.longrepr)
    ]:
        terminalreporter.write_line(
            f"{len(overgeslagen)} browser tests were SKIPPED: no Chromium found (install it, or set CHROMIUM).",
            yellow=True,
        )
