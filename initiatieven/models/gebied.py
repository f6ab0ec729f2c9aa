"""Where: provinces and gemeenten, by their CBS codes.

They are ordered by slug, which has no accents or apostrophes and so sorts as people expect.
"""

import math

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from initiatieven.querysets import GemeenteQuerySet

AARDSTRAAL_KM = 6371.0


class Provincie(models.Model):
    code = models.CharField("CBS-code", max_length=4, unique=True)
    naam = models.CharField("naam", max_length=40, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    pad = models.TextField("omtrek", help_text="SVG-pad in het vlak van de kaart.")
    label_x = models.PositiveSmallIntegerField()
    label_y = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "provincie"
        verbose_name_plural = "provincies"
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.naam


class Gemeente(models.Model):
    code = models.CharField("CBS-code", max_length=6, unique=True)
    naam = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField(max_length=70, unique=True)
    ook_bekend_als = models.CharField(
        "ook bekend als",
        max_length=120,
        blank=True,
        help_text="Andere namen die mensen gebruiken, met een komma ertussen.",
    )
    provincie = models.ForeignKey(
        Provincie, on_delete=models.PROTECT, related_name="gemeenten", verbose_name="provincie"
    )
    breedtegraad = models.DecimalField("breedtegraad", max_digits=6, decimal_places=3)
    lengtegraad = models.DecimalField("lengtegraad", max_digits=6, decimal_places=3)
    inwoners = models.PositiveIntegerField("aantal inwoners", null=True, blank=True)
    opgegaan_in = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="opgegaan in"
    )

    objects = GemeenteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opgegaan_in__isnull=True) | ~Q(opgegaan_in=F("id")),
                name="initiatieven_gemeente_niet_in_zichzelf",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        doel = self.opgegaan_in
        if doel is not None and (doel.pk == self.pk or doel.opgegaan_in_id is not None):
            raise ValidationError({"opgegaan_in": "Kies een gemeente die nu bestaat, en niet deze zelf."})

    def get_absolute_url(self) -> str:
        return reverse("portaal:gemeente", args=[self.slug])

    def afstand_tot(self, ander: "Gemeente") -> float:
        """Return the distance between the two main places in km, as the crow flies (haversine)."""
        b1, l1, b2, l2 = (
            math.radians(g)
            for g in (self.breedtegraad, self.lengtegraad, ander.breedtegraad, ander.lengtegraad)
        )
        h = math.sin((b2 - b1) / 2) ** 2 + math.cos(b1) * math.cos(b2) * math.sin((l2 - l1) / 2) ** 2
        return 2 * AARDSTRAAL_KM * math.asin(math.sqrt(h))
