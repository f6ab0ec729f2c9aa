"""Something that runs, or ran, in a place."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from initiatieven.keuzes import Soort
from initiatieven.models.methodiek import MARKDOWN, Methodiek
from initiatieven.models.vermelding import NIET_IN_GESCHIEDENIS, Ingedeeld, Vermelding
from initiatieven.querysets import ContactpersoonQuerySet, InitiatiefQuerySet


class Initiatief(Ingedeeld, Vermelding):
    SOORT = Soort.INITIATIEF

    vermelding_ptr = models.OneToOneField(
        Vermelding,
        on_delete=models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="als_initiatief",
    )

    verhaal = models.TextField(
        "het verhaal", blank=True, help_text=f"Wie begon? Wat doen zij? Voor wie? {MARKDOWN}"
    )
    opbrengst = models.TextField("wat het oplevert", blank=True)
    samenwerking = models.TextField("met wie zij samenwerken", blank=True)
    geleerd = models.TextField("wat zij leerden", blank=True)
    mensen_bereikt = models.PositiveIntegerField("hoeveel mensen doen mee", null=True, blank=True)
    mensen_bereikt_toelichting = models.CharField("uitleg bij dat aantal", max_length=200, blank=True)
    vrijwilligers = models.PositiveIntegerField("hoeveel vrijwilligers", null=True, blank=True)
    methodiek = models.ForeignKey(
        Methodiek,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="navolgers",
        verbose_name="volgt deze methodiek",
    )
    geinspireerd_op = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="afgeleid",
        verbose_name="gebaseerd op",
    )
    anders_gedaan = models.TextField("wat zij anders doen", blank=True)

    objects = InitiatiefQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=["themas", "doelgroepen"], excluded_fields=NIET_IN_GESCHIEDENIS)

    class Meta:
        verbose_name = "initiatief"
        verbose_name_plural = "initiatieven"
        constraints = [
            models.CheckConstraint(
                condition=Q(geinspireerd_op__isnull=True) | ~Q(geinspireerd_op=F("vermelding_ptr")),
                name="initiatieven_initiatief_niet_op_zichzelf",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.pk and self.geinspireerd_op_id == self.pk:
            raise ValidationError(
                {"geinspireerd_op": "Een initiatief kan niet op zichzelf gebaseerd zijn. Kies een ander."}
            )


class Betrokkene(models.Model):
    """An organisation that takes part in an initiatief, and as what."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="betrokkenen")
    organisatie = models.ForeignKey(
        "initiatieven.Organisatie",
        on_delete=models.CASCADE,
        related_name="betrokkenheid",
        verbose_name="organisatie",
    )
    rol = models.CharField("doet mee als", max_length=120, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "organisatie die meedoet"
        verbose_name_plural = "organisaties die meedoen"
        ordering = ["organisatie__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiatief", "organisatie"], name="initiatieven_betrokkene_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisatie}: {self.rol}" if self.rol else str(self.organisatie)


class Contactpersoon(models.Model):
    """Whom the portal writes to for an initiatief. Never shown in public: a visitor uses the contact form."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="contactpersonen")
    naam = models.CharField("naam", max_length=120)
    email = models.EmailField("mailadres", blank=True)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    akkoord_op = models.DateField(
        "gaf toestemming op", null=True, blank=True, help_text="Zonder toestemming sturen wij geen post door."
    )
    gevraagd_op = models.DateField("gevraagd of het nog klopt", null=True, blank=True, editable=False)

    objects = ContactpersoonQuerySet.as_manager()

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen (niet openbaar)"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(telefoon=""), name="initiatieven_contactpersoon_bereikbaar"
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        if not self.email and not self.telefoon:
            raise ValidationError("Vul een mailadres of een telefoonnummer in.")
