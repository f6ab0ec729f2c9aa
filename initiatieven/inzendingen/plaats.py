"""Where is it? One field, in which people type a gemeente, a village, or a postcode."""

import re

from django.core.exceptions import ValidationError
from localflavor.nl.forms import NLZipCodeField

from alliantie.kern.paginacache import per_versie
from initiatieven.models import Gemeente
from initiatieven.zoeken import vouw

POSTCODE_KLOPT_NIET = "Een postcode heeft 4 cijfers en 2 letters, zoals 1234 AB"
BEGINT_MET_CIJFER = re.compile(r"\s*\d")
GRENS = re.compile(r"[,;()/]")


def controleer_plaats(tekst: str) -> str:
    """Return ``tekst``; a postcode written as it should be.

    Raises:
        ValidationError: it begins like a postcode and is none.
    """
    if not BEGINT_MET_CIJFER.match(tekst):
        return tekst
    try:
        return str(NLZipCodeField().clean(tekst))
    except ValidationError as fout:
        raise ValidationError(POSTCODE_KLOPT_NIET) from fout


def lees_plaats(tekst: str) -> tuple[int | None, str]:
    """Return the key of the gemeente that ``tekst`` names, and the village or district in it; each may be unknown.

    "Tilburg" and "gemeente tilburg" name a gemeente; "Roden, Noordenveld" a village in one.
    """
    delen = [deel.strip() for deel in GRENS.split(tekst) if deel.strip()]
    gemeente, rest = None, []
    for deel in delen:
        gevonden = _namen().get(vouw(deel).removeprefix("gemeente ").strip())
        if gevonden is not None and gemeente is None:
            gemeente = gevonden
        else:
            rest.append(deel)
    return gemeente, ", ".join(rest)[:80]


def _namen() -> dict[str, int]:
    def maak() -> dict[str, int]:
        namen: dict[str, int] = {}
        for pk, naam, ook in Gemeente.objects.huidig().values_list("pk", "naam", "ook_bekend_als"):
            for een in [naam, *ook.split(",")]:
                if een.strip():
                    namen.setdefault(vouw(een.strip()), pk)
        return namen

    return per_versie("gemeentenamen", maak)
