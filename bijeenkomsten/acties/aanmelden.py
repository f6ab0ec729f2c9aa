"""What somebody does with their own sign-up: sign up, change how many come, confirm a place, cancel."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from alliantie.kern import limiet
from alliantie.kern.inzendingen import toegang
from alliantie.kern.models import Gebruiker
from bijeenkomsten import berichten, regels
from bijeenkomsten.acties.fouten import (
    AanmeldenKanNiet,
    GeenPlek,
    NietToegestaan,
    TeLaat,
    TeVeelMensen,
)
from bijeenkomsten.acties.plekken import (
    eerste_stand,
    op_slot,
    past,
    plekken_over,
    schuif_door,
    volgend_nummer,
    wissel,
)
from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Aanmelding, Bijeenkomst

AANMELDINGEN_PER_UUR = 120  # a library with thirty people behind one address must fit
VELDEN = (
    "naam",
    "email",
    "telefoon",
    "aantal",
    "van",
    "is_gemeente",
    "hulp",
    "eten",
    "eet_mee",
    "kinderen",
    "wil_reisgeld",
)


def meld_aan(
    *, bijeenkomst: Bijeenkomst, gegevens: Mapping[str, Any], sleutel: str, netwerk: str
) -> Aanmelding:
    """Sign up; with a place when there is one and nobody waits, else at the end of the line.

    Args:
        gegevens: the cleaned fields of the form, see ``VELDEN``.
        sleutel: the key of the filled-in form; sent twice it stays one sign-up.
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.

    Raises:
        AanmeldenKanNiet: too early, too late, called off, or not on the site.
        TeVeelMensen: more than one sign-up may bring, or than ever fit.
        limiet.TeVaak
    """
    limiet.tel("aanmelding", netwerk, hoogstens=AANMELDINGEN_PER_UUR, per=timedelta(hours=1))
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        if bestaand := _al_aangemeld(rij, gegevens, sleutel):
            return bestaand
        if not rij.kan_aanmelden:
            raise AanmeldenKanNiet
        controleer_aantal(rij, gegevens["aantal"])
        return maak(rij, gegevens, sleutel=sleutel)


def maak(
    bijeenkomst: Bijeenkomst,
    gegevens: Mapping[str, Any],
    *,
    sleutel: str,
    stand: Stand | None = None,
    **velden: object,
) -> Aanmelding:
    """Make a sign-up in a locked meeting, with its code and the mail that tells how it stands."""
    aanmelding = Aanmelding.objects.create(
        bijeenkomst=bijeenkomst,
        status=stand or eerste_stand(bijeenkomst, gegevens["aantal"]),
        sleutel=sleutel,
        volgnummer=volgend_nummer(bijeenkomst),
        **{veld: gegevens[veld] for veld in VELDEN if veld in gegevens},
        **velden,
    )
    toegang.geef_code(aanmelding)
    berichten.aangemeld(aanmelding)
    return aanmelding


def hoogstens(bijeenkomst: Bijeenkomst) -> int:
    """Return how many people one sign-up may bring: never more than could ever fit."""
    meeste = bijeenkomst.meeste_per_aanmelding
    return meeste if bijeenkomst.capaciteit is None else min(meeste, bijeenkomst.capaciteit)


def controleer_aantal(bijeenkomst: Bijeenkomst, aantal: int) -> None:
    """Refuse more people than one sign-up may bring.

    Raises:
        TeVeelMensen
    """
    if aantal > hoogstens(bijeenkomst):
        raise TeVeelMensen(hoogstens(bijeenkomst))


def _al_aangemeld(bijeenkomst: Bijeenkomst, gegevens: Mapping[str, Any], sleutel: str) -> Aanmelding | None:
    """Return the sign-up that this form made before, or that the same person made on another day."""
    if bestaand := Aanmelding.objects.filter(sleutel=sleutel).first():
        return bestaand
    if not gegevens.get("email"):
        return None  # several people may share a phone number
    return (
        bijeenkomst.aanmeldingen.lopend()
        .filter(email__iexact=gegevens["email"], naam__iexact=gegevens["naam"])
        .first()
    )


def bevestig(*, aanmelding: Aanmelding, door: Gebruiker | None = None) -> Aanmelding:
    """Take the place that was offered. Doing it twice is fine.

    Args:
        door: who of the team did it for somebody who called; ``None`` for the person.

    Raises:
        TeLaat: the time to say so is over.
        NietToegestaan: no place is offered (any more).
    """
    with transaction.atomic():
        op_slot(aanmelding.bijeenkomst_id)
        rij = _vers(aanmelding)
        if rij.status == Stand.GEPLAATST:
            return rij
        _mag("bevestigen", rij)
        if rij.bevestigen_voor is not None and rij.bevestigen_voor < timezone.now():
            raise TeLaat
        rij = wissel(rij, Stand.GEPLAATST, door=door, bevestigen_voor=None)
        berichten.bevestigd(rij)
    return rij


def meld_af(*, aanmelding: Aanmelding, door: Gebruiker | None = None, met_mail: bool = True) -> Aanmelding:
    """Cancel; the place goes to the head of the line at once. Doing it twice is fine.

    Args:
        door: who of the team did it for somebody who called; ``None`` for the person.
        met_mail: whether a mail says so; not to somebody whose address is being erased.

    Raises:
        NietToegestaan: it is over, or it ran out.
    """
    with transaction.atomic():
        bijeenkomst = op_slot(aanmelding.bijeenkomst_id)
        rij = _vers(aanmelding)
        if rij.status == Stand.AFGEMELD:
            return rij
        _mag("afmelden", rij)
        rij = wissel(rij, Stand.AFGEMELD, door=door, bevestigen_voor=None)
        if met_mail:
            berichten.afgemeld(rij)
        schuif_door(bijeenkomst)
    return rij


def wijzig_aantal(*, aanmelding: Aanmelding, aantal: int) -> Aanmelding:
    """Come with more or fewer people. Fewer frees places; more needs them free, with nobody waiting.

    Raises:
        GeenPlek: so many do not fit; nothing changes.
        TeVeelMensen, NietToegestaan
    """
    with transaction.atomic():
        bijeenkomst = op_slot(aanmelding.bijeenkomst_id)
        rij = _vers(aanmelding)
        _mag("aantal_wijzigen", rij)
        controleer_aantal(bijeenkomst, aantal)
        erbij = aantal - rij.aantal
        if erbij > 0 and rij.is_bezet:
            wacht_iemand = bijeenkomst.aanmeldingen.wachtrij().exists()
            if wacht_iemand or not past(bijeenkomst, erbij):
                raise GeenPlek(0 if wacht_iemand else plekken_over(bijeenkomst) or 0)
        if erbij:
            rij.aantal = aantal
            rij.eet_mee = min(rij.eet_mee, aantal)
            rij.save(update_fields=["aantal", "eet_mee"])
            berichten.aantal_gewijzigd(rij)
            schuif_door(bijeenkomst)
    return rij


def wacht_weer(*, aanmelding: Aanmelding) -> Aanmelding:
    """Stand in line again, at the end, after an offer ran out.

    Raises:
        NietToegestaan
    """
    with transaction.atomic():
        bijeenkomst = op_slot(aanmelding.bijeenkomst_id)
        rij = _vers(aanmelding)
        _mag("weer_wachten", rij)
        rij = wissel(rij, Stand.WACHTLIJST, bevestigen_voor=None, volgnummer=volgend_nummer(bijeenkomst))
        schuif_door(bijeenkomst)
        return _vers(rij)


def laat_verlopen(*, aanmelding: Aanmelding) -> bool:
    """Give an offered place that nobody confirmed in time to the next in line; tell whether that was so."""
    with transaction.atomic():
        bijeenkomst = op_slot(aanmelding.bijeenkomst_id)
        rij = _vers(aanmelding)
        if rij.status != Stand.AANGEBODEN or not rij.bevestigen_voor or rij.bevestigen_voor > timezone.now():
            return False
        rij = wissel(rij, Stand.VERVALLEN, bevestigen_voor=None)
        if bijeenkomst.begin > timezone.now():  # later it is of no use to know
            berichten.vervallen(rij)
        schuif_door(bijeenkomst)
    return True


def _vers(aanmelding: Aanmelding) -> Aanmelding:
    """Return the sign-up as it stands now; the lock of its meeting keeps it so."""
    return Aanmelding.objects.select_related("bijeenkomst").get(pk=aanmelding.pk)


def _mag(actie: str, aanmelding: Aanmelding) -> None:
    if not regels.mag_met_link(actie, aanmelding):
        raise NietToegestaan(actie)
