"""The outbox: put a mail in, and send what is in it."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from alliantie.kern import mailteksten
from alliantie.kern.mailteksten import Mail
from alliantie.kern.models import Bericht, Inzending

MAILFOUTEN = (OSError, ValueError)  # the mail server (smtplib's are OSErrors), or an address it cannot take


def sleutel_van(soort: str, formulier: str, *inhoud: str) -> str:
    """Return the key of what one filled-in form says.

    The same form sent twice has one key; who goes back, changes the text and sends again asks something else.
    """
    afdruk = hashlib.blake2b("\n".join(inhoud).encode(), digest_size=8).hexdigest()
    return f"{soort}:{formulier}:{afdruk}"


def stel_op(soort: str, context: dict[str, Any]) -> Mail:
    """Return the mail ``soort``, filled in: the team's own text, or else ``templates/mail/<soort>.txt``.

    The first line of a template is the subject.
    """
    return mailteksten.stel_op(soort, context)


def leg_klaar(
    *,
    sleutel: str,
    soort: str,
    aan: str,
    context: dict[str, Any] | None = None,
    mail: Mail | None = None,
    antwoord_aan: str = "",
    inzending: Inzending | None = None,
    agenda: str = "",
) -> Bericht:
    """Write the mail ``soort`` to ``aan`` in the outbox and queue it, within the caller's transaction.

    Args:
        sleutel: names the cause; a second call with the same key makes no second mail.
        soort: which mail, see ``stel_op``.
        aan: one mail address.
        context: what the template needs.
        mail: the text itself, where somebody of the team read and changed it; instead of ``context``.
        antwoord_aan: where an answer goes; empty for the project team.
        agenda: a calendar file (RFC 5545) that goes along; "" for none.
        inzending: what it is about, so that the desk shows it there.

    Returns:
        The row, new or the one that was there already.
    """
    from alliantie.kern.tasks import verstuur_bericht

    mail = mail or stel_op(soort, context or {})
    with transaction.atomic():
        bericht, nieuw = Bericht.objects.get_or_create(
            sleutel=sleutel,
            defaults={
                "soort": soort,
                "aan": aan,
                "antwoord_aan": antwoord_aan,
                "onderwerp": " ".join(mail.onderwerp.split())[:200],
                "tekst": mail.tekst.strip() + "\n",
                "inzending": inzending,
                "agenda": agenda,
            },
        )
        if nieuw:
            verstuur_bericht.defer(bericht_id=bericht.pk)
    return bericht


def stuur_nog_eens(*, bericht: Bericht, sleutel: str) -> Bericht:
    """Put a mail that went out already in the outbox once more, with the same words; return the new row.

    Args:
        sleutel: the key of the page on which somebody asked for it; a double click makes one mail.
    """
    return leg_klaar(
        sleutel=f"nog_eens:{bericht.pk}:{sleutel}",
        soort=bericht.soort,
        aan=bericht.aan,
        mail=Mail(bericht.onderwerp, bericht.tekst),
        antwoord_aan=bericht.antwoord_aan,
        inzending=bericht.inzending,
    )


def verstuur(bericht_id: int) -> None:
    """Send one mail of the outbox, unless it went out already.

    The row stays locked while the mail goes out: a job that runs twice sends once. The message id follows from
    the key, so that a mail server that saw a mail just before a crash can recognise the second one.

    Raises:
        OSError, ValueError: it could not go out; the reason is kept on the row and the job is tried again.
    """
    try:
        with transaction.atomic():
            bericht = Bericht.objects.select_for_update().te_versturen().filter(pk=bericht_id).first()
            if bericht is None:
                return
            mail = EmailMessage(
                subject=bericht.onderwerp,
                body=bericht.tekst,
                to=[bericht.aan],
                reply_to=[bericht.antwoord_aan or settings.PROJECTTEAM_MAIL],
                headers={"Message-ID": f"<bericht-{bericht.pk}@{settings.SITE_URL.partition('://')[2]}>"},
            )
            if bericht.agenda:
                mail.attach("bijeenkomst.ics", bericht.agenda, "text/calendar")
            mail.send()
            bericht.verzonden_op = timezone.now()
            bericht.pogingen = F("pogingen") + 1
            bericht.fout = ""
            bericht.save(update_fields=["verzonden_op", "pogingen", "fout"])
    except MAILFOUTEN as fout:
        Bericht.objects.filter(pk=bericht_id).update(
            pogingen=F("pogingen") + 1, fout=type(fout).__name__ + ": " + str(fout)[:500]
        )
        raise
