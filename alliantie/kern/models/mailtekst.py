"""Texts that staff keep themselves: their own version of a mail, and sentences to ask with."""

from django.db import models
from simple_history.models import HistoricalRecords


class Mailtekst(models.Model):
    """The team's own version of one kind of mail; without a row the built-in text is used."""

    soort = models.CharField("welke mail", max_length=40, unique=True)
    onderwerp = models.CharField("onderwerp", max_length=150)
    tekst = models.TextField("tekst")
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "tekst van een mail"
        verbose_name_plural = "teksten van mails"
        ordering = ["soort"]

    def __str__(self) -> str:
        return self.onderwerp


class Modelzin(models.Model):
    """A sentence that staff use to ask something or to explain a decision, so that it is always plain."""

    class Waarvoor(models.TextChoices):
        VRAAG = "vraag", "Iets vragen"
        AFWIJZING = "afwijzing", "Uitleggen waarom iets niet op de site komt"

    waarvoor = models.CharField("waarvoor", max_length=10, choices=Waarvoor, default=Waarvoor.VRAAG)
    veld = models.CharField(
        "bij welk veld",
        max_length=60,
        blank=True,
        help_text="Bijvoorbeeld: verhaal. Leeg: bij elk veld.",
    )
    tekst = models.TextField("zin", help_text="Kort en vriendelijk. Spreek de lezer aan met ‘u’.")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "modelzin"
        verbose_name_plural = "modelzinnen"
        ordering = ["waarvoor", "volgorde", "pk"]

    def __str__(self) -> str:
        return self.tekst[:80]
