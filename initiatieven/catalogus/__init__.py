"""Read the first catalogue (TOML files beside this one) into an empty database.

Every text is our own, from public sources that each file names; all of it is marked as sample content.
"""

import tomllib
import zlib
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from initiatieven import acties, zoeken
from initiatieven.models import (
    Aandachtspunt,
    Betrokkene,
    Bron,
    Doelgroep,
    Financiering,
    Gemeente,
    Initiatief,
    Methodiek,
    Oordeel,
    Organisatie,
    Stap,
    Synoniem,
    Thema,
)

MAP = Path(__file__).parent
Rij = dict[str, Any]


def laad() -> int:
    """Load lists, organisations, methodieken and initiatieven in one transaction; return how many items there are."""
    with transaction.atomic():
        _laad_lijsten()
        methodieken = [_lees(bestand) for bestand in sorted((MAP / "methodieken").glob("*.toml"))]
        # Mixed, and the same each time, so that what is newest is not all of one kind.
        gemengd = sorted(
            (MAP / "initiatieven").glob("*.toml"), key=lambda bestand: zlib.crc32(bestand.name.encode())
        )
        initiatieven = [_lees(bestand) for bestand in gemengd]
        for rij in methodieken:
            _laad_methodiek(rij)
        for rij in initiatieven:
            _laad_initiatief(rij)
        for rij in initiatieven:
            if "geinspireerd_op" in rij:
                voorbeeld = Initiatief.objects.get(slug=rij["geinspireerd_op"])
                Initiatief.objects.filter(slug=rij["slug"]).update(geinspireerd_op=voorbeeld)
        zoeken.herindexeer()
    return len(methodieken) + len(initiatieven)


def _lees(bestand: Path) -> Rij:
    return tomllib.loads(bestand.read_text(encoding="utf-8"))


def _laad_lijsten() -> None:
    for naam, bestand, model in (
        ("thema", "themas.toml", Thema),
        ("doelgroep", "doelgroepen.toml", Doelgroep),
    ):
        for volgorde, rij in enumerate(_lees(MAP / bestand)[naam]):
            model.objects.create(volgorde=volgorde * 10, **rij)
    for rij in _lees(MAP / "synoniemen.toml")["synoniem"]:
        Synoniem.objects.create(woorden=rij["woorden"])
    for rij in _lees(MAP / "organisaties.toml")["organisatie"]:
        gemeente = Gemeente.objects.get(code=rij.pop("gemeente")) if "gemeente" in rij else None
        Organisatie.objects.create(slug=slugify(rij["naam"]), gemeente=gemeente, voorbeeld=True, **rij)


def _velden(rij: Rij, weg: set[str]) -> Rij:
    """Return the plain fields of the row: what is no list and no reference."""
    return {naam: _schoon(waarde) for naam, waarde in rij.items() if naam not in weg}


def _schoon(waarde: Any) -> Any:
    return waarde.strip() if isinstance(waarde, str) else waarde


def _laad_methodiek(rij: Rij) -> None:
    lijsten = {
        "themas",
        "doelgroepen",
        "hoofdthema",
        "aandachtspunt",
        "fase",
        "oordeel",
        "bron",
        "financiering",
    }
    methodiek = Methodiek.objects.create(
        hoofdthema=Thema.objects.get(slug=rij["hoofdthema"]),
        voorbeeld=True,
        **_velden(rij, lijsten | {"publiceren"}),
    )
    for volgorde, punt in enumerate(rij.get("aandachtspunt", []), start=1):
        Aandachtspunt.objects.create(methodiek=methodiek, volgorde=volgorde * 10, **_velden(punt, set()))
    stappen = [(fase["titel"], stap) for fase in rij.get("fase", []) for stap in fase.get("stap", [])]
    for volgorde, (fase, stap) in enumerate(stappen, start=1):
        Stap.objects.create(methodiek=methodiek, fase=fase, volgorde=volgorde * 10, **_velden(stap, set()))
    for oordeel in rij.get("oordeel", []):
        Oordeel.objects.create(methodiek=methodiek, **_velden(oordeel, set()))
    _laad_gedeeld(methodiek, rij)


def _laad_initiatief(rij: Rij) -> None:
    verwijzingen = {
        "themas",
        "doelgroepen",
        "hoofdthema",
        "gemeente",
        "methodiek",
        "geinspireerd_op",
        "betrokkene",
        "bron",
        "financiering",
    }
    initiatief = Initiatief.objects.create(
        hoofdthema=Thema.objects.get(slug=rij["hoofdthema"]),
        gemeente=Gemeente.objects.get(code=rij["gemeente"]) if "gemeente" in rij else None,
        methodiek=Methodiek.objects.get(slug=rij["methodiek"]) if "methodiek" in rij else None,
        voorbeeld=True,
        **_velden(rij, verwijzingen | {"publiceren"}),
    )
    for betrokkene in rij.get("betrokkene", []):
        organisatie = Organisatie.objects.get(naam=betrokkene["organisatie"])
        Betrokkene.objects.create(
            initiatief=initiatief, organisatie=organisatie, rol=betrokkene.get("rol", "")
        )
    _laad_gedeeld(initiatief, rij)


def _laad_gedeeld(vermelding: Methodiek | Initiatief, rij: Rij) -> None:
    vermelding.themas.set(Thema.objects.filter(slug__in=rij.get("themas", [])))
    vermelding.doelgroepen.set(Doelgroep.objects.filter(slug__in=rij.get("doelgroepen", [])))
    for volgorde, bron in enumerate(rij.get("bron", []), start=1):
        Bron.objects.create(vermelding=vermelding, volgorde=volgorde * 10, **_velden(bron, set()))
    for deel in rij.get("financiering", []):
        Financiering.objects.create(vermelding=vermelding, **_velden(deel, set()))
    if rij.get("publiceren", True):
        acties.publiceer(vermelding=vermelding, door=None, reden="Eerste catalogus uit openbare bronnen")
