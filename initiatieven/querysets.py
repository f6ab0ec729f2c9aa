"""Which rows? Every question that more than one place asks has a name here."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q
from django.utils import timezone

from initiatieven.keuzes import Soort, Status, Toestemming

if TYPE_CHECKING:
    from initiatieven.models import Gemeente

BEVESTIGEN_NA = timedelta(days=365)


class VermeldingQuerySet(models.QuerySet):
    def openbaar(self) -> Self:
        return self.filter(status=Status.GEPUBLICEERD)

    def concepten(self) -> Self:
        return self.filter(status=Status.CONCEPT)

    def in_gemeente(self, gemeente: "Gemeente") -> Self:
        return self.filter(gemeente=gemeente)

    def gevonden_door(self, rij: models.Model) -> Self:
        """Items whose index holds words of ``rij``: a thema, doelgroep, gemeente or organisatie."""
        match rij._meta.model_name:
            case "thema":
                van = Q(hoofdthema=rij) | Q(als_methodiek__themas=rij) | Q(als_initiatief__themas=rij)
            case "doelgroep":
                van = Q(als_methodiek__doelgroepen=rij) | Q(als_initiatief__doelgroepen=rij)
            case "gemeente":
                van = Q(gemeente=rij)
            case _:
                van = Q(als_initiatief__betrokkenen__organisatie=rij)
        return self.filter(van).distinct()

    def voorbeelden(self) -> Self:
        return self.filter(voorbeeld=True)

    def lang_niet_bevestigd(self, vandaag: date | None = None) -> Self:
        """Published, told from experience (no sample), and for a year nobody said "this is right"."""
        grens = (vandaag or timezone.localdate()) - BEVESTIGEN_NA
        laatst = Q(bevestigd_op__lt=grens) | Q(bevestigd_op__isnull=True, gepubliceerd_op__date__lt=grens)
        return self.openbaar().filter(laatst, voorbeeld=False)

    def voor_kaartjes(self) -> Self:
        """With everything that a card shows, in a fixed number of queries."""
        return self.select_related("hoofdthema", "gemeente").prefetch_related("fotos")

    def nieuwste_eerst(self) -> Self:
        return self.order_by(F("gepubliceerd_op").desc(nulls_last=True), "-pk")


class IngedeeldQuerySet(VermeldingQuerySet):
    """The queryset of methodieken and of initiatieven, which have themes of their own."""

    def met_thema(self, thema: models.Model) -> Self:
        """With this as main theme or as one of the others, each row once."""
        eigen = {self.model._meta.model_name: OuterRef("pk")}
        ook = self.model.themas.through.objects.filter(**eigen, thema=thema)
        return self.filter(Q(hoofdthema=thema) | Exists(ook))


class InitiatiefQuerySet(IngedeeldQuerySet):
    def voor_pagina(self) -> Self:
        """With everything that the page of one initiatief shows."""
        return self.select_related("hoofdthema", "gemeente__provincie").prefetch_related(
            "themas",
            "doelgroepen",
            "fotos",
            "documenten",
            "bronnen",
            "financiering",
            "lessen",
            "betrokkenen__organisatie",
        )


class MethodiekQuerySet(IngedeeldQuerySet):
    def voor_pagina(self) -> Self:
        """With everything that the page of one methodiek shows."""
        return self.select_related("hoofdthema").prefetch_related(
            "themas",
            "doelgroepen",
            "fotos",
            "documenten",
            "bronnen",
            "financiering",
            "lessen",
            "aandachtspunten",
            "oordelen",
            "stappen",
        )


class ContactpersoonQuerySet(models.QuerySet):
    def die_post_krijgen(self) -> Self:
        """Who agreed that the portal passes mail on, and has a mail address."""
        return self.filter(akkoord_op__isnull=False).exclude(email="")


class FotoQuerySet(models.QuerySet):
    def zonder_alt(self) -> Self:
        return self.filter(alt="")

    def nog_te_vragen(self) -> Self:
        """Photos of recognisable people who were not asked; they are not shown in public."""
        return self.filter(toestemming=Toestemming.NOG_VRAGEN)


class GemeenteQuerySet(models.QuerySet):
    def huidig(self) -> Self:
        """Gemeenten that exist today; one that merged keeps its row and points to where it went."""
        return self.filter(opgegaan_in__isnull=True)

    def met_aantal(self) -> Self:
        openbaar = Q(vermelding__status=Status.GEPUBLICEERD, vermelding__soort=Soort.INITIATIEF)
        return self.annotate(aantal=Count("vermelding", filter=openbaar)).order_by("slug")


class OrganisatieQuerySet(models.QuerySet):
    def met_openbare_rollen(self) -> Self:
        rollen = (
            apps.get_model("initiatieven", "Betrokkene")
            .objects.filter(initiatief__status=Status.GEPUBLICEERD)
            .select_related("initiatief")
        )
        return self.prefetch_related(Prefetch("betrokkenheid", queryset=rollen, to_attr="openbare_rollen"))


class ZoekdocumentQuerySet(models.QuerySet):
    """The rows that the list, the facets and the map read."""

    def openbaar(self) -> Self:
        """All rows: an item has a row only while it is published, see ``zoekindex``."""
        return self.all()

    def per_thema(self) -> dict[int, int]:
        """Return thema key → number of rows that have it, as main theme or as one of the others."""
        themas = models.Func(F("themas"), function="unnest")
        return dict(self.order_by().annotate(thema=themas).values_list("thema").annotate(aantal=Count("*")))

    def per_gemeente(self) -> dict[int, int]:
        """Return gemeente key → number of rows."""
        rijen = (
            self.filter(gemeente_id__isnull=False)
            .order_by()
            .values_list("gemeente_id")
            .annotate(aantal=Count("*"))
        )
        return dict(rijen)
