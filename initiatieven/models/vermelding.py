"""What stands in the catalogue. A methodiek and an initiatief are both a vermelding: one list, one search, one map."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from initiatieven.keuzes import Fase, Rechtsvorm, Soort, Status, Vorm
from initiatieven.querysets import OPENBAAR_ONBEVESTIGD_NA, VermeldingQuerySet

EERSTE_JAAR = 1800
# A restored version brings back content, never a status: that moves only along OVERGANGEN and has a history of its own.
NIET_IN_GESCHIEDENIS = ["status", "gepubliceerd_op"]


class Vermelding(models.Model):
    """The part that methodieken and initiatieven share; always made as one of those two."""

    SOORT: Soort

    soort = models.CharField("soort", max_length=12, choices=Soort, editable=False)
    titel = models.CharField("titel", max_length=120)
    slug = models.SlugField("adres op de site", max_length=130, unique=True)
    samenvatting = models.CharField(
        "samenvatting", max_length=200, help_text="Eén zin die iedereen begrijpt. Dit staat op het kaartje."
    )
    status = models.CharField("status", max_length=12, choices=Status, default=Status.CONCEPT, editable=False)
    hoofdthema = models.ForeignKey(
        "initiatieven.Thema",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="belangrijkste thema",
        help_text="Dit kiest ook de tekening.",
    )
    gemeente = models.ForeignKey(
        "initiatieven.Gemeente", on_delete=models.PROTECT, null=True, blank=True, verbose_name="gemeente"
    )
    plaats = models.CharField(
        "dorp of wijk", max_length=80, blank=True, help_text="Alleen als het anders heet dan de gemeente."
    )
    fase = models.CharField("fase", max_length=10, choices=Fase, blank=True)
    begonnen_jaar = models.PositiveSmallIntegerField(
        "begonnen in",
        null=True,
        blank=True,
        validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(2100)],
    )
    gestopt_jaar = models.PositiveSmallIntegerField(
        "gestopt in",
        null=True,
        blank=True,
        validators=[MinValueValidator(EERSTE_JAAR), MaxValueValidator(2100)],
    )
    vorm = models.CharField("vorm", max_length=16, choices=Vorm, blank=True)
    rechtsvorm = models.CharField("rechtsvorm", max_length=20, choices=Rechtsvorm, blank=True)
    website = models.URLField("website", blank=True)
    voorbeeld = models.BooleanField(
        "voorbeeldinhoud",
        default=False,
        help_text="Tekst uit openbare bronnen. Heeft het initiatief de tekst bevestigd? Haal dan het vinkje weg.",
    )
    bevestigd_op = models.DateField(
        "bevestigd op", null=True, blank=True, help_text="Wanneer het initiatief zei: dit klopt."
    )
    redactienotitie = models.TextField(
        "notitie voor de redactie",
        blank=True,
        help_text="Alleen u ziet dit. Bijvoorbeeld: wat ontbreekt nog?",
    )
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True, editable=False)

    objects = VermeldingQuerySet.as_manager()

    class Meta:
        verbose_name = "vermelding"
        verbose_name_plural = "vermeldingen"
        ordering = ["titel"]
        indexes = [models.Index(fields=["status", "soort"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort=Soort.INITIATIEF) | Q(gemeente__isnull=True),
                name="initiatieven_vermelding_methodiek_zonder_plaats",
            ),
            models.CheckConstraint(
                condition=Q(begonnen_jaar__isnull=True)
                | Q(gestopt_jaar__isnull=True)
                | Q(gestopt_jaar__gte=models.F("begonnen_jaar")),
                name="initiatieven_vermelding_gestopt_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(gestopt_jaar__isnull=True) | Q(fase=Fase.GESTOPT),
                name="initiatieven_vermelding_gestopt_jaar_bij_fase",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.GEPUBLICEERD) | Q(gepubliceerd_op__isnull=False),
                name="initiatieven_vermelding_gepubliceerd_op",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save everything but the status, which only ``kern.status`` writes (it names its fields itself).

        A form may have been open while a colleague moved the item; saving it must not move it back.
        """
        if not self.soort:
            self.soort = self.SOORT
        if not self._state.adding and kwargs.get("update_fields") is None:
            velden = (veld.name for veld in self._meta.concrete_fields if not veld.primary_key)
            kwargs["update_fields"] = [naam for naam in velden if naam not in NIET_IN_GESCHIEDENIS]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.gestopt_jaar and self.fase != Fase.GESTOPT:
            raise ValidationError({"fase": "U vulde in wanneer het stopte. Kies dan de fase ‘Gestopt’."})
        if self.begonnen_jaar and self.gestopt_jaar and self.gestopt_jaar < self.begonnen_jaar:
            raise ValidationError(
                {"gestopt_jaar": "Het kan niet stoppen voordat het begon. Kijk beide jaren na."}
            )
        if self.begonnen_jaar and self.begonnen_jaar > timezone.localdate().year:
            raise ValidationError(
                {"begonnen_jaar": "Dit jaar is nog niet geweest. Laat het leeg zolang het nog niet begon."}
            )

    def get_absolute_url(self) -> str:
        return reverse(f"initiatieven:{self.soort}", args=[self.slug])

    @property
    def is_openbaar(self) -> bool:
        return self.status == Status.GEPUBLICEERD

    @property
    def is_gestopt(self) -> bool:
        return self.fase == Fase.GESTOPT

    @property
    def plaatsnaam(self) -> str:
        """Where it is, in words: "Roden, Noordenveld", or "" when it has no place."""
        gemeente = self.gemeente.naam if self.gemeente else ""
        return ", ".join(filter(None, [self.plaats if self.plaats != gemeente else "", gemeente]))

    @property
    def levensloop(self) -> str:
        """How it is doing, in one line for the card; "" when we do not know."""
        match self.fase:
            case Fase.GESTOPT:
                return (
                    f"Gestopt in {self.gestopt_jaar}: lees wat zij leerden"
                    if self.gestopt_jaar
                    else "Gestopt: lees wat zij leerden"
                )
            case Fase.DRAAIT:
                return f"Draait sinds {self.begonnen_jaar}" if self.begonnen_jaar else "Draait"
            case Fase.OPSTART | Fase.IDEE:
                return self.get_fase_display()
            case Fase.ONBEKEND:
                begin = f"Begonnen in {self.begonnen_jaar}. " if self.begonnen_jaar else ""
                return f"{begin}Draait het nog? Dat weten wij niet."
        return ""

    @property
    def laatst_bevestigd(self) -> date | None:
        """When somebody last said that this is right; publishing it was the first time."""
        if self.bevestigd_op or not self.gepubliceerd_op:
            return self.bevestigd_op
        return timezone.localdate(self.gepubliceerd_op)

    @property
    def al_lang_niet_bevestigd(self) -> bool:
        """Whether the public must know that this may be old; a sample says so already, and what stopped stays so."""
        if self.voorbeeld or self.is_gestopt or self.laatst_bevestigd is None:
            return False
        return self.laatst_bevestigd < timezone.localdate() - OPENBAAR_ONBEVESTIGD_NA

    @property
    def openbare_fotos(self) -> list[Any]:
        """Photos that may be seen: described, and nobody on it who was not asked."""
        return [foto for foto in self.fotos.all() if foto.mag_gezien]

    @property
    def omslag(self) -> Any:
        """The photo for the card, or ``None``: then the card shows the drawing of the theme."""
        return next(iter(self.openbare_fotos), None)


