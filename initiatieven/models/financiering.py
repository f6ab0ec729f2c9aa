from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from initiatieven.keuzes import Geldbron, Geldvorm
from initiatieven.models.vermelding import Vermelding


class Financiering(models.Model):
    """One part of how it is paid for: from whom, what, how much."""

    vermelding = models.ForeignKey(Vermelding, on_delete=models.CASCADE, related_name="financiering")
    bron = models.CharField("van wie", max_length=20, choices=Geldbron)
    vorm = models.CharField("wat", max_length=10, choices=Geldvorm, default=Geldvorm.GELD)
    bedrag_van = models.PositiveIntegerField("bedrag vanaf (euro)", null=True, blank=True)
    bedrag_tot = models.PositiveIntegerField("bedrag tot (euro)", null=True, blank=True)
    structureel = models.BooleanField(
        "elk jaar",
        null=True,
        blank=True,
        choices=[(None, "Weten wij niet"), (True, "Elk jaar"), (False, "Eén keer")],
    )
    jaar = models.PositiveSmallIntegerField(
        "jaar", null=True, blank=True, validators=[MinValueValidator(1950), MaxValueValidator(2100)]
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "deel van het geld"
        verbose_name_plural = "geld: wie betaalt"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bedrag_van__isnull=True)
                | Q(bedrag_tot__isnull=True)
                | Q(bedrag_tot__gte=F("bedrag_van")),
                name="initiatieven_financiering_bedrag",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_bron_display()} ({self.get_vorm_display().lower()})"

    def clean(self) -> None:
        if self.bedrag_van is not None and self.bedrag_tot is not None and self.bedrag_tot < self.bedrag_van:
            raise ValidationError(
                {"bedrag_tot": "Het hoogste bedrag is lager dan het laagste. Kijk beide na."}
            )
