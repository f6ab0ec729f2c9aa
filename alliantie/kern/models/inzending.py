"""What comes in from outside: an initiative, a correction, a tip. Nothing of it is public until staff accept it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone

from alliantie.kern.inzendingen.keuzes import KLAAR, OPEN, Bereik, Spreker, Status, Uitkomst

if TYPE_CHECKING:
    from alliantie.kern.models import Gebruiker
    from alliantie.kern.models.dialoogregel import DialoogregelQuerySet


class InzendingQuerySet(models.QuerySet["Inzending"]):
    def open(self) -> "InzendingQuerySet":
        """Sent, and not decided yet."""
        return self.filter(status__in=OPEN)

    def te_doen(self) -> "InzendingQuerySet":
        """Open, and waiting for us rather than for the sender."""
        return self.filter(status__in=[Status.INGEDIEND, Status.IN_BEHANDELING])

    def met_antwoord(self) -> "InzendingQuerySet":
        """Those about which we asked something and got the answer."""
        beantwoord = self.model.objects.filter(dialoog__is_vraag=True, dialoog__beantwoord_op__isnull=False)
        return self.filter(status=Status.IN_BEHANDELING, pk__in=beantwoord.values("pk"))

    def langst_wachtend_eerst(self) -> "InzendingQuerySet":
        return self.order_by("ingediend_op", "pk")

    def van_adres(self, email: str) -> "InzendingQuerySet":
        """What somebody with this mail address sent or was made a part of."""
        return self.filter(Q(email__iexact=email) | Q(groep_email__iexact=email))

    def verlaten_concepten(self) -> "InzendingQuerySet":
        grens = timezone.now() - settings.BEWAARTERMIJNEN["concepten"]
        return self.filter(status=Status.CONCEPT, bewaard_op__lt=grens)

    def spam_en_ingetrokken(self, termijn: timedelta) -> "InzendingQuerySet":
        """What nobody needs any more after ``termijn``: spam, and what its sender took back."""
        grens = timezone.now() - termijn
        spam = Q(status=Status.AFGEWEZEN, uitkomst=Uitkomst.SPAM, beslist_op__lt=grens)
        terug = Q(status=Status.INGETROKKEN) & (
            Q(beslist_op__lt=grens) | Q(beslist_op__isnull=True, bewaard_op__lt=grens)
        )
        return self.filter(spam | terug)

    def uitgewerkt(self, termijn: timedelta) -> "InzendingQuerySet":
        """Decided longer ago than ``termijn``, and still with personal data in it."""
        return self.filter(status__in=KLAAR, beslist_op__lt=timezone.now() - termijn, gewist_op__isnull=True)


class Inzending(models.Model):
    soort = models.CharField("soort", max_length=30, editable=False)
    doel_soort = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    doel_id = models.BigIntegerField(null=True, blank=True, editable=False)
    doel = GenericForeignKey("doel_soort", "doel_id")
    onderwerp = models.CharField("waarover", max_length=200, blank=True, editable=False)
    waar = models.CharField("waar", max_length=100, blank=True, editable=False)
    gegevens = models.JSONField(
        default=dict, editable=False, help_text="Per veld wat iemand typte, precies zo."
    )
    doel_waarden = models.JSONField(
        default=dict, editable=False, help_text="Wat er op de site stond toen dit begon."
    )
    oordeel = models.JSONField(
        default=dict, editable=False, help_text="Wat het team van de zeven kenmerken vindt."
    )
    bewerking = models.JSONField(
        default=dict, editable=False, help_text="Per veld wat het team ermee doet, en de tekst die het wordt."
    )
    omvang = models.PositiveIntegerField("omvang", default=0, editable=False)
    sleutel = models.CharField(
        max_length=32, unique=True, editable=False, help_text="Eén formulier maakt één inzending."
    )

    status = models.CharField("stand", max_length=16, choices=Status, default=Status.CONCEPT, editable=False)
    uitkomst = models.CharField("uitkomst", max_length=16, choices=Uitkomst, blank=True, editable=False)
    behandelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="wie heeft het",
    )
    versie = models.PositiveIntegerField(default=1, editable=False)

    naam = models.CharField("naam", max_length=200, blank=True, editable=False)
    bereik = models.CharField("hoe bereiken", max_length=10, choices=Bereik, blank=True, editable=False)
    email = models.EmailField("e-mail", max_length=254, blank=True, editable=False)
    email_bevestigd_op = models.DateTimeField(null=True, blank=True, editable=False)
    telefoon = models.CharField("telefoon", max_length=30, blank=True, editable=False)
    telefoon_bevestigd_op = models.DateTimeField(null=True, blank=True, editable=False)
    akkoord_op = models.DateTimeField("vond plaatsen goed op", null=True, blank=True, editable=False)
    namens_groep = models.BooleanField("ingevuld voor een groep", default=False, editable=False)
    groep_email = models.EmailField("e-mail van de groep", max_length=254, blank=True, editable=False)
    groep_akkoord_op = models.DateTimeField("de groep zei: dit klopt", null=True, blank=True, editable=False)

    code_nummer = models.PositiveSmallIntegerField(default=0, editable=False)
    code_afdruk = models.CharField(max_length=64, unique=True, null=True, editable=False)

    aangemaakt_op = models.DateTimeField("begonnen op", auto_now_add=True)
    bewaard_op = models.DateTimeField("laatst bewaard op", default=timezone.now, editable=False)
    ingediend_op = models.DateTimeField("ingediend op", null=True, blank=True, editable=False)
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True, editable=False)
    gewist_op = models.DateTimeField("gegevens gewist op", null=True, blank=True, editable=False)

    objects = InzendingQuerySet.as_manager()

    class Meta:
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"
        ordering = ["ingediend_op", "pk"]
        indexes = [
            models.Index(fields=["status", "ingediend_op"]),
            models.Index(fields=["doel_soort", "doel_id"]),
            models.Index(fields=["email"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[Status.CONCEPT, Status.INGETROKKEN]) | Q(ingediend_op__isnull=False),
                name="kern_inzending_ingediend_op",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.GOEDGEKEURD, Status.AFGEWEZEN])
                | (Q(beslist_op__isnull=False) & ~Q(uitkomst="")),
                name="kern_inzending_beslist",
            ),
            models.CheckConstraint(
                condition=Q(doel_soort__isnull=True, doel_id__isnull=True)
                | Q(doel_soort__isnull=False, doel_id__isnull=False),
                name="kern_inzending_doel_heel",
            ),
        ]

    def __str__(self) -> str:
        return self.onderwerp or f"Inzending {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_klaar(self) -> bool:
        return self.status in KLAAR

    @property
    def is_bereikbaar_per_mail(self) -> bool:
        return bool(self.email)

    @property
    def geldig_tot(self) -> datetime:
        """Until when the code and a new link open this."""
        if self.beslist_op:
            return self.beslist_op + settings.BEWAARTERMIJNEN["inzendingen"]
        termijn = settings.BEWAARTERMIJNEN["concepten" if self.status == Status.CONCEPT else "inzendingen"]
        return self.bewaard_op + termijn

    @property
    def wacht_sinds(self) -> timedelta | None:
        """How long the sender has been waiting for us; ``None`` before it was sent and after it was decided."""
        return timezone.now() - self.ingediend_op if self.is_open and self.ingediend_op else None

    @property
    def open_vragen(self) -> "DialoogregelQuerySet":
        """What the team asked and nobody answered yet."""
        return self.dialoog.vragen().filter(beantwoord_op__isnull=True)

    def spreekt(self, wie: Spreker, tekst: str, **velden: object) -> "models.Model":
        """Add a line to the dialogue."""
        return self.dialoog.create(van=wie, tekst=tekst, **velden)

    def heeft(self, gebruiker: "Gebruiker") -> bool:
        return self.behandelaar_id == gebruiker.pk
