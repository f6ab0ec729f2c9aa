"""Uitvragen in the admin: write one, choose who gets it, send it, and see who answered."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from alliantie.kern.beheer import RegelsAdmin, korte_datum
from initiatieven import acties, regels
from initiatieven.admin.uitvraagform import (
    AutocompleteZonderVraag,
    OntvangerForm,
    OntvangerFormSet,
    UitvraagForm,
)
from initiatieven.admin.vermelding import zonder_zijpaden
from initiatieven.models import Uitvraag, Uitvraagontvanger
from initiatieven.querysets import UitvraagontvangerQuerySet


class Ronde(NamedTuple):
    """A round of mail as staff see it."""

    doen: Callable[..., int]
    aan: Callable[[UitvraagontvangerQuerySet], UitvraagontvangerQuerySet]
    knop: str
    uitleg: str
    niemand: str
    klaar: str


RONDES = {
    "versturen": Ronde(
        acties.verstuur_uitvraag,
        lambda ontvangers: ontvangers.nog_te_vragen(),
        "Verstuur",
        "Iedereen krijgt een eigen mail met een eigen link. Daarna staat de tekst vast.",
        "Iedereen kreeg deze mail al.",
        "Verstuurd",
    ),
    "herinneren": Ronde(
        acties.herinner,
        lambda ontvangers: ontvangers.te_herinneren(),
        "Herinner wie nog niets liet horen",
        "Iedereen krijgt hoogstens één herinnering. Hierna kunt u deze mensen niet nog een keer herinneren.",
        "Er is niemand die nog een herinnering kan krijgen.",
        "De herinnering is verstuurd",
    ),
}


def mensen(aantal: int) -> str:
    """Return for how many people, in words."""
    return f"{aantal} {'ontvanger' if aantal == 1 else 'ontvangers'}"


class UitvraagRegels(RegelsAdmin):
    """Whom we ask: mail addresses of persons, not for who only reads along."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        regel = {"bekijken": "uitvragen_bekijken", "verwijderen": "lijsten_verwijderen"}.get(
            actie, "uitvragen_versturen"
        )
        return regels.mag_altijd(gebruiker, regel)


class OntvangerRegels(UitvraagRegels):
    """Who may write an uitvraag also takes people out of it again."""

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        return UitvraagRegels.mag(gebruiker, "wijzigen" if actie == "verwijderen" else actie, rij)


class OntvangerInline(OntvangerRegels, admin.TabularInline):
    model = Uitvraagontvanger
    form = OntvangerForm
    formset = OntvangerFormSet
    verbose_name_plural = "wie krijgt de mail nog"
    extra = 0
    fields = ["organisatie", "gemeente", "email"]
    vooraan = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Uitvraagontvanger]:
        """Who got the mail stands in the list above the form. A sent form may still name them: then it is told so."""
        rijen = super().get_queryset(request).select_related("organisatie", "gemeente")
        return rijen if request.method == "POST" else rijen.nog_te_vragen()  # type: ignore[attr-defined]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in {"organisatie", "gemeente"}:
            kwargs["widget"] = AutocompleteZonderVraag(db_field, self.admin_site)
        return zonder_zijpaden(super().formfield_for_dbfield(db_field, request, **kwargs))


