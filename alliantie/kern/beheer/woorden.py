"""What the admin says after saving or throwing away, in our words instead of Django's."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as vraag_en_gooi_weg
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

# What Django says, and what we say instead.
IN_PLAATS_VAN = {
    "Items must be selected in order to perform actions on them. No items have been changed.": (
        "Kruis eerst aan wat u wilt veranderen."
    ),
    "No action selected.": "Kies eerst wat u wilt doen.",
}


class EigenWoorden:
    """For a ModelAdmin; ``zeg_straks`` says what the next message of Django becomes."""

    def zeg_straks(self, request: Any, tekst: str) -> None:
        request.woorden = tekst

    def message_user(
        self, request: Any, message: Any, level: Any = messages.INFO, *args: Any, **kwargs: Any
    ) -> None:
        if level == messages.SUCCESS and (woorden := getattr(request, "woorden", "")):
            message = woorden
        for van_django, van_ons in IN_PLAATS_VAN.items():
            if str(message) == gettext(van_django):
                message = van_ons
        super().message_user(request, message, level, *args, **kwargs)  # type: ignore[misc]

    def response_add(self, request: HttpRequest, obj: Model, *args: Any, **kwargs: Any) -> HttpResponse:
        self.zeg_straks(request, f"‘{obj}’ is bewaard.")
        return super().response_add(request, obj, *args, **kwargs)  # type: ignore[misc]

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        self.zeg_straks(request, f"‘{obj}’ is bewaard.")
        return super().response_change(request, obj)  # type: ignore[misc]

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: Any) -> HttpResponse:
        self.zeg_straks(request, f"‘{obj_display}’ is weggegooid.")
        return super().response_delete(request, obj_display, obj_id)  # type: ignore[misc]

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and "_save" in request.POST:
            self.zeg_straks(request, "Bewaard.")
        return super().changelist_view(request, *args, **kwargs)  # type: ignore[misc]


@admin.action(permissions=["delete"], description="Gooi weg")
def gooi_weg(beheer: Any, request: HttpRequest, rijen: QuerySet[Any]) -> HttpResponse | None:
    """Do what Django's own action does, which asks first."""
    if request.POST.get("post"):
        beheer.zeg_straks(request, f"Weggegooid: {rijen.count()}.")
    return vraag_en_gooi_weg(beheer, request, rijen)
