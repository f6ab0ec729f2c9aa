"""Made-up rows for measuring speed; the same every time. Never for people to read."""

from datetime import UTC, datetime, timedelta
from random import Random

from django.db import connection, transaction

from initiatieven import zoeken
from initiatieven.keuzes import Fase, Soort, Status
from initiatieven.models import Doelgroep, Gemeente, Initiatief, Thema, Vermelding

BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
PER_KEER = 2000
VORMEN = [
    "moestuin",
    "eettafel",
    "werkplaats",
    "weggeefwinkel",
    "taalcafé",
    "buurthuis",
    "fietsbank",
    "kledingbank",
    "coöperatie",
    "maatjes",
]
NAMEN = [
    "linde",
    "eik",
    "beuk",
    "brug",
    "toren",
    "haven",
    "molen",
    "linker",
    "rechter",
    "nieuwe",
    "oude",
    "groene",
    "rode",
    "blauwe",
    "gouden",
    "stille",
]
WOORDEN = [
    "bewoners",
    "buurt",
    "samen",
    "koken",
    "eten",
    "tuin",
    "groente",
    "fiets",
    "kleding",
    "geld",
    "schulden",
    "werk",
    "leren",
    "taal",
    "kinderen",
    "ouderen",
    "vrijwilligers",
    "koffie",
    "week",
    "dag",
    "plek",
    "gemeente",
    "kerk",
    "winkel",
    "spullen",
    "maken",
    "helpen",
    "vragen",
    "weten",
    "beginnen",
    "groeien",
    "sleutel",
    "tafel",
    "keuken",
    "naaimachine",
    "gereedschap",
    "computer",
    "brief",
    "formulier",
    "gesprek",
    "feest",
    "markt",
    "straat",
    "wijk",
    "dorp",
]


def maak(aantal: int) -> None:
    """Add ``aantal`` published initiatieven with themes, places and text of some eighty words."""
    toeval = Random(20261123)
    themas, doelgroepen = list(Thema.objects.all()), list(Doelgroep.objects.all())
    gemeenten = list(Gemeente.objects.huidig())
    al = Vermelding.objects.filter(slug__startswith="meting-").count()
    for begin in range(al, al + aantal, PER_KEER):
        nummers = range(begin, min(begin + PER_KEER, al + aantal))
        with transaction.atomic():
            _maak(toeval, nummers, themas, doelgroepen, gemeenten)
    zoeken.herindexeer()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _maak(
    toeval: Random,
    nummers: range,
    themas: list[Thema],
    doelgroepen: list[Doelgroep],
    gemeenten: list[Gemeente],
) -> None:
    rijen = Vermelding.objects.bulk_create(
        Vermelding(
            soort=Soort.INITIATIEF,
            titel=f"Meting {nummer}: {toeval.choice(VORMEN)} de {toeval.choice(NAMEN)}",
            slug=f"meting-{nummer}",
            samenvatting=_zin(toeval, 14),
            status=Status.GEPUBLICEERD,
            gepubliceerd_op=BEGIN + timedelta(minutes=nummer),
            hoofdthema=toeval.choice(themas),
            gemeente=toeval.choice(gemeenten),
            fase=toeval.choice(Fase.values[:3]),
            begonnen_jaar=toeval.randint(2000, 2026),
            voorbeeld=True,
        )
        for nummer in nummers
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO initiatieven_initiatief (vermelding_ptr_id, verhaal, opbrengst, samenwerking, geleerd, "
            "mensen_bereikt_toelichting, anders_gedaan) VALUES (%s, %s, '', '', '', '', '')",
            [(rij.pk, " ".join(_zin(toeval, 12) for _ in range(7))) for rij in rijen],
        )
    for veld, lijst in (("themas", themas), ("doelgroepen", doelgroepen)):
        door = getattr(Initiatief, veld).through
        kolom = "thema" if veld == "themas" else "doelgroep"
        door.objects.bulk_create(
            door(initiatief_id=rij.pk, **{f"{kolom}_id": keuze.pk})
            for rij in rijen
            for keuze in toeval.sample(lijst, k=min(2, len(lijst)))
        )


def _zin(toeval: Random, woorden: int) -> str:
    return " ".join(toeval.choices(WOORDEN, k=woorden)).capitalize() + "."
