"""What the sign-ups of one meeting add up to: places, lunches, needs; for the desk and for the list on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Aanmelding, Bijeenkomst


def mensen(aantal: int) -> str:
    """Return for how many people, in words."""
    return f"{aantal} {'mens' if aantal == 1 else 'mensen'}"


def plekken_in_woorden(capaciteit: int | None, bezet: int, wachtend: int) -> str:
    """Return how full it is: "34 van 40, 6 wachten"."""
    woorden = str(bezet) if capaciteit is None else f"{bezet} van {capaciteit}"
    if wachtend:
        woorden += f", {wachtend} {'wacht' if wachtend == 1 else 'wachten'}"
    return woorden


def wensen(aanmelding: Aanmelding) -> list[str]:
    """Return what somebody needs, a line each."""
    regels = []
    if aanmelding.hulp:
        regels.append(f"Nodig: {aanmelding.hulp}")
    if aanmelding.eet_mee:
        regels.append("Eet mee" if aanmelding.aantal == 1 else f"{aanmelding.eet_mee} eten mee")
    if aanmelding.eten:
        regels.append(f"Eet niet: {aanmelding.eten}")
    if aanmelding.kinderen:
        regels.append(
            f"{aanmelding.kinderen} {'kind' if aanmelding.kinderen == 1 else 'kinderen'} naar de opvang"
        )
    if aanmelding.wil_reisgeld:
        regels.append("Wil reisgeld terug")
    return regels


@dataclass
class Totalen:
    """Everything added up; needs only of who has a place."""

    capaciteit: int | None
    geplaatst: int = 0
    aangeboden: int = 0
    wachtend: int = 0
    eet_mee: int = 0
    kinderen: int = 0
    reisgeld: int = 0
    gemeenten: int = 0
    gekomen: int = 0
    nagekeken: int = 0  # sign-ups of which we know how many came
    te_zien: int = 0  # sign-ups with a place
    eten: list[Aanmelding] = field(default_factory=list)
    hulp: list[Aanmelding] = field(default_factory=list)

    @property
    def bezet(self) -> int:
        return self.geplaatst + self.aangeboden

    @property
    def in_woorden(self) -> str:
        return plekken_in_woorden(self.capaciteit, self.bezet, self.wachtend)


def totalen(bijeenkomst: Bijeenkomst, aanmeldingen: Iterable[Aanmelding]) -> Totalen:
    """Return what the sign-ups of this meeting add up to."""
    uit = Totalen(bijeenkomst.capaciteit)
    for rij in aanmeldingen:
        uit.gekomen += rij.gekomen or 0
        uit.nagekeken += rij.gekomen is not None
        match rij.status:
            case Stand.WACHTLIJST:
                uit.wachtend += rij.aantal
            case Stand.AANGEBODEN:
                uit.aangeboden += rij.aantal
            case Stand.GEPLAATST:
                uit.geplaatst += rij.aantal
                uit.te_zien += 1
                uit.eet_mee += rij.eet_mee
                uit.kinderen += rij.kinderen
                uit.reisgeld += rij.wil_reisgeld
                uit.gemeenten += rij.aantal if rij.is_gemeente else 0
                if rij.eten:
                    uit.eten.append(rij)
                if rij.hulp:
                    uit.hulp.append(rij)
    return uit
