"""A rush: three hundred people sign up at once for forty places, and some cancel, over real HTTP."""

import re
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern.models import Bericht, Statuswissel
from bijeenkomsten.keuzes import BEZET
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.bezoeker import Bezoeker, Pagina
from tests.factories.bijeenkomsten import BijeenkomstFactory
from tests.hulp import formulier
from tests.kern.inzendingen.test_onder_vuur import Site
from tests.publiek import hoofd

MENSEN, PLEKKEN = 300, 40
TEGELIJK = 100  # browsers that are open at once
LANG_GENOEG = 3.2  # seconds; no person fills in a form faster
MEESTE_TIJD = 90
LINK = re.compile(r"https?://[^/\s]+(/aanmelding/[A-Za-z0-9_-]+/)")

pytestmark = pytest.mark.zwaar


class Drukte(Site):
    """The portal with four web processes; the mails stay in the outbox, where they can be counted."""

    def _start_web(self) -> "subprocess.Popen[bytes]":
        self.omgeving["WEB_CONCURRENCY"] = "4"
        return super()._start_web()

    def _start_taken(self) -> "subprocess.Popen[bytes]":
        return self._start("-c", "pass")


class Wachter(threading.Thread):
    """Looks all the time how many places are taken; ``meeste`` is the most that was ever seen."""

    def __init__(self, bijeenkomst: Bijeenkomst) -> None:
        super().__init__(daemon=True)
        self.bijeenkomst, self.meeste, self.keren = bijeenkomst, 0, 0
        self.klaar = threading.Event()

    def run(self) -> None:
        while not self.klaar.wait(0.05):
            self.meeste = max(self.meeste, self.bijeenkomst.aanmeldingen.bezet().personen())
            self.keren += 1
        connection.close()


@pytest.fixture
def site(transactional_db: None, tmp_path: Path) -> Iterator[Drukte]:
    site = Drukte(tmp_path, 9)
    yield site
    site.stop()


def aantal_van(nummer: int) -> int:
    return nummer % 4 + 1


def meld_aan(poort: int, pad: str, nummer: int) -> tuple[int, str]:
    """Sign up as person ``nummer``; every fifth cancels right away. Return the heading of the last page too."""
    bezoeker = Bezoeker(poort, f"10.1.{nummer // 250}.{nummer % 250}")
    pagina = bezoeker.ga(pad)
    velden = formulier(pagina, "zegel")
    time.sleep(LANG_GENOEG)
    velden |= {
        "naam": [f"Mens {nummer}"],
        "email": [f"mens{nummer}@prive.example"],
        "aantal": [str(aantal_van(nummer))],
    }
    pagina = bezoeker.stuur(pagina, velden)
    if nummer % 5 == 0:
        pagina = zeg_af(bezoeker, pagina.adres.partition("?")[0])
    return nummer, re.sub(r"<[^>]+>|\s+", " ", re.findall(r"<h1.*?</h1>", hoofd(pagina), re.DOTALL)[0])


def zeg_af(bezoeker: Bezoeker, eigen: str) -> Pagina:
    pagina = bezoeker.ga(f"{eigen}afmelden/")
    return bezoeker.stuur(pagina, formulier(pagina, "csrfmiddlewaretoken"))


def antwoord(poort: int, nummer: int, eigen: str, *, zegt_af: bool) -> None:
    """Follow the link of a mail and cancel, or say yes to a free place."""
    bezoeker = Bezoeker(poort, f"10.2.{nummer // 250}.{nummer % 250}")
    if zegt_af:
        zeg_af(bezoeker, eigen)
        return
    pagina = bezoeker.ga(eigen)
    bezoeker.stuur(replace(pagina, adres=f"{eigen}bevestigen/"), formulier(pagina, "csrfmiddlewaretoken"))


def links_in(soort: str) -> dict[int, str]:
    """Return of every mail of this kind whose it is, and where its link leads."""
    uit = {}
    for bericht in Bericht.objects.filter(soort=soort):
        gevonden = LINK.search(bericht.tekst)
        assert gevonden
        uit[int(bericht.sleutel.split(":")[1])] = gevonden[1]
    return uit


