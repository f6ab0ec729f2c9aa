"""What ``manage.py start`` needs to know about this machine, this checkout and its children."""

import contextlib
import errno
import fcntl
import hashlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from alliantie.kern.postgres import SCHIJF_VOL, VOL
from alliantie.kern.processen import start_kind, stop_kind

HOST = "127.0.0.1"
MB = 1024 * 1024
RUIMTE_EERSTE_KEER = 300 * MB
RUIMTE_DAARNA = 50 * MB


class StartFout(Exception):
    """Starting is not possible; the message is one sentence for whoever typed the command."""


class Gestopt(BaseException):
    """Somebody asked us to stop (Ctrl-C, a signal, the end of make)."""


def luister_naar_stop() -> None:
    """Turn the signals that mean "stop" into one exception."""

    def stop(_nummer: int, _frame: object) -> None:
        raise Gestopt

    for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signaal, stop)


def luister_niet_meer() -> None:
    """Finish cleaning up, whatever signal comes; the waits in there all have an end."""
    for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signaal, signal.SIG_IGN)


def poort_uit(omgeving: str) -> int:
    """Return the port to serve on."""
    if not omgeving.isdecimal() or not 1 <= int(omgeving) <= 65535:
        raise StartFout(f"PORT moet een getal zijn van 1 tot en met 65535, niet {omgeving!r}.")
    return int(omgeving)


def controleer_schijf(map: Path, nodig: int) -> None:
    """Refuse to begin what cannot be finished."""
    vrij = shutil.disk_usage(map).free
    if vrij < nodig:
        raise StartFout(f"De schijf is (bijna) vol: er is {vrij // MB} MB vrij en {nodig // MB} MB nodig.")


def controleer_poort(poort: int, geduld: float = 3) -> None:
    """Refuse a port that something else holds; the remains of a killed run get a moment to let go."""
    einde = time.monotonic() + geduld
    while True:
        with socket.socket() as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                proef.bind((HOST, poort))
            except PermissionError:
                raise StartFout(
                    f"Poort {poort} mag alleen de beheerder gebruiken. Kies een andere: PORT=8001 make run"
                ) from None
            except OSError as fout:
                if fout.errno != errno.EADDRINUSE:
                    raise
            else:
                return
        if time.monotonic() > einde:
            raise StartFout(
                f"Poort {poort} is al in gebruik door een ander programma. "
                f"Kies een andere: PORT={poort % 65535 + 1} make run"
            )
        time.sleep(0.2)


def antwoordt(poort: int) -> bool:
    """Tell whether the site answers."""
    verbinding = http.client.HTTPConnection(HOST, poort, timeout=30)
    try:
        verbinding.request("GET", "/gezond/")
        verbinding.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        verbinding.close()
    return True


class Beurt:
    """The right to run this checkout: one launcher at a time, with a list of the children it must not lose."""

    def __init__(self, map: Path) -> None:
        self.slot = map / "start.slot"
        self.lijst = map / "start.json"

    @contextlib.contextmanager
    def neem(self) -> Iterator[None]:
        """Take the turn, or say who has it. The kernel gives it back when we die."""
        with self.slot.open("a+") as bestand:
            try:
                fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StartFout(self._wie_heeft_hem()) from None
            self._stop_resten()
            try:
                yield
            finally:
                self.lijst.unlink(missing_ok=True)

    def onthoud(self, poort: int, kinderen: list["subprocess.Popen[bytes]"]) -> None:
        """Write down what runs now, for the run after a crash."""
        bekend = []
        for kind in kinderen:
            with contextlib.suppress(psutil.NoSuchProcess):
                bekend.append([kind.pid, psutil.Process(kind.pid).create_time()])
        nieuw = self.lijst.with_suffix(".nieuw")
        nieuw.write_text(json.dumps({"launcher": os.getpid(), "poort": poort, "kinderen": bekend}))
        nieuw.replace(self.lijst)

    def _lees(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self.lijst.read_text()))
        except (OSError, ValueError, TypeError):
            return {}

    def _wie_heeft_hem(self) -> str:
        poort = self._lees().get("poort")
        waar = f" op http://{HOST}:{poort}" if poort else ""
        return f"Het portaal draait al in een ander venster{waar}. Stop het daar eerst met Ctrl-C."

    def _stop_resten(self) -> None:
        """Stop the children of a launcher that was killed. A number that went to another process is left alone."""
        resten: list[psutil.Process] = []
        for nummer, begonnen in self._lees().get("kinderen", []):
            with contextlib.suppress(psutil.Error):
                proces = psutil.Process(nummer)
                if abs(proces.create_time() - begonnen) < 0.05:
                    resten += [proces, *proces.children(recursive=True)]
        for proces in resten:
            with contextlib.suppress(psutil.Error):
                proces.terminate()
        for proces in psutil.wait_procs(resten, timeout=4)[1]:
            with contextlib.suppress(psutil.Error):
                proces.kill()


class Ploeg:
    """The children of one run, and the watch over them and over whoever started us."""

    def __init__(self, ouder: int | None) -> None:
        self.kinderen: dict[str, subprocess.Popen[bytes]] = {}
        self._ouder = ouder
        self._ving = ouder is not None and _vangt_ctrl_c(ouder)

    def start(self, naam: str, *opdracht: str) -> None:
        """Start a child; it is killed with us."""
        self.kinderen[naam] = start_kind([sys.executable, *opdracht], bij_dood_ouder=signal.SIGKILL)

    def uitgevallen(self) -> str | None:
        """Return the name of a child that ended by itself."""
        return next((naam for naam, kind in self.kinderen.items() if kind.poll() is not None), None)

    def ouder_stopt(self) -> bool:
        """Tell whether our parent has gone, or is a make that got a Ctrl-C of its own and now waits for us."""
        if self._ouder is None:
            return False
        return os.getppid() != self._ouder or (self._ving and not _vangt_ctrl_c(self._ouder))

    def stop(self) -> None:
        """Stop all children, together."""
        for kind in self.kinderen.values():
            if kind.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    kind.terminate()
        for kind in self.kinderen.values():
            stop_kind(kind, signal.SIGTERM, geduld=5)


def _vangt_ctrl_c(nummer: int) -> bool:
    """Tell whether a process handles SIGINT. GNU make drops its handler once it is asked to stop (Linux only)."""
    try:
        status = Path(f"/proc/{nummer}/status").read_text()
    except OSError:
        return False
    masker = next((regel.split()[1] for regel in status.splitlines() if regel.startswith("SigCgt")), "0")
    return bool(int(masker, 16) & 1 << (signal.SIGINT - 1))


def vingerafdruk(bestanden: Iterator[Path]) -> str:
    """Return a value that changes when one of the files does."""
    som = hashlib.sha256()
    for pad in sorted(bestanden):
        stand = pad.stat()
        som.update(f"{pad}\0{stand.st_size}\0{stand.st_mtime_ns}\n".encode(errors="surrogateescape"))
    return som.hexdigest()


def in_een_zin(fout: BaseException) -> str | None:
    """Return the sentence for a failure that is not a mistake in the program, or None when it is one."""
    keten: BaseException | None = fout
    while keten is not None:
        vol = isinstance(keten, OSError) and keten.errno in (errno.ENOSPC, errno.EDQUOT)
        if vol or getattr(keten, "sqlstate", None) == "53100" or VOL in str(keten):
            return SCHIJF_VOL
        if isinstance(keten, PermissionError):
            return f"Wij mogen niet bij {keten.filename}. Start dit als de eigenaar van deze map."
        keten = keten.__cause__ or keten.__context__
    return None
