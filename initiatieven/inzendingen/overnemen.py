"""Put what the team accepted in the catalogue: fields, photos, documents, and who can be reached."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify

from alliantie.kern.bestanden import nieuwe_naam
from alliantie.kern.inzendingen.acties.fouten import NietCompleet
from alliantie.kern.keuzes import Toestemming
from alliantie.kern.models import Bijlage, Gebruiker, Inzending
from initiatieven import acties
from initiatieven.inzendingen.velden import WEET_NIET
from initiatieven.keuzes import Fase
from initiatieven.models import Contactpersoon, Document, Doelgroep, Foto, Initiatief, Thema, Vermelding


def huidige_waarden(vermelding: Vermelding, velden: Iterable[str]) -> dict[str, Any]:
    """Return what stands in ``velden`` now, in the shape in which a form sends it."""
    waarden: dict[str, Any] = {}
    for veld in velden:
        match veld:
            case "hoofdthema":
                waarden[veld] = vermelding.hoofdthema.slug
            case "doelgroepen":
                waarden[veld] = sorted(groep.slug for groep in vermelding.doelgroepen.all())
            case "gemeente":
                waarden[veld] = str(vermelding.gemeente_id or "")
            case "waar":
                waarden[veld] = vermelding.plaatsnaam
            case _:
                waarde = getattr(vermelding, veld)
                waarden[veld] = "" if waarde is None else str(waarde)
    return waarden


def zet_velden(vermelding: Vermelding, waarden: Mapping[str, Any]) -> None:
    """Put cleaned values on ``vermelding``; it is not saved yet.

    Raises:
        NietCompleet: a value that the sender may leave open must be chosen by the team.
    """
    for veld, waarde in waarden.items():
        if veld == "hoofdthema":
            if waarde in {"", WEET_NIET}:
                raise NietCompleet({"hoofdthema": ["Kies een thema"]})
            vermelding.hoofdthema = Thema.objects.get(slug=waarde)
        elif veld not in {"doelgroepen", "waar"}:
            setattr(vermelding, veld, waarde)
    if vermelding.fase != Fase.GESTOPT:
        vermelding.gestopt_jaar = None


def bewaar(
    vermelding: Vermelding, waarden: Mapping[str, Any], *, inzending: Inzending, door: Gebruiker
) -> None:
    """Save ``vermelding`` with its lists; the history tells from which inzending it came and who accepted it.

    Raises:
        NietCompleet: the catalogue does not take it like this.
    """
    vermelding.soort = vermelding.soort or vermelding.SOORT  # what full_clean judges a new one by
    vermelding._change_reason = herkomst(inzending)  # type: ignore[attr-defined]
    vermelding._history_user = door  # type: ignore[attr-defined]
    try:
        vermelding.full_clean(validate_unique=False)
    except ValidationError as fout:
        raise NietCompleet({veld: list(teksten) for veld, teksten in fout.message_dict.items()}) from fout
    vermelding.save()
    if "doelgroepen" in waarden:
        vermelding.doelgroepen.set(Doelgroep.objects.filter(slug__in=waarden["doelgroepen"]))


def herkomst(inzending: Inzending) -> str:
    """Return where a change came from, for the history: no name, which would stay there for ever."""
    dag = timezone.localtime(inzending.ingediend_op or inzending.aangemaakt_op)
    return f"Inzending {inzending.pk} van {dag:%d-%m-%Y}"


def neem_bijlagen_over(vermelding: Vermelding, inzending: Inzending, door: Gebruiker) -> None:
    """Copy the photos and documents that the team takes over; what came in stays where it is until it is erased."""
    for bijlage in inzending.bijlagen.filter(overnemen=True):
        if bijlage.is_foto:
            onderdeel: Foto | Document = Foto(
                vermelding=vermelding,
                beeld=_kopie(bijlage),
                alt=bijlage.definitieve_omschrijving[:200],
                toestemming=bijlage.toestemming or Toestemming.NOG_VRAGEN,
                volgorde=32000,
            )
        else:
            onderdeel = Document(
                vermelding=vermelding,
                bestand=_kopie(bijlage),
                titel=bijlage.definitieve_omschrijving[:120] or "Document",
                volgorde=32000,
            )
        onderdeel._change_reason = herkomst(inzending)  # type: ignore[union-attr]
        onderdeel._history_user = door  # type: ignore[union-attr]
        onderdeel.save()
    acties.hernummer(rijen=vermelding.fotos.all())
    acties.hernummer(rijen=vermelding.documenten.all())


def _kopie(bijlage: Bijlage) -> ContentFile:
    with bijlage.bestand.open("rb") as bestand:
        return ContentFile(bestand.read(), nieuwe_naam(bijlage.uitgang))


def onthoud_contactpersoon(initiatief: Initiatief, inzending: Inzending) -> None:
    """Remember whom the portal writes to. Mail is passed on only to who showed that the address is theirs."""
    if not inzending.email and not inzending.telefoon:
        return
    zelfde = initiatief.contactpersonen.filter(email__iexact=inzending.email, telefoon=inzending.telefoon)
    if zelfde.exists():
        return
    Contactpersoon.objects.create(
        initiatief=initiatief,
        naam=inzending.naam[:120] or "Onbekend",
        email=inzending.email,
        telefoon=inzending.telefoon,
        akkoord_op=timezone.localdate() if inzending.email_bevestigd_op else None,
    )


def vrij_adres(titel: str) -> str:
    """Return an address on the site after ``titel`` that nothing has yet."""
    basis = slugify(titel)[:110] or f"initiatief-{secrets.token_hex(3)}"
    adres, nummer = basis, 1
    while Vermelding.objects.filter(slug=adres).exists():
        nummer += 1
        adres = f"{basis}-{nummer}"
    return adres
