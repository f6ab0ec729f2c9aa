"""Filters of the meetings: what a visitor may choose, and what that leaves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import Count, QuerySet

from bijeenkomsten import maanden
from bijeenkomsten.keuzes import Soort, VoorWie
from bijeenkomsten.models import Bijeenkomst
from initiatieven.filters import BekendeKeuzes
from initiatieven.filters import keuzes as catalogus_keuzes

PERIODES = (("maand", "Deze maand"), ("3-maanden", "De komende 3 maanden"))
MAANDEN_VOORUIT = {"maand": 1, "3-maanden": 3}
VOOR_WIE = ((VoorWie.GROEPEN.value, "Voor groepen"), (VoorWie.GEMEENTEN.value, "Voor gemeenten"))


@dataclass(frozen=True)
class Keuze:
    """One value of a facet: as it stands in the address, in words, and as the database knows it."""

    waarde: str
    label: str
    sleutel: Any


def keuzes() -> dict[str, tuple[Keuze, ...]]:
    """Return per facet what can be chosen, in the order of the page."""
    catalogus = catalogus_keuzes()
    return {
        "soort": tuple(Keuze(soort.value, soort.label, soort.value) for soort in Soort),
        "voor": tuple(Keuze(waarde, label, waarde) for waarde, label in VOOR_WIE),
        "provincie": tuple(Keuze(k.waarde, k.label, k.sleutel) for k in catalogus["provincie"]),
        "thema": tuple(Keuze(k.waarde, k.label, k.sleutel) for k in catalogus["thema"]),
        "periode": tuple(Keuze(waarde, label, waarde) for waarde, label in PERIODES),
    }


class Facetfilter(django_filters.MultipleChoiceFilter):
    """A facet: one of the chosen values will do. What does not exist (any more) is dropped."""

    field_class = BekendeKeuzes
    enkel = False  # whether only one of the values can be chosen

    def __init__(self, facet: str, label: str, lookup: str = "") -> None:
        super().__init__(
            label=label, choices=lambda: [(keuze.waarde, keuze.label) for keuze in keuzes()[facet]]
        )
        self.facet, self.lookup = facet, lookup

    def filter(self, qs: QuerySet, value: list[str]) -> QuerySet:
        if not value:
            return qs
        sleutels = [keuze.sleutel for keuze in keuzes()[self.facet] if keuze.waarde in value]
        return self.kies(qs, sleutels)

    def kies(self, qs: QuerySet, sleutels: list[Any]) -> QuerySet:
        return qs.filter(**{f"{self.lookup}__in": sleutels})

    def tellingen(self, qs: QuerySet) -> dict[str, int]:
        """Return the key of each value, as text, with how many of ``qs`` have it."""
        rijen = qs.order_by().values_list(self.lookup).annotate(aantal=Count("pk", distinct=True))
        return {str(sleutel): aantal for sleutel, aantal in rijen}


class VoorWieFilter(Facetfilter):
    """For whom it is; what is for both counts for either."""

    def kies(self, qs: QuerySet, sleutels: list[Any]) -> QuerySet:
        return qs.filter(voor_wie__in=[*sleutels, VoorWie.BEIDE])

    def tellingen(self, qs: QuerySet) -> dict[str, int]:
        per_waarde = super().tellingen(qs)
        beide = per_waarde.get(VoorWie.BEIDE, 0)
        return {waarde: per_waarde.get(waarde, 0) + beide for waarde, _ in VOOR_WIE}


class ThemaFilter(Facetfilter):
    """What it is about. A meeting with two of the chosen themes is found once."""

    def kies(self, qs: QuerySet, sleutels: list[Any]) -> QuerySet:
        met = Bijeenkomst.themas.through.objects.filter(thema__in=sleutels)
        return qs.filter(pk__in=met.values("bijeenkomst"))


class PeriodeFilter(Facetfilter):
    """How far ahead one looks: the largest of what was chosen."""

    enkel = True

    def kies(self, qs: QuerySet, sleutels: list[Any]) -> QuerySet:
        return qs.filter(begin__lt=max(_einde_van(sleutel) for sleutel in sleutels))

    def tellingen(self, qs: QuerySet) -> dict[str, int]:
        begin = list(qs.order_by().values_list("begin", flat=True))
        return {waarde: sum(een < _einde_van(waarde) for een in begin) for waarde, _ in PERIODES}


def _einde_van(periode: str) -> datetime:
    return maanden.van_vandaag().verder(MAANDEN_VOORUIT[periode]).begin


class BijeenkomstFilter(django_filters.FilterSet):
    soort = Facetfilter("soort", "Soort", "soort")
    voor = VoorWieFilter("voor", "Voor wie", "voor_wie")
    provincie = Facetfilter("provincie", "Provincie", "gemeente__provincie")
    thema = ThemaFilter("thema", "Thema", "themas")
    periode = PeriodeFilter("periode", "Wanneer")

    class Meta:
        model = Bijeenkomst
        fields: list[str] = []
        form = forms.Form

    @property
    def gekozen(self) -> dict[str, list[str]]:
        """Per facet the values that were chosen."""
        self.form.is_valid()
        return {naam: self.form.cleaned_data.get(naam) or [] for naam in self.filters}

    def zonder(self, *facetten: str) -> QuerySet:
        """Return what all choices but those of ``facetten`` leave."""
        qs = self.queryset
        for naam, waarde in self.gekozen.items():
            if naam not in facetten:
                qs = self.filters[naam].filter(qs, waarde)
        return qs
