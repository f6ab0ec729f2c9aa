from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords


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

    def get_absolute_url(self) -> str:
        return reverse("portaal:pagina", args=[self.slug])
