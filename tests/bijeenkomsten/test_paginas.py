"""The pages of the meetings: what is coming, what was, one meeting before and after; and meetings on other pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bijeenkomsten.models import Bijeenkomst, Bijeenkomstles
from tests.factories import (
    AanmeldingFactory,
    BijeenkomstFactory,
    InitiatiefFactory,
    MethodiekFactory,
    OrganisatieFactory,
    ThemaFactory,
    gemeente,
)
from tests.factories.bijeenkomsten import over
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db


def lees(client: Client, bijeenkomst: Bijeenkomst) -> str:
    antwoord = client.get(bijeenkomst.get_absolute_url())
    assert antwoord.status_code == 200
    return tekst(antwoord)


# --- the list --------------------------------------------------------------------------------------


def test_the_list_has_what_is_coming_first_one_first_under_its_month(client: Client) -> None:
    BijeenkomstFactory(titel="Later", begin=over(70))
    BijeenkomstFactory(titel="Eerder", begin=over(3))
    gelezen = tekst(client.get("/bijeenkomsten/"))
    assert "2 bijeenkomsten" in gelezen
    assert gelezen.index("Eerder") < gelezen.index("Later")


def test_a_concept_is_nowhere(client: Client) -> None:
    concept = BijeenkomstFactory(concept=True, titel="Nog geheim")
    for adres in ("/", "/bijeenkomsten/", "/bijeenkomsten/agenda.ics", "/sitemap.xml", "/gemeenten/tilburg/"):
        antwoord = client.get(adres)
        assert "Nog geheim" not in antwoord.content.decode()
        assert concept.slug not in antwoord.content.decode()
    for deel in ("", "agenda.ics", "aanmelden/", "aangemeld/"):
        assert client.get(concept.get_absolute_url() + deel).status_code == 404


def test_what_was_stands_apart_with_its_report(client: Client) -> None:
    BijeenkomstFactory(titel="Die was er", voorbij=True, verslag="Het was goed.")
    assert "Die was er" not in tekst(client.get("/bijeenkomsten/")).partition("Lees hoe het was")[0]
    assert "Die was er" in tekst(client.get("/bijeenkomsten/")).partition("Lees hoe het was")[2]
    gelezen = tekst(client.get("/bijeenkomsten/?geweest=1"))
    assert "1 bijeenkomst " in gelezen
    assert "Die was er" in gelezen
    assert "Met verslag" in gelezen


def test_a_meeting_that_was_called_off_is_said_so_in_the_list_and_gone_from_what_was(client: Client) -> None:
    BijeenkomstFactory(titel="Storm", afgelast=True)
    BijeenkomstFactory(titel="Griep", afgelast=True, voorbij=True)
    assert "Storm Gaat niet door" in tekst(client.get("/bijeenkomsten/"))
    assert "Griep" not in tekst(client.get("/bijeenkomsten/?geweest=1"))


def test_what_ended_this_morning_stays_in_the_list_until_midnight_and_then_is_among_what_was(
    client: Client,
) -> None:
    vanmorgen = BijeenkomstFactory(titel="Vanmorgen", begin=over(0, 0, 1), einde=over(0, 0, 2))
    assert "Vanmorgen" in tekst(client.get("/bijeenkomsten/"))
    assert "Vanmorgen" not in tekst(client.get("/bijeenkomsten/?geweest=1"))
    Bijeenkomst.objects.filter(pk=vanmorgen.pk).update(begin=over(-1, 10), einde=over(-1, 12))
    assert "Vanmorgen" not in tekst(client.get("/bijeenkomsten/"))
    assert "Vanmorgen" in tekst(client.get("/bijeenkomsten/?geweest=1"))


def test_an_empty_list_says_so_and_leads_on(client: Client) -> None:
    antwoord = client.get("/bijeenkomsten/")
    assert "Er staat nu niets gepland" in tekst(antwoord)
    assert {"/bijeenkomsten/?geweest=1", "/meedoen/bijeenkomst/"} <= set(doelen(hoofd(antwoord)))


def test_a_long_list_has_pages(client: Client) -> None:
    BijeenkomstFactory.create_batch(21, capaciteit=5)
    antwoord = client.get("/bijeenkomsten/")
    assert "21 bijeenkomsten" in tekst(antwoord)
    assert "/bijeenkomsten/?pagina=2" in doelen(hoofd(antwoord))
    assert hoofd(client.get("/bijeenkomsten/?pagina=2")).count("<article") == 1


# --- one meeting -------------------------------------------------------------------------------------


def test_the_leaflet_says_when_where_and_what_it_costs(client: Client) -> None:
    thema = ThemaFactory(naam="Samen eten")
    rij = BijeenkomstFactory(
        begin=over(40, 19, 30),
        locatie="De Brug",
        adres="Kerkstraat 1",
        programma="- **Soep** om acht uur",
        route="Bus 4 stopt voor de deur.",
        reiskosten="ja",
        reiskosten_uitleg="Neem uw kaartje mee.",
        lunch="ja",
        kinderopvang="nee",
        drempelvrij="ja",
        ringleiding="nee",
        themas=[thema],
        organisatoren=[OrganisatieFactory(naam="Stimulansz")],
    )
    gelezen = lees(client, rij)
    for woorden in (
        "19.30 tot 21.30 uur",
        "De Brug, Tilburg",
        "Kerkstraat 1",
        "Soep om acht uur",
        "Bus 4 stopt voor de deur.",
        "Toegang Gratis",
        "U krijgt uw reisgeld terug. Neem uw kaartje mee.",
        "Er is eten. Dat kost u niets.",
        "Er is geen opvang.",
        "Samen eten",
        "Stimulansz",
    ):
        assert woorden in gelezen, woorden
    assert "zonder trap of drempel? Ja." in gelezen
    assert "ringleiding voor wie slecht hoort? Nee." in gelezen
    assert "Is er een rustige ruimte? Dat weten wij nog niet." in gelezen
    html = hoofd(client.get(rij.get_absolute_url()))
    assert "/gemeenten/tilburg/" in doelen(html)
    assert html.index("Wat kost het mij?") < html.index("In het kort")


def test_an_entrance_in_euros_and_what_nobody_knows_yet(client: Client) -> None:
    gelezen = lees(client, BijeenkomstFactory(toegang_euro="1250.50"))
    assert "Toegang €\xa01.250,50" in gelezen or "Toegang € 1.250,50" in gelezen
    assert gelezen.count("Dat weten wij nog niet.") == 6


def test_a_meeting_over_two_days_says_both(client: Client) -> None:
    rij = BijeenkomstFactory(begin=over(10, 9), einde=over(11, 16))
    assert rij.wanneer.capitalize().replace("\xa0", " ") in lees(client, rij)
    assert " uur tot " in rij.wanneer.replace("\xa0", " ")


def test_the_private_link_of_an_online_meeting_is_on_no_public_page(client: Client) -> None:
    rij = BijeenkomstFactory(soort="online", gemeente=None, online_link="https://praten.example/geheim")
    for adres in ("/", "/bijeenkomsten/", rij.get_absolute_url(), f"{rij.get_absolute_url()}aanmelden/"):
        assert "praten.example" not in client.get(adres).content.decode()
    assert "U doet thuis mee" in lees(client, rij)


def test_the_page_shows_what_it_is_about_but_no_concepts(client: Client) -> None:
    open_ = MethodiekFactory(gepubliceerd=True, titel="Open aanpak")
    dicht = InitiatiefFactory(titel="Nog niet af")
    bezocht = InitiatiefFactory(gepubliceerd=True, titel="Daar gaan wij heen", gemeente=gemeente())
    gelezen = lees(client, BijeenkomstFactory(vermeldingen=[open_, dicht, bezocht], bezocht=bezocht))
    assert "Hier gaan wij kijken" in gelezen
    assert gelezen.count("Daar gaan wij heen") == 1
    assert "Open aanpak" in gelezen
    assert "Nog niet af" not in gelezen


def test_called_off_is_said_on_top_and_nothing_invites_any_more(client: Client) -> None:
    rij = BijeenkomstFactory(afgelast=True)
    gelezen = lees(client, rij)
    assert "Gaat niet door." in gelezen
    assert "Wat kost het mij?" not in gelezen
    assert f"{rij.get_absolute_url()}aanmelden/" not in doelen(hoofd(client.get(rij.get_absolute_url())))


def test_afterwards_the_page_tells_how_it_was(client: Client) -> None:
    rij = BijeenkomstFactory(voorbij=True)
    assert "Het verslag staat er nog niet." in lees(client, rij)
    Bijeenkomst.objects.filter(pk=rij.pk).update(verslag="Er kwamen **veertig** mensen.")
    Bijeenkomstles.objects.create(bijeenkomst=rij, titel="Begin met koffie", tekst="Dat *helpt*.")
    gelezen = lees(client, rij)
    assert "Er kwamen veertig mensen." in gelezen
    assert "Begin met koffie Dat helpt ." in gelezen
    assert "Wat kost het mij?" not in gelezen
    assert "Meld u aan" not in gelezen


def test_markdown_of_a_meeting_cannot_run_script(client: Client) -> None:
    kwaad = "<script>alert(1)</script> [klik](javascript:alert(1)) <img src=x onerror=alert(1)>"
    rij = BijeenkomstFactory(voorbij=True, verslag=kwaad, programma=kwaad, route=kwaad)
    html = hoofd(client.get(rij.get_absolute_url()))
    for teken in ("<script>alert", 'href="javascript', "<img src=x"):
        assert teken not in html


# --- whether one can sign up --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("velden", "woorden", "knop"),
    [
        ({}, "Er is plek.", True),
        ({"capaciteit": 3}, "Nog 3 plekken.", True),
        ({"capaciteit": 1}, "Nog 1 plek.", True),
        ({"aanmelden_vanaf": over(5, 9)}, "U kunt zich nog niet aanmelden.", False),
        ({"aanmelden_tot": over(-1, 9)}, "Aanmelden kan niet meer.", False),
        ({"met_aanmelden": False}, "U hoeft zich hier niet aan te melden.", False),
        ({"begin": over(-1), "einde": over(3)}, "De bijeenkomst is begonnen.", False),
        ({"voorbij": True}, "Deze bijeenkomst is geweest.", False),
    ],
)
def test_the_page_says_whether_one_can_sign_up(
    client: Client, velden: dict, woorden: str, knop: bool
) -> None:
    rij = BijeenkomstFactory(**velden)
    assert woorden in lees(client, rij)
    links = doelen(hoofd(client.get(rij.get_absolute_url())))
    assert (f"{rij.get_absolute_url()}aanmelden/" in links) is knop


def test_a_full_meeting_offers_the_waiting_list_also_while_a_large_group_waits_for_more_places(
    client: Client,
) -> None:
    rij = BijeenkomstFactory(capaciteit=4)
    AanmeldingFactory(bijeenkomst=rij, aantal=3)
    assert "Nog 1 plek." in lees(client, rij)
    AanmeldingFactory(bijeenkomst=rij, aantal=2)
    gelezen = lees(client, rij)
    assert "Vol: u kunt op de wachtlijst." in gelezen
    assert "Zet mij op de wachtlijst" in gelezen
    assert "Vol: u kunt op de wachtlijst" in tekst(client.get("/bijeenkomsten/"))


def test_a_page_that_the_clock_will_change_today_is_not_kept(
    client: Client, django_assert_num_queries: object
) -> None:
    straks = BijeenkomstFactory(aanmelden_tot=timezone.now() + timedelta(seconds=30))
    if timezone.localdate(straks.aanmelden_tot) != timezone.localdate():
        pytest.skip("this is the last half minute of the day")
    assert client.get(straks.get_absolute_url())["Cache-Control"] == "private, no-store"
    later = BijeenkomstFactory()
    assert client.get(later.get_absolute_url())["Cache-Control"] == "no-cache"


# --- on other pages --------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["methodiek", "initiatief"])
def test_a_meeting_shows_on_the_page_of_what_it_is_about(client: Client, soort: str) -> None:
    fabriek = {"methodiek": MethodiekFactory, "initiatief": InitiatiefFactory}[soort]
    vermelding = fabriek(gepubliceerd=True)
    assert "Bijeen" not in tekst(client.get(vermelding.get_absolute_url()))
    BijeenkomstFactory(titel="Erover praten", vermeldingen=[vermelding])
    BijeenkomstFactory(titel="Al gepraat", vermeldingen=[vermelding], voorbij=True)
    BijeenkomstFactory(titel="Nog geheim", vermeldingen=[vermelding], concept=True)
    BijeenkomstFactory(titel="Ging niet door", vermeldingen=[vermelding], voorbij=True, afgelast=True)
    BijeenkomstFactory(titel="Iets anders")
    gelezen = tekst(client.get(vermelding.get_absolute_url()))
    assert gelezen.index("Erover praten") < gelezen.index("Eerder") < gelezen.index("Al gepraat")
    for titel in ("Nog geheim", "Iets anders", "Ging niet door"):
        assert titel not in gelezen


def test_a_visit_shows_on_the_page_of_the_initiatief_once(client: Client) -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True)
    BijeenkomstFactory(titel="Kijken bij hen", bezocht=initiatief, vermeldingen=[initiatief])
    assert tekst(client.get(initiatief.get_absolute_url())).count("Kijken bij hen") == 1


def test_a_meeting_shows_on_the_page_of_its_gemeente(client: Client) -> None:
    BijeenkomstFactory(titel="In Breda", gemeente=gemeente("Breda"))
    assert "In Breda" in tekst(client.get("/gemeenten/breda/"))
    assert "In Breda" not in tekst(client.get("/gemeenten/tilburg/"))


def test_home_shows_the_next_three_that_go_on(client: Client) -> None:
    for dag in (4, 3, 2):
        BijeenkomstFactory(titel=f"Over {dag} dagen", begin=over(dag))
    BijeenkomstFactory(titel="Afgezegd", begin=over(1), afgelast=True)
    BijeenkomstFactory(titel="Veel later", begin=over(90))
    gelezen = tekst(client.get("/"))
    assert gelezen.index("Over 2 dagen") < gelezen.index("Over 3 dagen") < gelezen.index("Over 4 dagen")
    assert "Afgezegd" not in gelezen
    assert "Veel later" not in gelezen


def test_machines_find_the_meetings_and_stay_out_of_the_forms(client: Client) -> None:
    rij = BijeenkomstFactory()
    assert rij.get_absolute_url() in client.get("/sitemap.xml").content.decode()
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /aanmelding/\n" in robots
    assert "Disallow: /bijeenkomsten/*/aanmelden/\n" in robots
