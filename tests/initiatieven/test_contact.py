"""Asking an initiatief something: the address it goes to is never shown, and nothing that was typed is lost."""

import re
import time

import pytest
from django.conf import settings

from alliantie.kern.models import Bericht
from initiatieven.acties import BERICHTEN_PER_UUR
from tests.factories import ContactpersoonFactory, InitiatiefFactory, ThemaFactory
from tests.hulp import formulier
from tests.publiek import hoofd, tekst

pytestmark = pytest.mark.django_db
ADRES = "/initiatieven/soep/contact/"
GOED = {"vraag": "Wanneer kan ik\nkomen?", "naam": "Ali", "bereikbaar": "ali@prive.example"}


@pytest.fixture
def soep():
    """A published initiatief with somebody who gets its mail."""
    initiatief = InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Soep", fase="draait")
    ContactpersoonFactory(
        initiatief=initiatief, naam="Ria Jansen", email="ria@prive.example", telefoon="0611"
    )
    return initiatief


@pytest.fixture
def verstuur(client, soep, monkeypatch):
    """Open the form, fill it in for ten seconds, and send it."""

    def doe(velden=None, **anders):
        return client.post(ADRES, (velden or open_formulier(client, monkeypatch)) | GOED | anders)

    return doe


def open_formulier(client, monkeypatch, seconden_geleden=10):
    """Return the fields of the form as it was opened a while ago."""
    nu = time.time
    with monkeypatch.context() as klok:
        klok.setattr(time, "time", lambda: nu() - seconden_geleden)
        return formulier(client.get(ADRES), "vraag")


def test_a_question_goes_to_the_initiatief_and_the_visitor_reads_so(client, verstuur):
    antwoord = verstuur()
    assert (antwoord.status_code, antwoord.url) == (302, ADRES + "verstuurd/")
    assert "Uw vraag is verstuurd" in tekst(client.get(antwoord.url))
    bericht = Bericht.objects.get()
    assert (bericht.aan, bericht.antwoord_aan) == ("ria@prive.example", "ali@prive.example")
    assert all(waarde.splitlines()[-1] in bericht.tekst for waarde in GOED.values())


def test_without_somebody_who_agreed_it_goes_to_the_project_team_and_the_page_says_so(client, soep, verstuur):
    soep.contactpersonen.update(akkoord_op=None)
    assert "Uw vraag gaat naar ons team" in tekst(client.get(ADRES))
    verstuur()
    assert Bericht.objects.get().aan == settings.PROJECTTEAM_MAIL


def test_a_phone_number_will_do(verstuur):
    assert verstuur(bereikbaar="06 - 12 34 56 78").status_code == 302
    assert "06 - 12 34 56 78" in Bericht.objects.get().tekst


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("vraag", "", "Schrijf uw vraag op"),
        ("vraag", "x" * 3001, "Uw tekst heeft 3001 letters. Er passen er 3000"),
        ("naam", "", "Vul uw naam in"),
        ("bereikbaar", "", "Vul een e-mailadres of telefoonnummer in"),
        ("bereikbaar", "ali.prive.example", "Er mist een @ in uw e-mailadres"),
        ("bereikbaar", "ali@prive", "Uw e-mailadres klopt nog niet"),
        ("bereikbaar", "0612345", "Uw telefoonnummer heeft 10 cijfers. U vulde er 7 in"),
    ],
)
def test_a_mistake_is_told_in_words_twice_and_the_typed_text_stays(verstuur, veld, waarde, melding):
    antwoord = verstuur(**{veld: waarde})
    assert antwoord.status_code == 422
    html = hoofd(antwoord)
    samenvatting = html.partition("data-foutlijst")[2].partition("</ul>")[0]
    (doel,) = re.findall(r'<a href="#([\w-]+)">' + re.escape(melding), samenvatting)
    (invoer,) = re.findall(rf'<(?:input|textarea)[^>]*\bid="{doel}"[^>]*>', html)
    assert 'aria-invalid="true"' in invoer
    assert f"{doel}_error" in re.search(r'aria-describedby="([^"]*)"', invoer)[1].split()
    bij_het_veld = html.partition(f'id="{doel}_error"')[2]
    assert melding in bij_het_veld.partition("</div>")[0]
    assert "<title>Fout: " in antwoord.content.decode()
    terug = formulier(antwoord, "vraag")
    for naam, goede_waarde in (GOED | {veld: waarde}).items():
        assert terug[naam][0].replace("\r\n", "\n") == goede_waarde
    assert not Bericht.objects.exists()


def test_all_mistakes_are_told_at_once(verstuur):
    html = hoofd(verstuur(vraag="", naam="", bereikbaar=""))
    assert (
        len(re.findall(r'<a href="#id_\w+">', html.partition("data-foutlijst")[2].partition("</ul>")[0])) == 3
    )


