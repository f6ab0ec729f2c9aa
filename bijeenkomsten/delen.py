"""Meetings on the pages of the catalogue: what is coming there, and what was."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from bijeenkomsten import maanden
from bijeenkomsten.models import Bijeenkomst
from initiatieven.delen import Deel, extra_delen
from initiatieven.models import Vermelding

MEESTE = 24


@dataclass(frozen=True)
class Bijeenkomstendeel:
    """What is to come, first one first, and what was, newest first."""

    komend: list[Bijeenkomst]
    geweest: list[Bijeenkomst]


def bijeenkomsten_van(rijen: Any) -> Bijeenkomstendeel | None:
    """Return the public meetings among ``rijen`` for a section of a page, in one query; ``None`` without any."""
    alle = list(rijen.openbaar().voor_kaartjes().order_by("-begin", "-pk")[:MEESTE])
    vandaag = maanden.middernacht(timezone.localdate())
    komend = [rij for rij in reversed(alle) if rij.einde >= vandaag]
    geweest = [rij for rij in alle if rij.einde < vandaag and not rij.is_afgelast]
    return Bijeenkomstendeel(komend, geweest) if komend or geweest else None


def _bij_vermelding(vermelding: Vermelding) -> Deel | None:
    inhoud = bijeenkomsten_van(Bijeenkomst.objects.over(vermelding))
    return Deel("bijeenkomsten/deel/bij.html", inhoud) if inhoud else None


extra_delen.append(_bij_vermelding)
