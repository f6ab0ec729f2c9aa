"""The language meter: long sentences, hard words, and the same text back."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliantie.kern.moeilijke_woorden import AFKORTINGEN, LIEVER
from alliantie.kern.taalmeter import GRENZEN, LANGE_ZIN, MOEILIJK, markeer, meet

MEGABYTE = 1_000_000
LANG = "Wij koken " + "elke week " * 9 + "samen."


class Lezer(HTMLParser):
    """Reads HTML as a browser does, without the advice: the text, the tags, and the text inside each mark."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tekst = ""
        self.tags: set[tuple[str, str | None]] = set()
        self.open: list[tuple[str, str | None]] = []
        self.binnen: dict[str | None, list[str]] = {"lang": [], "moeilijk": [], "liever": []}
        self.feed(html)
        self.close()
        assert self.open == [], "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert [naam for naam, _ in attrs] == ["class"]
        self.open.append((tag, attrs[0][1]))
        self.tags.add(self.open[-1])
        self.binnen[attrs[0][1]].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "tags are nested"

    def handle_data(self, data: str) -> None:
        klassen = [klasse for _, klasse in self.open]
        if "liever" not in klassen:
            self.tekst += data
        for klasse in klassen:
            if klasse == "liever" or "liever" not in klassen:
                self.binnen[klasse][-1] += data


def zinnen(tekst: str) -> list[str]:
    return [zin.tekst for zin in meet(tekst).zinnen]


def raad(tekst: str) -> dict[str, str]:
    return {woord.woord: woord.liever for woord in meet(tekst).moeilijke_woorden}


def duur(tekst: str) -> float:
    """Return how many seconds of the processor it takes to mark this text."""
    begin = time.process_time()
    markeer(tekst)
    return time.process_time() - begin


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Wij koken. Kom ook! Hebt u zin?", ["Wij koken.", "Kom ook!", "Hebt u zin?"]),
        ("wij koken. iedereen mag komen", ["wij koken.", "iedereen mag komen"]),
        ("Wij koken.Iedereen eet mee.", ["Wij koken.", "Iedereen eet mee."]),
        ("Wij koken\nmet buren\r\n\r\nelke week", ["Wij koken", "met buren", "elke week"]),
        ("# Eten\n- soep\n* brood\n2. taart\n> fruit", ["Eten", "soep", "brood", "taart", "fruit"]),
        ("Neem iets mee, bijv. een pan. Of niet.", ["Neem iets mee, bijv. een pan.", "Of niet."]),
        ("Wij werken o.a. in Breda. En in Goes.", ["Wij werken o.a. in Breda.", "En in Goes."]),
        ("Er komen ca. 20 mensen naar nr. 5. Leuk.", ["Er komen ca. 20 mensen naar nr. 5.", "Leuk."]),
        ("Soep, brood enz. Dat is lekker.", ["Soep, brood enz.", "Dat is lekker."]),
        ("Soep, brood enz. en dat is lekker.", ["Soep, brood enz. en dat is lekker."]),
        ("Het kost € 12.50 en begint om 19.30 uur.", ["Het kost € 12.50 en begint om 19.30 uur."]),
        ("Bel dhr. J. de Vries of dr. Smit. Dank.", ["Bel dhr. J. de Vries of dr. Smit.", "Dank."]),
        ("Het duurde... en toen kwam zij… Ja.", ["Het duurde... en toen kwam zij…", "Ja."]),
        ('Zij zei: "Kom binnen." Dat deed ik.', ['Zij zei: "Kom binnen."', "Dat deed ik."]),
        ("Kijk op www.voorbeeld.example/over.html eens.", ["Kijk op www.voorbeeld.example/over.html eens."]),
        ("", []),
        (" \n\t\n", []),
        ("... --- !!!", []),
    ],
)
def test_a_text_falls_into_its_sentences(tekst: str, verwacht: list[str]) -> None:
    assert zinnen(tekst) == verwacht


def test_places_point_into_the_text() -> None:
    tekst = "  - Wij participeren.  \r\n\r\n  Ten  behoeve van u. "
    meting = meet(tekst)
    assert [tekst[zin.begin : zin.eind] for zin in meting.zinnen] == [zin.tekst for zin in meting.zinnen]
    assert [(tekst[woord.begin : woord.eind], woord.woord) for woord in meting.moeilijke_woorden] == [
        ("participeren", "participeren"),
        ("Ten  behoeve van", "Ten  behoeve van"),
    ]


