"""Accounts and the outbox in the admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django_otp import devices_for_user

from alliantie.kern import regels
from alliantie.kern.beheer import Aandacht, TabelAdmin, korte_datum, vragen_aandacht
from alliantie.kern.models import Bericht, Gebruiker
from alliantie.kern.models.bericht import BerichtQuerySet
from alliantie.kern.rollen import ALLEEN_COORDINATOR, REDACTIE, heeft_rol
from alliantie.kern.tasks import verstuur_bericht

# The kinds of mail as staff call them; the key is the name of the template of the mail.
SOORTEN = {
    "vraag_voor_projectteam": "Vraag voor het team",
    "bericht_aan_projectteam": "Bericht aan het team",
    "vraag_aan_initiatief": "Vraag voor een initiatief",
}


def soort_in_woorden(soort: str) -> str:
    return SOORTEN.get(soort, soort.replace("_", " ").capitalize())


class NieuweGebruikerForm(BaseUserCreationForm):
    class Meta:
        model = Gebruiker
        fields = ("email", "naam", "groups")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = ""
        self.fields["password2"].help_text = ""


class GebruikerForm(UserChangeForm):
    class Meta:
        model = Gebruiker
        fields = "__all__"


@admin.register(Gebruiker)
class GebruikerAdmin(TabelAdmin, UserAdmin):
    tabel = regels.MAG["gebruikers"]
    plek = ("Teksten en mensen", 31)
    add_form = NieuweGebruikerForm
    form = GebruikerForm
    ordering = ["naam"]
    list_display = ["naam", "email", "rollen_in_woorden", "is_actief", "laatst_ingelogd"]
    list_filter = ["groups", "is_active"]
    search_fields = ["naam", "email"]
    readonly_fields = ["last_login", "aangemaakt_op"]
    fieldsets = [
        (None, {"fields": ["email", "naam", "password"]}),
        ("Wat mag deze persoon?", {"fields": ["is_active", "is_staff", "groups"]}),
        ("Wanneer", {"fields": ["last_login", "aangemaakt_op"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "naam"]}),
        ("Wat mag deze persoon?", {"fields": ["groups"]}),
        (
            "Wachtwoord",
            {
                "fields": ["password1", "password2"],
                "description": "Neem minstens 12 letters of cijfers. Een paar woorden achter elkaar werkt goed.",
            },
        ),
    ]
    actions = ["wis_tweede_stap"]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        veld = super().formfield_for_manytomany(
            db_field, request, **kwargs | {"widget": forms.CheckboxSelectMultiple}
        )
        if veld is not None:
            veld.label = "Rol"
            veld.help_text = "Wat elke rol mag, staat in de handleiding bij ‘Wie mag wat’."
        return veld

    def get_queryset(self, request: HttpRequest) -> QuerySet[Gebruiker]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="actief", ordering="is_active")
    def is_actief(self, gebruiker: Gebruiker) -> str:
        return "Ja" if gebruiker.is_active else "Nee"

    @admin.display(description="laatst ingelogd", ordering="last_login", empty_value="Nog nooit")
    def laatst_ingelogd(self, gebruiker: Gebruiker) -> str | None:
        return korte_datum(gebruiker.last_login) or None

    @admin.display(description="rollen")
    def rollen_in_woorden(self, gebruiker: Gebruiker) -> str:
        return ", ".join(groep.name for groep in gebruiker.groups.all()) or "geen"

    @admin.action(description="Wis de tweede stap (telefoon kwijt)")
    def wis_tweede_stap(self, request: HttpRequest, gebruikers: QuerySet[Gebruiker]) -> None:
        if not heeft_rol(request.user, ALLEEN_COORDINATOR):
            return
        for gebruiker in gebruikers:
            for apparaat in devices_for_user(gebruiker, confirmed=None):
                apparaat.delete()
            self.log_change(request, gebruiker, "Tweede stap gewist")
        messages.success(
            request, "Klaar. Bij de volgende keer inloggen kan deze persoon een nieuwe telefoon instellen."
        )


class Beantwoordfilter(admin.SimpleListFilter):
    title = "antwoord"
    parameter_name = "antwoord"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("nog_niet", "Wacht op antwoord"), ("blijft_liggen", "Kon niet weg")]

    def queryset(self, request: HttpRequest, queryset: Any) -> BerichtQuerySet:
        match self.value():
            case "nog_niet":
                return queryset.te_beantwoorden()
            case "blijft_liggen":
                return queryset.blijft_liggen()
        return queryset


class Soortfilter(admin.SimpleListFilter):
    title = "soort"
    parameter_name = "soort"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        soorten = Bericht.objects.order_by("soort").values_list("soort", flat=True).distinct()
        return [(soort, soort_in_woorden(soort)) for soort in soorten]

    def queryset(self, request: HttpRequest, queryset: Any) -> BerichtQuerySet:
        return queryset.filter(soort=self.value()) if self.value() else queryset


class Verzondenfilter(admin.SimpleListFilter):
    title = "verstuurd"
    parameter_name = "verstuurd"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("nee", "Nog niet weg"), ("ja", "Verstuurd")]

    def queryset(self, request: HttpRequest, queryset: Any) -> BerichtQuerySet:
        return (
            queryset.filter(verzonden_op__isnull=self.value() == "nee")
            if self.value() in {"ja", "nee"}
            else queryset
        )


@admin.register(Bericht)
class BerichtAdmin(TabelAdmin, admin.ModelAdmin):
    tabel = regels.MAG["berichten"]
    plek = ("Teksten en mensen", 32)
    list_display = ["onderwerp", "wat_voor", "stand_in_woorden", "gemaakt", "verzonden", "pogingen"]
    list_filter = [Beantwoordfilter, Soortfilter, Verzondenfilter, "gemaakt_op"]
    search_fields = ["onderwerp", "aan"]
    date_hierarchy = "gemaakt_op"
    fields = [
        "wat_voor",
        "aan",
        "antwoord_aan",
        "onderwerp",
        "tekst",
        "gemaakt_op",
        "verzonden_op",
        "pogingen",
        "fout",
    ]
    actions = ["beantwoord", "verstuur_opnieuw"]

    @admin.display(description="soort", ordering="soort")
    def wat_voor(self, bericht: Bericht) -> str:
        return soort_in_woorden(bericht.soort)

    @admin.display(description="gemaakt", ordering="gemaakt_op")
    def gemaakt(self, bericht: Bericht) -> str:
        return korte_datum(bericht.gemaakt_op)

    @admin.display(description="verzonden", ordering="verzonden_op", empty_value="Nog niet")
    def verzonden(self, bericht: Bericht) -> str | None:
        return korte_datum(bericht.verzonden_op) or None

    @admin.display(description="stand", ordering="verzonden_op")
    def stand_in_woorden(self, bericht: Bericht) -> str:
        return bericht.stand

    @admin.action(description="Zet op beantwoord")
    def beantwoord(self, request: HttpRequest, berichten: BerichtQuerySet) -> None:
        if not heeft_rol(request.user, REDACTIE):
            return
        aantal = berichten.te_beantwoorden().update(beantwoord_op=timezone.now())
        messages.success(
            request, f"{aantal} {'bericht staat' if aantal == 1 else 'berichten staan'} op beantwoord."
        )

    @admin.action(description="Probeer te versturen (wat nog niet weg is)")
    def verstuur_opnieuw(self, request: HttpRequest, berichten: BerichtQuerySet) -> None:
        if not heeft_rol(request.user, REDACTIE):
            return
        wachtend = list(berichten.te_versturen())
        for bericht in wachtend:
            verstuur_bericht.defer(bericht_id=bericht.pk)
        messages.success(
            request, f"{len(wachtend)} berichten gaan nu weg. Wat al weg was, blijft zoals het is."
        )


def van_de_post(request: HttpRequest) -> list[Aandacht]:
    if not heeft_rol(request.user, REDACTIE):
        return []
    lijst = reverse("admin:kern_bericht_changelist")
    wacht, ligt = Bericht.objects.te_beantwoorden().count(), Bericht.objects.blijft_liggen().count()
    return [
        Aandacht(
            "Vragen van bezoekers zonder antwoord",
            wacht,
            f"{lijst}?antwoord=nog_niet",
            "Antwoord gegeven? Zet ze op beantwoord.",
        ),
        Aandacht(
            "Mails die niet weg konden",
            ligt,
            f"{lijst}?antwoord=blijft_liggen",
            "Kijk wat er mis is en probeer het opnieuw.",
        ),
    ]


vragen_aandacht.append(van_de_post)
