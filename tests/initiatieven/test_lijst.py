"""The list: filters, order, pages, and the ways on when nothing is found."""

import itertools
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict

from alliantie.kern import paginacache
from initiatieven import acties
from initiatieven.lijst import Cataloguslijst
from tests.factories import (
    DoelgroepFactory,
    FotoFactory,
    InitiatiefFactory,
    MethodiekFactory,
    ThemaFactory,
    gemeente,
)
from tests.publiek import doelen, getoond, hoofd, tekst, tellingen

pytestmark = pytest.mark.django_db


@pytest.fixture
def vier():
    """Four items that differ in everything one can choose."""
    eten, fiets = ThemaFactory(slug="eten", naam="Eten"), ThemaFactory(slug="fiets", naam="Fiets")
    ouderen, kinderen = DoelgroepFactory(slug="ouderen"), DoelgroepFactory(slug="kinderen")
    met_foto = InitiatiefFactory(
        slug="breda",
        titel="Zalm in Breda",
        hoofdthema=eten,
        themas=[fiets],
        doelgroepen=[ouderen],
        gemeente=gemeente("Breda"),
        fase="draait",
    )
    FotoFactory(vermelding=met_foto)
    acties.publiceer(vermelding=met_foto, door=None)
    InitiatiefFactory(
        gepubliceerd=True,
        slug="tilburg",
        titel="Aal in Tilburg",
        hoofdthema=fiets,
        doelgroepen=[kinderen],
        gemeente=gemeente("Tilburg"),
        fase="gestopt",
    )
    InitiatiefFactory(
        gepubliceerd=True, slug="zwolle", titel="Noot in Zwolle", hoofdthema=eten, gemeente=gemeente("Zwolle")
    )
    MethodiekFactory(
        gepubliceerd=True,
        slug="aanpak",
        titel="Mies de aanpak",
        hoofdthema=fiets,
        doelgroepen=[ouderen, kinderen],
        handreiking=True,
        plan=True,
    )


# --- choosing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keuze", "over"),
    [
        ("", {"breda", "tilburg", "zwolle", "aanpak"}),
        ("soort=methodiek", {"aanpak"}),
        ("soort=initiatief", {"breda", "tilburg", "zwolle"}),
        ("soort=initiatief&soort=methodiek", {"breda", "tilburg", "zwolle", "aanpak"}),
        ("thema=eten", {"breda", "zwolle"}),
        ("thema=fiets", {"breda", "tilburg", "aanpak"}),  # also where it is not the main theme
        ("thema=eten&thema=fiets", {"breda", "tilburg", "zwolle", "aanpak"}),
        ("doelgroep=ouderen", {"breda", "aanpak"}),
        ("provincie=noord-brabant", {"breda", "tilburg"}),
        ("provincie=noord-brabant&provincie=overijssel", {"breda", "tilburg", "zwolle"}),
        ("gemeente=breda", {"breda"}),
        ("gemeente=breda&gemeente=zwolle", {"breda", "zwolle"}),
        ("fase=draait", {"breda"}),
        ("fase=draait&fase=gestopt", {"breda", "tilburg"}),
        ("heeft=fotos", {"breda"}),
        ("heeft=handreiking", {"aanpak"}),
        ("heeft=handreiking&heeft=plan-van-aanpak", {"aanpak"}),
        ("heeft=handreiking&heeft=fotos", set()),  # all of them, not one of them
        ("thema=eten&provincie=noord-brabant", {"breda"}),
        ("thema=fiets&doelgroep=kinderen&soort=initiatief", {"tilburg"}),
        ("q=in&thema=eten", set()),
        ("q=zalm&thema=eten&gemeente=breda&fase=draait&heeft=fotos", {"breda"}),
        # What does not exist is skipped: an old link still gives a page.
        ("thema=bestaat-niet", {"breda", "tilburg", "zwolle", "aanpak"}),
        ("thema=bestaat-niet&thema=eten", {"breda", "zwolle"}),
        ("gemeente=&fase=xyz&heeft=niets&onbekend=ja", {"breda", "tilburg", "zwolle", "aanpak"}),
        ("gemeente=1%27%20OR%20%271", {"breda", "tilburg", "zwolle", "aanpak"}),
    ],
)
def test_a_choice_leaves_what_fits(client, vier, keuze, over):
    antwoord = client.get(f"/initiatieven/?{keuze}")
    assert set(getoond(antwoord)) == over
    assert antwoord.context["aantal"] == len(over)


