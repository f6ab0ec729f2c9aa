"""The admin site: Dutch, with a second login step, and a start page that says what needs attention."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django_otp import user_has_device

from alliantie.kern.beheer import tweede_stap


@dataclass(frozen=True)
class Aandacht:
    """One line of the start page: what waits, how much of it, and where."""

    label: str
    aantal: int
    url: str
    uitleg: str = ""


# Apps register here what needs attention; each function gets the request and gives lines.
aandachtspunten: list[Callable[[HttpRequest], list[Aandacht]]] = []
# Pages of the admin that belong to no model: path, view, name.
extra_paginas: list[tuple[str, Callable[[HttpRequest], HttpResponse], str]] = []


def heeft_tweede_stap_gezet(request: HttpRequest) -> bool:
    """Whether this login went through the second step, or needs none yet."""
    if request.user.is_verified():  # type: ignore[union-attr]
        return True
    return not settings.TWEEDE_STAP_VERPLICHT and not user_has_device(request.user)


class Beheer(AdminSite):
    site_header = "Beheer van het portaal"
    site_title = "Beheer"
    index_title = "Wat vraagt aandacht?"
    enable_nav_sidebar = True
    login_template = "admin/login.html"

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and heeft_tweede_stap_gezet(request)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        eigen = [
            path("tweede-stap/", tweede_stap.vraag_code, name="tweede_stap"),
            path("tweede-stap/instellen/", tweede_stap.stel_in, name="tweede_stap_instellen"),
        ]
        eigen += [path(pad, self.admin_view(view), name=naam) for pad, view, naam in extra_paginas]
        return [*eigen, *super().get_urls()]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.user.is_authenticated and request.user.is_staff and not heeft_tweede_stap_gezet(request):
            return tweede_stap.verder(request)
        return super().login(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        regels = [aandacht for vraag in aandachtspunten for aandacht in vraag(request) if aandacht.aantal]
        stap = not user_has_device(request.user) and reverse("admin:tweede_stap_instellen")
        return super().index(request, {"aandacht": regels, "tweede_stap_url": stap, **(extra_context or {})})
