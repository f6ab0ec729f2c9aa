"""The facets beside the list: every value with how many items it would give under the other choices."""

from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from alliantie.kern.paginacache import per_versie
from initiatieven.filters import CatalogusFilter, Keuze, keuzes

KOLOM = {
    "soort": "soort",
    "thema": "themas",
    "doelgroep": "doelgroepen",
    "provincie": "provincie_id",
    "gemeente": "gemeente_id",
    "fase": "fase",
    "heeft": "heeft",
}
LIJSTEN = {"thema", "doelgroep", "heeft"}


@dataclass(frozen=True)
class Waarde:
    waarde: str
    label: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True)
class Facet:
    naam: str
    label: str
    waarden: list[Waarde]

    @property
    def aantal_gekozen(self) -> int:
        return sum(waarde.gekozen for waarde in self.waarden)


def facetten(filterset: CatalogusFilter, vraag: str) -> list[Facet]:
    """Return the facets for this search; ``vraag`` (the words) is part of the name under which counts are kept."""
    gekozen = filterset.gekozen
    naam = repr(
        ("facetten", vraag, sorted((facet, sorted(waarden)) for facet, waarden in gekozen.items() if waarden))
    )
    tellingen = per_versie(naam, lambda: _tel_alle(filterset, gekozen))
    return [_facet(filterset, facet, tellingen[facet], gekozen[facet]) for facet in KOLOM]


def _tel_alle(filterset: CatalogusFilter, gekozen: dict[str, list[str]]) -> dict[str, Counter]:
    """Count every facet under the other choices.

    Facets without a choice of their own look at the same rows; those are found once and counted in one go.
    """
    eigen_rijen = [
        facet for facet, waarden in gekozen.items() if waarden and not filterset.filters[facet].moet_alles
    ]
    tellingen = _tel(filterset.qs, [facet for facet in KOLOM if facet not in eigen_rijen])
    for facet in eigen_rijen:
        tellingen |= _tel(filterset.zonder(facet), [facet])
    return tellingen


def _tel(rijen: QuerySet, facetten: list[str]) -> dict[str, Counter]:
    """Return per facet how many of ``rijen`` there are with each value."""
    tellingen: dict[str, Counter] = {facet: Counter() for facet in facetten}
    kolommen = [KOLOM[facet] for facet in facetten]
    try:
        bron, parameters = rijen.order_by().values(*kolommen).query.sql_with_params()
    except EmptyResultSet:  # nothing can fit, as when somebody searches for a mark or an emoji
        return tellingen
    # The names are constants of KOLOM; every value that a visitor chose is a parameter.
    delen = " UNION ALL ".join(
        f"SELECT '{facet}', {_waarde(facet)}::text AS waarde, count(*) FROM gevonden GROUP BY waarde"
        for facet in facetten
    )
    with connection.cursor() as cursor:
        cursor.execute(f"WITH gevonden AS MATERIALIZED ({bron}) {delen}", parameters)
        for facet, waarde, aantal in cursor.fetchall():
            tellingen[facet][waarde] = aantal
    return tellingen


def _waarde(facet: str) -> str:
    return f"unnest({KOLOM[facet]})" if facet in LIJSTEN else KOLOM[facet]


def _facet(filterset: CatalogusFilter, facet: str, telling: Counter, gekozen: list[str]) -> Facet:
    def toon(keuze: Keuze) -> Waarde:
        return Waarde(keuze.waarde, keuze.label, telling[str(keuze.sleutel)], keuze.waarde in gekozen)

    waarden = [toon(keuze) for keuze in keuzes()[facet]]
    return Facet(facet, filterset.filters[facet].label, [w for w in waarden if w.aantal or w.gekozen])
