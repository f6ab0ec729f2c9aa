"""Who may do what with the pages of text."""

from alliantie.kern.rollen import LEZERS, NIEMAND, REDACTIE, Rol

# The set of pages is fixed (other pages link to them); their text is not.
MAG: dict[str, frozenset[Rol]] = {
    "bekijken": LEZERS,
    "toevoegen": NIEMAND,
    "wijzigen": REDACTIE,
    "verwijderen": NIEMAND,
}
