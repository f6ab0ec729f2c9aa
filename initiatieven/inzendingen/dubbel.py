"""What may be the same as what somebody is telling about."""

from django.urls import reverse
from rapidfuzz import fuzz

from alliantie.kern.inzendingen.keuzes import OPEN
from alliantie.kern.inzendingen.soort import Dubbel
from alliantie.kern.models import Inzending
from initiatieven.keuzes import Soort, Status
from initiatieven.models import Vermelding, Zoekdocument
from initiatieven.zoeken import lees, vouw, zoek

IN_DEZELFDE_GEMEENTE = 72  # out of 100: how much two names must look alike
ELDERS = 88
MEESTE = 4
UIT_HET_ZOEKEN = 30
MEESTE_IN_GEMEENTE = 500


def lijkt(een: str, ander: str) -> float:
    """Return how much two names look alike, out of 100; the order of the words does not matter."""
    return fuzz.token_set_ratio(vouw(een), vouw(ander))


def dubbelen(
    titel: str, gemeente_id: int | None, *, voor_team: bool, behalve: int | None = None
) -> list[Dubbel]:
    """Return items of the catalogue that may be this one, most alike first.

    Args:
        voor_team: also what is not public, and what waits to be judged.
        behalve: key of an inzending that is this one itself.
    """
    titel = titel.strip()[:200]
    if not titel:
        return []
    gevonden = [
        (gelijkenis, _als_dubbel(vermelding, voor_team))
        for vermelding in _kandidaten(titel, gemeente_id, voor_team)
        if (gelijkenis := lijkt(titel, vermelding.titel)) >= _drempel(vermelding, gemeente_id)
    ]
    if voor_team:
        gevonden += _wachtende(titel, behalve)
    gevonden.sort(key=lambda paar: -paar[0])
    return [dubbel for _, dubbel in gevonden[:MEESTE]]


def _drempel(vermelding: Vermelding, gemeente_id: int | None) -> int:
    return IN_DEZELFDE_GEMEENTE if gemeente_id and vermelding.gemeente_id == gemeente_id else ELDERS


def _kandidaten(titel: str, gemeente_id: int | None, voor_team: bool) -> list[Vermelding]:
    rijen = Vermelding.objects.filter(soort=Soort.INITIATIEF).select_related("gemeente")
    rijen = rijen.exclude(status=Status.GEARCHIVEERD) if voor_team else rijen.openbaar()
    gevonden = list(
        zoek(Zoekdocument.objects.openbaar(), lees(titel)).values_list("vermelding_id", flat=True)[
            :UIT_HET_ZOEKEN
        ]
    )
    kandidaten = {rij.pk: rij for rij in rijen.filter(pk__in=gevonden)}
    if gemeente_id:
        for rij in rijen.filter(gemeente_id=gemeente_id)[:MEESTE_IN_GEMEENTE]:
            kandidaten[rij.pk] = rij
    return list(kandidaten.values())


def _als_dubbel(vermelding: Vermelding, voor_team: bool) -> Dubbel:
    openbaar = vermelding.is_openbaar
    return Dubbel(
        titel=vermelding.titel,
        waar=vermelding.plaatsnaam,
        url=vermelding.get_absolute_url() if openbaar else "",
        aanvullen_url=f"{vermelding.get_absolute_url()}aanvullen/" if openbaar else "",
        doel=vermelding.als_initiatief if voor_team else None,
        waarom="staat op de site" if openbaar else vermelding.get_status_display().lower(),
    )


def _wachtende(titel: str, behalve: int | None) -> list[tuple[float, Dubbel]]:
    """Other inzendingen that wait and tell about something with a name like this."""
    rijen = Inzending.objects.filter(status__in=OPEN, doel_id__isnull=True).exclude(pk=behalve)
    paren = [
        (lijkt(titel, rij.onderwerp), rij)
        for rij in rijen.only("pk", "onderwerp", "waar", "status").order_by("-pk")[:MEESTE_IN_GEMEENTE]
    ]
    return [
        (
            gelijkenis,
            Dubbel(
                rij.onderwerp,
                rij.waar,
                reverse("admin:kern_inzending_change", args=[rij.pk]),
                waarom=f"inzending {rij.pk}, wacht nog",
            ),
        )
        for gelijkenis, rij in paren
        if gelijkenis >= ELDERS
    ]
