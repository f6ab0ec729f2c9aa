"""Who may do what with accounts and mail."""

from alliantie.kern.rollen import ALLEEN_COORDINATOR, LEZERS, NIEMAND, REDACTIE, Rol

MAG: dict[str, dict[str, frozenset[Rol]]] = {
    "gebruikers": {
        "bekijken": ALLEEN_COORDINATOR,
        "toevoegen": ALLEEN_COORDINATOR,
        "wijzigen": ALLEEN_COORDINATOR,
        "verwijderen": NIEMAND,
    },
    "berichten": {"bekijken": REDACTIE, "toevoegen": NIEMAND, "wijzigen": NIEMAND, "verwijderen": NIEMAND},
    # The kinds of mail are fixed. "wijzigen" also goes back to the built-in text.
    "mailteksten": {"bekijken": LEZERS, "toevoegen": NIEMAND, "wijzigen": REDACTIE, "verwijderen": NIEMAND},
    "modelzinnen": {
        "bekijken": REDACTIE,
        "toevoegen": REDACTIE,
        "wijzigen": REDACTIE,
        "verwijderen": REDACTIE,
    },
    # What is held on one person: to look for it, hand it over and erase it.
    "avg": {"zoeken": ALLEEN_COORDINATOR, "bewaren": ALLEEN_COORDINATOR, "wissen": ALLEEN_COORDINATOR},
}
