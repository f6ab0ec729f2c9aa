"""An uitvraag: ask the network for tips, each once, and remind once who did not answer."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from alliantie.kern import limiet, post
from alliantie.kern.inzendingen.acties.invullen import begin, verstuur
from alliantie.kern.inzendingen.acties.links import bevestig_mailadres
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.soort import soort_met
from alliantie.kern.inzendingen.toegang import maak_link
from alliantie.kern.models import Gebruiker, Inzending, Toegang
from initiatieven import regels
from initiatieven.acties.catalogus import NietToegestaan
from initiatieven.models import Uitvraag, Uitvraagontvanger

ANTWOORDEN_PER_UUR = 120


@dataclass(frozen=True)
class Adres:
    """Whom to ask: a mail address, and of whom it is if we know."""

    email: str
    organisatie_id: int | None = None
    gemeente_id: int | None = None


def voeg_ontvangers_toe(*, uitvraag: Uitvraag, door: Gebruiker, adressen: Iterable[Adres]) -> int:
    """Add those who are not in the uitvraag yet; return how many that were.

    Raises:
        NietToegestaan
    """
    with transaction.atomic():
        rij = _op_slot(uitvraag, door)
        er_al = {email.lower() for email in rij.ontvangers.values_list("email", flat=True)}
        nieuw = {adres.email.lower(): adres for adres in adressen if adres.email.lower() not in er_al}
        Uitvraagontvanger.objects.bulk_create(
            Uitvraagontvanger(
                uitvraag=rij,
                email=email,
                organisatie_id=adres.organisatie_id,
                gemeente_id=adres.gemeente_id,
            )
            for email, adres in nieuw.items()
        )
    return len(nieuw)


def verstuur_uitvraag(*, uitvraag: Uitvraag, door: Gebruiker) -> int:
    """Mail everybody in the uitvraag who was not asked yet; return how many that were.

    Raises:
        NietToegestaan
    """
    with transaction.atomic():
        rij = _op_slot(uitvraag, door)
        nu = timezone.now()
        ontvangers = list(rij.ontvangers.nog_te_vragen().met_wie())
        for ontvanger in ontvangers:
            _mail(rij, ontvanger, "uitvraag")
            ontvanger.verstuurd_op = nu
        Uitvraagontvanger.objects.bulk_update(ontvangers, ["verstuurd_op"])
        if ontvangers and rij.verstuurd_op is None:
            rij.verstuurd_op = nu
            rij.save(update_fields=["verstuurd_op"])
    return len(ontvangers)


def herinner(*, uitvraag: Uitvraag, door: Gebruiker) -> int:
    """Remind who was asked and did not answer, each once and never again; return how many that were.

    Raises:
        NietToegestaan
    """
    with transaction.atomic():
        rij = _op_slot(uitvraag, door)
        nu = timezone.now()
        # The lock on each keeps an answer that comes in at this moment from being overwritten.
        ontvangers = list(rij.ontvangers.te_herinneren().met_wie().select_for_update(of=("self",)))
        for ontvanger in ontvangers:
            _mail(rij, ontvanger, "uitvraag_herinnering")
            ontvanger.herinnerd_op = nu
        Uitvraagontvanger.objects.bulk_update(ontvangers, ["herinnerd_op"])
        if ontvangers:
            rij.herinnerd_op = nu
            rij.save(update_fields=["herinnerd_op"])
    return len(ontvangers)


def _op_slot(uitvraag: Uitvraag, door: Gebruiker) -> Uitvraag:
    """Return the uitvraag, locked: of two colleagues who press the button, the second finds nobody left to mail."""
    if not regels.mag_altijd(door, "uitvragen_versturen"):
        raise NietToegestaan("uitvragen_versturen")
    return Uitvraag.objects.select_for_update().get(pk=uitvraag.pk)


def _mail(uitvraag: Uitvraag, ontvanger: Uitvraagontvanger, soort: str) -> None:
    token = maak_link(doel=ontvanger, rol=Toegangsrol.NETWERK, gemaild_aan=ontvanger.email)
    post.leg_klaar(
        sleutel=f"{soort}:{ontvanger.pk}",
        soort=soort,
        aan=ontvanger.email,
        context={
            "wie": ontvanger.wie,
            "bericht": uitvraag.bericht,
            "link": settings.SITE_URL + reverse("initiatieven:uitvraag", args=[token]),
        },
    )


# --- answers ---------------------------------------------------------------------------------------------


def geef_tip(
    *, ontvanger: Uitvraagontvanger, via: Toegang, getypt: Mapping[str, Any], sleutel: str, netwerk: str
) -> Inzending:
    """Send a tip in answer to an uitvraag; who it comes from follows from the link.

    Args:
        via: the link. It went to the mail address of the ontvanger, so that address needs no more confirming.
        getypt: what was typed, per field of the form of a tip.
        sleutel: the key of the filled-in form. The same form sent twice is one tip; who goes back and changes the
            text tells about another group.
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.

    Raises:
        limiet.TeVaak: too many from this network.
        NietCompleet: something is still needed.
    """
    with transaction.atomic():
        inzending, _ = begin(
            soort=soort_met("tip"),
            getypt=getypt,
            sleutel=_sleutel(ontvanger, sleutel, getypt),
            netwerk=netwerk,
            afzender=wie_het_vertelt(ontvanger),
        )
        bevestig_mailadres(inzending=inzending, via=via)
        inzending = verstuur(inzending=inzending, op_tijd=True)
        ontvangt_tip(ontvanger=ontvanger, inzending=inzending)
    return inzending


def wie_het_vertelt(ontvanger: Uitvraagontvanger) -> dict[str, str]:
    """Return the fields of a tip that are known of who was asked, and so need no asking."""
    bekend = {"afzender_email": ontvanger.email}
    return bekend | {"tip_organisatie": capfirst(ontvanger.wie)} if ontvanger.wie else bekend


def _sleutel(ontvanger: Uitvraagontvanger, sleutel: str, getypt: Mapping[str, Any]) -> str:
    inhoud = "\n".join([str(ontvanger.pk), sleutel, *(f"{veld}={getypt[veld]}" for veld in sorted(getypt))])
    return hashlib.blake2b(inhoud.encode(), digest_size=16).hexdigest()


def ontvangt_tip(*, ontvanger: Uitvraagontvanger, inzending: Inzending) -> None:
    """Note that this tip came from ``ontvanger``; the first answer counts."""
    with transaction.atomic():
        rij = _antwoordt(ontvanger)
        rij.geen_tips = False
        rij.save(update_fields=["antwoord_op", "geen_tips"])
        rij.tips.add(inzending)


def zegt_geen_tips(*, ontvanger: Uitvraagontvanger, netwerk: str) -> None:
    """Note that ``ontvanger`` knows nobody; who gave a tip before keeps it.

    Raises:
        limiet.TeVaak: too often from this network.
    """
    limiet.tel("uitvraag", netwerk, hoogstens=ANTWOORDEN_PER_UUR, per=timedelta(hours=1))
    with transaction.atomic():
        rij = _antwoordt(ontvanger)
        rij.geen_tips = not rij.tips.exists()
        rij.save(update_fields=["antwoord_op", "geen_tips"])


def _antwoordt(ontvanger: Uitvraagontvanger) -> Uitvraagontvanger:
    rij = Uitvraagontvanger.objects.select_for_update().get(pk=ontvanger.pk)
    eerste: datetime = rij.antwoord_op or timezone.now()
    rij.antwoord_op = eerste
    return rij
