"""A mail server that takes what comes, says "not now" once in a while, and counts."""

import re
import socketserver
import sys
import threading
import time
from typing import Any, Self

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.IGNORECASE | re.MULTILINE)
BEDENKTIJD = (
    0.05  # seconds between taking a mail and saying so; who is killed then does not know that it arrived
)
WEIGER_ELKE = 10


class _Gesprek(socketserver.StreamRequestHandler):
    """One SMTP conversation."""

    server: "Mailserver"

    def handle(self) -> None:
        self._zeg("220 klaar")
        while regel := self.rfile.readline():
            woord = regel[:4].upper()
            if woord == b"DATA":
                self._zeg("354 ga verder")
                self._neem_aan()
            elif woord == b"QUIT":
                self._zeg("221 dag")
                return
            else:
                self._zeg("250 goed")

    def _neem_aan(self) -> None:
        regels = []
        while (regel := self.rfile.readline()) != b".\r\n":
            if not regel:
                return  # half a mail is no mail
            regels.append(regel)
        kop = MESSAGE_ID.search(b"".join(regels))
        assert kop, "a mail without Message-ID"
        if self.server.neem(kop[1].decode()):
            self._zeg("250 aangenomen")
        else:
            self._zeg("451 probeer het straks nog eens")

    def _zeg(self, woorden: str) -> None:
        self.wfile.write(f"{woorden}\r\n".encode())


class Mailserver(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine, during a ``with`` block.

    Attributes:
        bezorgd: the Message-ID of each mail taken, in order; a mail that came twice stands there twice.
        geweigerd: those that were refused the first time.
        bezig: set while a mail was taken and its sender does not know yet.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.bezorgd: list[str] = []
        self.geweigerd: set[str] = set()
        self.bezig = threading.Event()
        self._gezien: set[str] = set()
        self._slot = threading.Lock()

    @property
    def poort(self) -> int:
        return int(self.server_address[1])

    def neem(self, nummer: str) -> bool:
        """Take a mail; tell whether we did."""
        with self._slot:
            eerste_keer = nummer not in self._gezien
            self._gezien.add(nummer)
            if eerste_keer and len(self._gezien) % WEIGER_ELKE == 0:
                self.geweigerd.add(nummer)
                return False
            self.bezorgd.append(nummer)
        self.bezig.set()
        time.sleep(BEDENKTIJD)
        self.bezig.clear()
        return True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about a sender that died."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *fout: object) -> None:
        self.shutdown()
        self.server_close()