def test_typed_html_comes_back_as_text(verstuur):
    antwoord = verstuur(vraag="</textarea><script>alert(1)</script>", naam="")
    assert "<script>alert" not in antwoord.content.decode()
    assert formulier(antwoord, "vraag")["vraag"] == ["</textarea><script>alert(1)</script>"]


def test_after_a_mistake_the_same_form_can_be_sent(client, verstuur):
    velden = formulier(verstuur(naam=""), "vraag")
    assert client.post(ADRES, velden | {"naam": "Ali"}).status_code == 302
    assert Bericht.objects.count() == 1


def test_a_double_click_sends_one_mail(client, soep, verstuur, monkeypatch):
    velden = open_formulier(client, monkeypatch)
    assert [verstuur(velden).status_code for _ in range(2)] == [302, 302]
    assert Bericht.objects.count() == 1


@pytest.mark.parametrize("wat", ["lokveld", "te snel", "zonder zegel", "vals zegel"])
def test_a_robot_is_told_all_went_well_and_nothing_is_sent(client, soep, monkeypatch, wat):
    velden = open_formulier(client, monkeypatch, 0 if wat == "te snel" else 10)
    anders = {
        "lokveld": {"onderwerp_2": "Buy now"},
        "zonder zegel": {"zegel": ""},
        "vals zegel": {"zegel": velden["zegel"][0] + "x"},
    }.get(wat, {})
    antwoord = client.post(ADRES, velden | GOED | anders)
    assert (antwoord.status_code, antwoord.url) == (302, ADRES + "verstuurd/")
    assert not Bericht.objects.exists()


def test_the_trap_for_robots_is_hidden_from_people(client, soep):
    html = hoofd(client.get(ADRES))
    (veld,) = re.findall(r'<div class="veld verberg-voor-mensen"[^>]*>.*?</div>', html, re.DOTALL)
    assert 'aria-hidden="true"' in veld
    assert re.search(r'<input[^>]*name="onderwerp_2"[^>]*tabindex="-1"', veld)
    assert 'autocomplete="off"' in veld


def test_too_many_questions_from_one_network_is_told_and_the_text_stays(client, soep, verstuur, monkeypatch):
    for _ in range(BERICHTEN_PER_UUR):
        assert verstuur().status_code == 302
    antwoord = verstuur()
    assert antwoord.status_code == 429
    assert re.search(r"Probeer het over \d+ minuten weer", tekst(antwoord))
    terug = formulier(antwoord, "vraag")
    assert {naam: terug[naam][0].replace("\r\n", "\n") for naam in GOED} == GOED
    assert Bericht.objects.count() == BERICHTEN_PER_UUR
    velden = open_formulier(client, monkeypatch) | GOED
    assert client.post(ADRES, velden, REMOTE_ADDR="203.0.113.9").status_code == 302


@pytest.mark.parametrize("adres", [ADRES, "/initiatieven/soep/", ADRES + "verstuurd/"])
def test_a_stopped_initiatief_gets_no_questions(client, soep, adres):
    type(soep).objects.filter(pk=soep.pk).update(fase="gestopt")
    antwoord = client.get(adres)
    assert antwoord.status_code == (200 if adres == "/initiatieven/soep/" else 404)
    assert ADRES not in antwoord.content.decode()


def test_who_gets_the_question_is_on_no_page(client, soep, verstuur):
    thema = soep.hoofdthema.slug
    html = verstuur(naam="").content.decode() + verstuur().content.decode()
    for adres in (
        "/",
        "/initiatieven/?q=ria",
        "/initiatieven/?q=soep",
        "/initiatieven/kaart/",
        "/initiatieven/soep/",
        ADRES,
        ADRES + "verstuurd/",
        f"/themas/{thema}/",
        "/organisaties/",
        "/sitemap.xml",
    ):
        html += client.get(adres).content.decode()
    for geheim in ("ria@prive", "Ria Jansen", "0611", 'prive.example">'):
        assert geheim not in html.replace("ali@prive.example", "")


def test_the_form_needs_its_token(client, soep):
    streng = type(client)(enforce_csrf_checks=True)
    antwoord = streng.post(ADRES, GOED)
    assert antwoord.status_code == 403
    assert "Het formulier stond te lang open" in tekst(antwoord)


def test_the_form_is_never_kept_by_the_page_cache(client, soep):
    antwoord = client.get(ADRES)
    assert antwoord["Cache-Control"] == "private, no-store"
    ander = type(client)().get(ADRES)
    assert formulier(antwoord, "vraag")["zegel"] != formulier(ander, "vraag")["zegel"]


def test_there_is_no_form_for_a_methodiek_or_for_nothing(client):
    ThemaFactory()
    assert client.get("/initiatieven/bestaat-niet/contact/").status_code == 404
    assert client.get("/methodieken/bestaat-niet/contact/").status_code == 404
