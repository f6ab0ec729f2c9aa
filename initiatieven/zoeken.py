"""Search in Dutch.

Accents do not count, the last word may be half typed, "tuin" finds "moestuin", and "rijwiel" finds "fiets".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Case, ExpressionWrapper, IntegerField, QuerySet, Value, When
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from rapidfuzz import fuzz, process

from alliantie.kern.paginacache import per_versie
from initiatieven.models import Synoniem, Zoekdocument, Zoekwoord
from initiatieven.zoekindex import herindexeer, indexeer

__all__ = ["Zoekopdracht", "bedoelde_u", "herindexeer", "indexeer", "lees", "markeer", "vouw", "zoek"]

LANGSTE_VRAAG = 200  # characters; what follows is not read
MEESTE_WOORDEN = 10
KORTSTE_SAMENSTELLING = 4  # letters; shorter parts ("tui") occur in too many words
MEESTE_SAMENSTELLINGEN = 40
GELIJKENIS = 70  # out of 100, for "bedoelde u"
WOORD = re.compile(r"[^\W_]+")
STREEPJES = re.compile(r"[\u0300-\u036f]")


def vouw(tekst: str) -> str:
    """Return ``tekst`` in small letters without accents; the same as ``initiatieven_vouw`` in the database."""
    # Letter by letter: as a whole, Python writes a Greek sigma at the end of a word in another way than Postgres.
    return "".join(map(str.lower, STREEPJES.sub("", unicodedata.normalize("NFKD", tekst))))


@dataclass(frozen=True)
class Zoekopdracht:
    """What a visitor asks, read.

    Attributes:
        tekst: as typed, cut to ``LANGSTE_VRAAG``, without control characters; for the search box.
        woorden: folded words, in order.
        varianten: per word the words that count as the same: itself, its other forms and its synonyms.
        samenstellingen: per word the longer words of the catalogue that hold it ("moestuin" for "tuin").
        delen: per word the shorter words of the catalogue that it ends in ("keuken" for "buurtkeuken").
    """

    tekst: str = ""
    woorden: tuple[str, ...] = ()
    varianten: tuple[tuple[str, ...], ...] = ()
    samenstellingen: tuple[tuple[str, ...], ...] = ()
    delen: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tekst)

    def precies(self, gewicht: str = "") -> str:
        """The query for hits with every word, as text for ``to_tsquery``; ``gewicht`` ("A") limits it to a part."""
        return " & ".join(
            self._of(varianten, nummer, gewicht) for nummer, varianten in enumerate(self.varianten)
        )

    def ruim(self) -> str:
        """The query for hits that hold every word, or a compound with it."""
        paren = zip(self.varianten, self.samenstellingen, strict=True)
        return " & ".join(
            self._of((*varianten, *langer), nummer) for nummer, (varianten, langer) in enumerate(paren)
        )

    def per_woord(self) -> list[str]:
        """One query per word, a compound with it, or a part of it."""
        soorten = zip(self.varianten, self.samenstellingen, self.delen, strict=True)
        return [
            self._of((*varianten, *langer, *korter), nummer)
            for nummer, (varianten, langer, korter) in enumerate(soorten)
        ]

    def _of(self, woorden: Sequence[str], nummer: int, gewicht: str = "") -> str:
        laatste = nummer == len(self.woorden) - 1
        delen = [f"{woord}:{gewicht}" if gewicht else woord for woord in woorden]
        if laatste:
            delen.append(f"{self.woorden[nummer]}:*{gewicht}")
        return f"({' | '.join(delen)})"


def lees(tekst: str) -> Zoekopdracht:
    """Read what a visitor typed; anything is allowed and nothing of it is an operator."""
    schoon = "".join(teken if teken.isprintable() else " " for teken in tekst[:LANGSTE_VRAAG]).strip()
    getypt = WOORD.findall(vouw(schoon))[:MEESTE_WOORDEN]
    stammen = _stammen(getypt) if getypt else {}
    # Words such as "ik" and "geen" are in every text; they say nothing unless they are all there is.
    woorden = tuple(woord for woord in getypt if stammen[woord]) or tuple(getypt)
    if not woorden:
        return Zoekopdracht(tekst=schoon)
    return Zoekopdracht(
        tekst=schoon,
        woorden=woorden,
        varianten=_varianten(woorden),
        samenstellingen=tuple(_samenstellingen(woord) for woord in woorden),
        delen=tuple(_delen(woord) for woord in woorden),
    )


def zoek(documenten: QuerySet[Zoekdocument], opdracht: Zoekopdracht) -> QuerySet[Zoekdocument]:
    """Return the ``documenten`` that fit, best first: title before summary before text, exact before loose.

    Every row gets ``los``: 0 for an exact hit, 1 for a compound, 2 for what only looks a little like it.
    """
    if not opdracht.woorden:
        return documenten.none()
    precies = SearchQuery(opdracht.precies(), config="dutch", search_type="raw")
    ruim = SearchQuery(opdracht.ruim(), config="dutch", search_type="raw")
    gevonden = documenten.filter(woorden=ruim)
    if not gevonden.exists():
        return _met_een_van(documenten, opdracht)
    titel, samenvatting = (
        SearchQuery(opdracht.precies(g), config="dutch", search_type="raw") for g in ("A", "AB")
    )
    return gevonden.annotate(
        los=Case(When(woorden=precies, then=Value(0)), default=Value(1), output_field=IntegerField()),
        plek=Case(
            When(woorden=titel, then=Value(0)),
            When(woorden=samenvatting, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        ),
    ).order_by("los", "plek", "-gepubliceerd_op", "-vermelding_id")


def _met_een_van(documenten: QuerySet[Zoekdocument], opdracht: Zoekopdracht) -> QuerySet[Zoekdocument]:
    """Return the ``documenten`` with at least one of the words or a part of it; those with most words first."""
    per_woord = [SearchQuery(vraag, config="dutch", search_type="raw") for vraag in opdracht.per_woord()]
    geraakt = sum(
        (Case(When(woorden=vraag, then=Value(1)), default=Value(0)) for vraag in per_woord), start=Value(0)
    )
    gevonden = documenten.filter(
        woorden=SearchQuery(" | ".join(opdracht.per_woord()), config="dutch", search_type="raw")
    )
    return gevonden.annotate(
        los=Value(2, output_field=IntegerField()),
        plek=ExpressionWrapper(geraakt, output_field=IntegerField()),
    ).order_by("-plek", "-gepubliceerd_op", "-vermelding_id")


def markeer(teksten: Iterable[str], opdracht: Zoekopdracht) -> list[SafeString]:
    """Return ``teksten`` as HTML with the words that were found between ``<mark>``.

    The database stems the words, so that what is marked is what was found.
    """
    lijst = list(teksten)
    gezocht = {
        woord
        for groep in (*opdracht.varianten, *opdracht.samenstellingen, *opdracht.delen)
        for woord in groep
    }
    stammen = _stammen(gezocht.union(*(map(vouw, WOORD.findall(tekst)) for tekst in lijst)))
    gezochte_stammen = {stammen[woord] for woord in gezocht} - {""}

    def geraakt(woord: str) -> bool:
        gevouwen = vouw(woord)
        return (
            stammen.get(gevouwen, "") in gezochte_stammen
            or gevouwen.startswith(opdracht.woorden[-1:] or ("\0",))
            or any(len(deel) >= KORTSTE_SAMENSTELLING and deel in gevouwen for deel in opdracht.woorden)
        )

    return [_met_mark(tekst, geraakt) for tekst in lijst]


def bedoelde_u(opdracht: Zoekopdracht) -> str:
    """Return the search with each unknown word replaced by the catalogue word most like it, or "" when none is."""
    bekend = _zoekwoorden()
    beter = []
    for woord in opdracht.woorden:
        if woord in bekend or len(woord) < KORTSTE_SAMENSTELLING:
            beter.append(woord)
            continue
        buur = process.extractOne(woord, bekend, scorer=fuzz.ratio, score_cutoff=GELIJKENIS)
        beter.append(buur[0] if buur else woord)
    return "" if tuple(beter) == opdracht.woorden else " ".join(beter)


def _varianten(woorden: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return per word the words that mean the same: itself, its other forms in the catalogue, its synonyms."""
    stammen, vormen = _grondstammen(woorden), _vormen()
    return tuple(
        tuple(dict.fromkeys((woord, *_synoniemen().get(woord, ()), *vormen.get(stammen[woord], ()))))
        for woord in woorden
    )