def test_a_sentence_of_twenty_words_is_not_long_and_one_more_is() -> None:
    twintig, meer = meet("woord " * LANGE_ZIN), meet("woord " * (LANGE_ZIN + 1))
    assert (twintig.zinnen[0].woorden, twintig.lange_zinnen) == (20, [])
    assert (meer.zinnen[0].woorden, meer.lange_zinnen) == (21, meer.zinnen)


def test_the_average_is_in_words_per_sentence() -> None:
    assert meet("Wij koken. Kom op 8 december om 19.30 uur!").gemiddeld == pytest.approx(4.5)
    assert meet("").gemiddeld == 0


@pytest.mark.parametrize(
    ("tekst", "woord", "liever"),
    [
        ("Bel ons indien u komt.", "indien", "als"),
        ("INDIEN u komt.", "INDIEN", "als"),
        ("Dit is ten behoeve van u.", "ten behoeve van", "voor"),
        ("Conform de afspraak.", "Conform", "volgens"),
        ("Wij gaan dit implementeren.", "implementeren", "invoeren"),
        ("Dit is geïmplementeerd.", "geïmplementeerd", "invoeren"),
        ("Dit is gei\u0308mplementeerd.", "gei\u0308mplementeerd", "invoeren"),
        ("Wij realiseerden dit.", "realiseerden", "maken"),
        ("Zij creëert iets.", "creëert", "maken"),
        ("Voor deze doelgroepen.", "doelgroepen", "voor wie"),
        ("Een relevante vraag.", "relevante", "belangrijk"),
        ("De stakeholders komen.", "stakeholders", "wie meedoet"),
        ("Een optionele stap.", "optionele", "niet verplicht"),
        ("Wij werken bottom-up.", "bottom-up", "bedacht door de mensen zelf"),
        ("Wij werken bottom up.", "bottom up", "bedacht door de mensen zelf"),
        ("Dit gaat d.m.v. een brief.", "d.m.v.", "met"),
        ("Er is eten (o.a. soep).", "o.a.", "onder andere"),
    ],
)
def test_a_hard_word_comes_with_a_plainer_one(tekst: str, woord: str, liever: str) -> None:
    assert raad(tekst) == {woord: liever}


def test_of_expressions_that_overlap_the_longest_counts() -> None:
    assert raad("Dit is naar aanleiding van uw brief.") == {"naar aanleiding van": "door"}
    assert raad("Voor kwetsbare doelgroepen.") == {
        "kwetsbare doelgroepen": "mensen die hulp kunnen gebruiken"
    }


def test_an_expression_does_not_run_on_over_a_sentence_or_a_comma() -> None:
    assert raad("Kijk ten\nbehoeve van u.") == {}
    assert raad("Kijk ten. Behoeve van u.") == {}
    assert raad("Kijk ten, behoeve van u.") == {}


@pytest.mark.parametrize("woord", ["verantwoordelijkheidsgevoel", "coöperatie", "raadsliedenwerk"])
def test_a_long_word_is_named_without_advice(woord: str) -> None:
    assert raad(f"Dit is {woord} voor ons.") == {woord: ""}


@pytest.mark.parametrize(
    "tekst",
    [
        "Onze vrijwilligers organiseren activiteiten.",
        "Kom naar de bibliotheek in Nieuwerkerk aan den IJssel.",
        "Mail naar participatie@verantwoordelijkheid.example.",
        "Kijk op https://voorbeeld.example/implementeren eens.",
        "Wij koken elke week met buren. Iedereen mag komen.",
    ],
)
def test_what_everybody_knows_names_and_addresses_are_let_be(tekst: str) -> None:
    assert raad(tekst) == {}


@pytest.mark.parametrize(
    ("tekst", "oordeel"),
    [
        ("Wij koken elke week met buren. Kom ook eens eten.", "makkelijk"),
        ("", "makkelijk"),
        ("Wij koken elke week samen met al onze buren en daarna eten wij met zijn allen.", "kan makkelijker"),
        ("Wij koken voor de doelgroep. Bel ons indien u komt.", "kan makkelijker"),
        (LANG, MOEILIJK),
        ("Indien u participeert, faciliteren wij dit conform de methodiek.", MOEILIJK),
    ],
)
def test_the_verdict_follows_the_table(tekst: str, oordeel: str) -> None:
    assert meet(tekst).oordeel == oordeel


