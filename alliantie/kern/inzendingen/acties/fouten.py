"""What can go wrong with an inzending, by name."""

from datetime import datetime

from alliantie.kern.status import OvergangNietToegestaan

__all__ = [
    "IntussenVeranderd",
    "NietCompleet",
    "NietToegestaan",
    "OvergangNietToegestaan",
    "TeSnel",
    "TeVeelBijlagen",
]


class NietToegestaan(Exception):
    """This person may not do this (now), see ``regels.py``."""


class NietCompleet(Exception):
    """Something is still needed; ``fouten`` says per field what, in plain words."""

    def __init__(self, fouten: dict[str, list[str]]) -> None:
        self.fouten = fouten
        super().__init__(", ".join(fouten))


class TeSnel(Exception):
    """It was filled in faster than a person can."""


class TeVeelBijlagen(Exception):
    """There is no room for more; ``hoogstens`` is how many fit."""

    def __init__(self, hoogstens: int) -> None:
        self.hoogstens = hoogstens
        super().__init__(str(hoogstens))


class IntussenVeranderd(Exception):
    """Somebody else was first: the inzending, or what it is about, is not what this person looked at.

    Attributes:
        wie: who changed it, in words ("Els", "wie het stuurde"); "" when that is not known.
        wanneer: when.
        wat: what happened, in words.
    """

    def __init__(self, wat: str, *, wie: str = "", wanneer: datetime | None = None) -> None:
        self.wat, self.wie, self.wanneer = wat, wie, wanneer
        super().__init__(wat)
