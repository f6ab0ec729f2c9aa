"""A meeting in the admin: the list, the form, and what happens after saving."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.dateformat import format as datum_als
from django.utils.html import format_html

from alliantie.kern.beheer import MetGeschiedenis
from bijeenkomsten import regels
from bijeenkomsten.acties import beheer as acties
from bijeenkomsten.acties.lessen import deel_lessen, trek_lessen_in
from bijeenkomsten.admin import aanmeldingen, besluit, deur, mailen, onderdelen, toevoegen, voorstel
from bijeenkomsten.admin.bijeenkomstform import BijeenkomstForm, momentveld
from bijeenkomsten.admin.filters import Wanneerfilter
from bijeenkomsten.admin.mag import BijeenkomstRegels
from bijeenkomsten.models import Bijeenkomst, Bijeenkomstles
from bijeenkomsten.overzicht import plekken_in_woorden
from bijeenkomsten.views.bijeenkomst import toon_bijeenkomst
from initiatieven.acties import hernummer
from initiatieven.admin.vermelding import zonder_zijpaden
from initiatieven.models import Les

KORTE_TEKSTEN = {"route", "reiskosten_uitleg", "kosten_uitleg", "redactienotitie"}
# What a meeting that is made from an earlier one does not take over.
NIET_OVERNEMEN = frozenset(
    {"slug", "begin", "einde", "aanmelden_vanaf", "aanmelden_tot", "verslag", "voorbeeld", "redactienotitie"}
)


@admin.register(Bijeenkomst)
class BijeenkomstAdmin(BijeenkomstRegels, MetGeschiedenis):
    plek = ("Catalogus", 4)
    form = BijeenkomstForm
    change_form_template = "admin/bijeenkomsten/bijeenkomst_change_form.html"
    andere_delen = "Foto's, materiaal en lessen"
    list_display = ["titel", "status_in_woorden", "wanneer_kort", "waar_kort", "plekken"]
    list_filter = [Wanneerfilter, "status", "soort", "voor_wie", "gemeente__provincie"]
    list_select_related = ["gemeente"]
    list_per_page = 50
    ordering = ["-begin", "-pk"]
    search_fields = ["titel", "samenvatting", "locatie", "gemeente__naam"]
    autocomplete_fields = ["gemeente", "bezocht"]
    fieldsets = [
        ("Wat is het", {"fields": ["titel", "samenvatting", ("soort", "voor_wie"), "programma"]}),
        ("Wanneer", {"fields": [("begin", "einde")]}),
        (
            "Waar, en kan iedereen erin",
            {
                "fields": [
                    "gemeente",
                    ("locatie", "adres"),
                    "online_link",
                    "route",
                    ("drempelvrij", "ringleiding", "rustige_ruimte"),
                ]
            },
        ),
        (
            "Wat kost het wie komt",
            {
                "fields": [
                    "toegang_euro",
                    ("reiskosten", "reiskosten_uitleg"),
                    ("lunch", "kinderopvang"),
                    "kosten_uitleg",
                ]
            },
        ),
        (
            "Aanmelden",
            {
                "fields": [
                    "met_aanmelden",
                    ("capaciteit", "meeste_per_aanmelding"),
                    ("aanmelden_vanaf", "aanmelden_tot"),
                    "bedenktijd_uren",
                ]
            },
        ),
        ("Waar gaat het over", {"fields": ["themas", "vermeldingen", "bezocht", "organisatoren"]}),
        ("Na afloop", {"fields": ["verslag"]}),
        ("Voor de redactie", {"fields": ["voorbeeld", "redactienotitie", "slug", "gelezen", "van"]}),
    ]
    inlines = [onderdelen.FotoInline, onderdelen.MateriaalInline, onderdelen.LesInline]

    # --- the list -----------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Bijeenkomst]:
        return super().get_queryset(request).met_aantallen()  # type: ignore[attr-defined]

    @admin.display(description="status", ordering="status")
    def status_in_woorden(self, bijeenkomst: Bijeenkomst) -> str:
        return format_html(
            '<span class="stand stand-{}">{}</span>', bijeenkomst.status, bijeenkomst.get_status_display()
        )

    @admin.display(description="wanneer", ordering="begin")
    def wanneer_kort(self, bijeenkomst: Bijeenkomst) -> str:
        begin = timezone.localtime(bijeenkomst.begin)
        return f"{datum_als(begin, 'D j b Y')}, {begin:%H.%M}"

    @admin.display(description="waar", ordering="gemeente__naam")
    def waar_kort(self, bijeenkomst: Bijeenkomst) -> str:
        return bijeenkomst.gemeente.naam if bijeenkomst.gemeente else "Online"

    @admin.display(description="plekken", ordering="aantal_bezet")
    def plekken(self, bijeenkomst: Any) -> str:
        if not bijeenkomst.met_aanmelden and not bijeenkomst.aantal_aanmeldingen:
            return "Zonder aanmelden"
        return plekken_in_woorden(
            bijeenkomst.capaciteit, bijeenkomst.aantal_bezet, bijeenkomst.aantal_wachtend
        )

    # --- the form -----------------------------------------------------------------------------------

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
        veld = zonder_zijpaden(super().formfield_for_dbfield(db_field, request, **kwargs))
        return momentveld(veld) if isinstance(veld, forms.SplitDateTimeField) else veld

    def get_fieldsets(self, request: HttpRequest, obj: Bijeenkomst | None = None) -> Any:
        """Leave out what only a form that is sent has, for who reads along; and what is for afterwards, before."""
        delen = super().get_fieldsets(request, obj)
        if obj is None:
            return [deel for deel in delen if deel[0] != "Na afloop"]
        if self.has_change_permission(request, obj):
            return delen
        verborgen = {"gelezen", "van"}
        return [(kop, {"fields": [v for v in deel["fields"] if v not in verborgen]}) for kop, deel in delen]

    def get_inlines(self, request: HttpRequest, obj: Bijeenkomst | None) -> Any:
        return self.inlines if obj is not None else []

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill in the form from an earlier meeting (``?van=…``): everything but the dates and what came after."""
        sleutel = request.GET.get("van", "")
        vorige = Bijeenkomst.objects.filter(pk=sleutel).first() if sleutel.isdecimal() else None
        if vorige is None:
            return {}
        velden = forms.model_to_dict(vorige)
        return {naam: waarde for naam, waarde in velden.items() if naam not in NIET_OVERNEMEN} | {
            "van": vorige.pk
        }

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["show_save_and_add_another"] = False  # nobody writes two of these in one go
        return super().render_change_form(request, context, *args, **kwargs)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        bijeenkomst = self.get_object(request, object_id) if object_id.isdecimal() else None
        eigen: dict[str, Any] = {}
        if bijeenkomst is not None and self.has_view_permission(request, bijeenkomst):
            eigen = {
                "bijeenkomst": bijeenkomst,
                "knoppen": self._knoppen(request, bijeenkomst),
                "ontbreekt": [] if bijeenkomst.is_openbaar else acties.wat_ontbreekt(bijeenkomst),
                "plekken": self.plekken(bijeenkomst),
                "gewist": aanmeldingen.gewist_in_woorden(bijeenkomst),
            }
        return super().change_view(request, object_id, form_url, eigen | (extra_context or {}))

    def _knoppen(self, request: HttpRequest, bijeenkomst: Bijeenkomst) -> list[tuple[str, str]]:
        """Return the buttons above the form: label and address."""
        knoppen = [
            (wat.knop, self.adres("besluit", bijeenkomst.pk, naam))
            for naam, wat in besluit.BESLUITEN.items()
            if regels.mag(request.user, naam, bijeenkomst)
        ]
        if bijeenkomst.gepubliceerd_op and regels.mag(request.user, "aanmeldingen_bekijken", bijeenkomst):
            knoppen.insert(0, ("Aanmeldingen", self.adres("aanmeldingen", bijeenkomst.pk)))
        if regels.mag_altijd(request.user, "toevoegen"):
            knoppen.append(("Maak een nieuwe van deze", f"{self.adres('add')}?van={bijeenkomst.pk}"))
        if bijeenkomst.bezocht_id and regels.mag(request.user, "wijzigen", bijeenkomst):
            knoppen.append(("Stel een wijziging voor", self.adres("voorstel", bijeenkomst.pk)))
        return knoppen

    def adres(self, naam: str, *args: Any) -> str:
        return reverse(f"admin:bijeenkomsten_bijeenkomst_{naam}", args=args)

    def view_on_site(self, bijeenkomst: Bijeenkomst) -> str:
        """The public page, or while it is not public the preview that looks the same."""
        if bijeenkomst.is_openbaar:
            return bijeenkomst.get_absolute_url()
        return self.adres("voorvertoning", bijeenkomst.pk)

    # --- saving -------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Bijeenkomst, form: Any, change: bool) -> None:
        if not change:
            obj.vorige = form.cleaned_data.get("van")
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            if "volgorde" in formset.form.base_fields:
                hernummer(rijen=formset.queryset.model.objects.filter(bijeenkomst=form.instance))
            if formset.model is Bijeenkomstles:
                weg = [les.les_id for les in formset.deleted_objects if les.les_id]
                trek_lessen_in(lessen=Les.objects.filter(pk__in=weg))
        if change:
            veranderd = set(form.changed_data)
            acties.verwerk_wijziging(bijeenkomst=form.instance, veranderd=veranderd)
            request.is_belangrijk = bool(veranderd & acties.BELANGRIJK)  # type: ignore[attr-defined]
        deel_lessen(bijeenkomst=form.instance, door=request.user)  # type: ignore[arg-type]

    def response_change(self, request: HttpRequest, obj: Bijeenkomst) -> HttpResponse:
        """Ask whether who signed up must hear of another time or place, before anything goes."""
        antwoord = super().response_change(request, obj)
        if getattr(request, "is_belangrijk", False) and mailen.is_nodig(request, obj):
            return HttpResponseRedirect(self.adres("gewijzigd", obj.pk))
        return antwoord

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Put an old version back whole or not at all, with its lists; calendars follow."""
        with transaction.atomic():
            antwoord = super().history_form_view(request, object_id, version_id, extra_context)
            if request.method == "POST" and antwoord.status_code in {301, 302}:
                versie = get_object_or_404(self.model.history, pk=version_id)
                rij = get_object_or_404(Bijeenkomst, pk=object_id)
                rij.themas.set(regel.thema_id for regel in versie.themas.all())
                rij.vermeldingen.set(regel.vermelding_id for regel in versie.vermeldingen.all())
                rij.organisatoren.set(regel.organisatie_id for regel in versie.organisatoren.all())
                acties.verwerk_wijziging(bijeenkomst=rij, veranderd=acties.BELANGRIJK)
        return antwoord

    # --- other pages --------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        paginas = [
            ("voorvertoning/", self.voorvertoning, "voorvertoning"),
            ("besluit/<str:wat>/", self._met(besluit.besluit), "besluit"),
            ("gewijzigd/", self._met(mailen.gewijzigd), "gewijzigd"),
            ("voorstel/", self._met(voorstel.voorstel), "voorstel"),
            ("aanmeldingen/", self._met(aanmeldingen.lijst), "aanmeldingen"),
            ("aanmeldingen/toevoegen/", self._met(toevoegen.toevoegen), "toevoegen"),
            ("aanmeldingen/mailen/", self._met(mailen.mailen), "mailen"),
            ("aanmeldingen/presentielijst.pdf", self._met(aanmeldingen.presentielijst), "presentielijst"),
            ("aanmeldingen/tabel.<str:formaat>", self._met(aanmeldingen.tabel), "tabel"),
            ("aanmeldingen/<int:nummer>/", self._met(aanmeldingen.een), "aanmelding"),
            ("deur/", self._met(deur.deur), "deur"),
        ]
        eigen = [
            path(
                f"<int:pk>/{pad}", self.admin_site.admin_view(view), name=f"bijeenkomsten_bijeenkomst_{naam}"
            )
            for pad, view, naam in paginas
        ]
        return [*eigen, *super().get_urls()]

    def _met(self, pagina: Any) -> Any:
        """Return a page of another module as a view of this admin."""
        rijen = Bijeenkomst.objects.select_related("gemeente", "bezocht").met_aantallen()

        def view(request: HttpRequest, pk: int, **delen: Any) -> HttpResponse:
            bijeenkomst = get_object_or_404(rijen, pk=pk)
            return pagina(self, request, bijeenkomst, **delen)

        return view

    def voorvertoning(self, request: HttpRequest, pk: int) -> HttpResponse:
        bijeenkomst = get_object_or_404(Bijeenkomst.objects.voor_pagina().met_aantallen(), pk=pk)
        if not regels.mag(request.user, "bekijken", bijeenkomst):
            raise PermissionDenied
        return toon_bijeenkomst(request, bijeenkomst, is_voorvertoning=not bijeenkomst.is_openbaar)
