"""What came in from outside, made with the real acties: begun, filled in and sent."""

import secrets
from datetime import timedelta
from typing import Any

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from alliantie.kern.inzendingen.acties import behandelen, besluiten, invullen, reageren
from alliantie.kern.inzendingen.keuzes import Bijlagesoort, Status
from alliantie.kern.inzendingen.soort import soort_met
from alliantie.kern.models import Gebruiker, Inzending
from alliantie.kern.post import Mail
from initiatieven.models import Methodiek, Thema
from tests.factories.bestanden import document_inhoud, foto_inhoud
from tests.factories.gebruikers import ProjectteamFactory
from tests.factories.lijsten import ThemaFactory
from tests.factories.vermeldingen import InitiatiefFactory

LANG_GENOEG = timedelta(seconds=10)  # nobody fills in a form faster than a person can
WIE = {
    "afzender_naam": "Ria de Buurvrouw",
    "namens": "zelf",
    "afzender_bereik": "mail",
    "afzender_email": "ria@prive.example",
    "afzender_telefoon": "06 12 34 56 78",
    "akkoord": "on",
}
NIEUW = {
    "titel": "Eettafel De Brug",
    "waar": "Tilburg",
    "fase": "draait",
    "begonnen_jaar": "2019",
    "samenvatting": "Wij koken elke week met buren.",
    "doelgroepen": [],
    "mensen_bereikt": "40",
    "verhaal": "Vijf buren begonnen met één pan soep. Nu eten er veertig mensen mee.",
    "geleerd": "Begin klein.",
    "website": "",
}
AANVULLING = {"kies": ["verhaal"], "verhaal": "Vijf buren begonnen met twee pannen soep."}
AANVULLING_METHODIEK = {"kies": ["in_het_kort"], "in_het_kort": "Mensen delen wat zij over hebben."}


def _getypt(soort: str) -> dict[str, Any]:
    if soort == "initiatief":
        thema = Thema.objects.first() or ThemaFactory(naam="Eten", slug="eten")
        return NIEUW | {"hoofdthema": thema.slug} | WIE
    return (AANVULLING_METHODIEK if soort == "aanvulling_methodiek" else AANVULLING) | WIE


class InzendingFactory(factory.django.DjangoModelFactory):
    """An inzending of ``soort``, as it is after it was sent; ``status`` says how far it is.

    ``gegevens`` is what is typed otherwise than usual; ``doel`` what an addition is about; ``fotos`` and ``papieren``
    how many come along; ``door`` who of the team took it up, asked or decided.
    """

    class Meta:
        model = Inzending

    soort = "initiatief"
    doel = None
    gegevens = factory.LazyFunction(dict)
    fotos = 0
    papieren = 0
    status = Status.INGEDIEND
    door = None

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **wens: Any) -> Inzending:
        soort, doel = wens["soort"], wens["doel"]
        if doel is None and soort != "initiatief":
            doel = InitiatiefFactory(titel="Eettafel De Brug", gepubliceerd=True)
        if isinstance(doel, Methodiek):
            soort = "aanvulling_methodiek"
        inzending, _ = invullen.begin(
            soort=soort_met(soort),
            getypt={},
            sleutel=secrets.token_hex(16),
            netwerk=f"test-{secrets.token_hex(8)}",
            doel=doel,
        )
        inzending = invullen.bewaar(inzending=inzending, getypt=_getypt(soort) | wens["gegevens"])
        for nummer in range(wens["fotos"]):
            voeg_foto_toe(
                inzending, f"Een tafel met {nummer + 4} borden", kleur=("#e4572e", "#4e9a4a")[nummer % 2]
            )
        for _ in range(wens["papieren"]):
            _voeg_toe(inzending, Bijlagesoort.DOCUMENT, document_inhoud(), "pdf", "Draaiboek")
        model_class.objects.filter(pk=inzending.pk).update(aangemaakt_op=timezone.now() - LANG_GENOEG)
        inzending.refresh_from_db()
        return breng_naar(inzending, Status(wens["status"]), wens["door"])


def voeg_foto_toe(inzending: Inzending, omschrijving: str, *, kleur: str = "#e4572e") -> None:
    """Send a photo along with an inzending that was not sent yet."""
    inhoud = foto_inhoud(900, 600, kleur=kleur)
    _voeg_toe(inzending, Bijlagesoort.FOTO, inhoud, "jpg", omschrijving, "geen_mensen")


def _voeg_toe(
    inzending: Inzending, soort: Bijlagesoort, inhoud: bytes, uitgang: str, wat: str, toestemming: str = ""
) -> None:
    bestand = ContentFile(inhoud, f"{secrets.token_hex(16)}.{uitgang}")
    bijlage = invullen.voeg_bijlage_toe(inzending=inzending, soort=soort, bestand=bestand)
    invullen.beschrijf_bijlage(bijlage=bijlage, omschrijving=wat, toestemming=toestemming)


def breng_naar(inzending: Inzending, status: Status, door: Gebruiker | None = None) -> Inzending:
    """Take an inzending that was not sent yet as far as ``status``, with the acties that do so."""
    if status == Status.CONCEPT:
        return inzending
    inzending = invullen.verstuur(inzending=inzending)
    if status == Status.INGEDIEND:
        return inzending
    if status == Status.INGETROKKEN:
        return reageren.trek_in(inzending=inzending)
    door = door or ProjectteamFactory()
    inzending = behandelen.pak_op(inzending=inzending, door=door)
    gezien = inzending.versie
    match status:
        case Status.VRAAG_GESTELD:
            return behandelen.stel_vragen(
                inzending=inzending,
                door=door,
                gezien=gezien,
                vragen=[("verhaal", "Wanneer begon het?")],
                mail=Mail("Wij hebben 1 vraag", "Wanneer begon het?\n\n[link]"),
            )
        case Status.GOEDGEKEURD:
            versie = soort_met(inzending.soort).doel_versie(inzending.doel)
            return besluiten.keur_goed(inzending=inzending, door=door, gezien=gezien, doel_gezien=versie)
        case Status.AFGEWEZEN:
            return besluiten.wijs_af(inzending=inzending, door=door, gezien=gezien, reden="Past niet.")
    return inzending
