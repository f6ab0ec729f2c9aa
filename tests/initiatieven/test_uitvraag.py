"""An uitvraag: everybody is asked once, reminded once, and answers on a page of their own."""

import re

import pytest

from alliantie.kern.inzendingen.acties import reageren
from alliantie.kern.inzendingen.acties.invullen import BEGINNEN_PER_UUR
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Bericht, Inzending, Toegang
from initiatieven import acties
from initiatieven.acties.uitvraag import ANTWOORDEN_PER_UUR
from initiatieven.models import Uitvraagontvanger
from tests.factories import (
    BegeleidingsgroepFactory,
    OntvangerFactory,
    OrganisatieFactory,
    ProjectteamFactory,
    UitvraagFactory,
    gemeente,
)
from tests.hulp import formulier, tegelijk
from tests.initiatieven.uitvragen import adres_in, adres_van, open_een_tijd, verstuurd
from tests.publiek import hoofd, tekst

pytestmark = pytest.mark.django_db
TIP = {"tip_wat": "Soepclub Noord", "tip_waar": "Tilburg", "afzender_naam": "Els"}


@pytest.fixture
def ontvanger():
    """Somebody of an organisation who was asked."""
    organisatie = OrganisatieFactory(naam="Voedselbank Breda")
    rij = OntvangerFactory(organisatie=organisatie, email="els@netwerk.example")
    verstuurd(rij.uitvraag)
    return Uitvraagontvanger.objects.get(pk=rij.pk)


@pytest.fixture
def adres(ontvanger):
    """The page behind the link that was mailed."""
    return adres_in(Bericht.objects.get(soort="uitvraag"))


@pytest.fixture
def geef_tip(client, adres, monkeypatch):
    """Open the page, fill it in for a minute, and send it."""

    def doe(velden=None, **anders):
        velden = velden or open_een_tijd(client, adres, monkeypatch)
        return client.post(adres, velden | TIP | anders)

    return doe


def tips(ontvanger):
    return list(Uitvraagontvanger.objects.get(pk=ontvanger.pk).tips.values_list("onderwerp", flat=True))


# --- asking ----------------------------------------------------------------------------------------------


def test_everybody_gets_one_mail_with_a_link_of_their_own():
    uitvraag = UitvraagFactory(bericht="Kent u een moestuin?")
    OntvangerFactory(uitvraag=uitvraag, organisatie=OrganisatieFactory(naam="Voedselbank Breda"))
    OntvangerFactory(uitvraag=uitvraag, gemeente=gemeente("Tilburg"))
    OntvangerFactory(uitvraag=uitvraag, email="iemand@netwerk.example")
    assert acties.verstuur_uitvraag(uitvraag=uitvraag, door=ProjectteamFactory()) == 3
    berichten = list(Bericht.objects.order_by("pk"))
    assert all("Kent u een moestuin?" in bericht.tekst for bericht in berichten)
    assert len({adres_in(bericht) for bericht in berichten}) == 3
    aanhef = [bericht.tekst.splitlines()[0] for bericht in berichten]
    assert aanhef == ["Goedendag Voedselbank Breda,", "Goedendag gemeente Tilburg,", "Goedendag,"]


def test_who_is_added_later_is_asked_and_the_others_are_left_alone():
    uitvraag = UitvraagFactory()
    OntvangerFactory(uitvraag=uitvraag)
    eerste = verstuurd(uitvraag).verstuurd_op
    nieuw = OntvangerFactory(uitvraag=uitvraag)
    assert acties.verstuur_uitvraag(uitvraag=uitvraag, door=ProjectteamFactory()) == 1
    assert Bericht.objects.count() == 2
    assert Bericht.objects.latest("pk").aan == nieuw.email
    uitvraag.refresh_from_db()
    assert uitvraag.verstuurd_op == eerste


def test_who_is_silent_is_reminded_once_and_never_more(ontvanger):
    stil = OntvangerFactory(uitvraag=ontvanger.uitvraag)
    verstuurd(ontvanger.uitvraag)
    acties.zegt_geen_tips(ontvanger=ontvanger, netwerk="test")
    door = ProjectteamFactory()
    assert [acties.herinner(uitvraag=ontvanger.uitvraag, door=door) for _ in range(2)] == [1, 0]
    (herinnering,) = Bericht.objects.filter(soort="uitvraag_herinnering")
    assert herinnering.aan == stil.email
    assert adres_in(herinnering) not in {adres_in(rij) for rij in Bericht.objects.filter(soort="uitvraag")}


