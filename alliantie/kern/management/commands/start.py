"""``manage.py start``: the whole portal with one command, and nothing left when it ends."""

import os
import signal
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from alliantie.kern import starten
from alliantie.kern.databank import MAP, VAR, Server, wordt_gebruikt
from alliantie.kern.postgres import DatabankFout
from alliantie.kern.processen import sterf_met_ouder


class Command(BaseCommand):
    """Start the database, bring it up to date, and serve the site with its job worker until told to stop."""

    help = "Start het portaal: databank, website en taken. Stop met Ctrl-C."
    requires_system_checks: list[str] = []  # `make check` does that; here every second counts

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Only make passes its own number."""
        parser.add_argument("--ouder", type=int, help="stop when the process with this number ends")

    def handle(self, *args: Any, ouder: int | None = None, **options: Any) -> None:
        """Run, and turn every foreseeable failure into one sentence."""
        self.ploeg = starten.Ploeg(ouder)
        self.server = None if os.environ.get("DATABASE_URL") else Server()
        starten.luister_naar_stop()
        try:
            if ouder:
                sterf_met_ouder(signal.SIGTERM, ouder)
            VAR.mkdir(exist_ok=True)
            beurt = starten.Beurt(VAR)
            with beurt.neem():
                try:
                    self._draai(beurt)
                finally:
                    starten.luister_niet_meer()
                    self._stop_alles()
        except starten.Gestopt:
            self._zeg("Gestopt. Alles staat uit, uw gegevens zijn bewaard.")
        except (starten.StartFout, DatabankFout, CommandError) as fout:
            self._fout(str(fout))
        except Exception as fout:
            zin = starten.in_een_zin(fout)
            if zin is None:
                raise
            self._fout(zin)

    def _draai(self, beurt: starten.Beurt) -> None:
        poort = starten.poort_uit(os.environ.get("PORT") or "8000")
        eerste_keer = self.server is not None and not self.server.data.exists()
        starten.controleer_schijf(VAR, starten.RUIMTE_EERSTE_KEER if eerste_keer else starten.RUIMTE_DAARNA)
        starten.controleer_poort(poort)
        if self.server:
            self._zeg("De databank start…" if not eerste_keer else "De databank wordt gemaakt…")
            self.server.start(gebonden=not wordt_gebruikt(MAP))
        self._breng_bij()
        self._verzamel_statisch()
        connection.close()
        if sluit_pool := getattr(connection, "close_pool", None):
            sluit_pool()
        adres = f"{starten.HOST}:{poort}"
        self.ploeg.start("de website", "-m", "gunicorn", "--bind", adres, "alliantie.wsgi:application")
        self.ploeg.start(
            "het takenprogramma",
            "manage.py",
            "procrastinate",
            "--skip-checks",
            "worker",
            "--shutdown-graceful-timeout=3",
        )
        beurt.onthoud(poort, [*self.ploeg.kinderen.values(), *self._databankkind()])
        while not starten.antwoordt(poort):
            self._let_op()
        self._zeg(f"Het portaal draait op http://{adres}  (stoppen: Ctrl-C)")
        while True:
            self._let_op()

    def _databankkind(self) -> list[Any]:
        return [self.server.kind] if self.server and self.server.kind else []

    def _let_op(self) -> None:
        """Wait a moment; raise when a child or our parent has ended."""
        time.sleep(0.2)
        if self.ploeg.ouder_stopt():
            raise starten.Gestopt
        if self.server and self.server.kind and self.server.kind.poll() is not None:
            raise starten.StartFout(self.server.waarom_gestopt("De databank is onverwacht gestopt."))
        if naam := self.ploeg.uitgevallen():
            raise starten.StartFout(
                f"Gestopt, want {naam} is onverwacht geëindigd. Start opnieuw met make run."
            )

    def _breng_bij(self) -> None:
        """Migrate, fill an empty catalogue, make the first account: each does nothing when it has been done."""
        call_command("migrate", interactive=False, verbosity=0)
        call_command("laad_catalogus")
        call_command("maak_beheerder")

    def _verzamel_statisch(self) -> None:
        """Collect static files when one changed; from scratch, so that a killed run leaves no half file."""
        root = settings.STATIC_ROOT
        if not root:
            return
        stempel = VAR / "static.stempel"
        soort = settings.STORAGES["staticfiles"]["BACKEND"]
        nu = f"{soort} {root} {starten.vingerafdruk(_statische_bestanden())}"
        if Path(root).exists() and stempel.exists() and stempel.read_text() == nu:
            return
        stempel.unlink(missing_ok=True)
        Path(root).mkdir(parents=True, exist_ok=True)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stempel.write_text(nu)

    def _stop_alles(self) -> None:
        self.ploeg.stop()
        if self.server and (self.server.kind or not wordt_gebruikt(MAP)):
            self.server.stop()

    def _zeg(self, zin: str) -> None:
        try:
            self.stdout.write(zin)
            self.stdout.flush()
        except OSError:  # nobody reads us any more
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123

    def _fout(self, zin: str) -> None:
        try:
            self.stderr.write(zin)
        finally:
            sys.exit(1)


def _statische_bestanden() -> Iterator[Path]:
    for finder in get_finders():
        for pad, opslag in finder.list(None):
            yield Path(opslag.path(pad))
