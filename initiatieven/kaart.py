"""The map: where a gemeente lies in the drawing, and how big its dot is."""

import math
from typing import NamedTuple

from initiatieven.models import Gemeente

# The plane of the province outlines (Web Mercator), see gegevens/README.md.
VIEWBOX = "0 0 800 957"
LENGTE_WEST = 3.30
BREEDTE_NOORD = 53.62
SCHAAL = 201.005025
KLEINSTE_STIP = 7.0
GROOTSTE_STIP = 22.0


class Stip(NamedTuple):
    x: float
    y: float
    r: float
    gemeente: Gemeente
    aantal: int
    url: str


def _mercator(breedte: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(breedte) / 2)))


def plek(gemeente: Gemeente) -> tuple[float, float]:
    """Return x and y of a gemeente in the plane of ``VIEWBOX``."""
    x = (float(gemeente.lengtegraad) - LENGTE_WEST) * SCHAAL
    y = (_mercator(BREEDTE_NOORD) - _mercator(float(gemeente.breedtegraad))) * SCHAAL
    return round(x, 1), round(y, 1)


def straal(aantal: int, meeste: int) -> float:
    """Return the radius of a dot: its area grows with the number of items, from smallest to largest dot."""
    deel = math.sqrt(aantal / meeste) if meeste else 0
    return round(KLEINSTE_STIP + (GROOTSTE_STIP - KLEINSTE_STIP) * deel, 1)
