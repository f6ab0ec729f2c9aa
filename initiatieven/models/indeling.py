"""How the catalogue is ordered: lists that staff keep themselves."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from initiatieven.keuzes import Tekening


class Thema(models.Model):
    naam = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    uitleg = models.TextField("uitleg", blank=True, help_text="Eén of twee korte zinnen.")
    icoon = models.CharField("tekening", max_length=12, choices=Tekening, default=Tekening.OVERIG)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["volgorde", "naam"]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("initiatieven:thema", args=[self.slug])


class Doelgroep(models.Model):
    naam = models.CharField("naam", max_length=80, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    uitleg = models.TextField("uitleg", blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "voor wie"
        verbose_name_plural = "voor wie"
        ordering = ["volgorde", "naam"]

    def __str__(self) -> str:
        return self.naam


class Synoniem(models.Model):
    """Words that mean the same to a visitor who searches."""

    woorden = ArrayField(
        models.CharField(max_length=40),
        verbose_name="woorden",
        help_text="Woorden die hetzelfde betekenen, met een komma ertussen. Wie fiets zoekt, vindt dan ook rijwiel.",
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = "synoniem"
        verbose_name_plural = "synoniemen"
        ordering = ["woorden"]
        constraints = [
            models.CheckConstraint(
                condition=Q(woorden__len__gte=2), name="initiatieven_synoniem_minstens_twee"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(self.woorden)

    def clean(self) -> None:
        self.woorden = [woord.strip().lower() for woord in self.woorden or [] if woord.strip()]
        if len(self.woorden) < 2:
            raise ValidationError({"woorden": "Vul twee of meer woorden in, met een komma ertussen."})
        if any(" " in woord for woord in self.woorden):
            raise ValidationError({"woorden": "Gebruik losse woorden, zonder spatie erin."})
