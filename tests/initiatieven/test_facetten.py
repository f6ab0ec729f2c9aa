"""The counts beside the facets, against a count by hand over made-up items."""

import random

import pytest

from alliantie.kern import paginacache
from initiatieven import acties
from initiatieven.models import Gemeente
from tests.factories import (
    AandachtspuntFactory,
    DoelgroepFactory,
    FotoFactory,
    InitiatiefFactory,
    MethodiekFactory,
    StapFactory,
    ThemaFactory,
)
from tests.publiek import tellingen

pytestmark = pytest.mark.django_db
FACETTEN = ("soort", "thema", "doelgroep", "provincie", "gemeente", "fase", "heeft")
PLAATSEN = ("Tilburg", "Breda", "Zwolle", "Utrecht")
WOORDEN = ("soep", "brood", "kaas")


@pytest.fixture
def zestig():
    """Sixty items drawn at random (always the same), as facet → set of values; "woord" is what one can search."""
    toeval = random.Random(42)
    themas = [ThemaFactory(slug=f"thema-{n}") for n in range(4)]
    doelgroepen = [DoelgroepFactory(slug=f"doelgroep-{n}") for n in range(3)]
    gemeenten = list(Gemeente.objects.filter(naam__in=PLAATSEN).select_related("provincie").order_by("naam"))
    return [_maak(toeval, themas, doelgroepen, gemeenten) for _ in range(60)]


def _maak(toeval, themas, doelgroepen, gemeenten):
    hoofdthema, ander, nog_een = toeval.sample(themas, k=3)
    gekozen = {
        "hoofdthema": hoofdthema,
        "themas": toeval.choice([[], [ander], [ander, nog_een], [hoofdthema]]),
        "doelgroepen": toeval.sample(doelgroepen, k=toeval.randint(0, 3)),
        "fase": toeval.choice(["", "idee", "draait", "gestopt"]),
        "samenvatting": f"Wij maken {toeval.choice(WOORDEN)}.",
    }
    heeft = set(toeval.sample(["handreiking", "plan-van-aanpak", "fotos"], k=toeval.randint(0, 3)))
    plek = None
    if toeval.random() < 0.4:
        vermelding = MethodiekFactory(**gekozen)
        if "handreiking" in heeft:
            AandachtspuntFactory(methodiek=vermelding)
        if "plan-van-aanpak" in heeft:
            StapFactory(methodiek=vermelding)
    else:
        plek = toeval.choice([None, *gemeenten])
        vermelding = InitiatiefFactory(gemeente=plek, verhaal="Lees maar.", **gekozen)
        heeft &= {"fotos"}
    if "fotos" in heeft:
        FotoFactory(vermelding=vermelding)
    acties.publiceer(vermelding=vermelding, door=None)
    return {
        "soort": {vermelding.soort},
        "thema": {thema.slug for thema in [hoofdthema, *gekozen["themas"]]},
        "doelgroep": {doelgroep.slug for doelgroep in gekozen["doelgroepen"]},
        "provincie": {plek.provincie.slug} if plek else set(),
        "gemeente": {plek.slug} if plek else set(),
        "fase": {gekozen["fase"]} - {""},
        "heeft": heeft,
        "woord": gekozen["samenvatting"].split()[-1].strip("."),
    }


def _past(item, keuzes, zonder=""):
    """Whether the item fits all choices but those of the facet ``zonder``."""
    return all(
        set(waarden) <= item[facet] if facet == "heeft" else bool(set(waarden) & item[facet])
        for facet, waarden in keuzes.items()
        if waarden and facet != zonder
    )


def _tel_met_de_hand(items, keuzes):
    """Return facet → value → count under the other choices; for what must all be there, under its own choices too."""
    tellingen = {}
    for facet in FACETTEN:
        rijen = [item for item in items if _past(item, keuzes, "" if facet == "heeft" else facet)]
        waarden = {waarde for item in items for waarde in item[facet]} | set(keuzes.get(facet, []))
        aantallen = {waarde: sum(waarde in item[facet] for item in rijen) for waarde in waarden}
        tellingen[facet] = {w: n for w, n in aantallen.items() if n or w in keuzes.get(facet, [])}
    return tellingen


def test_every_count_is_what_the_choice_would_give(client, zestig):
    toeval = random.Random(7)
    bekend = {facet: sorted({w for item in zestig for w in item[facet]}) for facet in FACETTEN}
    for poging in range(40):
        facetten = toeval.sample(FACETTEN, k=poging % 5)
        keuzes = {facet: toeval.sample(bekend[facet], k=toeval.choice([1, 1, 2])) for facet in facetten}
        vraag = toeval.choice([None, None, *WOORDEN])
        items = [item for item in zestig if vraag in (None, item["woord"])]
        paginacache.vergeet()
        antwoord = client.get("/initiatieven/", keuzes | ({"q": vraag} if vraag else {}))
        assert antwoord.context["aantal"] == sum(_past(item, keuzes) for item in items), (keuzes, vraag)
        assert tellingen(antwoord) == _tel_met_de_hand(items, keuzes), (keuzes, vraag)


def test_choosing_a_value_gives_as_many_as_it_promised(client, zestig):
    keuzes = {"thema": ["thema-1"]}
    for facet, waarden in tellingen(client.get("/initiatieven/", keuzes)).items():
        for waarde, beloofd in waarden.items():
            if facet not in keuzes:
                antwoord = client.get("/initiatieven/", keuzes | {facet: waarde})
                assert antwoord.context["aantal"] == beloofd, (facet, waarde)


def test_a_facet_keeps_its_other_values_when_one_is_chosen(client, zestig):
    zonder = tellingen(client.get("/initiatieven/"))
    met = tellingen(client.get("/initiatieven/?thema=thema-1"))
    assert met["thema"] == zonder["thema"]
    assert met["gemeente"] != zonder["gemeente"]


def test_a_chosen_value_stays_visible_when_it_gives_nothing(client, zestig):
    assert tellingen(client.get("/initiatieven/?q=bestaatniet&fase=idee"))["fase"] == {"idee": 0}


def test_the_map_and_the_list_count_the_same(client, zestig):
    vraag = "?thema=thema-1&q=soep&provincie=noord-brabant"
    lijst, kaart = (client.get(f"/initiatieven/{pad}{vraag}") for pad in ("", "kaart/"))
    assert tellingen(kaart) == tellingen(lijst)
    assert kaart.context["aantal"] == lijst.context["aantal"] > 0
