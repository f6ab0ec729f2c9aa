"""Meetings in a calendar: read by a reader of our own and by icalendar, over the nights that the clock changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from bijeenkomsten.acties import beheer
from bijeenkomsten.models import Bijeenkomst
from tests.bijeenkomsten.agendalezer import afspraken, lees, moment
from tests.factories import AanmeldingFactory, BijeenkomstFactory, ThemaFactory, gemeente
from tests.factories.bijeenkomsten import over

pytestmark = pytest.mark.django_db
HIER = ZoneInfo("Europe/Amsterdam")
WINTER, ZOMER = timedelta(hours=1), timedelta(hours=2)


def haal(client: Client, adres: str = "/bijeenkomsten/agenda.ics") -> bytes:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    return antwoord.content


def van(client: Client, rij: Bijeenkomst) -> bytes:
    return haal(client, f"{rij.get_absolute_url()}agenda.ics")


def test_one_meeting_is_a_file_with_when_where_and_its_page(client: Client) -> None:
    rij = BijeenkomstFactory(
        titel="Soep, brood; en \\ meer",
        locatie="De Brug",
        adres="Kerkstraat 1",
        samenvatting="Eerst dit.\nDan dat.",
    )
    afspraak = afspraken(van(client, rij))["Soep, brood; en \\ meer"]
    assert afspraak.waarde("LOCATION") == "De Brug, Tilburg, Kerkstraat 1"
    assert afspraak.waarde("DESCRIPTION").startswith("Eerst dit.\nDan dat.\n\nhttp")
    assert afspraak.waarde("URL").endswith(rij.get_absolute_url())
    assert afspraak.waarde("STATUS") == "CONFIRMED"


def test_another_reader_sees_the_same_moment(client: Client) -> None:
    rij = BijeenkomstFactory()
    [afspraak] = Calendar.from_ical(van(client, rij)).walk("VEVENT")
    assert (afspraak.start, afspraak.end) == (rij.begin, rij.einde)


@pytest.mark.parametrize(
    ("begin", "einde", "verschillen"),
    [
        # The clock goes back in the night of 25 October 2026, and ahead in that of 28 March 2027.
        (datetime(2026, 10, 24, 23, 30), datetime(2026, 10, 25, 10, 0), (ZOMER, WINTER)),
        (datetime(2026, 3, 28, 20, 0), datetime(2026, 3, 29, 12, 0), (WINTER, ZOMER)),
        (datetime(2026, 3, 29, 13, 0), datetime(2026, 3, 29, 15, 0), (ZOMER, ZOMER)),
        (datetime(2027, 7, 1, 10, 0), datetime(2027, 7, 1, 12, 0), (ZOMER, ZOMER)),
        (datetime(2030, 1, 15, 10, 0), datetime(2030, 1, 15, 12, 0), (WINTER, WINTER)),
        (datetime(2035, 7, 1, 10, 0), datetime(2035, 7, 1, 12, 0), (ZOMER, ZOMER)),
    ],
)
def test_a_meeting_keeps_its_local_time_over_summer_and_winter(
    client: Client, begin: datetime, einde: datetime, verschillen: tuple[timedelta, timedelta]
) -> None:
    rij = BijeenkomstFactory(begin=begin.replace(tzinfo=HIER), einde=einde.replace(tzinfo=HIER))
    inhoud = van(client, rij)
    afspraak = afspraken(inhoud)[rij.titel]
    assert moment(inhoud, afspraak, "DTSTART") == (begin, verschillen[0])
    assert moment(inhoud, afspraak, "DTEND") == (einde, verschillen[1])
    # The same moments, told from UTC.
    assert begin.replace(tzinfo=UTC) - verschillen[0] == rij.begin
    assert einde.replace(tzinfo=UTC) - verschillen[1] == rij.einde


def test_long_lines_and_accents_are_folded_between_characters(client: Client) -> None:
    rij = BijeenkomstFactory(titel=("Één " * 29).strip(), samenvatting="Coöperatie€ " * 16)
    afspraak = afspraken(van(client, rij))[rij.titel]
    assert "Coöperatie€ Coöperatie€" in afspraak.waarde("DESCRIPTION")


def test_the_identity_of_a_meeting_stays_and_its_number_rises_with_what_matters(client: Client) -> None:
    rij = BijeenkomstFactory(titel="Vast")
    eerst = afspraken(van(client, rij))["Vast"]
    rij.begin, rij.einde = rij.begin + timedelta(days=7), rij.einde + timedelta(days=7)
    rij.save()
    beheer.verwerk_wijziging(bijeenkomst=rij, veranderd=["begin", "einde"])
    verzet = afspraken(van(client, rij))["Vast"]
    rij.refresh_from_db()
    rij.programma = "Meer soep"
    rij.save()
    beheer.verwerk_wijziging(bijeenkomst=rij, veranderd=["programma"])
    beheer.gelast_af(bijeenkomst=rij, door=None, reden="ziek", mail=None)
    af = afspraken(van(client, rij))["Gaat niet door: Vast"]
    assert eerst.waarde("UID") == verzet.waarde("UID") == af.waarde("UID")
    assert [int(een.waarde("SEQUENCE")) for een in (eerst, verzet, af)] == [0, 1, 2]
    stempels = [een.waarde("LAST-MODIFIED") for een in (eerst, verzet, af)]
    assert stempels == sorted(stempels)
    rij.refresh_from_db()
    assert af.waarde("STATUS") == "CANCELLED"
    assert af.waarde("LAST-MODIFIED") == f"{rij.gewijzigd_op:%Y%m%dT%H%M%SZ}"
    assert timezone.now() - rij.gewijzigd_op < timedelta(minutes=1)


def test_the_feed_has_all_to_come_and_the_last_month_with_what_was_called_off(client: Client) -> None:
    BijeenkomstFactory(titel="Komt")
    BijeenkomstFactory(titel="Af", afgelast=True)
    BijeenkomstFactory(titel="Kort geleden", begin=over(-29))
    BijeenkomstFactory(titel="Lang geleden", begin=over(-32))
    BijeenkomstFactory(titel="Concept", concept=True)
    inhoud = haal(client)
    assert set(afspraken(inhoud)) == {"Komt", "Gaat niet door: Af", "Kort geleden"}
    assert lees(inhoud).waarde("METHOD") == "PUBLISH"
    assert lees(inhoud).waarde("X-WR-CALNAME") == "Bijeenkomsten tegen armoede"


def test_the_feed_takes_the_filters_of_the_list_and_says_so_in_its_name(client: Client) -> None:
    thema = ThemaFactory(slug="eten", naam="Eten")
    BijeenkomstFactory(titel="Hier", gemeente=gemeente("Utrecht"), themas=[thema], voor_wie="beide")
    BijeenkomstFactory(titel="Daar")
    for keuze in ("provincie=utrecht", "thema=eten", "provincie=utrecht&voor=groepen&periode=maand"):
        assert set(afspraken(haal(client, f"/bijeenkomsten/agenda.ics?{keuze}"))) == {"Hier"}, keuze
    assert set(afspraken(haal(client, "/bijeenkomsten/agenda.ics?provincie=atlantis"))) == {"Hier", "Daar"}
    gekozen = lees(haal(client, "/bijeenkomsten/agenda.ics?provincie=utrecht"))
    assert gekozen.waarde("X-WR-CALNAME") == "Bijeenkomsten tegen armoede, Utrecht"


def test_an_empty_feed_is_a_calendar_too(client: Client) -> None:
    assert lees(haal(client)).alle("VEVENT") == []


def test_no_calendar_tells_who_comes_or_the_private_link(client: Client) -> None:
    rij = BijeenkomstFactory(soort="online", gemeente=None, online_link="https://praten.example/geheim")
    AanmeldingFactory(bijeenkomst=rij, naam="Fatima", email="fatima@prive.example")
    for inhoud in (haal(client), van(client, rij)):
        for geheim in (b"praten.example", b"Fatima", b"fatima", b"ATTENDEE"):
            assert geheim not in inhoud.replace(b"\r\n ", b"")


def test_a_calendar_asks_again_cheaply_and_sees_a_change_at_once(client: Client) -> None:
    rij = BijeenkomstFactory(titel="Eerst")
    antwoord = client.get("/bijeenkomsten/agenda.ics")
    nog_eens = {"HTTP_IF_NONE_MATCH": antwoord["ETag"]}
    assert client.get("/bijeenkomsten/agenda.ics", **nog_eens).status_code == 304
    rij.titel = "Daarna"
    rij.save()
    assert set(afspraken(client.get("/bijeenkomsten/agenda.ics", **nog_eens).content)) == {"Daarna"}


def test_the_list_explains_how_to_subscribe_with_the_choices_made(client: Client, settings: object) -> None:
    html = client.get("/bijeenkomsten/?provincie=utrecht&periode=maand").content.decode()
    adres = f"{settings.SITE_URL}/bijeenkomsten/agenda.ics?provincie=utrecht"  # type: ignore[attr-defined]
    assert f'href="{adres}"' in html
    assert f'href="webcal://{adres.partition("://")[2]}"' in html
