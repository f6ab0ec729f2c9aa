"""Meetings and sign-ups, made with the real acties: a meeting is on the site unless ``wens`` says otherwise."""

import uuid
from datetime import datetime, time, timedelta
from typing import Any

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from alliantie.kern.keuzes import Toestemming
from bijeenkomsten.acties import aanmelden, beheer
from bijeenkomsten.keuzes import Soort
from bijeenkomsten.models import Aanmelding, Bijeenkomst, Bijeenkomstfoto, Materiaal
from tests.factories.bestanden import document_inhoud, foto_inhoud
from tests.factories.lijsten import gemeente


def over(dagen: int, uur: int = 10, minuut: int = 0) -> datetime:
    """Return a moment so many days from today, at this hour here."""
    dag = timezone.localdate() + timedelta(days=dagen)
    return timezone.make_aware(datetime.combine(dag, time(uur, minuut)))


class BijeenkomstFactory(factory.django.DjangoModelFactory):
    """A meeting in Tilburg in a month, from 10 to 12.

    Traits: ``concept`` and ``afgelast`` leave it there; ``voorbij`` had it ten days ago. ``themas``,
    ``vermeldingen`` and ``organisatoren`` take lists.
    """

    class Meta:
        model = Bijeenkomst
        skip_postgeneration_save = True

    class Params:
        concept = factory.Trait(wens="concept")
        afgelast = factory.Trait(wens="afgelast")
        voorbij = factory.Trait(begin=factory.LazyFunction(lambda: over(-10)))

    wens = "gepubliceerd"
    titel = factory.Sequence(lambda n: f"Bijeenkomst {n}")
    slug = factory.Sequence(lambda n: f"bijeenkomst-{n}")
    soort = Soort.REGIONAAL
    samenvatting = "Groepen uit de streek leren van elkaar."
    begin = factory.LazyFunction(lambda: over(31))
    einde = factory.LazyAttribute(lambda zelf: zelf.begin + timedelta(hours=2))
    gemeente = factory.LazyFunction(gemeente)

    @factory.post_generation
    def themas(self: Any, create: bool, rijen: Any, **_: Any) -> None:
        if create and rijen:
            self.themas.set(rijen)

    @factory.post_generation
    def vermeldingen(self: Any, create: bool, rijen: Any, **_: Any) -> None:
        if create and rijen:
            self.vermeldingen.set(rijen)

    @factory.post_generation
    def organisatoren(self: Any, create: bool, rijen: Any, **_: Any) -> None:
        if create and rijen:
            self.organisatoren.set(rijen)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, wens: str, **velden: Any) -> Any:
        instance = super()._create(model_class, *args, **velden)
        instance._wens = wens
        return instance

    @classmethod
    def _build(cls, model_class: Any, *args: Any, wens: str, **velden: Any) -> Any:
        return super()._build(model_class, *args, **velden)

    @classmethod
    def _after_postgeneration(cls, instance: Any, create: bool, results: Any = None) -> None:
        if not create:
            return
        wens = instance.__dict__.pop("_wens")
        if wens != "concept":
            beheer.publiceer(bijeenkomst=instance, door=None)
        if wens == "afgelast":
            beheer.gelast_af(bijeenkomst=instance, door=None, reden="voor een test", mail=None)
        instance.refresh_from_db()


class AanmeldingFactory(factory.Factory):
    """Somebody who signed up as a visitor does: with a place, or waiting, as the meeting has it."""

    class Meta:
        model = Aanmelding

    bijeenkomst = factory.SubFactory(BijeenkomstFactory)
    naam = factory.Sequence(lambda n: f"Bezoeker {n}")
    email = factory.Sequence(lambda n: f"bezoeker-{n}@voorbeeld.example")
    telefoon = ""
    aantal = 1

    @classmethod
    def _create(cls, model_class: Any, *args: Any, bijeenkomst: Bijeenkomst, **gegevens: Any) -> Any:
        return aanmelden.meld_aan(
            bijeenkomst=bijeenkomst, gegevens=gegevens, sleutel=uuid.uuid4().hex, netwerk=uuid.uuid4().hex
        )


class BijeenkomstfotoFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Bijeenkomstfoto

    class Params:
        inhoud = factory.LazyFunction(foto_inhoud)

    beeld = factory.LazyAttribute(lambda zelf: ContentFile(zelf.inhoud, f"{uuid.uuid4().hex}.jpg"))
    alt = "Mensen aan een lange tafel"
    toestemming = Toestemming.GEEN_MENSEN


class MateriaalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Materiaal

    bestand = factory.LazyFunction(lambda: ContentFile(document_inhoud("pdf"), f"{uuid.uuid4().hex}.pdf"))
    titel = "Het programma op papier"
