"""The map: every dot on the land, as large as what is there, each leading to its list."""

import re

import pytest

from initiatieven.kaart import GROOTSTE_STIP, KLEINSTE_STIP, plek, straal
from initiatieven.models import Gemeente, Provincie
from tests.factories import InitiatiefFactory, MethodiekFactory, ThemaFactory, gemeente
from tests.publiek import doelen, getoond, hoofd, tekst

pytestmark = pytest.mark.django_db
STIP = re.compile(
    r'<a class="stip" href="([^"]+)" aria-label="([^"]+)">.*?'
    r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/>',
    re.DOTALL,
)


@pytest.fixture
def land():
    """Five in Breda, two in Zwolle, one in Den Haag, one that is in no gemeente, and a methodiek."""
    eten, fiets = ThemaFactory(slug="eten"), ThemaFactory(slug="fiets")
    InitiatiefFactory.create_batch(5, gepubliceerd=True, hoofdthema=eten, gemeente=gemeente("Breda"))
    InitiatiefFactory.create_batch(2, gepubliceerd=True, hoofdthema=fiets, gemeente=gemeente("Zwolle"))
    InitiatiefFactory(gepubliceerd=True, hoofdthema=eten, gemeente=gemeente("'s-Gravenhage"))
    InitiatiefFactory(gepubliceerd=True, hoofdthema=eten)
    MethodiekFactory(gepubliceerd=True, hoofdthema=eten)


def stippen(antwoord):
    """Return label → (address, x, y, radius) of the dots on the page."""
    return {
        label.replace("&#x27;", "'"): (doel.replace("&amp;", "&"), float(x), float(y), float(r))
        for doel, label, x, y, r in STIP.findall(hoofd(antwoord))
    }


def test_every_gemeente_lies_inside_the_drawing(client):
    for een in Gemeente.objects.all():
        x, y = plek(een)
        assert 0 < x < 800, een
        assert 0 < y < 957, een


def test_places_lie_as_they_do_in_the_country():
    plekken = {
        naam: plek(gemeente(naam)) for naam in ("Groningen", "Maastricht", "Middelburg (Z.)", "Enschede")
    }
    assert min(plekken, key=lambda naam: plekken[naam][1]) == "Groningen"
    assert max(plekken, key=lambda naam: plekken[naam][1]) == "Maastricht"
    assert min(plekken, key=lambda naam: plekken[naam][0]) == "Middelburg (Z.)"
    assert max(plekken, key=lambda naam: plekken[naam][0]) == "Enschede"


@pytest.mark.parametrize(
    "naam", ["Groningen", "Maastricht", "Amsterdam", "Zwolle", "Middelburg (Z.)", "Lelystad"]
)
def test_a_gemeente_lies_within_its_own_province(naam):
    plaats = gemeente(naam)
    x, y = plek(plaats)
    assert any(_binnen(x, y, ring) for ring in _ringen(plaats.provincie.pad)), naam
    for andere in Provincie.objects.exclude(pk=plaats.provincie_id):
        assert not any(_binnen(x, y, ring) for ring in _ringen(andere.pad)), naam


def _ringen(pad):
    """Read the closed lines of an SVG path of absolute M and L (or relative m and l) steps."""
    ringen, x, y = [], 0.0, 0.0
    for letter, getallen in re.findall(r"([MLml])([^MLmlZz]*)", pad):
        paren = re.findall(r"(-?[\d.]+)[ ,]?(-?[\d.]+)", getallen)
        for nummer, (dx, dy) in enumerate(paren):
            x, y = (x + float(dx), y + float(dy)) if letter.islower() else (float(dx), float(dy))
            if letter in "Mm" and nummer == 0:
                ringen.append([])
            ringen[-1].append((x, y))
    return ringen


def _binnen(x, y, ring):
    """Even-odd rule."""
    vorige, binnen = ring[-1], False
    for punt in ring:
        (x1, y1), (x2, y2) = vorige, punt
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            binnen = not binnen
        vorige = punt
    return binnen


