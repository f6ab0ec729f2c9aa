"""Pages for visitors without a login are rendered once, and are never old.

A page is kept per process under the version of the content (``Inhoudsversie``) that was current *before* it
was rendered. A committed change raises that version for every process at once, so the next request does not find
the page and renders it anew. What is looked up per request is one number from Postgres.
"""

import functools
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from alliantie.kern.models import Inhoudsversie

T = TypeVar("T")
_versie_van_dit_verzoek: ContextVar[int | None] = ContextVar("versie", default=None)

GEEN_OPSLAG_ZONDER_VRAGEN = "no-cache"  # keep it, but ask each time whether it still holds
NIET_BEWAREN = "private, no-store"
KOPPEN_DIE_MEEGAAN = (
    "Content-Type",
    "Content-Encoding",
    "Content-Length",
    "Vary",
    "ETag",
    "Cache-Control",
    "X-Frame-Options",
)


def publieke_pagina(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view whose answer is the same for every visitor without a login.

    The view itself may say otherwise of one answer, with ``is_publieke_pagina = False``.
    """

    @functools.wraps(view)
    def gemerkt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        antwoord = view(request, *args, **kwargs)
        if not hasattr(antwoord, "is_publieke_pagina"):
            antwoord.is_publieke_pagina = True  # type: ignore[attr-defined]
        if antwoord.status_code == 200:
            # Of the page itself: compressed, the same page has other bytes in each process.
            antwoord["ETag"] = f'"{hashlib.blake2b(antwoord.content, digest_size=16).hexdigest()}"'
        return antwoord

    return gemerkt


class PaginacacheMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.cache = caches["paginas"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        anoniem = settings.SESSION_COOKIE_NAME not in request.COOKIES
        if (
            not anoniem
            or request.method not in {"GET", "HEAD"}
            or request.path_info.startswith(settings.PAGINACACHE_NIET)
        ):
            return _niet_bewaren(self.get_response(request))
        versie = Inhoudsversie.nu()
        sleutel = _sleutel(request, versie)
        bewaard = self.cache.get(sleutel)
        if bewaard is None:
            merk = _versie_van_dit_verzoek.set(versie)
            try:
                antwoord = self.get_response(request)
            finally:
                _versie_van_dit_verzoek.reset(merk)
            if not getattr(antwoord, "is_publieke_pagina", False):
                return _niet_bewaren(antwoord)
            bewaard = _te_bewaren(antwoord)
            if bewaard is None:
                return antwoord
            self.cache.set(sleutel, bewaard)
        return _antwoord(request, *bewaard)


def _sleutel(request: HttpRequest, versie: int) -> str:
    """Return the key of this page now: what is asked, by which means, on which day, over which content."""
    delen = (
        versie,
        timezone.localdate(),
        request.get_host(),
        request.is_secure(),
        request.get_full_path(),
        "gzip" in request.headers.get("Accept-Encoding", ""),
    )
    return hashlib.blake2b(repr(delen).encode("utf-8", "surrogateescape"), digest_size=24).hexdigest()


def _te_bewaren(antwoord: HttpResponse) -> tuple[bytes, dict[str, str]] | None:
    """Return body and headers of a page that may be kept, else ``None``."""
    if antwoord.status_code != 200 or antwoord.streaming or antwoord.cookies:
        return None
    patch_vary_headers(antwoord, ("Accept-Encoding", "Cookie"))
    antwoord["Cache-Control"] = GEEN_OPSLAG_ZONDER_VRAGEN
    return antwoord.content, {naam: antwoord[naam] for naam in KOPPEN_DIE_MEEGAAN if naam in antwoord}


def _antwoord(request: HttpRequest, inhoud: bytes, koppen: dict[str, str]) -> HttpResponse:
    kent = parse_etags(request.headers.get("If-None-Match", ""))
    if koppen["ETag"].removeprefix("W/") in {etag.removeprefix("W/") for etag in kent}:
        return HttpResponseNotModified(
            headers={naam: koppen[naam] for naam in ("ETag", "Cache-Control", "Vary")}
        )
    return HttpResponse(inhoud, headers=koppen)


def _niet_bewaren(antwoord: HttpResponse) -> HttpResponse:
    if "Cache-Control" not in antwoord:
        antwoord["Cache-Control"] = NIET_BEWAREN
    return antwoord


_gemaakt: OrderedDict[str, tuple[int, Any]] = OrderedDict()
_slot = threading.Lock()
MEESTE_GEMAAKT = 500


def per_versie(naam: str, maak: Callable[[], T]) -> T:
    """Return what ``maak`` gives, made once per version of the content in this process; ``naam`` names it.

    What comes back is shared by all threads: read it, never change it.
    """
    # Of a page that is being rendered the version was read before it began, which is early enough.
    versie = _versie_van_dit_verzoek.get()
    if versie is None:
        versie = Inhoudsversie.nu()
    with _slot:
        gevonden = _gemaakt.get(naam)
    if gevonden is not None and gevonden[0] == versie:
        return gevonden[1]
    waarde = maak()
    with _slot:
        _gemaakt[naam] = (versie, waarde)
        _gemaakt.move_to_end(naam)
        while len(_gemaakt) > MEESTE_GEMAAKT:
            _gemaakt.popitem(last=False)
    return waarde


def vergeet() -> None:
    """Forget all pages and everything that was made; for tests, where a version can come back with other content."""
    with _slot:
        _gemaakt.clear()
    caches["paginas"].clear()
