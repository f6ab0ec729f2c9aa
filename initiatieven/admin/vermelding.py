"""What the admin pages of methodieken and initiatieven share."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from alliantie.kern.beheer import MetGeschiedenis, korte_datum
from initiatieven import acties, regels
from initiatieven.admin.mag import VermeldingRegels
from initiatieven.admin.vermeldingform import VermeldingForm
from initiatieven.models import Vermelding
from initiatieven.views.vermelding import toon_initiatief, toon_methodiek

KORTE_TEKSTEN = {"redactienotitie", "kosten_toelichting", "bewijs_toelichting", "anders_gedaan"}
INDELING = ("Waar hoort het bij", {"fields": ["hoofdthema", "themas", "doelgroepen"]})
VOOR_DE_REDACTIE = (
    "Voor de redactie",
    {"fields": ["voorbeeld", "bevestigd_op", "redactienotitie", "slug", "gelezen"]},
)


class Wissel(NamedTuple):
    """A change of status as staff see it."""

    doen: Callable[..., Vermelding]
    knop: str
    uitleg: str
    klaar: str
    reden_nodig: bool


WISSELS = {
    "publiceren": Wissel(
        acties.publiceer,
        "Publiceer",
        "Iedereen kan het daarna lezen.",
        "staat nu op de site",
        reden_nodig=False,
    ),
    "terughalen": Wissel(
        acties.haal_terug,
        "Haal terug",
        "Het wordt weer een concept. Niemand buiten het team ziet het dan nog.",
        "is weer een concept",
        reden_nodig=True,
    ),
    "archiveren": Wissel(
        acties.archiveer,
        "Archiveer",
        "Het gaat van de site en uit de dagelijkse lijst. U kunt het later terughalen.",
        "is gearchiveerd",
        reden_nodig=True,
    ),
}


def zonder_zijpaden(veld: Any) -> Any:
    """Leave out the little buttons that open another page halfway this one: lists are kept on their own pages."""
    if isinstance(getattr(veld, "widget", None), RelatedFieldWidgetWrapper):
        veld.widget.can_add_related = veld.widget.can_change_related = False
        veld.widget.can_delete_related = veld.widget.can_view_related = False
    return veld


class RedenForm(forms.Form):
    reden = forms.CharField(
        label="Waarom?",
        help_text="Dit komt in de geschiedenis. Alleen het team leest het.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 70}),
        error_messages={"required": "Schrijf kort op waarom"},
    )

    def __init__(self, *args: Any, nodig: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].required = nodig
        if not nodig:
            self.fields["reden"].label = "Waarom? (niet verplicht)"


class VermeldingAdmin(VermeldingRegels, MetGeschiedenis):
    form = VermeldingForm
    change_form_template = "admin/initiatieven/vermelding_change_form.html"
    list_display = ["titel", "status_in_woorden", "hoofdthema", "is_voorbeeld", "bevestigd", "veranderd"]
    list_select_related = ["hoofdthema", "gemeente"]
    list_per_page = 50
    search_fields = ["titel", "samenvatting"]
    prepopulated_fields = {"slug": ["titel"]}
    actions = ["publiceer", "haal_terug", "archiveer"]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["widget"] = forms.CheckboxSelectMultiple
        veld = super().formfield_for_manytomany(db_field, request, **kwargs)
        veld.help_text = db_field.help_text
        return veld

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "samenvatting":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "class": "vTextField", "maxlength": 200})
        elif db_field.name in KORTE_TEKSTEN:
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField kort"})
        return zonder_zijpaden(super().formfield_for_dbfield(db_field, request, **kwargs))

    @admin.display(description="status", ordering="status")
    def status_in_woorden(self, vermelding: Vermelding) -> str:
        return format_html(
            '<span class="stand stand-{}">{}</span>', vermelding.status, vermelding.get_status_display()
        )

    @admin.display(description="voorbeeld", ordering="voorbeeld")
    def is_voorbeeld(self, vermelding: Vermelding) -> str:
        return "Ja" if vermelding.voorbeeld else "Nee"

    @admin.display(description="veranderd", ordering="gewijzigd_op")
    def veranderd(self, vermelding: Vermelding) -> str:
        return korte_datum(vermelding.gewijzigd_op)

    @admin.display(description="bevestigd", ordering="bevestigd_op", empty_value="Nog niet")
    def bevestigd(self, vermelding: Vermelding) -> str | None:
        return korte_datum(vermelding.bevestigd_op) or None

    def view_on_site(self, vermelding: Vermelding) -> str:
        """The public page, or while it is not public the preview that looks the same."""
        return (
            vermelding.get_absolute_url()
            if vermelding.is_openbaar
            else self._adres("voorvertoning", vermelding.pk)
        )

    def _adres(self, naam: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{naam}", args=args)

    # --- saving ------------------------------------------------------------------------------------

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            if "volgorde" in formset.form.base_fields:
                acties.hernummer(
                    rijen=formset.queryset.model.objects.filter(**{formset.fk.name: form.instance})
                )
        acties.verwerk_wijziging(ids=[form.instance.pk])

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Put an old version back whole or not at all, the search included."""
        with transaction.atomic():
            antwoord = super().history_form_view(request, object_id, version_id, extra_context)
            if request.method == "POST":
                # The lists belong to the version too; the form of django-simple-history only knows the present ones.
                versie = get_object_or_404(self.model.history, pk=version_id)
                rij = get_object_or_404(self.model, pk=object_id)
                rij.themas.set(regel.thema_id for regel in versie.themas.all())
                rij.doelgroepen.set(regel.doelgroep_id for regel in versie.doelgroepen.all())
                acties.verwerk_wijziging(ids=[rij.pk])
        return antwoord

    # --- preview and status --------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        naam = f"{self.opts.app_label}_{self.opts.model_name}"
        eigen = [
            path(
                "<int:pk>/voorvertoning/",
                self.admin_site.admin_view(self.voorvertoning),
                name=f"{naam}_voorvertoning",
            ),
            path(
                "status/<str:actie>/", self.admin_site.admin_view(self.wissel_status), name=f"{naam}_status"
            ),
        ]
        return [*eigen, *super().get_urls()]

    def voorvertoning(self, request: HttpRequest, pk: int) -> HttpResponse:
        vermelding = get_object_or_404(self.model.objects.voor_pagina(), pk=pk)
        if not regels.mag_bekijken(request.user, vermelding):
            raise PermissionDenied
        toon = toon_methodiek if vermelding.soort == "methodiek" else toon_initiatief
        return toon(request, vermelding, is_voorvertoning=not vermelding.is_openbaar)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["show_save_and_add_another"] = False  # nobody writes two of these in one go
        return super().render_change_form(request, context, *args, **kwargs)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        vermelding = self.get_object(request, object_id)
        knoppen = []
        if vermelding is not None:
            adres = f"?pk={vermelding.pk}"
            knoppen = [
                (wissel.knop, self._adres("status", naam) + adres)
                for naam, wissel in WISSELS.items()
                if regels.mag(request.user, naam, vermelding)
            ]
        eigen = {
            "statusknoppen": knoppen,
            "vermelding": vermelding,
            "ontbreekt": acties.wat_ontbreekt(vermelding)
            if vermelding and not vermelding.is_openbaar
            else [],
        }
        return super().change_view(request, object_id, form_url, eigen | (extra_context or {}))

    def wissel_status(self, request: HttpRequest, actie: str) -> HttpResponse:
        """Ask for a reason, then change the status of one or many items; say of each what happened."""
        wissel = WISSELS.get(actie)
        sleutels = [pk for pk in (request.POST.getlist("pk") or request.GET.getlist("pk")) if pk.isdecimal()]
        vermeldingen = list(self.model.objects.filter(pk__in=sleutels).order_by("titel"))
        if wissel is None or not vermeldingen:
            return HttpResponseRedirect(self._adres("changelist"))
        if not any(regels.mag(request.user, actie, vermelding) for vermelding in vermeldingen):
            raise PermissionDenied
        form = RedenForm(request.POST or None, nodig=wissel.reden_nodig)
        if request.method == "POST" and form.is_valid():
            for vermelding in vermeldingen:
                self._wissel(request, wissel, vermelding, form.cleaned_data["reden"])
            return HttpResponseRedirect(
                self._adres("change", vermeldingen[0].pk)
                if len(vermeldingen) == 1
                else self._adres("changelist")
            )
        ontbreekt = [
            (vermelding, wat)
            for vermelding in vermeldingen
            if actie == "publiceren" and (wat := acties.wat_ontbreekt(vermelding))
        ]
        context = self.admin_site.each_context(request) | {
            "title": wissel.knop,
            "wissel": wissel,
            "vermeldingen": vermeldingen,
            "ontbreekt": ontbreekt,
            "kan": len(ontbreekt) < len(vermeldingen),
            "form": form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/initiatieven/status_wisselen.html", context)

    def _wissel(self, request: HttpRequest, wissel: Wissel, vermelding: Vermelding, reden: str) -> None:
        try:
            wissel.doen(vermelding=vermelding, door=request.user, reden=reden)
        except acties.NietCompleet as fout:
            messages.error(request, f"‘{vermelding}’ kan nog niet op de site: {', '.join(fout.wat)}.")
        except acties.OvergangNietToegestaan as fout:
            messages.warning(
                request, f"‘{vermelding}’ staat al op ‘{fout.van}’. Misschien deed een collega dit net."
            )
        except acties.NietToegestaan:
            messages.error(request, f"Dit mag u niet doen met ‘{vermelding}’. Vraag het de coördinator.")
        else:
            self.log_change(request, vermelding, f"{wissel.knop}: {reden}".strip(": "))
            messages.success(request, f"‘{vermelding}’ {wissel.klaar}.")

    def _naar_wissel(self, actie: str, gekozen: QuerySet[Vermelding]) -> HttpResponse:
        staart = "&".join(f"pk={pk}" for pk in gekozen.values_list("pk", flat=True))
        return HttpResponseRedirect(f"{self._adres('status', actie)}?{staart}")

    @admin.action(description="Publiceer", permissions=["change"])
    def publiceer(self, request: HttpRequest, gekozen: QuerySet[Vermelding]) -> HttpResponse:
        return self._naar_wissel("publiceren", gekozen)

    @admin.action(description="Haal terug (weer concept)", permissions=["change"])
    def haal_terug(self, request: HttpRequest, gekozen: QuerySet[Vermelding]) -> HttpResponse:
        return self._naar_wissel("terughalen", gekozen)

    @admin.action(description="Archiveer", permissions=["change"])
    def archiveer(self, request: HttpRequest, gekozen: QuerySet[Vermelding]) -> HttpResponse:
        return self._naar_wissel("archiveren", gekozen)
