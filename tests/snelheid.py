"""The portal as a WSGI application for measuring, with a bare view beside it: no database, as many bytes."""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

# Only where this file is the application (see test_snelheid.py), not where a test imports it.
if databank := os.environ.get("SNELHEID_DATABANK"):
    settings.DATABASES["default"] |= json.loads(databank)
    settings.ROOT_URLCONF = "tests.snelheid"
    settings.PAGINACACHE_NIET = (
        *settings.PAGINACACHE_NIET,
        "/kaal/",
    )  # else the bare view asks a version, too
    application = get_wsgi_application()

from alliantie.kern import paginacache
from alliantie.urls import urlpatterns as echte_adressen

RIJ = "<li><a href='/rij/{{ rij.nummer }}/'>{{ rij.titel }}</a> <p>{{ rij.tekst }}</p></li>\n"
RIJ_BYTES = 150
SJABLOON = "<!DOCTYPE html><ul>{% for rij in rijen %}" + RIJ + "{% endfor %}</ul>"


def kaal(request: HttpRequest, bytes_: int) -> HttpResponse:
    """Render ``bytes_`` bytes (about) with a template loop."""
    rijen = [
        {"nummer": nummer, "titel": f"Rij {nummer} & meer", "tekst": f"{nummer * 7919 % 10_007} woorden " * 5}
        for nummer in range(bytes_ // RIJ_BYTES)
    ]
    html = engines["django"].from_string(SJABLOON).render({"rijen": rijen}, request)
    return HttpResponse(html.ljust(bytes_)[:bytes_])


def vergeet(request: HttpRequest) -> HttpResponse:
    """Empty every cache of this process."""
    paginacache.vergeet()
    return HttpResponse("ok")


urlpatterns = [
    *echte_adressen,
    path("kaal/<int:bytes_>/", kaal),
    path("kaal/vergeet/", vergeet),
]
