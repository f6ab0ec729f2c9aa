"""Lists that items stand under. Gemeenten and provincies come from the migration: take those."""

import factory

from initiatieven.models import Doelgroep, Gemeente, Organisatie, Synoniem, Thema


def gemeente(naam: str = "Tilburg") -> Gemeente:
    """Return one of the 342 gemeenten."""
    return Gemeente.objects.get(naam=naam)


class ThemaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Thema

    naam = factory.Sequence(lambda n: f"Thema {n}")
    slug = factory.Sequence(lambda n: f"thema-{n}")
    uitleg = "Waar het over gaat."
    volgorde = factory.Sequence(lambda n: n % 3000)


class DoelgroepFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Doelgroep

    naam = factory.Sequence(lambda n: f"Doelgroep {n}")
    slug = factory.Sequence(lambda n: f"doelgroep-{n}")
    uitleg = "Voor wie het is."
    volgorde = factory.Sequence(lambda n: n % 3000)


class SynoniemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Synoniem

    woorden = ["fiets", "rijwiel"]


class OrganisatieFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisatie

    naam = factory.Sequence(lambda n: f"Organisatie {n}")
    slug = factory.Sequence(lambda n: f"organisatie-{n}")
    soort = "lid"
    beschrijving = "Doet mee met een zaal."
