"""A double click, or a retry while the first try still runs: each thing happens once."""

import io
import time
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.test.utils import freeze_time
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties import invullen
from alliantie.kern.inzendingen.acties.fouten import NietToegestaan
from alliantie.kern.inzendingen.keuzes import Bijlagesoort, Status, Toegangsrol
from alliantie.kern.models import Bericht, Bijlage, Inzending, Statuswissel
from alliantie.kern.tasks import verstuur_bericht
from tests.factories import InzendingFactory
from tests.factories.bestanden import foto_inhoud
from tests.hulp import Velden, formulier, tegelijk, tegelijk_op
from tests.publiek import hoofd, tekst

KEREN = 4
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def begonnen() -> Inzending:
    """Filled in and not sent yet."""
    return InzendingFactory(status=Status.CONCEPT)


def link(inzending: Inzending) -> str:
    """The address of what its sender sees."""
    return f"/inzending/{toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER)}/"


def druk(adres: str, velden: Any, **opties: Any) -> HttpResponse:
    """Press the button, in a browser of one's own, and look at what comes."""
    return Client().post(adres, velden, follow=True, **opties)


def opgehaald(adres: str, veld: str) -> Velden:
    """The form as it was opened a while ago."""
    with freeze_time(time.time() - 60):
        return formulier(Client().get(adres), veld)


# --- beginning ---------------------------------------------------------------------------------------------


def test_one_form_sent_by_a_double_click_begins_one_inzending() -> None:
    velden = opgehaald("/meedoen/initiatief/", "titel") | {"titel": ["Eettafel De Brug"]}
    uitslag = tegelijk(*[lambda: druk("/meedoen/initiatief/", velden)] * KEREN)
    inzending = Inzending.objects.get()
    assert inzending.onderwerp == "Eettafel De Brug"
    code = toegang.code_van(inzending)
    assert [code in hoofd(antwoord) for antwoord in uitslag] == [True] * KEREN
    assert toegang.open_code(code) == inzending


def test_two_forms_sent_at_once_begin_two() -> None:
    velden = [opgehaald("/meedoen/initiatief/", "titel") | {"titel": ["Eettafel"]} for _ in range(2)]
    tegelijk(*[lambda ingevuld=ingevuld: druk("/meedoen/initiatief/", ingevuld) for ingevuld in velden])
    assert Inzending.objects.count() == 2


def test_a_tip_sent_by_a_double_click_is_in_the_queue_once() -> None:
    velden = opgehaald("/meedoen/tip/", "tip_wat") | {
        "tip_wat": ["Eettafel De Brug"],
        "tip_waar": ["Tilburg"],
        "afzender_email": ["els@netwerk.example"],
    }
    uitslag = tegelijk(*[lambda: druk("/meedoen/tip/", velden)] * KEREN)
    assert ["Uw tip is verstuurd" in hoofd(antwoord) for antwoord in uitslag] == [True] * KEREN
    assert Inzending.objects.get().status == Status.INGEDIEND
    assert Statuswissel.objects.count() == 1
    assert Bericht.objects.count() == 1


# --- sending -----------------------------------------------------------------------------------------------


def mails() -> tuple[int, int]:
    """How many mails are in the outbox, and how many of them wait for the worker."""
    return Bericht.objects.count(), ProcrastinateJob.objects.filter(task_name=verstuur_bericht.name).count()


def test_sent_by_a_double_click_goes_out_once_with_one_mail(begonnen: Inzending) -> None:
    adres = link(begonnen) + "nakijken/"
    velden = opgehaald(adres, "zegel") | {"akkoord": ["on"]}
    uitslag = tegelijk(*[lambda: druk(adres, velden)] * KEREN)
    assert ["Uw verhaal is verstuurd" in hoofd(antwoord) for antwoord in uitslag] == [True] * KEREN
    begonnen.refresh_from_db()
    assert begonnen.status == Status.INGEDIEND
    assert Statuswissel.objects.count() == 1
    assert mails() == (1, 1)


def test_sent_from_two_devices_that_both_saw_it_unsent_goes_out_once(begonnen: Inzending) -> None:
    uitslag = tegelijk_op(begonnen, *[lambda: invullen.verstuur(inzending=begonnen)] * KEREN)
    assert [rij.status for rij in uitslag] == [Status.INGEDIEND] * KEREN
    assert len({rij.ingediend_op for rij in uitslag}) == 1
    assert Statuswissel.objects.count() == 1
    assert mails() == (1, 1)


def test_nothing_changes_any_more_in_what_was_sent(begonnen: Inzending) -> None:
    laatste_woorden = [
        lambda nummer=nummer: invullen.bewaar(inzending=begonnen, getypt={"verhaal": f"Nee, zo: {nummer}."})
        for nummer in range(KEREN)
    ]
    verstuurd, *bewaard = tegelijk_op(
        begonnen, lambda: invullen.verstuur(inzending=begonnen), *laatste_woorden
    )
    begonnen.refresh_from_db()
    assert begonnen.status == Status.INGEDIEND
    assert begonnen.gegevens == verstuurd.gegevens
    assert {type(uitslag) for uitslag in bewaard} <= {Inzending, NietToegestaan}


# --- photos ------------------------------------------------------------------------------------------------


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """A folder of our own for what comes in."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "inzendingen"


def stuur_fotos(adres: str, *kleuren: str) -> HttpResponse:
    fotos = []
    for nummer, kleur in enumerate(kleuren):
        foto = io.BytesIO(foto_inhoud(300, 200, kleur=kleur))
        foto.name = f"IMG_{nummer}.jpg"
        fotos.append(foto)
    return druk(adres, {"bestanden": fotos, "toevoegen": "1"})


def test_one_photo_sent_twice_at_once_is_kept_once(begonnen: Inzending, media: Path) -> None:
    adres = link(begonnen) + "fotos/"
    uitslag = tegelijk(*[lambda: stuur_fotos(adres, "#e4572e")] * KEREN)
    bijlage = Bijlage.objects.get()
    assert [f'id="bijlage-{bijlage.pk}"' in hoofd(antwoord) for antwoord in uitslag] == [True] * KEREN
    bewaard = {f"inzendingen/{pad.name}" for pad in media.iterdir()}
    assert bewaard == {bijlage.bestand.name, bijlage.klein.name}


def test_different_photos_sent_at_once_are_all_kept_up_to_the_limit(begonnen: Inzending, media: Path) -> None:
    adres = link(begonnen) + "fotos/"
    stapels = [[f"#{stapel:02x}{nummer * 20:02x}40" for nummer in range(5)] for stapel in (0, 80, 160)]
    uitslag = tegelijk(*[lambda stapel=stapel: stuur_fotos(adres, *stapel) for stapel in stapels])
    assert Bijlage.objects.count() == invullen.MEESTE[Bijlagesoort.FOTO] < 15
    vol = ["Er passen 12 foto" in tekst(antwoord) for antwoord in uitslag if antwoord.status_code == 422]
    assert vol
    assert all(vol)
