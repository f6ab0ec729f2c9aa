"""Under fire: people tell about their initiative while everything that serves them is killed and started again."""

import contextlib
import io
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import pytest
from django.conf import settings
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from alliantie.kern import starten
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Bericht, Bijlage, Inzending, Statuswissel
from alliantie.kern.processen import start_kind, stop_kind
from alliantie.kern.tasks import herkans_vastgelopen, verstuur_bericht
from tests.bezoeker import HOST, Bezoeker, Pagina
from tests.factories.bestanden import foto_inhoud
from tests.hulp import formulier, wachtend
from tests.mailserver import Mailserver
from tests.publiek import hoofd, tekst

KLANTEN, VERHALEN = 20, 10  # so many people, who each tell so many
VERLIES = 0.02  # part of the answers that gets lost on the way to them
FOTO_ELKE = 5  # every so many stories bring a photo
WEBPROCES_ELKE, TAKEN_ELKE, MEESTER_ELKE = 1.5, 3, 12  # seconds between kills

pytestmark = [
    pytest.mark.zwaar,
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="children end with their parent as on Linux"
    ),
]


# --- what is shot at --------------------------------------------------------------------------------------


class Site:
    """The portal as in production: gunicorn and the job worker, each a process of its own."""

    def __init__(self, map: Path, mailpoort: int) -> None:
        with socket.create_server(("127.0.0.1", 0)) as proef:
            self.poort = int(proef.getsockname()[1])
        self.media = map / "media"
        self.log = (map / "site.log").open("ab")
        self.geschoten: Counter[str] = Counter()
        self.omgeving = {n: w for n, w in os.environ.items() if n != "DJANGO_SETTINGS_MODULE"} | {
            "DATABASE_URL": _databank(),
            "SECRET_KEY": settings.SECRET_KEY,
            "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
            "SITE_URL": f"https://{HOST}",
            "HTTPS": "true",
            "PROXIES": "1",
            "STATIC_MANIFEST": "false",
            "MEDIA_ROOT": str(self.media),
            "EMAIL_URL": f"smtp://127.0.0.1:{mailpoort}",
            "WEB_CONCURRENCY": "2",
            "WEB_THREADS": "4",
        }
        self.web = self._start_web()
        self.taken = self._start_taken()
        for _ in wachtend(30):
            if starten.antwoordt(self.poort):
                break

    def _start(self, *opdracht: str) -> "subprocess.Popen[bytes]":
        return start_kind(
            [sys.executable, *opdracht],
            bij_dood_ouder=signal.SIGKILL,
            omgeving=self.omgeving,
            uitvoer=self.log,
            map=settings.BASE_DIR,
        )

    def _start_web(self) -> "subprocess.Popen[bytes]":
        return self._start(
            "-m", "gunicorn", "--bind", f"127.0.0.1:{self.poort}", "alliantie.wsgi:application"
        )

    def _start_taken(self) -> "subprocess.Popen[bytes]":
        return self._start("manage.py", "procrastinate", "--skip-checks", "worker")

    def schiet_webproces(self) -> None:
        """Kill one of the processes that answer; gunicorn makes a new one."""
        with contextlib.suppress(psutil.NoSuchProcess):
            if kinderen := psutil.Process(self.web.pid).children():
                random.choice(kinderen).kill()
                self.geschoten["web process"] += 1

    def schiet_meester(self) -> None:
        """Kill gunicorn itself, which takes all web processes with it, and start it again."""
        self.web.kill()
        self.web.wait()
        self.geschoten["gunicorn"] += 1
        self.web = self._start_web()

    def schiet_taken(self) -> None:
        """Kill the job worker, let time pass, and start it again."""
        self.taken.kill()
        self.taken.wait()
        self.geschoten["job worker"] += 1
        with connection.cursor() as cursor:  # nobody is alive now: all of them were silent for some minutes
            cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'")
        with contextlib.suppress(AlreadyEnqueued):  # ten minutes later
            herkans_vastgelopen.defer(timestamp=int(time.time()))
        self.taken = self._start_taken()

    def stop(self) -> None:
        for kind in (self.web, self.taken):
            stop_kind(kind, signal.SIGKILL)
        self.log.close()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
            cursor.execute("DELETE FROM procrastinate_workers")