@pytest.mark.parametrize(
    ("aantal", "meeste", "grootte"),
    [(1, 1, GROOTSTE_STIP), (4, 4, GROOTSTE_STIP), (1, 4, 14.5), (1, 100, 8.5), (0, 0, KLEINSTE_STIP)],
)
def test_the_area_of_a_dot_grows_with_the_number(aantal, meeste, grootte):
    assert straal(aantal, meeste) == grootte


def test_every_gemeente_with_initiatieven_has_one_dot_sized_by_count(client, land):
    gevonden = stippen(client.get("/initiatieven/kaart/"))
    assert set(gevonden) == {"Breda: 5 initiatieven", "Zwolle: 2 initiatieven", "'s-Gravenhage: 1 initiatief"}
    stralen = [
        gevonden[label][3]
        for label in ("Breda: 5 initiatieven", "Zwolle: 2 initiatieven", "'s-Gravenhage: 1 initiatief")
    ]
    assert stralen == [straal(5, 5), straal(2, 5), straal(1, 5)]
    assert stralen == sorted(stralen, reverse=True)
    for label, (_, x, y, _) in gevonden.items():
        assert (x, y) == plek(gemeente(label.partition(":")[0]))


def test_the_numbers_in_the_drawing_have_points_not_commas(client, land):
    svg = hoofd(client.get("/initiatieven/kaart/")).partition("<svg viewBox")[2].partition("</svg>")[0]
    assert not re.findall(r'\b(?:cx|cy|r|x|y)="[^"]*,', svg)


def test_dots_and_list_lead_to_what_they_say(client, land):
    antwoord = client.get("/initiatieven/kaart/")
    for label, (doel, *_) in stippen(antwoord).items():
        assert f": {len(getoond(client.get(doel)))} initiatie" in label
        assert doelen(hoofd(antwoord)).count(doel) == 2  # in the list as well as in the drawing


def test_every_province_is_drawn_and_those_with_something_are_listed(client, land):
    antwoord = client.get("/initiatieven/kaart/")
    html = hoofd(antwoord)
    assert all(f'd="{provincie.pad}"' in html for provincie in Provincie.objects.all())
    assert html.count("<path d=") >= 12
    for provincie, aantal in {"Noord-Brabant": 5, "Overijssel": 2, "Zuid-Holland": 1}.items():
        assert f"{provincie} : {aantal} initiatie" in tekst(antwoord)
        slug = Provincie.objects.get(naam=provincie).slug
        doel = f"/initiatieven/?provincie={slug}"
        assert doel in doelen(html)
        assert client.get(doel).context["aantal"] == aantal


@pytest.mark.parametrize(
    ("keuze", "aantallen"),
    [
        ("thema=fiets", {"Zwolle": 2}),
        ("provincie=noord-brabant", {"Breda": 5}),
        ("gemeente=zwolle", {"Zwolle": 2}),
        ("q=breda", {"Breda": 5}),
        ("soort=methodiek", {}),
        ("fase=gestopt", {}),
        ("thema=bestaat-niet", {"Breda": 5, "Zwolle": 2, "'s-Gravenhage": 1}),
    ],
)
def test_the_map_takes_the_filters_of_the_list_and_counts_what_has_a_place(client, land, keuze, aantallen):
    antwoord = client.get(f"/initiatieven/kaart/?{keuze}")
    namen = {label.partition(":")[0]: int(re.search(r"\d+", label)[0]) for label in stippen(antwoord)}
    assert namen == aantallen
    assert f"{sum(aantallen.values())} gevonden" in tekst(antwoord)


def test_a_dot_keeps_the_other_choices(client, land):
    ((doel, *_),) = stippen(client.get("/initiatieven/kaart/?thema=fiets&q=buren")).values()
    assert doel == "/initiatieven/?q=buren&thema=fiets&gemeente=zwolle"
    assert len(getoond(client.get(doel))) == 2


def test_without_result_the_map_offers_a_way_back(client, land):
    antwoord = client.get("/initiatieven/kaart/?fase=gestopt")
    assert "0 gevonden" in tekst(antwoord)
    assert "/initiatieven/kaart/" in doelen(hoofd(antwoord))


def test_the_sources_of_the_map_are_named(client):
    for naam in ("MapSVG", "GeoNames", "CC BY 4.0", "Centraal Bureau voor de Statistiek"):
        assert naam in tekst(client.get("/initiatieven/kaart/"))
