"""What stays of a meeting, edited on its page: photos, material and lessons."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bijeenkomsten.admin.mag import OnderdeelRegels
from bijeenkomsten.models import Bijeenkomstfoto, Bijeenkomstles, Materiaal
from initiatieven.admin.onderdelen import InVolgorde
from initiatieven.admin.vermelding import zonder_zijpaden


class FotoInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Bijeenkomstfoto
    fields = [("volgorde", "voorbeeld"), "beeld", "alt", "toestemming"]
    readonly_fields = ["voorbeeld"]

    @admin.display(description="voorbeeld")
    def voorbeeld(self, foto: Bijeenkomstfoto) -> SafeString | str:
        if not foto.pk or not foto.beeld:
            return "Nog geen foto"
        return format_html(
            '<a href="{0}"><img src="{0}" alt="{1}" class="voorbeeldje" loading="lazy"></a>',
            foto.beeld.url,
            foto.alt,
        )


class MateriaalInline(OnderdeelRegels, InVolgorde, admin.TabularInline):
    model = Materiaal
    view_on_site = False  # the column "bekijk" does
    fields = ["volgorde", "titel", "bestand", "bekijk"]
    readonly_fields = ["bekijk"]

    @admin.display(description="bekijk")
    def bekijk(self, materiaal: Materiaal) -> SafeString | str:
        return (
            format_html('<a href="{}">{}</a>', materiaal.get_absolute_url(), materiaal.bestandsnaam)
            if materiaal.pk
            else ""
        )


class LesInline(OnderdeelRegels, InVolgorde, admin.StackedInline):
    model = Bijeenkomstles
    fields = [("volgorde", "titel"), "tekst", "vermelding"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return zonder_zijpaden(super().formfield_for_dbfield(db_field, request, **kwargs))
