"""How long we keep who signed up: some weeks after the meeting the persons go, and the numbers stay for the report."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from alliantie.kern.inzendingen.toegang import trek_links_in
from alliantie.kern.models import Bericht, Statuswissel
from bijeenkomsten.acties.aanmelden import meld_af
from bijeenkomsten.acties.plekken import op_slot
from bijeenkomsten.models import Aanmelding

PERSOONLIJK = ("naam", "email", "telefoon", "van", "hulp", "eten", "reden_team")


def wis_aanmelding(*, aanmelding: Aanmelding) -> Aanmelding:
    """Take away who it was, what that person needed, and every way in. How many came stays, to count with.

    Who did not come yet gives the place up first. A second call changes nothing.

    Returns:
        The row as it now stands.
    """
    with transaction.atomic():
        op_slot(aanmelding.bijeenkomst_id)
        rij = Aanmelding.objects.select_related("bijeenkomst").get(pk=aanmelding.pk)
        if rij.gewist_op:
            return rij
        if rij.is_lopend and not rij.bijeenkomst.is_voorbij and not rij.bijeenkomst.is_afgelast:
            rij = meld_af(aanmelding=rij, met_mail=False)
        for veld in PERSOONLIJK:
            setattr(rij, veld, "")
        rij.code_afdruk = None
        rij.gewist_op = timezone.now()
        rij.save(update_fields=[*PERSOONLIJK, "code_afdruk", "gewist_op"])
        trek_links_in(rij)
        Bericht.objects.filter(sleutel__startswith=f"aanmelding:{rij.pk}:").delete()
        soort = ContentType.objects.get_for_model(Aanmelding)
        Statuswissel.objects.filter(soort=soort, object_id=rij.pk).update(reden="")
    return rij


def wis_oude_aanmeldingen() -> int:
    """Apply ``BEWAARTERMIJNEN["aanmeldingen"]``; return of how many sign-ups the persons went."""
    te_wissen = Aanmelding.objects.te_wissen(settings.BEWAARTERMIJNEN["aanmeldingen"])
    rijen = list(te_wissen.order_by("pk"))
    for rij in rijen:
        wis_aanmelding(aanmelding=rij)
    return len(rijen)