def test_the_table_of_verdicts_gets_looser_downwards() -> None:
    streng, los = GRENZEN
    assert all(een < ander for een, ander in zip(streng[1:], los[1:], strict=True))


def test_no_advice_is_itself_a_hard_word() -> None:
    hard = {woord: liever for woord, liever in (LIEVER | AFKORTINGEN).items() if any(raad(liever).values())}
    assert hard == {}


def test_marks_stand_around_long_sentences_and_hard_words() -> None:
    lezer = Lezer(markeer(f"Kom ook.\n{LANG} Indien u wilt."))
    assert lezer.binnen == {"lang": [LANG], "moeilijk": ["Indien"], "liever": [" (liever: als)"]}
    assert lezer.tags == {("mark", "lang"), ("span", "moeilijk"), ("span", "liever")}


def test_a_hard_word_at_both_ends_of_a_long_sentence_stays_inside_its_mark() -> None:
    tekst = "Indien " + "wij " * 20 + "verantwoordelijkheidsgevoel"
    html = markeer(f"{tekst}\n{tekst}")
    assert html.startswith(
        '<mark class="lang"><span class="moeilijk">Indien</span><span class="liever"> (liever: als)'
    )
    assert html.endswith('verantwoordelijkheidsgevoel</span><span class="liever"> (lang woord)</span></mark>')
    assert Lezer(html).binnen["lang"] == [tekst, tekst]


@pytest.mark.parametrize(
    "kwaad",
    [
        "<script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "</mark></span><b>",
        "&lt;script&gt; &amp; &#60;",
        "\u202e\u2066nlb\u2069\u202c tekst",
        "indien\u202e conform\u200b teneinde",
        "ÅΩ漢字 مرحبا שלום 👩‍👩‍👧 İstanbul",
        "\x01\x0b\x1c\x85\u2028regel",
    ],
)
def test_hostile_text_comes_back_as_text(kwaad: str) -> None:
    for tekst in (kwaad, f"Indien {kwaad} participeren.", f"{LANG[:-1]} {kwaad} {kwaad}"):
        lezer = Lezer(markeer(tekst))
        assert lezer.tekst == tekst
        assert lezer.tags <= {("mark", "lang"), ("span", "moeilijk"), ("span", "liever")}


@pytest.mark.parametrize(
    "stuk",
    [
        *("a", ".", " ", "\n", "<", "@", "\u202e", "e\u0301\u0302"),
        *("a ", "a. ", "A.", "- ", "> ", "1. ", '."', "a\t\t\t"),
        *("ten ", "ten-", "ten behoeve   ", "indien ", "o.a. ", "a" * 25 + " "),
    ],
)
def test_a_megabyte_of_anything_takes_less_than_two_seconds(stuk: str) -> None:
    tekst = stuk * (MEGABYTE // len(stuk))
    # A busy machine may spoil a try; what is not linear fails them all.
    assert any(duur(tekst) < 2 for _ in range(3))


def test_ten_thousand_lines_stay_as_they_were() -> None:
    tekst = "Indien u komt\r\n" * 10_000 + "\n" * 10_000
    lezer = Lezer(markeer(tekst))
    assert lezer.tekst == tekst
    assert len(meet(tekst).zinnen) == len(lezer.binnen["moeilijk"]) == 10_000


gewone = ("wij", "koken", "A.", "€ 12.50", "19.30", "<b>", "&amp;", "verantwoordelijkheidsgevoel", "é")
woorden = st.sampled_from([*LIEVER, *AFKORTINGEN, *gewone])
tussen = st.sampled_from(
    [" ", "  ", "\n", "\r\n", ". ", ".", "! ", "-", ", ", "\n- ", "\n1. ", "…", "\u202e", '"']
)
zinsdelen = st.lists(st.one_of(woorden, tussen, st.text(max_size=8)), max_size=80).map("".join)


@given(st.one_of(st.text(), zinsdelen))
def test_the_marked_text_reads_as_the_text_itself(tekst: str) -> None:
    lezer = Lezer(markeer(tekst))
    meting = meet(tekst)
    assert lezer.tekst == tekst
    assert lezer.binnen["lang"] == [zin.tekst for zin in meting.lange_zinnen]
    assert lezer.binnen["moeilijk"] == [woord.woord for woord in meting.moeilijke_woorden]
