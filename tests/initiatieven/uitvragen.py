"""What the tests of uitvragen share: the link in a mail, and a page that was open for a while."""

import time
from typing import Any

from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.toegang import maak_link
from alliantie.kern.models import Bericht
from initiatieven import acties
from initiatieven.models import Uitvraag, Uitvraagontvanger
from tests.factories import ProjectteamFactory
from tests.hulp import Velden, formulier


def verstuurd(uitvraag: Uitvraag) -> Uitvraag:
    """Send an uitvraag; everybody in it is asked."""
    acties.verstuur_uitvraag(uitvraag=uitvraag, door=ProjectteamFactory())
    uitvraag.refresh_from_db()
    return uitvraag


def adres_in(bericht: Bericht) -> str:
    """Return the path of the link that a mail sends its reader to."""
    (regel,) = (regel for regel in bericht.tekst.splitlines() if regel.startswith("http"))
    return "/" + regel.split("/", 3)[3]


def adres_van(ontvanger: Uitvraagontvanger) -> str:
    """Return the path of a new personal page."""
    token = maak_link(doel=ontvanger, rol=Toegangsrol.NETWERK, gemaild_aan=ontvanger.email)
    return f"/uitvraag/{token}/"


def open_een_tijd(client: Any, adres: str, monkeypatch: Any, seconden: int = 60) -> Velden:
    """Return the fields of the form of a tip as it was opened so long ago."""
    nu = time.time
    with monkeypatch.context() as klok:
        klok.setattr(time, "time", lambda: nu() - seconden)
        return formulier(client.get(adres), "tip_wat")
