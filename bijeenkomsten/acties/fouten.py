"""What can go wrong with a meeting or sign-up, by name."""

from alliantie.kern.status import OvergangNietToegestaan

__all__ = [
    "AanmeldenKanNiet",
    "GeenPlek",
    "NietCompleet",
    "NietToegestaan",
    "OvergangNietToegestaan",
    "TeLaat",
    "TeVeelMensen",
]


class NietToegestaan(Exception):
    """This person may not do this (now), see ``regels.py``."""


class NietCompleet(Exception):
    """The meeting lacks what the public needs; ``wat`` says what, in words for staff."""

    def __init__(self, wat: list[str]) -> None:
        self.wat = wat
        super().__init__("; ".join(wat))


class AanmeldenKanNiet(Exception):
    """Nobody can sign up for this meeting now: too early, too late, called off, or not on the site."""


class TeVeelMensen(Exception):
    """More people than one sign-up may bring; ``hoogstens`` is how many may."""

    def __init__(self, hoogstens: int) -> None:
        self.hoogstens = hoogstens
        super().__init__(str(hoogstens))


class GeenPlek(Exception):
    """There is no room for so many; ``over`` is how many places are left for this sign-up."""

    def __init__(self, over: int) -> None:
        self.over = over
        super().__init__(str(over))


class TeLaat(Exception):
    """The time to confirm is over; somebody else has the place."""
