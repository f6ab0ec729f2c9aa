"""Which rows? Every question that more than one place asks has a name here."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from alliantie.kern.keuzes import Toestemming
from initiatieven.keuzes import Fase, Soort, Status

if TYPE_CHECKING:
    from initiatieven.models import Gemeente

BEVESTIGEN_NA = timedelta(days=365)  # then we ask whether it is still right
OPENBAAR_ONBEVESTIGD_NA = timedelta(
    days=548
)  # a year and a half: then the public is told that nobody answered
KEREN_STUK = 2  # once away may be a bad day


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
        """Published, told from experience (no sample), going on, and for a year nobody said "this is right"."""
        grens = (vandaag or timezone.localdate()) - BEVESTIGEN_NA
        laatst = Q(bevestigd_op__lt=grens) | Q(bevestigd_op__isnull=True, gepubliceerd_op__date__lt=grens)
        return self.openbaar().filter(laatst, voorbeeld=False).exclude(fase=Fase.GESTOPT)

    def langst_niet_bevestigd_eerst(self) -> Self:
        return self.order_by(Coalesce("bevestigd_op", TruncDate("gepubliceerd_op")), "pk")

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

    def te_vragen(self, vandaag: date | None = None) -> Self:
        """Whose turn it is for the yearly "klopt dit nog?": what they told is old, and we did not ask for a year."""
        vandaag = vandaag or timezone.localdate()
        oud = apps.get_model("initiatieven", "Initiatief").objects.lang_niet_bevestigd(vandaag)
        niet_gevraagd = Q(gevraagd_op__isnull=True) | Q(gevraagd_op__lt=vandaag - BEVESTIGEN_NA)
        return self.die_post_krijgen().filter(niet_gevraagd, initiatief__in=oud)

    def vandaag_te_vragen(self) -> Self:
        """Who can be asked at once, because staff want to know; once a day."""
        vandaag = timezone.localdate()
        return self.die_post_krijgen().filter(Q(gevraagd_op__isnull=True) | Q(gevraagd_op__lt=vandaag))


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


class UitvraagQuerySet(models.QuerySet):
    def met_tellingen(self) -> Self:
        """With how many are asked, how many of them answered, and how many tips came of it."""
        return self.annotate(
            aantal_ontvangers=Count("ontvangers", distinct=True),
            aantal_gevraagd=Count(
                "ontvangers", filter=Q(ontvangers__verstuurd_op__isnull=False), distinct=True
            ),
            aantal_antwoorden=Count(
                "ontvangers", filter=Q(ontvangers__antwoord_op__isnull=False), distinct=True
            ),
            aantal_tips=Count("ontvangers__tips", distinct=True),
        )


class UitvraagontvangerQuerySet(models.QuerySet):
    def met_wie(self) -> Self:
        return self.select_related("organisatie", "gemeente")

    def gevraagd(self) -> Self:
        return self.filter(verstuurd_op__isnull=False)

    def nog_te_vragen(self) -> Self:
        return self.filter(verstuurd_op__isnull=True)

    def te_herinneren(self) -> Self:
        """Asked, silent, and not reminded yet: one reminder, never more."""
        return self.filter(verstuurd_op__isnull=False, antwoord_op__isnull=True, herinnerd_op__isnull=True)


class LinkcontroleQuerySet(models.QuerySet):
    def in_gebruik(self) -> Self:
        """Addresses that the site shows now; what staff mended this morning is not among them any more."""
        return self.filter(
            Exists(_openbaar().filter(website=OuterRef("url")))
            | Exists(_bronnen().filter(url=OuterRef("url")))
            | Exists(apps.get_model("initiatieven", "Organisatie").objects.filter(website=OuterRef("url")))
        )

    def stuk(self) -> Self:
        """Addresses that the site shows and that did not work twice in a row."""
        return self.in_gebruik().filter(keren_stuk__gte=KEREN_STUK)

    @staticmethod
    def adressen() -> list[str]:
        """Return every address of a website that the site shows, each once."""
        lijsten = (
            _openbaar().exclude(website="").values_list("website", flat=True),
            _bronnen().exclude(url="").values_list("url", flat=True),
            apps.get_model("initiatieven", "Organisatie")
            .objects.exclude(website="")
            .values_list("website", flat=True),
        )
        return sorted({adres for lijst in lijsten for adres in lijst})


def _openbaar() -> VermeldingQuerySet:
    return apps.get_model("initiatieven", "Vermelding").objects.openbaar()


def _bronnen() -> models.QuerySet:
    return apps.get_model("initiatieven", "Bron").objects.filter(vermelding__in=_openbaar())
