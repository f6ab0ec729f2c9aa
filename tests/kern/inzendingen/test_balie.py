"""The desk: what it shows, and what it keeps of what the team does there."""

from typing import Any

import pytest
from django.test import Client

from alliantie.kern.inzendingen import bewerking
from alliantie.kern.inzendingen.acties import behandelen, links, reageren
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.inzendingen.toegang import code_van, open_code
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven.models import Initiatief
from tests.factories import InitiatiefFactory, InzendingFactory, ProjectteamFactory, ThemaFactory, gemeente
from tests.hulp import Velden, formulier

pytestmark = pytest.mark.django_db
VERHAAL = "Wij zaaien in maart en oogsten in september."
KWAAD = "<script>alert(1)</script>"


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


@pytest.fixture
def bij_els(client: Client, els: Gebruiker) -> Client:
    client.force_login(els)
    return client


@pytest.fixture
def tuin() -> Initiatief:
    return InitiatiefFactory(
        titel="Buurttuin", verhaal=VERHAAL, samenvatting="Een tuin.", gemeente=gemeente(), gepubliceerd=True
    )


def adres(inzending: Inzending) -> str:
    return f"/beheer/kern/inzending/{inzending.pk}/change/"


def vul_in(client: Client, inzending: Inzending) -> Velden:
    return formulier(client.get(adres(inzending)), "gezien")


def bewaar(client: Client, inzending: Inzending, doe: str = "bewaar", **anders: Any) -> Any:
    velden = vul_in(client, inzending) | {
        naam.replace("__", "-"): [waarde] for naam, waarde in anders.items()
    }
    antwoord = client.post(adres(inzending), velden | {"doe": doe})
    inzending.refresh_from_db()
    return antwoord


def standen(inzending: Inzending) -> dict[str, bewerking.Veldstand]:
    return {stand.naam: stand for stand in bewerking.veldstanden(inzending)}


def verander(initiatief: Initiatief, **velden: Any) -> None:
    rij = Initiatief.objects.get(pk=initiatief.pk)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.save()


# --- showing ---------------------------------------------------------------------------------------------------


def test_it_shows_what_stands_there_and_what_was_sent_with_the_difference_marked(
    bij_els: Client, els: Gebruiker, tuin: Initiatief
) -> None:
    rij = InzendingFactory(
        soort="aanvulling",
        doel=tuin,
        gegevens={"verhaal": VERHAAL.replace("maart", "april")},
        status="in_behandeling",
        door=els,
    )
    html = bij_els.get(adres(rij)).content.decode()
    assert "<del>maart</del>" in html
    assert "<ins>april</ins>" in html
    assert "Ria de Buurvrouw" in html
    assert "nog niet bevestigd" in html
    assert code_van(rij) in html


@pytest.mark.parametrize("soort", ["initiatief", "aanvulling"])
def test_script_in_every_field_is_shown_as_it_was_typed(
    bij_els: Client, els: Gebruiker, tuin: Initiatief, soort: str
) -> None:
    doel = tuin if soort == "aanvulling" else None
    rij = InzendingFactory(
        soort=soort, doel=doel, gegevens={"kies": ["verhaal", "opmerking"]}, status="concept"
    )
    alles = {naam: KWAAD for naam in rij.gegevens if naam not in {"kies", "doelgroepen"}}
    Inzending.objects.filter(pk=rij.pk).update(
        gegevens=rij.gegevens | alles | {"opmerking": KWAAD}, onderwerp=KWAAD, waar=KWAAD, naam=KWAAD
    )
    for pad in (adres(rij), "/beheer/kern/inzending/?stand=concept"):
        html = bij_els.get(pad).content.decode()
        assert KWAAD not in html, pad
        assert "&lt;script&gt;" in html, pad


@pytest.mark.parametrize(
    "tekst", ["x " * 500_000, "regel\n" * 10_000, "x" * 1_000_000, "\u202egnagreN\u202c אבג"], ids=len
)
def test_a_text_made_to_break_the_page_is_shown_in_a_box_of_its_own(
    bij_els: Client, els: Gebruiker, tuin: Initiatief, tekst: str
) -> None:
    rij = InzendingFactory(soort="aanvulling", doel=tuin, status="in_behandeling", door=els)
    Inzending.objects.filter(pk=rij.pk).update(gegevens=rij.gegevens | {"verhaal": tekst})
    html = bij_els.get(adres(rij)).content.decode()
    if len(tekst) > 100:
        assert 'class="getypt lang" tabindex="0"' in html
    assert "<bdi><ins>" in html
    assert tekst.strip() in html


