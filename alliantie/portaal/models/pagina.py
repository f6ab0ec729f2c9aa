import re

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

OPEN_PLEK = re.compile(r" ?\[nog in te vullen:[^\]]*\]")


class Pagina(models.Model):
    """A page of text that staff edit themselves, such as /privacy/."""

    slug = models.SlugField("adres op de site", max_length=40, unique=True, editable=False)
    titel = models.CharField("titel", max_length=120)
    inleiding = models.CharField("inleiding", max_length=250, blank=True, help_text="Eén zin onder de titel.")
    tekst = models.TextField(
        "tekst", help_text="Koppen met ##, lijstjes met een streepje, **vet** met twee sterren."
    )
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pagina"
        verbose_name_plural = "pagina's"
        ordering = ["titel"]

    def __str__(self) -> str:
        return self.titel

    @property
    def open_plekken(self) -> list[str]:
        """What the owner of the site must still fill in, as the text says it between square brackets."""
        return OPEN_PLEK.findall(self.tekst)

    @property
    def openbare_tekst(self) -> str:
        """The text without its open places: those are for staff."""
        return OPEN_PLEK.sub("", self.tekst)

    def get_absolute_url(self) -> str:
        return reverse("portaal:pagina", args=[self.slug])
