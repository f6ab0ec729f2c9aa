"""The first catalogue: complete, sourced, in plain Dutch, and without anything private."""

import re
import tomllib

import pytest
from django.core.management import call_command
from django.test import Client

from initiatieven import catalogus
from initiatieven.keuzes import Bewijs, Kenmerk, Status
from initiatieven.models import Initiatief, Methodiek, Organisatie, Synoniem, Vermelding, Zoekdocument
from tests.factories import InitiatiefFactory
from tests.geladen import catalogus_in_databank
from tests.publiek import zoek

pytestmark = pytest.mark.django_db
BESTANDEN = sorted(catalogus.MAP.rglob("*.toml"))
GENOEMD = [
    "sociale-cooperatie",
    "ervaringsdeskundigen",
    "rondkommen-ommen",
    "fietsbank-voorne-putten",
    "weeweecafe-apeldoorn",
]
NOG_ZONDER_FEITEN = ["voordoorenmetelkaar", "volkstuin-clip"]
MAILADRES = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
TELEFOON = re.compile(r"(?<![\d-])(?:\+31[\s-]?|0)[1-9](?:[\s-]?\d){8}(?!\d)")
LANGSTE_ZIN = 25


def _teksten(waarde, pad=""):
    """Yield path → text for every text in a TOML file."""
    if isinstance(waarde, str):
        yield pad, waarde
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _teksten(deel, f"{pad}.{naam}")
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel, pad)


def _zinnen(tekst):
    """Return the sentences of a Markdown text; a list item or paragraph ends one too."""
    regels = re.split(r"\n\s*\n|\n(?=\s*(?:-|\d+\.)\s)", tekst)
    return [zin for regel in regels for zin in re.split(r"(?<=[.!?:])\s+", regel) if zin.strip()]


# --- the files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.stem)
def test_a_file_holds_no_mail_address_and_no_phone_number(bestand):
    for pad, tekst in _teksten(tomllib.loads(bestand.read_text(encoding="utf-8"))):
        assert not MAILADRES.search(tekst), (pad, tekst)
        assert not TELEFOON.search(tekst), (pad, tekst)


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.stem)
def test_sentences_that_everybody_reads_are_short(bestand):
    te_lang = [
        zin
        for pad, tekst in _teksten(tomllib.loads(bestand.read_text(encoding="utf-8")))
        if pad.split(".")[-1] in {"samenvatting", "in_het_kort", "verhaal", "uitleg", "beschrijving"}
        for zin in _zinnen(tekst)
        if len(zin.split()) > LANGSTE_ZIN
    ]
    assert not te_lang


@pytest.mark.parametrize(
    "tekst", ["ria@prive.nl", "0612345678", "06-12 34 56 78", "+31 6 12345678", "076-1234567"]
)
def test_the_check_on_private_facts_sees_them(tekst):
    assert MAILADRES.search(f"Bel of mail {tekst} even.") or TELEFOON.search(f"Bel of mail {tekst} even.")


def test_the_check_on_sentences_sees_a_long_one():
    assert [len(zin.split()) for zin in _zinnen("Een twee. Drie!\n\n- vier vijf\n- zes\n\nZeven")] == [
        2,
        1,
        3,
        2,
        1,
    ]


def test_nothing_is_loaded_when_there_is_something_already():
    InitiatiefFactory()
    call_command("laad_catalogus")
    assert Vermelding.objects.count() == 1


# --- what is loaded --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def geladen(django_db_setup, django_db_blocker):
    """The catalogue as a fresh portal has it; loaded once, and gone when these tests are done."""
    with django_db_blocker.unblock(), catalogus_in_databank():
        yield


@pytest.fixture
def bezoeker(geladen):
    """A visitor of the loaded catalogue."""
    return Client()


def test_there_are_at_least_ten_whole_methodieken(geladen):
    openbaar = list(Methodiek.objects.openbaar())
    assert len(openbaar) >= 10
    for methodiek in openbaar:
        assert methodiek.in_het_kort, methodiek
        assert methodiek.waarom_het_werkt, methodiek
        assert methodiek.kern, methodiek
        assert methodiek.vrij, methodiek
        assert methodiek.bewijs in Bewijs.values, methodiek
        assert methodiek.aandachtspunten.count() >= 3, methodiek
        assert methodiek.bronnen.exclude(url="").exists(), methodiek
        assert set(methodiek.oordelen.values_list("kenmerk", flat=True)) == set(Kenmerk.values), methodiek
        assert not methodiek.oordelen.filter(toelichting="").exists(), methodiek


