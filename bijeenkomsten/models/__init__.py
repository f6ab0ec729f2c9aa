from .aanmelding import Aanmelding
from .bijeenkomst import Bijeenkomst
from .nazorg import Bijeenkomstfoto, Bijeenkomstles, Materiaal

__all__ = ["Aanmelding", "Bijeenkomst", "Bijeenkomstfoto", "Bijeenkomstles", "Materiaal"]
