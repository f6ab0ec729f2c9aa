"""Requests under the AVG: everything that is held on a mail address or phone number; to see, hand over and erase.

Every app registers the places where it keeps something on people (``Vindplaats``); nothing here knows them.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import phonenumbers
from django.contrib.admin.models import DELETION, LogEntry
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.text import get_text_list

from alliantie.kern import regels
from alliantie.kern.bereikbaar import lees_bereikbaar
from alliantie.kern.models import Gebruiker
from alliantie.kern.rollen import heeft_rol

GEWIST = "[gewist]"  # stands where an address was taken out of a text
TUSSEN = r"[\s().\-/–]{0,3}"  # what people put between the digits of a number
TUSSEN_GROF = r"[^0-9A-Za-z]{0,3}"


class NietToegestaan(Exception):
    """This person may not do this, see ``regels.py``."""


@dataclass(frozen=True)
class Zoekterm:
    """One mail address or phone number, in any way of writing it.

    ``grof`` asks the database and may find too much; ``is_in`` says whether it is really there.
    """

    tekst: str
    grof_patroon: str
    streng: re.Pattern[str]
    is_nummer: bool

    def grof(self, *velden: str) -> Q:
        """Return the condition that one of these columns may hold it."""
        hoe = "iregex" if self.is_nummer else "icontains"
        vraag = Q()
        for veld in velden:
            vraag |= Q(**{f"{veld}__{hoe}": self.grof_patroon})
        return vraag

    def is_in(self, waarde: Any) -> bool:
        """Whether it stands in a text, or somewhere in a list or dictionary."""
        match waarde:
            case str():
                return bool(self.streng.search(waarde))
            case dict():
                return any(self.is_in(deel) for deel in waarde.values())
            case list() | tuple():
                return any(self.is_in(deel) for deel in waarde)
        return False

    def haal_uit(self, waarde: Any) -> Any:
        """Return ``waarde`` without it; of a text that is nothing else, nothing stays."""
        match waarde:
            case str():
                rest = self.streng.sub(GEWIST, waarde)
                return "" if rest.strip() == GEWIST else rest
            case dict():
                return {naam: self.haal_uit(deel) for naam, deel in waarde.items()}
            case list() | tuple():
                return [self.haal_uit(deel) for deel in waarde]
        return waarde


def lees_zoekterm(getypt: str) -> Zoekterm:
    """Return what to look for.

    Raises:
        ValidationError: it is no mail address and no phone number; with what to do, in plain words.
    """
    tekst = lees_bereikbaar(getypt)
    if "@" in tekst:
        streng = rf"(?<![\w.+%-]){re.escape(tekst)}(?![\w-]|\.\w)"
        return Zoekterm(tekst, tekst, re.compile(streng, re.IGNORECASE), is_nummer=False)
    nummer = phonenumbers.parse(tekst, "NL")
    cijfers = str(nummer.national_number)
    landnummer = rf"(?:\+|00)?{TUSSEN.join(str(nummer.country_code))}{TUSSEN}(?:0{TUSSEN})?"
    streng = rf"(?<!\d)(?:{landnummer}|0{TUSSEN}){TUSSEN.join(cijfers)}(?!\d)"
    return Zoekterm(tekst, TUSSEN_GROF.join(cijfers), re.compile(streng), is_nummer=True)


def _niets(rij: Any) -> str:
    return ""


@dataclass(frozen=True)
class Vindplaats:
    """A place where something on people is kept.

    Attributes:
        enkel, meer: what one row is called, and more: "inzending", "inzendingen".
        bij_wissen: what erasing does here, in a sentence for staff.
        vind: the rows that have something on the term.
        exporteer: everything in one row, for who asked to see it.
        wis: erase it; ``None`` where that takes a human eye.
        adres: where staff see the row; "" for nowhere.
    """

    enkel: str
    meer: str
    bij_wissen: str
    vind: Callable[[Zoekterm], Sequence[Any]]
    exporteer: Callable[[Any], dict[str, Any]]
    wis: Callable[[Sequence[Any], Zoekterm], None] | None
    toon: Callable[[Any], str] = field(default=str)
    adres: Callable[[Any], str] = field(default=_niets)


vindplaatsen: list[Vindplaats] = []


@dataclass(frozen=True)
class Gevonden:
    """What one place has."""

    plaats: Vindplaats
    rijen: Sequence[Model]

    @property
    def in_woorden(self) -> str:
        aantal = len(self.rijen)
        return f"{aantal} {self.plaats.enkel if aantal == 1 else self.plaats.meer}"

    @property
    def getoond(self) -> list[tuple[str, str]]:
        """Per row its name and address."""
        return [(self.plaats.toon(rij), self.plaats.adres(rij)) for rij in self.rijen]


def zoek(term: Zoekterm) -> list[Gevonden]:
    """Return what is held on ``term``, per place; places without anything are left out."""
    alles = (Gevonden(plaats, plaats.vind(term)) for plaats in vindplaatsen)
    return [gevonden for gevonden in alles if gevonden.rijen]


def exporteer(term: Zoekterm, gevonden: Iterable[Gevonden]) -> dict[str, Any]:
    """Return everything that was found, for who asked what we have on him or her."""
    return {
        "gezocht_op": term.tekst,
        "gemaakt_op": timezone.localtime(),
        **{deel.plaats.meer: [deel.plaats.exporteer(rij) for rij in deel.rijen] for deel in gevonden},
    }


def wis_alles(*, term: Zoekterm, door: Gebruiker) -> str:
    """Erase what is held on ``term``, wherever that can be done without a human eye.

    What happened is written down without whose data it was.

    Returns:
        What was erased, in words ("2 inzendingen en 1 contactpersoon"); "" for nothing.

    Raises:
        NietToegestaan
    """
    if not heeft_rol(door, regels.MAG["avg"]["wissen"]):
        raise NietToegestaan("wissen")
    with transaction.atomic():
        gewist = [deel for deel in zoek(term) if deel.plaats.wis is not None]
        for deel in gewist:
            if deel.plaats.wis is not None:
                deel.plaats.wis(deel.rijen, term)
        wat = [deel.in_woorden for deel in gewist]
        if wat:
            LogEntry.objects.create(
                user=door,
                action_flag=DELETION,
                object_repr=f"Gegevens gewist op verzoek: {', '.join(wat)}"[:200],
                change_message="Gewist op verzoek van de persoon zelf",
            )
    return get_text_list(wat, "en")
