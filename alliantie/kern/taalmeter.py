"""The language meter for staff: which sentences are long, which words are hard, and what to write instead.

It marks and advises; a person decides. Time is linear in the length of the text, whatever somebody sends.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from alliantie.kern.moeilijke_woorden import (
    AFKORTINGEN,
    GEEN_EINDE,
    LIEVER,
    SLOTWOORDEN,
    is_gewoon,
    zoek_liever,
)

LANGE_ZIN = 20  # more words than this
LANG_WOORD_LETTERS = 16  # more letters than this
LANG_WOORD_LETTERGREPEN = 4  # as many syllables as this, or more


class Grens(NamedTuple):
    """The most that a text may have to earn ``oordeel``."""

    oordeel: str
    woorden_per_zin: float
    lange_zinnen: float  # of 100 sentences
    moeilijke_woorden: float  # of 100 words, those with a plainer word
    lange_woorden: float  # of 100 words


GRENZEN = (
    Grens("makkelijk", woorden_per_zin=12, lange_zinnen=0, moeilijke_woorden=3, lange_woorden=8),
    Grens("kan makkelijker", woorden_per_zin=16, lange_zinnen=20, moeilijke_woorden=8, lange_woorden=16),
)
MOEILIJK = "moeilijk"
# In a text shorter than this, one hard word is no share worth naming: it counts as one in so many words.
MINSTENS_WOORDEN = 40

_MEESTE_WOORDEN = max(len(woord.split()) for woord in LIEVER)
_BEGINT_UITDRUKKING = frozenset(woord.split()[0] for woord in LIEVER if " " in woord)
_LANGSTE_AFKORTING = max(map(len, GEEN_EINDE | SLOTWOORDEN))
_LANGST_DENKBAAR = 40  # letters; what is longer is no word to look up

# Possessive, or unable to match in two ways, so that no text makes them go back and try again.
_REGEL = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
_OPSOMMING = re.compile(r"\s*+(?:(?:[-*+•–>]|#{1,6}|\d{1,3}[.)])\s++)*+")
_PUNT = re.compile(r"[.!?…]++[\"'”’»)\]*_]*+")
_BLOK = re.compile(r"\S++")
_TELT = re.compile(r"[^\W_]\S*+")
_WOORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f\xad]*+)++")
_LETTERGREEP = re.compile(
    r"ieu|eeu|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyäëïöüáàâéèêíìîóòôúùû]"
)
_RANDEN = "\"'“”‘’«»()[]*_,;:!?"


class Zin(NamedTuple):
    """One sentence and where it stands in the text."""

    tekst: str
    begin: int
    eind: int
    woorden: int
    is_lang: bool


class MoeilijkWoord(NamedTuple):
    """A hard word or expression and where it stands; ``liever`` is empty when it is only long."""

    begin: int
    eind: int
    woord: str
    liever: str


@dataclass(frozen=True)
class Meting:
    """What the meter reads off a text."""

    zinnen: list[Zin]
    lange_zinnen: list[Zin]
    moeilijke_woorden: list[MoeilijkWoord]
    gemiddeld: float
    oordeel: str


def meet(tekst: str) -> Meting:
    """Return the sentences and hard words of ``tekst``, and how easy it is to read."""
    zinnen = list(_zinnen(tekst))
    lang = [zin for zin in zinnen if zin.is_lang]
    moeilijk = [woord for zin in zinnen for woord in _moeilijke_woorden(tekst, zin)]
    woorden = sum(zin.woorden for zin in zinnen)
    gemiddeld = woorden / len(zinnen) if zinnen else 0.0
    met_raad = sum(1 for woord in moeilijk if woord.liever)
    per_honderd = 100 / max(woorden, MINSTENS_WOORDEN)
    oordeel = next(
        (
            grens.oordeel
            for grens in GRENZEN
            if gemiddeld <= grens.woorden_per_zin
            and 100 * len(lang) <= grens.lange_zinnen * len(zinnen)
            and met_raad * per_honderd <= grens.moeilijke_woorden
            and (len(moeilijk) - met_raad) * per_honderd <= grens.lange_woorden
        ),
        MOEILIJK,
    )
    return Meting(zinnen, lang, moeilijk, gemiddeld, oordeel)


def markeer(tekst: str) -> SafeString:
    """Return ``tekst`` as escaped HTML, with long sentences and hard words marked and a plainer word behind these."""
    meting = meet(tekst)
    # At one place: first what closes, the inner before the outer, then what opens, the outer before the inner.
    grenzen: list[tuple[int, int, str]] = []
    for zin in meting.lange_zinnen:
        grenzen += [(zin.begin, 2, '<mark class="lang">'), (zin.eind, 1, "</mark>")]
    for woord in meting.moeilijke_woorden:
        raad = f"liever: {woord.liever}" if woord.liever else "lang woord"
        grenzen += [
            (woord.begin, 3, '<span class="moeilijk">'),
            (woord.eind, 0, f'</span><span class="liever"> ({escape(raad)})</span>'),
        ]
    stukken: list[str] = []
    tot = 0
    for plek, _, html in sorted(grenzen):
        stukken += [escape(tekst[tot:plek]), html]
        tot = plek
    stukken.append(escape(tekst[tot:]))
    return mark_safe("".join(stukken))


def _zinnen(tekst: str) -> Iterator[Zin]:
    """Return the sentences: up to a full stop and the like, or the end of the line."""
    for regel in _REGEL.finditer(tekst):
        eind = regel.end()
        opsomming = _OPSOMMING.match(tekst, regel.start(), eind)
        begin = opsomming.end() if opsomming else regel.start()
        for punt in _PUNT.finditer(tekst, begin, eind):
            if _is_einde(tekst, punt, begin, eind):
                if zin := _zin(tekst, begin, punt.end()):
                    yield zin
                begin = punt.end()
        if zin := _zin(tekst, begin, eind):
            yield zin


def _zin(tekst: str, begin: int, eind: int) -> Zin | None:
    """Return the sentence between two places, without white space around it; ``None`` if it has no words."""
    stuk = tekst[begin:eind].rstrip()
    kaal = stuk.lstrip()
    woorden = len(_TELT.findall(kaal))
    begin += len(stuk) - len(kaal)
    return Zin(kaal, begin, begin + len(kaal), woorden, woorden > LANGE_ZIN) if woorden else None


def _is_einde(tekst: str, punt: re.Match[str], begin: int, eind: int) -> bool:
    """Whether these marks end a sentence: no abbreviation, initial, amount, time or address."""
    plek, tekens = punt.start(), punt.group()
    na = tekst[punt.end() : min(eind, punt.end() + 20)]
    if na and not na[0].isspace():
        # "Wij koken.Iedereen eet mee": a space forgotten.
        return plek > begin and tekst[plek - 1].islower() and na[0].isupper() and na[1:2].islower()
    if tekens[0] in "!?":
        return True
    voor_hoofdletter = not na or na.lstrip()[:1].isupper()
    if tekens[0] == "…" or tekens[:2] == "..":
        return voor_hoofdletter
    woorden = tekst[max(begin, plek - _LANGSTE_AFKORTING) : plek + 1].split()
    laatste = woorden[-1].lstrip(_RANDEN)
    if len(laatste) == 2 and laatste[0].isupper():
        return not na  # the J. of J. de Vries
    if laatste.lower() in SLOTWOORDEN:
        return voor_hoofdletter
    return laatste.lower() not in GEEN_EINDE


def _moeilijke_woorden(tekst: str, zin: Zin) -> Iterator[MoeilijkWoord]:
    """Return the hard words of one sentence in order; where expressions overlap, the longest."""
    woorden = _woorden(tekst, zin)
    tot = 0
    for nummer, (begin, eind) in enumerate(woorden):
        if nummer < tot:
            continue
        woord = tekst[begin:eind]
        if len(woord) > _LANGST_DENKBAAR:
            yield MoeilijkWoord(begin, eind, woord, "")
            continue
        liever, begint_uitdrukking, is_lang = _ken(woord)
        if begint_uitdrukking:
            aantal, beter = _uitdrukking(tekst, woorden[nummer : nummer + _MEESTE_WOORDEN])
            if aantal:
                tot, liever, eind = nummer + aantal, beter, woorden[nummer + aantal - 1][1]
        is_naam = begin > zin.begin and woord[0].isupper() and woord[1:].islower()
        if liever or (is_lang and not is_naam):
            yield MoeilijkWoord(begin, eind, tekst[begin:eind], liever)


def _woorden(tekst: str, zin: Zin) -> list[tuple[int, int]]:
    """Return where the words of a sentence stand: runs of letters, and abbreviations with their points.

    Addresses of mail and web are left out: they cannot be written more plainly.
    """
    gevonden: list[tuple[int, int]] = []
    for blok in _BLOK.finditer(tekst, zin.begin, zin.eind):
        stuk = blok.group()
        if stuk.isalpha():
            gevonden.append(blok.span())
        elif "@" in stuk or "://" in stuk or stuk.startswith("www."):
            continue
        elif len(stuk) <= _LANGST_DENKBAAR and (kaal := stuk.strip(_RANDEN)).lower() in AFKORTINGEN:
            begin = blok.start() + stuk.index(kaal)
            gevonden.append((begin, begin + len(kaal)))
        else:
            gevonden += [woord.span() for woord in _WOORD.finditer(tekst, *blok.span())]
    return gevonden


def _uitdrukking(tekst: str, woorden: list[tuple[int, int]]) -> tuple[int, str]:
    """Return how many of these words are a hard expression, and what to write instead; 0 and "" for none."""
    sleutels = [_sleutel(tekst[slice(*woorden[0])])]
    for (_, eind), (begin, volgend_eind) in itertools.pairwise(woorden):
        tussen = tekst[eind:begin]
        if volgend_eind - begin > _LANGST_DENKBAAR or not (tussen == "-" or tussen.isspace()):
            break
        sleutels.append(_sleutel(tekst[begin:volgend_eind]))
    for aantal in range(len(sleutels), 1, -1):
        if liever := zoek_liever(" ".join(sleutels[:aantal])):
            return aantal, liever
    return 0, ""


@lru_cache(maxsize=10_000)
def _ken(woord: str) -> tuple[str, bool, bool]:
    """Return of one word: what to write instead, whether an expression may begin with it, and whether it is long."""
    sleutel = _sleutel(woord)
    is_lang = (
        len(sleutel) > LANG_WOORD_LETTERS or len(_LETTERGREEP.findall(sleutel)) >= LANG_WOORD_LETTERGREPEN
    ) and not is_gewoon(sleutel)
    liever = AFKORTINGEN.get(sleutel) or zoek_liever(sleutel)
    return liever, sleutel in _BEGINT_UITDRUKKING, is_lang and "." not in sleutel


def _sleutel(woord: str) -> str:
    """Return the word as the tables have it: small letters, accents in one piece, no soft hyphens."""
    return (
        woord.lower() if woord.isascii() else unicodedata.normalize("NFC", woord.lower().replace("\xad", ""))
    )
