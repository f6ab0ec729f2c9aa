"""What the sender does first: begin, fill in, send. Nothing typed is ever lost."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format

from alliantie.kern import limiet, post
from alliantie.kern.inzendingen import regels, toegang
from alliantie.kern.inzendingen.acties.fouten import NietCompleet, NietToegestaan, TeSnel, TeVeelBijlagen
from alliantie.kern.inzendingen.acties.links import laat_meelezen
from alliantie.kern.inzendingen.acties.rij import (
    mag_post_krijgen,
    mailgegevens,
    omvang_van,
    op_slot,
    werk_bij,
)
from alliantie.kern.inzendingen.keuzes import OVERGANGEN, Bijlagesoort, Status, Toegangsrol
from alliantie.kern.inzendingen.soort import FOTOS, Soort, soort_van
from alliantie.kern.models import Bijlage, Inzending
from alliantie.kern.status import wissel_status

BEGINNEN_PER_UUR = (
    120  # a library with thirty people behind one address, each of whom begins again a few times
)
MEESTE = {Bijlagesoort.FOTO: 12, Bijlagesoort.DOCUMENT: 6}
KORTSTE_INVULTIJD = timedelta(seconds=3)  # no person fills in a whole form faster
ANTWOORD_BINNEN = timedelta(weeks=2)


def begin(
    *,
    soort: Soort,
    getypt: Mapping[str, Any],
    sleutel: str,
    netwerk: str,
    doel: models.Model | None = None,
    afzender: Mapping[str, Any] | None = None,
) -> tuple[Inzending, str]:
    """Begin an inzending with what was typed on its first screen; return it, and a token that opens it.

    Args:
        sleutel: the key of the filled-in form: sent twice, or again after the back button, it stays one inzending.
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.
        doel: what it is about, for an addition.
        afzender: fields about the sender that are known already.

    Raises:
        limiet.TeVaak: too many from this network.
    """
    limiet.tel("inzending", netwerk, hoogstens=BEGINNEN_PER_UUR, per=timedelta(hours=1))
    with transaction.atomic():
        inzending, nieuw = Inzending.objects.get_or_create(
            sleutel=sleutel,
            defaults={
                "soort": soort.naam,
                "doel_soort": ContentType.objects.get_for_model(doel) if doel else None,
                "doel_id": doel.pk if doel else None,
                "gegevens": soort.begin(doel) | dict(afzender or {}),
                "doel_waarden": soort.huidig(doel),
            },
        )
        if nieuw:
            toegang.geef_code(inzending)
        inzending = op_slot(inzending)  # a first press on the button may be sending it at this moment
        if inzending.status == Status.CONCEPT:
            inzending = bewaar(inzending=inzending, getypt=getypt)
        return inzending, toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER)


def bewaar(*, inzending: Inzending, getypt: Mapping[str, Any]) -> Inzending:
    """Keep what was typed on one screen, right or wrong.

    Raises:
        NietToegestaan: it was sent already.
    """
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "invullen", rij):
            raise NietToegestaan("invullen")
        rij.gegevens = rij.gegevens | dict(getypt)
        werk_bij(rij)
    return rij


def voeg_bijlage_toe(
    *, inzending: Inzending, soort: Bijlagesoort, bestand: File, klein: File | None = None
) -> Bijlage:
    """Keep a photo or document that was judged and cleaned already.

    Raises:
        NietToegestaan, TeVeelBijlagen
    """
    with transaction.atomic():
        rij = op_slot(inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "invullen", rij):
            raise NietToegestaan("invullen")
        afdruk = hashlib.file_digest(bestand, "sha256").hexdigest()
        bestand.seek(0)
        if al_daar := rij.bijlagen.filter(afdruk=afdruk).first():
            return al_daar
        if rij.bijlagen.filter(soort=soort).count() >= MEESTE[soort]:
            raise TeVeelBijlagen(MEESTE[soort])
        werk_bij(rij)
        return rij.bijlagen.create(soort=soort, bestand=bestand, klein=klein or "", afdruk=afdruk)


def beschrijf_bijlage(*, bijlage: Bijlage, omschrijving: str, toestemming: str = "") -> None:
    """Keep what the sender says about a photo or document."""
    with transaction.atomic():
        rij = op_slot(bijlage.inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "invullen", rij):
            raise NietToegestaan("invullen")
        bijlage.omschrijving, bijlage.toestemming = omschrijving, toestemming
        bijlage.save(update_fields=["omschrijving", "toestemming"])


def haal_bijlage_weg(*, bijlage: Bijlage) -> None:
    """Throw away a photo or document of something that was not sent yet; the file goes with it."""
    with transaction.atomic():
        rij = op_slot(bijlage.inzending)
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "invullen", rij):
            raise NietToegestaan("invullen")
        bijlage.delete()


def wat_ontbreekt(inzending: Inzending) -> dict[str, list[str]]:
    """Return per field what must still be mended, in plain words; empty when it can be sent."""
    soort = soort_van(inzending)
    velden = [*soort.velden_voor(inzending.gegevens), "akkoord"]
    form = soort.form(inzending.gegevens, velden=velden)
    fouten = {naam: [str(fout) for fout in lijst] for naam, lijst in form.errors.items()}
    vraagt_fotos = any(scherm.naam == FOTOS for scherm in soort.schermen_voor(inzending.gegevens))
    if vraagt_fotos and any(
        not bijlage.toestemming for bijlage in inzending.bijlagen.all() if bijlage.is_foto
    ):
        fouten["fotos"] = ["Kies bij elke foto of er mensen op staan"]
    return fouten


def verstuur(
    *, inzending: Inzending, getypt: Mapping[str, Any] | None = None, op_tijd: bool = False
) -> Inzending:
    """Hand ``inzending`` over to the team. Who presses the button twice sends once.

    Args:
        op_tijd: the caller knows already that a person took their time (a form of one screen).

    Raises:
        NietCompleet: something is still needed.
        TeSnel: faster than a person can.
        NietToegestaan: it was withdrawn.
    """
    with transaction.atomic():
        rij = op_slot(inzending)
        if rij.status not in {Status.CONCEPT, Status.INGETROKKEN}:
            return rij
        if not regels.mag_met_link(Toegangsrol.AFZENDER, "versturen", rij):
            raise NietToegestaan("versturen")
        rij.gegevens = rij.gegevens | dict(getypt or {})
        if fouten := wat_ontbreekt(rij):
            raise NietCompleet(fouten)
        if not op_tijd and timezone.now() - rij.aangemaakt_op < KORTSTE_INVULTIJD:
            raise TeSnel
        # A kind that puts nothing on the site, such as a tip, does not ask whether it may.
        rij.akkoord_op = timezone.now() if "akkoord" in soort_van(rij).form.base_fields else None
        rij.omvang = omvang_van(rij)
        werk_bij(rij, "akkoord_op", "omvang")
        rij = wissel_status(
            rij, Status.INGEDIEND, overgangen=OVERGANGEN, door=None, ingediend_op=timezone.now()
        )
        _meld_ontvangst(rij)
        if rij.namens_groep and rij.groep_email:
            laat_meelezen(inzending=rij)
    return rij


def antwoord_voor(inzending: Inzending) -> date:
    """Return the day before which the sender hears from us, counted from when it was sent."""
    return timezone.localdate(inzending.ingediend_op) + ANTWOORD_BINNEN


def _meld_ontvangst(inzending: Inzending) -> None:
    if not inzending.email or not mag_post_krijgen(inzending.email):
        return
    post.leg_klaar(
        sleutel=f"inzending:{inzending.pk}:ontvangen:{inzending.versie}",
        soort=soort_van(inzending).mail_ontvangen,
        aan=inzending.email,
        context=mailgegevens(inzending)
        | {"antwoord_voor": f"vóór {date_format(antwoord_voor(inzending), 'j F')}"},
        inzending=inzending,
    )
