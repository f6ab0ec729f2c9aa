"""The addresses of the portal, and some where things go wrong: a ROOT_URLCONF for tests of the error pages."""

from datetime import timedelta
from typing import NoReturn

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import path

from alliantie.kern.limiet import TeVaak
from alliantie.urls import handler400, handler403, handler404, handler500
from alliantie.urls import urlpatterns as echte_adressen

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
FOUTEN = {
    "verzoek": BadRequest("no"),
    "verboden": PermissionDenied("no"),
    "weg": Http404("no"),
    "vaak": TeVaak(timedelta(minutes=7)),
    "stuk": ZeroDivisionError("secret detail"),
}


def mislukt(request: HttpRequest, wat: str) -> NoReturn:
    """A view in which something goes wrong."""
    raise FOUTEN[wat]


urlpatterns = [*echte_adressen, path("mislukt/<str:wat>/", mislukt)]
