"""Photos and documents with a vermelding."""

from pathlib import PurePath

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from alliantie.kern.beeld import FotoVeld, MetUitvoeringen
from alliantie.kern.bestanden import DocumentFormField
from alliantie.kern.keuzes import Toestemming
from initiatieven.models.vermelding import Vermelding
from initiatieven.querysets import FotoQuerySet


class Foto(MetUitvoeringen, models.Model):
    vermelding = models.ForeignKey(Vermelding, on_delete=models.CASCADE, related_name="fotos")
    beeld = FotoVeld(
        "foto",
        upload_to="fotos/",
        width_field="breedte",
        height_field="hoogte",
        aspect_ratios=[None, "3/2"],
        max_length=120,
    )
    beeld_klaar = models.BooleanField(default=False, editable=False)
    breedte = models.PositiveIntegerField(editable=False, null=True)
    hoogte = models.PositiveIntegerField(editable=False, null=True)
    alt = models.CharField(
        "wat is er op de foto te zien",
        max_length=200,
        help_text="Voor mensen die de foto niet kunnen zien. Eén zin.",
    )
    maker = models.CharField("wie maakte de foto", max_length=120, blank=True)
    toestemming = models.CharField(
        "zijn er mensen te herkennen",
        max_length=12,
        choices=Toestemming,
        help_text="Bij ‘nog niet gevraagd’ blijft de foto verborgen.",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = FotoQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["beeld_klaar"])

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto's"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.alt or "foto zonder beschrijving"

    @property
    def is_openbaar(self) -> bool:
        return self.mag_gezien and self.vermelding.is_openbaar


class DocumentVeld(models.FileField):
    def formfield(self, **kwargs):  # type: ignore[no-untyped-def]
        return super().formfield(**{"form_class": DocumentFormField} | kwargs)


class Document(models.Model):
    vermelding = models.ForeignKey(Vermelding, on_delete=models.CASCADE, related_name="documenten")
    bestand = DocumentVeld("bestand", upload_to="documenten/", max_length=120)
    titel = models.CharField("titel", max_length=120)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("initiatieven:document", args=[self.pk, self.bestandsnaam])

    @property
    def soort(self) -> str:
        """ "pdf", "odt" or "docx"."""
        return PurePath(self.bestand.name).suffix.lstrip(".")

    @property
    def bestandsnaam(self) -> str:
        """The name under which a visitor downloads it: from our title, never the sender's."""
        return f"{slugify(self.titel) or 'document'}.{self.soort}"
