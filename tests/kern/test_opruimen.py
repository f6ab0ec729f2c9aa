"""Retention: what the privacy page promises is really thrown away."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
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
        "inlogpogingen": timedelta(days=5),
        "concepten": timedelta(days=30),
        "spam": timedelta(days=10),
        "inzendingen": timedelta(days=100),
        "links": timedelta(days=7),
    }


def geleden(**tijd: int) -> Any:
    return timezone.now() - timedelta(**tijd)


@pytest.mark.parametrize("anders", [{"verzonden_op": timezone.now()}, {"fout": "OSError: nee"}, {}])
def test_mails_go_after_their_period_gone_out_or_not(anders: dict[str, Any]) -> None:
    oud, jong = BerichtFactory(**anders), BerichtFactory(**anders)
    Bericht.objects.filter(pk=oud.pk).update(gemaakt_op=geleden(days=11))
    assert ruim_op()["berichten"] == 1
    assert list(Bericht.objects.all()) == [jong]


def test_a_mail_that_does_not_get_away_is_seen_long_before_it_goes() -> None:
    weg, mislukt, wacht, oud = (BerichtFactory() for _ in range(4))
    Bericht.objects.filter(pk=weg.pk).update(verzonden_op=timezone.now(), gemaakt_op=geleden(hours=2))
    Bericht.objects.filter(pk=mislukt.pk).update(fout="OSError: nee")
    Bericht.objects.filter(pk=oud.pk).update(gemaakt_op=geleden(hours=2))
    assert set(Bericht.objects.blijft_liggen()) == {mislukt, oud}
    assert wacht in Bericht.objects.te_versturen()


def test_wrong_logins_go_after_their_period() -> None:
    for dagen in (4, 6):
        poging = AccessAttempt.objects.create(
            username=f"{dagen}@example.org", ip_address="192.0.2.1", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=poging.pk).update(attempt_time=geleden(days=dagen))
    assert ruim_op()["inlogpogingen"] == 1
    assert AccessAttempt.objects.get().username == "4@example.org"


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
        "inlogpogingen",
        "concepten",
        "inzendingen",
        "spam",
        "links",
        "aanmeldingen",
    }  # a new one needs a test above, in test_bewaren.py, or in bijeenkomsten/test_taken.py
    namen = {taak.task.name for taak in app.periodic_registry.periodic_tasks.values()}
    assert {
        "alliantie.kern.tasks.ruim_op",
        "initiatieven.tasks.vergeet_zoekvragen",
        "bijeenkomsten.tasks.wis_aanmeldingen",
    } <= namen
