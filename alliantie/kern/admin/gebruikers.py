"""Accounts in the admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp import devices_for_user

from alliantie.kern import regels
from alliantie.kern.beheer import TabelAdmin, korte_datum
from alliantie.kern.models import Gebruiker
from alliantie.kern.rollen import ALLEEN_COORDINATOR, heeft_rol


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
