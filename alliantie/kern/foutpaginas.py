"""Pages for when something goes wrong: friendly, and with the status code that machines need."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

NIET_IN_ZOEKMACHINES = "noindex, nofollow"


def kapot_verzoek(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def verboden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere; tell what to do instead of what CSRF is."""
    return render(request, "403.html", {"formulier_verlopen": True}, status=403)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def link_werkt_niet(request: HttpRequest) -> HttpResponse:
    """A mailed link that opens nothing: wrong, altered, too old, or meant for another page. One answer for all."""
    antwoord = render(request, "inzendingen/link_werkt_niet.html", status=404)
    antwoord["X-Robots-Tag"] = NIET_IN_ZOEKMACHINES
    return antwoord


def te_vaak(
    request: HttpRequest, *_: object, wacht: timedelta = timedelta(minutes=15), **__: object
) -> HttpResponse:
    """Too many tries; also the answer of django-axes to a locked login."""
    seconden = max(1, int(wacht.total_seconds()))
    antwoord = render(request, "429.html", {"wacht_minuten": max(1, round(seconden / 60))}, status=429)
    antwoord["Retry-After"] = str(seconden)
    return antwoord


def kapotte_site(request: HttpRequest) -> HttpResponse:
    # Without context processors: the database may be what is broken.
    return HttpResponse(render_to_string("500.html"), status=500)
