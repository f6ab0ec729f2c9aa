"""Who may do what with an inzending: staff after their role, who has a link after what the link is for.

Both tables are the rule itself: the views, the desk, the acties and the tests read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alliantie.kern.inzendingen.keuzes import Status, Toegangsrol
from alliantie.kern.rollen import ALLEEN_COORDINATOR, REDACTIE, Rol, heeft_rol

if TYPE_CHECKING:
    from alliantie.kern.models import Gebruiker, Inzending

_C, _I, _B, _V = Status.CONCEPT, Status.INGEDIEND, Status.IN_BEHANDELING, Status.VRAAG_GESTELD
_G, _A, _T = Status.GOEDGEKEURD, Status.AFGEWEZEN, Status.INGETROKKEN
_ALLE = frozenset(Status)

# What staff do: in which status, and who. An inzending holds personal data, so who only reads along sees none.
MAG: dict[str, tuple[frozenset[Status], frozenset[Rol]]] = {
    "bekijken": (_ALLE, REDACTIE),
    "oppakken": (frozenset({_I, _B, _V}), REDACTIE),
    "loslaten": (frozenset({_B}), REDACTIE),
    "bewerken": (frozenset({_B, _V}), REDACTIE),
    "vragen": (frozenset({_B}), REDACTIE),
    "goedkeuren": (frozenset({_B, _V}), REDACTIE),
    "samenvoegen": (frozenset({_B, _V}), REDACTIE),
    "afwijzen": (frozenset({_B, _V}), REDACTIE),
    "spam": (frozenset({_I, _B, _V}), REDACTIE),
    "heropenen": (frozenset({_A}), REDACTIE),
    "nieuwe_code": (frozenset({_C, _I, _B, _V, _G, _A}), REDACTIE),
    "telefoon_bevestigen": (frozenset({_I, _B, _V, _G}), REDACTIE),
    "exporteren": (_ALLE, REDACTIE),
    "wissen": (frozenset({_C, _G, _A, _T}), ALLEEN_COORDINATOR),
}

# What somebody with a link does.
_OPEN = frozenset({_I, _B, _V})
MAG_MET_LINK: dict[Toegangsrol, dict[str, frozenset[Status]]] = {
    Toegangsrol.AFZENDER: {
        "lezen": _ALLE,
        "invullen": frozenset({_C}),
        "versturen": frozenset({_C}),
        "terugnemen": frozenset({_I}),
        "beantwoorden": frozenset({_V}),
        "zeggen": _OPEN,
        "intrekken": frozenset({_C}) | _OPEN,
        "laten_meelezen": frozenset({_C}) | _OPEN,
    },
    Toegangsrol.GROEP: {
        "lezen": _ALLE - {_T},
        "bevestigen": frozenset({_C}) | _OPEN,
        "zeggen": frozenset({_C}) | _OPEN,
    },
}


def mag(gebruiker: Gebruiker, actie: str, inzending: Inzending) -> bool:
    """Whether this member of staff may do ``actie`` (a key of ``MAG``) with this inzending in its present status."""
    statussen, rollen = MAG[actie]
    return Status(inzending.status) in statussen and heeft_rol(gebruiker, rollen)


def mag_ooit(gebruiker: Gebruiker, actie: str) -> bool:
    """Whether this member of staff may do ``actie`` with an inzending in some status."""
    return heeft_rol(gebruiker, MAG[actie][1])


def mag_met_link(rol: Toegangsrol, actie: str, inzending: Inzending) -> bool:
    """Whether who has a link for ``rol`` may do ``actie`` (a key of ``MAG_MET_LINK``) with what it opens."""
    return Status(inzending.status) in MAG_MET_LINK.get(rol, {}).get(actie, frozenset())
