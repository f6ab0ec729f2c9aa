"""Child processes that never outlive the process that started them.

A launcher that is killed with ``kill -9`` cannot clean up. So every child is started through this very file, run as a
script: it asks the kernel to be signalled when its parent dies, drops root when asked to, and then becomes the real
program. Where the kernel has no such service it stays in between and watches the parent instead.

Only the standard library, and no imports of the project: the script must start in a few milliseconds.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

PR_SET_PDEATHSIG = 1
OP_LINUX = sys.platform.startswith("linux")


@dataclass(frozen=True)
class Wie:
    """The user that a child runs as."""

    uid: int
    gid: int
    naam: str


def sterf_met_ouder(signaal: int, ouder: int | None = None) -> None:
    """Have the kernel send `signaal` to this process when its parent (thread) dies; Linux only."""
    if not OP_LINUX:
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(signaal), 0, 0, 0)
    if ouder is not None and os.getppid() != ouder:  # it died before we asked
        os.kill(os.getpid(), signaal)


def start_kind(
    opdracht: Sequence[str],
    *,
    bij_dood_ouder: int,
    als: Wie | None = None,
    omgeving: dict[str, str] | None = None,
    invoer: IO[bytes] | int = subprocess.DEVNULL,
    uitvoer: IO[bytes] | int | None = None,
    map: str | os.PathLike[str] | None = None,
) -> "subprocess.Popen[bytes]":
    """Start a child that gets the signal `bij_dood_ouder` when this process dies. Call it from the main thread.

    The child leads its own session, so that a Ctrl-C in the terminal reaches only the launcher, which then stops
    things in the right order.
    """
    wie = f"{als.uid}:{als.gid}:{als.naam}" if als else "-"
    wachter = [sys.executable, "-I", "-S", os.path.abspath(__file__)]  # noqa: PTH100
    return subprocess.Popen(
        [*wachter, str(os.getpid()) if bij_dood_ouder else "0", str(int(bij_dood_ouder)), wie, *opdracht],
        env=omgeving,
        cwd=map,
        stdin=invoer,
        stdout=uitvoer,
        stderr=subprocess.STDOUT if uitvoer is not None else None,
        start_new_session=True,
    )


def stop_kind(kind: "subprocess.Popen[bytes]", signaal: int = signal.SIGTERM, geduld: float = 5) -> None:
    """Ask a child to stop; after `geduld` seconds it is killed, with everything in its process group."""
    if kind.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            kind.send_signal(signaal)
        with contextlib.suppress(subprocess.TimeoutExpired):
            kind.wait(geduld)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(kind.pid, signal.SIGKILL)
    kind.wait()


def word_gebruiker(als: Wie) -> None:
    """Give up root for good."""
    os.initgroups(als.naam, als.gid)
    os.setgid(als.gid)
    os.setuid(als.uid)


def _waak(ouder: int, bij_dood_ouder: int, opdracht: Sequence[str]) -> int:
    """Run `opdracht`, pass on signals, and end it when the parent has gone (no kernel help needed)."""
    kind = subprocess.Popen(opdracht)
    for signaal in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(signaal, lambda nummer, _frame: kind.send_signal(nummer))
    while (code := kind.poll()) is None:
        if os.getppid() != ouder:
            kind.send_signal(bij_dood_ouder)
            return kind.wait()
        time.sleep(0.2)
    return code if code >= 0 else 128 - code


def main(argumenten: Sequence[str]) -> int:
    """``processen.py PARENT SIGNAL USER COMMAND…``: become COMMAND."""
    ouder, bij_dood_ouder, wie, *opdracht = argumenten
    if wie != "-":
        uid, gid, naam = wie.split(":", 2)
        word_gebruiker(Wie(int(uid), int(gid), naam))
    # A shell that starts something in the background has it ignore Ctrl-C; our children must not inherit that.
    for signaal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(signaal, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    if ouder == "0":  # a server that may outlive us
        os.execvp(opdracht[0], opdracht)
    if not OP_LINUX or os.environ.get("ALLIANTIE_WAAK"):
        return _waak(int(ouder), int(bij_dood_ouder), opdracht)
    sterf_met_ouder(int(bij_dood_ouder), int(ouder))
    os.execvp(opdracht[0], opdracht)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
