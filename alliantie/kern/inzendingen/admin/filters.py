"""What the queue can be narrowed down to."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.http import HttpRequest

from alliantie.kern.inzendingen.admin.woorden import GROOT, KLEIN
from alliantie.kern.inzendingen.keuzes import KLAAR, Status
from alliantie.kern.inzendingen.soort import alle_soorten
from alliantie.kern.models.inzending import InzendingQuerySet


class Standfilter(admin.SimpleListFilter):
    """Without a choice the queue has what is open; who searches looks in everything."""

    title = "stand"
    parameter_name = "stand"

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.zoekt = bool(request.GET.get(SEARCH_VAR, "").strip())

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("te_doen", "Te doen"),
            ("antwoord", "Antwoord gekregen"),
            ("wacht", "Wacht op antwoord"),
            ("klaar", "Klaar"),
            ("concept", "Nog niet verstuurd"),
        ]

    def choices(self, changelist: Any) -> Any:
        eerste, *rest = super().choices(changelist)
        yield eerste | {"display": "Alles" if self.zoekt else "Alles wat open is"}
        yield from rest

    def queryset(self, request: HttpRequest, queryset: Any) -> InzendingQuerySet:
        match self.value():
            case "te_doen":
                return queryset.te_doen()
            case "antwoord":
                return queryset.met_antwoord()
            case "wacht":
                return queryset.filter(status=Status.VRAAG_GESTELD)
            case "klaar":
                return queryset.filter(status__in=KLAAR).order_by("-beslist_op")
            case "concept":
                return queryset.filter(status=Status.CONCEPT)
        return queryset if self.zoekt else queryset.open()


class Soortfilter(admin.SimpleListFilter):
    title = "soort"
    parameter_name = "soort"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(soort.naam, soort.label) for soort in alle_soorten()]

    def queryset(self, request: HttpRequest, queryset: Any) -> InzendingQuerySet:
        return queryset.filter(soort=self.value()) if self.value() else queryset


class Vanfilter(admin.SimpleListFilter):
    title = "wie heeft het"
    parameter_name = "van"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mij", "Ik"), ("niemand", "Niemand")]

    def queryset(self, request: HttpRequest, queryset: Any) -> InzendingQuerySet:
        match self.value():
            case "mij":
                return queryset.filter(behandelaar=request.user)
            case "niemand":
                return queryset.filter(behandelaar__isnull=True)
        return queryset


class Omvangfilter(admin.SimpleListFilter):
    title = "omvang"
    parameter_name = "omvang"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("klein", "Klein"), ("gewoon", "Gewoon"), ("groot", "Groot")]

    def queryset(self, request: HttpRequest, queryset: Any) -> InzendingQuerySet:
        match self.value():
            case "klein":
                return queryset.filter(omvang__lt=KLEIN)
            case "gewoon":
                return queryset.filter(omvang__gte=KLEIN, omvang__lt=GROOT)
            case "groot":
                return queryset.filter(omvang__gte=GROOT)
        return queryset
