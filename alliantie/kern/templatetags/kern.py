"""Template tags that every template may use without loading them."""

from django import template
from django.utils.safestring import SafeString

from alliantie.kern.opmaak import naar_html

register = template.Library()


@register.filter
def markdown(tekst: str) -> SafeString:
    """Markdown as clean HTML."""
    return naar_html(tekst or "")


@register.filter
def bedrag(euro: int | None) -> str:
    """1250 → "€ 1.250", with a fixed space."""
    return "" if euro is None else "€\u00a0" + f"{euro:,}".replace(",", ".")
