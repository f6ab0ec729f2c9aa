"""Who may do what with a meeting, written out once more by hand: the agreement that the code must keep.

c = coordinator, p = projectteam, b = begeleidingsgroep. Whoever is not named may not.
"""

from tests.initiatieven.rechten import LETTER, ROLLEN

__all__ = ["LETTER", "MAG", "MAG_ALTIJD", "ROLLEN", "STATUSSEN", "elk_geval", "mag"]

STATUSSEN = ("concept", "gepubliceerd", "afgelast")

MAG = {
    #                          concept  gepubliceerd  afgelast
    "bekijken":               ("cpb",   "cpb",        "cpb"),
    "wijzigen":               ("cp",    "cp",         ""),
    "publiceren":             ("cp",    "",           ""),
    "terughalen":             ("",      "cp",         ""),
    "afgelasten":             ("",      "cp",         ""),
    "mailen":                 ("",      "cp",         "cp"),
    "aanmeldingen_bekijken":  ("cp",    "cp",         "cp"),
    "aanmeldingen_wijzigen":  ("",      "cp",         ""),
    "verwijderen":            ("c",     "",           ""),
}  # fmt: skip

MAG_ALTIJD = {
    "lijsten_bekijken": "cpb",
    "toevoegen": "cp",
}


def mag(rol: str, actie: str, status: str) -> bool:
    return LETTER.get(rol, "-") in MAG[actie][STATUSSEN.index(status)]


def elk_geval(*acties: str) -> list[tuple[str, str, str]]:
    """Return role × action × status for parametrize."""
    return [(rol, actie, status) for rol in ROLLEN for actie in acties or MAG for status in STATUSSEN]
