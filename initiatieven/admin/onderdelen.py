"""What hangs on a methodiek or initiatief, edited on its page. The order is a number; new rows come last."""

from typing import Any

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.utils.html import format_html
from django.utils.safestring import SafeString

from initiatieven.admin.mag import ContactRegels, OnderdeelRegels
from initiatieven.keuzes import Kenmerk
from initiatieven.models import (
    Aandachtspunt,
    Betrokkene,
    Bron,
    Contactpersoon,
    Document,
    Financiering,
    Foto,
    Les,
    Oordeel,
    Stap,
)


class VolgordeForm(forms.ModelForm):
    """An empty order number means: at the end."""

    volgorde = forms.IntegerField(
        label="Volgorde",
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"class": "volgorde", "inputmode": "numeric"}),
        help_text="Leeg is onderaan. Tussen 40 en 50? Vul 45 in.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["volgorde"] = None

    def clean_volgorde(self) -> int:
        volgorde = self.cleaned_data["volgorde"]
        return 32000 if volgorde is None else min(volgorde, 32000)


class InVolgorde:
    form = VolgordeForm
    extra = 0
    vooraan = False  # in the list of what is on the page


class AandachtspuntInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Aandachtspunt
    fields = [("volgorde", "titel"), "tekst"]


class StapInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Stap
    vooraan = True
    met_suggesties = ["fase"]
    fields = [("volgorde", "fase"), "titel", "tekst", ("wie", "duur"), ("kosten", "nodig")]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        veld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.met_suggesties:
            veld.widget.attrs["list"] = f"stappen-{db_field.name}-suggesties"
        return veld


class OordeelFormSet(BaseInlineFormSet):
    """Offers a row for each kenmerk that has no judgement yet; rows left alone are not saved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gedaan = {oordeel.kenmerk for oordeel in self.queryset} if self.instance.pk else set()
        self.initial_extra = [{"kenmerk": kenmerk} for kenmerk in Kenmerk.values if kenmerk not in gedaan]
        self.extra = len(self.initial_extra)


class OordeelForm(forms.ModelForm):
    """Each row is about one fixed kenmerk: read, not chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.kenmerk = self.initial.get("kenmerk", "")


class OordeelInline(OnderdeelRegels, admin.TabularInline):
    model = Oordeel
    form = OordeelForm
    formset = OordeelFormSet
    max_num = len(Kenmerk)
    can_delete = False
    fields = ["over", "kenmerk", "voldoet", "toelichting"]
    readonly_fields = ["over"]

    @admin.display(description="kenmerk")
    def over(self, oordeel: Oordeel) -> str:
        return oordeel.get_kenmerk_display()

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "toelichting":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "cols": 60})
        elif db_field.name == "kenmerk":
            kwargs["widget"] = forms.HiddenInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class FotoInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Foto
    vooraan = True
    fields = [("volgorde", "voorbeeld"), "beeld", "alt", ("toestemming", "maker")]
    readonly_fields = ["voorbeeld"]

    @admin.display(description="voorbeeld")
    def voorbeeld(self, foto: Foto) -> SafeString | str:
        if not foto.pk or not foto.beeld:
            return "Nog geen foto"
        return format_html(
            '<a href="{0}"><img src="{0}" alt="{1}" class="voorbeeldje" loading="lazy"></a>',
            foto.beeld.url,
            foto.alt,
        )


class DocumentInline(OnderdeelRegels, InVolgorde, admin.TabularInline):
    model = Document
    view_on_site = False  # the column "bekijk" does
    fields = ["volgorde", "titel", "bestand", "bekijk"]
    readonly_fields = ["bekijk"]

    @admin.display(description="bekijk")
    def bekijk(self, document: Document) -> SafeString | str:
        return (
            format_html('<a href="{}">{}</a>', document.get_absolute_url(), document.bestandsnaam)
            if document.pk
            else ""
        )


class BronInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Bron
    fields = [("volgorde", "titel"), ("uitgever", "datum"), "url", "gecontroleerd_op"]


class FinancieringInline(OnderdeelRegels, admin.StackedInline):
    model = Financiering
    extra = 0
    fields = [("bron", "vorm"), ("bedrag_van", "bedrag_tot"), ("structureel", "jaar"), "toelichting"]


class LesInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Les
    fields = [("volgorde", "titel"), "tekst"]


class BetrokkeneInline(OnderdeelRegels, admin.TabularInline):
    model = Betrokkene
    extra = 0
    autocomplete_fields = ["organisatie"]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Leave only the plus beside an organisation: a new one can be made halfway, the rest is on its own page."""
        veld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "organisatie":
            veld.widget.can_change_related = veld.widget.can_view_related = False
            veld.widget.can_delete_related = False
        return veld


class ContactpersoonInline(ContactRegels, admin.StackedInline):
    model = Contactpersoon
    extra = 0
    fields = ["naam", ("email", "telefoon"), "akkoord_op"]
