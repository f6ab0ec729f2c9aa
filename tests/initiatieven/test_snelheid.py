"""With twenty thousand items the pages that everybody uses stay fast: at most six times a page without a database."""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from initiatieven import meetgegevens
from initiatieven.models import Vermelding
from tests.factories import DoelgroepFactory, ThemaFactory
from tests.geladen import catalogus_in_databank

AANTAL = 20_000
HOOGSTENS = 6
KEREN = 40
PAGINAS = {
    "first page": "/initiatieven/",
    "filtered page": "/initiatieven/?thema=eten-en-drinken&provincie=noord-brabant&fase=draait",
    "page 500": "/initiatieven/?pagina=500",
    "search": "/initiatieven/?q=moestuin+brug",
}


@pytest.mark.django_db
def test_made_up_rows_are_the_same_every_time():
    ThemaFactory.create_batch(3)
    DoelgroepFactory.create_batch(3)
    keren = []
    for _ in range(2):
        meetgegevens.maak(60)
        velden = ("titel", "samenvatting", "gemeente__naam", "hoofdthema__naam", "fase", "gepubliceerd_op")
        keren.append(list(Vermelding.objects.order_by("gepubliceerd_op").values_list(*velden)))
        Vermelding.objects.all().delete()
    assert len(keren[0]) == 60
    assert keren[0] == keren[1]
    assert len(set(keren[0])) == 60


# --- measuring ---------------------------------------------------------------------------------------------


@pytest.fixture
def werker(transactional_db):
    """The address of one gunicorn worker over a database with ``AANTAL`` items."""
    databank = {naam: connection.settings_dict[naam] for naam in ("NAME", "HOST", "PORT", "USER", "PASSWORD")}
    with catalogus_in_databank():
        meetgegevens.maak(AANTAL)
        with socket.socket() as vrij:
            vrij.bind(("127.0.0.1", 0))
            poort = vrij.getsockname()[1]
        omgeving = os.environ | {"SNELHEID_DATABANK": json.dumps(databank), "WEB_CONCURRENCY": "1"}
        opdracht = [sys.executable, "-m", "gunicorn", "tests.snelheid:application", "-c", "/dev/null"]
        opdracht += ["-k", "sync", "-w", "1", "-b", f"127.0.0.1:{poort}", "--log-level", "error"]
        proces = subprocess.Popen(opdracht, cwd=Path(settings.BASE_DIR), env=omgeving)
        try:
            adres = f"http://127.0.0.1:{poort}"
            _wacht_op(adres)
            yield adres
        finally:
            proces.terminate()
            proces.wait(10)


def _wacht_op(adres):
    for _ in range(200):
        try:
            urllib.request.urlopen(adres + "/gezond/", timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError("gunicorn does not answer")


def meet(adres):
    """Return how many milliseconds one request takes, and how many bytes came."""
    begin = time.perf_counter()
    with urllib.request.urlopen(adres, timeout=60) as antwoord:
        inhoud = antwoord.read()
    return (time.perf_counter() - begin) * 1000, len(inhoud)


@pytest.mark.zwaar
def test_a_page_takes_at_most_six_times_as_long_as_one_without_a_database(werker, capsys):
    te_traag = {}
    regels = [f"{'':14} {'bytes':>7} {'bare':>8} {'warm':>8} {'times':>6} {'cold':>8}"]
    for naam, pad in PAGINAS.items():
        _, bytes_ = meet(werker + pad)
        kaal, warm, koud = [], [], []
        for _ in range(KEREN):  # in turns, so that whatever else the machine does hits both
            kaal.append(meet(f"{werker}/kaal/{bytes_}/")[0])
            warm.append(meet(werker + pad)[0])
        for _ in range(KEREN // 4):
            meet(f"{werker}/kaal/vergeet/")
            koud.append(meet(werker + pad)[0])
        midden = {soort: statistics.median(tijden) for soort, tijden in (("kaal", kaal), ("warm", warm))}
        keer = midden["warm"] / midden["kaal"]
        regels.append(
            f"{naam:14} {bytes_:7} {midden['kaal']:6.2f}ms {midden['warm']:6.2f}ms {keer:6.2f}"
            f" {statistics.median(koud):6.1f}ms ({statistics.median(koud) / midden['kaal']:.1f} times)"
        )
        if keer > HOOGSTENS:
            te_traag[naam] = keer
    with capsys.disabled():
        print("\n" + "\n".join(regels))
    assert not te_traag