def test_who_was_not_asked_is_not_reminded():
    rij = OntvangerFactory()
    assert acties.herinner(uitvraag=rij.uitvraag, door=ProjectteamFactory()) == 0
    assert not Bericht.objects.exists()


@pytest.mark.parametrize("wat", [acties.verstuur_uitvraag, acties.herinner])
def test_who_only_reads_along_asks_nobody(wat, ontvanger):
    OntvangerFactory(uitvraag=ontvanger.uitvraag)
    aantal = Bericht.objects.count()
    with pytest.raises(acties.NietToegestaan):
        wat(uitvraag=ontvanger.uitvraag, door=BegeleidingsgroepFactory())
    with pytest.raises(acties.NietToegestaan):
        acties.voeg_ontvangers_toe(
            uitvraag=ontvanger.uitvraag,
            door=BegeleidingsgroepFactory(),
            adressen=[acties.Adres("a@b.example")],
        )
    assert Bericht.objects.count() == aantal


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("soort", ["uitvraag", "uitvraag_herinnering"])
def test_two_who_press_the_button_at_once_send_one_mail_to_each(soort):
    uitvraag = UitvraagFactory()
    OntvangerFactory.create_batch(5, uitvraag=uitvraag)
    doen = acties.verstuur_uitvraag
    if soort == "uitvraag_herinnering":
        verstuurd(uitvraag)
        doen = acties.herinner
    collegas = ProjectteamFactory.create_batch(2)
    uitslagen = tegelijk(*(lambda door=door: doen(uitvraag=uitvraag, door=door) for door in collegas))
    assert sorted(uitslagen) == [0, 5]
    aan = list(Bericht.objects.filter(soort=soort).values_list("aan", flat=True))
    assert sorted(aan) == sorted(uitvraag.ontvangers.values_list("email", flat=True))
    links = Toegang.objects.count()
    assert links == (10 if soort == "uitvraag_herinnering" else 5)


# --- the page --------------------------------------------------------------------------------------------


def test_the_page_says_who_asks_what_and_opening_it_changes_nothing(client, ontvanger, adres):
    antwoord = client.get(adres)
    assert ontvanger.uitvraag.bericht in tekst(antwoord)
    assert "Voedselbank Breda" in tekst(antwoord)
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "no-store" in antwoord["Cache-Control"]
    client.head(adres)
    client.get(adres + "bedankt/")
    assert Uitvraagontvanger.objects.get(pk=ontvanger.pk).antwoord_op is None
    assert not Inzending.objects.exists()


def test_a_tip_comes_from_who_got_the_link(client, ontvanger, adres, geef_tip):
    antwoord = geef_tip(groep_naam="Ria")
    assert (antwoord.status_code, antwoord.url) == (302, adres + "bedankt/")
    pagina = tekst(client.get(antwoord.url))
    assert "Uw tip is verstuurd" in pagina
    assert "Kent u er nog een?" in pagina
    tip = Inzending.objects.get()
    assert (tip.soort, tip.status) == ("tip", Status.INGEDIEND)
    assert (tip.naam, tip.email) == ("Els", "els@netwerk.example")
    assert tip.email_bevestigd_op is not None
    assert tip.gegevens["tip_organisatie"] == "Voedselbank Breda"
    ontvanger.refresh_from_db()
    assert ontvanger.antwoord_op is not None
    assert ontvanger.stand == "gaf een tip"
    assert tips(ontvanger) == ["Soepclub Noord"]


def test_what_is_known_is_not_asked_and_cannot_be_typed(client, adres, geef_tip):
    velden = formulier(client.get(adres), "tip_wat")
    assert not {"tip_organisatie", "afzender_email", "afzender_telefoon"} & set(velden)
    geef_tip(tip_organisatie="Een ander", afzender_email="kaper@kwaad.example")
    tip = Inzending.objects.get()
    assert (tip.email, tip.gegevens["tip_organisatie"]) == ("els@netwerk.example", "Voedselbank Breda")


def test_of_whom_only_the_address_is_known_the_organisation_is_asked(client):
    velden = formulier(client.get(adres_van(OntvangerFactory())), "tip_wat")
    assert "tip_organisatie" in velden