def test_the_language_meter_marks_the_sentence(bij_els: Client, els: Gebruiker) -> None:
    lang = "Wij koken met heel veel buren " + "en nog meer buren " * 8 + "in de hal."
    rij = InzendingFactory(gegevens={"verhaal": lang}, status="in_behandeling", door=els)
    html = bij_els.get(adres(rij)).content.decode()
    assert "1 lange zin" in html
    assert f'<mark class="lang">{lang}</mark>' in html


def test_an_answer_shows_what_changed_since_the_question(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(gegevens={"verhaal": "Wij begonnen ooit."}, status="vraag_gesteld", door=els)
    vraag = rij.open_vragen.get()
    reageren.beantwoord(
        inzending=rij, antwoorden={vraag.pk: "Zie de tekst."}, getypt={"verhaal": "Wij begonnen in 2019."}
    )
    html = bij_els.get(adres(rij)).content.decode()
    assert "Zie de tekst." in html
    assert "<del>ooit.</del>" in html
    assert "<ins>in 2019.</ins>" in html


def test_the_number_of_queries_does_not_depend_on_how_much_was_said(
    bij_els: Client, els: Gebruiker, django_assert_max_num_queries: Any
) -> None:
    klein = InzendingFactory(status="in_behandeling", door=els, gegevens={"titel": "Een tafel"})
    groot = InzendingFactory(
        status="in_behandeling", door=els, fotos=4, papieren=3, gegevens={"titel": "Een schuur"}
    )
    for nummer in range(5):
        links_ = f"10.1.{nummer}"
        reageren.zeg(inzending=groot, rol="afzender", tekst=f"Nog iets {nummer}", netwerk=links_)
    bij_els.get(adres(klein))
    tellingen = []
    for rij in (klein, groot):
        with django_assert_max_num_queries(60) as geteld:
            bij_els.get(adres(rij))
        tellingen.append(len(geteld))
    assert tellingen[0] == tellingen[1]


# --- working on it -----------------------------------------------------------------------------------------------


def test_saving_as_it_is_changes_nothing_and_a_changed_text_is_the_teams_own(
    bij_els: Client, els: Gebruiker
) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    assert bewaar(bij_els, rij).status_code == 302
    assert rij.bewerking == {}
    bewaar(bij_els, rij, wordt__verhaal="Vijf buren koken.\r\nElke week.", keuze__geleerd="weglaten")
    assert standen(rij)["verhaal"].keuze == "aanpassen"
    assert bewerking.definitief(rij)["verhaal"] == "Vijf buren koken.\nElke week."
    assert "geleerd" not in bewerking.definitief(rij)
    bewaar(bij_els, rij, keuze__verhaal="overnemen")
    assert bewerking.definitief(rij)["verhaal"] == rij.gegevens["verhaal"]


def test_a_field_that_was_not_sent_can_be_filled_in_by_the_team(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    bewaar(bij_els, rij, wordt__opbrengst="Buren kennen elkaar.")
    assert bewerking.definitief(rij)["opbrengst"] == "Buren kennen elkaar."


def test_what_the_team_fills_in_besides_is_kept(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    breda = str(gemeente("Breda").pk)
    bewaar(
        bij_els,
        rij,
        wordt__gemeente=breda,
        oordeel__regie="deels",
        **{"oordeel__regie__toelichting": "Deels."},
    )
    assert bewerking.redactiewaarden(rij) == {"gemeente": breda, "plaats": ""}
    assert rij.oordeel == {"regie": {"voldoet": "deels", "toelichting": "Deels."}}
    bewaar(bij_els, rij, wordt__gemeente=str(gemeente("Tilburg").pk))
    assert "gemeente" not in rij.bewerking


def test_a_photo_gets_the_words_of_the_team_and_can_be_left_out(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els, fotos=2)
    een, ander = rij.bijlagen.all()
    velden = vul_in(bij_els, rij)
    velden[f"bijlage-{een.pk}-omschrijving"] = ["Een lange tafel in de hal"]
    velden[f"bijlage-{een.pk}-toestemming"] = ["nog_vragen"]
    del velden[f"bijlage-{ander.pk}-overnemen"]
    bij_els.post(adres(rij), velden | {"doe": "bewaar"})
    een.refresh_from_db()
    ander.refresh_from_db()
    assert (een.definitieve_omschrijving, een.toestemming, een.overnemen) == (
        "Een lange tafel in de hal",
        "nog_vragen",
        True,
    )
    assert een.omschrijving == "Een tafel met 4 borden"
    assert (ander.overnemen, ander.omschrijving_team) == (False, "")


def test_when_the_page_changed_meanwhile_all_three_versions_stand_there_and_nothing_is_chosen(
    bij_els: Client, els: Gebruiker, tuin: Initiatief
) -> None:
    rij = InzendingFactory(
        soort="aanvulling",
        doel=tuin,
        gegevens={"verhaal": "Wij zaaien in april."},
        status="in_behandeling",
        door=els,
    )
    verander(tuin, verhaal="Wij zaaien niet meer.")
    antwoord = bij_els.get(adres(rij))
    html = antwoord.content.decode()
    for kop in ("Toen het begon", "Staat nu op de site", "Gestuurd"):
        assert kop in html
    assert "keuze-verhaal" not in formulier(antwoord, "gezien")
    bewaar(bij_els, rij)
    assert standen(rij)["verhaal"].keuze == ""
    bewaar(bij_els, rij, keuze__verhaal="overnemen")
    assert standen(rij)["verhaal"].wordt == "Wij zaaien in april."


def test_a_choice_does_not_outlive_another_change_of_the_page(
    bij_els: Client, els: Gebruiker, tuin: Initiatief
) -> None:
    rij = InzendingFactory(soort="aanvulling", doel=tuin, status="in_behandeling", door=els)
    verander(tuin, verhaal="Eerst dit.")
    bewaar(bij_els, rij, keuze__verhaal="overnemen", wordt__geleerd="Begin klein.")
    assert standen(rij)["verhaal"].keuze == "overnemen"
    verander(tuin, verhaal="Toen dat.", geleerd="Iets anders.")
    rij = Inzending.objects.get(pk=rij.pk)
    assert standen(rij)["verhaal"].keuze == ""
    assert standen(rij)["geleerd"].botst
    assert "Begin klein." in bij_els.get(adres(rij)).content.decode()
    bewaar(bij_els, rij)
    assert rij.bewerking["geleerd"]["waarde"] == "Begin klein."


def test_who_is_too_late_reads_so_and_loses_nothing(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    velden = vul_in(bij_els, rij) | {"wordt-verhaal": ["Mijn lange tekst."], "doe": "bewaar"}
    jan = Client()
    jan.force_login(ProjectteamFactory(naam="Jan"))
    bewaar(jan, rij, wordt__titel="Anders")
    antwoord = bij_els.post(adres(rij), velden)
    html = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "intussen veranderd" in html
    opnieuw = formulier(antwoord, "gezien")
    assert opnieuw["wordt-verhaal"] == ["Mijn lange tekst."]
    assert opnieuw["keuze-verhaal"] == ["aanpassen"]
    rij.refresh_from_db()
    assert "verhaal" not in rij.bewerking


def test_the_same_form_sent_twice_is_kept_once_and_no_quarrel(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    velden = vul_in(bij_els, rij) | {"wordt-verhaal": ["Mijn tekst."], "doe": "bewaar"}
    assert [bij_els.post(adres(rij), velden).status_code for _ in range(2)] == [302, 302]


def test_save_and_next_goes_through_the_queue_and_begins_again(bij_els: Client, els: Gebruiker) -> None:
    een, twee = (InzendingFactory(status="in_behandeling", door=els) for _ in range(2))
    InzendingFactory(status="in_behandeling", door=ProjectteamFactory())
    assert bewaar(bij_els, een, "volgende").url == adres(twee)
    assert bewaar(bij_els, twee, "volgende").url == adres(een)


# --- the other buttons ---------------------------------------------------------------------------------------------


def test_take_up_take_over_and_let_go(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory()
    bewaar(bij_els, rij, "oppakken")
    assert (rij.behandelaar, rij.status) == (els, Status.IN_BEHANDELING)
    jan = Client()
    jan.force_login(ProjectteamFactory(naam="Jan"))
    assert "Neem over van Els" in jan.get(adres(rij)).content.decode()
    bewaar(jan, rij, "overnemen")
    assert str(rij.behandelaar) == "Jan"
    bewaar(jan, rij, "loslaten")
    assert (rij.behandelaar, rij.status) == (None, Status.INGEDIEND)


def test_a_button_keeps_what_was_typed_elsewhere_on_the_desk(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    bewaar(bij_els, rij, "telefoon", wordt__verhaal="Mijn tekst.")
    assert rij.telefoon_bevestigd_op
    assert bewerking.definitief(rij)["verhaal"] == "Mijn tekst."


def test_a_new_code_stands_on_the_desk_and_the_old_one_opens_nothing(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els)
    oud = code_van(rij)
    bewaar(bij_els, rij, "code")
    assert open_code(oud) is None
    assert code_van(rij) in bij_els.get(adres(rij)).content.decode()


def test_what_may_be_the_same_can_be_joined_and_let_loose(
    bij_els: Client, els: Gebruiker, tuin: Initiatief
) -> None:
    rij = InzendingFactory(gegevens={"titel": "Buurttuin"}, status="in_behandeling", door=els)
    ((sleutel, dubbel),) = bij_els.get(adres(rij)).context["dubbelen"]
    assert dubbel.titel == "Buurttuin"
    bewaar(bij_els, rij, f"koppel:{sleutel}")
    assert rij.doel == tuin
    html = bij_els.get(adres(rij)).content.decode()
    assert "Maak los" in html
    bewaar(bij_els, rij, "koppel:los")
    assert rij.doel_id is None


def test_only_what_the_desk_offers_can_be_joined(bij_els: Client, els: Gebruiker, tuin: Initiatief) -> None:
    rij = InzendingFactory(gegevens={"titel": "Iets heel anders"}, status="in_behandeling", door=els)
    antwoord = bewaar(bij_els, rij, f"koppel:initiatieven.initiatief:{tuin.pk}")
    assert antwoord.status_code == 404
    assert rij.doel_id is None


def test_the_group_that_says_it_is_right_shows_with_the_day(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(
        gegevens={"namens": "groep", "groep_email": "groep@prive.example"}, status="in_behandeling", door=els
    )
    assert "zei nog niets" in bij_els.get(adres(rij)).content.decode()
    links.groep_zegt_klopt(inzending=rij)
    assert "De groep zei: dit klopt" in bij_els.get(adres(rij)).content.decode()


def test_a_refusal_can_be_opened_again(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="afgewezen", door=els)
    bewaar(bij_els, rij, "heropen")
    assert (rij.status, rij.uitkomst, rij.behandelaar) == (Status.IN_BEHANDELING, "", els)


def test_a_target_that_is_gone_is_told(bij_els: Client, els: Gebruiker) -> None:
    weg = InitiatiefFactory(titel="Weg", gemeente=gemeente(), gepubliceerd=True)
    rij = InzendingFactory(soort="aanvulling", doel=weg, status="in_behandeling", door=els)
    Initiatief.objects.get(pk=weg.pk).delete()
    assert "is weggegooid" in bij_els.get(adres(rij)).content.decode()


@pytest.mark.parametrize("soort", ["initiatief", "aanvulling"])
def test_the_preview_shows_what_the_team_made_of_it_and_changes_nothing(
    bij_els: Client, els: Gebruiker, tuin: Initiatief, soort: str
) -> None:
    doel = tuin if soort == "aanvulling" else None
    rij = InzendingFactory(soort=soort, doel=doel, status="in_behandeling", door=els, fotos=1)
    antwoord = bewaar(bij_els, rij, "voorvertoning", wordt__verhaal="Buren maken het zelf.")
    html = bij_els.get(antwoord.url).content.decode()
    assert "Buren maken het zelf." in html
    tuin.refresh_from_db()
    assert tuin.verhaal == VERHAAL
    assert list(Initiatief.objects.all()) == [tuin]


def test_another_inzending_about_the_same_is_a_link_to_its_desk(bij_els: Client, els: Gebruiker) -> None:
    een, ander = (InzendingFactory(status="in_behandeling", door=els) for _ in range(2))
    assert f'href="{adres(ander)}"' in bij_els.get(adres(een)).content.decode()


def test_a_theme_that_the_sender_did_not_know_must_be_chosen(bij_els: Client, els: Gebruiker) -> None:
    thema = ThemaFactory(naam="Tuin", slug="tuin")
    rij = InzendingFactory(gegevens={"hoofdthema": "weet_niet"}, status="in_behandeling", door=els)
    bewaar(bij_els, rij, wordt__hoofdthema="tuin")
    assert bewerking.definitief(rij)["hoofdthema"] == thema.slug
    behandelen.laat_los(inzending=rij, door=els)
    assert "wordt-hoofdthema" not in vul_in(bij_els, rij)
