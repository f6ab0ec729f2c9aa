"""The admin site: Dutch, with a second login step, and a start page that says what needs attention."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.db.models.base import ModelBase
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django_otp import user_has_device

from alliantie.kern.beheer import tweede_stap
from alliantie.kern.beheer.handleiding import toon_handleiding
from alliantie.kern.beheer.woorden import gooi_weg
from alliantie.kern.inlog import heeft_tweede_stap_gezet
from alliantie.kern.limiet import netwerk_van, tel

POGINGEN_PER_UUR = 60


@dataclass(frozen=True)
class Aandacht:
    """One line of the start page: what waits, how much of it, and where."""

    label: str
    aantal: int
    url: str
    uitleg: str = ""


# Apps register here what needs attention; each function gets the request and gives lines.
vragen_aandacht: list[Callable[[HttpRequest], list[Aandacht]]] = []
# Pages of the admin that belong to no model: path, view, name.
extra_paginas: list[tuple[str, Callable[[HttpRequest], HttpResponse], str]] = []


@dataclass(frozen=True)
class Menupunt:
    """One of the ``extra_paginas`` that stands between the lists: in which group and place, and who sees it."""

    label: str
    naam: str  # of the page
    plek: tuple[str, int]
    mag: Callable[[Any], bool]  # gets the user


extra_menu: list[Menupunt] = []


# Parts of others that register themselves, in English and for programmers. Roles are fixed by a migration, a lost
# phone is dealt with on the page of a user, and the rest has commands.
NIET_IN_BEHEER = frozenset({"auth", "axes", "otp_static", "otp_totp", "procrastinate"})
LAATSTE_PLEK = ("Meer", 99)


class LoginForm(AdminAuthenticationForm):
    error_messages = {
        "invalid_login": "Dit mailadres en dit wachtwoord horen niet bij elkaar. Kijk ze allebei na.",
        "inactive": "Dit account staat uit. Vraag de coördinator om hulp.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Mailadres"
        self.fields["username"].error_messages["required"] = "Vul uw mailadres in"
        self.fields["username"].widget.attrs |= {"autocomplete": "username", "inputmode": "email"}
        self.fields["password"].error_messages["required"] = "Vul uw wachtwoord in"


class Beheer(AdminSite):
    site_header = "Beheer van het portaal"
    site_title = "Beheer"
    index_title = "Wat vraagt aandacht?"
    enable_nav_sidebar = False
    login_template = "admin/login.html"
    login_form = LoginForm

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_action(gooi_weg, "delete_selected")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        modellen: list[Any] = (
            [model_or_iterable] if isinstance(model_or_iterable, ModelBase) else list(model_or_iterable)
        )
        eigen = [model for model in modellen if model._meta.app_label not in NIET_IN_BEHEER]
        if eigen:
            super().register(eigen, admin_class, **options)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the lists in groups and in the order in which staff use them, by ``plek`` of each ModelAdmin."""
        groepen: dict[str, list[tuple[int, Any, Any]]] = {}
        for app in super().get_app_list(request, app_label):
            for model in app["models"]:
                groep, nummer = getattr(self._registry[model["model"]], "plek", LAATSTE_PLEK)
                groepen.setdefault(groep, []).append((nummer, app, model))
        for punt in extra_menu if app_label is None else ():
            groep, nummer = punt.plek
            if groep in groepen and punt.mag(request.user):
                blad = {"name": punt.label, "admin_url": reverse(f"admin:{punt.naam}"), "add_url": None}
                groepen[groep].append((nummer, groepen[groep][0][1], blad))
        volgorde = sorted(groepen.items(), key=lambda paar: min(nummer for nummer, *_ in paar[1]))
        return [
            delen[0][1]
            | {"name": groep, "models": [m for _, _, m in sorted(delen, key=lambda deel: deel[0])]}
            for groep, delen in volgorde
        ]

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and heeft_tweede_stap_gezet(request)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        eigen = [
            path("tweede-stap/", tweede_stap.vraag_code, name="tweede_stap"),
            path("tweede-stap/reservecodes/", tweede_stap.nieuwe_reservecodes, name="reservecodes"),
            path("tweede-stap/instellen/", tweede_stap.stel_in, name="tweede_stap_instellen"),
        ]
        eigen += [
            path("handleiding/", self.admin_view(toon_handleiding), name="handleiding"),
            path("handleiding/<slug:naam>/", self.admin_view(toon_handleiding), name="handleiding_pagina"),
        ]
        eigen += [path(pad, self.admin_view(view), name=naam) for pad, view, naam in extra_paginas]
        return [*eigen, *super().get_urls()]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.user.is_authenticated and request.user.is_staff and not heeft_tweede_stap_gezet(request):
            return tweede_stap.verder(request)
        antwoord = super().login(request, extra_context)
        if request.method == "POST" and antwoord.status_code == HTTPStatus.OK:
            # A wrong try. Axes counts per account and address; this stops who tries many accounts from one address.
            tel("inloggen", netwerk_van(request), hoogstens=POGINGEN_PER_UUR, per=timedelta(hours=1))
        return antwoord

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {"index_url": reverse("admin:index")}

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        regels = [aandacht for vraag in vragen_aandacht for aandacht in vraag(request) if aandacht.aantal]
        stap = not user_has_device(request.user) and reverse("admin:tweede_stap_instellen")
        return super().index(request, {"aandacht": regels, "tweede_stap_url": stap, **(extra_context or {})})
