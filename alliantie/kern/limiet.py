"""Rate limits, kept in Postgres so that they hold over all web processes."""

import hashlib
import hmac
import ipaddress
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

ONBEKEND = "onbekend"


class TeVaak(Exception):
    """This was done too often; ``wacht`` is how long until it may again."""

    def __init__(self, wacht: timedelta) -> None:
        self.wacht = wacht
        super().__init__(str(wacht))


def adres_van(request: HttpRequest) -> str:
    """Return the network address of the visitor, as far as our own proxies vouch for it.

    ``X-Forwarded-For`` is believed for ``settings.PROXIES`` entries from the right; what a visitor wrote there
    himself stands further to the left and is never looked at.
    """
    adres = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        keten = [
            deel.strip() for deel in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if deel.strip()
        ]
        if len(keten) >= settings.PROXIES:
            adres = keten[-settings.PROXIES]
    return adres


def inlognaam_van(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return the mail address that somebody logs in with, as the account knows it.

    Logging in takes any case, so wrong tries must count together in any case too.
    """
    naam = (credentials or {}).get("username") or request.POST.get("username", "")
    return naam.strip().lower()


def netwerk_van(request: HttpRequest) -> str:
    """Return what we count by: an IPv4 address, or the /64 in which one household's IPv6 addresses lie."""
    try:
        adres = ipaddress.ip_address(adres_van(request))
    except ValueError:
        return ONBEKEND
    if isinstance(adres, ipaddress.IPv6Address):
        if adres.ipv4_mapped:
            return str(adres.ipv4_mapped)
        return str(ipaddress.ip_network((adres, 64), strict=False))
    return str(adres)


def eerste_adres_van(request: HttpRequest) -> str:
    """Return one address for all of ``netwerk_van``, for django-axes, which counts by address; 0.0.0.0 for none."""
    netwerk = netwerk_van(request)
    return "0.0.0.0" if netwerk == ONBEKEND else netwerk.partition("/")[0]


def tel(wat: str, wie: str, *, hoogstens: int, per: timedelta) -> None:
    """Count one time that ``wie`` does ``wat``.

    Only a keyed hash of ``wie`` is kept, so the table tells nobody who was here.

    Raises:
        TeVaak: it is now more than ``hoogstens`` in this window of ``per``.
    """
    nu = timezone.now()
    seconden = int(per.total_seconds())
    begin = int(nu.timestamp()) // seconden * seconden
    sleutel = hmac.new(settings.SECRET_KEY.encode(), f"{wat}|{wie}".encode(), hashlib.sha256).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kern_limietteller AS t (sleutel, venster, aantal) VALUES (%s, to_timestamp(%s), 1) "
            "ON CONFLICT (sleutel, venster) DO UPDATE SET aantal = t.aantal + 1 RETURNING aantal",
            [sleutel, begin],
        )
        aantal = cursor.fetchone()[0]
    if aantal > hoogstens:
        raise TeVaak(timedelta(seconds=begin + seconden - int(nu.timestamp())))
