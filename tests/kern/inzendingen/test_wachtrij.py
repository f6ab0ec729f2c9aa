"""The queue: what waits, in which order, who takes it up, and as a table."""

import csv
import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alliantie.kern.inzendingen.acties import behandelen, reageren
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.inzendingen.toegang import code_van
from alliantie.kern.models import Bericht, Gebruiker, Inzending
from tests.factories import InzendingFactory, ProjectteamFactory
from tests.hulp import tegelijk

pytestmark = pytest.mark.django_db
LIJST = "/beheer/kern/inzending/"


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


@pytest.fixture
def bij_els(client: Client, els: Gebruiker) -> Client:
    client.force_login(els)
    return client


def rijen(client: Client, vraag: str = "") -> list[str]:
    return [str(rij) for rij in client.get(f"{LIJST}{vraag}").context["cl"].result_list]


def veel(aantal: int, **velden: Any) -> None:
    """Put many open inzendingen in the queue at once."""
    nu = timezone.now()
    Inzending.objects.bulk_create(
        Inzending(
            soort=("initiatief", "aanvulling")[nummer % 2],
            onderwerp=f"Nummer {nummer}",
            waar="Tilburg",
            status=Status.INGEDIEND,
            ingediend_op=nu - timedelta(hours=nummer),
            gegevens={"titel": f"Nummer {nummer}", "kies": ["verhaal"]},
            omvang=nummer * 10,
            sleutel=f"{velden.get('begin', '')}{nummer:030}",
            behandelaar=velden.get("behandelaar"),
        )
        for nummer in range(aantal)
    )


def test_the_longest_waiting_comes_first_and_only_what_is_open(bij_els: Client) -> None:
    for nummer, dagen in enumerate([1, 20, 3]):
        rij = InzendingFactory(gegevens={"titel": f"Tafel {nummer}"})
        Inzending.objects.filter(pk=rij.pk).update(ingediend_op=timezone.now() - timedelta(days=dagen))
    InzendingFactory(status="concept", gegevens={"titel": "Concept"})
    InzendingFactory(status="afgewezen", gegevens={"titel": "Af"})
    InzendingFactory(status="vraag_gesteld", gegevens={"titel": "Gevraagd"})
    assert rijen(bij_els) == ["Tafel 1", "Tafel 2", "Tafel 0", "Gevraagd"]
    html = bij_els.get(LIJST).content.decode()
    assert "<strong>20 dagen</strong>" in html
    assert '<td class="field-wacht">3 dagen</td>' in html
    assert "minder dan 1 dag" in html


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("?stand=te_doen", {"Nieuw", "Bij Els", "Beantwoord"}),
        ("?stand=antwoord", {"Beantwoord"}),
        ("?stand=wacht", {"Gevraagd"}),
        ("?stand=klaar", {"Af"}),
        ("?stand=concept", {"Concept"}),
        ("?van=mij", {"Bij Els"}),
        ("?van=niemand", {"Nieuw"}),
        ("?soort=aanvulling", set()),
        ("?omvang=klein", {"Nieuw", "Bij Els", "Gevraagd", "Beantwoord"}),
        ("?omvang=groot", set()),
        ("?q=breda", {"Concept"}),
    ],
)
def test_filters(bij_els: Client, els: Gebruiker, vraag: str, verwacht: set[str]) -> None:
    InzendingFactory(gegevens={"titel": "Nieuw"})
    InzendingFactory(gegevens={"titel": "Bij Els"}, status="in_behandeling", door=els)
    InzendingFactory(gegevens={"titel": "Gevraagd"}, status="vraag_gesteld")
    InzendingFactory(gegevens={"titel": "Af"}, status="afgewezen")
    InzendingFactory(gegevens={"titel": "Concept", "waar": "Breda"}, status="concept")
    beantwoord = InzendingFactory(gegevens={"titel": "Beantwoord"}, status="vraag_gesteld")
    reageren.beantwoord(inzending=beantwoord, antwoorden={beantwoord.open_vragen.get().pk: "In 2019."})
    assert set(rijen(bij_els, vraag)) == verwacht


