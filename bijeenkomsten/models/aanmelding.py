"""Somebody's sign-up, for one or more people. What is personal in it goes some weeks after the meeting."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from bijeenkomsten.keuzes import BEZET, LOPEND, Stand
from bijeenkomsten.models.bijeenkomst import Bijeenkomst
from bijeenkomsten.querysets import AanmeldingQuerySet


class Aanmelding(models.Model):
    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.PROTECT, related_name="aanmeldingen")
    status = models.CharField("stand", max_length=12, choices=Stand, editable=False)
    sleutel = models.CharField(
        max_length=32, unique=True, editable=False, help_text="Eén formulier maakt één aanmelding."
    )
    # The order of arrival; given out under the lock of the meeting, so it has no ties.
    volgnummer = models.PositiveIntegerField(editable=False)

    naam = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mail", max_length=254, blank=True)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    aantal = models.PositiveSmallIntegerField("hoeveel mensen", default=1)
    van = models.CharField("van welke groep of gemeente", max_length=160, blank=True)
    is_gemeente = models.BooleanField("komt voor een gemeente", default=False)

    hulp = models.TextField("wat is er nodig om binnen te komen en mee te doen", blank=True)
    eten = models.TextField("wat eten zij niet", blank=True)
    eet_mee = models.PositiveSmallIntegerField("hoeveel mensen eten mee", default=0)
    kinderen = models.PositiveSmallIntegerField("hoeveel kinderen naar de opvang", default=0)
    wil_reisgeld = models.BooleanField("wil reisgeld terug", default=False)

    bevestigen_voor = models.DateTimeField("bevestigen vóór", null=True, blank=True, editable=False)
    gekomen = models.PositiveSmallIntegerField("hoeveel mensen kwamen er", null=True, blank=True)
    door_team = models.BooleanField("toegevoegd door het team", default=False, editable=False)
    reden_team = models.CharField("waarom buiten de rij om", max_length=300, blank=True, editable=False)

    code_nummer = models.PositiveSmallIntegerField(default=0, editable=False)
    code_afdruk = models.CharField(max_length=64, unique=True, null=True, editable=False)
    aangemeld_op = models.DateTimeField("aangemeld op", auto_now_add=True)
    gewist_op = models.DateTimeField("gegevens gewist op", null=True, blank=True, editable=False)

    objects = AanmeldingQuerySet.as_manager()

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        ordering = ["bijeenkomst", "volgnummer"]
        indexes = [models.Index(fields=["status", "bevestigen_voor"])]
        constraints = [
            models.UniqueConstraint(
                fields=["bijeenkomst", "volgnummer"], name="bijeenkomsten_aanmelding_volgorde"
            ),
            models.CheckConstraint(condition=Q(aantal__gte=1), name="bijeenkomsten_aanmelding_iemand"),
            models.CheckConstraint(
                condition=Q(gewist_op__isnull=False) | ~Q(email="") | ~Q(telefoon="") | Q(door_team=True),
                name="bijeenkomsten_aanmelding_bereikbaar",
            ),
            models.CheckConstraint(
                condition=~Q(status=Stand.AANGEBODEN) | Q(bevestigen_voor__isnull=False),
                name="bijeenkomsten_aanmelding_aanbod_met_einde",
            ),
        ]

    def __str__(self) -> str:
        return self.naam or f"Aanmelding {self.pk}"

    @property
    def geldig_tot(self) -> datetime:
        """Until when the code and the link open this."""
        return self.bijeenkomst.einde + settings.BEWAARTERMIJNEN["aanmeldingen"]

    @property
    def is_bezet(self) -> bool:
        return self.status in BEZET

    @property
    def is_lopend(self) -> bool:
        return self.status in LOPEND
