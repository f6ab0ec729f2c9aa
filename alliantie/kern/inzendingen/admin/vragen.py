"""What can be asked about each field, and which reasons there are; sentences of the team, or words of one's own."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from alliantie.kern.beheer.velden import zonder_cr
from alliantie.kern.inzendingen.admin.woorden import in_woorden
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Inzending
from alliantie.kern.models.mailtekst import Modelzin

OVER_HET_GEHEEL = "Over het geheel"
HOOGSTENS = 2000  # letters in one question


@dataclass(frozen=True)
class Vraagkeuze:
    """What can be asked about one field."""

    veld: str
    label: str
    gestuurd: str
    zinnen: list[Modelzin]
    gekozen: list[str]
    eigen: str

    @property
    def is_open(self) -> bool:
        return bool(self.gekozen or self.eigen)


def zinnen_voor(waarvoor: str) -> list[Modelzin]:
    return list(Modelzin.objects.filter(waarvoor=waarvoor))


def velden_om_te_vragen(inzending: Inzending) -> dict[str, Any]:
    """Return the fields that the sender was asked, and that are about what it is about; "" is the whole."""
    soort = soort_van(inzending)
    alle = soort.form().fields
    velden = {naam: alle[naam] for naam in soort.velden_voor(inzending.gegevens) if naam in alle}
    return {"": None} | {naam: veld for naam, veld in velden.items() if not soort.form.is_van_afzender(naam)}


def vraagkeuzes(post: QueryDict, inzending: Inzending) -> list[Vraagkeuze]:
    zinnen = zinnen_voor(Modelzin.Waarvoor.VRAAG)
    uit = []
    for naam, veld in velden_om_te_vragen(inzending).items():
        passend = [zin for zin in zinnen if zin.veld == naam or (naam and not zin.veld)]
        uit.append(
            Vraagkeuze(
                veld=naam,
                label=str(veld.label) if veld else OVER_HET_GEHEEL,
                gestuurd=in_woorden(veld, inzending.gegevens.get(naam)) if veld else "",
                zinnen=passend,
                gekozen=post.getlist(f"zin-{naam}"),
                eigen=post.get(f"eigen-{naam}", ""),
            )
        )
    return uit


def gekozen_vragen(post: QueryDict, inzending: Inzending) -> list[tuple[str, str]]:
    """Return pairs of field and question, in the order of the form."""
    vragen = []
    zinnen = {str(zin.pk): zin.tekst for zin in zinnen_voor(Modelzin.Waarvoor.VRAAG)}
    for naam in velden_om_te_vragen(inzending):
        vragen += [(naam, zinnen[sleutel]) for sleutel in post.getlist(f"zin-{naam}") if sleutel in zinnen]
        if eigen := _netjes(post.get(f"eigen-{naam}", "")):
            vragen.append((naam, eigen))
    return vragen


def afwijsreden(post: QueryDict) -> str:
    """Return the chosen reasons and one's own words, each a paragraph."""
    zinnen = {str(zin.pk): zin.tekst for zin in zinnen_voor(Modelzin.Waarvoor.AFWIJZING)}
    delen = [zinnen[sleutel] for sleutel in post.getlist("zin-") if sleutel in zinnen]
    return "\n\n".join([*delen, *filter(None, [_netjes(post.get("eigen-", ""))])])


def _netjes(tekst: str) -> str:
    return zonder_cr(tekst).strip()[:HOOGSTENS]
