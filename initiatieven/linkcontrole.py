"""Does the website behind an address still answer? Asked politely, and never of a machine on our own network.

An address in the catalogue is typed by people, and a website may send us on to anywhere. So we look a name up once,
judge every machine it stands for, connect to exactly that machine, and do the same again at each redirect.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

SECONDEN_PER_VRAAG = 10.0
SECONDEN_IN_TOTAAL = 30.0
OMLEIDINGEN = 5
MACHINES = 4  # of one name; the first that answers will do
POORTEN = {"http": 80, "https": 443}
NIET_OPNIEUW = {HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS}
OMGELEID = {301, 302, 303, 307, 308}
WEG = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
# A chain of certificates that browsers complete by themselves and we do not: no proof that something is wrong.
KETEN_NIET_COMPLEET = 20
# Addresses that look public and may lead inside: IPv4 packed in IPv6.
VERPAKT = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "2002::/16", "2001::/32", "fec0::/10")]

MagVerbinden = Callable[[str, int], bool]


@dataclass(frozen=True)
class Uitslag:
    """What we found: whether it works, which status, and what is wrong in words for staff."""

    werkt: bool
    http_status: int | None = None
    fout: str = ""


class NietBereikt(Exception):
    """There was no answer; the message says why, in words for staff."""


def mag_verbinden(adres: str, poort: int) -> bool:
    """Whether we may talk to this machine: a public address, at the door where websites are."""
    try:
        ip = ipaddress.ip_address(adres)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        elif any(ip in net for net in VERPAKT):
            return False
    return poort in POORTEN.values() and ip.is_global and not ip.is_multicast


def website_van(url: str) -> str:
    """Return the name of the website of ``url``, or ``url`` itself when it is no proper address."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def kijk_na(url: str, *, mag: MagVerbinden = mag_verbinden, seconden: float = SECONDEN_PER_VRAAG) -> Uitslag:
    """Return whether ``url`` works for a visitor. Who asks us to log in or to come back later is there, too.

    Args:
        mag: whether we may talk to an address and port.
        seconden: how long one question may take; all together take no more than ``SECONDEN_IN_TOTAAL``.
    """
    try:
        status = _volg(url, mag, seconden)
    except ssl.SSLCertVerificationError as fout:
        if fout.verify_code == KETEN_NIET_COMPLEET:
            return Uitslag(werkt=True)
        return Uitslag(werkt=False, fout="De website is niet veilig te openen: het certificaat klopt niet.")
    except NietBereikt as fout:
        return Uitslag(werkt=False, fout=str(fout))
    if status in WEG:
        return Uitslag(werkt=False, http_status=status, fout="De pagina is er niet meer.")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Uitslag(werkt=False, http_status=status, fout="De website heeft een storing.")
    return Uitslag(werkt=True, http_status=status)


def _volg(url: str, mag: MagVerbinden, seconden: float) -> int:
    """Return the status at the end of the redirects."""
    einde = time.monotonic() + SECONDEN_IN_TOTAAL
    for _ in range(OMLEIDINGEN + 1):
        status, verder = _vraag("HEAD", url, mag, min(seconden, einde - time.monotonic()))
        if status >= HTTPStatus.BAD_REQUEST and status not in NIET_OPNIEUW:
            # Many websites do not know HEAD, and say so in many ways.
            status, verder = _vraag("GET", url, mag, min(seconden, einde - time.monotonic()))
        if not verder:
            return status
        try:
            url = urljoin(url, verder)
        except ValueError as fout:
            raise NietBereikt("Dit adres klopt niet.") from fout
    raise NietBereikt("De website stuurt steeds door naar een ander adres.")


def _vraag(hoe: str, url: str, mag: MagVerbinden, seconden: float) -> tuple[int, str]:
    """Ask once; return the status, and where it sends us on to ("" when it does not). The body is never read."""
    try:
        delen = urlsplit(url)
        soort, naam, poort = delen.scheme, delen.hostname or "", delen.port or POORTEN.get(delen.scheme, 0)
        naam = naam if naam.isascii() else naam.encode("idna").decode()
    except ValueError as fout:  # a UnicodeError too
        raise NietBereikt("Dit adres klopt niet.") from fout
    if soort not in POORTEN or not naam:
        raise NietBereikt("Dit adres klopt niet.")
    machines = _zoek_op(naam, poort)
    if not all(mag(machine, poort) for machine in machines):
        raise NietBereikt("Dit adres is niet van een openbare website.")
    with _kanaal(machines, poort, seconden) as kanaal:
        verbinding = (_Https if soort == "https" else _Http)(naam, poort, timeout=seconden)
        verbinding.kanaal = kanaal
        try:
            koppen = {"User-Agent": f"Sociale Alliantie linkcontrole (+{settings.SITE_URL})", "Accept": "*/*"}
            verbinding.request(hoe, _pad(delen), headers=koppen, preload_content=False)
            antwoord = verbinding.getresponse()
            verder = antwoord.headers.get("Location", "") if antwoord.status in OMGELEID else ""
            return antwoord.status, verder
        except ssl.SSLCertVerificationError:
            raise
        except (OSError, HTTPException, HTTPError, ValueError) as fout:
            raise NietBereikt("De website antwoordt niet.") from fout
        finally:
            verbinding.close()


def _pad(delen: SplitResult) -> str:
    return iri_to_uri((delen.path or "/") + (f"?{delen.query}" if delen.query else ""))


def _zoek_op(naam: str, poort: int) -> list[str]:
    """Return the addresses that ``naam`` stands for."""
    try:
        gevonden = socket.getaddrinfo(naam, poort, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fout:
        raise NietBereikt("Deze website bestaat niet meer.") from fout
    return list(dict.fromkeys(str(plek[0]) for *_, plek in gevonden))


@contextmanager
def _kanaal(machines: list[str], poort: int, seconden: float) -> Iterator[socket.socket]:
    """Open a connection to one of these machines, and cut it off when the time is up.

    The timeout of a socket counts from byte to byte: a website that drips could hold us for hours.
    """
    if seconden <= 0:
        raise NietBereikt("De website antwoordt te langzaam.")
    einde = time.monotonic() + seconden
    kanaal = None
    for machine in machines[:MACHINES]:
        with suppress(OSError):
            kanaal = socket.create_connection((machine, poort), max(0.1, einde - time.monotonic()))
            break
    if kanaal is None:
        raise NietBereikt("De website antwoordt niet.")
    # A second handle on the same connection: TLS takes the first one over.
    with kanaal, kanaal.dup() as zelfde:
        wekker = threading.Timer(max(0.1, einde - time.monotonic()), _breek_af, [zelfde])
        wekker.daemon = True
        wekker.start()
        try:
            yield kanaal
        finally:
            wekker.cancel()
            wekker.join()
            # What a connection gives after it was cut off is no answer, whatever it looks like.
            if time.monotonic() >= einde:
                raise NietBereikt("De website antwoordt te langzaam.")


def _breek_af(kanaal: socket.socket) -> None:
    with suppress(OSError):
        kanaal.shutdown(socket.SHUT_RDWR)


class _NaarDezeMachine:
    """A connection over a channel that is open already; looks no name up."""

    kanaal: socket.socket

    def _new_conn(self) -> Any:
        return self.kanaal


class _Http(_NaarDezeMachine, HTTPConnection):
    pass


class _Https(_NaarDezeMachine, HTTPSConnection):
    pass
