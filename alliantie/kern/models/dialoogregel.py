"""What the team and the sender say to each other about an inzending."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from alliantie.kern.inzendingen.keuzes import Spreker
from alliantie.kern.models.inzending import Inzending


class DialoogregelQuerySet(models.QuerySet["Dialoogregel"]):
    def vragen(self) -> "DialoogregelQuerySet":
        """What the team asked."""
        return self.filter(van=Spreker.TEAM, is_vraag=True)


class Dialoogregel(models.Model):
    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="dialoog")
    van = models.CharField("van", max_length=10, choices=Spreker, editable=False)
    is_vraag = models.BooleanField("vraag", default=False, editable=False)
    veld = models.CharField(
        max_length=60, blank=True, editable=False, help_text="Over welk veld het gaat; leeg: over het geheel."
    )
    tekst = models.TextField("tekst", editable=False)
    antwoord_op = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="antwoorden"
    )
    waarde_toen = models.JSONField(
        null=True, blank=True, editable=False, help_text="Wat er in het veld stond toen het team dit vroeg."
    )
    beantwoord_op = models.DateTimeField(null=True, blank=True, editable=False)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects = DialoogregelQuerySet.as_manager()

    class Meta:
        verbose_name = "regel in een gesprek"
        verbose_name_plural = "gesprek"
        ordering = ["gemaakt_op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_vraag=False) | Q(van=Spreker.TEAM), name="kern_dialoogregel_team_vraagt"
            )
        ]

    def __str__(self) -> str:
        return self.tekst[:80]
