"""What the search reads: derived from the catalogue by ``zoeken.indexeer``, and never edited."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from initiatieven.models.vermelding import Vermelding
from initiatieven.querysets import ZoekdocumentQuerySet


class Zoekdocument(models.Model):
    """One row per published vermelding: the words it is found by and the facets it is counted under."""

    vermelding = models.OneToOneField(
        Vermelding, on_delete=models.CASCADE, primary_key=True, related_name="zoekdocument"
    )
    soort = models.CharField(max_length=12)
    fase = models.CharField(max_length=10, blank=True)
    gemeente_id = models.BigIntegerField(null=True)
    provincie_id = models.BigIntegerField(null=True)
    themas = ArrayField(models.BigIntegerField())
    doelgroepen = ArrayField(models.BigIntegerField())
    heeft = ArrayField(models.CharField(max_length=20))
    sorteernaam = models.CharField(max_length=120)
    gepubliceerd_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    woorden = SearchVectorField()

    objects = ZoekdocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "zoekdocument"
        verbose_name_plural = "zoekdocumenten"
        indexes = [
            GinIndex(fields=["woorden"], name="initiatieven_zoek_woorden"),
            models.Index(fields=["-gepubliceerd_op", "-vermelding"], name="initiatieven_zoek_nieuw"),
            models.Index(fields=["sorteernaam", "vermelding"], name="initiatieven_zoek_naam"),
            models.Index(fields=["gemeente_id"], name="initiatieven_zoek_gemeente"),
        ]

    def __str__(self) -> str:
        return self.sorteernaam


class Zoekwoord(models.Model):
    """A word that occurs in the published catalogue; for compounds ("tuin" in "moestuin") and "bedoelde u"."""

    woord = models.CharField(max_length=60, primary_key=True)

    class Meta:
        verbose_name = "zoekwoord"
        verbose_name_plural = "zoekwoorden"

    def __str__(self) -> str:
        return self.woord


class Zoekvraag(models.Model):
    """A search that found nothing, so that staff see what people miss. The words and the day, no person."""

    vraag = models.CharField("gezocht naar", max_length=100)
    dag = models.DateField("dag")
    aantal = models.PositiveIntegerField("hoe vaak", default=1)

    class Meta:
        verbose_name = "zoekvraag zonder resultaat"
        verbose_name_plural = "zoekvragen zonder resultaat"
        ordering = ["-dag", "-aantal"]
        constraints = [models.UniqueConstraint(fields=["vraag", "dag"], name="initiatieven_zoekvraag_uniek")]

    def __str__(self) -> str:
        return self.vraag