@admin.register(Uitvraag)
class UitvraagAdmin(UitvraagRegels, admin.ModelAdmin):
    plek = ("Catalogus", 5)
    form = UitvraagForm
    change_form_template = "admin/initiatieven/uitvraag_change_form.html"
    list_display = ["titel", "gemaakt", "verstuurd", "gevraagd", "antwoorden", "tips"]
    search_fields = ["titel"]
    inlines = [OntvangerInline]
    fieldsets = [
        ("Wat u vraagt", {"fields": ["titel", "bericht"]}),
        ("Wie u het vraagt", {"fields": ["plak"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Uitvraag]:
        return super().get_queryset(request).met_tellingen()  # type: ignore[attr-defined]

    def get_readonly_fields(self, request: HttpRequest, obj: Uitvraag | None = None) -> list[str]:
        return ["bericht"] if obj and obj.verstuurd_op else []

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Lock what is being saved: a colleague who sends it at this moment waits, and no row is put back unsent."""
        if request.method == "POST" and object_id.isdecimal():
            Uitvraag.objects.select_for_update().filter(pk=object_id).first()
        return super().get_object(request, object_id, from_field)

    # --- the list -----------------------------------------------------------------------------------

    @admin.display(description="gemaakt", ordering="gemaakt_op")
    def gemaakt(self, uitvraag: Uitvraag) -> str:
        return korte_datum(uitvraag.gemaakt_op)

    @admin.display(description="verstuurd", ordering="verstuurd_op", empty_value="Nog niet")
    def verstuurd(self, uitvraag: Uitvraag) -> str | None:
        return korte_datum(uitvraag.verstuurd_op) or None

    @admin.display(description="gevraagd", ordering="aantal_gevraagd")
    def gevraagd(self, uitvraag: Any) -> str:
        return f"{uitvraag.aantal_gevraagd} van {uitvraag.aantal_ontvangers}"

    @admin.display(description="lieten iets horen", ordering="aantal_antwoorden")
    def antwoorden(self, uitvraag: Any) -> int:
        return uitvraag.aantal_antwoorden

    @admin.display(description="tips", ordering="aantal_tips")
    def tips(self, uitvraag: Any) -> int:
        return uitvraag.aantal_tips

    # --- one uitvraag -------------------------------------------------------------------------------

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        geplakt = form.cleaned_data.get("plak") or []
        if geplakt:
            nieuw = acties.voeg_ontvangers_toe(uitvraag=form.instance, door=request.user, adressen=geplakt)
            al = len(geplakt) - nieuw
            messages.success(
                request,
                f"{mensen(nieuw)} erbij."
                + (f" {al} {'stond' if al == 1 else 'stonden'} er al." if al else ""),
            )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["show_save_and_add_another"] = False  # nobody writes two of these in one go
        return super().render_change_form(request, context, *args, **kwargs)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        eigen: dict[str, Any] = {}
        if object_id.isdecimal() and regels.mag_altijd(request.user, "uitvragen_bekijken"):
            ontvangers = list(
                Uitvraagontvanger.objects.filter(uitvraag=object_id).met_wie().prefetch_related("tips")
            )
            gevraagd = [ontvanger for ontvanger in ontvangers if ontvanger.verstuurd_op]
            eigen = {
                # Who answered comes first: that is what staff come to see.
                "gevraagd": sorted(gevraagd, key=lambda ontvanger: ontvanger.antwoord_op is None),
                "antwoorden": sum(1 for ontvanger in gevraagd if ontvanger.antwoord_op),
                "aantal_tips": sum(len(ontvanger.tips.all()) for ontvanger in gevraagd),
                "rondes": self._rondes(request, int(object_id), ontvangers),
                "bureau": f"{reverse('admin:index')}kern/inzending/",
            }
        return super().change_view(request, object_id, form_url, eigen | (extra_context or {}))

    def _rondes(
        self, request: HttpRequest, pk: int, ontvangers: list[Uitvraagontvanger]
    ) -> list[tuple[str, str, int]]:
        """Return the buttons: label, address, and to how many it goes; none where nobody is left."""
        if not regels.mag_altijd(request.user, "uitvragen_versturen"):
            return []
        aantallen = {
            "versturen": sum(1 for rij in ontvangers if not rij.verstuurd_op),
            "herinneren": sum(
                1 for rij in ontvangers if rij.verstuurd_op and not rij.antwoord_op and not rij.herinnerd_op
            ),
        }
        return [
            (ronde.knop, reverse("admin:initiatieven_uitvraag_ronde", args=[pk, naam]), aantallen[naam])
            for naam, ronde in RONDES.items()
            if aantallen[naam]
        ]

    # --- sending ------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        eigen = path(
            "<int:pk>/mail/<str:naam>/",
            self.admin_site.admin_view(self.ronde),
            name="initiatieven_uitvraag_ronde",
        )
        return [eigen, *super().get_urls()]

    def ronde(self, request: HttpRequest, pk: int, naam: str) -> HttpResponse:
        """Say to how many the mail goes, and send it when the button is pressed."""
        if not regels.mag_altijd(request.user, "uitvragen_versturen"):
            raise PermissionDenied
        uitvraag = get_object_or_404(Uitvraag, pk=pk)
        terug = reverse("admin:initiatieven_uitvraag_change", args=[pk])
        ronde = RONDES.get(naam)
        if ronde is None:
            return HttpResponseRedirect(terug)
        if request.method == "POST":
            aantal = ronde.doen(uitvraag=uitvraag, door=request.user)
            if aantal:
                self.log_change(request, uitvraag, f"{ronde.klaar} aan {mensen(aantal)}")
                messages.success(request, f"{ronde.klaar} aan {mensen(aantal)}.")
            else:
                messages.warning(request, f"{ronde.niemand} Misschien deed een collega dit net.")
            return HttpResponseRedirect(terug)
        context = self.admin_site.each_context(request) | {
            "title": ronde.knop,
            "ronde": ronde,
            "uitvraag": uitvraag,
            "aan": list(ronde.aan(uitvraag.ontvangers.met_wie())),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/initiatieven/uitvraag_ronde.html", context)
