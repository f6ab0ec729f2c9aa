"""Klopt dit nog? Who is asked and when, what the link opens, and what the public and the desk show."""

import logging
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.toegang import maak_link
from alliantie.kern.logboek import ZonderLinks
from alliantie.kern.models import Bericht, Toegang
from initiatieven import acties
from initiatieven.acties.versheid import BEVESTIGINGEN_PER_UUR
from initiatieven.models import Contactpersoon, Initiatief, Vermelding
from initiatieven.tasks import vraag_of_het_klopt
from tests.factories import (
    ContactpersoonFactory,
    MethodiekFactory,
)
from tests.hulp import tegelijk
from tests.initiatieven.versheid import dagen_geleden, opnieuw, oud_initiatief, pad_in
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db
DESK = "/beheer/versheid/"


@pytest.fixture
def soep():
    return oud_initiatief()


@pytest.fixture
def ria(soep):
    return ContactpersoonFactory(initiatief=soep, naam="Ria Jansen", email="ria@prive.example")


@pytest.fixture
def link(ria):
    """The address in Ria's mail."""
    acties.vraag_wie_aan_de_beurt_is()
    return pad_in(Bericht.objects.get())


# --- who is asked -----------------------------------------------------------------------------------------


def test_the_mail_asks_one_thing_and_says_that_a_person_reads_the_answer(ria):
    assert acties.vraag_wie_aan_de_beurt_is() == 1
    bericht = Bericht.objects.get()
    assert (bericht.aan, bericht.onderwerp) == ("ria@prive.example", "Klopt dit nog? Soep")
    assert len(bericht.onderwerp) < 50
    assert bericht.tekst.startswith("Goedendag Ria Jansen,")
    assert bericht.tekst.count("http") == 1
    assert bericht.tekst.strip().endswith("Antwoorden op deze mail mag ook. Een mens leest het.")
    assert opnieuw(ria).gevraagd_op == timezone.localdate()
    toegang = Toegang.objects.get()
    assert (toegang.doel, toegang.rol, toegang.gemaild_aan) == (ria, "contact", "ria@prive.example")


def test_running_the_job_again_sends_nothing_new(ria):
    for _ in range(3):
        vraag_of_het_klopt(timestamp=0)
    assert Bericht.objects.count() == Toegang.objects.count() == 1
    assert ProcrastinateJob.objects.filter(queue_name="post").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_send_one_mail(ria):
    assert sorted(tegelijk(acties.vraag_wie_aan_de_beurt_is, acties.vraag_wie_aan_de_beurt_is)) == [0, 1]
    assert Bericht.objects.count() == Toegang.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "gevraagd"),
    [
        ({}, True),
        ({"fase": ""}, True),
        ({"bevestigd_op": None}, False),  # published today
        ({"dagen": 365}, False),
        ({"dagen": 366}, True),
        ({"fase": "gestopt"}, False),
        ({"voorbeeld": True}, False),
    ],
)
def test_only_what_is_public_going_on_and_old_is_asked_about(velden, gevraagd):
    dagen = velden.pop("dagen", 400)
    initiatief = oud_initiatief(dagen, **{k: w for k, w in velden.items() if k != "bevestigd_op"})
    Vermelding.objects.filter(pk=initiatief.pk).update(**velden)
    ContactpersoonFactory(initiatief=initiatief)
    assert acties.vraag_wie_aan_de_beurt_is() == int(gevraagd)


def test_what_was_never_confirmed_counts_from_its_first_day_on_the_site(ria, soep):
    Vermelding.objects.filter(pk=soep.pk).update(
        bevestigd_op=None, gepubliceerd_op=timezone.now() - timedelta(days=400)
    )
    assert acties.vraag_wie_aan_de_beurt_is() == 1


@pytest.mark.parametrize("status", ["concept", "gearchiveerd"])
def test_what_is_not_on_the_site_is_not_asked_about(ria, soep, status):
    Vermelding.objects.filter(pk=soep.pk).update(status=status)
    assert acties.vraag_wie_aan_de_beurt_is() == 0


