"""The admin as staff know it: logging in with a second step, and building blocks for the lists."""

from .bouwstenen import RegelsAdmin, pas_regels_toe, volgens
from .site import Aandacht, Beheer, aandachtspunten, extra_paginas

__all__ = [
    "Aandacht",
    "Beheer",
    "RegelsAdmin",
    "aandachtspunten",
    "extra_paginas",
    "pas_regels_toe",
    "volgens",
]