def _databank() -> str:
    """Return the address of the test database, as ``DATABASE_URL``."""
    wat = connection.settings_dict
    wie = quote(wat["USER"], safe="")
    if wat["PASSWORD"]:
        wie += ":" + quote(wat["PASSWORD"], safe="")
    if wat["HOST"].startswith("/"):
        return f"postgres://{wie}@/{wat['HOST']}/{wat['NAME']}"
    return f"postgres://{wie}@{wat['HOST']}:{wat['PORT'] or 5432}/{wat['NAME']}"


@pytest.fixture
def mailserver() -> Iterator[Mailserver]:
    with Mailserver() as server:
        yield server


@pytest.fixture
def site(transactional_db: None, tmp_path: Path, mailserver: Mailserver) -> Iterator[Site]:
    site = Site(tmp_path, mailserver.poort)
    yield site
    site.stop()


# --- who comes by -----------------------------------------------------------------------------------------


def antwoorden(nummer: int) -> dict[str, str]:
    """What somebody tells in story ``nummer``, by field."""
    return {
        "titel": f"Eettafel nummer {nummer}",
        "waar": "Tilburg",
        "fase": "draait",
        "begonnen_jaar": "2019",
        "samenvatting": f"Wij koken elke week met {nummer} buren.",
        "hoofdthema": "weet_niet",
        "mensen_bereikt": "40",
        "verhaal": f"Het begon met {nummer} pannen soep.\n\nNu eten er veertig mensen mee.",
        "geleerd": "Begin klein.",
        "afzender_naam": f"Ria {nummer}",
        "namens": "zelf",
        "afzender_bereik": "mail",
        "afzender_email": f"ria{nummer}@prive.example",
        "akkoord": "on",
    }


def vertel(bezoeker: Bezoeker, nummer: int) -> str:
    """Tell a story from the first screen to the last; return the title of the last page."""
    alles = antwoorden(nummer)
    foto_nodig = nummer % FOTO_ELKE == 0
    pagina = bezoeker.ga("/meedoen/initiatief/")
    for _ in range(60):
        if "verstuurd</h1>" in (main := hoofd(pagina)):
            break
        if pagina.status_code == 422:
            assert "Dat ging heel snel" in tekst(pagina), tekst(pagina)
            time.sleep(1)
        namen = [naam for naam in alles if f'name="{naam}"' in main]
        if namen:
            velden = formulier(pagina, "csrfmiddlewaretoken") | {naam: alles[naam] for naam in namen}
            pagina = bezoeker.stuur(pagina, velden | {"verstuur" if "akkoord" in namen else "verder": "1"})
        elif 'name="bestanden"' in main:
            pagina = _fotos(bezoeker, pagina, foto_nodig)
            foto_nodig = False
        else:
            (verder,) = re.findall(r'<a class="knop" href="([^"]+)"', main)
            pagina = bezoeker.ga(verder, van=pagina.adres)
    return re.sub("<[^>]+>", "", re.findall(r"<h1.*?</h1>", hoofd(pagina), re.DOTALL)[0]).strip()


def _fotos(bezoeker: Bezoeker, pagina: Pagina, foto_nodig: bool) -> Pagina:
    velden: dict[str, Any] = dict(formulier(pagina, "csrfmiddlewaretoken"))
    if foto_nodig and "/fotos/" in pagina.adres:
        foto = io.BytesIO(foto_inhoud(300, 200, kleur="#4e9a4a"))
        foto.name = "IMG_0001.jpg"
        return bezoeker.stuur(pagina, velden | {"bestanden": foto, "toevoegen": "1"}, bestanden=True)
    if vragen := set(re.findall(r'name="(toestemming-\d+)"', hoofd(pagina))):
        velden |= dict.fromkeys(vragen, "geen_mensen")
    return bezoeker.stuur(pagina, velden | {"verder": "1"}, bestanden=True)


def klant(poort: int, nummer: int) -> tuple[Bezoeker, dict[int, str]]:
    """Somebody who tells ``VERHALEN`` stories; return what the last page of each said."""
    bezoeker = Bezoeker(poort, f"10.0.{nummer}.7", verlies=VERLIES)
    nummers = range(nummer * VERHALEN, (nummer + 1) * VERHALEN)
    return bezoeker, {verhaal: vertel(bezoeker, verhaal) for verhaal in nummers}


# --- the storm --------------------------------------------------------------------------------------------


