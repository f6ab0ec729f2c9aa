"""Retention: what the privacy page promises is really thrown away."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alliantie.kern.models import Bericht, Limietteller
from alliantie.kern.opruimen import ruim_op
from tests.factories import BerichtFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def termijnen(settings: Any) -> None:
    settings.BEWAARTERMIJNEN = settings.BEWAARTERMIJNEN | {
        "berichten": timedelta(days=10),
        "limieten": timedelta(hours=3),
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
