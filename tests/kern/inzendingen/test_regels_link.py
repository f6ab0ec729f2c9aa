"""Who may do what, as tables by hand; and what a link or code opens, tried with real requests."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client

from alliantie.kern.inzendingen import regels
from alliantie.kern.inzendingen.keuzes import Status, Toegangsrol
from alliantie.kern.models import Inzending
from tests.factories import (
    GebruikerFactory,
    InzendingFactory,
    ProjectteamFactory,
    foto_inhoud,
    maak_gebruiker,
)
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import adres, alles_van, bestand, meelezen
from tests.publiek import tekst

pytestmark = pytest.mark.django_db

# Concept, Ingediend, in Behandeling, Vraag gesteld, Goedgekeurd, Afgewezen, ingeTrokken.
LETTERS = {
    "C": "concept",
    "I": "ingediend",
    "B": "in_behandeling",
    "V": "vraag_gesteld",
    "G": "goedgekeurd",
    "A": "afgewezen",
    "T": "ingetrokken",
}
TEAM = ("coordinator", "projectteam")
STAF = {
    "bekijken": ("CIBVGAT", TEAM),
    "oppakken": ("IBV", TEAM),
    "loslaten": ("B", TEAM),
    "bewerken": ("BV", TEAM),
    "vragen": ("B", TEAM),
    "goedkeuren": ("BV", TEAM),
    "samenvoegen": ("BV", TEAM),
    "afwijzen": ("BV", TEAM),
    "spam": ("IBV", TEAM),
    "heropenen": ("A", TEAM),
    "nieuwe_code": ("CIBVGA", TEAM),
    "telefoon_bevestigen": ("IBVG", TEAM),
    "exporteren": ("CIBVGAT", TEAM),
    "wissen": ("CGAT", ("coordinator",)),
}
MET_LINK = {
    "afzender": {
        "lezen": "CIBVGAT",
        "invullen": "C",
        "versturen": "C",
        "terugnemen": "I",
        "beantwoorden": "V",
        "zeggen": "IBV",
        "intrekken": "CIBV",
        "laten_meelezen": "CIBV",
    },
    "groep": {"lezen": "CIBVGA", "bevestigen": "CIBV", "zeggen": "CIBV"},
}  # every other kind of link opens no inzending
ALLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")


# --- the tables ------------------------------------------------------------------------------------------


def letters(mag: Callable[[Inzending], bool]) -> str:
    """Return the letters of the statuses in which it may be done."""
    return "".join(letter for letter, status in LETTERS.items() if mag(Inzending(status=status)))


@pytest.mark.parametrize("wie", ALLEN)
def test_each_role_may_do_what_the_table_says(wie: str) -> None:
    iemand = maak_gebruiker(wie)
    mag = {
        actie: letters(lambda rij, actie=actie: regels.mag(iemand, actie, rij))  # type: ignore[misc]
        for actie in regels.MAG
    }
    assert mag == {actie: statussen if wie in rollen else "" for actie, (statussen, rollen) in STAF.items()}
    ooit = {actie for actie in regels.MAG if regels.mag_ooit(iemand, actie)}
    assert ooit == {actie for actie, (_, rollen) in STAF.items() if wie in rollen}


def test_a_superuser_counts_as_coordinator_and_who_left_as_nobody() -> None:
    baas, weg = GebruikerFactory(is_superuser=True), GebruikerFactory(rol="coordinator", is_active=False)
    rij = Inzending(status="afgewezen")
    assert regels.mag(baas, "wissen", rij)
    assert not regels.mag(weg, "wissen", rij)
    assert not regels.mag(AnonymousUser(), "bekijken", rij)


@pytest.mark.parametrize("rol", Toegangsrol)
def test_a_link_may_do_what_the_table_says_for_its_role(rol: Toegangsrol) -> None:
    acties = {actie for tabel in MET_LINK.values() for actie in tabel}
    mag = {
        actie: letters(lambda rij, actie=actie: regels.mag_met_link(rol, actie, rij))  # type: ignore[misc]
        for actie in acties
    }
    assert {actie: wanneer for actie, wanneer in mag.items() if wanneer} == MET_LINK.get(rol, {})
    assert set(regels.MAG_MET_LINK.get(rol, {})) == set(MET_LINK.get(rol, {}))


# --- the same with requests ------------------------------------------------------------------------------

# Address → what is sent, and in which statuses it changes something.
VAN_AFZENDER: dict[str, tuple[dict[str, Any], str]] = {
    "vraag/naam/": ({"titel": "Iets anders"}, "C"),
    "vraag/verhaal/": ({"verhaal": "Iets anders", "stop": "1"}, "C"),
    "fotos/": ({"toevoegen": "1"}, "C"),
    "papieren/": ({"verder": "1"}, "C"),
    "nakijken/": ({"akkoord": "on"}, "C"),
    "code/": ({"email": "ander@prive.example"}, "C"),
    "terugnemen/": ({}, "I"),
    "vragen/": ({"verhaal": "In 2019."}, "V"),
    "zeg-iets/": ({"tekst": "Er is nog iets"}, "IBV"),
    "intrekken/": ({}, "CIBV"),
    "laat-meelezen/": ({}, "CIBV"),
    "bevestig-mail/": ({}, "CIBVGAT"),
}
VAN_GROEP: dict[str, tuple[dict[str, Any], str]] = {
    "klopt": ({"klopt": "1"}, "CIBV"),
    "anders": ({"anders": "1", "tekst": "Wij zijn met acht"}, "CIBV"),
}
# Address → in which statuses there is a page; elsewhere it leads to where it stands. None: there is nothing to read.
PAGINAS: dict[str, str | None] = {
    "": "CIBVGAT",
    "code/": "C",
    "dubbel/": "C",
    "vraag/naam/": "C",
    "vraag/verhaal/": "C",
    "fotos/": "C",
    "papieren/": "C",
    "nakijken/": "C",
    "verstuurd/": "IBV",
    "vragen/": "V",
    "intrekken/": "CIBV",
    "terugnemen/": None,
    "zeg-iets/": None,
    "laat-meelezen/": None,
    "bevestig-mail/": None,
}


def in_status(letter: str) -> Inzending:
    return InzendingFactory(status=Status(LETTERS[letter]), fotos=1, door=ProjectteamFactory())


def stuur(client: Client, inzending: Inzending, deel: str, waar: str) -> HttpResponse:
    """Send what belongs to this address, with all that its form has."""
    extra: dict[str, Any] = dict(VAN_AFZENDER[deel][0])
    if deel in {"code/", "nakijken/"}:
        extra["zegel"] = formulier(client.get("/inzending/"), "code-zegel")["code-zegel"]
    if deel == "fotos/":
        extra["bestanden"] = bestand(foto_inhoud(50, 50, kleur="blue"))
    if deel == "papieren/":
        extra[f"omschrijving-{inzending.bijlagen.get().pk}"] = "hoort hier niet"
        extra["weg"] = inzending.bijlagen.get().pk
    for vraag in inzending.open_vragen:
        extra[f"antwoord-{vraag.pk}"] = ""
    return client.post(waar, extra)


@pytest.mark.parametrize("letter", LETTERS)
def test_what_a_sender_may_not_do_in_this_status_changes_nothing(client: Client, letter: str) -> None:
    inzending = in_status(letter)
    niet = [deel for deel, (_, wel) in VAN_AFZENDER.items() if letter not in wel]
    for deel in niet:
        waar = adres(inzending, deel, gemaild_aan=inzending.email)
        eerst = alles_van(inzending)
        antwoord = stuur(client, inzending, deel, waar)
        assert antwoord.status_code == 302, deel
        assert alles_van(inzending) == eerst, deel


@pytest.mark.parametrize(
    ("deel", "letter"), [(deel, letter) for deel, (_, wel) in VAN_AFZENDER.items() for letter in wel]
)
def test_what_a_sender_may_do_changes_something(client: Client, deel: str, letter: str) -> None:
    inzending = in_status(letter)
    waar = adres(inzending, deel, gemaild_aan=inzending.email)
    eerst = alles_van(inzending)
    assert stuur(client, inzending, deel, waar).status_code in {200, 302}
    assert alles_van(inzending) != eerst


@pytest.mark.parametrize(("wat", "letter"), list(itertools.product(VAN_GROEP, LETTERS)))
def test_the_group_may_answer_until_it_is_decided(client: Client, wat: str, letter: str) -> None:
    inzending = in_status(letter)
    getypt, wel = VAN_GROEP[wat]
    waar = meelezen(inzending)
    eerst = alles_van(inzending)
    assert client.post(waar, getypt).status_code == 302
    assert (alles_van(inzending) != eerst) == (letter in wel)


@pytest.mark.parametrize("letter", LETTERS)
def test_reading_changes_nothing_and_every_address_answers(client: Client, letter: str) -> None:
    inzending = in_status(letter)
    wegen = {deel: adres(inzending, deel, gemaild_aan=inzending.email) for deel in PAGINAS}
    groep = meelezen(inzending)
    eerst = alles_van(inzending)
    for deel, waar in (*wegen.items(), ("", groep)):
        antwoord = client.get(waar)
        wel = PAGINAS[deel]
        assert antwoord.status_code == (405 if wel is None else 200 if letter in wel else 302), waar
        assert client.head(waar).status_code == antwoord.status_code
        assert antwoord["Cache-Control"] == "private, no-store"
        assert antwoord.status_code == 405 or antwoord["X-Robots-Tag"] == "noindex, nofollow"
    assert alles_van(inzending) == eerst


@pytest.mark.parametrize("letter", LETTERS)
def test_the_group_reads_until_it_is_withdrawn(client: Client, letter: str) -> None:
    inzending = in_status(letter)
    leest = letter != "T"
    assert ("pan soep" in tekst(client.get(meelezen(inzending)))) == leest
    foto = client.get(meelezen(inzending, f"bijlage/{inzending.bijlagen.get().pk}/"))
    assert foto.status_code == (200 if leest else 404)


def test_a_link_of_the_group_opens_nothing_of_the_sender_and_the_other_way(client: Client) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT, fotos=1)
    groep, afzender = meelezen(inzending).split("/")[2], adres(inzending).split("/")[2]
    eerst = alles_van(inzending)
    for deel in VAN_AFZENDER:
        antwoord = stuur(client, inzending, deel, f"/inzending/{groep}/{deel}")
        assert antwoord.status_code == 404, deel
    for getypt, _ in VAN_GROEP.values():
        assert client.post(f"/meelezen/{afzender}/", getypt).status_code == 404
    assert client.get(f"/meelezen/{afzender}/").status_code == 404
    assert alles_van(inzending) == eerst
