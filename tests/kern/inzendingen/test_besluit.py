"""The decisions: what is shown before, what happens, which mail goes out, and that it happens once."""

from typing import Any

import pytest
from django.test import Client

from alliantie.kern.inzendingen.acties import behandelen, reageren
from alliantie.kern.inzendingen.keuzes import Status, Uitkomst
from alliantie.kern.models import Bericht, Gebruiker, Inzending
from alliantie.kern.models.mailtekst import Modelzin
from initiatieven.models import Initiatief
from tests.factories import (
    CoordinatorFactory,
    InitiatiefFactory,
    InzendingFactory,
    ProjectteamFactory,
    gemeente,
)
from tests.hulp import Velden, formulier, tegelijk_op

pytestmark = pytest.mark.django_db
ZONDER_MAIL = {"afzender_bereik": "telefoon", "afzender_email": ""}


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


@pytest.fixture
def bij_els(client: Client, els: Gebruiker) -> Client:
    client.force_login(els)
    return client


@pytest.fixture
def van_els(els: Gebruiker) -> Inzending:
    return InzendingFactory(status="in_behandeling", door=els)


def naar(inzending: Inzending, wat: str = "") -> str:
    return f"/beheer/kern/inzending/{inzending.pk}/{f'besluit/{wat}/' if wat else 'change/'}"


def mails(soort: str) -> list[Bericht]:
    return list(Bericht.objects.filter(soort=soort))


def besluit(client: Client, inzending: Inzending, wat: str, met: str = "gezien", **anders: str) -> Any:
    """Read the page of the decision, change what is asked, and press the last button."""
    velden: Velden = formulier(client.get(naar(inzending, wat)), met)
    velden |= {naam: [waarde] for naam, waarde in anders.items()}
    return client.post(naar(inzending, wat), velden | {"besluit": "1"}, follow=True)


def tekst_van(antwoord: Any) -> str:
    return antwoord.content.decode()


# --- publish -----------------------------------------------------------------------------------------------------


def test_from_the_desk_to_the_site_with_a_mail_that_was_changed(
    bij_els: Client, van_els: Inzending, els: Gebruiker
) -> None:
    volgende = InzendingFactory(gegevens={"titel": "De volgende"})
    velden = formulier(bij_els.get(naar(van_els)), "gezien")
    velden |= {"wordt-verhaal": ["Buren koken samen."], "doe": ["besluit:publiceren"]}
    pagina = bij_els.post(naar(van_els), velden, follow=True)
    assert "Er komt een nieuwe pagina" in tekst_van(pagina)
    mail = formulier(pagina, "onderwerp")
    assert "[link]" in mail["tekst"][0]
    assert "[pagina]" in mail["tekst"][0]
    assert not Initiatief.objects.exists()

    mail |= {"tekst": ["Dag Ria. Het staat er: [pagina]. Kijk hier: [link]"], "besluit": ["1"]}
    klaar = bij_els.post(naar(van_els, "publiceren"), mail, follow=True)
    initiatief = Initiatief.objects.get()
    assert (initiatief.verhaal, initiatief.is_openbaar) == ("Buren koken samen.", True)
    (bericht,) = mails("inzending_geplaatst")
    assert bericht.tekst.startswith("Dag Ria. Het staat er: http")
    assert initiatief.get_absolute_url() in bericht.tekst
    assert "[" not in bericht.tekst
    assert klaar.redirect_chain[-1][0] == naar(volgende)
    assert "‘Eettafel De Brug’ staat op de site." in tekst_van(klaar)
    assert f'href="{naar(van_els)}">Kijk terug' in tekst_van(klaar)


def test_a_mail_without_a_subject_is_asked_for_again(bij_els: Client, van_els: Inzending) -> None:
    antwoord = besluit(bij_els, van_els, "publiceren", onderwerp="", tekst="Mijn mail.")
    assert "Vul een onderwerp in" in tekst_van(antwoord)
    assert "Mijn mail." in tekst_van(antwoord)
    assert not Initiatief.objects.exists()


