"""A visitor with a browser, over a real connection: who gets no answer presses the button again."""

import http.client
import random
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

HOST = "portaal.example"
GEDULD = 60  # seconds without any answer before a visitor gives up
ADEMPAUZE = 0.3  # seconds before pressing again


@dataclass(frozen=True)
class Pagina:
    """What came back, in the shape that ``tests.hulp.formulier`` reads."""

    adres: str
    status_code: int
    content: bytes


class Bezoeker:
    """Somebody at the network address ``netwerk``, behind a proxy of ours that speaks HTTPS with them.

    Args:
        verlies: which part of the answers gets lost on the way; the portal did what was asked, and nobody knows.

    Attributes:
        opnieuw: how many times a request had to be made again.
        duur: seconds between pressing a button and the answer, for each POST by address.
    """

    def __init__(self, poort: int, netwerk: str, *, verlies: float = 0) -> None:
        self.netwerk = netwerk
        self.verlies = verlies
        self.koekjes: dict[str, str] = {}
        self.opnieuw = 0
        self.duur: list[tuple[str, float]] = []
        self._toeval = random.Random(netwerk)
        self._lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)

    def ga(self, adres: str, *, van: str = "/") -> Pagina:
        """Open a page."""
        return self._volg(*self._vraag("GET", adres, van), adres)

    def stuur(self, pagina: Pagina, velden: dict[str, Any], *, bestanden: bool = False) -> Pagina:
        """Send a form on ``pagina`` and open what comes after it."""
        if bestanden:
            lichaam, soort = encode_multipart(BOUNDARY, velden), MULTIPART_CONTENT
        else:
            lichaam, soort = urlencode(velden, doseq=True).encode(), "application/x-www-form-urlencoded"
        return self._volg(*self._vraag("POST", pagina.adres, pagina.adres, lichaam, soort), pagina.adres)

    def _volg(self, antwoord: http.client.HTTPResponse, inhoud: bytes, adres: str) -> Pagina:
        assert antwoord.status < 500, f"{adres} gave {antwoord.status}"
        if naar := antwoord.headers["Location"]:
            doel = urlsplit(urljoin(adres, naar))
            return self.ga(doel.path + (f"?{doel.query}" if doel.query else ""), van=adres)
        return Pagina(adres, antwoord.status, inhoud)

    def _vraag(
        self, methode: str, adres: str, van: str, lichaam: bytes | None = None, soort: str = ""
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """Ask, and ask the very same thing again for as long as nothing comes back."""
        begin = time.monotonic()
        while True:
            poging = time.monotonic()
            try:
                self._lijn.request(methode, adres, lichaam, self._koppen(van, soort))
                if self._toeval.random() < self.verlies:
                    raise ConnectionResetError
                antwoord = self._lijn.getresponse()
                inhoud = antwoord.read()
            except (OSError, http.client.HTTPException):
                self._lijn.close()
                self.opnieuw += 1
                if time.monotonic() - begin > GEDULD:
                    raise
                time.sleep(ADEMPAUZE)
                continue
            if methode == "POST":
                self.duur.append((adres, time.monotonic() - poging))
            for koekje in SimpleCookie("; ".join(antwoord.headers.get_all("Set-Cookie") or [])).values():
                self.koekjes[koekje.key] = koekje.value
            return antwoord, inhoud

    def _koppen(self, van: str, soort: str) -> dict[str, str]:
        koppen = {
            "Host": HOST,
            "X-Forwarded-For": self.netwerk,
            "X-Forwarded-Proto": "https",
            "Referer": f"https://{HOST}{van}",
            "Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items()),
        }
        return koppen | {"Content-Type": soort, "Origin": f"https://{HOST}"} if soort else koppen
