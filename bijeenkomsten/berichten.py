"""The mails about a sign-up: which goes out when. The words are in ``templates/mail/``.

Each is keyed by what caused it, so that one cause makes one mail, also when a job runs twice.
"""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from alliantie.kern import post
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from bijeenkomsten.agenda import agenda
from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Aanmelding, Bijeenkomst


def link_naar(aanmelding: Aanmelding) -> str:
    """Return a new address that opens this sign-up."""
    over = aanmelding.geldig_tot - timezone.now()
    token = toegang.maak_link(
        doel=aanmelding, rol=Toegangsrol.AANMELDING, gemaild_aan=aanmelding.email, geldig=over
    )
    return f"{settings.SITE_URL}{reverse('bijeenkomsten:aanmelding', args=[token])}"


def over_bijeenkomst(bijeenkomst: Bijeenkomst) -> dict[str, Any]:
    """Return what a mail can tell of the meeting itself."""
    return {
        "titel": bijeenkomst.titel,
        "wanneer": bijeenkomst.wanneer,
        "waar": ", ".join(filter(None, [bijeenkomst.waar, bijeenkomst.adres])),
        "pagina": f"{settings.SITE_URL}{bijeenkomst.get_absolute_url()}",
    }


def context_van(aanmelding: Aanmelding) -> dict[str, Any]:
    """Return what every mail to who signed up can tell."""
    met_plek = aanmelding.status == Stand.GEPLAATST
    return over_bijeenkomst(aanmelding.bijeenkomst) | {
        "naam": aanmelding.naam,
        "meedoen": aanmelding.bijeenkomst.online_link if met_plek else "",
        "aantal": f"{aanmelding.aantal} {'mens' if aanmelding.aantal == 1 else 'mensen'}",
        "link": link_naar(aanmelding),
        "code": toegang.code_van(aanmelding),
        "bevestigen_voor": tijdstip(aanmelding.bevestigen_voor),
    }


def tijdstip(moment: Any) -> str:
    """Return a moment in words: "dinsdag 8 december, 19.30 uur"; "" for none."""
    if moment is None:
        return ""
    lokaal = timezone.localtime(moment)
    return f"{date_format(lokaal, 'l j F')}, {lokaal:%H.%M}\u00a0uur"


def _mail(aanmelding: Aanmelding, soort: str, oorzaak: str, *, met_agenda: bool = False) -> None:
    if not aanmelding.email:
        return
    post.leg_klaar(
        sleutel=f"aanmelding:{aanmelding.pk}:{oorzaak}",
        soort=soort,
        aan=aanmelding.email,
        context=context_van(aanmelding),
        agenda=agenda([aanmelding.bijeenkomst]).decode() if met_agenda else "",
    )


def aangemeld(aanmelding: Aanmelding) -> None:
    """Tell how it stands: a place, with a calendar file, or the waiting list."""
    if aanmelding.status == Stand.GEPLAATST:
        _mail(aanmelding, "aanmelding_plek", "aangemeld", met_agenda=True)
    else:
        _mail(aanmelding, "aanmelding_wachtlijst", "aangemeld")


def plek_vrij(aanmelding: Aanmelding) -> None:
    """Tell the head of the line that there is a place, and until when to say yes."""
    _mail(aanmelding, "aanmelding_plek_vrij", f"plek:{aanmelding.bevestigen_voor:%Y%m%d%H%M%S%f}")


def bevestigd(aanmelding: Aanmelding) -> None:
    _mail(aanmelding, "aanmelding_plek", "bevestigd", met_agenda=True)


def afgemeld(aanmelding: Aanmelding) -> None:
    _mail(aanmelding, "aanmelding_afgemeld", "afgemeld")


def vervallen(aanmelding: Aanmelding) -> None:
    _mail(aanmelding, "aanmelding_vervallen", f"vervallen:{aanmelding.volgnummer}")


def aantal_gewijzigd(aanmelding: Aanmelding) -> None:
    _mail(
        aanmelding,
        "aanmelding_aantal",
        f"aantal:{timezone.now():%Y%m%d%H%M%S%f}",
        met_agenda=aanmelding.status == Stand.GEPLAATST,
    )


def sleutel_herinnering(aanmelding: Aanmelding, wanneer: str) -> str:
    """Return the key of a reminder: once per day on which the meeting is, so that another day makes another one."""
    dag = timezone.localtime(aanmelding.bijeenkomst.begin)
    return f"aanmelding:{aanmelding.pk}:herinnering:{wanneer}:{dag:%Y%m%d}"


def herinnering(aanmelding: Aanmelding, wanneer: str) -> None:
    """Remind of the meeting; ``wanneer`` is "week" or "dag"."""
    oorzaak = sleutel_herinnering(aanmelding, wanneer).partition(f"{aanmelding.pk}:")[2]
    _mail(aanmelding, f"aanmelding_herinnering_{wanneer}", oorzaak)
