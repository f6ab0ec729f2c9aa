"""Search: what is found, in which order, and how it is marked."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from initiatieven import zoeken
from initiatieven.models import Zoekvraag
from tests.factories import InitiatiefFactory, MethodiekFactory, SynoniemFactory, ThemaFactory, gemeente
from tests.publiek import getoond, hoofd, tekst, zoek

pytestmark = pytest.mark.django_db
HYPOTHESIS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


# --- what is found ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("titel", "vraag"),
    [
        ("De coöperatie", "cooperatie"),
        ("De cooperatie", "coöperatie"),
        ("De coöperatie", "COÖPERATIE"),
        ("De co\u006f\u0308peratie", "coöperatie"),  # the trema as a mark of its own
        ("Café Één", "cafe een"),
        ("Cafe Een", "CAFÉ ÉÉN"),
        ("Súdwest samen", "sudwest"),
        ("Groente uit Curaçao", "curacao"),
    ],
)
def test_accents_and_capitals_do_not_count(client, titel, vraag):
    InitiatiefFactory(gepubliceerd=True, slug="gezocht", titel=titel)
    InitiatiefFactory(gepubliceerd=True, titel="Iets anders")
    assert zoek(client, vraag) == ["gezocht"]


@pytest.mark.parametrize(
    ("titel", "vraag"),
    [
        ("Fietsen voor kinderen", "fiets"),
        ("Een fiets voor ieder kind", "fietsen"),
        ("Kleding ruilen", "kled"),
        ("Kleding ruilen", "ruilen kled"),
        ("Kleding ruilen", "kleding ru"),
        ("Een fiets voor ieder kind", "fietsen kind"),
        ("Fietsen voor ieder kind", "fiets kind"),
    ],
)
def test_other_forms_of_a_word_and_a_half_typed_last_word_find_it(client, titel, vraag):
    InitiatiefFactory(gepubliceerd=True, slug="gezocht", titel=titel)
    InitiatiefFactory(gepubliceerd=True, titel="Iets anders")
    antwoord = client.get("/initiatieven/", {"q": vraag})
    assert getoond(antwoord) == ["gezocht"]
    assert "1 gevonden" in tekst(antwoord)


def test_only_the_last_word_may_be_half_typed(client):
    InitiatiefFactory(gepubliceerd=True, slug="heel", titel="Kleding ruilen")
    InitiatiefFactory(gepubliceerd=True, slug="half", titel="Kledij verkopen")
    assert zoek(client, "kle") == ["half", "heel"]
    # "kle" as a first word is no word; what is left is any item that has the other.
    assert zoek(client, "kle ruilen") == ["heel"]


@pytest.mark.parametrize(
    ("titel", "vraag", "kopje"),
    [
        ("De moestuin", "tuin", "Misschien zoekt u ook"),
        ("Het buurtrestaurant", "restaurant", "Misschien zoekt u ook"),
        (
            "Onze keuken",
            "buurtkeuken",
            "Niets gevonden voor ‘buurtkeuken’. Dit lijkt er een beetje op: 1 keer.",
        ),
    ],
)
def test_part_of_a_compound_finds_it_and_is_labelled_as_looser(client, titel, vraag, kopje):
    InitiatiefFactory(gepubliceerd=True, slug="los", titel=titel)
    antwoord = client.get("/initiatieven/", {"q": vraag})
    assert getoond(antwoord) == ["los"]
    assert kopje in tekst(antwoord)


def test_an_exact_hit_comes_before_a_newer_loose_one_and_is_not_labelled(client):
    InitiatiefFactory(gepubliceerd=True, slug="precies", titel="Groen", verhaal="Wij delen een tuin.")
    InitiatiefFactory(gepubliceerd=True, slug="los", titel="De moestuin")
    antwoord = client.get("/initiatieven/", {"q": "tuin"})
    assert getoond(antwoord) == ["precies", "los"]
    voor_het_kopje = hoofd(antwoord).partition("Misschien zoekt u ook")[0]
    assert "/initiatieven/precies/" in voor_het_kopje
    assert "/initiatieven/los/" not in voor_het_kopje


def test_a_synonym_finds_it_both_ways_and_counts_as_exact(client):
    SynoniemFactory(woorden=["fiets", "rijwiel"])
    InitiatiefFactory(gepubliceerd=True, slug="fiets", titel="Een fiets lenen")
    InitiatiefFactory(gepubliceerd=True, slug="rijwiel", titel="Een rijwiel lenen")
    assert set(zoek(client, "rijwiel")) == set(zoek(client, "fiets")) == {"fiets", "rijwiel"}
    gelezen = tekst(client.get("/initiatieven/", {"q": "rijwiel"}))
    assert "2 gevonden" in gelezen
    assert "Misschien zoekt u ook" not in gelezen


def test_a_hit_in_the_title_comes_before_the_summary_before_the_text(client):
    for plek, woorden in {
        "titel": {"titel": "Soep voor iedereen"},
        "samenvatting": {"samenvatting": "Wij maken soep met de buurt."},
        "tekst": {"verhaal": "Elke week koken wij soep."},
    }.items():
        InitiatiefFactory(
            gepubliceerd=True, slug=plek, **woorden | {"verhaal": woorden.get("verhaal", "Ja.")}
        )
    assert zoek(client, "soep") == ["titel", "samenvatting", "tekst"]


def test_methodieken_and_initiatieven_are_found_together(client):
    InitiatiefFactory(gepubliceerd=True, slug="initiatief", titel="Soep in Tilburg")
    MethodiekFactory(gepubliceerd=True, slug="methodiek", titel="Soep koken")
    assert set(zoek(client, "soep")) == {"initiatief", "methodiek"}


@pytest.mark.parametrize("vraag", ["Roden", "Noordenveld", "Drenthe", "noordenveld kleding"])
def test_a_place_finds_what_is_there(client, vraag):
    InitiatiefFactory(
        gepubliceerd=True, slug="daar", titel="Kleding", plaats="Roden", gemeente=gemeente("Noordenveld")
    )
    InitiatiefFactory(gepubliceerd=True, slug="elders", titel="Kleding", gemeente=gemeente("Breda"))
    assert zoek(client, vraag) == ["daar"]


def test_the_name_that_people_use_for_a_gemeente_finds_it_too(client):
    InitiatiefFactory(gepubliceerd=True, slug="daar", gemeente=gemeente("'s-Gravenhage"))
    assert zoek(client, "den haag") == ["daar"]


def test_every_word_must_fit_unless_nothing_has_them_all(client):
    InitiatiefFactory(gepubliceerd=True, slug="beide", titel="Soep en brood")
    InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Alleen soep")
    assert zoek(client, "soep brood") == ["beide"]
    assert zoek(client, "soep zwembad") == ["soep", "beide"]


@pytest.mark.parametrize(
    "veld",
    ["in_het_kort", "waarom_het_werkt", "kern", "vrij"],
)
def test_each_text_of_a_methodiek_is_searched(client, veld):
    MethodiekFactory(gepubliceerd=True, slug="gevonden", **{veld: "Een pompoen per persoon."})
    assert zoek(client, "pompoen") == ["gevonden"]


@pytest.mark.parametrize("veld", ["verhaal", "opbrengst", "samenwerking", "geleerd"])
def test_each_text_of_an_initiatief_is_searched(client, veld):
    InitiatiefFactory(gepubliceerd=True, slug="gevonden", **{"verhaal": "Ja.", veld: "Een pompoen."})
    assert zoek(client, "pompoen") == ["gevonden"]


def test_the_note_for_staff_is_not_searched(client):
    InitiatiefFactory(gepubliceerd=True, redactienotitie="Hier ontbreekt een pompoen.")
    assert zoek(client, "pompoen") == []


# --- how it is shown --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("titel", "vraag", "gemarkeerd"),
    [
        ("Fietsen lenen", "fiets", "<mark>Fietsen</mark> lenen"),
        ("De coöperatie", "cooperatie", "De <mark>coöperatie</mark>"),
        ("Onze moestuin", "tuin", "Onze <mark>moestuin</mark>"),
        ("Onze keuken", "buurtkeuken", "Onze <mark>keuken</mark>"),
        ("Een rijwiel", "fiets", "Een <mark>rijwiel</mark>"),
        ("Kleding & schoenen", "schoen", "Kleding &amp; <mark>schoenen</mark>"),
        (
            "<script>alert(1)</script> fiets",
            "fiets",
            "&lt;script&gt;alert(1)&lt;/script&gt; <mark>fiets</mark>",
        ),
        ("<b>", "b", "&lt;<mark>b</mark>&gt;"),
    ],
)
def test_what_was_found_is_marked_and_the_rest_is_plain_text(client, titel, vraag, gemarkeerd):
    SynoniemFactory(woorden=["fiets", "rijwiel"])
    InitiatiefFactory(gepubliceerd=True, titel=titel)
    assert f">{gemarkeerd}</a>" in hoofd(client.get("/initiatieven/", {"q": vraag}))


def test_what_was_typed_comes_back_as_text_never_as_html(client):
    html = client.get("/initiatieven/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize(
    ("vraag", "beter"), [("fitsenbank", "fietsenbank"), ("voedseltin", "voedseltuin"), ("qqqqqq", "")]
)
def test_a_misspelt_word_gets_a_link_to_a_word_that_does_occur(client, vraag, beter):
    InitiatiefFactory(gepubliceerd=True, slug="gezocht", titel="Fietsenbank en voedseltuin")
    antwoord = client.get("/initiatieven/", {"q": vraag})
    assert getoond(antwoord) == []
    assert ("Bedoelde u" in tekst(antwoord)) is bool(beter)
    if beter:
        assert f'href="/initiatieven/?q={beter}"' in hoofd(antwoord)
        assert zoek(client, beter) == ["gezocht"]


# --- anything may be typed ---------------------------------------------------------------------------------


@given(vraag=st.text(max_size=60) | st.text(alphabet="&|!():*'\"\\<->% aé😀\u202e\x00", max_size=20))
@example("a & | ! ( ) : * ' \" \\ <-> b")
@example("'; DROP TABLE initiatieven_vermelding; --")
@example("soep:* | !brood & (a <-> b)")
@example("😀👩‍🍳🍲")
@example("مرحبا שלום \u202eneder")
@example("soep\x00brood")
@example("x" * 10_000)
@example("soep " * 2_000)
@example("ﷺ" * 200)  # one sign that folds to eighteen letters
@example("de het een")
@HYPOTHESIS
def test_whatever_is_typed_gives_an_answer(client, vraag):
    antwoord = client.get("/initiatieven/", {"q": vraag})
    assert antwoord.status_code == 200
    assert client.get("/initiatieven/kaart/", {"q": vraag}).status_code == 200
    assert client.get("/gemeenten/", {"q": vraag}).status_code == 200


@pytest.mark.parametrize("rauw", ["%00", "%ff%fe", "%ed%a0%80", "%", "%u1234", "a%00b"])
def test_bytes_that_are_no_text_give_an_answer(client, rauw):
    assert client.get(f"/initiatieven/?q={rauw}&thema={rauw}&pagina={rauw}").status_code == 200


# Letters that Python's own Unicode does not know yet may be known to the database.
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"], exclude_characters="\0")


@given(stuk=st.text(LETTERS))
@example("ÀÉİ ẞ ΑΣ Σ ΣΑΣ ﬁ ½ Ⅷ ㎏ ᾳ Ж")
@HYPOTHESIS
def test_python_and_the_database_fold_letters_alike(stuk):
    with connection.cursor() as cursor:
        cursor.execute("SELECT initiatieven_vouw(%s)", [stuk])
        assert zoeken.vouw(stuk) == cursor.fetchone()[0]


# --- what was not found ------------------------------------------------------------------------------------


def test_a_search_without_result_is_counted_by_its_words(client):
    for vraag in ("Zwembad", "zwembad", "  ZWEMBAD "):
        client.get("/initiatieven/", {"q": vraag})
    client.get("/initiatieven/", {"q": "duikles"})
    assert set(Zoekvraag.objects.values_list("vraag", "aantal")) == {("zwembad", 3), ("duikles", 1)}


def test_the_same_search_by_the_next_visitor_counts_too(client):
    for _ in range(3):
        client.get("/initiatieven/", {"q": "zwembad"})
    assert Zoekvraag.objects.get().aantal == 3


@pytest.mark.parametrize(
    "vraag",
    [
        "ria@prive.example",
        "mail RIA@prive.example eens",
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "(076) 123 45 67",
        "+31 6 1234 5678",
        "bel ria 0765123456",
        "٠٦١٢٣٤٥٦٧٨",
    ],
)
def test_what_looks_like_an_address_of_a_person_is_not_kept(client, vraag):
    assert client.get("/initiatieven/", {"q": vraag}).status_code == 200
    assert not Zoekvraag.objects.exists()


def test_only_a_search_without_result_is_kept(client):
    InitiatiefFactory(gepubliceerd=True, titel="Soep", hoofdthema=ThemaFactory(slug="eten"))
    client.get("/initiatieven/", {"q": "soep"})
    client.get("/initiatieven/", {"fase": "gestopt"})
    client.get("/initiatieven/", {"q": "  "})
    assert not Zoekvraag.objects.exists()
