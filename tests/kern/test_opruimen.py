"""Retention: what the privacy page promises is really thrown away."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app

from alliantie.kern.models import Bericht, Limietteller
from alliantie.kern.opruimen import ruim_op
from initiatieven.models import Zoekvraag
from initiatieven.tasks import vergeet_zoekvragen
from tests.factories import BerichtFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def termijnen(settings: Any) -> None:
    settings.BEWAARTERMIJNEN = settings.BEWAARTERMIJNEN | {
        "berichten": timedelta(days=10),
        "limieten": timedelta(hours=3),
        "zoekvragen": timedelta(days=20),
    }


def geleden(**tijd: int) -> Any:
    return timezone.now() - timedelta(**tijd)


def test_sent_mails_go_after_their_period() -> None:
    oud = BerichtFactory(verzonden_op=geleden(days=11))
    jong = BerichtFactory(verzonden_op=geleden(days=9))
    assert ruim_op()["berichten"] == 1
    assert list(Bericht.objects.all()) == [jong]
    assert oud.pk != jong.pk


def test_a_mail_that_never_went_out_is_not_thrown_away_unseen() -> None:
    BerichtFactory()
    Bericht.objects.update(gemaakt_op=geleden(days=400), fout="OSError: nee")
    ruim_op()
    assert Bericht.objects.mislukt().count() == 1


def test_counts_of_visitors_go_after_their_period() -> None:
    for uren in (2, 4):
        Limietteller.objects.create(sleutel=f"{uren}", venster=geleden(hours=uren), aantal=1)
    assert ruim_op()["limieten"] == 1
    assert Limietteller.objects.get().sleutel == "2"


def test_searches_without_result_go_after_their_period() -> None:
    for dagen in (19, 21):
        dag = timezone.localdate() - timedelta(days=dagen)
        Zoekvraag.objects.create(vraag=f"{dagen} dagen", dag=dag)
    vergeet_zoekvragen(timestamp=0)
    assert Zoekvraag.objects.get().vraag == "19 dagen"


def test_every_period_that_we_promise_is_kept_by_a_job_of_the_night(settings: Any) -> None:
    assert set(settings.BEWAARTERMIJNEN) == {
        "berichten",
        "limieten",
        "zoekvragen",
    }  # a new one needs a test above
    namen = {taak.task.name for taak in app.periodic_registry.periodic_tasks.values()}
    assert {"alliantie.kern.tasks.ruim_op", "initiatieven.tasks.vergeet_zoekvragen"} <= namen
