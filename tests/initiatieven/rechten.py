"""Who may do what with an item, written out once more by hand: the agreement that the code must keep.

c = coordinator, p = projectteam, b = begeleidingsgroep. Whoever is not named may not.
"""

ROLLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")
LETTER = {"coordinator": "c", "projectteam": "p", "begeleidingsgroep": "b"}
STATUSSEN = ("concept", "gepubliceerd", "gearchiveerd")

MAG = {
    #                 concept  gepubliceerd  gearchiveerd
    "bekijken":      ("cpb",   "cpb",        "cpb"),
    "wijzigen":      ("cp",    "cp",         ""),
    "publiceren":    ("cp",    "",           ""),
    "terughalen":    ("",      "cp",         "cp"),
    "archiveren":    ("cp",    "cp",         ""),
    "verwijderen":   ("c",     "",           "c"),
}  # fmt: skip

MAG_ALTIJD = {
    "lijsten_bekijken": "cpb",
    "toevoegen": "cp",
    "lijsten_wijzigen": "cp",
    "lijsten_verwijderen": "c",
    "contactpersonen_bekijken": "cp",
    "voorbeelden_verwijderen": "c",
    "versheid_bekijken": "cpb",
    "versheid_bijwerken": "cp",
    "uitvragen_bekijken": "cp",
    "uitvragen_versturen": "cp",
}


def mag(rol: str, actie: str, status: str) -> bool:
    return LETTER.get(rol, "-") in MAG[actie][STATUSSEN.index(status)]


def elk_geval(*acties: str) -> list[tuple[str, str, str]]:
    """Return role × action × status for parametrize."""
    return [(rol, actie, status) for rol in ROLLEN for actie in acties or MAG for status in STATUSSEN]