def test_chosen_filters_can_be_taken_away_one_by_one(client, vier):
    adres = "/initiatieven/?q=zalm&thema=eten&thema=fiets&gemeente=breda"
    gekozen = client.get(adres).context["gekozen"]
    assert [label for label, _ in gekozen] == ["Eten", "Fiets", "Breda"]
    for (_, weg), weggehaald in zip(gekozen, ["eten", "fiets", "breda"], strict=True):
        over = parse_qs(urlsplit(weg).query)
        assert list(itertools.chain(*over.values())) == [
            w for w in ["zalm", "eten", "fiets", "breda"] if w != weggehaald
        ]
        assert len(client.get(weg).context["gekozen"]) == 2
    assert all(weg in doelen(hoofd(client.get(adres))) for _, weg in gekozen)


def test_the_form_shows_what_was_chosen(client, vier):
    html = hoofd(client.get("/initiatieven/?thema=eten&gemeente=breda&q=zalm&sorteer=naam"))
    aangevinkt = re.findall(r'<input type="checkbox" name="(\w+)" value="([\w-]+)" checked', html)
    assert aangevinkt == [("thema", "eten")]
    assert set(re.findall(r'<option value="([\w-]+)" selected', html)) == {"breda", "naam"}
    assert 'name="q" value="zalm"' in html


def test_a_choice_that_gives_nothing_is_not_offered(client, vier):
    assert set(tellingen(client.get("/initiatieven/?soort=methodiek"))["gemeente"]) == set()
    assert tellingen(client.get("/initiatieven/"))["gemeente"] == {"breda": 1, "tilburg": 1, "zwolle": 1}


# --- order and pages -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "volgorde"),
    [
        ("", ["aanpak", "zwolle", "tilburg", "breda"]),
        ("sorteer=nieuw", ["aanpak", "zwolle", "tilburg", "breda"]),
        ("sorteer=naam", ["tilburg", "aanpak", "zwolle", "breda"]),
        ("sorteer=onzin", ["aanpak", "zwolle", "tilburg", "breda"]),
        ("sorteer=passend", ["aanpak", "zwolle", "tilburg", "breda"]),  # fitting to what? nothing was asked
        ("q=mies+noot+zalm+aal&sorteer=naam", ["tilburg", "aanpak", "zwolle", "breda"]),
        ("q=mies+noot+zalm+aal", ["aanpak", "zwolle", "tilburg", "breda"]),
    ],
)
def test_the_list_has_the_order_that_was_asked(client, vier, vraag, volgorde):
    assert getoond(client.get(f"/initiatieven/?{vraag}")) == volgorde


@pytest.mark.parametrize(
    ("pagina", "wordt"),
    [("1", 1), ("2", 2), ("3", 3), ("0", 3), ("-1", 3), ("99", 3), ("9" * 5000, 1)]
    + [(onzin, 1) for onzin in ("", "abc", "1.5", "1e3", "²", "%00")],
)
def test_any_page_number_gives_a_page(client, pagina, wordt):
    InitiatiefFactory.create_batch(26, gepubliceerd=True, hoofdthema=ThemaFactory())
    antwoord = client.get(f"/initiatieven/?pagina={pagina}")
    assert antwoord.status_code == 200
    assert antwoord.context["pagina"].number == wordt


@pytest.mark.parametrize("vraag", ["", "sorteer=naam", "q=soep", "thema=eten"])
def test_the_pages_together_show_every_item_once(client, vraag):
    thema = ThemaFactory(slug="eten")
    alle = InitiatiefFactory.create_batch(26, gepubliceerd=True, hoofdthema=thema, titel="Soep")
    paginas = [getoond(client.get(f"/initiatieven/?{vraag}&pagina={nummer}")) for nummer in (1, 2, 3)]
    assert [len(pagina) for pagina in paginas] == [12, 12, 2]
    assert {slug for pagina in paginas for slug in pagina} == {vermelding.slug for vermelding in alle}


