"""Filling in the form of a meeting as staff do."""

from typing import Any

from django.test import Client

from bijeenkomsten.models import Bijeenkomst
from tests.hulp import Velden, formulier

LIJST = "/beheer/bijeenkomsten/bijeenkomst/"


def adres(bijeenkomst: Bijeenkomst, pad: str = "change/") -> str:
    return f"{LIJST}{bijeenkomst.pk}/{pad}"


def open_form(client: Client, bijeenkomst: Bijeenkomst) -> Velden:
    return formulier(client.get(adres(bijeenkomst)), "titel")


def bewaar(client: Client, bijeenkomst: Bijeenkomst, **anders: Any) -> Any:
    return client.post(adres(bijeenkomst), open_form(client, bijeenkomst) | anders)


def fouten(antwoord: Any) -> dict[str, list[str]]:
    assert antwoord.status_code == 200
    return {
        veld: [str(f) for f in lijst] for veld, lijst in antwoord.context["adminform"].form.errors.items()
    }