def storm(site: Site, mailserver: Mailserver, bezig: Callable[[], bool]) -> None:
    """Kill and start again, for as long as anybody is telling."""
    volgende = {
        site.schiet_webproces: WEBPROCES_ELKE,
        site.schiet_taken: TAKEN_ELKE,
        site.schiet_meester: MEESTER_ELKE,
    }
    beurt = dict.fromkeys(volgende, time.monotonic() + 1)
    while bezig():
        for schiet, elke in volgende.items():
            if time.monotonic() < beurt[schiet]:
                continue
            if schiet == site.schiet_taken:  # preferably at the worst moment there is
                mailserver.bezig.wait(1)
            schiet()
            beurt[schiet] = time.monotonic() + elke
        time.sleep(0.05)


def maak_af() -> None:
    """Wait until no mail waits any more; a next try need not wait for its time."""
    jobs = ProcrastinateJob.objects.filter(task_name=verstuur_bericht.name)
    for _ in wachtend(60):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")
        if not jobs.filter(status__in=["todo", "doing"]).exists():
            break


def test_who_saw_verstuurd_is_in_the_queue_once_and_every_mail_goes_out_once(
    site: Site, mailserver: Mailserver, capsys: pytest.CaptureFixture[str]
) -> None:
    begin = time.monotonic()
    with ThreadPoolExecutor(KLANTEN) as draden:
        lopend = [draden.submit(klant, site.poort, nummer) for nummer in range(KLANTEN)]
        storm(site, mailserver, lambda: not all(taak.done() for taak in lopend))
    klanten = [taak.result() for taak in lopend]
    duur_storm = time.monotonic() - begin
    site.schiet_taken()
    maak_af()

    gezien = {nummer: kop for _, koppen in klanten for nummer, kop in koppen.items()}
    dubbel = len(mailserver.bezorgd) - len(set(mailserver.bezorgd))
    eerste = [
        duur for bezoeker, _ in klanten for adres, duur in bezoeker.duur if adres.startswith("/meedoen/")
    ]
    wezen = len(list(site.media.rglob("*.jpg"))) - 2 * Bijlage.objects.count()
    with capsys.disabled():
        print(
            f"\n{len(gezien)} stories in {duur_storm:.0f} s, all mails out after {time.monotonic() - begin:.0f} s;"
            f" killed: {', '.join(f'{aantal} times a {wat}' for wat, aantal in site.geschoten.items())}."
            f"\n{sum(b.opnieuw for b, _ in klanten)} requests made again; first screen: median"
            f" {statistics.median(eerste) * 1000:.0f} ms, slowest {max(eerste) * 1000:.0f} ms."
            f"\n{len(mailserver.geweigerd)} mails refused once, {dubbel} delivered twice; {wezen} files without a row."
        )

    # The storm was one.
    assert site.geschoten["web process"] > 5
    assert site.geschoten["gunicorn"] > 1
    assert site.geschoten["job worker"] > 3
    assert sum(bezoeker.opnieuw for bezoeker, _ in klanten) > 20
    # Everybody is in the queue once, with what they typed.
    assert set(gezien.values()) == {"Uw verhaal is verstuurd"}
    assert len(gezien) == KLANTEN * VERHALEN
    rijen = {rij.onderwerp: rij for rij in Inzending.objects.all()}
    assert Inzending.objects.count() == len(rijen) == len(gezien)
    for nummer in gezien:
        rij = rijen[f"Eettafel nummer {nummer}"]
        assert rij.status == Status.INGEDIEND
        assert rij.gegevens.items() >= antwoorden(nummer).items()
    assert Statuswissel.objects.count() == len(gezien)
    assert Bijlage.objects.count() == len(gezien) // FOTO_ELKE
    # Every mail went out once.
    berichten = list(Bericht.objects.values_list("pk", "soort", "aan", "inzending__email", "verzonden_op"))
    assert len(berichten) == len({aan for _, _, aan, _, _ in berichten}) == len(gezien)
    assert all(aan == email and wanneer for _, _, aan, email, wanneer in berichten)
    assert {soort for _, soort, _, _, _ in berichten} == {"inzending_ontvangen"}
    assert set(mailserver.bezorgd) == {f"<bericht-{pk}@{HOST}>" for pk, *_ in berichten}
    # A worker that is killed after a mail was taken and before it could note that sends it again, as the same
    # mail; nothing else does.
    assert dubbel <= site.geschoten["job worker"]
    assert not ProcrastinateJob.objects.filter(task_name=verstuur_bericht.name).exclude(status="succeeded")
