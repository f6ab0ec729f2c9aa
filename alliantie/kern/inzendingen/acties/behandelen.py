"""What the team does with an inzending: take it up, work on the text, ask. Decisions are in ``besluiten``."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from alliantie.kern import post
from alliantie.kern.inzendingen import bewerking as bewerken
from alliantie.kern.inzendingen import regels, toegang
from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd, NietToegestaan
from alliantie.kern.inzendingen.acties.rij import op_slot, vul_links_in
from alliantie.kern.inzendingen.keuzes import OVERGANGEN, Spreker, Status
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Gebruiker, Inzending, Statuswissel
from alliantie.kern.status import wissel_status


def neem_op_slot(inzending: Inzending, actie: str, door: Gebruiker, gezien: int | None) -> Inzending:
    """Return the row, locked, if it is still what ``door`` looked at and ``door`` may do ``actie``.

    Args:
        gezien: the ``versie`` that was on the screen; ``None`` where it does not matter.

    Raises:
        IntussenVeranderd: a colleague or the sender was first; it says who, what and when.
        NietToegestaan: not in this role.
    """
    rij = op_slot(inzending)
    if not regels.mag_ooit(door, actie):
        raise NietToegestaan(actie)
    if (gezien is not None and gezien != rij.versie) or not regels.mag(door, actie, rij):
        raise intussen(rij)
    return rij


def intussen(rij: Inzending) -> IntussenVeranderd:
    """Return what happened to ``rij`` last, in words for who was too late."""
    wissel = (
        Statuswissel.objects.filter(
            soort=ContentType.objects.get_for_model(Inzending), object_id=rij.pk, moment__gte=rij.bewaard_op
        )
        .select_related("door")
        .first()
    )
    if wissel is not None:
        wie = str(wissel.door) if wissel.door else "wie het stuurde"
        return IntussenVeranderd(rij.get_status_display(), wie=wie, wanneer=wissel.moment)
    wie = str(rij.behandelaar) if rij.behandelaar else "wie het stuurde"
    return IntussenVeranderd("veranderd", wie=wie, wanneer=rij.bewaard_op)


def pak_op(*, inzending: Inzending, door: Gebruiker, overnemen: bool = False) -> Inzending:
    """Take it up: it is now mine.

    Args:
        overnemen: also when a colleague has it.

    Raises:
        IntussenVeranderd: a colleague has it already, or it is no longer open.
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "oppakken", door, None)
        if rij.behandelaar_id == door.pk:
            return rij
        if rij.behandelaar_id and not overnemen:
            raise IntussenVeranderd("opgepakt", wie=str(rij.behandelaar), wanneer=intussen(rij).wanneer)
        rij.behandelaar = door
        rij.versie += 1
        rij.save(update_fields=["behandelaar", "versie"])
        if rij.status == Status.INGEDIEND:
            rij = wissel_status(rij, Status.IN_BEHANDELING, overgangen=OVERGANGEN, door=door)
    return rij


def pak_eerste_op(*, door: Gebruiker) -> Inzending | None:
    """Take up what waits longest and nobody has; ``None`` when nothing waits. Two who do this at once get two."""
    if not regels.mag_ooit(door, "oppakken"):
        raise NietToegestaan("oppakken")
    with transaction.atomic():
        wachtend = Inzending.objects.te_doen().filter(behandelaar__isnull=True).langst_wachtend_eerst()
        eerste = wachtend.select_for_update(of=("self",), skip_locked=True).first()
        return pak_op(inzending=eerste, door=door) if eerste else None


def laat_los(*, inzending: Inzending, door: Gebruiker) -> Inzending:
    """Put it back in the queue for a colleague."""
    with transaction.atomic():
        rij = neem_op_slot(inzending, "loslaten", door, None)
        rij.behandelaar = None
        rij.versie += 1
        rij.save(update_fields=["behandelaar", "versie"])
        return wissel_status(rij, Status.INGEDIEND, overgangen=OVERGANGEN, door=door, reden="losgelaten")


