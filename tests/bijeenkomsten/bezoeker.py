"""What somebody does who signs up for a meeting, with the requests of a browser."""

import re
import time
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bijeenkomsten.acties import links
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.hulp import formulier

TOKEN = re.compile(r"/aanmelding/([A-Za-z0-9_-]{8,})/")
GOED = {"naam": "Fatima", "email": "fatima@prive.example", "aantal": "2"}


def open_formulier(
    client: Client, bijeenkomst: Bijeenkomst, monkeypatch: pytest.MonkeyPatch, seconden_geleden: int = 10
) -> dict[str, Any]:
    """Return the fields of the form as it was opened a while ago."""
    nu = time.time
    with monkeypatch.context() as klok:
        klok.setattr(time, "time", lambda: nu() - seconden_geleden)
        return formulier(client.get(adres_van(bijeenkomst)), "zegel")


def adres_van(bijeenkomst: Bijeenkomst) -> str:
    return f"/bijeenkomsten/{bijeenkomst.slug}/aanmelden/"


def meld_aan(
    client: Client, bijeenkomst: Bijeenkomst, monkeypatch: pytest.MonkeyPatch, **anders: Any
) -> HttpResponse:
    """Open the form, fill it in for ten seconds, and send it."""
    velden = open_formulier(client, bijeenkomst, monkeypatch)
    return client.post(adres_van(bijeenkomst), velden | GOED | anders)


def adres(aanmelding: Aanmelding, deel: str = "") -> str:
    """Return a new address of who signed up: "" how it stands, "afmelden/" the page to cancel."""
    return f"/aanmelding/{links.maak_link(aanmelding=aanmelding)}/{deel}"


def stand(aanmelding: Aanmelding) -> str:
    """Return where a sign-up stands now."""
    return Aanmelding.objects.get(pk=aanmelding.pk).status
