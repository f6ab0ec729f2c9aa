"""The outbox: one cause makes one mail, exactly when the cause really happened."""

import smtplib
import socket
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern import post
from alliantie.kern.models import Bericht
from alliantie.kern.tasks import verstuur_bericht
from tests.factories import BerichtFactory, InitiatiefFactory
from tests.hulp import tegelijk, tegelijk_op
from tests.werker import werk_alles_af

VRAAG = {
    "soort": "vraag_voor_projectteam",
    "aan": "team@voorbeeld.example",
    "antwoord_aan": "els@prive.example",
}


def leg_klaar(sleutel: str = "vraag:1", **context: Any) -> Bericht:
    gevuld = {
        "initiatief": InitiatiefFactory.build(titel="Soep & Co", slug="soep", soort="initiatief"),
        "naam": "Els",
        "bereikbaar": "els@prive.example",
        "vraag": "Wanneer is de soep klaar?",
    }
    return post.leg_klaar(sleutel=sleutel, context=gevuld | context, **VRAAG)


def mailjobs() -> list[int]:
    return [
        job.args["bericht_id"]
        for job in ProcrastinateJob.objects.filter(task_name=verstuur_bericht.name, status="todo")
    ]


@pytest.fixture
def dode_mailserver(settings: Any) -> None:
    """Send mail to a port where nobody listens."""
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        poort = deur.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", poort


# --- putting in ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_mail_is_a_row_and_a_job() -> None:
    bericht = leg_klaar()
    bericht.refresh_from_db()
    assert bericht.onderwerp == "Vraag over Soep & Co: wie beantwoordt die?"
    assert "Wanneer is de soep klaar?" in bericht.tekst
    assert (bericht.aan, bericht.antwoord_aan) == ("team@voorbeeld.example", "els@prive.example")
    assert bericht.stand == "wacht"
    assert mailjobs() == [bericht.pk]
    assert mail.outbox == []


@pytest.mark.django_db
def test_the_same_cause_makes_one_mail() -> None:
    eerste, tweede = leg_klaar(), leg_klaar(vraag="Nog een keer op de knop")
    assert eerste == tweede
    assert Bericht.objects.get().tekst == eerste.tekst
    assert mailjobs() == [eerste.pk]


@pytest.mark.django_db(transaction=True)
def test_the_same_cause_at_the_same_moment_makes_one_mail() -> None:
    uitslag = tegelijk(*[leg_klaar] * 4)
    assert {bericht.pk for bericht in uitslag} == {Bericht.objects.get().pk}
    assert len(mailjobs()) == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_sends_nothing() -> None:
    def breek_af() -> None:
        with transaction.atomic():
            leg_klaar()
            assert len(mailjobs()) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        breek_af()
    assert not Bericht.objects.exists()
    assert mailjobs() == []
    werk_alles_af()
    assert mail.outbox == []


@pytest.mark.django_db
def test_a_subject_is_one_line() -> None:
    lang = InitiatiefFactory.build(titel="Soep\r\nBcc: iedereen@voorbeeld.example " + "x" * 300, slug="s")
    lang.soort = "initiatief"
    onderwerp = leg_klaar(initiatief=lang).onderwerp
    assert "\n" not in onderwerp
    assert "\r" not in onderwerp
    assert len(onderwerp) <= 200


# --- sending ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_mail_goes_out_once() -> None:
    bericht = BerichtFactory(antwoord_aan="els@prive.example")
    post.verstuur(bericht.pk)
    post.verstuur(bericht.pk)
    (verzonden,) = mail.outbox
    assert verzonden.to == ["ria@prive.example"]
    assert verzonden.reply_to == ["els@prive.example"]
    assert f"bericht-{bericht.pk}@" in verzonden.extra_headers["Message-ID"]
    bericht.refresh_from_db()
    assert (bericht.stand, bericht.pogingen) == ("verzonden", 1)


@pytest.mark.django_db
def test_an_answer_goes_to_the_project_team_when_nobody_else_is_named(settings: Any) -> None:
    post.verstuur(BerichtFactory().pk)
    assert mail.outbox[0].reply_to == [settings.PROJECTTEAM_MAIL]


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_mail() -> None:
    bericht = BerichtFactory()
    uitslag = tegelijk_op(bericht, *[lambda: post.verstuur(bericht.pk)] * 2)
    assert uitslag == [None, None]
    assert len(mail.outbox) == 1
    bericht.refresh_from_db()
    assert bericht.pogingen == 1


@pytest.mark.django_db
def test_a_mail_that_is_gone_is_no_error() -> None:
    post.verstuur(987654)
    assert mail.outbox == []


# --- when the mail server is down ------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_dead_mail_server_leaves_its_reason(dode_mailserver: None, settings: Any) -> None:
    bericht = BerichtFactory()
    for poging in (1, 2):
        with pytest.raises(OSError):
            post.verstuur(bericht.pk)
        bericht.refresh_from_db()
        assert bericht.fout.startswith("ConnectionRefusedError")
        assert (bericht.stand, bericht.pogingen, bericht.verzonden_op) == ("mislukt", poging, None)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    post.verstuur(bericht.pk)
    bericht.refresh_from_db()
    assert (bericht.stand, bericht.pogingen, bericht.fout) == ("verzonden", 3, "")


class Weigerachtig(BaseEmailBackend):
    """A mail server that is there and says no."""

    def send_messages(self, berichten: Any) -> int:
        raise smtplib.SMTPRecipientsRefused({"ria@prive.example": (550, b"onbekend")})


@pytest.mark.django_db
def test_a_refusal_of_the_mail_server_is_kept_and_tried_again(settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Weigerachtig"
    bericht = BerichtFactory()
    with pytest.raises(smtplib.SMTPException):
        post.verstuur(bericht.pk)
    bericht.refresh_from_db()
    assert bericht.fout.startswith("SMTPRecipientsRefused")


# --- the real worker -------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_is_in_the_outbox() -> None:
    bericht = leg_klaar()
    werk_alles_af()
    (verzonden,) = mail.outbox
    assert verzonden.subject == bericht.onderwerp
    bericht.refresh_from_db()
    assert bericht.stand == "verzonden"
    assert mailjobs() == []


@pytest.mark.django_db(transaction=True)
def test_a_failed_mail_waits_for_its_next_try(dode_mailserver: None) -> None:
    bericht = leg_klaar()
    werk_alles_af()
    job = ProcrastinateJob.objects.get(task_name=verstuur_bericht.name)
    assert (job.status, job.attempts) == ("todo", 1)
    assert job.scheduled_at is not None
    bericht.refresh_from_db()
    assert bericht.stand == "mislukt"
