"""An uitvraag: the network's organisations and gemeenten get a personal link that asks for tips."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from initiatieven.querysets import UitvraagontvangerQuerySet, UitvraagQuerySet


class Uitvraag(models.Model):
    titel = models.CharField("titel", max_length=120, help_text="Voor uzelf: waar gaat deze uitvraag over?")
    bericht = models.TextField(
        "wat u wilt vragen",
        help_text="Dit staat in de mail. Bijvoorbeeld: kent u een groep die zelf iets doet tegen armoede?",
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    verstuurd_op = models.DateTimeField("verstuurd op", null=True, blank=True, editable=False)
    herinnerd_op = models.DateTimeField("herinnerd op", null=True, blank=True, editable=False)

    objects = UitvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "uitvraag"
        verbose_name_plural = "uitvragen"
        ordering = ["-gemaakt_op", "-pk"]

    def __str__(self) -> str:
        return self.titel


class Uitvraagontvanger(models.Model):
    """Somebody of an organisation or gemeente whom we ask for tips; reminded once, never more."""

    uitvraag = models.ForeignKey(Uitvraag, on_delete=models.CASCADE, related_name="ontvangers")
    organisatie = models.ForeignKey(
        "initiatieven.Organisatie",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="organisatie",
    )
    gemeente = models.ForeignKey(
        "initiatieven.Gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeente",
    )
    email = models.EmailField("mailadres", max_length=254)
    verstuurd_op = models.DateTimeField("verstuurd op", null=True, blank=True, editable=False)
    herinnerd_op = models.DateTimeField("herinnerd op", null=True, blank=True, editable=False)
    antwoord_op = models.DateTimeField("antwoord op", null=True, blank=True, editable=False)
    geen_tips = models.BooleanField("weet niemand", default=False, editable=False)
    tips = models.ManyToManyField("kern.Inzending", blank=True, editable=False, related_name="+")

    objects = UitvraagontvangerQuerySet.as_manager()

    class Meta:
        verbose_name = "ontvanger"
        verbose_name_plural = "ontvangers"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["uitvraag", "email"],
                name="initiatieven_uitvraagontvanger_een_keer",
                violation_error_message="Dit mailadres krijgt deze uitvraag al.",
            ),
            models.CheckConstraint(
                condition=Q(herinnerd_op__isnull=True) | Q(verstuurd_op__isnull=False),
                name="initiatieven_uitvraagontvanger_eerst_verstuurd",
            ),
        ]

    def __str__(self) -> str:
        return capfirst(self.wie) or self.email

    def clean(self) -> None:
        if self.organisatie_id and self.gemeente_id:
            raise ValidationError("Kies een organisatie of een gemeente, niet allebei.")

    @property
    def stand(self) -> str:
        """Where this person stands, in a word for staff."""
        if self.antwoord_op:
            return "weet niemand" if self.geen_tips else "gaf een tip"
        if self.herinnerd_op:
            return "herinnerd"
        return "gevraagd" if self.verstuurd_op else "nog niet gevraagd"

    @property
    def wie(self) -> str:
        """Whom we ask, as we call them; "" when we know no more than a mail address."""
        if self.gemeente:
            return f"gemeente {self.gemeente}"
        return str(self.organisatie or "")
