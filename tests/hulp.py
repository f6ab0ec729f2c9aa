"""Tools that several tests share: filling in a form as a browser does, and doing two things at the same moment."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any

from django.db import connection, models, transaction
from django.http import HttpResponse

Velden = dict[str, list[Any]]


# --- forms ---------------------------------------------------------------------------------------------


class _Formulierlezer(HTMLParser):
    """Collects what a browser would send of the POST forms on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.formulieren: list[Velden] = []
        self.binnen = False
        self.tekstvak = ""
        self.keuzelijst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigen = dict(attrs)
        naam = eigen.get("name") or ""
        if tag == "form":
            self.binnen = (eigen.get("method") or "get").lower() == "post"
            if self.binnen:
                self.formulieren.append({})
        elif not self.binnen or "disabled" in eigen:
            return
        elif tag == "input" and naam:
            soort = eigen.get("type", "text")
            gekozen = soort not in {"checkbox", "radio"} or "checked" in eigen
            if gekozen and soort not in {"submit", "button", "image", "file", "reset"}:
                self._neem(naam, eigen.get("value") or ("on" if soort == "checkbox" else ""))
        elif tag == "textarea" and naam:
            self.tekstvak = naam
            self._neem(naam, "")
        elif tag == "select" and naam:
            self.keuzelijst = naam
        elif tag == "option" and self.keuzelijst and "selected" in eigen:
            self._neem(self.keuzelijst, eigen.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.binnen = False
        elif tag == "textarea":
            self.tekstvak = ""
        elif tag == "select":
            self.keuzelijst = ""

    def handle_data(self, data: str) -> None:
        if self.tekstvak:
            self.formulieren[-1][self.tekstvak][-1] += data

    def _neem(self, naam: str, waarde: str) -> None:
        self.formulieren[-1].setdefault(naam, []).append(waarde)


def formulier(antwoord: HttpResponse, met: str) -> Velden:
    """Return the filled-in fields of the form on this page that has a field called ``met``."""
    lezer = _Formulierlezer()
    lezer.feed(antwoord.content.decode())
    for velden in lezer.formulieren:
        if met in velden:
            # A browser drops the first newline of a text box, which HTML adds.
            return {
                naam: [waarde.removeprefix("\r\n").removeprefix("\n") for waarde in waarden]
                for naam, waarden in velden.items()
                if "__prefix__" not in naam
            }
    raise AssertionError(f"no form with a field {met} on this page")


def extra_rij(velden: Velden, groep: str, **waarden: Any) -> Velden:
    """Add a new row to the inline ``groep`` (its prefix, such as "fotos") of an admin form."""
    nummer = int(velden[f"{groep}-TOTAL_FORMS"][0])
    velden[f"{groep}-TOTAL_FORMS"] = [str(nummer + 1)]
    for naam, waarde in waarden.items():
        velden[f"{groep}-{nummer}-{naam}"] = [waarde]
    return velden


# --- at the same moment ----------------------------------------------------------------------------------


def _afgesloten(functie: Callable[[], Any], hek: threading.Barrier) -> Any:
    try:
        hek.wait(timeout=10)
        return functie()
    except Exception as fout:  # noqa: BLE001 (handed to the test, which judges it)
        return fout
    finally:
        connection.close()


def tegelijk(*functies: Callable[[], Any]) -> list[Any]:
    """Run these in threads that begin together; return what each gave, or the exception it raised."""
    hek = threading.Barrier(len(functies))
    with ThreadPoolExecutor(len(functies)) as threads:
        lopend = [threads.submit(_afgesloten, functie, hek) for functie in functies]
        return [taak.result(timeout=30) for taak in lopend]


def tegelijk_op(rij: models.Model, *functies: Callable[[], Any]) -> list[Any]:
    """Run these in threads while the row is locked, and free the row once all of them wait for it (or are done).

    So each has read what it reads without a lock before any of them can write: the worst moment there is.
    """
    hek = threading.Barrier(len(functies))
    with ThreadPoolExecutor(len(functies)) as threads:
        with transaction.atomic():
            type(rij)._base_manager.select_for_update().get(pk=rij.pk)
            lopend = [threads.submit(_afgesloten, functie, hek) for functie in functies]
            for _ in wachtend(10):
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_stat_clear_snapshot()")
                    cursor.execute(
                        "SELECT count(*) FROM pg_stat_activity "
                        "WHERE datname = current_database() AND wait_event_type = 'Lock'"
                    )
                    wachters = cursor.fetchone()[0]
                if wachters + sum(taak.done() for taak in lopend) >= len(functies):
                    break
        return [taak.result(timeout=30) for taak in lopend]


def wachtend(seconden: float) -> Iterator[None]:
    """Yield until the time is up; for polling."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        yield
        time.sleep(0.02)
    raise AssertionError(f"nothing happened in {seconden} seconds")


@contextmanager
def in_thread(functie: Callable[[], Any]) -> Iterator[Any]:
    """Run ``functie`` in another thread, with a database connection of its own, during the block."""
    with ThreadPoolExecutor(1) as threads:
        yield threads.submit(_afgesloten, functie, threading.Barrier(1))
