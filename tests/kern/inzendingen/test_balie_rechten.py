"""Who may do what at the desk, in which status: the agreement written out by hand, through real requests."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Inzending
from tests.factories import InzendingFactory, maak_gebruiker

pytestmark = pytest.mark.django_db

ROLLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")
LETTER = {"coordinator": "c", "projectteam": "p"}
STATUSSEN = (
    "concept",
    "ingediend",
    "in_behandeling",
    "vraag_gesteld",
    "goedgekeurd",
    "afgewezen",
    "ingetrokken",
)
# c = coordinator, p = projectteam; whoever is not named may not.
MAG = {
    #               concept  ingediend  behandeling  gevraagd  goedgekeurd  afgewezen  ingetrokken
    "bekijken":    ("cp",    "cp",      "cp",        "cp",     "cp",        "cp",      "cp"),
    "bijlage":     ("cp",    "cp",      "cp",        "cp",     "cp",        "cp",      "cp"),
    "overnemen":   ("",      "cp",      "cp",        "cp",     "",          "",        ""),
    "loslaten":    ("",      "",        "cp",        "",       "",          "",        ""),
    "bewaar":      ("",      "",        "cp",        "cp",     "",          "",        ""),
    "telefoon":    ("",      "cp",      "cp",        "cp",     "cp",        "",        ""),
    "code":        ("cp",    "cp",      "cp",        "cp",     "cp",        "cp",      ""),
    "publiceren":  ("",      "",        "cp",        "cp",     "",          "",        ""),
    "vragen":      ("",      "",        "cp",        "",       "",          "",        ""),
    "afwijzen":    ("",      "",        "cp",        "cp",     "",          "",        ""),
    "samenvoegen": ("",      "",        "cp",        "cp",     "",          "",        ""),
    "spam":        ("",      "cp",      "cp",        "cp",     "",          "",        ""),
    "heropen":     ("",      "",        "",          "",       "",          "cp",      ""),
    "wissen":      ("c",     "",        "",          "",       "c",         "c",       "c"),
}  # fmt: skip
BESLUITEN = {
    "publiceren": {},
    "vragen": {"eigen-": "Wie begon?"},
    "afwijzen": {"eigen-": "Past niet."},
    "samenvoegen": {},
    "spam": {},
    "wissen": {},
}
MAIL = {"onderwerp": "Over uw verhaal", "tekst": "Dag. [link]"}


def doe(client: Client, inzending: Inzending, wat: str) -> Any:
    basis = f"/beheer/kern/inzending/{inzending.pk}/"
    if wat == "bekijken":
        return client.get(f"{basis}change/")
    if wat == "bijlage":
        return client.get(f"{basis}bijlage/{inzending.bijlagen.get().pk}/")
    if wat == "samenvoegen":
        return client.get(f"{basis}besluit/samenvoegen/")
    if wat in BESLUITEN:
        velden = BESLUITEN[wat] | MAIL | {"besluit": "1", "gezien": str(inzending.versie)}
        return client.post(f"{basis}besluit/{wat}/", velden)
    velden = {"doe": wat, "gezien": str(inzending.versie)}
    return client.post(f"{basis}change/", velden | ({"bewerkt": "1"} if wat == "bewaar" else {}))


def momentopname(inzending: Inzending) -> tuple[Any, ...]:
    rij = Inzending.objects.get(pk=inzending.pk)
    return (
        rij.status,
        rij.uitkomst,
        rij.behandelaar_id,
        rij.versie,
        rij.code_nummer,
        rij.telefoon_bevestigd_op,
        rij.gewist_op,
        rij.dialoog.count(),
    )


@pytest.mark.parametrize("status", STATUSSEN)
@pytest.mark.parametrize("wie", ROLLEN)
def test_role_and_status_decide(wie: str, status: str) -> None:
    client = Client()
    gebruiker = maak_gebruiker(wie)
    if not isinstance(gebruiker, AnonymousUser):
        client.force_login(gebruiker)
    for wat, rij in MAG.items():
        mag = LETTER.get(wie, "-") in rij[STATUSSEN.index(status)]
        inzending = InzendingFactory(status=status, fotos=1)
        voor = momentopname(inzending)
        antwoord = doe(client, inzending, wat)
        if wat in {"bekijken", "bijlage", "samenvoegen"}:
            assert (antwoord.status_code == 200) == mag, (wat, antwoord.status_code)
        else:
            assert (momentopname(inzending) != voor) == mag, (wat, antwoord.status_code, voor)
        if LETTER.get(wie) is None:
            assert antwoord.status_code in {302, 403, 404}, wat


@pytest.mark.parametrize("wie", ROLLEN)
def test_only_who_judges_sees_the_queue_and_takes_it_along(wie: str) -> None:
    client = Client()
    gebruiker = maak_gebruiker(wie)
    if not isinstance(gebruiker, AnonymousUser):
        client.force_login(gebruiker)
    rij = InzendingFactory()
    mag = wie in LETTER
    lijst = "/beheer/kern/inzending/"
    for pad in (lijst, f"{lijst}tabel/csv/", f"{lijst}tabel/xlsx/", f"{lijst}spam/?pk={rij.pk}"):
        antwoord = client.get(pad)
        assert (antwoord.status_code == 200) == mag, pad
        if not mag:
            assert b"Eettafel" not in antwoord.content
    client.post(f"{lijst}eerste/")
    rij.refresh_from_db()
    assert (rij.status == Status.IN_BEHANDELING) == mag


@pytest.mark.parametrize("wie", ["coordinator", "projectteam"])
def test_nobody_adds_or_throws_away_an_inzending_here(wie: str) -> None:
    client = Client()
    client.force_login(maak_gebruiker(wie))  # type: ignore[arg-type]
    rij = InzendingFactory()
    lijst = "/beheer/kern/inzending/"
    assert client.get(f"{lijst}add/").status_code == 403
    assert client.post(f"{lijst}{rij.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{lijst}{rij.pk}/history/").status_code == 404
    client.post(
        lijst, {"action": "delete_selected", "_selected_action": [rij.pk], "post": "yes", "index": "0"}
    )
    assert Inzending.objects.filter(pk=rij.pk).exists()


def test_the_start_page_says_nothing_of_inzendingen_to_who_only_reads_along() -> None:
    client = Client()
    client.force_login(maak_gebruiker("begeleidingsgroep"))  # type: ignore[arg-type]
    InzendingFactory()
    assert "nzending" not in client.get("/beheer/").content.decode()
