"""Ways in for who has no account: a link to the group, a link by mail, and showing that an address is yours."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from alliantie.kern import limiet, post
from alliantie.kern.inzendingen import regels, toegang
from alliantie.kern.inzendingen.acties.fouten import NietToegestaan
from alliantie.kern.inzendingen.acties.rij import link_naar, mag_post_krijgen, mailgegevens, op_slot, werk_bij
from alliantie.kern.inzendingen.keuzes import Bereik, Toegangsrol
from alliantie.kern.models import Inzending, Toegang

LINKS_PER_UUR = 30
LINKS_PER_ADRES = 6  # a day: nobody fills somebody else's mailbox
CODES_PER_UUR = 60  # tries of a code; at this pace guessing one of the 2^40 takes millions of years


def probeer_code(*, code: str, netwerk: str) -> str | None:
    """Return a token that opens what ``code`` opens; ``None`` for every wrong code.

    Raises:
        limiet.TeVaak: too many tries from this network.
    """
    limiet.tel("code", netwerk, hoogstens=CODES_PER_UUR, per=timedelta(hours=1))
    inzending = toegang.open_code(code)
    return toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER) if inzending else None


def laat_meelezen(*, inzending: Inzending) -> str:
    """Make a link with which the group reads along, mail it when there is an address, and return its token."""
    if not regels.mag_met_link(Toegangsrol.AFZENDER, "laten_meelezen", inzending):
        raise NietToegestaan("laten_meelezen")
    with transaction.atomic():
        token = toegang.maak_link(doel=inzending, rol=Toegangsrol.GROEP, gemaild_aan=inzending.groep_email)
        if inzending.groep_email and mag_post_krijgen(inzending.groep_email):
            post.leg_klaar(
                sleutel=f"inzending:{inzending.pk}:meelezen:{inzending.groep_email}",
                soort="inzending_meelezen",
                aan=inzending.groep_email,
                context={
                    "onderwerp": str(inzending),
                    "invuller": inzending.naam or "Iemand",
                    "link": f"{settings.SITE_URL}{reverse('inzendingen:meelezen', args=[token])}",
                },
                inzending=inzending,
            )
        return token


def groep_zegt_klopt(*, inzending: Inzending) -> Inzending:
    """Note that the group read it and says it is right; the first time counts."""
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(Toegangsrol.GROEP, "bevestigen", rij):
            raise NietToegestaan("bevestigen")
        if not rij.groep_akkoord_op:
            rij.groep_akkoord_op = timezone.now()
            werk_bij(rij, "groep_akkoord_op")
    return rij


def bevestig_mailadres(*, inzending: Inzending, via: Toegang) -> Inzending:
    """Note that the mail address is the sender's: who got the link there pressed the button behind it."""
    with transaction.atomic():
        rij = op_slot(inzending)
        if via.gemaild_aan and via.gemaild_aan == rij.email and not rij.email_bevestigd_op:
            rij.email_bevestigd_op = timezone.now()
            rij.save(update_fields=["email_bevestigd_op"])
    return rij


def mail_link(*, inzending: Inzending, email: str, sleutel: str, netwerk: str) -> Inzending:
    """Keep the mail address of the sender and send a link to it, so that the code is not the only way back.

    Args:
        sleutel: the key of the filled-in form, so that a double click makes one mail.

    Raises:
        limiet.TeVaak, NietToegestaan
    """
    _tel_links(email, netwerk)
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "invullen", rij):
            raise NietToegestaan("invullen")
        rij.gegevens = rij.gegevens | {"afzender_email": email, "afzender_bereik": Bereik.MAIL.value}
        werk_bij(rij)
        post.leg_klaar(
            sleutel=post.sleutel_van("inzending_link", sleutel, email),
            soort="inzending_link",
            aan=rij.email,
            context=mailgegevens(rij)
            | {"geldig_tot": date_format(timezone.localtime(rij.geldig_tot), "j F Y")},
            inzending=rij,
        )
    return rij


def mail_nieuwe_links(*, email: str, sleutel: str, netwerk: str) -> None:
    """Mail new links to everything that ``email`` sent. Whether there is anything is told in that mailbox only.

    Raises:
        limiet.TeVaak
    """
    _tel_links(email, netwerk)
    with transaction.atomic():
        bruikbaar = [
            inzending
            for inzending in Inzending.objects.filter(email__iexact=email, gewist_op__isnull=True).order_by(
                "-bewaard_op"
            )[:10]
            if inzending.geldig_tot > timezone.now()
        ]
        if bruikbaar:
            links = "\n\n".join(
                f"{inzending}\n{link_naar(inzending, inzending.email)}" for inzending in bruikbaar
            )
            post.leg_klaar(
                sleutel=post.sleutel_van("nieuwe_links", sleutel, email),
                soort="inzending_nieuwe_links",
                aan=bruikbaar[0].email,
                context={"links": links},
            )


def _tel_links(email: str, netwerk: str) -> None:
    limiet.tel("link", netwerk, hoogstens=LINKS_PER_UUR, per=timedelta(hours=1))
    limiet.tel("link_aan", email.lower(), hoogstens=LINKS_PER_ADRES, per=timedelta(days=1))
