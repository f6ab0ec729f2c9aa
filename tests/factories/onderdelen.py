"""What hangs on an item. Each needs to be told on which one."""

import secrets

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from initiatieven.models import (
    Aandachtspunt,
    Betrokkene,
    Bron,
    Contactpersoon,
    Document,
    Financiering,
    Foto,
    Les,
    Oordeel,
    Stap,
)
from tests.factories.bestanden import document_inhoud, foto_inhoud
from tests.factories.lijsten import OrganisatieFactory


class AandachtspuntFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Aandachtspunt

    titel = factory.Sequence(lambda n: f"Let op {n}")
    tekst = "Vraag eerst **wie** er meedoet."
    volgorde = factory.Sequence(lambda n: n % 3000)


class StapFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Stap

    fase = "Voorbereiden"
    titel = factory.Sequence(lambda n: f"Stap {n}")
    tekst = "Zoek een ruimte."
    wie = "twee vrijwilligers"
    duur = "een week"
    kosten = "niets"
    nodig = "een sleutel"
    volgorde = factory.Sequence(lambda n: n % 3000)


class OordeelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Oordeel

    kenmerk = "regie"
    voldoet = "ja"
    toelichting = "De groep beslist zelf."


class FotoFactory(factory.django.DjangoModelFactory):
    """A photo with a real (small) file under a name of ours; its renditions are not made, only queued."""

    class Meta:
        model = Foto

    class Params:
        breed = 60
        hoog = 40

    alt = factory.Sequence(lambda n: f"Een lange tafel met {n} borden")
    toestemming = "geen_mensen"
    volgorde = factory.Sequence(lambda n: n % 3000)
    beeld = factory.LazyAttribute(
        lambda foto: ContentFile(foto_inhoud(foto.breed, foto.hoog), f"{secrets.token_hex(16)}.jpg")
    )


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Document

    titel = factory.Sequence(lambda n: f"Draaiboek {n}")
    bestand = factory.LazyAttribute(
        lambda document: ContentFile(document_inhoud("pdf"), f"{secrets.token_hex(16)}.pdf")
    )
    volgorde = factory.Sequence(lambda n: n % 3000)


class BronFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Bron

    titel = factory.Sequence(lambda n: f"Jaarverslag {n}")
    uitgever = "De buurt"
    url = "https://voorbeeld.example/verslag"
    volgorde = factory.Sequence(lambda n: n % 3000)


class FinancieringFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Financiering

    bron = "gemeente"
    vorm = "geld"
    bedrag_van = 1250


class LesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Les

    titel = factory.Sequence(lambda n: f"Les {n}")
    tekst = "Begin klein."
    volgorde = factory.Sequence(lambda n: n % 3000)


class BetrokkeneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Betrokkene

    organisatie = factory.SubFactory(OrganisatieFactory)
    rol = "geeft een zaal"


class ContactpersoonFactory(factory.django.DjangoModelFactory):
    """Somebody who agreed to get mail; ``akkoord_op=None`` is somebody who did not."""

    class Meta:
        model = Contactpersoon

    naam = "Ria de Buurvrouw"
    email = factory.Sequence(lambda n: f"ria{n}@prive.example")
    akkoord_op = factory.LazyFunction(timezone.localdate)
