"""Photos and documents with a vermelding."""

from fractions import Fraction
from pathlib import PurePath

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from alliantie.kern.beeld import FotoVeld
from alliantie.kern.bestanden import DocumentFormField
from initiatieven.keuzes import Toestemming
from initiatieven.models.vermelding import Vermelding
from initiatieven.querysets import FotoQuerySet

KAARTVORM = Fraction(3, 2)


class Foto(models.Model):
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
    def mag_gezien(self) -> bool:
        """Described for who cannot see it, and nobody on it who was not asked."""
        return bool(self.alt) and self.toestemming != Toestemming.NOG_VRAGEN

    @property
    def is_openbaar(self) -> bool:
        return self.mag_gezien and self.vermelding.is_openbaar

    def _bronnen(self, verhouding: Fraction | None) -> list[tuple[str, str]]:
        """Return mime type and ``srcset`` of each kind of rendition; none while they are still being made."""
        if not self.beeld_klaar:
            return []
        uitvoeringen = next(
            per_soort
            for sleutel, per_soort in self.beeld.aspect_ratios.items()
            if (sleutel and Fraction(sleutel)) == verhouding
        )
        return [
            (
                f"image/{soort.lower()}",
                ", ".join(f"{beeld.url} {breedte}w" for breedte, beeld in sorted(per_breedte.items())),
            )
            for soort, per_breedte in uitvoeringen.items()
            if per_breedte
        ]

    @property
    def bronnen_heel(self) -> list[tuple[str, str]]:
        return self._bronnen(None)

    @property
    def bronnen_uitsnede(self) -> list[tuple[str, str]]:
        """The photo cut to the shape of a card (3 by 2)."""
        return self._bronnen(KAARTVORM)


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
