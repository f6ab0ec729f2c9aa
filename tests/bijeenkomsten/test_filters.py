"""What a visitor may choose: the list, the month, and the addresses of both."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bijeenkomsten import maanden
from bijeenkomsten.maanden import Maand
from bijeenkomsten.models import Bijeenkomst
from tests.factories import BijeenkomstFactory, ThemaFactory, gemeente
from tests.factories.bijeenkomsten import over
from tests.publiek import doelen, hoofd, tekst, tellingen

pytestmark = pytest.mark.django_db


def gevonden(client: Client, **keuzes: object) -> set[str]:
    """Return the titles that the list shows under these choices."""
    antwoord = client.get("/bijeenkomsten/", keuzes)
    assert antwoord.status_code == 200
    return {rij.titel for rij in antwoord.context["pagina"]}


@pytest.fixture
def drie() -> None:
    eten, geld = ThemaFactory(slug="eten", naam="Eten"), ThemaFactory(slug="geld", naam="Geld")
    BijeenkomstFactory(titel="A", soort="scholing", voor_wie="groepen", themas=[eten, geld])
    BijeenkomstFactory(titel="B", soort="landelijk", voor_wie="gemeenten", gemeente=gemeente("Utrecht"))
    BijeenkomstFactory(titel="C", soort="scholing", voor_wie="beide", themas=[geld], begin=over(400))


@pytest.mark.parametrize(
    ("keuzes", "titels"),
    [
        ({}, "ABC"),
        ({"soort": "scholing"}, "AC"),
        ({"soort": ["scholing", "landelijk"]}, "ABC"),
        ({"voor": "groepen"}, "AC"),
        ({"voor": "gemeenten"}, "BC"),
        ({"voor": ["groepen", "gemeenten"]}, "ABC"),
        ({"provincie": "utrecht"}, "B"),
        ({"provincie": "noord-brabant"}, "AC"),
        ({"thema": "eten"}, "A"),
        ({"thema": ["eten", "geld"]}, "AC"),
        ({"periode": "3-maanden"}, "AB"),
        ({"soort": "scholing", "thema": "geld", "periode": "3-maanden"}, "A"),
        ({"soort": "onzin"}, "ABC"),
        ({"soort": ["onzin", "landelijk"]}, "B"),
        ({"provincie": "atlantis", "thema": "'; drop", "periode": "ooit", "pagina": "-1"}, "ABC"),
        ({"onbekend": "1"}, "ABC"),
    ],
)
def test_each_choice_leaves_what_fits_and_unknown_ones_are_dropped(
    client: Client, drie: None, keuzes: dict, titels: str
) -> None:
    assert gevonden(client, **keuzes) == set(titels)


def test_each_value_says_how_many_it_would_give_under_the_other_choices(client: Client, drie: None) -> None:
    geteld = tellingen(client.get("/bijeenkomsten/?soort=scholing"))
    assert geteld["soort"] == {"scholing": 2, "landelijk": 1}
    assert geteld["voor"] == {"groepen": 2, "gemeenten": 1}
    assert geteld["provincie"] == {"noord-brabant": 2}
    assert geteld["thema"] == {"eten": 1, "geld": 2}
    assert geteld["periode"]["3-maanden"] == 1


def test_this_month_ends_with_this_month(client: Client) -> None:
    volgende = maanden.van_vandaag().verder(1).begin
    BijeenkomstFactory(titel="Nog net", begin=volgende - timedelta(hours=1), einde=volgende)
    BijeenkomstFactory(titel="Net niet", begin=volgende)
    assert gevonden(client, periode="maand") == {"Nog net"}


def test_a_choice_can_be_taken_away_and_an_empty_result_says_what_that_would_give(
    client: Client, drie: None
) -> None:
    antwoord = client.get("/bijeenkomsten/?soort=landelijk&provincie=noord-brabant")
    assert "Geen bijeenkomst gevonden." in tekst(antwoord)
    assert "Haal Noord-Brabant weg : 1 bijeenkomst" in tekst(antwoord)
    assert "Haal Landelijke bijeenkomst weg : 2 bijeenkomsten" in tekst(antwoord)
    links = doelen(hoofd(antwoord))
    assert "/bijeenkomsten/?soort=landelijk" in links
    assert "/bijeenkomsten/?provincie=noord-brabant" in links


def test_what_was_has_the_same_filters_but_no_period(client: Client) -> None:
    BijeenkomstFactory(titel="A", soort="scholing", voorbij=True)
    BijeenkomstFactory(titel="B", soort="landelijk", voorbij=True)
    antwoord = client.get("/bijeenkomsten/?geweest=1&soort=scholing&periode=maand")
    assert [rij.titel for rij in antwoord.context["pagina"]] == ["A"]
    assert "periode" not in tellingen(antwoord)
    assert "/bijeenkomsten/?geweest=1" in doelen(hoofd(antwoord))
    assert 'name="geweest" value="1"' in hoofd(antwoord)


# --- one month ---------------------------------------------------------------------------------------------


def maand_van(rij: Bijeenkomst) -> Maand:
    return maanden.van(timezone.localdate(rij.begin))


def test_a_month_is_a_table_with_a_caption_and_each_meeting_on_its_day(client: Client) -> None:
    rij = BijeenkomstFactory(titel="Samen eten")
    antwoord = client.get(maand_van(rij).get_absolute_url())
    html = hoofd(antwoord)
    assert f"<caption>Bijeenkomsten in {maand_van(rij)}</caption>" in html
    assert html.count('<th scope="col">') == 7
    [dag] = [dag for week in antwoord.context["weken"] for dag in week if dag.bijeenkomsten]
    assert dag.dag == timezone.localdate(rij.begin)
    assert rij.get_absolute_url() in doelen(html)


def test_a_meeting_over_midnight_and_over_the_end_of_the_month_is_on_each_of_its_days(client: Client) -> None:
    volgende = maanden.van_vandaag().verder(2)
    laatste_avond = volgende.begin - timedelta(hours=2)
    rij = BijeenkomstFactory(begin=laatste_avond, einde=volgende.begin + timedelta(hours=10))
    for maand, dagnummer in ((volgende.verder(-1), laatste_avond.astimezone().day), (volgende, 1)):
        antwoord = client.get(maand.get_absolute_url())
        [dag] = [dag for week in antwoord.context["weken"] for dag in week if dag.bijeenkomsten]
        assert (dag.dag.day, dag.bijeenkomsten) == (dagnummer, [rij])


def test_a_meeting_that_ends_at_midnight_is_not_on_the_next_day(client: Client) -> None:
    morgen = maanden.middernacht(timezone.localdate() + timedelta(days=40))
    rij = BijeenkomstFactory(begin=morgen - timedelta(hours=2), einde=morgen)
    antwoord = client.get(maand_van(rij).get_absolute_url())
    assert [dag.dag for week in antwoord.context["weken"] for dag in week if dag.bijeenkomsten] == [
        timezone.localdate(rij.begin)
    ]


def test_a_month_takes_the_filters_of_the_list_and_goes_on_with_them(client: Client) -> None:
    rij = BijeenkomstFactory(titel="Samen eten", soort="scholing")
    antwoord = client.get(f"{maand_van(rij).get_absolute_url()}?soort=landelijk")
    assert "Samen eten" not in tekst(antwoord)
    assert "Haal Landelijke bijeenkomst weg : 1 bijeenkomst" in tekst(antwoord)
    assert f"{maand_van(rij).verder(-1).get_absolute_url()}?soort=landelijk" in doelen(hoofd(antwoord))


def test_an_empty_month_names_the_next_meeting(client: Client) -> None:
    BijeenkomstFactory(titel="Pas veel later", begin=over(100))
    antwoord = client.get(maanden.van_vandaag().verder(1).get_absolute_url())
    assert "In deze maand is er niets." in tekst(antwoord)
    assert "Kijk naar de volgende: Pas veel later" in tekst(antwoord)


def test_the_other_way_to_write_a_month_leads_to_it_and_keeps_the_choices(client: Client) -> None:
    antwoord = client.get("/bijeenkomsten/?maand=2026-12&soort=scholing")
    assert (antwoord.status_code, antwoord.url) == (302, "/bijeenkomsten/maand/2026-12/?soort=scholing")
    for onzin in ("2026-13", "2026", "26-12", "nu", ""):
        antwoord = client.get("/bijeenkomsten/", {"maand": onzin, "soort": "scholing"})
        assert (antwoord.status_code, antwoord.url) == (302, "/bijeenkomsten/?soort=scholing")


@pytest.mark.parametrize("maand", ["1999-01", "2999-12", "2026-00", "2026-13", "0000-01", "26-1"])
def test_months_where_nothing_can_be_have_no_page(client: Client, maand: str) -> None:
    BijeenkomstFactory()
    assert client.get(f"/bijeenkomsten/maand/{maand}/").status_code == 404


def test_months_end_so_that_nobody_walks_on_for_ever(client: Client) -> None:
    nu = maanden.van_vandaag()
    assert client.get(nu.get_absolute_url()).status_code == 200
    laatste = client.get(nu.verder(1).get_absolute_url())
    assert nu.verder(2).get_absolute_url() not in doelen(hoofd(laatste))
