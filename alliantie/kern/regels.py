"""Who may do what with accounts and mail."""

from alliantie.kern.rollen import ALLEEN_COORDINATOR, NIEMAND, REDACTIE, Rol

MAG: dict[str, dict[str, frozenset[Rol]]] = {
    "gebruikers": {
        "bekijken": ALLEEN_COORDINATOR,
        "toevoegen": ALLEEN_COORDINATOR,
        "wijzigen": ALLEEN_COORDINATOR,
        "verwijderen": NIEMAND,
    },
    "berichten": {"bekijken": REDACTIE, "toevoegen": NIEMAND, "wijzigen": NIEMAND, "verwijderen": NIEMAND},
}
