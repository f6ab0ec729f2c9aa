"""For machines: what there is, what they may read, and where to report a leak."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemaps
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alliantie.kern.paginacache import publieke_pagina
from bijeenkomsten.models import Bijeenkomst
from initiatieven.models import Gemeente, Thema, Vermelding


class Vermeldingen(Sitemap):
    def items(self) -> object:
        return Vermelding.objects.openbaar().only("slug", "soort", "gewijzigd_op").order_by("pk")

    def lastmod(self, vermelding: Vermelding) -> object:
        return vermelding.gewijzigd_op


class Bijeenkomsten(Sitemap):
    def items(self) -> object:
        return Bijeenkomst.objects.openbaar().only("slug", "gewijzigd_op").order_by("pk")

    def lastmod(self, bijeenkomst: Bijeenkomst) -> object:
        return bijeenkomst.gewijzigd_op


class Themas(Sitemap):
    def items(self) -> object:
        return Thema.objects.all()


class Gemeenten(Sitemap):
    def items(self) -> object:
        return Gemeente.objects.huidig()


class VastePaginas(Sitemap):
    def items(self) -> list[str]:
        namen = [
            "home",
            "initiatieven:lijst",
            "initiatieven:kaart",
            "initiatieven:methodieken",
            "initiatieven:organisaties",
            "bijeenkomsten:lijst",
        ]
        return [
            *(reverse(naam) for naam in namen),
            reverse("portaal:gemeenten"),
            reverse("portaal:meedoen"),
            reverse("portaal:pagina", args=["over"]),
        ]

    def location(self, adres: str) -> str:
        return adres


# What opens with a link that somebody got; whoever posts such a link somewhere does not make it findable.
ACHTER_EEN_LINK = ("/inzending/", "/meelezen/", "/uitvraag/", "/klopt-dit-nog/")
SITEMAPS = {
    "vermeldingen": Vermeldingen,
    "bijeenkomsten": Bijeenkomsten,
    "themas": Themas,
    "gemeenten": Gemeenten,
    "paginas": VastePaginas,
}


@require_safe
@publieke_pagina
def sitemap(request: HttpRequest) -> HttpResponse:
    return sitemaps.sitemap(request, sitemaps=SITEMAPS).render()


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    regels = [
        "User-agent: *",
        "Disallow: /beheer/",
        "Disallow: /initiatieven/*/contact/",
        *(f"Disallow: {pad}" for pad in ACHTER_EEN_LINK),
        "Disallow: /bijeenkomsten/*/aanmelden/",
        "Disallow: /aanmelding/",
        "Disallow: /*?q=",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def beveiliging(request: HttpRequest) -> HttpResponse:
    """Where to report a leak, after RFC 9116; it expires in a year, counted from each request."""
    verloopt = (timezone.now() + timedelta(days=365)).strftime("%Y-%m-%dT00:00:00Z")
    regels = [
        f"Contact: {settings.SITE_URL}{reverse('portaal:contact')}",
        f"Expires: {verloopt}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}{reverse('portaal:beveiliging')}",
    ]
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8")
