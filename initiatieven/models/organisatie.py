from django.db import models
from simple_history.models import HistoricalRecords

from initiatieven.keuzes import OrganisatieSoort
from initiatieven.querysets import OrganisatieQuerySet


class Organisatie(models.Model):
    """Who takes part: a member of the network, a gemeente, a fund, a company."""

    naam = models.CharField("naam", max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    soort = models.CharField("soort", max_length=20, choices=OrganisatieSoort)
    gemeente = models.ForeignKey(
        "initiatieven.Gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisaties",
        verbose_name="gemeente",
    )
    website = models.URLField("website", blank=True)
    beschrijving = models.TextField(
        "beschrijving", blank=True, help_text="Eén zin: waarmee doet deze organisatie mee?"
    )
    voorbeeld = models.BooleanField("voorbeeld", default=False, editable=False)

    objects = OrganisatieQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["slug"]  # the slug has no accents or apostrophes, so it sorts as people expect

    def __str__(self) -> str:
        return self.naam
