"""Settings: a production site does not start half configured."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
VOLLEDIG = {
    "DATABASE_URL": "postgres://portaal@localhost:1/portaal",
    "SECRET_KEY": "een-lange-geheime-sleutel-" + "y" * 40,
    "ALLOWED_HOSTS": "portaal.example.org",
}
VRAAG = "from django.conf import settings as s; print(({}))"


def vraag(uitdrukking: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Ask fresh settings, in a process that knows only this environment."""
    weg = {
        "DATABASE_URL",
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "PORT",
        "ALLIANTIE_TESTDATABANK",
        "HTTPS",
        "PROXIES",
    }
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    return subprocess.run(
        [sys.executable, "-c", VRAAG.format(uitdrukking)],
        cwd=PROJECT,
        env=schoon | {"DJANGO_SETTINGS_MODULE": "alliantie.settings"} | omgeving,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "ontbreekt",
    [{"SECRET_KEY"}, {"ALLOWED_HOSTS"}, {"SECRET_KEY", "ALLOWED_HOSTS"}],
    ids=["key", "hosts", "both"],
)
@pytest.mark.parametrize("leeg", [True, False])
def test_production_refuses_to_start_and_names_what_is_missing(ontbreekt: set[str], leeg: bool) -> None:
    omgeving = {naam: waarde for naam, waarde in VOLLEDIG.items() if naam not in ontbreekt}
    if leeg:
        omgeving |= dict.fromkeys(ontbreekt, "")
    antwoord = vraag("s.PRODUCTIE", **omgeving)
    assert antwoord.returncode != 0
    laatste = antwoord.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in laatste
    for naam in ("SECRET_KEY", "ALLOWED_HOSTS"):
        assert (naam in laatste) is (naam in ontbreekt)


def test_production_is_strict() -> None:
    uitdrukking = (
        "s.PRODUCTIE, s.DEBUG, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.TWEEDE_STAP_VERPLICHT, s.SECURE_HSTS_SECONDS > 10**7, s.ALLOWED_HOSTS"
    )
    antwoord = vraag(uitdrukking, **VOLLEDIG)
    assert antwoord.returncode == 0, antwoord.stderr
    verwacht = (True, False, True, True, True, True, True, ["portaal.example.org"])
    assert antwoord.stdout.strip() == str(verwacht)


def test_at_home_only_this_machine_is_served() -> None:
    antwoord = vraag("s.PRODUCTIE, s.DEBUG, s.ALLOWED_HOSTS", SECRET_KEY="alleen-voor-een-test")
    assert antwoord.stdout.strip() == str((False, False, ["localhost", "127.0.0.1", "[::1]"]))
