"""Reads a calendar file as strictly as RFC 5545 is written, without the library that made it."""

import io
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dateutil import tz

REGEL = re.compile(r"(?P<naam>[A-Z-]+)(?P<opties>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(?P<waarde>.*)")
ONTSNAPT = re.compile(r"\\([\\;,nN])")


@dataclass
class Onderdeel:
    """A component: its properties (name → options and raw value, in order), and what is in it."""

    soort: str
    velden: list[tuple[str, str, str]] = field(default_factory=list)
    delen: list["Onderdeel"] = field(default_factory=list)

    def waarde(self, naam: str) -> str:
        """Return the text of the only property called ``naam``."""
        [gevonden] = [waarde for eigen, _, waarde in self.velden if eigen == naam]
        return ONTSNAPT.sub(lambda teken: "\n" if teken[1] in "nN" else teken[1], gevonden)

    def heeft(self, naam: str) -> bool:
        return any(eigen == naam for eigen, _, _ in self.velden)

    def alle(self, soort: str) -> list["Onderdeel"]:
        return [deel for deel in self.delen if deel.soort == soort]


def lees(inhoud: bytes) -> Onderdeel:
    """Return the calendar; an AssertionError says which rule it breaks."""
    assert inhoud.endswith(b"\r\n"), "the last line does not end"
    assert b"\n" not in inhoud.replace(b"\r\n", b""), "a line ends with LF alone"
    assert b"\r" not in inhoud.replace(b"\r\n", b""), "a line ends with CR alone"
    for regel in inhoud.split(b"\r\n"):
        assert len(regel) <= 75, f"a line of {len(regel)} octets: {regel!r}"
        regel.decode()  # no fold in the middle of a character
    wortel = Onderdeel("")
    open_: list[Onderdeel] = [wortel]
    for regel in inhoud.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        gevonden = REGEL.fullmatch(regel)
        assert gevonden, f"no property: {regel!r}"
        naam, opties, waarde = gevonden["naam"], gevonden["opties"], gevonden["waarde"]
        if naam == "BEGIN":
            open_.append(Onderdeel(waarde))
            open_[-2].delen.append(open_[-1])
        elif naam == "END":
            assert open_.pop().soort == waarde, f"{waarde} ends what did not begin"
        else:
            open_[-1].velden.append((naam, opties, waarde))
    assert open_ == [wortel], "something does not end"
    [kalender] = wortel.delen
    assert kalender.soort == "VCALENDAR"
    assert kalender.waarde("VERSION") == "2.0"
    assert kalender.waarde("PRODID")
    for afspraak in kalender.alle("VEVENT"):
        for moet in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"):
            afspraak.waarde(moet)
        assert re.fullmatch(r"\d{8}T\d{6}Z", afspraak.waarde("DTSTAMP")), "DTSTAMP is not in UTC"
    uids = [afspraak.waarde("UID") for afspraak in kalender.alle("VEVENT")]
    assert len(uids) == len(set(uids)), "a UID stands there twice"
    return kalender


def afspraken(inhoud: bytes) -> dict[str, Onderdeel]:
    """Return the events by what they are called."""
    return {afspraak.waarde("SUMMARY"): afspraak for afspraak in lees(inhoud).alle("VEVENT")}


def moment(inhoud: bytes, afspraak: Onderdeel, naam: str) -> tuple[datetime, timedelta | None]:
    """Return the local time of ``naam``, and how far from UTC the time zone *in the file* says it then is."""
    [(opties, waarde)] = [(opties, waarde) for eigen, opties, waarde in afspraak.velden if eigen == naam]
    zone = tz.tzical(io.StringIO(inhoud.decode().replace("\r\n", "\n"))).get(opties.removeprefix(";TZID="))
    assert zone is not None, f"the file does not say what {opties} is"
    lokaal = datetime.strptime(waarde, "%Y%m%dT%H%M%S")
    return lokaal, lokaal.replace(tzinfo=zone).utcoffset()
