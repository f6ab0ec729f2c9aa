"""A website of our own on this machine, with every kind of page that can go wrong."""

import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LUS = "127.0.0.1"


class Website(BaseHTTPRequestHandler):
    """A website with every kind of page that can go wrong; ``gevraagd`` keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    gevraagd: list[tuple[str, str, str]]

    def do_HEAD(self):
        self._antwoord()

    def do_GET(self):
        self._antwoord()

    def _antwoord(self):
        self.gevraagd.append((self.command, self.path, self.headers["User-Agent"]))
        match self.path.strip("/").split("/", 1):
            case ["status", wat] if "-" in wat:
                bij_head, bij_get = wat.split("-")
                self._kop(int(bij_head if self.command == "HEAD" else bij_get))
            case ["status", wat]:
                self._kop(int(wat))
            case ["naar", doel]:
                self._kop(302, Location=doel)
            case ["rond"]:
                self._kop(307, Location="/rond")
            case ["keten", "0"]:
                self._kop(200)
            case ["keten", nummer]:
                self._kop(301, Location=f"/keten/{int(nummer) - 1}")
            case ["langzaam", *_]:
                time.sleep(3)
                self._kop(200)
            case ["druppelt", *_]:
                self._druppel()
            case ["eindeloos", *_]:
                self._eindeloos()
            case ["hangt-op", *_]:
                self.connection.shutdown(socket.SHUT_RDWR)
            case ["onzin", *_]:
                self.wfile.write(b"\x00\xff geen http\r\n\r\n")
                self.close_connection = True
            case _:
                self._kop(200)

    def _kop(self, status, **koppen):
        self.send_response(status)
        for naam, waarde in koppen.items():
            self.send_header(naam, waarde)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _druppel(self):
        """Send a header that never ends, a letter at a time: no single wait is long."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Traag: ")
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.gevraagd.append(("afgebroken", self.path, ""))
        self.close_connection = True

    def _eindeloos(self):
        if self.command == "HEAD":
            self._kop(405)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        verstuurd = 0
        try:
            while verstuurd < 10**9:
                verstuurd += self.wfile.write(b"x" * 65536)
        except OSError:
            self.gevraagd.append(("afgebroken", self.path, str(verstuurd)))
        self.close_connection = True

    def log_message(self, *_):
        pass


@contextmanager
def draaiende_website():
    bezoeker = type("EigenWebsite", (Website,), {"gevraagd": []})
    with ThreadingHTTPServer((LUS, 0), bezoeker) as server:
        draad = threading.Thread(target=server.serve_forever, args=(0.02,))
        draad.start()
        server.adres = f"http://{LUS}:{server.server_address[1]}/"
        server.gevraagd = bezoeker.gevraagd
        yield server
        server.shutdown()
        draad.join()
