"""What people typed, on a page: all of it, but no field of empty lines and no page that never ends."""

import re

from django import template

register = template.Library()

LEGE_REGELS = re.compile(r"\n(?:[ \t]*\n){3,}")
LANGSTE = (
    20_000  # characters; what is longer was not accepted anyway, and is whole in the file of the request
)


@register.filter
def ingekort(tekst: str) -> str:
    """Return ``tekst`` with long runs of empty lines folded, and cut where nobody reads on; still plain text."""
    heel = str(tekst or "")
    kort = LEGE_REGELS.sub("\n\n", heel[: LANGSTE * 2])[:LANGSTE]
    return kort if len(heel) <= LANGSTE * 2 and len(kort) < LANGSTE else f"{kort} […]"
