from django.db import models
from simple_history.models import HistoricalRecords

from initiatieven.models.vermelding import Vermelding


class Les(models.Model):
    """Something learned, told by an initiatief or about a methodiek; readable by all with the item it belongs to."""

    vermelding = models.ForeignKey(Vermelding, on_delete=models.CASCADE, related_name="lessen")
    titel = models.CharField("les", max_length=160)
    tekst = models.TextField("uitleg", blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "les"
        verbose_name_plural = "lessen"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.titel