def test_searching_finds_a_code_a_phone_number_and_what_was_never_sent(bij_els: Client) -> None:
    rij = InzendingFactory(
        status="concept", gegevens={"titel": "Kwijt", "afzender_telefoon": "06-98 76 54 32"}
    )
    InzendingFactory(gegevens={"titel": "Een ander"})
    code = code_van(rij)
    for gezocht in (code, code.lower().replace(" ", "-"), "0698765432", "+31 6 98765432", "Kwijt", "Ria"):
        assert "Kwijt" in rijen(bij_els, f"?q={gezocht.replace('+', '%2B')}"), gezocht
    assert rijen(bij_els, f"?q={code}") == ["Kwijt"]
    assert rijen(bij_els, "?q=PEER BOOM FIETS 0000") == []


def test_taking_up_the_first_takes_what_waits_longest_and_opens_it(bij_els: Client, els: Gebruiker) -> None:
    veel(3)
    antwoord = bij_els.post(f"{LIJST}eerste/")
    langst = Inzending.objects.get(onderwerp="Nummer 2")
    assert antwoord.url == f"{LIJST}{langst.pk}/change/"
    assert (langst.behandelaar, langst.status) == (els, Status.IN_BEHANDELING)
    for _ in range(2):
        bij_els.post(f"{LIJST}eerste/")
    antwoord = bij_els.post(f"{LIJST}eerste/", follow=True)
    assert "Er wacht niets meer" in antwoord.content.decode()


def test_pressing_twice_takes_up_one(bij_els: Client, els: Gebruiker) -> None:
    veel(3)
    velden = {"pk": str(bij_els.get(LIJST).context["eerste"])}
    een, ander = (bij_els.post(f"{LIJST}eerste/", velden).url for _ in range(2))
    assert een == ander
    assert Inzending.objects.filter(behandelaar=els).count() == 1


def test_nothing_is_taken_up_by_a_get(bij_els: Client) -> None:
    veel(1)
    assert bij_els.get(f"{LIJST}eerste/").status_code == 404
    assert bij_els.get(f"{LIJST}oppakken/").status_code == 404
    assert Inzending.objects.get().behandelaar is None


def test_taking_up_what_a_colleague_has_says_who_has_it(bij_els: Client) -> None:
    rij = InzendingFactory(status="in_behandeling", door=ProjectteamFactory(naam="Jan"))
    antwoord = bij_els.post(f"{LIJST}oppakken/", {"pk": rij.pk}, follow=True)
    assert "Jan heeft dit al opgepakt, om" in antwoord.content.decode()
    rij.refresh_from_db()
    assert str(rij.behandelaar) == "Jan"


@pytest.mark.django_db(transaction=True)
def test_two_who_take_up_the_first_at_once_get_two() -> None:
    veel(2)
    jan, els = ProjectteamFactory(), ProjectteamFactory()
    een, ander = tegelijk(
        lambda: behandelen.pak_eerste_op(door=jan), lambda: behandelen.pak_eerste_op(door=els)
    )
    assert {een.onderwerp, ander.onderwerp} == {"Nummer 0", "Nummer 1"}


def test_spam_asks_first_and_sends_no_mail(bij_els: Client) -> None:
    een, ander = InzendingFactory(), InzendingFactory()
    mails = Bericht.objects.count()
    gekozen = {"action": "meld_spam", "_selected_action": [een.pk, ander.pk], "index": "0"}
    antwoord = bij_els.post(LIJST, gekozen, follow=True)
    assert "Er gaat geen mail uit." in antwoord.content.decode()
    assert Inzending.objects.filter(status=Status.INGEDIEND).count() == 2
    bij_els.post(f"{LIJST}spam/", {"pk": [een.pk, ander.pk]})
    assert list(Inzending.objects.values_list("status", "uitkomst")) == [("afgewezen", "spam")] * 2
    assert Bericht.objects.count() == mails


