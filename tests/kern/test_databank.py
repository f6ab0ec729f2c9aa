"""The embedded Postgres: always one server per folder, back after any crash, in the way of nobody."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from alliantie.kern import databank
from alliantie.kern.databank import Server, django_instellingen, slot, socketmap
from alliantie.kern.postgres import SCHIJF_VOL, DatabankFout, in_een_zin

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of our own, not yet started."""
    server = Server(tmp_path / "postgres", wegwerp=True)
    yield server
    server.stop(meteen=True)


def vraag(server: Server, sql: str) -> object:
    """Return the first value of a query."""
    with psycopg.connect(host=str(server.socket), user="postgres", dbname="alliantie") as verbinding:
        rij = verbinding.execute(sql).fetchone()
        return rij[0] if rij else None


def test_socket_is_in_the_folder_of_the_checkout(tmp_path: Path) -> None:
    assert socketmap(tmp_path) == tmp_path / "socket"


def test_socket_of_a_long_path_is_short_fixed_and_its_own() -> None:
    lang = Path("/srv") / ("lange-naam" * 12)
    assert len(str(socketmap(lang))) < 60
    assert socketmap(lang) == socketmap(lang) != socketmap(lang / "b")


def test_django_settings_point_at_the_socket(tmp_path: Path) -> None:
    assert django_instellingen(tmp_path)["HOST"] == str(tmp_path / "socket")


def test_a_lock_is_held_by_one_and_shared_by_many(tmp_path: Path) -> None:
    pad = tmp_path / "slot"
    with slot(pad, gedeeld=True), slot(pad, gedeeld=True, wachten=False) as tweede:
        assert tweede
        with slot(pad, wachten=False) as alleen:
            assert not alleen
    with slot(pad, wachten=False) as alleen:
        assert alleen


def test_a_process_number_that_went_to_another_program_is_no_server(server: Server) -> None:
    server.data.mkdir(parents=True)
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data}\n")
    assert server.postmaster() is None


@pytest.mark.parametrize(
    ("uitvoer", "zin"),
    [
        ("FATAL: could not write: No space left on device", SCHIJF_VOL),
        ("LOG: hello\nFATAL:  data directory has wrong ownership", "wrong ownership"),
        ("", "Mislukt."),
    ],
)
def test_what_postgres_says_becomes_one_sentence(uitvoer: str, zin: str) -> None:
    antwoord = in_een_zin(uitvoer, "Mislukt.")
    assert zin in antwoord
    assert "\n" not in antwoord


def test_data_of_another_postgres_is_refused(server: Server) -> None:
    server.data.mkdir(parents=True)
    (server.data / "PG_VERSION").write_text("16\n")
    with pytest.raises(DatabankFout, match="Postgres 16"):
        server.start()
    (server.data / "PG_VERSION").unlink()


@pytest.mark.zwaar
def test_life_of_a_server(server: Server) -> None:
    """Made, private, stopped, started again with its data, and back after its main process was killed."""
    server.start()
    assert vraag(server, "select lower('É')") == "é"
    assert vraag(server, "select 'Tuinen' @@ plainto_tsquery('dutch', 'tuin')") in (True, False)
    assert stat.S_IMODE(server.map.stat().st_mode) == stat.S_IMODE(server.socket.stat().st_mode) == 0o700
    with psycopg.connect(host=str(server.socket), user="postgres", dbname="alliantie") as verbinding:
        verbinding.execute("create table blijft as select 42 as n")
    server.stop()
    assert server.postmaster() is None

    server.start()
    assert vraag(server, "select n from blijft") == 42
    postmaster = server.postmaster()
    assert postmaster
    postmaster.kill()
    opnieuw = Server(server.map, wegwerp=True)
    opnieuw.start()
    assert vraag(opnieuw, "select n from blijft") == 42
    opnieuw.stop()


@pytest.mark.zwaar
def test_killed_halfway_initdb_leaves_no_cluster(server: Server) -> None:
    server._bereid_voor()
    (server.map / "nieuw-rest").mkdir()
    (server.map / "nieuw-rest" / "PG_VERSION").write_text("18")
    server.start()
    assert not list(server.map.glob("nieuw-*"))


@pytest.mark.zwaar
def test_stale_files_of_a_dead_server_are_no_obstacle(server: Server) -> None:
    server.start()
    server.stop()
    stil = subprocess.Popen(["sleep", "60"])
    try:
        (server.data / "postmaster.pid").write_text(f"{stil.pid}\n{server.data}\n1\n5432\n\n\n\nready\n")
        (server.socket / f"{databank.SOCKETNAAM}.lock").write_text(f"{stil.pid}\n{server.data}\n")
        server.start()
        assert vraag(server, "select 1") == 1
        assert stil.poll() is None
    finally:
        stil.kill()
        stil.wait()


@pytest.mark.zwaar
@pytest.mark.parametrize("waak", [False, True], ids=["kernel", "watcher"])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's help is Linux only")
def test_server_does_not_outlive_its_killed_launcher(server: Server, waak: bool) -> None:
    code = (
        "import sys, time; from pathlib import Path; from alliantie.kern.databank import Server;"
        "Server(Path(sys.argv[1]), wegwerp=True).start(); print('op', flush=True); time.sleep(60)"
    )
    omgeving = os.environ | ({"ALLIANTIE_WAAK": "1"} if waak else {})
    launcher = subprocess.Popen(
        [sys.executable, "-c", code, str(server.map)], cwd=PROJECT, env=omgeving, stdout=subprocess.PIPE
    )
    assert launcher.stdout
    assert launcher.stdout.readline() == b"op\n"
    postmaster = server.postmaster()
    assert postmaster
    launcher.send_signal(signal.SIGKILL)
    launcher.communicate()
    einde = time.monotonic() + 10
    while postmaster.is_running() and postmaster.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < einde, "the server outlived its launcher"
        time.sleep(0.05)
