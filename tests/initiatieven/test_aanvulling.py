"""A passer-by knows better: the public page changes exactly when the team accepts, and stays up all the time."""

from typing import Any

import pytest
from django.test import Client

from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.bewerking import veldstanden
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven.models import Initiatief, Methodiek
from tests.factories import (
    DoelgroepFactory,
    InitiatiefFactory,
    MethodiekFactory,
    ProjectteamFactory,
    foto_inhoud,
)
from tests.hulp import formulier
from tests.initiatieven.aanvullingen import (
    BEREIK,
    BRUG,
    NIEUW,
    OUD,
    WIE,
    accepteer,
    keur_goed,
    maak_brug,
    pak_op,
    stuur,
)
from tests.kern.inzendingen.afzender import adres, begin, begonnen, bestand, lang_genoeg, verstuur
from tests.publiek import hoofd, tekst, zoek

pytestmark = pytest.mark.django_db


@pytest.fixture
def brug() -> Initiatief:
    return maak_brug()


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


# --- the page changes when the team accepts ------------------------------------------------------------------


def test_the_page_changes_exactly_when_the_team_accepts(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    bezoeker = Client()

    def staat_er(woorden: str) -> bool:
        antwoord = bezoeker.get(BRUG)
        assert antwoord.status_code == 200
        return woorden in tekst(antwoord)

    assert f"{BRUG}aanvullen/" in hoofd(bezoeker.get(BRUG))
    inzending = stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW})
    assert (staat_er(OUD), staat_er(NIEUW)) == (True, False)
    opgepakt = pak_op(inzending, els)
    opgepakt = behandelen.bewaar_bewerking(
        inzending=opgepakt, door=els, gezien=opgepakt.versie, velden={"verhaal": {"keuze": "overnemen"}}
    )
    assert (staat_er(OUD), staat_er(NIEUW)) == (True, False)
    assert not zoek(bezoeker, "schoolgebouw")
    klaar = keur_goed(opgepakt, els)
    assert (staat_er(OUD), staat_er(NIEUW)) == (False, True)
    assert zoek(bezoeker, "schoolgebouw") == ["brug"]
    stand = tekst(client.get(adres(klaar)))
    assert "Uw aanvulling staat op de website" in stand
    assert "Vertel het verhaal Overgenomen" in stand


def test_a_refusal_and_a_withdrawal_leave_the_page_as_it_is(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    eerst = client.get(BRUG).content
    opgepakt = pak_op(stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW}), els)
    besluiten.wijs_af(inzending=opgepakt, door=els, gezien=opgepakt.versie, reden="Klopt niet")
    ander = stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW})
    client.post(adres(ander, "intrekken/"))
    assert client.get(BRUG).content == eerst


