"""What changed in a text, word by word."""

import difflib
import re
from itertools import chain

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

WOORDEN = re.compile(r"\s+|[^\s]+")
BUURWOORDEN = 12  # unchanged words that stay visible around a change in a long text


@register.simple_tag
def verschil(oud: str, nieuw: str) -> dict[str, object]:
    """Return ``oud`` and ``nieuw`` as HTML with the changed words marked, and whether they need columns (``lang``).

    Usage: ``{% verschil regel.oud regel.nieuw as beide %}{{ beide.oud }} {{ beide.nieuw }}``
    """
    links, rechts = WOORDEN.findall(oud or ""), WOORDEN.findall(nieuw or "")
    stukken = difflib.SequenceMatcher(a=links, b=rechts).get_opcodes()
    return {
        "oud": _merk(links, [(soort != "equal", a, b) for soort, a, b, _, _ in stukken], "del"),
        "nieuw": _merk(rechts, [(soort != "equal", a, b) for soort, _, _, a, b in stukken], "ins"),
        "lang": max(len(oud or ""), len(nieuw or "")) > 80 or "\n" in (oud or "") + (nieuw or ""),
    }


def _merk(woorden: list[str], stukken: list[tuple[bool, int, int]], teken: str) -> SafeString:
    delen = []
    for anders, begin, eind in stukken:
        tekst = "".join(woorden[begin:eind])
        if anders and tekst:
            delen.append(format_html("<{0}>{1}</{0}>", teken, tekst))
        elif tekst:
            delen.append(format_html("{}", _kort_in(woorden[begin:eind])))
    return format_html_join("", "{}", ((deel,) for deel in delen))


def _kort_in(woorden: list[str]) -> str:
    """Leave out the middle of a long unchanged stretch."""
    marge = BUURWOORDEN * 2  # every other piece is a space
    if len(woorden) <= 3 * marge:
        return "".join(woorden)
    return "".join(chain(woorden[:marge], [" […] "], woorden[-marge:]))
