"""What of the meetings needs attention, for the start page of the admin."""

from datetime import timedelta

from django.db.models import Min, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from alliantie.kern.beheer import Aandacht, vragen_aandacht
from alliantie.kern.rollen import REDACTIE, heeft_rol
from bijeenkomsten.admin.filters import binnenkort, zonder_verslag
from bijeenkomsten.keuzes import Stand, Status
from bijeenkomsten.models import Aanmelding, Bijeenkomst


def van_de_bijeenkomsten(request: HttpRequest) -> list[Aandacht]:
    lijst = reverse("admin:bijeenkomsten_bijeenkomst_changelist")
    punten = [
        Aandacht(
            "Bijeenkomsten binnen twee weken",
            binnenkort(Bijeenkomst.objects.all()).count(),
            f"{lijst}?wanneer=binnenkort",
            "Kijk of alles klaar is.",
        ),
        Aandacht(
            "Bijeenkomsten zonder verslag",
            zonder_verslag(Bijeenkomst.objects.all()).count(),
            f"{lijst}?wanneer=zonder_verslag",
            "Schrijf kort op hoe het was.",
        ),
    ]
    return [*_te_bellen(), *punten] if heeft_rol(request.user, REDACTIE) else punten  # type: ignore[arg-type]


def _te_bellen() -> list[Aandacht]:
    """Say whom no mail reaches: who can have a place until tonight, and who waits for one."""
    morgen = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    zonder_mail = Aanmelding.objects.filter(
        email="",
        gewist_op__isnull=True,
        bijeenkomst__status=Status.GEPUBLICEERD,
        bijeenkomst__begin__gt=timezone.now(),
    )
    vandaag = zonder_mail.filter(status=Stand.AANGEBODEN, bevestigen_voor__lt=morgen)
    wachten = zonder_mail.filter(status=Stand.WACHTLIJST)
    return [
        Aandacht(
            "Vrije plekken die vandaag vervallen",
            vandaag.count(),
            _waar(vandaag),
            "Bel deze mensen. Zij hebben geen mailadres.",
        ),
        Aandacht(
            "Mensen zonder mailadres op een wachtlijst",
            wachten.count(),
            _waar(wachten),
            "Bel als er plek voor hen is.",
        ),
    ]


def _waar(rijen: QuerySet[Aanmelding]) -> str:
    """Return where to find them: the meeting that begins first."""
    eerste = rijen.values("bijeenkomst").annotate(begin=Min("bijeenkomst__begin")).order_by("begin").first()
    if eerste is None:
        return ""
    return reverse("admin:bijeenkomsten_bijeenkomst_aanmeldingen", args=[eerste["bijeenkomst"]]) + "#bellen"


vragen_aandacht.append(van_de_bijeenkomsten)