def test_the_number_of_queries_does_not_depend_on_how_many_wait(
    bij_els: Client, els: Gebruiker, django_assert_num_queries: Any
) -> None:
    veel(1, behandelaar=els)
    bij_els.get(LIJST)
    with django_assert_num_queries(10):
        bij_els.get(LIJST)
    veel(1000, begin="x")
    with django_assert_num_queries(10):
        antwoord = bij_els.get(LIJST)
    assert len(antwoord.context["cl"].result_list) == 50


def test_the_start_page_says_what_waits(bij_els: Client) -> None:
    rij = InzendingFactory()
    Inzending.objects.filter(pk=rij.pk).update(ingediend_op=timezone.now() - timedelta(days=9))
    html = bij_els.get("/beheer/").content.decode()
    assert "Inzendingen die wachten" in html
    assert "De langste wacht al 9 dagen." in html
    assert "Inzendingen met een antwoord" not in html


# --- as a table ---------------------------------------------------------------------------------------------

KOPPEN = [
    "nummer",
    "soort",
    "onderwerp",
    "waar",
    "stand",
    "uitkomst",
    "begonnen",
    "ingediend",
    "beslist",
    "omvang (letters)",
    "wie heeft het",
]
FORMULES = ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", " =1+1", '=HYPERLINK("https://kwaad.example")']


def lees_xlsx(inhoud: bytes) -> list[list[Any]]:
    blad = openpyxl.load_workbook(io.BytesIO(inhoud)).active
    assert all(cel.data_type != "f" for rij in blad.iter_rows() for cel in rij)
    return [[cel.value for cel in rij] for rij in blad.iter_rows()]


@pytest.mark.parametrize("formaat", ["xlsx", "csv"])
def test_a_formula_lands_in_the_table_as_text(bij_els: Client, formaat: str) -> None:
    for nummer, formule in enumerate(FORMULES):
        rij = InzendingFactory(gegevens={"titel": f"T{nummer}"})
        Inzending.objects.filter(pk=rij.pk).update(onderwerp=formule, waar=formule)
    inhoud = bij_els.get(f"{LIJST}tabel/{formaat}/").content
    tabel = lees_xlsx(inhoud) if formaat == "xlsx" else list(csv.reader(io.StringIO(inhoud.decode())))
    assert tabel[0] == KOPPEN
    for rij, formule in zip(tabel[1:], FORMULES, strict=True):
        assert rij[2] == rij[3] == f"'{formule}"


def test_the_table_takes_what_no_cell_can_hold(bij_els: Client) -> None:
    rij = InzendingFactory()
    Inzending.objects.filter(pk=rij.pk).update(onderwerp="Soep\x0b\x1b op dinsdag")
    tabel = lees_xlsx(bij_els.get(f"{LIJST}tabel/xlsx/").content)
    assert tabel[1][2] == "Soep op dinsdag"


def test_the_table_has_what_the_filter_lets_through_and_nothing_of_a_person(bij_els: Client) -> None:
    InzendingFactory(gegevens={"titel": "Open"})
    InzendingFactory(gegevens={"titel": "Af"}, status="afgewezen")
    inhoud = bij_els.get(f"{LIJST}tabel/csv/?stand=klaar").content.decode()
    assert "Af" in inhoud
    assert "Open" not in inhoud
    assert "ria" not in inhoud.lower()
    assert "06 12" not in inhoud


def test_the_chosen_rows_as_a_table(bij_els: Client) -> None:
    een, _ = InzendingFactory(gegevens={"titel": "Een"}), InzendingFactory(gegevens={"titel": "Twee"})
    velden = {"action": "bewaar_csv", "_selected_action": [een.pk], "index": "0"}
    antwoord = bij_els.post(LIJST, velden)
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert [rij[2] for rij in csv.reader(io.StringIO(antwoord.content.decode()))] == ["onderwerp", "Een"]


def test_the_queue_stands_first_in_the_menu(bij_els: Client) -> None:
    html = bij_els.get("/beheer/").content.decode()
    assert html.index(reverse("admin:kern_inzending_changelist")) < html.index("/beheer/initiatieven/")
