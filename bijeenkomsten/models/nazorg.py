"""What stays of a meeting: photos, material, and lessons."""

from pathlib import PurePath

from django.db import models
from django.urls import reverse
from django.utils.text import slugify

from alliantie.kern.beeld import FotoVeld, MetUitvoeringen
from alliantie.kern.bestanden import DocumentFormField
from alliantie.kern.keuzes import Toestemming
from bijeenkomsten.models.bijeenkomst import Bijeenkomst


class Bijeenkomstfoto(MetUitvoeringen, models.Model):
    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="fotos")
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
    alt = models.CharField("wat is er op de foto te zien", max_length=200)
    toestemming = models.CharField("zijn er mensen te herkennen", max_length=12, choices=Toestemming)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto's"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.alt or "foto zonder beschrijving"

    @property
    def is_openbaar(self) -> bool:
        return self.mag_gezien and self.bijeenkomst.is_openbaar


class MateriaalVeld(models.FileField):
    def formfield(self, **kwargs):  # type: ignore[no-untyped-def]
        return super().formfield(**{"form_class": DocumentFormField} | kwargs)


class Materiaal(models.Model):
    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="materiaal")
    bestand = MateriaalVeld("bestand", upload_to="documenten/", max_length=120)
    titel = models.CharField("titel", max_length=120)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "materiaal"
        verbose_name_plural = "materiaal"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("bijeenkomsten:materiaal", args=[self.pk, self.bestandsnaam])

    @property
    def soort(self) -> str:
        """ "pdf", "odt" or "docx"."""
        return PurePath(self.bestand.name or "").suffix.lstrip(".")

    @property
    def bestandsnaam(self) -> str:
        """The name under which a visitor downloads it: from our title, never the sender's."""
        return f"{slugify(self.titel) or 'materiaal'}.{self.soort}"


class Bijeenkomstles(models.Model):
    """Something learned at a meeting; it becomes a ``Les`` of the item it is about."""

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="lessen")
    vermelding = models.ForeignKey(
        "initiatieven.Vermelding",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bij welke methodiek of welk initiatief",
        help_text="De les staat dan ook op die pagina.",
    )
    titel = models.CharField("les", max_length=160)
    tekst = models.TextField("uitleg", blank=True)
    les = models.OneToOneField(
        "initiatieven.Les",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="van_bijeenkomst",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "les"
        verbose_name_plural = "lessen"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.titel
