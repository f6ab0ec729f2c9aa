"""Sections that higher floors add to the page of an initiatief or methodiek; they register themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from initiatieven.models import Vermelding


@dataclass(frozen=True)
class Deel:
    """A section: its template, and what that shows (``deel.inhoud``)."""

    sjabloon: str
    inhoud: Any


#: each makes the section of one item in a fixed number of queries, or ``None`` when there is nothing to show
extra_delen: "list[Callable[[Vermelding], Deel | None]]" = []


def delen_van(vermelding: "Vermelding") -> list[Deel]:
    """Return the sections that the higher floors have for this item."""
    return [deel for maak in extra_delen if (deel := maak(vermelding)) is not None]