def test_the_team_changes_the_text_and_leaves_a_field_out(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    inzending = stuur(
        client,
        ["verhaal", "samenvatting"],
        verhaal={"verhaal": NIEUW},
        samenvatting={"samenvatting": "Koop nu!"},
    )
    opgepakt = pak_op(inzending, els)
    opgepakt = behandelen.bewaar_bewerking(
        inzending=opgepakt,
        door=els,
        gezien=opgepakt.versie,
        velden={
            "verhaal": {"keuze": "aanpassen", "waarde": "Wij koken in het schoolgebouw."},
            "samenvatting": {"keuze": "weglaten"},
        },
    )
    klaar = keur_goed(opgepakt, els)
    brug.refresh_from_db()
    assert brug.verhaal == "Wij koken in het schoolgebouw."
    assert brug.samenvatting == "Buren eten samen in het buurthuis."
    assert klaar.gegevens["verhaal"] == NIEUW  # what was sent stays as it was sent
    stand = tekst(client.get(adres(klaar)))
    assert "Een beetje aangepast" in stand
    assert "Niet overgenomen" in stand


def test_who_says_that_it_stopped_leaves_a_page_with_lessons(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    geleerd = "Zoek op tijd een nieuwe kok."
    inzending = stuur(client, ["gestopt"], gestopt={"gestopt_jaar": "2024", "geleerd": geleerd})
    accepteer(inzending, els)
    brug.refresh_from_db()
    assert (brug.fase, brug.gestopt_jaar, brug.geleerd) == ("gestopt", 2024, geleerd)
    pagina = client.get(BRUG)
    assert pagina.status_code == 200
    assert "Dit initiatief is gestopt in 2024" in tekst(pagina)
    assert geleerd in tekst(pagina)
    assert f"{BRUG}contact/" not in hoofd(pagina)
    assert zoek(client, "eettafel") == ["brug"]


def test_without_a_year_it_stopped_all_the_same(client: Client, brug: Initiatief, els: Gebruiker) -> None:
    accepteer(stuur(client, ["gestopt"], gestopt={"gestopt_jaar": "", "geleerd": "Begin klein."}), els)
    brug.refresh_from_db()
    assert (brug.fase, brug.gestopt_jaar) == ("gestopt", None)
    assert "Gestopt: lees wat zij leerden" in tekst(client.get("/initiatieven/"))


def test_it_cannot_stop_before_it_began(client: Client, brug: Initiatief) -> None:
    inzending, hier = begonnen(client, f"{BRUG}aanvullen/", kies=["gestopt", "begin"])
    antwoord = client.post(f"{hier}vraag/gestopt/", {"gestopt_jaar": "1066", "geleerd": ""})
    assert antwoord.status_code == 422
    assert inzending.doel == brug


@pytest.mark.parametrize(
    ("waar", "naam", "plaats"),
    [("Breda", "Breda", ""), ("Prinsenbeek, Breda", "Breda", "Prinsenbeek"), ("gemeente breda", "Breda", "")],
)
def test_it_moved(
    client: Client, brug: Initiatief, els: Gebruiker, waar: str, naam: str, plaats: str
) -> None:
    inzending = stuur(client, ["verhuisd"], verhuisd={"waar": waar})
    assert "Tilburg" in tekst(client.get(BRUG))
    accepteer(inzending, els)
    brug.refresh_from_db()
    assert (brug.gemeente.naam, brug.plaats) == (naam, plaats)
    assert naam in tekst(client.get(BRUG))
    assert zoek(client, "eettafel", gemeente="breda") == ["brug"]
    assert zoek(client, "eettafel", gemeente="tilburg") == []


def test_a_remark_changes_nothing_by_itself(client: Client, brug: Initiatief, els: Gebruiker) -> None:
    voor = Initiatief.objects.values().get()
    inzending = stuur(client, ["opmerking"], opmerking={"opmerking": "De foto is oud."})
    assert not [stand.naam for stand in veldstanden(inzending) if stand.is_veranderd]
    accepteer(inzending, els)
    na = Initiatief.objects.values().get()
    assert {**na, "gewijzigd_op": 0} == {**voor, "gewijzigd_op": 0}
    assert "De foto is oud" not in tekst(client.get(BRUG))


def test_photos_only(client: Client, brug: Initiatief, els: Gebruiker) -> None:
    inzending, hier = begonnen(client, f"{BRUG}aanvullen/", kies=["fotos"])
    client.post(f"{hier}fotos/", {"bestanden": [bestand(foto_inhoud(80, 60)), bestand(foto_inhoud(90, 60))]})
    een, twee = inzending.bijlagen.all()
    antwoord = client.post(
        f"{hier}fotos/",
        {
            f"omschrijving-{een.pk}": "Een lange tafel",
            f"toestemming-{een.pk}": "ja",
            f"toestemming-{twee.pk}": "nog_vragen",
            "verder": "1",
        },
    )
    assert antwoord.url == f"{hier}vraag/wie/"
    client.post(f"{hier}vraag/wie/", WIE)
    client.post(f"{hier}vraag/bereik/", BEREIK)
    lang_genoeg(inzending)
    verstuur(client, inzending)
    assert not brug.fotos.exists()
    opgepakt = pak_op(Inzending.objects.get(), els)
    opgepakt = behandelen.bewaar_bewerking(
        inzending=opgepakt,
        door=els,
        gezien=opgepakt.versie,
        velden={},
        bijlagen={twee.pk: {"overnemen": False}},
    )
    keur_goed(opgepakt, els)
    foto = brug.fotos.get()
    assert (foto.alt, foto.toestemming) == ("Een lange tafel", "ja")
    assert foto.beeld.name.startswith("fotos/")
    assert foto.beeld.name != een.bestand.name
    assert foto.history.first().history_change_reason.startswith(f"Inzending {inzending.pk} van ")
    brug.refresh_from_db()
    assert brug.verhaal == OUD


def test_a_methodiek_too(client: Client, els: Gebruiker) -> None:
    methodiek = MethodiekFactory(slug="soep", titel="Soep als aanpak", gepubliceerd=True)
    op = "/methodieken/soep/"
    assert f"{op}aanvullen/" in hoofd(client.get(op))
    uitleg = "Mensen koken samen wat over is."
    inzending = stuur(
        client,
        ["in_het_kort", "kosten"],
        op=op,
        in_het_kort={"in_het_kort": uitleg},
        kosten={"kosten_toelichting": "Bijna niets.", "tijd_nodig": "Een dag in de week"},
    )
    assert inzending.soort == "aanvulling_methodiek"
    assert uitleg not in tekst(client.get(op))
    accepteer(inzending, els)
    assert uitleg in tekst(client.get(op))
    methodiek = Methodiek.objects.get(pk=methodiek.pk)
    assert (methodiek.kosten_toelichting, methodiek.tijd_nodig) == ("Bijna niets.", "Een dag in de week")
    assert methodiek.kern == "- Iedereen is welkom"


def test_lists_are_taken_over_too(client: Client, brug: Initiatief, els: Gebruiker) -> None:
    DoelgroepFactory(slug="ouderen", naam="Ouderen")
    DoelgroepFactory(slug="jongeren", naam="Jongeren")
    accepteer(
        stuur(client, ["mensen"], mensen={"doelgroepen": ["jongeren", "ouderen"], "mensen_bereikt": "60"}),
        els,
    )
    brug.refresh_from_db()
    assert {groep.slug for groep in brug.doelgroepen.all()} == {"ouderen", "jongeren"}
    assert brug.mensen_bereikt == 60


# --- only what was chosen ------------------------------------------------------------------------------------


def test_what_was_typed_on_a_screen_that_is_not_chosen_any_more_is_not_taken_over(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    inzending, hier = begonnen(client, f"{BRUG}aanvullen/", kies=["verhaal", "gestopt", "titel"])
    client.post(f"{hier}vraag/gestopt/", {"gestopt_jaar": "2020", "geleerd": "Weg."})
    client.post(f"{hier}vraag/titel/", {"titel": "Iets anders", "website": "www.anders.example"})
    client.post(f"{hier}vraag/verhaal/", {"verhaal": NIEUW})
    client.post(f"{hier}vraag/kies/", {"kies": ["verhaal"]})
    client.post(f"{hier}vraag/wie/", WIE)
    client.post(f"{hier}vraag/bereik/", BEREIK)
    assert "Iets anders" not in tekst(client.get(f"{hier}nakijken/"))
    lang_genoeg(inzending)
    verstuur(client, inzending)
    veranderd = [stand.naam for stand in veldstanden(Inzending.objects.get()) if stand.is_veranderd]
    assert veranderd == ["verhaal"]
    accepteer(inzending, els)
    brug.refresh_from_db()
    assert (brug.titel, brug.fase, brug.gestopt_jaar, brug.geleerd, brug.website) == (
        "Eettafel De Brug",
        "draait",
        None,
        "Begin klein.",
        "",
    )
    assert brug.verhaal == NIEUW


def test_the_screens_show_what_stands_there_now(client: Client, brug: Initiatief) -> None:
    _, hier = begonnen(client, f"{BRUG}aanvullen/", kies=["verhaal", "begin", "titel"])
    assert formulier(client.get(f"{hier}vraag/verhaal/"), "verhaal")["verhaal"] == [OUD]
    assert formulier(client.get(f"{hier}vraag/titel/"), "titel")["titel"] == ["Eettafel De Brug"]
    velden = formulier(client.get(f"{hier}vraag/begin/"), "fase")
    assert (velden["fase"], velden["begonnen_jaar"]) == (["draait"], ["2015"])
    assert "Over: Eettafel De Brug" in tekst(client.get(f"{hier}vraag/begin/"))


def test_a_link_may_have_made_the_first_choice(client: Client, brug: Initiatief) -> None:
    velden = formulier(client.get(f"{BRUG}aanvullen/?wat=gestopt"), "kies")
    assert velden["kies"] == ["gestopt"]
    assert client.get(f"{BRUG}aanvullen/?wat=<script>").status_code == 200


def test_nothing_chosen_is_asked_again(client: Client, brug: Initiatief) -> None:
    antwoord = begin(client, f"{BRUG}aanvullen/", kies=[])
    assert antwoord.status_code == 422
    assert tekst(antwoord).count("Kies wat u wilt doen") == 2
    assert not Inzending.objects.exists()


@pytest.mark.parametrize("wens", ["", "gearchiveerd"])
@pytest.mark.parametrize("fabriek", [InitiatiefFactory, MethodiekFactory])
def test_what_is_not_public_cannot_be_added_to(client: Client, fabriek: Any, wens: str) -> None:
    vermelding = fabriek(titel="Geheim", slug="geheim", wens=wens)
    waar = f"{vermelding.get_absolute_url()}aanvullen/"
    for antwoord in (client.get(waar), client.post(waar, {"kies": "verhaal"})):
        assert antwoord.status_code == 404
        assert "Geheim" not in antwoord.content.decode()


def test_who_does_it_is_remembered_and_who_only_knows_it_is_not(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    accepteer(stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW}), els)
    assert not brug.contactpersonen.exists()
    zelf = {"afzender_naam": "Ria", "namens": "zelf"}
    accepteer(stuur(client, ["verhaal"], wie=zelf, verhaal={"verhaal": "Nog anders."}), els)
    ria = brug.contactpersonen.get()
    assert (ria.naam, ria.email, ria.akkoord_op) == ("Ria", "piet@prive.example", None)
    assert "Ria" not in client.get(BRUG).content.decode()
