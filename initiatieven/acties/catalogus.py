"""What changes in the catalogue. Every function is one step that happens whole or not at all."""

import re
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from alliantie.kern import limiet, post
from alliantie.kern.models import Gebruiker
from alliantie.kern.status import OvergangNietToegestaan, wissel_status
from initiatieven import regels, zoeken
from initiatieven.keuzes import OVERGANGEN, Soort, Status
from initiatieven.models import Gemeente, Initiatief, Organisatie, Vermelding, Zoekvraag

PERSOONLIJK = re.compile(r"@|(\d[^\w@]*){7}")  # a mail address or a phone number
ZOEKVRAGEN_PER_UUR = 60
BERICHTEN_PER_UUR = 40  # a library with thirty people behind one address must fit


class NietToegestaan(Exception):
    """This person may not do this, see ``regels.py``."""


class NietCompleet(Exception):
    """The item lacks what the public needs; ``wat`` says what, in words for staff."""

    def __init__(self, wat: list[str]) -> None:
        self.wat = wat
        super().__init__("; ".join(wat))


def wat_ontbreekt(vermelding: Vermelding) -> list[str]:
    """Return what must be filled in before this can be published, in words for staff; empty when it is complete."""
    ontbreekt = []
    if vermelding.soort == Soort.INITIATIEF:
        initiatief = Initiatief.objects.get(pk=vermelding.pk)
        if not initiatief.gemeente_id and not initiatief.plaats:
            ontbreekt.append("kies de gemeente (of vul bij ‘dorp of wijk’ in: Heel Nederland)")
        if not initiatief.verhaal.strip():
            ontbreekt.append("schrijf het verhaal")
    if not vermelding.samenvatting.strip():
        ontbreekt.append("schrijf de samenvatting")
    return ontbreekt


def publiceer(*, vermelding: Vermelding, door: Gebruiker | None, reden: str = "") -> Vermelding:
    """Show ``vermelding`` to the public.

    Raises:
        NietToegestaan, NietCompleet, OvergangNietToegestaan
    """
    if ontbreekt := wat_ontbreekt(vermelding):
        raise NietCompleet(ontbreekt)
    eerste_keer = vermelding.gepubliceerd_op or timezone.now()
    return _verplaats(vermelding, Status.GEPUBLICEERD, "publiceren", door, reden, gepubliceerd_op=eerste_keer)


def haal_terug(*, vermelding: Vermelding, door: Gebruiker | None, reden: str) -> Vermelding:
    """Make a published or archived ``vermelding`` a concept again; the public no longer sees it."""
    return _verplaats(vermelding, Status.CONCEPT, "terughalen", door, reden)


def archiveer(*, vermelding: Vermelding, door: Gebruiker | None, reden: str) -> Vermelding:
    """Put ``vermelding`` away: not public, not in the daily lists, kept for later."""
    return _verplaats(vermelding, Status.GEARCHIVEERD, "archiveren", door, reden)


def _verplaats(
    vermelding: Vermelding, naar: Status, actie: str, door: Gebruiker | None, reden: str, **velden: object
) -> Vermelding:
    basis = Vermelding.objects.get(pk=vermelding.pk)
    if naar not in OVERGANGEN[Status(basis.status)]:
        raise OvergangNietToegestaan(basis.status, naar)
    if door is not None and not regels.mag(door, actie, basis):
        raise NietToegestaan(actie)
    with transaction.atomic():
        verplaatst = wissel_status(
            basis, naar, overgangen=OVERGANGEN, door=door, reden=reden.strip(), **velden
        )
        zoeken.indexeer([basis.pk])
    return verplaatst


def verwerk_wijziging(*, ids: Iterable[int]) -> None:
    """Bring search and lists in step after a change of content; in the transaction of that change."""
    zoeken.indexeer(ids)


def voeg_gemeente_samen(*, gemeente: Gemeente) -> None:
    """Move what runs in a gemeente that merged to the gemeente it became part of; its own row stays, with its code."""
    if gemeente.opgegaan_in is None:
        return
    with transaction.atomic():
        verhuisd = Vermelding.objects.in_gemeente(gemeente)
        ids = list(verhuisd.values_list("pk", flat=True))
        verhuisd.update(gemeente=gemeente.opgegaan_in)
        Organisatie.objects.filter(gemeente=gemeente).update(gemeente=gemeente.opgegaan_in)
        zoeken.indexeer(ids)


def hernummer(*, rijen: QuerySet) -> None:
    """Number ``rijen`` 10, 20, 30 … in their order, so that there is room to put one in between."""
    for plek, rij in enumerate(rijen.order_by("volgorde", "pk"), start=1):
        if rij.volgorde != plek * 10:
            rijen.filter(pk=rij.pk).update(volgorde=plek * 10)


def verwijder_voorbeelden(*, door: Gebruiker) -> int:
    """Throw away all sample content in one go; return how many items went.

    Items that an initiatief confirmed are no sample any more (``voorbeeld`` is off) and stay.

    Raises:
        NietToegestaan: only the coordinator may.
    """
    if not regels.mag_altijd(door, "voorbeelden_verwijderen"):
        raise NietToegestaan("voorbeelden_verwijderen")
    with transaction.atomic():
        voorbeelden = Vermelding.objects.voorbeelden()
        aantal = voorbeelden.count()
        voorbeelden.delete()
        Organisatie.objects.filter(voorbeeld=True, betrokkenheid__isnull=True).delete()
        zoeken.herindexeer()
    return aantal


def stel_vraag(
    *, initiatief: Initiatief, naam: str, bereikbaar: str, vraag: str, sleutel: str, netwerk: str
) -> None:
    """Pass a visitor's question on to the initiatief, or to the project team when nobody there agreed to get mail.

    Args:
        bereikbaar: mail address or phone number of the visitor, as typed.
        sleutel: the key of the filled-in form; sending the same form twice makes one mail.
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.

    Raises:
        limiet.TeVaak: too many questions from this network.
    """
    limiet.tel("vraag", netwerk, hoogstens=BERICHTEN_PER_UUR, per=timedelta(hours=1))
    ontvanger = initiatief.contactpersonen.die_post_krijgen().values_list("email", flat=True).first()
    post.leg_klaar(
        sleutel=post.sleutel_van("vraag", sleutel, initiatief.slug, naam, bereikbaar, vraag),
        soort="vraag_aan_initiatief" if ontvanger else "vraag_voor_projectteam",
        aan=ontvanger or settings.PROJECTTEAM_MAIL,
        antwoord_aan=bereikbaar if "@" in bereikbaar else "",
        context={"initiatief": initiatief, "naam": naam, "bereikbaar": bereikbaar, "vraag": vraag},
    )


def noteer_zoekvraag(*, vraag: str, netwerk: str) -> None:
    """Remember that nothing was found for ``vraag``, so that staff see what people miss.

    What looks like an address or phone number is left out: people type those in search boxes too.
    """
    kort = " ".join(vraag.lower().split())[:100]
    if not kort or PERSOONLIJK.search(kort):
        return
    try:
        limiet.tel("zoekvraag", netwerk, hoogstens=ZOEKVRAGEN_PER_UUR, per=timedelta(hours=1))
    except limiet.TeVaak:
        return  # searching goes on; only a robot searches in vain this often
    with transaction.atomic():
        rij, nieuw = Zoekvraag.objects.get_or_create(vraag=kort, dag=timezone.localdate())
        if not nieuw:
            Zoekvraag.objects.filter(pk=rij.pk).update(aantal=F("aantal") + 1)
