"""Filters beside the lists of the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from initiatieven.models import Foto


class LangNietBevestigd(admin.SimpleListFilter):
    title = "bevestigd"
    parameter_name = "bevestigd"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("lang_niet", "Al een jaar niet bevestigd")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.lang_niet_bevestigd() if self.value() == "lang_niet" else queryset


class Fotofilter(admin.SimpleListFilter):
    title = "foto's"
    parameter_name = "foto"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("zonder_alt", "Foto zonder beschrijving"), ("nog_vragen", "Nog toestemming vragen")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "zonder_alt":
                return queryset.filter(fotos__in=Foto.objects.zonder_alt()).distinct()
            case "nog_vragen":
                return queryset.filter(fotos__in=Foto.objects.nog_te_vragen()).distinct()
        return queryset
