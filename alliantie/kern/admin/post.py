"""The outbox in the admin: what went out, what did not, and sending it again."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from alliantie.kern import post, regels
from alliantie.kern.beheer import Aandacht, TabelAdmin, korte_datum, vragen_aandacht
from alliantie.kern.mailteksten import soort_in_woorden
from alliantie.kern.models import Bericht
from alliantie.kern.models.bericht import BerichtQuerySet
from alliantie.kern.rollen import REDACTIE, heeft_rol
from alliantie.kern.tasks import verstuur_bericht


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
        return sorted(((soort, soort_in_woorden(soort)) for soort in soorten), key=lambda paar: paar[1])

    def queryset(self, request: HttpRequest, queryset: Any) -> BerichtQuerySet:
        return queryset.filter(soort=self.value()) if self.value() else queryset


class Verzondenfilter(admin.SimpleListFilter):
    title = "verstuurd"
    parameter_name = "verstuurd"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("nee", "Nog niet weg"), ("ja", "Verstuurd"), ("terug", "Kwam terug")]

    def queryset(self, request: HttpRequest, queryset: Any) -> BerichtQuerySet:
        match self.value():
            case "nee":
                return queryset.te_versturen()
            case "ja":
                return queryset.verstuurd()
            case "terug":
                return queryset.teruggekomen()
        return queryset


class NogEensForm(forms.Form):
    """The key of one confirm page, so that a double click sends once."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


@admin.register(Bericht)
class BerichtAdmin(TabelAdmin, admin.ModelAdmin):
    tabel = regels.MAG["berichten"]
    plek = ("Teksten en mensen", 32)
    list_display = [
        "onderwerp",
        "wat_voor",
        "stand_in_woorden",
        "bij_inzending",
        "gemaakt",
        "verzonden",
        "pogingen",
    ]
    list_filter = [Beantwoordfilter, Soortfilter, Verzondenfilter, "gemaakt_op"]
    list_select_related = ["inzending"]
    search_fields = ["onderwerp", "aan"]
    date_hierarchy = "gemaakt_op"
    fields = [
        "wat_voor",
        "stand_in_woorden",
        "aan",
        "antwoord_aan",
        "onderwerp",
        "tekst",
        "bij_inzending",
        "gemaakt_op",
        "verzonden_op",
        "teruggekomen_op",
        "pogingen",
        "fout",
    ]
    actions = ["beantwoord", "verstuur_opnieuw", "stuur_nog_eens", "kwam_terug"]

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

    @admin.display(description="inzending", empty_value="")
    def bij_inzending(self, bericht: Bericht) -> str | None:
        if bericht.inzending is None:
            return None
        adres = f"{reverse('admin:index')}kern/inzending/{bericht.inzending_id}/change/"
        return format_html('<a href="{}">{}</a>', adres, bericht.inzending)

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
        gaan = "bericht gaat" if len(wachtend) == 1 else "berichten gaan"
        messages.success(request, f"{len(wachtend)} {gaan} nu weg. Wat al weg was, blijft zoals het is.")

    @admin.action(description="Stuur nog een keer (wat al weg is)")
    def stuur_nog_eens(self, request: HttpRequest, berichten: QuerySet[Bericht]) -> HttpResponse | None:
        """Ask first, then send the same words once more, as new mails."""
        if not heeft_rol(request.user, REDACTIE):
            return None
        weg = list(berichten.verstuurd().select_related("inzending"))  # type: ignore[attr-defined]
        if not weg:
            messages.error(request, "Kies berichten die al verstuurd zijn.")
            return None
        form = NogEensForm(request.POST if "sleutel" in request.POST else None)
        if form.is_valid():
            with transaction.atomic():
                for bericht in weg:
                    post.stuur_nog_eens(bericht=bericht, sleutel=str(form.cleaned_data["sleutel"]))
            gaan = "bericht gaat" if len(weg) == 1 else "berichten gaan"
            messages.success(request, f"{len(weg)} {gaan} nog een keer weg.")
            return None
        context = self.admin_site.each_context(request) | {
            "title": "Stuur nog een keer",
            "opts": self.opts,
            "berichten": weg,
            "form": NogEensForm(),
            "naam_vakje": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/kern/nog_eens.html", context)

    @admin.action(description="Kwam terug (kwam niet aan)")
    def kwam_terug(self, request: HttpRequest, berichten: BerichtQuerySet) -> None:
        if not heeft_rol(request.user, REDACTIE):
            return
        aantal = (
            berichten.verstuurd().filter(teruggekomen_op__isnull=True).update(teruggekomen_op=timezone.now())
        )
        messages.success(
            request, f"{aantal} {'bericht staat' if aantal == 1 else 'berichten staan'} op ‘kwam terug’."
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
