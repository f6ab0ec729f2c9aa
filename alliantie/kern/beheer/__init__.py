"""The admin as staff know it: logging in with a second step, and building blocks for the lists."""

from .bouwstenen import RegelsAdmin, TabelAdmin, korte_datum
from .geschiedenis import MetGeschiedenis
from .site import Aandacht, Beheer, Menupunt, extra_menu, extra_paginas, vragen_aandacht
from .zeker import ZekerForm

__all__ = [
    "Aandacht",
    "Beheer",
    "Menupunt",
    "MetGeschiedenis",
    "RegelsAdmin",
    "TabelAdmin",
    "ZekerForm",
    "extra_menu",
    "extra_paginas",
    "korte_datum",
    "vragen_aandacht",
]
