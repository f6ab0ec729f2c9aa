"""The outbox: every mail is a row first, and stands in the database with the change that caused it."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

LANG = timedelta(hours=1)
AAN_HET_TEAM = (
    "vraag_voor_projectteam",
    "bericht_aan_projectteam",
)  # kinds of mail that ask for an answer of ours


class BerichtQuerySet(models.QuerySet["Bericht"]):
    def te_versturen(self) -> "BerichtQuerySet":
        return self.filter(verzonden_op__isnull=True)

    def blijft_liggen(self) -> "BerichtQuerySet":
        """Mails that could not go out, or still wait after an hour."""
        return self.te_versturen().filter(~Q(fout="") | Q(gemaakt_op__lt=timezone.now() - LANG))

    def verstuurd(self) -> "BerichtQuerySet":
        return self.filter(verzonden_op__isnull=False)

    def teruggekomen(self) -> "BerichtQuerySet":
        """Mails that went out and never arrived, as somebody of the team noted."""
        return self.filter(teruggekomen_op__isnull=False)

    def te_beantwoorden(self) -> "BerichtQuerySet":
        """What visitors asked the team and nobody answered yet."""
        return self.filter(soort__in=AAN_HET_TEAM, beantwoord_op__isnull=True)

    def verlopen(self, termijn: timedelta) -> "BerichtQuerySet":
        """Mails older than we keep them, gone out or not."""
        return self.filter(gemaakt_op__lt=timezone.now() - termijn)


class Bericht(models.Model):
    sleutel = models.CharField(
        "sleutel",
        max_length=200,
        unique=True,
        editable=False,
        help_text="Eén oorzaak geeft één sleutel, en dus één mail.",
    )
    soort = models.CharField("soort", max_length=40, editable=False)
    aan = models.EmailField("aan", max_length=254)
    antwoord_aan = models.EmailField("antwoord aan", max_length=254, blank=True)
    onderwerp = models.CharField("onderwerp", max_length=200)
    tekst = models.TextField("tekst")
    agenda = models.TextField(
        "agendabestand", blank=True, editable=False, help_text="Gaat mee als bijlage (iCalendar)."
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    verzonden_op = models.DateTimeField("verzonden op", null=True, blank=True, editable=False)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0, editable=False)
    fout = models.TextField("fout", blank=True, editable=False)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True, editable=False)
    teruggekomen_op = models.DateTimeField("teruggekomen op", null=True, blank=True, editable=False)
    inzending = models.ForeignKey(
        "kern.Inzending",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="berichten",
    )

    objects = BerichtQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-gemaakt_op", "-pk"]
        indexes = [
            models.Index(
                fields=["gemaakt_op"],
                condition=Q(verzonden_op__isnull=True),
                name="kern_bericht_te_versturen",
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def stand(self) -> str:
        """Where this mail stands, in a word for staff."""
        if self.teruggekomen_op:
            return "kwam terug"
        if self.verzonden_op:
            return "verzonden"
        return "mislukt" if self.fout else "wacht"