def test_one_can_give_tips_one_after_the_other(client, ontvanger, adres, geef_tip):
    geef_tip()
    pagina = client.get(adres)
    assert "Kent u er nog een?" in tekst(pagina)
    assert "Soepclub Noord" in tekst(pagina)
    assert formulier(pagina, "tip_wat")["tip_wat"] == [""]
    geef_tip(tip_wat="Fietsenbank")
    assert tips(ontvanger) == ["Soepclub Noord", "Fietsenbank"]


def test_a_double_click_or_a_retry_makes_one_tip(client, ontvanger, adres, geef_tip, monkeypatch):
    velden = open_een_tijd(client, adres, monkeypatch)
    assert {geef_tip(velden).status_code for _ in range(3)} == {302}
    assert Inzending.objects.count() == 1
    assert Bericht.objects.filter(soort="tip_ontvangen").count() == 1


def test_who_goes_back_and_types_another_group_loses_nothing(client, ontvanger, adres, geef_tip, monkeypatch):
    velden = open_een_tijd(client, adres, monkeypatch)
    geef_tip(velden)
    geef_tip(velden, tip_wat="Fietsenbank")
    assert tips(ontvanger) == ["Soepclub Noord", "Fietsenbank"]


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_make_one_tip(client, ontvanger, adres, monkeypatch):
    velden = open_een_tijd(client, adres, monkeypatch) | TIP
    uitslagen = tegelijk(*(lambda: type(client)().post(adres, velden).status_code for _ in range(2)))
    assert uitslagen == [302, 302]
    assert tips(ontvanger) == ["Soepclub Noord"]


def test_the_same_page_open_at_two_people_gives_the_tip_of_each(
    client, ontvanger, geef_tip, monkeypatch, adres
):
    ander = OntvangerFactory(uitvraag=ontvanger.uitvraag)
    velden = open_een_tijd(client, adres, monkeypatch)
    geef_tip(velden)
    client.post(adres_van(ander), velden | TIP)
    assert Inzending.objects.count() == 2
    assert tips(ontvanger) == tips(ander) == ["Soepclub Noord"]


def test_a_mistake_is_told_and_what_was_typed_stays(geef_tip):
    antwoord = geef_tip(tip_waar="", groep_naam="<b>Ria</b>")
    assert antwoord.status_code == 422
    assert "<title>Fout: " in antwoord.content.decode()
    assert re.search(r'<a href="#id_tip_waar">Vul de plaats of de postcode in</a>', hoofd(antwoord))
    assert "<b>Ria" not in antwoord.content.decode()
    terug = formulier(antwoord, "tip_wat")
    assert (terug["tip_wat"], terug["groep_naam"]) == (["Soepclub Noord"], ["<b>Ria</b>"])
    assert not Inzending.objects.exists()


def test_after_a_mistake_the_same_form_can_be_sent(client, ontvanger, adres, geef_tip):
    velden = formulier(geef_tip(tip_waar=""), "tip_wat")
    assert client.post(adres, velden | {"tip_waar": "Breda"}).status_code == 302
    assert tips(ontvanger) == ["Soepclub Noord"]


@pytest.mark.parametrize("anders", [{"onderwerp_2": "Buy now"}, {"zegel": ""}, {"zegel": "vals:1:x"}])
def test_a_robot_is_told_all_went_well_and_reaches_nobody(client, ontvanger, adres, geef_tip, anders):
    antwoord = geef_tip(**anders)
    assert (antwoord.status_code, antwoord.url) == (302, adres + "bedankt/")
    assert not Inzending.objects.exists()
    assert Uitvraagontvanger.objects.get(pk=ontvanger.pk).antwoord_op is None


def test_who_is_very_quick_is_asked_to_look_once_more(client, adres):
    antwoord = client.post(adres, formulier(client.get(adres), "tip_wat") | TIP)
    assert antwoord.status_code == 422
    assert "Dat ging heel snel" in tekst(antwoord)
    assert formulier(antwoord, "tip_wat")["tip_wat"] == ["Soepclub Noord"]


def test_too_many_from_one_network_is_told_and_the_text_stays(ontvanger, geef_tip):
    for nummer in range(BEGINNEN_PER_UUR):
        assert geef_tip(tip_wat=f"Groep {nummer}").status_code == 302
    antwoord = geef_tip(tip_wat="Nog een groep")
    assert antwoord.status_code == 429
    assert re.search(r"Probeer het over \d+ minu\w+ weer", tekst(antwoord))
    assert formulier(antwoord, "tip_wat")["tip_wat"] == ["Nog een groep"]
    assert len(tips(ontvanger)) == BEGINNEN_PER_UUR


