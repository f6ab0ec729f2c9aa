"""The page of one initiatief, one methodiek, one thema, and the network: what stands on them."""

import pytest

from tests.factories import (
    BetrokkeneFactory,
    BronFactory,
    DoelgroepFactory,
    FinancieringFactory,
    FotoFactory,
    InitiatiefFactory,
    LesFactory,
    MethodiekFactory,
    OrganisatieFactory,
    StapFactory,
    ThemaFactory,
    gemeente,
)
from tests.publiek import doelen, getoond, hoofd, tekst

pytestmark = pytest.mark.django_db


def test_the_page_of_an_initiatief_tells_all_there_is(client):
    initiatief = InitiatiefFactory(
        gepubliceerd=True,
        slug="soep",
        titel="Soep in Roden",
        plaats="Roden",
        gemeente=gemeente("Noordenveld"),
        fase="draait",
        begonnen_jaar=2019,
        mensen_bereikt=1250,
        mensen_bereikt_toelichting="in 2025",
        vrijwilligers=14,
        opbrengst="Minder **eenzaam**.",
        geleerd="Begin klein.",
        website="https://soep.example/",
        themas=[ThemaFactory(naam="Ontmoeten", slug="ontmoeten")],
        doelgroepen=[DoelgroepFactory(naam="Ouderen")],
    )
    FotoFactory(vermelding=initiatief, alt="Een pan soep")
    BronFactory(vermelding=initiatief, titel="Jaarverslag", url="https://bron.example/")
    FinancieringFactory(vermelding=initiatief, bron="kerk", bedrag_van=1250, bedrag_tot=5000, jaar=2024)
    LesFactory(vermelding=initiatief, titel="Vraag de buren")
    BetrokkeneFactory(initiatief=initiatief, organisatie__naam="De Kerk", rol="geeft een zaal")
    antwoord = client.get("/initiatieven/soep/")
    gelezen = tekst(antwoord)
    for stuk in (
        "Soep in Roden",
        "Roden, Noordenveld",
        "Draait sinds 2019",
        "1.250",
        "in 2025",
        "Vrijwilligers 14",
        "Minder eenzaam .",
        "Begin klein.",
        "Ouderen",
        "Kerk of diaconie : € 1.250 tot € 5.000",
        "Vraag de buren",
        "De Kerk : geeft een zaal",
    ):
        assert stuk in gelezen, stuk
    assert "<strong>eenzaam</strong>" in hoofd(antwoord)
    assert 'alt="Een pan soep"' in hoofd(antwoord)
    assert {
        "/gemeenten/noordenveld/",
        "/themas/ontmoeten/",
        "https://soep.example/",
        "https://bron.example/",
        "/initiatieven/soep/contact/",
    } <= set(doelen(hoofd(antwoord)))


def test_the_lineage_of_an_initiatief_is_told_both_ways(client):
    methodiek = MethodiekFactory(gepubliceerd=True, slug="aanpak", titel="De aanpak")
    eerste = InitiatiefFactory(gepubliceerd=True, slug="eerste", titel="De eerste", methodiek=methodiek)
    InitiatiefFactory(
        gepubliceerd=True, slug="tweede", geinspireerd_op=eerste, anders_gedaan="Wij koken op maandag."
    )
    tweede_pagina = client.get("/initiatieven/tweede/")
    assert "Gebaseerd op Het initiatief De eerste" in tekst(tweede_pagina)
    assert "Wij koken op maandag." in tekst(tweede_pagina)
    assert "tweede" in getoond(client.get("/initiatieven/eerste/"))
    assert "De aanpak De aanpak" in tekst(client.get("/initiatieven/eerste/"))
    assert "eerste" in getoond(client.get("/methodieken/aanpak/"))


def test_a_stopped_initiatief_leads_with_its_lessons(client):
    InitiatiefFactory(
        gepubliceerd=True, slug="weg", fase="gestopt", gestopt_jaar=2023, geleerd="Vraag eerder hulp."
    )
    antwoord = client.get("/initiatieven/weg/")
    assert "Dit initiatief is gestopt in 2023." in tekst(antwoord)
    assert "Vraag eerder hulp." in tekst(antwoord)
    assert "Draait" not in tekst(antwoord)


@pytest.mark.parametrize("soort", ["initiatief", "methodiek"])
@pytest.mark.parametrize("voorbeeld", [True, False])
def test_sample_content_says_that_nobody_confirmed_it_yet(client, soort, voorbeeld):
    fabriek = InitiatiefFactory if soort == "initiatief" else MethodiekFactory
    vermelding = fabriek(gepubliceerd=True, voorbeeld=voorbeeld)
    assert ("Wij schreven dit zelf" in tekst(client.get(vermelding.get_absolute_url()))) is voorbeeld


def test_the_note_for_staff_is_on_no_page(client):
    initiatief = InitiatiefFactory(gepubliceerd=True, redactienotitie="Hier ontbreekt een pompoen.")
    for adres in ("/", "/initiatieven/", initiatief.get_absolute_url()):
        assert "pompoen" not in client.get(adres).content.decode()


