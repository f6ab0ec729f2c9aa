"""Filters beside the list of meetings."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from bijeenkomsten.keuzes import Status

BINNENKORT = timedelta(weeks=2)


def binnenkort(rijen: Any) -> Any:
    """What is on the site and begins within two weeks."""
    nu = timezone.now()
    return rijen.filter(status=Status.GEPUBLICEERD, begin__gte=nu, begin__lt=nu + BINNENKORT)


def zonder_verslag(rijen: Any) -> Any:
    """What was held, and nobody wrote down how it was."""
    return rijen.filter(status=Status.GEPUBLICEERD, einde__lt=timezone.now(), verslag="")


class Wanneerfilter(admin.SimpleListFilter):
    title = "wanneer"
    parameter_name = "wanneer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("binnenkort", "Binnen twee weken"),
            ("komend", "Moet nog komen"),
            ("geweest", "Is geweest"),
            ("zonder_verslag", "Geweest, nog zonder verslag"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        nu = timezone.now()
        match self.value():
            case "binnenkort":
                return binnenkort(queryset)
            case "komend":
                return queryset.filter(einde__gte=nu)
            case "geweest":
                return queryset.filter(einde__lt=nu)
            case "zonder_verslag":
                return zonder_verslag(queryset)
        return queryset
