"""Lists that staff keep: thema's, doelgroepen, synonyms, organisations, gemeenten, and what visitors looked for."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from alliantie.kern.beheer import MetGeschiedenis
from initiatieven import acties
from initiatieven.admin.mag import AlleenLezenRegels, LijstRegels, VasteLijstRegels
from initiatieven.models import Doelgroep, Gemeente, Organisatie, Synoniem, Thema, Vermelding, Zoekvraag


class BepaaltZoeken:
    """A list whose words are in the index of the items that refer to it: another name finds them by another word."""

    zoekvelden: ClassVar[frozenset[str]] = frozenset({"naam"})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)  # type: ignore[misc]
        if change and self.zoekvelden & set(form.changed_data):
            acties.verwerk_wijziging(ids=_ids(obj))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        ids = _ids(obj)
        super().delete_model(request, obj)  # type: ignore[misc]
        acties.verwerk_wijziging(ids=ids)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        ids = [pk for rij in queryset for pk in _ids(rij)]
        super().delete_queryset(request, queryset)  # type: ignore[misc]
        acties.verwerk_wijziging(ids=ids)


def _ids(rij: Any) -> list[int]:
    return list(Vermelding.objects.gevonden_door(rij).values_list("pk", flat=True))


class LijstvolgordeForm(forms.ModelForm):
    """A row of a list whose order is changed in the list itself; says of what."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["volgorde"].widget.attrs["aria-label"] = f"Volgorde van {self.instance}"


class MetVolgorde:
    list_editable = ["volgorde"]

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **kwargs | {"form": LijstvolgordeForm})  # type: ignore[misc]


@admin.register(Thema)
class ThemaAdmin(MetVolgorde, BepaaltZoeken, LijstRegels, MetGeschiedenis):
    plek = ("Lijsten", 10)
    list_display = ["naam", "uitleg", "icoon", "volgorde"]
    prepopulated_fields = {"slug": ["naam"]}
    search_fields = ["naam"]


@admin.register(Doelgroep)
class DoelgroepAdmin(MetVolgorde, BepaaltZoeken, LijstRegels, MetGeschiedenis):
    plek = ("Lijsten", 11)
    list_display = ["naam", "uitleg", "volgorde"]
    prepopulated_fields = {"slug": ["naam"]}
    search_fields = ["naam"]


@admin.register(Synoniem)
class SynoniemAdmin(LijstRegels, MetGeschiedenis):
    plek = ("Lijsten", 12)
    list_display = ["__str__"]
    search_fields = ["woorden"]


@admin.register(Organisatie)
class OrganisatieAdmin(BepaaltZoeken, LijstRegels, MetGeschiedenis):
    plek = ("Catalogus", 3)
    list_display = ["naam", "soort", "gemeente", "is_voorbeeld"]
    list_filter = ["soort", "voorbeeld"]
    list_select_related = ["gemeente"]
    search_fields = ["naam", "beschrijving"]
    autocomplete_fields = ["gemeente"]
    prepopulated_fields = {"slug": ["naam"]}
    fields = ["naam", "soort", "gemeente", "website", "beschrijving", "slug"]

    @admin.display(description="voorbeeld", ordering="voorbeeld")
    def is_voorbeeld(self, organisatie: Organisatie) -> str:
        return "Ja" if organisatie.voorbeeld else "Nee"


@admin.register(Gemeente)
class GemeenteAdmin(BepaaltZoeken, VasteLijstRegels, MetGeschiedenis):
    zoekvelden = frozenset({"naam", "ook_bekend_als"})
    plek = ("Lijsten", 13)
    list_display = ["naam", "provincie", "code", "inwoners", "opgegaan_in"]
    list_filter = ["provincie"]
    list_select_related = ["provincie", "opgegaan_in"]
    search_fields = ["naam", "ook_bekend_als"]
    autocomplete_fields = ["opgegaan_in"]
    fields = ["naam", "ook_bekend_als", "inwoners", "opgegaan_in"]

    def save_model(self, request: HttpRequest, obj: Gemeente, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        acties.voeg_gemeente_samen(gemeente=obj)


@admin.register(Zoekvraag)
class ZoekvraagAdmin(AlleenLezenRegels, admin.ModelAdmin):
    plek = ("Lijsten", 14)
    list_display = ["vraag", "aantal", "dag"]
    date_hierarchy = "dag"
    search_fields = ["vraag"]
