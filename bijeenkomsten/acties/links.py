"""The way back to one's own sign-up: by code, by link, or by a new link in the mailbox."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from alliantie.kern import limiet, post
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from bijeenkomsten.berichten import link_naar
from bijeenkomsten.models import Aanmelding

CODES_PER_UUR = 30
LINKS_PER_UUR = 60
LINKS_PER_ADRES = 6  # a day: nobody fills the mailbox of somebody else
MEESTE_LINKS = 10


def maak_link(*, aanmelding: Aanmelding) -> str:
    """Return a new token that opens this sign-up, for who just signed up or typed its code."""
    return toegang.maak_link(
        doel=aanmelding, rol=Toegangsrol.AANMELDING, geldig=aanmelding.geldig_tot - timezone.now()
    )


def probeer_code(*, code: str, netwerk: str) -> str | None:
    """Return a token for the sign-up that ``code`` opens; ``None`` for every wrong code.

    Raises:
        limiet.TeVaak: too many tries from this network.
    """
    limiet.tel("code", netwerk, hoogstens=CODES_PER_UUR, per=timedelta(hours=1))
    aanmelding = toegang.open_code(code, Aanmelding)
    return maak_link(aanmelding=aanmelding) if aanmelding else None


def mail_nieuwe_links(*, email: str, sleutel: str, netwerk: str) -> None:
    """Mail new links to every sign-up of ``email``. Whether there is any is told in that mailbox only.

    Raises:
        limiet.TeVaak
    """
    limiet.tel("link", netwerk, hoogstens=LINKS_PER_UUR, per=timedelta(hours=1))
    limiet.tel("link_aan", email.lower(), hoogstens=LINKS_PER_ADRES, per=timedelta(days=1))
    with transaction.atomic():
        eigen = Aanmelding.objects.filter(email__iexact=email, gewist_op__isnull=True)
        bruikbaar = [
            aanmelding
            for aanmelding in eigen.select_related("bijeenkomst").order_by("-bijeenkomst__begin")[
                :MEESTE_LINKS
            ]
            if aanmelding.geldig_tot > timezone.now()
        ]
        if bruikbaar:
            links = "\n\n".join(
                f"{aanmelding.bijeenkomst.titel}, {aanmelding.bijeenkomst.wanneer}\n{link_naar(aanmelding)}"
                for aanmelding in bruikbaar
            )
            post.leg_klaar(
                sleutel=post.sleutel_van("aanmelding_links", sleutel, email),
                soort="aanmelding_nieuwe_links",
                aan=bruikbaar[0].email,
                context={"links": links},
            )
