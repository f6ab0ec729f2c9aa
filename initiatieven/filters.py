"""Filters of the catalogue: what a visitor may choose, and what that leaves."""

from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from alliantie.kern.paginacache import per_versie
from initiatieven.keuzes import Fase, Soort
from initiatieven.models import Doelgroep, Gemeente, Provincie, Thema, Zoekdocument

HEEFT = (("handreiking", "Met tips"), ("plan-van-aanpak", "Met stappenplan"), ("fotos", "Met foto's"))


@dataclass(frozen=True)
class Keuze:
    """One value of a facet: as it stands in the address, in words, and as the index knows it."""

    waarde: str
    label: str
    sleutel: Any


def keuzes() -> dict[str, tuple[Keuze, ...]]:
    """Return per facet what can be chosen, in the order of the page."""

    def lees() -> dict[str, tuple[Keuze, ...]]:
        return {
            "soort": tuple(
                Keuze(w, label, w)
                for w, label in (
                    (Soort.INITIATIEF, "Initiatieven in een plaats"),
                    (Soort.METHODIEK, "Aanpakken"),
                )
            ),
            "thema": tuple(Keuze(t.slug, t.naam, t.pk) for t in Thema.objects.all()),
            "doelgroep": tuple(Keuze(d.slug, d.naam, d.pk) for d in Doelgroep.objects.all()),
            "provincie": tuple(Keuze(p.slug, p.naam, p.pk) for p in Provincie.objects.all()),
            "gemeente": tuple(Keuze(g.slug, g.naam, g.pk) for g in Gemeente.objects.huidig()),
            "fase": tuple(Keuze(f.value, f.label, f.value) for f in Fase),
            "heeft": tuple(Keuze(w, label, w) for w, label in HEEFT),
        }

    return per_versie("keuzes", lees)


class BekendeKeuzes(forms.MultipleChoiceField):
    """Drops values that do not exist (any more): an old link still gives a page."""

    def clean(self, value: Any) -> list[str]:
        bekend = {keuze for keuze, _ in self.choices}
        return list(dict.fromkeys(waarde for waarde in value or [] if waarde in bekend))


class FacetFilter(django_filters.MultipleChoiceFilter):
    """A facet: within it one of the values will do (``veld__overlap`` or ``veld__in``), or all (``veld__contains``)."""

    field_class = BekendeKeuzes

    def __init__(self, facet: str, label: str, lookup: str) -> None:
        super().__init__(
            label=label, choices=lambda: [(keuze.waarde, keuze.label) for keuze in keuzes()[facet]]
        )
        self.facet, self.lookup = facet, lookup

    @property
    def moet_alles(self) -> bool:
        return self.lookup.endswith("__contains")

    def filter(self, qs: QuerySet, value: list[str]) -> QuerySet:
        if not value:
            return qs
        return qs.filter(
            **{self.lookup: [keuze.sleutel for keuze in keuzes()[self.facet] if keuze.waarde in value]}
        )


class CatalogusFilter(django_filters.FilterSet):
    soort = FacetFilter("soort", "Initiatief of aanpak", "soort__in")
    thema = FacetFilter("thema", "Thema", "themas__overlap")
    doelgroep = FacetFilter("doelgroep", "Voor wie", "doelgroepen__overlap")
    provincie = FacetFilter("provincie", "Provincie", "provincie_id__in")
    gemeente = FacetFilter("gemeente", "Gemeente", "gemeente_id__in")
    fase = FacetFilter("fase", "Draait het nog?", "fase__in")
    heeft = FacetFilter("heeft", "Wat staat erbij", "heeft__contains")

    class Meta:
        model = Zoekdocument
        fields: list[str] = []

    @property
    def gekozen(self) -> dict[str, list[str]]:
        """Per facet the values that were chosen."""
        self.form.is_valid()
        return {naam: self.form.cleaned_data.get(naam) or [] for naam in self.filters}

    def zonder(self, facet: str) -> QuerySet:
        """Return what all choices but those of ``facet`` leave."""
        qs = self.queryset
        for naam, waarde in self.gekozen.items():
            if naam != facet:
                qs = self.filters[naam].filter(qs, waarde)
        return qs
