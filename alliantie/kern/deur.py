"""The door: what is broken or too often goes no further."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from alliantie.kern import foutpaginas
from alliantie.kern.limiet import TeVaak


def is_kapot(tekst: str) -> bool:
    """Whether ``tekst`` holds a NUL or the traces of bytes that were no Unicode; Postgres takes no such text."""
    return "\x00" in tekst or "\ufffd" in tekst or any("\ud800" <= teken <= "\udfff" for teken in tekst)


class DeurMiddleware:
    """Answers 400 to broken text in an address or form, and 429 when a view says somebody comes too often."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_kapot(request.path_info) or any(map(is_kapot, request.COOKIES.values())):
            return foutpaginas.kapot_verzoek(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        # Later than __call__, so that a body is read only for an address that exists.
        lezen = [request.POST] if request.method == "POST" else []
        if request.resolver_match and "admin" in request.resolver_match.app_names:
            # Our own pages take any question; the lists of the admin pass it to the database as it is.
            lezen.append(request.GET)
        velden = (tekst for deel in lezen for naam, waarden in deel.lists() for tekst in (naam, *waarden))
        return foutpaginas.kapot_verzoek(request) if any(map(is_kapot, velden)) else None

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        return foutpaginas.te_vaak(request, wacht=fout.wacht) if isinstance(fout, TeVaak) else None
