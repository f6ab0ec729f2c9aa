"""Jobs whose worker died get a second chance."""

import contextlib
from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from alliantie.kern.tasks import herkans_vastgelopen, ruim_op, verstuur_bericht
from tests.factories import BerichtFactory
from tests.werker import werk_alles_af

pytestmark = pytest.mark.django_db(transaction=True)


def sterf_met(*jobs: int, geleden: str = "5 minutes") -> None:
    """Have these jobs been begun by a worker that was last heard of ``geleden``."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH dode AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval) "
            "RETURNING id) UPDATE procrastinate_jobs SET status = 'doing', worker_id = dode.id FROM dode "
            "WHERE procrastinate_jobs.id = ANY(%s)",
            [geleden, list(jobs)],
        )


@pytest.fixture(autouse=True)
def _geen_dode_werkers() -> Iterator[None]:
    yield
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")


def herkans() -> None:
    with contextlib.suppress(AlreadyEnqueued):  # it may be its time
        herkans_vastgelopen.defer(timestamp=0)
    werk_alles_af()


def test_a_mail_whose_worker_died_goes_out_by_another() -> None:
    bericht = BerichtFactory()
    sterf_met(verstuur_bericht.defer(bericht_id=bericht.pk))
    herkans()
    assert len(mail.outbox) == 1
    bericht.refresh_from_db()
    assert bericht.stand == "verzonden"


def test_what_a_living_worker_does_is_left_to_it() -> None:
    job = verstuur_bericht.defer(bericht_id=BerichtFactory().pk)
    sterf_met(job, geleden="20 seconds")
    herkans()
    assert mail.outbox == []
    assert ProcrastinateJob.objects.get(pk=job).status == "doing"


def test_a_job_like_one_that_waits_already_makes_room_for_it_and_keeps_no_other_waiting() -> None:
    # With a lock: as long as the dead one holds it, the one that waits can never begin.
    wacht = app.configure_task(ruim_op.name, lock="l", queueing_lock="ruim_op", queue="onderhoud")
    dood = wacht.defer(timestamp=1)
    sterf_met(dood)
    levend = wacht.defer(timestamp=2)
    sterf_met(verstuur_bericht.defer(bericht_id=BerichtFactory().pk))
    herkans()
    assert len(mail.outbox) == 1
    assert not ProcrastinateJob.objects.filter(pk=dood).exists()
    assert ProcrastinateJob.objects.get(pk=levend).status == "succeeded"