def test_the_page_of_a_methodiek_has_its_parts_in_order(client):
    methodiek = MethodiekFactory(
        gepubliceerd=True,
        slug="aanpak",
        waarom_het_werkt="Omdat het leuk is.",
        handreiking=True,
        oordelen=True,
        kosten_van=0,
        kosten_tot=1250,
        tijd_nodig="een maand",
    )
    for fase, titel in (
        ("Voorbereiden", "Zoek een zaal"),
        ("Voorbereiden", "Vraag geld"),
        ("Beginnen", "Kook"),
    ):
        StapFactory(methodiek=methodiek, fase=fase, titel=titel, wie="twee koks", kosten="€ 40")
    FinancieringFactory(vermelding=methodiek)
    InitiatiefFactory(gepubliceerd=True, methodiek=methodiek, slug="navolger")
    BronFactory(vermelding=methodiek)
    antwoord = client.get("/methodieken/aanpak/")
    gelezen = tekst(antwoord)
    koppen = [
        "In het kort",
        "Waarom het werkt",
        "Hier let u op",
        "Zo begint u",
        "Wat blijft en wat mag anders",
        "Is het een goed voorbeeld?",
        "Geld",
        "Waar het draait",
        "Bronnen",
    ]
    html = hoofd(antwoord)
    plekken = [html.index(f">{kop}</h2>") for kop in koppen]
    assert plekken == sorted(plekken)
    for stuk in (
        "Stap 1: Zoek een zaal",
        "Stap 2: Vraag geld",
        "Stap 3: Kook",
        "twee koks",
        "€ 0 tot € 1.250",
    ):
        assert stuk in gelezen, stuk
    assert gelezen.index("Voorbereiden") < gelezen.index("Zoek een zaal") < gelezen.index("Beginnen")
    assert gelezen.count("Ja. De groep beslist zelf.") == 7
    assert "navolger" in getoond(antwoord)


def test_each_link_within_the_page_has_a_target(client):
    methodiek = MethodiekFactory(
        gepubliceerd=True, slug="aanpak", waarom_het_werkt="Zo.", handreiking=True, plan=True, oordelen=True
    )
    FinancieringFactory(vermelding=methodiek)
    InitiatiefFactory(gepubliceerd=True, methodiek=methodiek)
    BronFactory(vermelding=methodiek)
    html = hoofd(client.get("/methodieken/aanpak/"))
    ankers = [doel for doel in doelen(html) if doel.startswith("#")]
    assert len(ankers) >= 8
    assert all(f'id="{anker[1:]}"' in html for anker in ankers)


def test_a_methodiek_with_little_leaves_out_what_it_lacks(client):
    MethodiekFactory(gepubliceerd=True, slug="kaal", kern="", vrij="")
    gelezen = tekst(client.get("/methodieken/kaal/"))
    for kop in ("Handreiking", "Plan van aanpak", "Wat blijft", "goed voorbeeld", "Geld", "Bronnen", "None"):
        assert kop not in gelezen, kop


def test_markdown_of_staff_cannot_bring_script_in(client):
    InitiatiefFactory(
        gepubliceerd=True,
        slug="x",
        titel="<img src=x onerror=alert(1)>",
        samenvatting="<b>vet</b>",
        verhaal="<script>alert(1)</script> [klik](javascript:alert(1)) ![x](https://ver.example/x.png)",
    )
    html = client.get("/initiatieven/x/").content.decode()
    for gevaar in ("<script>alert", 'href="javascript:', "<img src=x", "<b>vet", 'ver.example/x.png"'):
        assert gevaar not in html, gevaar


def test_the_page_of_a_thema_shows_what_belongs_to_it_also_in_second_place(client):
    eten = ThemaFactory(slug="eten", naam="Eten", uitleg="Samen eten.")
    InitiatiefFactory(gepubliceerd=True, slug="hoofd", hoofdthema=eten)
    InitiatiefFactory(gepubliceerd=True, slug="ook", themas=[eten])
    InitiatiefFactory(gepubliceerd=True, slug="dubbel", hoofdthema=eten, themas=[eten])
    InitiatiefFactory(gepubliceerd=True, slug="anders")
    MethodiekFactory(gepubliceerd=True, slug="aanpak", hoofdthema=eten)
    antwoord = client.get("/themas/eten/")
    assert "Samen eten." in tekst(antwoord)
    assert getoond(antwoord) == ["aanpak", "dubbel", "ook", "hoofd"]
    assert "Bekijk alles over eten (3)" in tekst(antwoord)
    assert "/initiatieven/?soort=initiatief&thema=eten" in doelen(hoofd(antwoord))


def test_a_thema_without_anything_and_one_that_does_not_exist(client):
    ThemaFactory(slug="leeg", naam="Leeg")
    assert "Nog geen initiatief over leeg" in tekst(client.get("/themas/leeg/"))
    assert client.get("/themas/bestaat-niet/").status_code == 404


def test_the_network_shows_who_takes_part_with_what(client):
    kerk = OrganisatieFactory(naam="De Kerk", soort="kerk", website="https://kerk.example/")
    OrganisatieFactory(naam="Het Fonds", soort="fonds")
    BetrokkeneFactory(
        initiatief=InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Soep"),
        organisatie=kerk,
        rol="geeft een zaal",
    )
    antwoord = client.get("/organisaties/")
    assert "De Kerk Soep : geeft een zaal" in tekst(antwoord)
    assert {"/initiatieven/soep/", "https://kerk.example/"} <= set(doelen(hoofd(antwoord)))
    assert tekst(antwoord).index("Het Fonds") < tekst(antwoord).index(
        "De Kerk"
    )  # by kind, in the order of the list


def test_the_list_of_methodieken_is_by_name_and_counts_them(client):
    for titel in ("Beta", "Alfa"):
        MethodiekFactory(gepubliceerd=True, titel=titel, slug=titel.lower())
    antwoord = client.get("/methodieken/")
    assert getoond(antwoord) == ["alfa", "beta"]
    assert "2 aanpakken" in tekst(antwoord)
