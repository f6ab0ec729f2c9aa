"""An addition to an initiatief: sent by a passer-by, accepted by the team."""

from typing import Any

from django.test import Client

from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven.models import Initiatief
from tests.factories import InitiatiefFactory, gemeente
from tests.kern.inzendingen.afzender import begonnen, lang_genoeg, verstuur

BRUG = "/initiatieven/brug/"
WIE = {"afzender_naam": "Piet", "namens": "ander"}
BEREIK = {"afzender_bereik": "mail", "afzender_email": "piet@prive.example"}
OUD, NIEUW = "Vijf buren begonnen met één pan soep.", "Nu koken wij in het schoolgebouw."


def maak_brug() -> Initiatief:
    """A published initiatief behind ``BRUG``, with ``OUD`` as its story."""
    return InitiatiefFactory(
        slug="brug",
        titel="Eettafel De Brug",
        gemeente=gemeente("Tilburg"),
        plaats="",
        fase="draait",
        begonnen_jaar=2015,
        verhaal=OUD,
        geleerd="Begin klein.",
        gepubliceerd=True,
    )


def stuur(
    client: Client, kies: list[str], *, op: str = BRUG, wie: Any = WIE, **schermen: dict[str, Any]
) -> Inzending:
    """Fill in an addition as a visitor does, and send it."""
    inzending, hier = begonnen(client, f"{op}aanvullen/", kies=kies)
    for scherm, getypt in {**schermen, "wie": wie, "bereik": BEREIK}.items():
        antwoord = client.post(f"{hier}vraag/{scherm}/", getypt)
        assert antwoord.status_code == 302, scherm
    lang_genoeg(inzending)
    verstuur(client, inzending)
    inzending.refresh_from_db()
    assert inzending.status == Status.INGEDIEND
    return inzending


def pak_op(inzending: Inzending, els: Gebruiker) -> Inzending:
    return behandelen.pak_op(inzending=inzending, door=els)


def keur_goed(inzending: Inzending, els: Gebruiker, doel_gezien: str | None = None) -> Inzending:
    """Accept it as the desk shows it now."""
    if doel_gezien is None:
        doel_gezien = soort_van(inzending).doel_versie(Inzending.objects.get(pk=inzending.pk).doel)
    return besluiten.keur_goed(
        inzending=inzending, door=els, gezien=inzending.versie, doel_gezien=doel_gezien
    )


def accepteer(inzending: Inzending, els: Gebruiker) -> Inzending:
    return keur_goed(pak_op(Inzending.objects.get(pk=inzending.pk), els), els)
