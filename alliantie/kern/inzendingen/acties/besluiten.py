"""The decisions of the team. A decision is about a text: nothing about a person changes by it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from alliantie.kern import post
from alliantie.kern.inzendingen import bewerking
from alliantie.kern.inzendingen.acties.behandelen import neem_op_slot
from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd, NietCompleet
from alliantie.kern.inzendingen.acties.rij import vul_links_in
from alliantie.kern.inzendingen.keuzes import OVERGANGEN, Status, Uitkomst
from alliantie.kern.inzendingen.soort import Soort, soort_van
from alliantie.kern.models import Gebruiker, Inzending
from alliantie.kern.status import wissel_status

KIES_HIER = "Dit veranderde op de site. Kies wat het wordt"


def keur_goed(
    *,
    inzending: Inzending,
    door: Gebruiker,
    gezien: int,
    doel_gezien: str = "",
    mail: post.Mail | None = None,
) -> Inzending:
    """Take over what the team chose: make something new, or change what is there; and tell the sender.

    Args:
        gezien: the ``versie`` of the inzending that was on the screen.
        doel_gezien: what ``soort.doel_versie`` said of the target then; "" when there is none.
        mail: the mail as the team read it; ``None`` when the sender has no address.

    Raises:
        IntussenVeranderd: a colleague, the sender, or somebody who edited the target was first.
        NietCompleet: something is still needed before the public can see it.
        NietToegestaan
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "goedkeuren", door, gezien)
        soort = soort_van(rij)
        doel = _doel_op_slot(soort, rij, doel_gezien)
        waarden = gecontroleerd(rij, doel)
        samen = doel is not None and not soort.is_aanvulling
        uitkomst = Uitkomst.SAMENGEVOEGD if samen else soort.uitkomst
        rij.bewerking = rij.bewerking | {
            stand.naam: {"keuze": stand.keuze, "waarde": stand.waarde}
            for stand in bewerking.veldstanden(rij, doel)
            if stand.is_veranderd
        }
        rij.save(update_fields=["bewerking"])
        resultaat = soort.pas_toe(inzending=rij, waarden=waarden, door=door, doel=doel)
        if resultaat is not None and rij.doel_id is None:
            rij.doel_soort = ContentType.objects.get_for_model(resultaat)
            rij.doel_id = resultaat.pk
            rij.save(update_fields=["doel_soort", "doel_id"])
        rij = _beslis(rij, Status.GOEDGEKEURD, door, uitkomst)
        _mail(rij, "inzending_samengevoegd" if samen else soort.mail_goedgekeurd, mail)
    return rij


def wijs_af(
    *, inzending: Inzending, door: Gebruiker, gezien: int, reden: str, mail: post.Mail | None = None
) -> Inzending:
    """Do not put it on the site, with a reason that the sender can do something with.

    Raises:
        IntussenVeranderd, NietToegestaan
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "afwijzen", door, gezien)
        rij = _beslis(rij, Status.AFGEWEZEN, door, Uitkomst.NIET_GEPLAATST, reden)
        _mail(rij, "inzending_afgewezen", mail)
    return rij


def meld_spam(*, inzending: Inzending, door: Gebruiker, gezien: int | None = None) -> Inzending:
    """Put it away as spam: no mail goes out, and it is thrown away soon.

    Raises:
        IntussenVeranderd, NietToegestaan
    """
    with transaction.atomic():
        rij = neem_op_slot(inzending, "spam", door, gezien)
        return _beslis(rij, Status.AFGEWEZEN, door, Uitkomst.SPAM, "spam")


def heropen(*, inzending: Inzending, door: Gebruiker) -> Inzending:
    """Look again at what was refused."""
    with transaction.atomic():
        rij = neem_op_slot(inzending, "heropenen", door, None)
        rij.behandelaar = door
        rij.versie += 1
        rij.save(update_fields=["behandelaar", "versie"])
        return wissel_status(
            rij,
            Status.IN_BEHANDELING,
            overgangen=OVERGANGEN,
            door=door,
            reden="opnieuw bekeken",
            uitkomst="",
            beslist_op=None,
        )


def _beslis(rij: Inzending, naar: Status, door: Gebruiker, uitkomst: Uitkomst, reden: str = "") -> Inzending:
    rij.behandelaar = door
    rij.versie += 1
    rij.save(update_fields=["behandelaar", "versie"])
    return wissel_status(
        rij,
        naar,
        overgangen=OVERGANGEN,
        door=door,
        reden=reden,
        uitkomst=uitkomst,
        beslist_op=timezone.now(),
    )


def _doel_op_slot(soort: Soort, rij: Inzending, gezien: str) -> models.Model | None:
    """Return the target, locked until the end of the transaction, if it is still what was on the screen."""
    if rij.doel_id is None:
        return None
    doel = soort.op_slot(rij.doel_id)
    if doel is None:
        raise IntussenVeranderd("De pagina waar dit over gaat, is weggegooid")
    if gezien != soort.doel_versie(doel):
        raise IntussenVeranderd("De pagina waar dit over gaat, is intussen veranderd")
    return doel


def gecontroleerd(rij: Inzending, doel: models.Model | None) -> dict[str, Any]:
    """Return the cleaned values of what the team takes over.

    Raises:
        NietCompleet: a field must still be mended or chosen.
    """
    soort = soort_van(rij)
    if botsingen := bewerking.onbeslist(rij, doel):
        raise NietCompleet({stand.naam: [KIES_HIER] for stand in botsingen})
    form = bewerking.teamform(soort, bewerking.definitief(rij, doel))
    if not form.is_valid():
        raise NietCompleet({naam: [str(fout) for fout in lijst] for naam, lijst in form.errors.items()})
    return form.cleaned_data


def _mail(rij: Inzending, soort: str, mail: post.Mail | None) -> None:
    if mail is None or not rij.email:
        return
    post.leg_klaar(
        sleutel=f"inzending:{rij.pk}:besluit:{rij.versie}",
        soort=soort,
        aan=rij.email,
        mail=vul_links_in(rij, mail),
        inzending=rij,
    )