@pytest.mark.parametrize(
    ("velden", "gevraagd"),
    [
        ({"akkoord_op": None}, False),
        ({"email": "", "telefoon": "0612345678"}, False),
        ({"gevraagd_op": dagen_geleden(300)}, False),
        ({"gevraagd_op": dagen_geleden(366)}, True),
    ],
)
def test_only_who_agreed_and_was_not_asked_this_year_is_asked(soep, velden, gevraagd):
    ContactpersoonFactory(initiatief=soep, **velden)
    assert acties.vraag_wie_aan_de_beurt_is() == int(gevraagd)


def test_each_contact_person_gets_a_link_of_their_own(ria, soep):
    ContactpersoonFactory(initiatief=soep, email="ali@prive.example")
    assert acties.vraag_wie_aan_de_beurt_is() == 2
    assert len({pad_in(bericht) for bericht in Bericht.objects.all()}) == 2


# --- the page behind the link -----------------------------------------------------------------------------


def test_opening_the_link_shows_the_item_and_changes_nothing(client, soep, link):
    Vermelding.objects.filter(pk=soep.pk).update(begonnen_jaar=2019, plaats="De Werft")
    voor = (opnieuw(soep).__dict__["bevestigd_op"], soep.history.count(), Bericht.objects.count())
    for antwoord in (client.get(link), client.head(link), client.get(link + "bedankt/")):
        assert antwoord.status_code == 200
        assert antwoord["Cache-Control"] == "private, no-store"
        assert "noindex" in antwoord["X-Robots-Tag"]
    getoond = tekst(client.get(link))
    for wat in ("Soep", "Buren eten samen in het buurthuis.", "De Werft", "Draait", "2019"):
        assert wat in getoond
    assert voor == (opnieuw(soep).bevestigd_op, soep.history.count(), Bericht.objects.count())


def test_the_page_names_nobody(client, link):
    html = client.get(link).content.decode() + client.get(link + "bedankt/").content.decode()
    assert "ria@" not in html
    assert "Ria" not in html


def test_the_other_two_choices_lead_to_telling_what_changed(client, link):
    naar = doelen(hoofd(client.get(link)))
    assert {
        "/initiatieven/soep/",
        "/initiatieven/soep/aanvullen/",
        "/initiatieven/soep/aanvullen/?wat=gestopt",
    } <= set(naar)


def test_yes_is_written_down_once_with_who_said_it(client, soep, link):
    for _ in range(2):
        antwoord = client.post(link)
        assert (antwoord.status_code, antwoord.url) == (302, link + "bedankt/")
    soep = opnieuw(soep)
    assert soep.bevestigd_op == timezone.localdate()
    assert [rij.history_change_reason for rij in soep.history.all()][:2] == [
        "Bevestigd door de contactpersoon",
        None,
    ]
    assert "Dank u wel" in client.get(antwoord.url).content.decode()
    assert acties.vraag_wie_aan_de_beurt_is() == 0


def test_yes_is_on_the_public_page_at_once(client, soep, link):
    Vermelding.objects.filter(pk=soep.pk).update(bevestigd_op=dagen_geleden(600))
    assert "Al lang niet bevestigd" in tekst(client.get("/initiatieven/soep/"))
    Client().post(link)
    assert "Al lang niet bevestigd" not in tekst(client.get("/initiatieven/soep/"))


def test_yes_does_not_undo_what_a_colleague_is_writing(soep, ria):
    oud = ria.initiatief
    Initiatief.objects.filter(pk=soep.pk).update(verhaal="Net veranderd")
    assert oud.verhaal != "Net veranderd"
    acties.zeg_dat_het_klopt(contactpersoon=ria, netwerk="192.0.2.1")
    assert opnieuw(soep).verhaal == soep.history.first().verhaal == "Net veranderd"


def test_a_sample_that_is_confirmed_is_no_sample_any_more(client, soep, link):
    Vermelding.objects.filter(pk=soep.pk).update(voorbeeld=True)
    client.post(link)
    assert opnieuw(soep).voorbeeld is False


def _verlopen(ria, link):
    Toegang.objects.update(verloopt_op=timezone.now() - timedelta(seconds=1))


