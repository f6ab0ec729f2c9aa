"""The admin as staff know it: logging in with a second step, and building blocks for the lists."""

from .bouwstenen import RegelsAdmin, TabelAdmin, korte_datum
from .geschiedenis import MetGeschiedenis
from .site import Aandacht, Beheer, extra_paginas, vragen_aandacht

__all__ = [
    "Aandacht",
    "Beheer",
    "MetGeschiedenis",
    "RegelsAdmin",
    "TabelAdmin",
    "extra_paginas",
    "korte_datum",
    "vragen_aandacht",
]
