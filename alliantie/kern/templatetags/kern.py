"""Template tags that every template may use without loading them."""

import re

from django import template
from django.utils.safestring import SafeString

from alliantie.kern.opmaak import naar_html

register = template.Library()

# First halves of long words: where a narrow screen may break them, also when the browser knows no Dutch.
EERSTE_HELFT = re.compile(
    r"(ervarings|belangen|vrijwilligers|ontmoetings|schuld(?:en)?hulp|werk)(?=[a-z]{7})", re.I
)


@register.filter
def markdown(tekst: str) -> SafeString:
    """Markdown as clean HTML."""
    return naar_html(tekst or "")


@register.filter
def zacht(tekst: str) -> str:
    """Soft hyphens in long words: "Ervaringsdeskundigheid" may break after "Ervarings"."""
    return EERSTE_HELFT.sub("\\1\u00ad", tekst)


@register.filter
def bedrag(euro: int | None) -> str:
    """1250 → "€ 1.250", with a fixed space."""
    return "" if euro is None else "€\u00a0" + f"{euro:,}".replace(",", ".")