class Ingedeeld(models.Model):
    """The lists under which a methodiek and an initiatief are found.

    Each of the two has its own tables for them, as simple-history keeps the history of a list per model.
    """

    themas = models.ManyToManyField(
        "initiatieven.Thema",
        blank=True,
        related_name="+",
        verbose_name="andere thema's",
        help_text="Hoogstens twee.",
    )
    doelgroepen = models.ManyToManyField(
        "initiatieven.Doelgroep", blank=True, related_name="+", verbose_name="voor wie"
    )

    class Meta:
        abstract = True


class Bron(models.Model):
    """Where we have it from; every fact in the catalogue has one."""

    vermelding = models.ForeignKey(Vermelding, on_delete=models.CASCADE, related_name="bronnen")
    titel = models.CharField("wat is het", max_length=200)
    uitgever = models.CharField("van wie", max_length=120, blank=True)
    url = models.URLField("adres", blank=True)
    datum = models.CharField("van wanneer", max_length=60, blank=True)
    gecontroleerd_op = models.DateField("nagekeken op", null=True, blank=True)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.titel

    @property
    def site(self) -> str:
        """The name of the website, when all we know is that and not the page; "" otherwise."""
        delen = urlsplit(self.url)
        return (
            delen.netloc.removeprefix("www.")
            if self.url and delen.path in {"", "/"} and not delen.query
            else ""
        )
