"""The weekly look at all websites: a job each, and what is written down of it."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from initiatieven import acties
from initiatieven.linkcontrole import Uitslag
from initiatieven.models import Linkcontrole
from initiatieven.tasks import controleer_link, controleer_links
from tests.factories import BronFactory, InitiatiefFactory, MethodiekFactory, OrganisatieFactory
from tests.initiatieven.website import draaiende_website
from tests.werker import werk_alles_af

# --- what is written down ---------------------------------------------------------------------------------

WERKT = Uitslag(werkt=True, http_status=200)
STUK = Uitslag(werkt=False, http_status=404, fout="De pagina is er niet meer.")
URL = "https://soep.example/"


def _weken(*uitslagen, url=URL):
    """Write down one outcome a week; return the row as it then is."""
    for uitslag in uitslagen:
        acties.verwerk_linkcontrole(url=url, uitslag=uitslag, ronde=timezone.now())
    return Linkcontrole.objects.get(url=url)


@pytest.mark.django_db
def test_broken_counts_up_and_one_good_answer_forgives_all():
    rij = _weken(STUK, STUK, STUK)
    assert (rij.keren_stuk, rij.http_status, rij.fout) == (3, 404, STUK.fout)
    assert rij.stuk_sinds == timezone.localdate()
    rij = _weken(WERKT)
    assert (rij.keren_stuk, rij.http_status, rij.fout, rij.stuk_sinds) == (0, 200, "", None)


@pytest.mark.django_db
def test_since_when_it_is_broken_stays_the_first_time():
    _weken(STUK)
    Linkcontrole.objects.update(stuk_sinds=timezone.localdate() - timedelta(days=7))
    assert _weken(STUK).stuk_sinds == timezone.localdate() - timedelta(days=7)


@pytest.mark.django_db
def test_a_job_that_runs_again_counts_once():
    ronde = timezone.now()
    for _ in range(3):
        acties.verwerk_linkcontrole(url=URL, uitslag=STUK, ronde=ronde)
    assert Linkcontrole.objects.get().keren_stuk == 1


# --- the weekly job ---------------------------------------------------------------------------------------


@pytest.fixture
def website():
    with draaiende_website() as server:
        yield server


def klaargezet():
    jobs = ProcrastinateJob.objects.filter(task_name=controleer_link.name, status="todo")
    return sorted((job.args["url"], job.lock) for job in jobs)


@pytest.fixture
def catalogus():
    """Every place where an address can stand, public and not."""
    soep = InitiatiefFactory(gepubliceerd=True, website="https://soep.example/")
    BronFactory(vermelding=soep, url="https://krant.example/een")
    BronFactory(vermelding=MethodiekFactory(gepubliceerd=True), url="https://krant.example/twee")
    BronFactory(vermelding=soep, url="https://soep.example/")
    BronFactory(vermelding=soep, url="")
    OrganisatieFactory(website="https://bank.example/")
    OrganisatieFactory(website="")
    concept = InitiatiefFactory(website="https://concept.example/")
    BronFactory(vermelding=concept, url="https://concept.example/bron")
    InitiatiefFactory(gearchiveerd=True, website="https://archief.example/")


@pytest.mark.django_db
def test_every_public_address_gets_one_job_and_one_website_is_asked_one_thing_at_a_time(catalogus):
    controleer_links(timestamp=0)
    assert klaargezet() == [
        ("https://bank.example/", "link:bank.example"),
        ("https://krant.example/een", "link:krant.example"),
        ("https://krant.example/twee", "link:krant.example"),
        ("https://soep.example/", "link:soep.example"),
    ]


@pytest.mark.django_db
def test_the_weekly_job_may_run_twice(catalogus):
    controleer_links(timestamp=0)
    eerst = klaargezet()
    controleer_links(timestamp=0)
    assert klaargezet() == eerst
    assert ProcrastinateJob.objects.filter(task_name=controleer_link.name, priority__gte=0).count() == 0


@pytest.mark.django_db
def test_checks_of_addresses_that_nobody_names_any_more_are_forgotten(catalogus):
    _weken(STUK, url="https://soep.example/")
    _weken(STUK, url="https://vroeger.example/")
    controleer_links(timestamp=0)
    assert [rij.url for rij in Linkcontrole.objects.all()] == ["https://soep.example/"]


@pytest.mark.django_db
def test_a_check_of_this_round_is_not_done_again():
    _weken(STUK)
    controleer_link(url=URL, ronde=int(datetime(2020, 1, 1, tzinfo=UTC).timestamp()))
    assert Linkcontrole.objects.get().keren_stuk == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_looks_at_each_address_and_writes_down_what_it_found(website):
    """With the real rule: the machine of this test is inside, so it is refused and never asked."""
    InitiatiefFactory(gepubliceerd=True, website=website.adres)
    OrganisatieFactory(website="http://bestaat-niet.invalid/")
    controleer_links(timestamp=int(time.time()) - 5)
    werk_alles_af()
    assert {rij.url: (rij.keren_stuk, rij.fout) for rij in Linkcontrole.objects.all()} == {
        website.adres: (1, "Dit adres is niet van een openbare website."),
        "http://bestaat-niet.invalid/": (1, "Deze website bestaat niet meer."),
    }
    assert website.gevraagd == []