def _vormen() -> dict[str, tuple[str, ...]]:
    """Return stem → the catalogue words with that stem.

    The Dutch stemmer of Postgres goes one step ("fietsen" → "fiets" → "fiet"), so that what it makes of two forms of
    a word may differ; after two steps they are the same.
    """

    def lees_tabel() -> dict[str, tuple[str, ...]]:
        tabel: dict[str, list[str]] = {}
        for woord, stam in sorted(_grondstammen(_zoekwoorden()).items()):
            tabel.setdefault(stam, []).append(woord)
        tabel.pop("", None)
        return {stam: tuple(woorden) for stam, woorden in tabel.items()}

    return per_versie("vormen", lees_tabel)


def _grondstammen(woorden: Iterable[str]) -> dict[str, str]:
    eerste = _stammen(woorden)
    tweede = _stammen(eerste.values())
    return {woord: tweede[stam] for woord, stam in eerste.items()}


def _synoniemen() -> dict[str, tuple[str, ...]]:
    def lees_tabel() -> dict[str, tuple[str, ...]]:
        tabel: dict[str, set[str]] = {}
        for groep in Synoniem.objects.values_list("woorden", flat=True):
            gevouwen = [woord for naam in groep for woord in WOORD.findall(vouw(naam))]
            for woord in gevouwen:
                tabel.setdefault(woord, set()).update(gevouwen)
        return {woord: tuple(sorted(andere - {woord})) for woord, andere in tabel.items()}

    return per_versie("synoniemen", lees_tabel)


