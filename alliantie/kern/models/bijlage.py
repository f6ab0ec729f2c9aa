"""A photo or document that came with an inzending; kept apart from what is public."""

from pathlib import PurePath

from django.db import models

from alliantie.kern.inzendingen.keuzes import Bijlagesoort
from alliantie.kern.keuzes import Toestemming
from alliantie.kern.models.inzending import Inzending


class BijlageQuerySet(models.QuerySet["Bijlage"]):
    def fotos(self) -> "BijlageQuerySet":
        return self.filter(soort=Bijlagesoort.FOTO)

    def documenten(self) -> "BijlageQuerySet":
        return self.filter(soort=Bijlagesoort.DOCUMENT)


class Bijlage(models.Model):
    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="bijlagen")
    soort = models.CharField(max_length=10, choices=Bijlagesoort, editable=False)
    bestand = models.FileField("bestand", upload_to="inzendingen/", max_length=120, editable=False)
    klein = models.FileField(
        "kleine foto", upload_to="inzendingen/", max_length=120, blank=True, editable=False
    )
    afdruk = models.CharField(
        max_length=64, editable=False, help_text="Van de inhoud: twee keer hetzelfde bestand is er één."
    )
    omschrijving = models.TextField(
        "wat is het", blank=True, help_text="Wat er op de foto te zien is, of wat voor papier dit is."
    )
    toestemming = models.CharField(
        "zijn er mensen te herkennen", max_length=12, choices=Toestemming, blank=True
    )
    # What the team makes of it; what the sender typed stays as it was.
    omschrijving_team = models.TextField("omschrijving door het team", blank=True)
    overnemen = models.BooleanField("overnemen", default=True)
    toegevoegd_op = models.DateTimeField(auto_now_add=True)

    objects = BijlageQuerySet.as_manager()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["inzending", "afdruk"], name="kern_bijlage_een_keer")]

    def __str__(self) -> str:
        return self.omschrijving or self.get_soort_display()

    @property
    def is_foto(self) -> bool:
        return self.soort == Bijlagesoort.FOTO

    @property
    def uitgang(self) -> str:
        """The extension after the content: "jpg", "png", "pdf", "odt" or "docx"."""
        return PurePath(self.bestand.name or "").suffix.lstrip(".")

    @property
    def definitieve_omschrijving(self) -> str:
        return (self.omschrijving_team or self.omschrijving).strip()
