"""What the team makes of an inzending, field by field: what stands on the site, what was sent, what it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.db import models

from alliantie.kern.inzendingen.soort import Soort, soort_van
from alliantie.kern.models import Inzending

OVERNEMEN, AANPASSEN, WEGLATEN = "overnemen", "aanpassen", "weglaten"
KEUZES = [
    (OVERNEMEN, "Neem over"),
    (AANPASSEN, "Pas aan"),
    (WEGLATEN, "Laat weg"),
]


@dataclass(frozen=True)
class Veldstand:
    """One field on the desk.

    Attributes:
        toen: what stood on the site when the sender began.
        nu: what stands there now.
        gestuurd: what was sent.
        keuze: what the team does with it; "" when the team must still choose.
        waarde: what it becomes: the team's own text with "aanpassen", else what was sent.
        ingehaald: whether it was changed on the site after the team chose: the choice was about something else.
    """

    naam: str
    veld: forms.Field
    toen: Any
    nu: Any
    gestuurd: Any
    keuze: str
    waarde: Any
    ingehaald: bool = False

    @property
    def is_veranderd(self) -> bool:
        """Whether the sender wants something else than what stood there."""
        return not gelijk(self.gestuurd, self.toen)

    @property
    def botst(self) -> bool:
        """Whether the field was changed in the meantime, into something else than was sent."""
        if self.ingehaald:
            return True
        return self.is_veranderd and not gelijk(self.nu, self.toen) and not gelijk(self.nu, self.gestuurd)

    @property
    def wordt(self) -> Any:
        """What will stand on the site."""
        return self.nu if self.keuze in {WEGLATEN, ""} else self.waarde


def gelijk(een: Any, ander: Any) -> bool:
    """Whether two values say the same; empty is empty, and the order of a list does not matter."""
    return _kern(een) == _kern(ander)


def _kern(waarde: Any) -> Any:
    if isinstance(waarde, list | tuple):
        return sorted(map(str, waarde)) or ""
    return "" if waarde is None else str(waarde).strip()


def veldstanden(inzending: Inzending, doel: models.Model | None = None) -> list[Veldstand]:
    """Return every field of what was sent, as the desk shows it.

    Args:
        doel: what it is about, when it was read already (and locked, for a decision).
    """
    soort = soort_van(inzending)
    nu = soort.huidig(doel or inzending.doel)
    gevraagd = set(soort.velden_voor(inzending.gegevens))
    velden = soort.form(inzending.gegevens).fields
    standen = []
    for naam in soort.inhoudsvelden():
        toen = inzending.doel_waarden.get(naam)
        gestuurd = inzending.gegevens.get(naam) if naam in gevraagd else toen
        eigen = inzending.bewerking.get(naam, {})
        stand = Veldstand(naam, velden[naam], toen, nu.get(naam), gestuurd, "", eigen.get("waarde", gestuurd))
        stand = replace(stand, ingehaald=_is_ingehaald(stand, eigen))
        # A choice counts for what stood there when it was made; after another change somebody must look again.
        keuze = "" if stand.botst and not _gekozen_bij(stand.nu, eigen) else eigen.get("keuze")
        keuze = keuze or _vanzelf(stand)
        waarde = stand.waarde if keuze == AANPASSEN else gestuurd
        standen.append(replace(stand, keuze=keuze, waarde=waarde))
    return standen


def _gekozen_bij(nu: Any, eigen: Mapping[str, Any]) -> bool:
    """Whether the team chose while this stood on the site."""
    return "bij" in eigen and gelijk(eigen["bij"], nu)


def _is_ingehaald(stand: Veldstand, eigen: Mapping[str, Any]) -> bool:
    """Whether the team wrote a text of its own, and the site changed after that."""
    return eigen.get("keuze") == AANPASSEN and "bij" in eigen and not gelijk(eigen["bij"], stand.nu)


def _vanzelf(stand: Veldstand) -> str:
    """Return the choice when the team did not choose yet; "" where it must."""
    if stand.botst:
        return ""
    return OVERNEMEN if stand.is_veranderd else WEGLATEN


def redactiewaarden(inzending: Inzending) -> dict[str, Any]:
    """Return what the team filled in besides, or else what follows from what was typed."""
    soort = soort_van(inzending)
    voorstel = soort.voorstel(inzending)
    return {
        naam: eigen["waarde"]
        if "waarde" in eigen and gelijk(eigen.get("bij", voorstel.get(naam)), voorstel.get(naam))
        else voorstel.get(naam)
        for naam in soort.redactievelden
        for eigen in [inzending.bewerking.get(naam, {})]
    }


def definitief(inzending: Inzending, doel: models.Model | None = None) -> dict[str, Any]:
    """Return what is taken over, per field, in the shape in which a form sends it."""
    standen = veldstanden(inzending, doel)
    return {stand.naam: stand.waarde for stand in standen if stand.keuze in {OVERNEMEN, AANPASSEN}} | (
        redactiewaarden(inzending)
    )


def teamform(soort: Soort, waarden: Mapping[str, Any]) -> forms.Form:
    """Return the form of the kind with just what the team takes over: the same checks as for the sender."""
    return soort.form(waarden, velden=list(waarden))


def onbeslist(inzending: Inzending, doel: models.Model | None = None) -> list[Veldstand]:
    """Return the fields that changed on the site in the meantime and about which the team must still choose."""
    return [stand for stand in veldstanden(inzending, doel) if stand.botst and not stand.keuze]
