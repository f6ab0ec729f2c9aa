"""Klopt dit nog? Asking it, and what happens when somebody says yes."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alliantie.kern import limiet, post
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.toegang import maak_link
from alliantie.kern.models import Gebruiker
from initiatieven import regels
from initiatieven.acties.catalogus import NietToegestaan
from initiatieven.keuzes import Soort
from initiatieven.models import Contactpersoon, Initiatief, Methodiek, Vermelding

BEVESTIGINGEN_PER_UUR = 40  # somebody may keep many initiatieven, and share the address with a whole library
DOOR_DE_CONTACTPERSOON = "Bevestigd door de contactpersoon"
NA_NAVRAAG = "Het team vroeg het na: het klopt"


class NietOpenbaar(Exception):
    """It is not on the site any more, so there is nothing to confirm."""


class NiemandTeVragen(Exception):
    """Nobody agreed to get mail about this, or everybody was asked today already."""


def vraag_wie_aan_de_beurt_is() -> int:
    """Send the yearly mail to everybody whose turn it is; return how many mails that made.

    Each in a transaction of its own: what was asked before a crash stays asked, and running again goes on from there.
    """
    aantal = 0
    for sleutel in list(Contactpersoon.objects.te_vragen().values_list("pk", flat=True)):
        with transaction.atomic():
            # Asked anew under the lock: another worker, or a colleague at the desk, may have been quicker.
            contactpersoon = (
                Contactpersoon.objects.te_vragen().select_for_update(of=("self",)).filter(pk=sleutel).first()
            )
            if contactpersoon:
                _vraag(contactpersoon)
                aantal += 1
    return aantal


def vraag_nu(*, initiatief: Initiatief, door: Gebruiker) -> int:
    """Ask the contact persons of ``initiatief`` now, each at most once a day; return how many were asked.

    Raises:
        NietToegestaan, NietOpenbaar
        NiemandTeVragen: nobody agreed to get mail, or all were asked today.
    """
    if not regels.mag_altijd(door, "versheid_bijwerken"):
        raise NietToegestaan("versheid_bijwerken")
    if not initiatief.is_openbaar:
        raise NietOpenbaar
    with transaction.atomic():
        te_vragen = list(initiatief.contactpersonen.vandaag_te_vragen().select_for_update())
        if not te_vragen:
            raise NiemandTeVragen
        for contactpersoon in te_vragen:
            _vraag(contactpersoon)
    return len(te_vragen)


def _vraag(contactpersoon: Contactpersoon) -> None:
    """Mail the question; in a transaction that holds the lock on this row."""
    vandaag = timezone.localdate()
    token = maak_link(doel=contactpersoon, rol=Toegangsrol.CONTACT, gemaild_aan=contactpersoon.email)
    post.leg_klaar(
        sleutel=f"klopt_dit_nog:{contactpersoon.pk}:{vandaag.isoformat()}",
        soort="klopt_dit_nog",
        aan=contactpersoon.email,
        context={
            "initiatief": contactpersoon.initiatief,
            "naam": contactpersoon.naam,
            "link": settings.SITE_URL + reverse("initiatieven:klopt", args=[token]),
        },
    )
    contactpersoon.gevraagd_op = vandaag
    contactpersoon.save(update_fields=["gevraagd_op"])


def zeg_dat_het_klopt(*, contactpersoon: Contactpersoon, netwerk: str) -> None:
    """Take down that the contact person said: this is right.

    Args:
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.

    Raises:
        limiet.TeVaak: too often from this network.
        NietOpenbaar
    """
    limiet.tel("klopt", netwerk, hoogstens=BEVESTIGINGEN_PER_UUR, per=timedelta(hours=1))
    _bevestig(contactpersoon.initiatief, DOOR_DE_CONTACTPERSOON)


def bevestig_na_navraag(*, vermelding: Vermelding, door: Gebruiker) -> None:
    """Take down that staff asked (by phone, at a meeting) and heard: this is right.

    Raises:
        NietToegestaan, NietOpenbaar
    """
    if not regels.mag_altijd(door, "versheid_bijwerken"):
        raise NietToegestaan("versheid_bijwerken")
    _bevestig(vermelding, NA_NAVRAAG)


def _bevestig(vermelding: Vermelding, reden: str) -> None:
    model = Initiatief if vermelding.soort == Soort.INITIATIEF else Methodiek
    with transaction.atomic():
        rij = model.objects.select_for_update().get(pk=vermelding.pk)
        if not rij.is_openbaar:
            raise NietOpenbaar
        if rij.bevestigd_op == timezone.localdate() and not rij.voorbeeld:
            return  # pressed twice: one line in the history is enough
        rij.bevestigd_op = timezone.localdate()
        rij.voorbeeld = False  # a sample is what nobody confirmed
        rij._change_reason = reden  # type: ignore[union-attr]  # django-simple-history reads it
        # Only what changes: a colleague may be saving the texts at this moment.
        rij.save(update_fields=["bevestigd_op", "voorbeeld", "gewijzigd_op"])
