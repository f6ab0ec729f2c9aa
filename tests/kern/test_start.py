"""``manage.py start``: one command up, one Ctrl-C down, nothing left, every failure one sentence."""

import errno
import json
import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from alliantie.kern import starten
from alliantie.kern.postgres import SCHIJF_VOL

PROJECT = Path(__file__).resolve().parents[2]
BRON = ("alliantie", "initiatieven", "bijeenkomsten", "projectbanden", "static", "templates")


# --- small parts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("poort", ["", "abc", "0", "65536", "-1", "8000 "])
def test_port_must_be_a_port(poort: str) -> None:
    with pytest.raises(starten.StartFout, match="PORT moet een getal zijn"):
        starten.poort_uit(poort)


def test_port_in_use_is_said_plainly() -> None:
    with socket.create_server((starten.HOST, 0)) as bezet:
        poort = bezet.getsockname()[1]
        with pytest.raises(starten.StartFout, match=f"Poort {poort} is al in gebruik"):
            starten.controleer_poort(poort, geduld=0)


def test_full_disk_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(starten.StartFout, match="vol"):
        starten.controleer_schijf(tmp_path, 10**18)


@pytest.mark.parametrize(
    "fout",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        type("DiskFull", (Exception,), {"sqlstate": "53100"})("could not extend file"),
        RuntimeError("PANIC: could not write to file: No space left on device"),
    ],
)
def test_every_kind_of_full_disk_is_recognised(fout: Exception) -> None:
    boven = ValueError("somewhere above")
    boven.__cause__ = fout
    assert starten.in_een_zin(boven) == SCHIJF_VOL


def test_a_mistake_in_the_program_is_not_hidden() -> None:
    assert starten.in_een_zin(ValueError("bug")) is None


def test_only_one_launcher_has_the_turn(tmp_path: Path) -> None:
    with starten.Beurt(tmp_path).neem():
        starten.Beurt(tmp_path).onthoud(8123, [])
        with pytest.raises(starten.StartFout, match=r"al in een ander venster op http://127\.0\.0\.1:8123"):
            starten.Beurt(tmp_path).neem().__enter__()
    assert not (tmp_path / "start.json").exists()


def test_remains_of_a_killed_run_are_stopped_and_strangers_left_alone(tmp_path: Path) -> None:
    rest, vreemde = (subprocess.Popen(["sleep", "60"]) for _ in range(2))
    try:
        kinderen = [[rest.pid, psutil.Process(rest.pid).create_time()], [vreemde.pid, 12345.0]]
        (tmp_path / "start.json").write_text(json.dumps({"poort": 1, "kinderen": kinderen}))
        with starten.Beurt(tmp_path).neem():
            assert not psutil.pid_exists(rest.pid)
            assert vreemde.poll() is None
    finally:
        for proces in (rest, vreemde):
            proces.kill()
            proces.wait()


@pytest.mark.parametrize("inhoud", ["", "[1, 2]", "{", "null"])
def test_a_damaged_list_is_no_obstacle(tmp_path: Path, inhoud: str) -> None:
    (tmp_path / "start.json").write_text(inhoud)
    with starten.Beurt(tmp_path).neem():
        pass


def test_fingerprint_changes_with_the_file(tmp_path: Path) -> None:
    pad = tmp_path / "a.css"
    pad.write_text("een")
    eerst = starten.vingerafdruk(iter([pad]))
    assert starten.vingerafdruk(iter([pad])) == eerst
    pad.write_text("twee")
    assert starten.vingerafdruk(iter([pad])) != eerst


# --- the real thing, in a copy of the project ------------------------------------------------------------


