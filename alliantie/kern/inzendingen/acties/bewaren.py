"""How long we keep what: personal data goes when its time is over, and so does what was never meant to stay."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from alliantie.kern.inzendingen.keuzes import Spreker, Status
from alliantie.kern.models import Bijlage, Inzending, Statuswissel, Toegang
from alliantie.kern.models.inzending import InzendingQuerySet

PERSOONLIJK = ("afzender_", "groep_")  # what the names of fields about persons begin with
PERSOONLIJKE_JSON = ("gegevens", "doel_waarden", "bewerking")
MISSCHIEN_BEZIG = timedelta(days=1)  # a younger file may belong to somebody who is sending it right now
LINK_NA_VERLOOP = timedelta(days=30)  # so that a late reader is told that a link is too old


def is_persoonlijk(veld: str) -> bool:
    """Whether the field ``veld`` of a form says who somebody is, or how to reach somebody."""
    return veld.startswith(PERSOONLIJK)


def wis_persoonsgegevens(*, inzending: Inzending) -> Inzending:
    """Take away who sent it, what that person said, and every way in. Kind, status and dates stay, to count with.

    What was placed on the site stays: it belongs to the catalogue. The files of what was not placed go.

    Returns:
        The row as it now stands. A second call changes nothing.
    """
    with transaction.atomic():
        rij = Inzending.objects.select_for_update(of=("self",)).get(pk=inzending.pk)
        if rij.gewist_op:
            return rij
        rij.naam = rij.email = rij.telefoon = rij.groep_email = ""
        rij.code_afdruk = None
        for veld in PERSOONLIJKE_JSON:
            setattr(rij, veld, zonder_personen(getattr(rij, veld)))
        rij.gewist_op = timezone.now()
        rij.save(
            update_fields=[
                "naam",
                "email",
                "telefoon",
                "groep_email",
                "code_afdruk",
                *PERSOONLIJKE_JSON,
                "gewist_op",
            ]
        )
        rij.dialoog.filter(van__in=[Spreker.AFZENDER, Spreker.GROEP]).update(tekst="")
        for regel in rij.dialoog.filter(waarde_toen__isnull=False):
            if is_persoonlijk(regel.veld):
                regel.waarde_toen = None
                regel.save(update_fields=["waarde_toen"])
        if rij.status != Status.GOEDGEKEURD:
            rij.bijlagen.all().delete()
        Toegang.objects.van(rij).delete()
        rij.berichten.all().delete()
    return rij


def zonder_personen(waarden: Any, begin: tuple[str, ...] = PERSOONLIJK) -> Any:
    """Return the answers without those whose field begins with one of ``begin``."""
    if not isinstance(waarden, dict):
        return waarden
    return {naam: waarde for naam, waarde in waarden.items() if not naam.startswith(begin)}


def verwijder_helemaal(*, inzendingen: InzendingQuerySet, wacht: bool = False) -> int:
    """Throw these away with everything that hangs on them: files, links, mails, history. Return how many went.

    Args:
        wacht: wait for who is writing in one of them at this moment; else that one stays, for the next night.
    """
    with transaction.atomic():
        sleutels = list(
            inzendingen.select_for_update(of=("self",), skip_locked=not wacht)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        soort = ContentType.objects.get_for_model(Inzending)
        Toegang.objects.filter(doel_soort=soort, doel_id__in=sleutels).delete()
        Statuswissel.objects.filter(soort=soort, object_id__in=sleutels).delete()
        for inzending in Inzending.objects.filter(pk__in=sleutels):
            inzending.berichten.all().delete()
            inzending.delete()
    return len(sleutels)


def ruim_inzendingen_op() -> dict[str, int]:
    """Apply ``settings.BEWAARTERMIJNEN`` to the inzendingen and their links; return how many of each went."""
    termijnen = settings.BEWAARTERMIJNEN
    concepten = verwijder_helemaal(inzendingen=Inzending.objects.verlaten_concepten())
    weg = verwijder_helemaal(inzendingen=Inzending.objects.spam_en_ingetrokken(termijnen["spam"]))
    gewist = 0
    for inzending in Inzending.objects.uitgewerkt(termijnen["inzendingen"]):
        wis_persoonsgegevens(inzending=inzending)
        gewist += 1
    links, _ = Toegang.objects.filter(verloopt_op__lt=timezone.now() - LINK_NA_VERLOOP).delete()
    return {
        "concepten": concepten,
        "spam": weg,
        "inzendingen": gewist,
        "links": links,
        "losse_bestanden": ruim_losse_bestanden_op(),
    }


def ruim_losse_bestanden_op() -> int:
    """Throw away the files that no attachment knows; return how many.

    A process that is killed while a photo comes in leaves the file and not the row: nobody would ever find it again.
    """
    veld = Bijlage._meta.get_field("bestand")
    opslag, map_ = veld.storage, str(veld.upload_to)
    try:
        _, namen = opslag.listdir(map_)
    except FileNotFoundError:  # nothing came in yet
        return 0
    bekend = {pad for paar in Bijlage.objects.values_list("bestand", "klein") for pad in paar}
    grens = timezone.now() - MISSCHIEN_BEZIG
    los = [pad for naam in namen if (pad := f"{map_}{naam}") not in bekend]
    oud = [pad for pad in los if opslag.get_modified_time(pad) < grens]
    for pad in oud:
        opslag.delete(pad)
    return len(oud)