def test_who_withdrew_a_tip_and_sends_the_same_form_is_told(client, ontvanger, adres, geef_tip, monkeypatch):
    velden = open_een_tijd(client, adres, monkeypatch)
    geef_tip(velden)
    reageren.trek_in(inzending=Inzending.objects.get())
    antwoord = geef_tip(velden)
    assert antwoord.status_code == 422
    assert "U trok deze tip zelf in" in tekst(antwoord)
    assert geef_tip(velden, tip_wat="Toch deze").status_code == 302


# --- knowing nobody --------------------------------------------------------------------------------------


def test_one_can_say_that_one_knows_nobody(client, ontvanger, adres):
    antwoord = client.post(adres, formulier(client.get(adres), "csrfmiddlewaretoken") | {"niemand": "1"})
    assert (antwoord.status_code, antwoord.url) == (302, adres + "bedankt/")
    assert "Wij vragen het u niet nog een keer" in tekst(client.get(antwoord.url))
    ontvanger.refresh_from_db()
    assert ontvanger.stand == "weet niemand"
    assert not Inzending.objects.exists()
    assert "Ik ken niemand" not in tekst(client.get(adres))


def test_the_first_answer_counts(client, ontvanger, adres):
    client.post(adres, {"niemand": "1"})
    eerste = Uitvraagontvanger.objects.get(pk=ontvanger.pk).antwoord_op
    client.post(adres, {"niemand": "1"})
    assert Uitvraagontvanger.objects.get(pk=ontvanger.pk).antwoord_op == eerste


def test_who_knew_nobody_may_still_give_a_tip_and_keeps_it(client, ontvanger, adres, geef_tip):
    client.post(adres, {"niemand": "1"})
    geef_tip()
    client.post(adres, {"niemand": "1"})
    ontvanger.refresh_from_db()
    assert ontvanger.stand == "gaf een tip"
    assert tips(ontvanger) == ["Soepclub Noord"]


def test_saying_so_too_often_gets_a_kind_page(client, adres):
    for _ in range(ANTWOORDEN_PER_UUR):
        assert client.post(adres, {"niemand": "1"}).status_code == 302
    assert client.post(adres, {"niemand": "1"}).status_code == 429


# --- links -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["veranderd", "verlopen", "van iets anders", "van wie weg is"])
@pytest.mark.parametrize("einde", ["", "bedankt/"])
def test_a_link_that_opens_nothing_gets_a_page_that_helps(
    client, ontvanger, adres, soort, einde, monkeypatch
):
    velden = open_een_tijd(client, adres, monkeypatch) | TIP
    if soort == "veranderd":
        adres = adres[:-2] + ("A/" if adres[-2] != "A" else "B/")
    elif soort == "verlopen":
        Toegang.objects.update(verloopt_op="2020-01-01T00:00Z")
    elif soort == "van iets anders":
        Toegang.objects.update(rol="contact")
    else:
        ontvanger.delete()
    for antwoord in (client.get(adres + einde), client.post(adres, velden)):
        assert antwoord.status_code == 404
        assert "Deze link werkt niet meer" in tekst(antwoord)
    assert not Inzending.objects.exists()


def test_a_link_opens_the_page_of_one_person_only(client, ontvanger, adres, geef_tip):
    ander = OntvangerFactory(uitvraag=ontvanger.uitvraag)
    geef_tip()
    assert "Soepclub Noord" not in tekst(client.get(adres_van(ander)))


def test_the_page_needs_its_token(client, adres):
    streng = type(client)(enforce_csrf_checks=True)
    assert streng.post(adres, TIP).status_code == 403


@pytest.mark.parametrize("aantal", [1, 30])
def test_the_pages_ask_the_same_number_of_questions(
    client, ontvanger, adres, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        tip = Inzending.objects.create(soort="tip", sleutel=f"{nummer:032}", onderwerp="Soep")
        acties.ontvangt_tip(ontvanger=ontvanger, inzending=tip)
    client.get(adres)
    with django_assert_num_queries(5):
        client.get(adres)
    with django_assert_num_queries(5):
        client.get(adres + "bedankt/")
