"""The team asks, the sender answers: just those questions, answers that come back as changes, and mails that arrive."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from alliantie.kern import post
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.acties.rij import LINK_HIER
from alliantie.kern.inzendingen.bewerking import veldstanden
from alliantie.kern.inzendingen.keuzes import Status, Toegangsrol
from alliantie.kern.models import Bericht, Dialoogregel, Gebruiker, Inzending, Toegang
from tests.factories import InzendingFactory, ProjectteamFactory
from tests.hulp import formulier, tegelijk_op
from tests.kern.inzendingen.afzender import adres, alles_van, meelezen, samenvatting, token_in
from tests.publiek import hoofd, tekst

pytestmark = pytest.mark.django_db
WANNEER, WIE_KOOKT = "Wanneer begon het?", "Wie kookt er?"


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


def vraag(inzending: Inzending, els: Gebruiker, *vragen: tuple[str, str]) -> Inzending:
    """Ask this, with the mail that the desk makes."""
    mail = post.stel_op(
        "inzending_vraag",
        {
            "naam": inzending.naam,
            "onderwerp": str(inzending),
            "link": LINK_HIER,
            "code": toegang.code_van(inzending),
            "aantal": f"{len(vragen)} vragen",
            "vragen": "\n".join(woorden for _, woorden in vragen),
        },
    )
    return behandelen.stel_vragen(
        inzending=inzending, door=els, gezien=inzending.versie, vragen=vragen, mail=mail
    )


@pytest.fixture
def gevraagd(els: Gebruiker) -> Inzending:
    """An inzending about which two things were asked: one about a field, one about the whole."""
    opgepakt = InzendingFactory(status=Status.IN_BEHANDELING, door=els)
    return vraag(opgepakt, els, ("verhaal", WANNEER), ("", WIE_KOOKT))


def antwoord_op(client: Client, inzending: Inzending, waar: str = "", **getypt: str) -> HttpResponse:
    """Open the questions, type, and send."""
    waar = waar or adres(inzending, "vragen/")
    velden = formulier(client.get(waar), "csrfmiddlewaretoken")
    vragen = {vraag.tekst: vraag.pk for vraag in inzending.dialoog.vragen()}
    in_woorden = {f"antwoord-{vragen[WIE_KOOKT]}": getypt.pop("wie_kookt")} if "wie_kookt" in getypt else {}
    return client.post(waar, velden | getypt | in_woorden)


# --- the mail ------------------------------------------------------------------------------------------------


def test_the_mail_goes_once_and_its_link_opens_just_those_questions(
    client: Client, gevraagd: Inzending
) -> None:
    mail = Bericht.objects.get(soort="inzending_vraag")
    assert mail.aan == "ria@prive.example"
    assert mail.inzending == gevraagd
    for woorden in (WANNEER, WIE_KOOKT):
        assert woorden in mail.tekst
    assert LINK_HIER not in mail.tekst
    hier = f"/inzending/{token_in(mail.tekst)}/"
    stand = client.get(hier)
    assert "Wij hebben 2 vragen aan u." in tekst(stand)
    assert f"{hier}vragen/" in hoofd(stand)
    pagina = client.get(f"{hier}vragen/")
    gelezen = tekst(pagina)
    assert gelezen.index(WANNEER) < gelezen.index(WIE_KOOKT)
    velden = formulier(pagina, "verhaal")
    assert velden["verhaal"] == [gevraagd.gegevens["verhaal"]]
    assert not {"titel", "samenvatting", "afzender_email"} & set(velden)


def test_without_a_mail_address_nothing_is_mailed_and_the_code_leads_to_the_questions(
    client: Client, els: Gebruiker
) -> None:
    opgepakt = InzendingFactory(
        status=Status.IN_BEHANDELING,
        door=els,
        gegevens={"afzender_email": "", "afzender_bereik": "telefoon"},
    )
    inzending = vraag(opgepakt, els, ("", WIE_KOOKT))
    assert not Bericht.objects.exists()
    velden = formulier(client.get("/inzending/"), "code-code")
    antwoord = client.post("/inzending/", velden | {"code-code": toegang.code_van(inzending)}, follow=True)
    assert "Wij hebben 1 vraag aan u." in tekst(antwoord)


# --- the answer ------------------------------------------------------------------------------------------------


def test_answers_come_back_as_changes(client: Client, gevraagd: Inzending, els: Gebruiker) -> None:
    oud = gevraagd.gegevens["verhaal"]
    antwoord = antwoord_op(client, gevraagd, verhaal="In 2019 begonnen vijf buren.", wie_kookt="Ria en Ali.")
    assert antwoord.status_code == 302
    nieuw = Inzending.objects.get()
    assert nieuw.status == Status.IN_BEHANDELING
    assert nieuw.behandelaar == els
    assert nieuw.gegevens["verhaal"] == "In 2019 begonnen vijf buren."
    over_verhaal = nieuw.dialoog.get(tekst=WANNEER)
    assert over_verhaal.waarde_toen == oud
    assert over_verhaal.beantwoord_op is not None
    gezegd = nieuw.dialoog.get(tekst="Ria en Ali.")
    assert (gezegd.van, gezegd.antwoord_op.tekst) == ("afzender", WIE_KOOKT)
    stand = {stand.naam: stand for stand in veldstanden(nieuw)}["verhaal"]
    assert stand.wordt == "In 2019 begonnen vijf buren."
    pagina = tekst(client.get(antwoord.url))
    assert "Wij lezen uw verhaal. U hoeft niets te doen." in pagina
    assert "Ria en Ali." in pagina
    assert "Beantwoord op" in pagina


def test_what_the_team_made_of_the_old_text_is_forgotten(client: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status=Status.IN_BEHANDELING, door=els)
    bewerkt = behandelen.bewaar_bewerking(
        inzending=rij,
        door=els,
        gezien=rij.versie,
        velden={
            "verhaal": {"keuze": "aanpassen", "waarde": "Van het team."},
            "titel": {"keuze": "aanpassen", "waarde": "De Brug"},
        },
    )
    vraag(bewerkt, els, ("verhaal", WANNEER))
    antwoord_op(client, rij, verhaal="In 2019.")
    standen = {stand.naam: stand.wordt for stand in veldstanden(Inzending.objects.get())}
    assert (standen["verhaal"], standen["titel"]) == ("In 2019.", "De Brug")


def test_words_beside_a_field_are_part_of_the_talk(client: Client, gevraagd: Inzending) -> None:
    waar = adres(gevraagd, "vragen/")
    over_verhaal = gevraagd.dialoog.get(tekst=WANNEER)
    antwoord_op(
        client,
        gevraagd,
        waar,
        wie_kookt="Ria",
        **{f"antwoord-{over_verhaal.pk}": "Dat wist ik niet meer"},
    )
    regel = Dialoogregel.objects.get(tekst="Dat wist ik niet meer")
    assert (regel.antwoord_op, regel.veld) == (over_verhaal, "verhaal")


def test_what_is_missing_or_wrong_is_told_and_nothing_typed_is_lost(
    client: Client, gevraagd: Inzending
) -> None:
    eerst = alles_van(gevraagd)
    antwoord = antwoord_op(client, gevraagd, verhaal="", wie_kookt="  ")
    assert antwoord.status_code == 422
    wie = gevraagd.dialoog.get(tekst=WIE_KOOKT).pk
    assert samenvatting(antwoord) == [
        ("#id_verhaal", "Vertel het verhaal. Een paar zinnen is genoeg"),
        (f"#antwoord-{wie}", "Schrijf uw antwoord op"),
    ]
    assert f'aria-describedby="fout-{wie}"' in hoofd(antwoord)
    antwoord = antwoord_op(client, gevraagd, verhaal="x" * 20_001, wie_kookt="Ria <en> Ali")
    assert formulier(antwoord, "verhaal")[f"antwoord-{wie}"] == ["Ria <en> Ali"]
    assert formulier(antwoord, "verhaal")["verhaal"] == ["x" * 20_001]
    assert {**alles_van(gevraagd), "links": 0} == {**eerst, "links": 0}


def test_answering_twice_answers_once(client: Client, gevraagd: Inzending) -> None:
    waar = adres(gevraagd, "vragen/")
    velden = formulier(client.get(waar), "verhaal") | {"verhaal": "In 2019."}
    velden[f"antwoord-{gevraagd.dialoog.get(tekst=WIE_KOOKT).pk}"] = ["Ria"]
    for _ in range(2):
        assert client.post(waar, velden).status_code == 302
    assert Dialoogregel.objects.filter(tekst="Ria").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_click_answers_once(client: Client, gevraagd: Inzending) -> None:
    waar = adres(gevraagd, "vragen/")
    velden = formulier(client.get(waar), "verhaal") | {"verhaal": "In 2019."}
    velden[f"antwoord-{gevraagd.dialoog.get(tekst=WIE_KOOKT).pk}"] = ["Ria"]
    antwoorden = tegelijk_op(gevraagd, *(lambda: Client().post(waar, velden) for _ in range(2)))
    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    assert Dialoogregel.objects.filter(tekst="Ria").count() == 1


def test_a_page_that_stood_open_answers_no_later_question(
    client: Client, gevraagd: Inzending, els: Gebruiker
) -> None:
    waar = adres(gevraagd, "vragen/")
    oude_pagina = formulier(client.get(waar), "verhaal")
    antwoord_op(client, gevraagd, verhaal="In 2019.", wie_kookt="Ria")
    opnieuw = Inzending.objects.get()
    vraag(opnieuw, els, ("geleerd", "Wat leerde u?"))
    antwoord = client.post(waar, oude_pagina | {"verhaal": "Oud"})
    assert antwoord.status_code == 302
    nu = Inzending.objects.get()
    assert nu.status == Status.VRAAG_GESTELD
    assert (nu.gegevens["verhaal"], nu.gegevens["geleerd"]) == ("In 2019.", "Begin klein.")
    assert "Wij hebben 1 vraag aan u." in tekst(client.get(antwoord.url))


def test_two_questions_about_one_field_show_it_once(client: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status=Status.IN_BEHANDELING, door=els)
    vraag(rij, els, ("verhaal", WANNEER), ("verhaal", "Hoeveel buren?"))
    pagina = client.get(adres(rij, "vragen/"))
    assert hoofd(pagina).count('id="id_verhaal"') == 1
    assert antwoord_op(client, rij, verhaal="In 2019, met vijf.").status_code == 302
    nu = Inzending.objects.get()
    assert (nu.status, nu.gegevens["verhaal"]) == (Status.IN_BEHANDELING, "In 2019, met vijf.")


def test_a_question_about_how_to_reach_somebody_changes_that(client: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status=Status.IN_BEHANDELING, door=els)
    vraag(rij, els, ("afzender_email", "Klopt uw adres?"))
    assert antwoord_op(client, rij, afzender_email="ria@nieuw.example").status_code == 302
    assert Inzending.objects.get().email == "ria@nieuw.example"


@pytest.mark.parametrize("wat", ["intrekken", "afgewezen", "heropend"])
def test_what_is_no_longer_asked_cannot_be_answered(
    client: Client, gevraagd: Inzending, els: Gebruiker, wat: str
) -> None:
    waar = adres(gevraagd, "vragen/")
    velden = formulier(client.get(waar), "verhaal") | {"verhaal": "Te laat"}
    if wat == "intrekken":
        client.post(adres(gevraagd, "intrekken/"))
    else:
        weg = besluiten.wijs_af(
            inzending=gevraagd, door=els, gezien=gevraagd.versie, reden="Bij nader inzien niet"
        )
        if wat == "heropend":
            besluiten.heropen(inzending=weg, door=els)
    eerst = alles_van(gevraagd)
    for antwoord in (client.post(waar, velden), client.get(waar)):
        assert antwoord.status_code == 302
        assert client.get(antwoord.url).status_code == 200
    assert alles_van(gevraagd) == eerst


def test_words_of_sender_and_group_stand_with_who_said_them(client: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status=Status.IN_BEHANDELING, door=els, gegevens={"namens": "groep"})
    for _ in range(2):  # a double click
        client.post(adres(rij, "zeg-iets/"), {"tekst": "Ik ben het nummer kwijt"})
        client.post(meelezen(rij), {"anders": "1", "tekst": "Wij zijn met acht"})
    client.post(adres(rij, "zeg-iets/"), {"tekst": "Ik ben het nummer kwijt"})
    gezegd = list(rij.dialoog.values_list("van", "tekst"))
    assert gezegd[:2] == [("afzender", "Ik ben het nummer kwijt"), ("groep", "Wij zijn met acht")]
    stand = tekst(client.get(adres(rij)))
    assert "De groep , " in stand or "De groep, " in stand
    assert "Els" not in stand  # who of us it was is not told
    antwoord = client.post(adres(rij, "zeg-iets/"), {"tekst": "x" * 5001})
    assert antwoord.status_code == 422
    assert formulier(antwoord, "tekst")["tekst"] == ["x" * 5001]
    assert samenvatting(antwoord) == [("#id_tekst", "Uw tekst heeft 5001 letters. Er passen er 5000")]


def test_too_many_words_from_one_network_stay_in_the_form(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alliantie.kern.inzendingen.acties.reageren.REACTIES_PER_UUR", 1)
    rij = InzendingFactory(gegevens={"namens": "groep"})
    assert client.post(adres(rij, "zeg-iets/"), {"tekst": "Een"}).status_code == 302
    for waar, extra in ((adres(rij, "zeg-iets/"), {}), (meelezen(rij), {"anders": "1"})):
        antwoord = client.post(waar, {"tekst": "Twee"} | extra, headers={"X-Forwarded-For": "203.0.113.7"})
        assert antwoord.status_code == 429
        assert "Wat u typte, staat er nog" in tekst(antwoord)
        assert formulier(antwoord, "tekst")["tekst"] == ["Twee"]
    assert rij.dialoog.count() == 1


# --- whose address it is -----------------------------------------------------------------------------------------


def test_the_button_behind_a_mailed_link_shows_that_the_address_is_theirs(
    client: Client, gevraagd: Inzending
) -> None:
    hier = f"/inzending/{token_in(Bericht.objects.get(soort='inzending_vraag').tekst)}/"
    # What a mail program does to see whether a link is safe.
    for _ in range(3):
        client.get(hier)
        client.head(hier)
        assert client.get(f"{hier}bevestig-mail/").status_code == 405
    gevraagd.refresh_from_db()
    assert gevraagd.email_bevestigd_op is None
    assert "Is dit uw e-mailadres? ria@prive.example" in tekst(client.get(hier))
    assert client.post(f"{hier}bevestig-mail/").url == hier
    gevraagd.refresh_from_db()
    bevestigd = gevraagd.email_bevestigd_op
    assert bevestigd is not None
    assert "Is dit uw e-mailadres?" not in tekst(client.get(hier))
    client.post(f"{hier}bevestig-mail/")
    gevraagd.refresh_from_db()
    assert gevraagd.email_bevestigd_op == bevestigd


@pytest.mark.parametrize("gemaild_aan", ["", "ander@prive.example", "ria@prive.example.com"])
def test_a_link_that_did_not_go_to_this_address_shows_nothing(client: Client, gemaild_aan: str) -> None:
    inzending = InzendingFactory()
    hier = adres(inzending, gemaild_aan=gemaild_aan)
    assert "Is dit uw e-mailadres?" not in tekst(client.get(hier))
    client.post(f"{hier}bevestig-mail/")
    inzending.refresh_from_db()
    assert inzending.email_bevestigd_op is None


def test_another_address_must_be_shown_anew(client: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status=Status.CONCEPT)
    hier = adres(rij, gemaild_aan="ria@prive.example")
    client.post(f"{hier}bevestig-mail/")
    rij.refresh_from_db()
    assert rij.email_bevestigd_op is not None
    client.post(
        f"{hier}vraag/bereik/",
        {"afzender_bereik": "mail", "afzender_email": "ria@nieuw.example", "afzender_telefoon": ""},
    )
    rij.refresh_from_db()
    assert rij.email_bevestigd_op is None
    client.post(f"{hier}bevestig-mail/")
    rij.refresh_from_db()
    assert rij.email_bevestigd_op is None


# --- the group reads along -----------------------------------------------------------------------------------------


def test_the_group_says_that_it_is_right_and_the_sender_reads_so(client: Client) -> None:
    rij = InzendingFactory(status=Status.CONCEPT, gegevens={"namens": "groep"})
    gemaakt = client.post(adres(rij, "laat-meelezen/"))
    waar = f"/meelezen/{token_in(hoofd(gemaakt))}/"
    pagina = client.get(waar)
    gelezen = tekst(pagina)
    assert "pan soep" in gelezen
    for geheim in ("Ria", "ria@prive", "06 12"):
        assert geheim not in pagina.content.decode()
    assert not any(f"vraag/{scherm}" in pagina.content.decode() for scherm in ("wie", "bereik"))
    client.head(waar)
    rij.refresh_from_db()
    assert rij.groep_akkoord_op is None
    assert "Wij weten nu dat het klopt" in tekst(client.post(waar, {"klopt": "1"}, follow=True))
    rij.refresh_from_db()
    eerst, versie = rij.groep_akkoord_op, rij.versie
    assert eerst is not None
    client.post(waar, {"klopt": "1"})
    rij.refresh_from_db()
    assert (rij.groep_akkoord_op, rij.versie) == (eerst, versie)
    assert "De groep zei op" in tekst(client.get(adres(rij)))


def test_the_group_says_what_must_be_different(client: Client) -> None:
    rij = InzendingFactory(gegevens={"namens": "groep"})
    waar = meelezen(rij)
    antwoord = client.post(waar, {"anders": "1", "tekst": " "})
    assert antwoord.status_code == 422
    assert samenvatting(antwoord) == [("#id_tekst", "Schrijf op wat u wilt zeggen")]
    antwoord = client.post(waar, {"anders": "1", "tekst": "Wij zijn met acht"}, follow=True)
    assert "Wij lezen wat er anders moet" in tekst(antwoord)
    assert "Wij zijn met acht" in tekst(client.get(adres(rij)))


def test_the_link_in_the_mail_to_the_group_reads_and_does_no_more(client: Client) -> None:
    rij = InzendingFactory(gegevens={"namens": "groep", "groep_email": "groep@prive.example"})
    mail = Bericht.objects.get(soort="inzending_meelezen")
    assert mail.aan == "groep@prive.example"
    token = token_in(mail.tekst)
    assert "Klopt het?" in tekst(client.get(f"/meelezen/{token}/"))
    assert client.get(f"/inzending/{token}/").status_code == 404
    assert Toegang.objects.van(rij).filter(rol=Toegangsrol.GROEP).count() == 1


def test_mails_of_a_decision_have_links_that_work(client: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status=Status.IN_BEHANDELING, door=els)
    gegevens: dict[str, Any] = {"naam": rij.naam, "onderwerp": str(rij), "link": LINK_HIER, "code": "X"}
    mail = post.stel_op("inzending_geplaatst", gegevens | {"pagina": "[pagina]"})
    besluiten.keur_goed(inzending=rij, door=els, gezien=rij.versie, mail=mail)
    bericht = Bericht.objects.get(soort="inzending_geplaatst")
    assert "Uw verhaal staat op de website" in tekst(client.get(f"/inzending/{token_in(bericht.tekst)}/"))
    assert "[pagina]" not in bericht.tekst
    assert "/initiatieven/eettafel-de-brug/" in bericht.tekst
