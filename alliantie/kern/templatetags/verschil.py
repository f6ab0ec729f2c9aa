"""What changed in a text, word by word."""

import difflib
import re
from collections.abc import Iterator
from itertools import chain

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

REGELS = re.compile(r"[^\n]*\n|[^\n]+")
WOORDEN = re.compile(r"\s+|[^\s]+")
BUURWOORDEN = 12  # unchanged words that stay visible around a change in a long text
# More than this is not compared piece by piece: a text made for it would keep us busy for minutes.
MEESTE_REGELS = 1000
MEESTE_STUKJES = 1500  # words and the spaces between them, in one changed stretch

Stuk = tuple[bool, list[str], list[str]]  # whether it differs, and the words before and after


@register.simple_tag
def verschil(oud: str, nieuw: str, heel: bool = False) -> dict[str, object]:
    """Return ``oud`` and ``nieuw`` as HTML with the changed words marked, and whether they need columns (``lang``).

    Usage: ``{% verschil regel.oud regel.nieuw as beide %}{{ beide.oud }} {{ beide.nieuw }}``, and ``heel=True`` to
    leave out nothing of what did not change.
    """
    oud, nieuw = oud or "", nieuw or ""
    stukken = list(_stukken(oud, nieuw))
    return {
        "oud": _merk([(anders, links) for anders, links, _ in stukken], "del", heel),
        "nieuw": _merk([(anders, rechts) for anders, _, rechts in stukken], "ins", heel),
        "lang": max(len(oud), len(nieuw)) > 80 or "\n" in oud + nieuw,
    }


def _stukken(oud: str, nieuw: str) -> Iterator[Stuk]:
    """Compare lines first, and words only where lines differ."""
    links, rechts = REGELS.findall(oud), REGELS.findall(nieuw)
    if max(len(links), len(rechts)) > MEESTE_REGELS:
        yield from _woorden(oud, nieuw)
        return
    for soort, a, b, c, d in difflib.SequenceMatcher(a=links, b=rechts).get_opcodes():
        eerst, daarna = "".join(links[a:b]), "".join(rechts[c:d])
        if soort == "equal":
            woorden = WOORDEN.findall(eerst)
            yield False, woorden, woorden
        else:
            yield from _woorden(eerst, daarna)


def _woorden(oud: str, nieuw: str) -> Iterator[Stuk]:
    links, rechts = WOORDEN.findall(oud), WOORDEN.findall(nieuw)
    if max(len(links), len(rechts)) > MEESTE_STUKJES:
        yield oud != nieuw, links, rechts
        return
    for soort, a, b, c, d in difflib.SequenceMatcher(a=links, b=rechts).get_opcodes():
        yield soort != "equal", links[a:b], rechts[c:d]


def _merk(stukken: list[tuple[bool, list[str]]], teken: str, heel: bool) -> SafeString:
    delen = []
    for anders, woorden in stukken:
        tekst = "".join(woorden)
        if anders and tekst:
            delen.append(format_html("<{0}>{1}</{0}>", teken, tekst))
        elif tekst:
            delen.append(format_html("{}", tekst if heel else _kort_in(woorden)))
    return format_html_join("", "{}", ((deel,) for deel in delen))


def _kort_in(woorden: list[str]) -> str:
    """Leave out the middle of a long unchanged stretch."""
    marge = BUURWOORDEN * 2  # every other piece is a space
    if len(woorden) <= 3 * marge:
        return "".join(woorden)
    return "".join(chain(woorden[:marge], [" […] "], woorden[-marge:]))