def bewaar_bewerking(
    *,
    inzending: Inzending,
    door: Gebruiker,
    gezien: int,
    velden: Mapping[str, Mapping[str, Any]],
    oordeel: Mapping[str, Mapping[str, str]] | None = None,
    bijlagen: Mapping[int, Mapping[str, Any]] | None = None,
) -> Inzending:
    """Keep what the team makes of it, field by field; nothing of it is public yet.

    Args:
        velden: per field ``{"keuze": "overnemen" | "aanpassen" | "weglaten", "waarde": …, "bij": …}``, where
            "bij" is what stood on the site when the team chose (by default what stands there now); with an empty
            mapping the choice is forgotten.
        oordeel: per kenmerk ``{"voldoet": …, "toelichting": …}``.
        bijlagen: key of the attachment → ``{"overnemen": bool, "omschrijving_team": str, "toestemming": str}``.

    Raises:
        IntussenVeranderd, NietToegestaan
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "bewerken", door, gezien)
        nu = soort_van(rij).huidig(rij.doel)
        nieuw = {
            veld: {"bij": nu.get(veld)} | dict(wat) if "keuze" in wat else dict(wat)
            for veld, wat in velden.items()
        }
        rij.bewerking = {veld: wat for veld, wat in (rij.bewerking | nieuw).items() if wat}
        rij.oordeel = rij.oordeel | {kenmerk: dict(wat) for kenmerk, wat in (oordeel or {}).items()}
        rij.versie += 1
        rij.save(update_fields=["bewerking", "oordeel", "versie"])
        for bijlage in rij.bijlagen.filter(pk__in=bijlagen or {}):
            for naam, waarde in (bijlagen or {})[bijlage.pk].items():
                setattr(bijlage, naam, waarde)
            bijlage.save(update_fields=["overnemen", "omschrijving_team", "toestemming"])
    return rij


def koppel(*, inzending: Inzending, door: Gebruiker, gezien: int, doel: models.Model | None) -> Inzending:
    """Say that this is about something that stands in the catalogue already; ``None`` undoes it.

    From then on the desk shows what stands there beside what was sent. What is there already is left alone, unless
    the team chooses otherwise per field.

    Raises:
        IntussenVeranderd, NietToegestaan
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "samenvoegen", door, gezien)
        soort = soort_van(rij)
        rij.doel_soort = ContentType.objects.get_for_model(doel) if doel else None
        rij.doel_id = doel.pk if doel else None
        rij.doel_waarden = soort.huidig(doel)
        rij.bewerking = {
            veld: {"keuze": bewerken.WEGLATEN} for veld in soort.inhoudsvelden() if rij.doel_waarden.get(veld)
        }
        rij.versie += 1
        rij.save(update_fields=["doel_soort", "doel_id", "doel_waarden", "bewerking", "versie"])
    return rij


def stel_vragen(
    *,
    inzending: Inzending,
    door: Gebruiker,
    gezien: int,
    vragen: Sequence[tuple[str, str]],
    mail: post.Mail | None,
) -> Inzending:
    """Ask the sender something about one or more fields; the link in the mail opens just those questions.

    Args:
        vragen: pairs of field ("" for the whole) and question.
        mail: the mail as the team read it; ``None`` when the sender has no address and is called instead.

    Raises:
        IntussenVeranderd, NietToegestaan
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "vragen", door, gezien)
        regels_ = [
            rij.spreekt(
                Spreker.TEAM,
                tekst,
                veld=veld,
                is_vraag=True,
                door=door,
                waarde_toen=rij.gegevens.get(veld) if veld else None,
            )
            for veld, tekst in vragen
        ]
        rij.behandelaar = door
        rij.versie += 1
        rij.save(update_fields=["behandelaar", "versie"])
        rij = wissel_status(rij, Status.VRAAG_GESTELD, overgangen=OVERGANGEN, door=door)
        if mail is not None and rij.email:
            post.leg_klaar(
                sleutel=f"inzending:{rij.pk}:vraag:{regels_[0].pk}",
                soort="inzending_vraag",
                aan=rij.email,
                mail=vul_links_in(rij, mail),
                inzending=rij,
            )
    return rij


def bevestig_telefoon(*, inzending: Inzending, door: Gebruiker) -> Inzending:
    """Note that somebody of the team spoke the sender on this number."""
    with transaction.atomic():
        rij = neem_op_slot(inzending, "telefoon_bevestigen", door, None)
        rij.telefoon_bevestigd_op = rij.telefoon_bevestigd_op or timezone.now()
        rij.save(update_fields=["telefoon_bevestigd_op"])
    return rij


def geef_nieuwe_code(*, inzending: Inzending, door: Gebruiker) -> str:
    """Give a new code to somebody who lost theirs, and return it; the old code and all links stop working."""
    with transaction.atomic():
        rij = neem_op_slot(inzending, "nieuwe_code", door, None)
        toegang.trek_links_in(rij)
        return toegang.geef_code(rij)