class Loop:
    """One ``manage.py start`` below a stand-in for make."""

    def __init__(self, map: Path, poort: int) -> None:
        self.poort = poort
        omgeving = {
            n: w for n, w in os.environ.items() if n not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        }
        makefile = f"run:\n\t@exec {sys.executable} manage.py start --ouder $$PPID\n"
        (map / "Makefile").write_text(makefile)
        self.proces = subprocess.Popen(
            ["make", "run"],
            cwd=map,
            env=omgeving | {"PORT": str(poort), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.regels: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._lees, daemon=True).start()
        self.tekst = ""

    def _lees(self) -> None:
        assert self.proces.stdout
        for regel in self.proces.stdout:
            self.regels.put(regel)
        self.regels.put("")

    def wacht_op(self, woorden: str, seconden: float = 60) -> bool:
        """Read on until `woorden` or the end."""
        einde = time.monotonic() + seconden
        while woorden not in self.tekst:
            regel = self.regels.get(timeout=max(0.1, einde - time.monotonic()))
            if not regel:
                return False
            self.tekst += regel
        return True

    def op(self) -> "Loop":
        """Wait until it serves."""
        assert self.wacht_op("Het portaal draait op"), self.tekst
        with urllib.request.urlopen(f"http://127.0.0.1:{self.poort}/gezond/") as antwoord:
            assert antwoord.status == 200
        return self

    def familie(self) -> dict[str, psutil.Process]:
        """Return the processes of this run by role."""
        rollen = {}
        for proces in psutil.Process(self.proces.pid).children(recursive=True):
            regel = " ".join(proces.cmdline())
            for rol, kenmerk in {
                "launcher": "manage.py start",
                "gunicorn": "-m gunicorn",
                "worker": "procrastinate",
                "postgres": "postgres -D",
            }.items():
                if kenmerk in regel:
                    rollen.setdefault(rol, proces)
        return rollen

    def einde(self, seconden: float = 15) -> int:
        """Wait for the end and return the exit code."""
        self.proces.wait(seconden)
        self.wacht_op("\0", 5)
        return self.proces.returncode


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project: checkouts in different folders share nothing."""
    map = tmp_path_factory.mktemp("portaal")
    for naam in BRON:
        if (PROJECT / naam).exists():
            shutil.copytree(PROJECT / naam, map / naam, ignore=shutil.ignore_patterns("__pycache__"))
    for naam in ("manage.py", "gunicorn.conf.py"):
        shutil.copy(PROJECT / naam, map / naam)
    return map


@pytest.fixture
def poort() -> int:
    """A free port."""
    with socket.create_server(("127.0.0.1", 0)) as proef:
        return int(proef.getsockname()[1])


@pytest.fixture
def start(kopie: Path, poort: int) -> Iterator[object]:
    """Start the copy; whatever still runs at the end of the test is stopped."""
    lopen: list[Loop] = []

    def _start() -> Loop:
        lopen.append(Loop(kopie, poort))
        return lopen[-1]

    yield _start
    for loop in lopen:
        if loop.proces.poll() is None:
            os.killpg(loop.proces.pid, signal.SIGINT)
            loop.proces.wait(20)


def levend(processen: list[psutil.Process]) -> list[psutil.Process]:
    """Return which of these still run, after a moment of grace."""
    _weg, over = psutil.wait_procs(processen, timeout=6)
    return [p for p in over if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


pytest_zwaar = [
    pytest.mark.zwaar,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="make and signals as on Linux"),
]


class TestStart:
    pytestmark = pytest_zwaar

    def test_up_again_within_five_seconds_and_down_with_ctrl_c(self, start) -> None:
        start().op().proces.send_signal(signal.SIGTERM)
        time.sleep(2)
        begin = time.monotonic()
        loop = start().op()
        assert time.monotonic() - begin < 5
        alles = list(loop.familie().values())
        assert len(alles) == 4
        os.killpg(loop.proces.pid, signal.SIGINT)
        loop.einde()
        assert "Gestopt." in loop.tekst
        assert "Traceback" not in loop.tekst
        assert not levend(alles)

    @pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM], ids=["INT", "TERM"])
    @pytest.mark.parametrize("wie", ["make", "launcher"])
    def test_a_signal_to_make_or_the_launcher_alone_stops_everything(self, start, wie, signaal) -> None:
        loop = start().op()
        alles = loop.familie()
        (loop.proces if wie == "make" else alles["launcher"]).send_signal(signaal)
        loop.einde()
        assert not levend(list(alles.values()))

    @pytest.mark.parametrize("wie", ["make", "launcher", "gunicorn", "worker", "postgres"])
    def test_kill_nine_of_any_process_ends_all_and_the_next_run_works(self, start, wie) -> None:
        loop = start().op()
        alles = loop.familie()
        (loop.proces if wie == "make" else alles[wie]).kill()
        loop.einde()
        assert not levend(list(alles.values()))
        start().op()

    @pytest.mark.parametrize("na", [0.3, 0.8, 1.4, 2.2])
    def test_killed_halfway_through_the_first_run(self, start, kopie, na) -> None:
        shutil.rmtree(kopie / "var", ignore_errors=True)
        loop = start()
        time.sleep(na)
        for proces in [*psutil.Process(loop.proces.pid).children(recursive=True), loop.proces]:
            proces.kill()
        loop.proces.wait()
        start().op()

    def test_second_start_and_taken_port_are_one_sentence(self, start, kopie) -> None:
        start().op()
        tweede = start()
        assert tweede.einde() == 2
        assert "draait al in een ander venster" in tweede.tekst
        assert "Traceback" not in tweede.tekst

    def test_a_command_beside_it_shares_the_server(self, start, kopie) -> None:
        loop = start().op()
        omgeving = {n: w for n, w in os.environ.items() if n != "DJANGO_SETTINGS_MODULE"}
        opdracht = [sys.executable, "manage.py", "showmigrations", "--list", "procrastinate"]
        uit = subprocess.run(opdracht, cwd=kopie, env=omgeving, capture_output=True, text=True, check=True)
        assert "[X]" in uit.stdout
        assert loop.familie()["postgres"].is_running()
