"""One look at the catalogue: what was asked, what is found, and the addresses of one choice more or less."""

from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from alliantie.kern.paginacache import per_versie
from initiatieven import zoeken
from initiatieven.facetten import Facet, facetten
from initiatieven.filters import CatalogusFilter, keuzes
from initiatieven.models import Gemeente, Vermelding, Zoekdocument

PER_PAGINA = 12
SORTERINGEN = {"nieuw": "Nieuwste eerst", "naam": "Op naam", "passend": "Beste eerst"}
MEESTE_TIPS = 5


class Weg(NamedTuple):
    """A way on: what it says, where it goes, and how many items are there."""

    label: str
    url: str
    aantal: int


class Cataloguslijst:
    """The catalogue as one visitor asked for it.

    Args:
        parameters: the query of the address; unknown names and values are skipped.
        pad: address of the page that the links lead to.
        alleen_met_plaats: leave out what lies in no gemeente, as on the map.
    """

    def __init__(self, parameters: QueryDict, pad: str, *, alleen_met_plaats: bool = False) -> None:
        self.pad = pad
        self.alleen_met_plaats = alleen_met_plaats
        self.opdracht = zoeken.lees(parameters.get("q", ""))
        documenten = Zoekdocument.objects.openbaar()
        if alleen_met_plaats:
            documenten = documenten.filter(gemeente_id__isnull=False)
        if self.opdracht:
            documenten = zoeken.zoek(documenten, self.opdracht)
        self.filterset = CatalogusFilter(parameters, queryset=documenten)
        self.gekozen_waarden = {
            facet: waarden for facet, waarden in self.filterset.gekozen.items() if waarden
        }
        gevraagd = parameters.get("sorteer", "")
        self.sorteer = gevraagd if gevraagd in self._mogelijke_sorteringen else self._mogelijke_sorteringen[0]
        self.paginanummer = parameters.get("pagina", "1")

    @property
    def _mogelijke_sorteringen(self) -> list[str]:
        return ["passend", "nieuw", "naam"] if self.opdracht else ["nieuw", "naam"]

    # --- what is found ---------------------------------------------------------------------------

    @cached_property
    def documenten(self) -> Any:
        qs = self.filterset.qs
        match self.sorteer:
            case "nieuw":
                return qs.order_by("-gepubliceerd_op", "-vermelding_id")
            case "naam":
                return qs.order_by("sorteernaam", "vermelding_id")
        return qs

    @cached_property
    def aantal(self) -> int:
        naam = repr(
            ("aantal", self.alleen_met_plaats, self.opdracht.tekst, sorted(self.gekozen_waarden.items()))
        )
        return per_versie(naam, lambda: self.documenten.order_by().count())

    @cached_property
    def facetten(self) -> list[Facet]:
        return facetten(self.filterset, f"{self.alleen_met_plaats} {self.opdracht.tekst}")

    @cached_property
    def pagina(self) -> Page:
        """The page of cards that was asked for; with ``titel_html`` and ``samenvatting_html`` after a search."""
        paginator = Paginator(self.documenten, PER_PAGINA)
        paginator.count = self.aantal
        pagina = paginator.get_page(self.paginanummer)
        documenten = list(pagina.object_list.only("pk"))
        kaartjes = (
            Vermelding.objects.openbaar().voor_kaartjes().in_bulk([document.pk for document in documenten])
        )
        pagina.object_list = [kaartjes[document.pk] for document in documenten if document.pk in kaartjes]
        if self.opdracht and pagina.object_list:
            self._markeer(pagina.object_list, {document.pk: document.los for document in documenten})
        return pagina

    def _markeer(self, kaartjes: list[Vermelding], los: dict[int, int]) -> None:
        teksten = [tekst for kaartje in kaartjes for tekst in (kaartje.titel, kaartje.samenvatting)]
        gemarkeerd = iter(zoeken.markeer(teksten, self.opdracht))
        for kaartje in kaartjes:
            kaartje.titel_html, kaartje.samenvatting_html = next(gemarkeerd), next(gemarkeerd)
            kaartje.los = los[kaartje.pk] if self.sorteer == "passend" else 0

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
        parameters: dict[str, Any] = {"q": self.opdracht.tekst, **self.gekozen_waarden}
        if self.sorteer != self._mogelijke_sorteringen[0]:
            parameters["sorteer"] = self.sorteer
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
    def sorteringen(self) -> list[tuple[str, str, bool]]:
        return [
            (waarde, SORTERINGEN[waarde], waarde == self.sorteer) for waarde in self._mogelijke_sorteringen
        ]

    @property
    def paginering(self) -> list[tuple[int, str, bool] | None]:
        """Page numbers with address and "this one"; ``None`` where numbers are skipped."""
        paginator = self.pagina.paginator
        reeks = paginator.get_elided_page_range(self.pagina.number, on_each_side=1, on_ends=1)
        return [
            (nummer, self.adres(pagina=str(nummer) if nummer > 1 else None), nummer == self.pagina.number)
            if isinstance(nummer, int)
            else None
            for nummer in reeks
        ]

    def adres_van_pagina(self, nummer: int) -> str:
        return self.adres(pagina=str(nummer) if nummer > 1 else None)

    # --- when nothing is found -----------------------------------------------------------------------

    @cached_property
    def bedoelde_u(self) -> list[tuple[str, str]]:
        """Words that look like what was typed and do find something, with the address that searches them."""
        beter = zoeken.bedoelde_u(self.opdracht) if self.opdracht else ""
        if not beter or not zoeken.zoek(Zoekdocument.objects.openbaar(), zoeken.lees(beter)).exists():
            return []
        gemeente = _gemeente_die_heet(beter)
        return [(gemeente.naam if gemeente else beter, self.adres(q=beter))]

    @cached_property
    def gemeente(self) -> Gemeente | None:
        """The gemeente that was searched by name, alone or among other words."""
        woorden = self.opdracht.woorden
        return _gemeente_die_heet(" ".join(woorden)) or next(
            filter(None, map(_gemeente_die_heet, woorden)), None
        )

    @cached_property
    def alleen_los(self) -> bool:
        """Whether nothing holds what was searched, and all that is shown only looks a little like it."""
        return bool(self.opdracht and self.aantal) and not self.filterset.qs.filter(los__lt=2).exists()

    @property
    def ruimere(self) -> list[Weg]:
        """What one choice less would give, most first."""
        wegen = []
        for facet, waarden in self.gekozen_waarden.items():
            if aantal := self.filterset.zonder(facet).count():
                labels = {keuze.waarde: keuze.label for keuze in keuzes()[facet]}
                wegen.append(
                    Weg(", ".join(labels[waarde] for waarde in waarden), self.adres(**{facet: None}), aantal)
                )
        if self.opdracht and self.gekozen_waarden:
            alles = CatalogusFilter(
                {}, queryset=zoeken.zoek(Zoekdocument.objects.openbaar(), self.opdracht)
            ).qs.count()
            if alles and len(self.gekozen_waarden) > 1:
                wegen.append(Weg("alle keuzes", self.adres(**dict.fromkeys(self.gekozen_waarden)), alles))
        return sorted(wegen, key=lambda weg: -weg.aantal)[:MEESTE_TIPS]

    @property
    def dichtbij(self) -> list[Weg]:
        """The nearest gemeenten that do have something under the other choices."""
        gekozen = self.gekozen_waarden.get("gemeente")
        if not gekozen:
            return []
        aantallen = self.filterset.zonder("gemeente").per_gemeente()
        midden = Gemeente.objects.get(slug=gekozen[0])
        andere = sorted(Gemeente.objects.filter(pk__in=aantallen), key=midden.afstand_tot)[:MEESTE_TIPS]
        return [
            Weg(gemeente.naam, self.adres(gemeente=[gemeente.slug]), aantallen[gemeente.pk])
            for gemeente in andere
        ]


def _gemeente_die_heet(naam: str) -> Gemeente | None:
    """Return the gemeente with this (folded) name, official or not."""

    def lees() -> dict[str, Gemeente]:
        namen = {}
        for gemeente in Gemeente.objects.huidig():
            for ook in (gemeente.naam, *gemeente.ook_bekend_als.split(",")):
                namen[" ".join(zoeken.WOORD.findall(zoeken.vouw(ook)))] = gemeente
        namen.pop("", None)
        return namen

    return per_versie("gemeenten op naam", lees).get(naam)
