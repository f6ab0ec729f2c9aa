"""The facets beside the list: every value with how many items it would give under the other choices."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, F, Func, QuerySet

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
    tellingen = per_versie(naam, lambda: {facet: _tel(filterset, facet) for facet in KOLOM})
    return [_facet(filterset, facet, tellingen[facet], gekozen[facet]) for facet in KOLOM]


def _tel(filterset: CatalogusFilter, facet: str) -> Counter:
    # Of a facet that asks for all values at once, a value counts together with what was chosen already.
    basis: QuerySet = filterset.qs if filterset.filters[facet].moet_alles else filterset.zonder(facet)
    kolom = Func(F(KOLOM[facet]), function="unnest") if facet in LIJSTEN else F(KOLOM[facet])
    rijen = basis.order_by().annotate(telwaarde=kolom).values_list("telwaarde").annotate(aantal=Count("*"))
    return Counter(dict(rijen))


def _facet(filterset: CatalogusFilter, facet: str, telling: Counter, gekozen: list[str]) -> Facet:
    def toon(keuze: Keuze) -> Waarde:
        return Waarde(keuze.waarde, keuze.label, telling[keuze.sleutel], keuze.waarde in gekozen)

    waarden = [toon(keuze) for keuze in keuzes()[facet]]
    return Facet(facet, filterset.filters[facet].label, [w for w in waarden if w.aantal or w.gekozen])