def test_links_between_pages_keep_the_choices(client):
    InitiatiefFactory.create_batch(26, gepubliceerd=True, hoofdthema=ThemaFactory(slug="eten"), titel="Soep")
    antwoord = client.get("/initiatieven/?q=soep&thema=eten&sorteer=naam&pagina=2")
    vorige, volgende = antwoord.context["vorige_url"], antwoord.context["volgende_url"]
    assert vorige == "/initiatieven/?q=soep&thema=eten&sorteer=naam"
    assert volgende == "/initiatieven/?q=soep&thema=eten&sorteer=naam&pagina=3"
    assert {vorige, volgende} <= set(doelen(hoofd(antwoord)))
    eerste, laatste = client.get(vorige), client.get(volgende)
    assert (eerste.context["vorige_url"], laatste.context["volgende_url"]) == ("", "")


@pytest.mark.parametrize(
    "vraag",
    [
        "",
        "q=soep+%26+brood",
        "thema=eten&thema=fiets",
        "q=%3Cb%3E&gemeente=breda&sorteer=naam",
        "q=coöperatie",
    ],
)
def test_an_address_that_the_list_makes_leads_to_the_same_list(client, vier, vraag):
    eerst = client.get(f"/initiatieven/?{vraag}")
    adres = Cataloguslijst(QueryDict(vraag), "/initiatieven/").adres()
    paginacache.vergeet()
    nog_eens = client.get(adres)
    for naam in ("q", "aantal", "gekozen", "sorteer", "paginering"):
        assert nog_eens.context[naam] == eerst.context[naam], naam


def test_the_map_link_keeps_the_choices_and_not_the_order(client, vier):
    antwoord = client.get("/initiatieven/?q=zalm&thema=eten&sorteer=naam")
    assert antwoord.context["kaart_url"] == "/initiatieven/kaart/?q=zalm&thema=eten"


# --- nothing found ---------------------------------------------------------------------------------------


def test_without_result_each_choice_less_says_what_it_would_give(client, vier):
    antwoord = client.get("/initiatieven/?thema=eten&soort=methodiek&fase=draait")
    wegen = {weg.label: weg for weg in antwoord.context["ruimere"]}
    assert {label: weg.aantal for label, weg in wegen.items()} == {"Aanpakken": 1}
    for weg in wegen.values():
        assert len(getoond(client.get(weg.url))) == weg.aantal
        assert f"Haal {weg.label} weg : {weg.aantal} initiatief" in tekst(antwoord)


def test_without_result_all_choices_can_go_at_once_and_the_words_stay(client, vier):
    antwoord = client.get("/initiatieven/?q=zalm&thema=eten&gemeente=zwolle&fase=gestopt")
    wegen = {weg.label: weg for weg in antwoord.context["ruimere"]}
    assert wegen["alle keuzes"].aantal == 1
    assert wegen["alle keuzes"].url == "/initiatieven/?q=zalm"


def test_without_result_in_a_gemeente_the_nearest_others_are_named(client, vier):
    antwoord = client.get("/initiatieven/?gemeente=goirle&soort=initiatief")  # a neighbour of Tilburg
    assert getoond(antwoord) == []
    dichtbij = antwoord.context["dichtbij"]
    assert [weg.label for weg in dichtbij] == ["Tilburg", "Breda", "Zwolle"]
    for weg in dichtbij:
        assert len(getoond(client.get(weg.url))) == weg.aantal == 1
        assert f"Kijk in {weg.label}" in tekst(antwoord)


def test_without_result_visitors_are_asked_to_tell_about_theirs(client):
    antwoord = client.get("/initiatieven/?q=zwembad")
    assert "Geen initiatief gevonden voor ‘zwembad’" in tekst(antwoord)
    assert re.search(r'<a href="/meedoen/initiatief/">Vertel over uw eigen initiatief</a>', hoofd(antwoord))
    assert "/initiatieven/" in doelen(hoofd(antwoord))
