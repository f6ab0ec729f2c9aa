"""What the weekly check of websites writes down."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from initiatieven.linkcontrole import Uitslag
from initiatieven.models import Linkcontrole


def vergeet_oude_links() -> int:
    """Forget the checks of addresses that the site shows nowhere any more; return how many."""
    in_gebruik = Linkcontrole.objects.in_gebruik().values("pk")
    return Linkcontrole.objects.exclude(pk__in=in_gebruik).delete()[0]


def verwerk_linkcontrole(*, url: str, uitslag: Uitslag, ronde: datetime) -> None:
    """Write down whether ``url`` works, once per ``ronde`` (when the weekly check began)."""
    nu = timezone.now()
    with transaction.atomic():
        rij, nieuw = Linkcontrole.objects.select_for_update().get_or_create(
            url=url, defaults={"gecontroleerd_op": nu}
        )
        if not nieuw and rij.gecontroleerd_op >= ronde:
            return
        rij.gecontroleerd_op = nu
        rij.http_status = uitslag.http_status
        rij.fout = uitslag.fout
        rij.keren_stuk = 0 if uitslag.werkt else rij.keren_stuk + 1
        rij.stuk_sinds = None if uitslag.werkt else rij.stuk_sinds or timezone.localdate(nu)
        rij.save()