def _zoekwoorden() -> frozenset[str]:
    return per_versie("zoekwoorden", lambda: frozenset(Zoekwoord.objects.values_list("woord", flat=True)))


def _samenstellingen(woord: str) -> tuple[str, ...]:
    if len(woord) < KORTSTE_SAMENSTELLING:
        return ()
    return _kortste(ander for ander in _zoekwoorden() if woord in ander and ander != woord)


def _delen(woord: str) -> tuple[str, ...]:
    return _kortste(
        ander
        for ander in _zoekwoorden()
        if len(ander) > KORTSTE_SAMENSTELLING and woord.endswith(ander) and ander != woord
    )


def _kortste(woorden: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(woorden, key=lambda woord: (len(woord), woord))[:MEESTE_SAMENSTELLINGEN])


def _stammen(woorden: Iterable[str]) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT woord, coalesce((ts_lexize('dutch_stem', woord))[1], '') FROM unnest(%s::text[]) AS woord",
            [sorted(set(woorden))],
        )
        return dict(cursor.fetchall())


def _met_mark(tekst: str, geraakt: object) -> SafeString:
    delen, einde = [], 0
    for treffer in WOORD.finditer(tekst):
        if geraakt(treffer.group()):  # type: ignore[operator]
            delen += [
                conditional_escape(tekst[einde : treffer.start()]),
                "<mark>",
                conditional_escape(treffer.group()),
                "</mark>",
            ]
            einde = treffer.end()
    delen.append(conditional_escape(tekst[einde:]))
    return mark_safe("".join(delen))
