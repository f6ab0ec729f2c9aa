"""The meetings as one visitor asked for them: what is found, what can be chosen, and the addresses of each choice."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from bijeenkomsten import maanden
from bijeenkomsten.filters import BijeenkomstFilter, keuzes
from bijeenkomsten.maanden import Maand
from bijeenkomsten.models import Bijeenkomst

PER_PAGINA = 20


@dataclass(frozen=True)
class Waarde:
    waarde: str
    label: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True)
class Facet:
    """One thing to choose by; ``enkel``: one value at most."""

    naam: str
    label: str
    waarden: list[Waarde]
    enkel: bool

    @property
    def aantal_gekozen(self) -> int:
        return sum(waarde.gekozen for waarde in self.waarden)


class Weg(NamedTuple):
    """A way on: what to take away, where that goes, and how many meetings are there."""

    label: str
    url: str
    aantal: int


class Bijeenkomstenlijst:
    """The meetings of ``rijen`` under the filters of an address.

    Args:
        parameters: the query of the address; unknown names and values are skipped.
        pad: address of the page that the links lead to.
        rijen: all that could be shown, in order.
        zonder: facets that this page does not have.
    """

    def __init__(self, parameters: QueryDict, pad: str, rijen: Any, *, zonder: tuple[str, ...] = ()) -> None:
        self.pad = pad
        self.filterset = BijeenkomstFilter(parameters, queryset=rijen)
        for facet in zonder:
            del self.filterset.filters[facet]
        self.gekozen_waarden = {
            facet: waarden for facet, waarden in self.filterset.gekozen.items() if waarden
        }
        for facet, waarden in self.gekozen_waarden.items():
            if self.filterset.filters[facet].enkel:
                self.gekozen_waarden[facet] = waarden[-1:]
        self.paginanummer = parameters.get("pagina", "1")
        self.extra = {naam: parameters[naam] for naam in ("geweest",) if parameters.get(naam) == "1"}

    @cached_property
    def rijen(self) -> Any:
        return self.filterset.qs

    @cached_property
    def aantal(self) -> int:
        return self.rijen.order_by().count()

    @cached_property
    def pagina(self) -> Page:
        paginator = Paginator(self.rijen.voor_kaartjes().met_aantallen(), PER_PAGINA)
        paginator.count = self.aantal
        return paginator.get_page(self.paginanummer)

    @cached_property
    def facetten(self) -> list[Facet]:
        """What can be chosen here; a facet without any value is left out."""
        alle = [self._facet(naam, filter_) for naam, filter_ in self.filterset.filters.items()]
        return [facet for facet in alle if facet.waarden]

    def _facet(self, naam: str, filter_: Any) -> Facet:
        gekozen = self.gekozen_waarden.get(naam, [])
        tellingen = filter_.tellingen(self.filterset.zonder(naam))
        waarden = [
            Waarde(keuze.waarde, keuze.label, tellingen.get(str(keuze.sleutel), 0), keuze.waarde in gekozen)
            for keuze in keuzes()[naam]
        ]
        return Facet(naam, filter_.label, [w for w in waarden if w.aantal or w.gekozen], enkel=filter_.enkel)

    # --- addresses ---------------------------------------------------------------------------------

    def adres(
        self, *, pad: str = "", zonder: tuple[str, str] | None = None, **anders: str | list[str] | None
    ) -> str:
        """Return the address of this list with something changed; page 1 unless ``pagina`` says otherwise.

        Args:
            pad: another page that takes the same filters.
            zonder: facet and value to leave out.
            anders: parameters to set; ``None`` or "" leaves one out.
        """
        parameters: dict[str, Any] = {**self.gekozen_waarden, **self.extra}
        if zonder:
            facet, waarde = zonder
            parameters[facet] = [ander for ander in parameters[facet] if ander != waarde]
        parameters |= anders
        staart = urlencode({naam: waarde for naam, waarde in parameters.items() if waarde}, doseq=True)
        return f"{pad or self.pad}?{staart}" if staart else pad or self.pad

    @property
    def gekozen(self) -> list[tuple[str, str]]:
        """The choices that were made, each with the address without it."""
        wegen = []
        for facet, waarden in self.gekozen_waarden.items():
            labels = {keuze.waarde: keuze.label for keuze in keuzes()[facet]}
            wegen += [(labels[waarde], self.adres(zonder=(facet, waarde))) for waarde in waarden]
        return wegen

    @property
    def feed_url(self) -> str:
        """The calendar to subscribe to, under the same choices. It goes on, so it knows no period."""
        return self.adres(pad=reverse("bijeenkomsten:agenda_feed"), periode=None, geweest=None)

    @property
    def paginering(self) -> list[tuple[int, str, bool] | None]:
        """Page numbers with address and "this one"; ``None`` where numbers are skipped."""
        paginator = self.pagina.paginator
        reeks = paginator.get_elided_page_range(self.pagina.number, on_each_side=1, on_ends=1)
        return [
            (nummer, self.adres_van_pagina(nummer), nummer == self.pagina.number)
            if isinstance(nummer, int)
            else None
            for nummer in reeks
        ]

    def adres_van_pagina(self, nummer: int) -> str:
        return self.adres(pagina=str(nummer) if nummer > 1 else None)

    @property
    def ruimere(self) -> list[Weg]:
        """What one choice less would give, most first."""
        wegen = []
        for facet, waarden in self.gekozen_waarden.items():
            if aantal := self.filterset.zonder(facet).order_by().count():
                labels = {keuze.waarde: keuze.label for keuze in keuzes()[facet]}
                woorden = ", ".join(labels[waarde] for waarde in waarden)
                wegen.append(Weg(woorden, self.adres(**{facet: None}), aantal))
        return sorted(wegen, key=lambda weg: -weg.aantal)


def per_maand(bijeenkomsten: Any) -> list[tuple[Maand, list[Bijeenkomst]]]:
    """Return the meetings under the month in which they begin; they are in order already."""
    return [
        (maand, list(rijen))
        for maand, rijen in groupby(
            bijeenkomsten, key=lambda rij: maanden.van(timezone.localtime(rij.begin).date())
        )
    ]


# --- one month -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dag:
    """One day on the page of a month. ``in_maand``: the grid shows some days of the months beside it, empty."""

    dag: date
    in_maand: bool
    bijeenkomsten: list[Bijeenkomst]

    @property
    def is_vandaag(self) -> bool:
        return self.dag == timezone.localdate()

    @property
    def in_woorden(self) -> str:
        return date_format(self.dag, "l j F")


def dagen_van(maand: Maand, bijeenkomsten: list[Bijeenkomst]) -> list[list[Dag]]:
    """Return the weeks of the month with, on each day, what goes on then; of several days, on each of them."""
    return [[_dag(dag, maand, bijeenkomsten) for dag in week] for week in maand.weken]


def _dag(dag: date, maand: Maand, bijeenkomsten: list[Bijeenkomst]) -> Dag:
    in_maand = maanden.van(dag) == maand
    begin, einde = maanden.middernacht(dag), maanden.middernacht(date.fromordinal(dag.toordinal() + 1))
    op_die_dag = [rij for rij in bijeenkomsten if rij.begin < einde and rij.einde > begin] if in_maand else []
    return Dag(dag, in_maand, op_die_dag)