def _ander_adres(ria, link):
    Contactpersoon.objects.update(email="opvolger@prive.example")


def _weg(ria, link):
    ria.delete()


def _van_de_site(ria, link):
    acties.haal_terug(vermelding=ria.initiatief, door=None, reden="klopt niet")


@pytest.mark.parametrize("wat", [_verlopen, _ander_adres, _weg, _van_de_site])
def test_a_link_that_is_over_gets_a_clear_page_and_ways_on(client, soep, ria, link, wat):
    wat(ria, link)
    for antwoord in (client.get(link), client.post(link), client.get(link + "bedankt/")):
        _werkt_niet(antwoord)
    assert opnieuw(soep).bevestigd_op == dagen_geleden(400)


def _werkt_niet(antwoord):
    assert antwoord.status_code == 404
    assert "Deze link werkt niet meer" in tekst(antwoord)
    assert {"/inzending/", "/contact/"} <= set(doelen(hoofd(antwoord)))
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "Soep" not in tekst(antwoord)


@pytest.mark.parametrize(
    "verander", [lambda pad: pad[:-3] + "xx/", lambda pad: pad[:-9] + "/", lambda pad: pad[:-1] + "./"]
)
def test_an_altered_link_gets_the_same_page(client, link, verander):
    _werkt_niet(client.get(verander(link)))


@pytest.mark.parametrize("rol", [rol for rol in Toegangsrol if rol != Toegangsrol.CONTACT])
def test_a_link_for_something_else_opens_nothing_here(client, ria, rol):
    _werkt_niet(client.get(f"/klopt-dit-nog/{maak_link(doel=ria, rol=rol)}/"))


def test_a_link_of_the_right_role_to_something_else_opens_nothing_here(client, soep):
    _werkt_niet(client.get(f"/klopt-dit-nog/{maak_link(doel=soep, rol=Toegangsrol.CONTACT)}/"))


def test_too_many_answers_from_one_network_get_a_kind_page(client, soep, link):
    for _ in range(BEVESTIGINGEN_PER_UUR):
        assert client.post(link).status_code == 302
    Vermelding.objects.filter(pk=soep.pk).update(bevestigd_op=dagen_geleden(400))
    antwoord = client.post(link)
    assert antwoord.status_code == 429
    assert "Wacht even" in tekst(antwoord)
    assert opnieuw(soep).bevestigd_op == dagen_geleden(400)
    assert client.post(link, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_the_button_needs_its_token(soep, link):
    assert Client(enforce_csrf_checks=True).post(link).status_code == 403
    assert opnieuw(soep).bevestigd_op == dagen_geleden(400)


def test_a_link_never_stands_in_the_log(link):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["zonder_links"]
    regel = logging.LogRecord(
        "django.request", 40, "", 0, "Internal Server Error: %s", (link + "bedankt/",), None
    )
    assert ZonderLinks().filter(regel)
    assert regel.getMessage() == "Internal Server Error: /klopt-dit-nog/…/bedankt/"


# --- what the public sees ---------------------------------------------------------------------------------

LANG = "Al lang niet bevestigd"


@pytest.mark.parametrize(
    ("dagen", "velden", "gezien"),
    [
        (549, {}, True),
        (548, {}, False),
        (549, {"voorbeeld": True}, False),
        (549, {"fase": "gestopt"}, False),
    ],
)
def test_page_and_card_say_that_nobody_confirmed_for_long(client, dagen, velden, gezien):
    oud_initiatief(dagen, **velden)
    assert (LANG in tekst(client.get("/initiatieven/soep/"))) is gezien
    assert (LANG in tekst(client.get("/initiatieven/"))) is gezien


def test_never_confirmed_counts_from_the_day_it_came_on_the_site(client):
    aanpak = MethodiekFactory(gepubliceerd=True, slug="bank")
    assert LANG not in tekst(client.get("/methodieken/bank/"))
    Vermelding.objects.filter(pk=aanpak.pk).update(gepubliceerd_op=timezone.now() - timedelta(days=600))
    assert LANG in tekst(client.get("/methodieken/bank/"))
    assert LANG in tekst(client.get("/methodieken/"))