def test_every_plan_van_aanpak_has_phases_and_tells_per_step_who_how_long_what_it_costs_and_needs(geladen):
    for methodiek in Methodiek.objects.openbaar():
        stappen = list(methodiek.stappen.all())
        assert len({stap.fase for stap in stappen}) >= 2, methodiek
        assert len(stappen) >= 5, methodiek
        for stap in stappen:
            assert all([stap.titel, stap.tekst, stap.wie, stap.duur]), stap
        # What a step costs or needs is not always known, and then left empty.
        assert len([stap for stap in stappen if stap.kosten]) >= 1, methodiek
        assert len([stap for stap in stappen if stap.nodig]) >= 1, methodiek


def test_there_are_at_least_twenty_five_initiatieven_in_real_gemeenten_with_sources(geladen):
    openbaar = list(Initiatief.objects.openbaar().select_related("gemeente"))
    assert len([initiatief for initiatief in openbaar if initiatief.gemeente]) >= 25
    for initiatief in openbaar:
        assert initiatief.gemeente or initiatief.plaats == "Heel Nederland", initiatief
        assert initiatief.verhaal, initiatief
        assert initiatief.bronnen.exclude(url="").exists(), initiatief
    assert len({initiatief.gemeente.provincie_id for initiatief in openbaar if initiatief.gemeente}) >= 8


@pytest.mark.parametrize("slug", GENOEMD)
def test_what_the_project_plan_names_is_published(geladen, slug):
    assert Vermelding.objects.get(slug=slug).is_openbaar


@pytest.mark.parametrize("slug", NOG_ZONDER_FEITEN)
def test_what_has_no_facts_yet_is_a_concept_that_says_what_is_missing(geladen, slug):
    initiatief = Initiatief.objects.get(slug=slug)
    assert initiatief.status == Status.CONCEPT
    assert len(initiatief.redactienotitie) > 100
    assert not initiatief.verhaal
    assert Client().get(f"/initiatieven/{slug}/").status_code == 404


def test_all_of_it_is_marked_as_sample_content_and_nothing_is_invented(geladen):
    assert not Vermelding.objects.filter(voorbeeld=False).exists()
    assert not Vermelding.objects.exclude(bevestigd_op=None).exists()
    assert not Organisatie.objects.filter(voorbeeld=False).exists()
    assert not any(initiatief.contactpersonen.exists() for initiatief in Initiatief.objects.all())


def test_all_of_it_passes_the_checks_of_the_admin(geladen):
    for model in (Methodiek, Initiatief, Organisatie):
        for rij in model.objects.all():
            rij.full_clean()
            if model is not Organisatie:
                assert rij.themas.count() <= 2, rij
                for deel in [*rij.bronnen.all(), *rij.financiering.all()]:
                    deel.full_clean()
    for synoniem in Synoniem.objects.all():
        synoniem.full_clean()


def test_every_published_item_is_in_the_search(geladen):
    openbaar = Vermelding.objects.openbaar().values_list("pk", flat=True)
    assert set(Zoekdocument.objects.values_list("pk", flat=True)) == set(openbaar)


@pytest.mark.parametrize(
    ("vraag", "slug"),
    [
        ("cooperatie", "sociale-cooperatie"),
        ("fietsen", "fietsbank-voorne-putten"),
        ("tuin", "voedseltuin-rotterdam"),
        ("ommen", "rondkommen-ommen"),
        ("samen eten", "buurtrestaurant"),
    ],
)
def test_the_first_page_of_a_search_has_what_one_expects(bezoeker, vraag, slug):
    assert slug in zoek(bezoeker, vraag)


def test_every_page_of_an_item_answers(bezoeker):
    for vermelding in Vermelding.objects.openbaar():
        antwoord = bezoeker.get(vermelding.get_absolute_url())
        assert antwoord.status_code == 200, vermelding
        assert not MAILADRES.search(antwoord.content.decode()), vermelding


def test_loading_again_changes_nothing(geladen):
    voor = list(Vermelding.objects.order_by("pk").values())
    call_command("laad_catalogus")
    assert list(Vermelding.objects.order_by("pk").values()) == voor
