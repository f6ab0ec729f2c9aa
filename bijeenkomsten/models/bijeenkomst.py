"""A training, meeting or project visit: when, where, for whom, and what it costs who comes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from simple_history.models import HistoricalRecords

from bijeenkomsten.keuzes import OPENBAAR, Soort, Status, VoorWie, WeetNiet
from bijeenkomsten.querysets import BijeenkomstQuerySet

MARKDOWN = "U mag lijstjes maken met een streepje, en **vet** met twee sterren."
NIET_IN_GESCHIEDENIS = ["status", "gepubliceerd_op", "volgnummer"]


class Bijeenkomst(models.Model):
    titel = models.CharField("titel", max_length=120)
    slug = models.SlugField("adres op de site", max_length=130, unique=True)
    soort = models.CharField("soort", max_length=16, choices=Soort)
    voor_wie = models.CharField("voor wie", max_length=12, choices=VoorWie, default=VoorWie.BEIDE)
    status = models.CharField("status", max_length=14, choices=Status, default=Status.CONCEPT, editable=False)
    samenvatting = models.CharField(
        "samenvatting", max_length=200, help_text="Eén zin die iedereen begrijpt. Dit staat op het kaartje."
    )
    programma = models.TextField(
        "programma", blank=True, help_text=f"Wat gebeurt er, en hoe laat? {MARKDOWN}"
    )

    begin = models.DateTimeField("begint op")
    einde = models.DateTimeField("eindigt op")
    gemeente = models.ForeignKey(
        "initiatieven.Gemeente",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bijeenkomsten",
        verbose_name="gemeente",
        help_text="Leeg laten bij een bijeenkomst die alleen online is.",
    )
    locatie = models.CharField("gebouw", max_length=120, blank=True)
    adres = models.CharField(
        "adres", max_length=200, blank=True, help_text="Straat, nummer, postcode en plaats."
    )
    online_link = models.URLField(
        "link om mee te doen", blank=True, help_text="Alleen wie een plek heeft, krijgt deze link."
    )
    route = models.TextField("hoe komt u er", blank=True, help_text="Bus, trein, fiets, parkeren.")
    drempelvrij = models.CharField(
        "zonder trap of drempel", max_length=10, choices=WeetNiet, default=WeetNiet.ONBEKEND
    )
    ringleiding = models.CharField(
        "ringleiding voor wie slecht hoort", max_length=10, choices=WeetNiet, default=WeetNiet.ONBEKEND
    )
    rustige_ruimte = models.CharField(
        "rustige ruimte", max_length=10, choices=WeetNiet, default=WeetNiet.ONBEKEND
    )

    toegang_euro = models.DecimalField(
        "toegang (euro)",
        max_digits=6,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
        help_text="0 is gratis.",
    )
    reiskosten = models.CharField(
        "reiskosten terug", max_length=10, choices=WeetNiet, default=WeetNiet.ONBEKEND
    )
    reiskosten_uitleg = models.CharField(
        "hoe krijgt u ze terug", max_length=300, blank=True, help_text="Bijvoorbeeld: neem uw kaartje mee."
    )
    lunch = models.CharField("eten erbij", max_length=10, choices=WeetNiet, default=WeetNiet.ONBEKEND)
    kinderopvang = models.CharField(
        "kinderopvang", max_length=10, choices=WeetNiet, default=WeetNiet.ONBEKEND
    )
    kosten_uitleg = models.CharField("meer over kosten", max_length=300, blank=True)

    themas = models.ManyToManyField(
        "initiatieven.Thema", blank=True, related_name="+", verbose_name="thema's"
    )
    vermeldingen = models.ManyToManyField(
        "initiatieven.Vermelding",
        blank=True,
        related_name="bijeenkomsten",
        verbose_name="gaat over deze methodieken en initiatieven",
    )
    bezocht = models.ForeignKey(
        "initiatieven.Initiatief",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="bezoeken",
        verbose_name="op bezoek bij",
    )
    organisatoren = models.ManyToManyField(
        "initiatieven.Organisatie", blank=True, related_name="+", verbose_name="wie organiseert het"
    )

    met_aanmelden = models.BooleanField("aanmelden kan op de site", default=True)
    capaciteit = models.PositiveIntegerField(
        "hoeveel mensen passen er", null=True, blank=True, help_text="Leeg: zoveel als er willen."
    )
    meeste_per_aanmelding = models.PositiveSmallIntegerField(
        "hoeveel mensen per aanmelding",
        default=8,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
    )
    aanmelden_vanaf = models.DateTimeField(
        "aanmelden vanaf", null=True, blank=True, help_text="Leeg: zodra de bijeenkomst op de site staat."
    )
    aanmelden_tot = models.DateTimeField(
        "aanmelden tot", null=True, blank=True, help_text="Leeg: tot het begin."
    )
    bedenktijd_uren = models.PositiveSmallIntegerField(
        "uren om een vrije plek te bevestigen",
        default=48,
        validators=[MinValueValidator(2), MaxValueValidator(240)],
        help_text="Wie op de wachtlijst staat en een plek krijgt, moet binnen deze tijd ja zeggen.",
    )

    verslag = models.TextField("verslag", blank=True, help_text=f"Na afloop. {MARKDOWN}")
    vorige = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    # What a subscribed calendar compares: it rises with every change that matters to who wrote the meeting down.
    volgnummer = models.PositiveIntegerField(default=0, editable=False)
    voorbeeld = models.BooleanField("voorbeeldinhoud", default=False)
    redactienotitie = models.TextField("notitie voor de redactie", blank=True)
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", auto_now=True)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True, editable=False)

    # How many people have a place, and how many wait; only on rows of ``met_aantallen()``.
    aantal_bezet: int
    aantal_wachtend: int

    objects = BijeenkomstQuerySet.as_manager()
    history = HistoricalRecords(
        m2m_fields=["themas", "vermeldingen", "organisatoren"], excluded_fields=NIET_IN_GESCHIEDENIS
    )

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        ordering = ["begin", "pk"]
        indexes = [models.Index(fields=["status", "begin"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(einde__gt=F("begin")), name="bijeenkomsten_bijeenkomst_einde_na_begin"
            ),
            models.CheckConstraint(
                condition=Q(aanmelden_vanaf__isnull=True)
                | Q(aanmelden_tot__isnull=True)
                | Q(aanmelden_tot__gt=F("aanmelden_vanaf")),
                name="bijeenkomsten_bijeenkomst_aanmelden_tot_na_vanaf",
            ),
            models.CheckConstraint(
                condition=Q(aanmelden_tot__isnull=True) | Q(aanmelden_tot__lte=F("einde")),
                name="bijeenkomsten_bijeenkomst_aanmelden_voor_einde",
            ),
            models.CheckConstraint(
                condition=Q(toegang_euro__gte=0), name="bijeenkomsten_bijeenkomst_toegang"
            ),
            models.CheckConstraint(
                condition=Q(capaciteit__isnull=True) | Q(capaciteit__gte=1),
                name="bijeenkomsten_bijeenkomst_capaciteit",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save everything but the status, which only ``kern.status`` writes (it names its fields itself)."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            velden = (veld.name for veld in self._meta.concrete_fields if not veld.primary_key)
            kwargs["update_fields"] = [naam for naam in velden if naam not in NIET_IN_GESCHIEDENIS]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.begin and self.einde and self.einde <= self.begin:
            raise ValidationError({"einde": "Het einde is niet na het begin. Kijk beide tijden na."})
        if self.aanmelden_vanaf and self.aanmelden_tot and self.aanmelden_tot <= self.aanmelden_vanaf:
            raise ValidationError(
                {"aanmelden_tot": "Aanmelden stopt voordat het begint. Kijk beide tijden na."}
            )
        if self.aanmelden_tot and self.einde and self.aanmelden_tot > self.einde:
            raise ValidationError(
                {"aanmelden_tot": "Aanmelden kan niet meer als het voorbij is. Kies een eerdere tijd."}
            )
        if self.soort != Soort.ONLINE and not self.gemeente_id and not self.online_link:
            raise ValidationError({"gemeente": "Kies de gemeente waar het is."})
        if self.capaciteit == 0:
            raise ValidationError({"capaciteit": "Laat dit leeg als er geen grens is, of vul 1 of meer in."})

    def get_absolute_url(self) -> str:
        return reverse("bijeenkomsten:bijeenkomst", args=[self.slug])

    @property
    def is_openbaar(self) -> bool:
        return self.status in OPENBAAR

    @property
    def is_afgelast(self) -> bool:
        return self.status == Status.AFGELAST

    @property
    def is_voorbij(self) -> bool:
        return self.einde < timezone.now()

    @property
    def is_op_een_dag(self) -> bool:
        return timezone.localtime(self.begin).date() == timezone.localtime(self.einde).date()

    @property
    def wanneer(self) -> str:
        """When, in words: "dinsdag 8 december 2026, 19.30 tot 21.00 uur"."""
        begin, einde = timezone.localtime(self.begin), timezone.localtime(self.einde)
        dag = date_format(begin, "l j F Y")
        if self.is_op_een_dag:
            return f"{dag}, {begin:%H.%M} tot {einde:%H.%M}\u00a0uur"
        return f"{dag}, {begin:%H.%M}\u00a0uur tot {date_format(einde, 'l j F')}, {einde:%H.%M}\u00a0uur"

    @property
    def waar(self) -> str:
        """Where, in words: the building and the gemeente, or "Online"."""
        if not self.gemeente:
            return self.locatie or "Online"
        naam = self.gemeente.naam
        return (
            f"{self.locatie}, {naam}" if self.locatie and naam not in self.locatie else self.locatie or naam
        )

    @property
    def is_gratis(self) -> bool:
        return self.toegang_euro == 0

    @property
    def vrij(self) -> int | None:
        """Places that a new sign-up finds, 0 while others wait; ``None``: no limit. Of ``met_aantallen()``."""
        if self.capaciteit is None:
            return None
        return 0 if self.aantal_wachtend else max(0, self.capaciteit - self.aantal_bezet)

    @property
    def is_vol(self) -> bool:
        """Whether a new sign-up has to wait. Only on rows of ``met_aantallen()``."""
        return self.vrij == 0

    @property
    def aanmelden_is_begonnen(self) -> bool:
        return self.aanmelden_vanaf is None or self.aanmelden_vanaf <= timezone.now()

    @property
    def aanmelden_is_voorbij(self) -> bool:
        return (self.aanmelden_tot or self.begin) <= timezone.now()

    @property
    def kan_aanmelden(self) -> bool:
        """Whether somebody can sign up now; when it is full they can wait."""
        return (
            self.status == Status.GEPUBLICEERD
            and self.met_aanmelden
            and self.aanmelden_is_begonnen
            and not self.aanmelden_is_voorbij
        )
