"""How many questions a page behind a link asks the database: a number that does not grow with what is on it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alliantie.kern import paginacache
from alliantie.kern.inzendingen.acties import behandelen
from alliantie.kern.inzendingen.keuzes import Spreker, Status
from alliantie.kern.models import Inzending
from tests.factories import DoelgroepFactory, InzendingFactory, ProjectteamFactory, ThemaFactory
from tests.kern.inzendingen.afzender import adres, meelezen

pytestmark = pytest.mark.django_db

NIET_VERSTUURD = {
    "": 9,
    "code/": 3,
    "nakijken/": 10,
    "vraag/verhaal/": 3,
    "vraag/thema/": 4,
    "vraag/voor-wie/": 4,
    "fotos/": 4,
    "papieren/": 4,
    "intrekken/": 3,
}
GEVRAAGD = {"": 9, "vragen/": 4, "verstuurd/": 3, "intrekken/": 3}
MEELEZEN = 7


def aantal_vragen(client: Client, waar: str) -> int:
    client.get(waar)  # Django asks for the kinds of rows once per process
    paginacache.vergeet()
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(waar).status_code == 200, waar
    return len(vragen)


def met(aantal: int, status: Status) -> Inzending:
    """An inzending with so many photos, documents, questions and words; and so many choices on its screens."""
    ThemaFactory.create_batch(aantal)
    DoelgroepFactory.create_batch(aantal)
    els = ProjectteamFactory()
    begin = Status.CONCEPT if status == Status.CONCEPT else Status.IN_BEHANDELING
    inzending = InzendingFactory(
        status=begin, fotos=min(aantal, 2), papieren=1, door=els, gegevens={"namens": "groep"}
    )
    for nummer in range(aantal):
        inzending.spreekt(Spreker.AFZENDER, f"Zin {nummer}")
        inzending.spreekt(Spreker.GROEP, f"Zin {nummer}")
    if status == Status.VRAAG_GESTELD:
        vragen = [(veld, "Hoe?") for veld in ("verhaal", "", "geleerd")]
        inzending = behandelen.stel_vragen(
            inzending=inzending, door=els, gezien=inzending.versie, vragen=vragen[:aantal], mail=None
        )
    return inzending


def tel(
    client: Client, inzending: Inzending, delen: dict[str, int], maak: Callable[..., str]
) -> dict[str, int]:
    return {deel: aantal_vragen(client, maak(inzending, deel)) for deel in delen}


@pytest.mark.parametrize("aantal", [1, 3])
def test_what_was_not_sent_yet(client: Client, aantal: int) -> None:
    inzending = met(aantal, Status.CONCEPT)
    assert tel(client, inzending, NIET_VERSTUURD, adres) == NIET_VERSTUURD


@pytest.mark.parametrize("aantal", [1, 3])
def test_where_it_stands_and_what_was_asked(client: Client, aantal: int) -> None:
    inzending = met(aantal, Status.VRAAG_GESTELD)
    assert tel(client, inzending, GEVRAAGD, adres) == GEVRAAGD


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_group_reads_along(client: Client, aantal: int) -> None:
    inzending = met(aantal, Status.VRAAG_GESTELD)
    assert tel(client, inzending, {"": MEELEZEN}, meelezen) == {"": MEELEZEN}
