"""Meetings as calendar files (RFC 5545), so that a subscribed calendar follows every change.

Times are local with their time zone, so that a meeting keeps its hour over summer and winter time. The UID of a
meeting never changes; SEQUENCE rises with each change that matters, and a meeting that is called off stays in the
file as CANCELLED.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone

from bijeenkomsten.models import Bijeenkomst

PRODID = "-//Sociale Alliantie//De kracht van verbinden en versterken//NL"
OPNIEUW_OPHALEN = timedelta(hours=6)
ZONE = "Europe/Amsterdam"


def uid(bijeenkomst: Bijeenkomst) -> str:
    return f"bijeenkomst-{bijeenkomst.pk}@{settings.SITE_URL.partition('://')[2].partition(':')[0]}"


def agenda(bijeenkomsten: Iterable[Bijeenkomst], *, naam: str = "", methode: str = "PUBLISH") -> bytes:
    """Return a calendar file with these meetings.

    Args:
        naam: what a subscribed calendar is called.
        methode: "PUBLISH" for a feed, "CANCEL" for a mail that says it is off.
    """
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", methode)
    if naam:
        kalender.add("name", naam)
        kalender.add("x-wr-calname", naam)
        kalender.add("x-wr-timezone", ZONE)
        kalender.add("refresh-interval", OPNIEUW_OPHALEN, parameters={"VALUE": "DURATION"})
        kalender.add("x-published-ttl", OPNIEUW_OPHALEN)
    kalender.add_component(Timezone.from_tzid(ZONE))
    for bijeenkomst in bijeenkomsten:
        kalender.add_component(_afspraak(bijeenkomst))
    return kalender.to_ical()


def _afspraak(bijeenkomst: Bijeenkomst) -> Event:
    afspraak = Event()
    adres = f"{settings.SITE_URL}{bijeenkomst.get_absolute_url()}"
    afspraak.add("uid", uid(bijeenkomst))
    afspraak.add("sequence", bijeenkomst.volgnummer)
    afspraak.add("dtstamp", bijeenkomst.gewijzigd_op)
    afspraak.add("last-modified", bijeenkomst.gewijzigd_op)
    afspraak.add("dtstart", timezone.localtime(bijeenkomst.begin))
    afspraak.add("dtend", timezone.localtime(bijeenkomst.einde))
    afgelast = "Gaat niet door: " if bijeenkomst.is_afgelast else ""
    afspraak.add("summary", f"{afgelast}{bijeenkomst.titel}")
    plek = ", ".join(filter(None, [bijeenkomst.waar, bijeenkomst.adres]))
    afspraak.add("location", plek)
    afspraak.add("description", f"{bijeenkomst.samenvatting}\n\n{adres}")
    afspraak.add("url", adres)
    afspraak.add("status", "CANCELLED" if bijeenkomst.is_afgelast else "CONFIRMED")
    return afspraak