def controleer(bijeenkomst: Bijeenkomst) -> None:
    """Check that nobody was placed too many, nobody passed anybody, and every promotion was told once."""
    rijen = {rij.pk: rij for rij in bijeenkomst.aanmeldingen.order_by("volgnummer")}
    assert sorted(rij.volgnummer for rij in rijen.values()) == list(range(1, len(rijen) + 1))
    bezet = sum(rij.aantal for rij in rijen.values() if rij.status in BEZET)
    assert bezet <= PLEKKEN
    wacht = [rij for rij in rijen.values() if rij.status == "wachtlijst"]
    assert not wacht or wacht[0].aantal > PLEKKEN - bezet  # the head does not fit
    wissels = list(
        Statuswissel.objects.filter(soort=ContentType.objects.get_for_model(Aanmelding)).order_by("pk")
    )
    aangeboden = [rijen[wissel.object_id].volgnummer for wissel in wissels if wissel.naar == "aangeboden"]
    assert aangeboden == sorted(set(aangeboden))  # in order, each once
    assert not wacht or not aangeboden or wacht[0].volgnummer > aangeboden[-1]
    # Who got a place at once came when nobody waited any more.
    wachtte = {wissel.object_id: wissel.moment for wissel in wissels if wissel.van == "wachtlijst"}
    ooit_gewacht = {rij.pk for rij in wacht} | set(wachtte)
    for rij in rijen.values():
        if rij.pk not in ooit_gewacht:
            eerder = [pk for pk in ooit_gewacht if rijen[pk].volgnummer < rij.volgnummer]
            assert all(pk in wachtte and wachtte[pk] <= rij.aangemeld_op for pk in eerder)
    # One mail for each thing that happened, and one job for each mail.
    soorten = Counter(Bericht.objects.values_list("soort", flat=True))
    per_stap = Counter((wissel.van, wissel.naar) for wissel in wissels)
    assert soorten["aanmelding_plek_vrij"] == len(aangeboden)
    assert soorten["aanmelding_wachtlijst"] == len(ooit_gewacht)
    assert soorten["aanmelding_plek"] == len(rijen) - len(ooit_gewacht) + per_stap["aangeboden", "geplaatst"]
    assert soorten["aanmelding_afgemeld"] == sum(n for (_, naar), n in per_stap.items() if naar == "afgemeld")
    jobs = ProcrastinateJob.objects.filter(task_name="alliantie.kern.tasks.verstuur_bericht")
    assert len({job.args["bericht_id"] for job in jobs}) == jobs.count() == sum(soorten.values())


def test_three_hundred_for_forty_places(site: Drukte, capsys: pytest.CaptureFixture[str]) -> None:
    begin = time.monotonic()
    bijeenkomst = BijeenkomstFactory(capaciteit=PLEKKEN, slug="druk")
    wachter = Wachter(bijeenkomst)
    wachter.start()
    with ThreadPoolExecutor(TEGELIJK) as draden:
        lopend = [
            draden.submit(meld_aan, site.poort, "/bijeenkomsten/druk/aanmelden/", nummer)
            for nummer in range(MENSEN)
        ]
        gezien = dict(taak.result() for taak in lopend)
    eerste_golf = time.monotonic() - begin
    controleer(bijeenkomst)

    # Half of who had a place cancel, and who is offered one answers: two of three say yes, the third cancels.
    geplaatst = set(bijeenkomst.aanmeldingen.filter(status="geplaatst").values_list("pk", flat=True))
    te_doen = {pk: link for pk, link in links_in("aanmelding_plek").items() if pk in geplaatst and pk % 2}
    afgezegd, beantwoord = set(te_doen), set()
    while te_doen:
        with ThreadPoolExecutor(TEGELIJK) as draden:
            lopend_nu = [
                draden.submit(antwoord, site.poort, pk, link, zegt_af=pk in afgezegd)
                for pk, link in te_doen.items()
            ]
            for taak in lopend_nu:
                taak.result()
        vrij = links_in("aanmelding_plek_vrij")
        te_doen = {pk: link for pk, link in vrij.items() if pk not in beantwoord}
        beantwoord |= set(te_doen)
        afgezegd |= {pk for pk in te_doen if pk % 3 == 0}
    wachter.klaar.set()
    wachter.join()
    controleer(bijeenkomst)
    duur = time.monotonic() - begin
    with capsys.disabled():
        print(
            f"\n{MENSEN} sign-ups in {eerste_golf:.0f} s, all answers after {duur:.0f} s; at most {wachter.meeste} of"
            f" {PLEKKEN} places taken in {wachter.keren} looks; {len(beantwoord)} places offered."
        )

    # Nobody is lost, and everybody was told what is so.
    rijen = {rij.naam: rij for rij in bijeenkomst.aanmeldingen.all()}
    assert len(rijen) == bijeenkomst.aanmeldingen.count() == MENSEN == len(gezien)
    for nummer in range(MENSEN):
        rij = rijen[f"Mens {nummer}"]
        assert rij.aantal == aantal_van(nummer)
        assert (rij.status == "afgemeld") is (nummer % 5 == 0 or rij.pk in afgezegd)
        if nummer % 5 == 0:
            assert "afgemeld" in gezien[nummer]
    assert not bijeenkomst.aanmeldingen.filter(status="aangeboden").exists()
    assert wachter.keren > 50
    assert 30 < wachter.meeste <= PLEKKEN
    assert len(beantwoord) > 5
    assert duur < MEESTE_TIJD
