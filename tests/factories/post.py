"""Mails in the outbox."""

import factory

from alliantie.kern.models import Bericht


class BerichtFactory(factory.django.DjangoModelFactory):
    """A row without a job: nothing sends it unless the test does."""

    class Meta:
        model = Bericht

    sleutel = factory.Sequence(lambda n: f"test:{n}")
    soort = "vraag_aan_initiatief"
    aan = "ria@prive.example"
    onderwerp = "Iemand heeft een vraag"
    tekst = "Wanneer kan ik komen?\n"
