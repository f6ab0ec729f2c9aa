"""What the team does with a meeting: publish, call off, tell everyone, add a caller, tick who came."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from alliantie.kern import post
from alliantie.kern.models import Gebruiker
from alliantie.kern.status import wissel_status
from bijeenkomsten import berichten, regels
from bijeenkomsten.acties.aanmelden import maak
from bijeenkomsten.acties.fouten import (
    GeenPlek,
    NietCompleet,
    NietToegestaan,
    OvergangNietToegestaan,
    TeVeelMensen,
)
from bijeenkomsten.acties.plekken import op_slot, past, plekken_over, schuif_door, wissel
from bijeenkomsten.agenda import agenda
from bijeenkomsten.berichten import context_van
from bijeenkomsten.keuzes import OVERGANGEN, Soort, Stand, Status
from bijeenkomsten.models import Aanmelding, Bijeenkomst

# What who signed up must be told when it changes, and what a calendar must follow.
BELANGRIJK = frozenset({"titel", "begin", "einde", "gemeente", "locatie", "adres", "online_link"})


def wat_ontbreekt(bijeenkomst: Bijeenkomst) -> list[str]:
    """Return what must be filled in before this can be published, in words for staff; empty when complete."""
    ontbreekt = []
    if not bijeenkomst.samenvatting.strip():
        ontbreekt.append("schrijf de samenvatting")
    if bijeenkomst.soort != Soort.ONLINE and not bijeenkomst.gemeente_id and not bijeenkomst.online_link:
        ontbreekt.append("kies de gemeente")
    if bijeenkomst.soort == Soort.ONLINE and bijeenkomst.met_aanmelden and not bijeenkomst.online_link:
        ontbreekt.append("vul de link in om mee te doen")
    return ontbreekt


def publiceer(*, bijeenkomst: Bijeenkomst, door: Gebruiker | None) -> Bijeenkomst:
    """Show it to the public.

    Raises:
        NietCompleet, NietToegestaan, OvergangNietToegestaan
    """
    if ontbreekt := wat_ontbreekt(bijeenkomst):
        raise NietCompleet(ontbreekt)
    eerste_keer = bijeenkomst.gepubliceerd_op or timezone.now()
    return _verplaats(bijeenkomst, Status.GEPUBLICEERD, "publiceren", door, gepubliceerd_op=eerste_keer)


def haal_terug(*, bijeenkomst: Bijeenkomst, door: Gebruiker | None, reden: str) -> Bijeenkomst:
    """Make it a concept again, while nobody signed up; after that it can only be called off.

    Raises:
        NietToegestaan, OvergangNietToegestaan
    """
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        if rij.aanmeldingen.lopend().exists():
            raise NietToegestaan("terughalen")
        return _verplaats(rij, Status.CONCEPT, "terughalen", door, reden)


def gelast_af(
    *, bijeenkomst: Bijeenkomst, door: Gebruiker | None, reden: str, mail: post.Mail | None
) -> Bijeenkomst:
    """Call it off and tell everyone who signed up, in the words that the team read.

    Raises:
        NietToegestaan, OvergangNietToegestaan
    """
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        # A calendar that follows it compares both: the number of the change, and when it was.
        velden = {"volgnummer": rij.volgnummer + 1, "gewijzigd_op": timezone.now()}
        rij = _verplaats(rij, Status.AFGELAST, "afgelasten", door, reden, **velden)
        if mail is not None:
            _mail_allen(rij, rij.aanmeldingen.lopend(), "bijeenkomst_afgelast", mail, "afgelast", "CANCEL")
    return rij


def _verplaats(
    bijeenkomst: Bijeenkomst,
    naar: Status,
    actie: str,
    door: Gebruiker | None,
    reden: str = "",
    **velden: object,
) -> Bijeenkomst:
    rij = Bijeenkomst.objects.get(pk=bijeenkomst.pk)
    if naar not in OVERGANGEN[Status(rij.status)]:
        raise OvergangNietToegestaan(rij.status, naar)
    if door is not None and not regels.mag(door, actie, rij):
        raise NietToegestaan(actie)
    return wissel_status(rij, naar, overgangen=OVERGANGEN, door=door, reden=reden, **velden)


def verwerk_wijziging(*, bijeenkomst: Bijeenkomst, veranderd: Iterable[str]) -> list[Aanmelding]:
    """After the team saved a meeting: let calendars follow, and offer what a larger room makes free.

    Returns:
        Who was offered a place.
    """
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        if BELANGRIJK & set(veranderd):
            rij.volgnummer += 1
            rij.save(update_fields=["volgnummer"])
        return schuif_door(rij)


def mail_allen(
    *,
    bijeenkomst: Bijeenkomst,
    aanmeldingen: Iterable[int],
    mail: post.Mail,
    sleutel: str,
    door: Gebruiker,
    soort: str = "bijeenkomst_bericht",
) -> int:
    """Send one text to everyone, or to a selection; return to how many. Sent twice, it goes out once.

    Args:
        aanmeldingen: keys of the sign-ups.
        sleutel: names this message.

    Raises:
        NietToegestaan
    """
    if not regels.mag(door, "mailen", bijeenkomst):
        raise NietToegestaan("mailen")
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        return _mail_allen(rij, rij.aanmeldingen.filter(pk__in=list(aanmeldingen)), soort, mail, sleutel)


def _mail_allen(
    bijeenkomst: Bijeenkomst,
    aanmeldingen: Any,
    soort: str,
    mail: post.Mail,
    oorzaak: str,
    methode: str = "PUBLISH",
) -> int:
    aantal = 0
    for aanmelding in aanmeldingen.exclude(email="").select_related("bijeenkomst"):
        aanmelding.bijeenkomst = bijeenkomst
        gegevens = context_van(aanmelding)
        tekst = mail.tekst.replace("[naam]", aanmelding.naam).replace("[link]", gegevens["link"])
        post.leg_klaar(
            sleutel=f"aanmelding:{aanmelding.pk}:bericht:{oorzaak}",
            soort=soort,
            aan=aanmelding.email,
            mail=post.Mail(mail.onderwerp, tekst),
            agenda=agenda([bijeenkomst], methode=methode).decode() if aanmelding.is_bezet else "",
        )
        aantal += 1
    return aantal


def voeg_toe(
    *,
    bijeenkomst: Bijeenkomst,
    gegevens: Mapping[str, Any],
    sleutel: str,
    door: Gebruiker,
    buiten_de_rij_om: bool = False,
    reden: str = "",
) -> Aanmelding:
    """Sign somebody up who called. Only with a reason does a caller pass the line, and only when there is room.

    Args:
        sleutel: the key of the filled-in form; sent twice it stays one sign-up.

    Raises:
        GeenPlek: passing the line, but there is no room.
        TeVeelMensen: more than ever fit; they would keep everybody behind them waiting for ever.
        NietToegestaan
    """
    with transaction.atomic():
        rij = op_slot(bijeenkomst.pk)
        if not regels.mag(door, "aanmeldingen_wijzigen", rij) or (buiten_de_rij_om and not reden.strip()):
            raise NietToegestaan("aanmeldingen_wijzigen")
        if bestaand := rij.aanmeldingen.filter(sleutel=sleutel).first():
            return bestaand
        if rij.capaciteit is not None and gegevens["aantal"] > rij.capaciteit:
            raise TeVeelMensen(rij.capaciteit)
        if buiten_de_rij_om and not past(rij, gegevens["aantal"]):
            raise GeenPlek(plekken_over(rij) or 0)
        return maak(
            rij,
            gegevens,
            sleutel=sleutel,
            stand=Stand.GEPLAATST if buiten_de_rij_om else None,
            door_team=True,
            reden_team=reden.strip(),
        )


def plaats(*, aanmelding: Aanmelding, door: Gebruiker, reden: str) -> Aanmelding:
    """Give a place by hand to somebody who waits, past the others; the reason is kept.

    Raises:
        GeenPlek: there is no room: nobody gets a place that is not there.
        NietToegestaan, OvergangNietToegestaan
    """
    with transaction.atomic():
        bijeenkomst = op_slot(aanmelding.bijeenkomst_id)
        rij = Aanmelding.objects.select_related("bijeenkomst").get(pk=aanmelding.pk)
        if not regels.mag(door, "aanmeldingen_wijzigen", bijeenkomst) or not reden.strip():
            raise NietToegestaan("aanmeldingen_wijzigen")
        if not rij.is_bezet and not past(bijeenkomst, rij.aantal):
            raise GeenPlek(plekken_over(bijeenkomst) or 0)
        rij = wissel(
            rij, Stand.GEPLAATST, door=door, reden=reden, bevestigen_voor=None, reden_team=reden.strip()
        )
        berichten.bevestigd(rij)
    return rij


def vink_af(*, aanmelding: Aanmelding, gekomen: int | None, door: Gebruiker) -> None:
    """Note how many of a sign-up came; ``None`` takes the note away.

    Raises:
        NietToegestaan
    """
    if not regels.mag(door, "aanmeldingen_wijzigen", aanmelding.bijeenkomst):
        raise NietToegestaan("aanmeldingen_wijzigen")
    if gekomen is not None:
        gekomen = min(max(0, gekomen), 999)
    Aanmelding.objects.filter(pk=aanmelding.pk).update(gekomen=gekomen)
