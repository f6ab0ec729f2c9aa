"""Which rows? Every question that more than one place asks has a name here."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from bijeenkomsten import maanden
from bijeenkomsten.keuzes import BEZET, LOPEND, OPENBAAR, Stand, Status

if TYPE_CHECKING:
    from initiatieven.models import Gemeente


ABONNEMENT_TERUG = timedelta(days=30)


class BijeenkomstQuerySet(models.QuerySet):
    def openbaar(self) -> Self:
        """Published, or called off after that: who had it in their diary must be able to read so."""
        return self.filter(status__in=OPENBAAR)

    def niet_afgelast(self) -> Self:
        return self.exclude(status=Status.AFGELAST)

    def komend(self) -> Self:
        """Not over yet, first one first."""
        return self.filter(einde__gte=timezone.now()).order_by("begin", "pk")

    def geweest(self) -> Self:
        """Over, and held; newest first."""
        return self.filter(einde__lt=timezone.now(), status=Status.GEPUBLICEERD).order_by("-begin", "-pk")

    def vanaf_vandaag(self) -> Self:
        """What is still to come, and what was today already; the same all day long, so that a page can be kept."""
        return self.filter(einde__gte=_vandaag()).order_by("begin", "pk")

    def voor_vandaag(self) -> Self:
        """Held, and over before today; newest first."""
        return self.filter(einde__lt=_vandaag(), status=Status.GEPUBLICEERD).order_by("-begin", "-pk")

    def voor_abonnement(self) -> Self:
        """What a subscribed calendar shows: all to come, and what was lately, so that it does not vanish at once."""
        return self.filter(einde__gte=_vandaag() - ABONNEMENT_TERUG).order_by("begin", "pk")

    def tussen(self, begin: datetime, einde: datetime) -> Self:
        """Going on at some moment from ``begin`` until ``einde``."""
        return self.filter(begin__lt=einde, einde__gt=begin).order_by("begin", "pk")

    def in_gemeente(self, gemeente: "Gemeente") -> Self:
        return self.filter(gemeente=gemeente)

    def over(self, vermelding: models.Model) -> Self:
        """About this methodiek or initiatief, or held there."""
        return self.filter(Q(vermeldingen=vermelding.pk) | Q(bezocht=vermelding.pk)).distinct()

    def voor_kaartjes(self) -> Self:
        """With everything that a card shows, in a fixed number of queries."""
        return self.select_related("gemeente")

    def voor_pagina(self) -> Self:
        """With everything that the page of one meeting shows."""
        return self.select_related("gemeente__provincie", "bezocht").prefetch_related(
            "themas", "organisatoren", "fotos", "materiaal", "lessen__vermelding"
        )

    def met_aantallen(self) -> Self:
        """With how many people have a place (``bezet``), wait (``wachtend``), and how many sign-ups there are."""
        som = Coalesce(Sum("aanmeldingen__aantal", filter=Q(aanmeldingen__status__in=BEZET)), 0)
        wachtend = Coalesce(Sum("aanmeldingen__aantal", filter=Q(aanmeldingen__status=Stand.WACHTLIJST)), 0)
        return self.annotate(
            aantal_bezet=som, aantal_wachtend=wachtend, aantal_aanmeldingen=Count("aanmeldingen")
        )


def _vandaag() -> datetime:
    """Return the moment at which today began here."""
    return maanden.middernacht(timezone.localdate())


class AanmeldingQuerySet(models.QuerySet):
    def lopend(self) -> Self:
        return self.filter(status__in=LOPEND)

    def bezet(self) -> Self:
        """Those that hold a place."""
        return self.filter(status__in=BEZET)

    def wachtrij(self) -> Self:
        """Who waits, in order of arrival: nobody passes the head of the line."""
        return self.filter(status=Stand.WACHTLIJST).order_by("volgnummer")

    def verlopen_aanbod(self) -> Self:
        return self.filter(status=Stand.AANGEBODEN, bevestigen_voor__lt=timezone.now())

    def personen(self) -> int:
        """How many people these sign-ups are."""
        return self.aggregate(som=Coalesce(Sum("aantal"), 0))["som"]

    def te_wissen(self, termijn: timedelta) -> Self:
        """Of meetings that ended longer ago than ``termijn``, with personal data still in them."""
        return self.filter(bijeenkomst__einde__lt=timezone.now() - termijn, gewist_op__isnull=True)

    def te_herinneren(self, van_tevoren: timedelta, niet_later_dan: timedelta) -> Self:
        """Who has a place in a meeting within ``van_tevoren``, and signed up before that moment.

        Args:
            niet_later_dan: this close to the beginning it is of no use any more.
        """
        nu = timezone.now()
        return self.filter(
            status=Stand.GEPLAATST,
            bijeenkomst__status=Status.GEPUBLICEERD,
            bijeenkomst__begin__lte=nu + van_tevoren,
            bijeenkomst__begin__gt=nu + niet_later_dan,
            aangemeld_op__lt=F("bijeenkomst__begin") - van_tevoren,
        )
