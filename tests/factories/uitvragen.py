"""Uitvragen, and who is asked in them."""

import factory

from initiatieven.models import Uitvraag, Uitvraagontvanger


class UitvraagFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Uitvraag

    titel = factory.Sequence(lambda n: f"Uitvraag {n}")
    bericht = "Kent u een groep die zelf iets doet tegen armoede?"


class OntvangerFactory(factory.django.DjangoModelFactory):
    """Somebody who is not asked yet; of nobody we know, unless the test says so."""

    class Meta:
        model = Uitvraagontvanger

    uitvraag = factory.SubFactory(UitvraagFactory)
    email = factory.Sequence(lambda n: f"netwerk{n}@voorbeeld.example")