def test_what_is_still_needed_is_told_with_the_way_there(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(
        gegevens={"waar": "Nergenshuizen", "hoofdthema": "weet_niet"}, status="in_behandeling", door=els
    )
    antwoord = besluit(bij_els, rij, "publiceren")
    assert "Dit is nog nodig" in tekst_van(antwoord)
    assert f"{naar(rij)}#vak-hoofdthema" in tekst_van(antwoord)
    rij.refresh_from_db()
    assert (rij.status, mails("inzending_geplaatst")) == (Status.IN_BEHANDELING, [])


def test_an_addition_changes_the_page_only_at_the_decision(bij_els: Client, els: Gebruiker) -> None:
    doel = InitiatiefFactory(titel="Tuin", verhaal="Wij zaaien.", gemeente=gemeente(), gepubliceerd=True)
    rij = InzendingFactory(
        soort="aanvulling", doel=doel, gegevens={"verhaal": "Wij oogsten."}, status="in_behandeling", door=els
    )
    pagina = bij_els.get(naar(rij, "publiceren"))
    assert "<ins>oogsten.</ins>" in tekst_van(pagina)
    doel.refresh_from_db()
    assert doel.verhaal == "Wij zaaien."
    besluit(bij_els, rij, "publiceren")
    doel.refresh_from_db()
    assert doel.verhaal == "Wij oogsten."


def test_a_page_that_changed_while_the_mail_was_read_is_not_overwritten(
    bij_els: Client, els: Gebruiker
) -> None:
    doel = InitiatiefFactory(titel="Tuin", verhaal="Wij zaaien.", gemeente=gemeente(), gepubliceerd=True)
    rij = InzendingFactory(soort="aanvulling", doel=doel, status="in_behandeling", door=els)
    velden = formulier(bij_els.get(naar(rij, "publiceren")), "gezien") | {"besluit": ["1"]}
    ander = Initiatief.objects.get(pk=doel.pk)
    ander.verhaal = "Een collega schreef dit."
    ander.save()
    antwoord = bij_els.post(naar(rij, "publiceren"), velden)
    assert antwoord.status_code == 409
    assert "is intussen veranderd. Kijk eerst wat er nu staat." in tekst_van(antwoord)
    doel.refresh_from_db()
    assert doel.verhaal == "Een collega schreef dit."
    assert mails("inzending_geplaatst") == []


def test_a_version_nobody_looked_at_is_not_decided_about(bij_els: Client, van_els: Inzending) -> None:
    reageren.zeg(inzending=van_els, rol="afzender", tekst="Nog iets", netwerk="10.2.0.1")
    antwoord = bij_els.get(naar(van_els, "publiceren") + f"?gezien={van_els.versie}", follow=True)
    assert antwoord.redirect_chain == [(naar(van_els), 302)]
    assert "intussen veranderd" in tekst_van(antwoord)


# --- ask ---------------------------------------------------------------------------------------------------------


def test_several_questions_at_once_become_one_mail(bij_els: Client, van_els: Inzending) -> None:
    zin = Modelzin.objects.create(waarvoor="vraag", veld="verhaal", tekst="Wie begon ermee?")
    keuzes = {f"zin-{'verhaal'}": [str(zin.pk)], "eigen-": ["Mag de naam erbij?"], "stap": ["mail"]}
    velden = formulier(bij_els.get(naar(van_els, "vragen")), "gezien")
    pagina = bij_els.post(naar(van_els, "vragen"), velden | keuzes)
    mail = formulier(pagina, "onderwerp")
    assert "2 vragen" in mail["onderwerp"][0]
    assert "1. Mag de naam erbij?\n2. Wie begon ermee?" in mail["tekst"][0]
    assert not van_els.dialoog.exists()

    terug = bij_els.post(naar(van_els, "vragen"), mail | {"stap": ["kies"]})
    assert formulier(terug, "eigen-")["zin-verhaal"] == [str(zin.pk)]

    klaar = bij_els.post(naar(van_els, "vragen"), mail | {"besluit": ["1"]}, follow=True)
    van_els.refresh_from_db()
    assert van_els.status == Status.VRAAG_GESTELD
    assert [(v.veld, v.tekst) for v in van_els.open_vragen] == [
        ("", "Mag de naam erbij?"),
        ("verhaal", "Wie begon ermee?"),
    ]
    assert len(mails("inzending_vraag")) == 1
    assert "Het wacht nu op antwoord" in tekst_van(klaar)


def test_without_a_question_it_says_what_to_do(bij_els: Client, van_els: Inzending) -> None:
    velden = formulier(bij_els.get(naar(van_els, "vragen")), "gezien")
    antwoord = bij_els.post(naar(van_els, "vragen"), velden | {"stap": ["mail"], "besluit": ["1"]})
    assert "Kies een vraag, of schrijf er zelf een" in tekst_van(antwoord)
    van_els.refresh_from_db()
    assert van_els.status == Status.IN_BEHANDELING


def test_who_has_no_mail_address_is_called(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(gegevens=ZONDER_MAIL, status="in_behandeling", door=els)
    velden = formulier(bij_els.get(naar(rij, "vragen")), "gezien") | {
        "eigen-": ["Wie begon?"],
        "stap": ["mail"],
    }
    pagina = bij_els.post(naar(rij, "vragen"), velden)
    assert "Er gaat geen mail uit. Bel" in tekst_van(pagina)
    assert "06 12 34 56 78" in tekst_van(pagina)
    bij_els.post(naar(rij, "vragen"), formulier(pagina, "gezien") | {"besluit": ["1"]})
    rij.refresh_from_db()
    assert (rij.status, mails("inzending_vraag")) == (Status.VRAAG_GESTELD, [])


# --- refuse, spam, join ----------------------------------------------------------------------------------------------


def test_refusing_tells_the_reason_in_the_mail(bij_els: Client, van_els: Inzending) -> None:
    zin = Modelzin.objects.create(waarvoor="afwijzing", tekst="Dit past hier niet.")
    velden = formulier(bij_els.get(naar(van_els, "afwijzen")), "gezien")
    velden |= {"zin-": [str(zin.pk)], "eigen-": ["Kijk eens bij de buren."], "stap": ["mail"]}
    mail = formulier(bij_els.post(naar(van_els, "afwijzen"), velden), "onderwerp")
    assert "Dit past hier niet.\n\nKijk eens bij de buren." in mail["tekst"][0]
    bij_els.post(naar(van_els, "afwijzen"), mail | {"besluit": ["1"]})
    van_els.refresh_from_db()
    assert (van_els.status, van_els.uitkomst) == (Status.AFGEWEZEN, Uitkomst.NIET_GEPLAATST)
    assert len(mails("inzending_afgewezen")) == 1


def test_refusing_asks_for_a_reason(bij_els: Client, van_els: Inzending) -> None:
    velden = formulier(bij_els.get(naar(van_els, "afwijzen")), "gezien") | {"stap": ["mail"]}
    assert "Kies een reden" in tekst_van(bij_els.post(naar(van_els, "afwijzen"), velden))


def test_spam_sends_no_mail(bij_els: Client, van_els: Inzending) -> None:
    voor = Bericht.objects.count()
    besluit(bij_els, van_els, "spam")
    van_els.refresh_from_db()
    assert (van_els.uitkomst, Bericht.objects.count()) == (Uitkomst.SPAM, voor)


def test_joining_leaves_what_is_there_and_takes_what_is_chosen(bij_els: Client, els: Gebruiker) -> None:
    doel = InitiatiefFactory(
        titel="Buurttuin Oost", verhaal="Wij zaaien.", gemeente=gemeente("Breda"), gepubliceerd=True
    )
    rij = InzendingFactory(
        gegevens={"titel": "Iets anders", "verhaal": "Nieuw.", "geleerd": "Begin klein."},
        status="in_behandeling",
        door=els,
    )
    gevonden = bij_els.get(naar(rij, "samenvoegen") + "?naam=Buurttuin Oost")
    ((sleutel, _),) = gevonden.context["dubbelen"]
    bij_els.post(naar(rij), {"doe": f"koppel:{sleutel}", "naam": "Buurttuin Oost"})
    antwoord = besluit(bij_els, rij, "publiceren")
    assert "samengevoegd met wat er al stond" in tekst_van(antwoord)
    doel.refresh_from_db()
    rij.refresh_from_db()
    assert (doel.titel, doel.verhaal, doel.geleerd) == ("Buurttuin Oost", "Wij zaaien.", "Begin klein.")
    assert rij.uitkomst == Uitkomst.SAMENGEVOEGD
    assert Initiatief.objects.count() == 1
    assert len(mails("inzending_samengevoegd")) == 1


def test_the_coordinator_erases_who_sent_it(client: Client) -> None:
    client.force_login(CoordinatorFactory())
    rij = InzendingFactory(status="afgewezen")
    besluit(client, rij, "wissen")
    rij.refresh_from_db()
    assert rij.gewist_op
    assert rij.email == ""
    assert "De gegevens zijn gewist" in tekst_van(client.get(naar(rij)))


# --- once ----------------------------------------------------------------------------------------------------------


def test_a_double_click_decides_once_and_the_second_reads_what_happened(
    bij_els: Client, van_els: Inzending
) -> None:
    velden = formulier(bij_els.get(naar(van_els, "publiceren")), "gezien") | {"besluit": ["1"]}
    een, ander = (bij_els.post(naar(van_els, "publiceren"), velden) for _ in range(2))
    assert (een.status_code, ander.status_code) == (302, 409)
    assert "U hebt dit al geplaatst, om" in tekst_van(ander)
    assert (Initiatief.objects.count(), len(mails("inzending_geplaatst"))) == (1, 1)


def test_the_desk_of_who_is_too_late_says_who_placed_it(bij_els: Client, van_els: Inzending) -> None:
    jan = Client()
    jan.force_login(ProjectteamFactory(naam="Jan"))
    velden = formulier(jan.get(naar(van_els)), "gezien") | {"wordt-verhaal": ["Van Jan."], "doe": ["bewaar"]}
    besluit(bij_els, van_els, "publiceren")
    html = tekst_van(jan.post(naar(van_els), velden))
    assert "Els heeft dit al geplaatst, om" in html
    assert "Dit typte u" in html
    assert "Van Jan." in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("wat", "soort"), [("publiceren", "inzending_geplaatst"), ("vragen", "inzending_vraag")]
)
def test_two_who_decide_at_once_one_wins_and_the_other_reads_who_and_when(wat: str, soort: str) -> None:
    mensen = [ProjectteamFactory(naam="Els"), ProjectteamFactory(naam="Jan")]
    rij = InzendingFactory(status="in_behandeling", door=mensen[0])
    clients = []
    for mens in mensen:
        client = Client()
        client.force_login(mens)
        velden = formulier(client.get(naar(rij, wat)), "gezien") | {"besluit": ["1"]}
        if wat == "vragen":
            pagina = client.post(naar(rij, wat), velden | {"eigen-": ["Wie begon?"], "stap": ["mail"]})
            velden = formulier(pagina, "onderwerp") | {"besluit": ["1"]}
        clients.append((client, velden))
    antwoorden = tegelijk_op(
        rij,
        *(
            lambda client=client, velden=velden: client.post(naar(rij, wat), velden)
            for client, velden in clients
        ),
    )
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [302, 409]
    verliezer = next(antwoord for antwoord in antwoorden if antwoord.status_code == 409)
    winnaar = mensen[1 - antwoorden.index(verliezer)]
    zin = "heeft dit al geplaatst, om" if wat == "publiceren" else "heeft al iets gevraagd, om"
    assert f"{winnaar.naam} {zin}" in tekst_van(verliezer)
    assert len(mails(soort)) == 1
    assert Initiatief.objects.count() == (1 if wat == "publiceren" else 0)


def test_an_old_address_of_a_decision_leads_to_the_desk(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="vraag_gesteld", door=els)
    antwoord = bij_els.get(naar(rij, "vragen"), follow=True)
    assert antwoord.redirect_chain == [(naar(rij), 302)]
    assert bij_els.get(naar(rij, "bestaat-niet")).status_code == 404
    behandelen.bevestig_telefoon(inzending=rij, door=els)
