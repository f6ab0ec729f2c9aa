"""An approach that others can follow: in het kort, handreiking, plan van aanpak, judgement."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from initiatieven.keuzes import Bewijs, Kenmerk, Soort, Voldoet
from initiatieven.models.vermelding import NIET_IN_GESCHIEDENIS, Ingedeeld, Vermelding
from initiatieven.querysets import MethodiekQuerySet

MARKDOWN = "U mag lijstjes maken met een streepje, en **vet** met twee sterren."


class Methodiek(Ingedeeld, Vermelding):
    SOORT = Soort.METHODIEK

    vermelding_ptr = models.OneToOneField(
        Vermelding, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="als_methodiek"
    )

    in_het_kort = models.TextField(
        "in het kort", help_text=f"In één minuut te lezen: wat is het, voor wie, hoe werkt het. {MARKDOWN}"
    )
    waarom_het_werkt = models.TextField("waarom het werkt", blank=True)
    kern = models.TextField(
        "dit moet zo blijven", blank=True, help_text="De kern van de aanpak, als lijstje."
    )
    vrij = models.TextField(
        "dit mag anders", blank=True, help_text="Wat een groep zelf mag invullen, als lijstje."
    )
    bewijs = models.CharField("hoe zeker is het", max_length=12, choices=Bewijs, default=Bewijs.ERVARING)
    bewijs_toelichting = models.TextField("uitleg daarbij", blank=True)
    kosten_van = models.PositiveIntegerField("kosten vanaf (euro)", null=True, blank=True)
    kosten_tot = models.PositiveIntegerField("kosten tot (euro)", null=True, blank=True)
    kosten_toelichting = models.TextField("uitleg bij de kosten", blank=True)
    tijd_nodig = models.CharField("hoeveel tijd", max_length=250, blank=True)
    mensen_nodig = models.CharField("hoeveel mensen", max_length=250, blank=True)
    ruimte_nodig = models.CharField("welke ruimte", max_length=250, blank=True)

    objects = MethodiekQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=["themas", "doelgroepen"], excluded_fields=NIET_IN_GESCHIEDENIS)

    class Meta:
        verbose_name = "methodiek"
        verbose_name_plural = "methodieken"
        constraints = [
            models.CheckConstraint(
                condition=Q(kosten_van__isnull=True)
                | Q(kosten_tot__isnull=True)
                | Q(kosten_tot__gte=F("kosten_van")),
                name="initiatieven_methodiek_kosten",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.kosten_van is not None and self.kosten_tot is not None and self.kosten_tot < self.kosten_van:
            raise ValidationError(
                {"kosten_tot": "Het hoogste bedrag is lager dan het laagste. Kijk beide na."}
            )
        if self.gemeente_id:
            raise ValidationError(
                {
                    "gemeente": "Een methodiek heeft geen plaats. Maak een initiatief voor de plaats waar het draait."
                }
            )

    @property
    def heeft_handreiking(self) -> bool:
        return bool(self.aandachtspunten.all())

    @property
    def heeft_plan_van_aanpak(self) -> bool:
        return bool(self.stappen.all())


class Geordend(models.Model):
    """A row in a list whose order staff choose with a number."""

    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        abstract = True
        ordering = ["volgorde", "pk"]


class Aandachtspunt(Geordend):
    """One point of the handreiking."""

    methodiek = models.ForeignKey(Methodiek, on_delete=models.CASCADE, related_name="aandachtspunten")
    titel = models.CharField("punt", max_length=120)
    tekst = models.TextField("uitleg", help_text=MARKDOWN)
    history = HistoricalRecords()

    class Meta(Geordend.Meta):
        verbose_name = "aandachtspunt"
        verbose_name_plural = "handreiking: aandachtspunten"

    def __str__(self) -> str:
        return self.titel


class Stap(Geordend):
    """A step of the plan van aanpak: what, who, how long, what it costs, what you need."""

    methodiek = models.ForeignKey(Methodiek, on_delete=models.CASCADE, related_name="stappen")
    fase = models.CharField(
        "fase", max_length=120, help_text="Stappen onder elkaar met dezelfde fase horen bij elkaar."
    )
    titel = models.CharField("wat", max_length=160)
    tekst = models.TextField("uitleg", blank=True, help_text=MARKDOWN)
    wie = models.CharField("wie", max_length=200, blank=True)
    duur = models.CharField("hoe lang", max_length=200, blank=True)
    kosten = models.CharField("wat kost het", max_length=200, blank=True)
    nodig = models.CharField("wat is nodig", max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta(Geordend.Meta):
        verbose_name = "stap"
        verbose_name_plural = "plan van aanpak: stappen"

    def __str__(self) -> str:
        return self.titel


class Oordeel(models.Model):
    """The judgement on one of the seven kenmerken, with a note."""

    methodiek = models.ForeignKey(Methodiek, on_delete=models.CASCADE, related_name="oordelen")
    kenmerk = models.CharField("kenmerk", max_length=20, choices=Kenmerk)
    voldoet = models.CharField("voldoet het", max_length=10, choices=Voldoet, default=Voldoet.ONBEKEND)
    toelichting = models.TextField("toelichting", blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "oordeel"
        verbose_name_plural = "oordeel over de zeven kenmerken"
        constraints = [
            models.UniqueConstraint(
                fields=["methodiek", "kenmerk"],
                name="initiatieven_oordeel_een_per_kenmerk",
                violation_error_message="Over dit kenmerk is al een oordeel. Verander dat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kenmerk_display()}: {self.get_voldoet_display()}"

    @staticmethod
    def in_volgorde(oordelen: Any) -> list["Oordeel"]:
        """Return the judgements in the order of the project plan."""
        plek = {kenmerk: nummer for nummer, kenmerk in enumerate(Kenmerk.values)}
        return sorted(oordelen, key=lambda oordeel: plek[oordeel.kenmerk])
