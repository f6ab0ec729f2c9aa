"""The freshness desk: what it shows to whom, what its buttons do, and what it asks of the database."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alliantie.kern.models import Bericht, Toegang
from initiatieven import acties
from initiatieven.models import Bron, Contactpersoon, Linkcontrole
from tests.factories import (
    BegeleidingsgroepFactory,
    BerichtFactory,
    BronFactory,
    ContactpersoonFactory,
    CoordinatorFactory,
    InitiatiefFactory,
    MethodiekFactory,
    OrganisatieFactory,
    ProjectteamFactory,
    maak_gebruiker,
)
from tests.initiatieven.rechten import LETTER, MAG_ALTIJD, ROLLEN
from tests.initiatieven.versheid import dagen_geleden, opnieuw, oud_initiatief, pad_in

pytestmark = pytest.mark.django_db
DESK = "/beheer/versheid/"


@pytest.fixture
def soep():
    return oud_initiatief()


@pytest.fixture
def ria(soep):
    return ContactpersoonFactory(initiatief=soep, naam="Ria Jansen", email="ria@prive.example")


def dode_link(url="https://weg.example/", **velden):
    return Linkcontrole.objects.create(
        url=url,
        **{
            "gecontroleerd_op": timezone.now(),
            "keren_stuk": 2,
            "stuk_sinds": dagen_geleden(8),
            "fout": "De pagina is er niet meer.",
        }
        | velden,
    )


@pytest.fixture
def desk(ria, soep):
    """One thing in each of the three lists."""
    BerichtFactory(aan=ria.email, verzonden_op=timezone.now(), teruggekomen_op=timezone.now())
    BronFactory(vermelding=soep, url="https://weg.example/")
    dode_link()


@pytest.mark.parametrize("rol", ROLLEN)
def test_who_may_read_the_desk_and_who_may_act(rol, soep, desk):
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    mag_lezen, mag_doen = (
        LETTER.get(rol, "-") in MAG_ALTIJD[actie] for actie in ("versheid_bekijken", "versheid_bijwerken")
    )
    antwoord = client.get(DESK)
    assert (antwoord.status_code == 200) is mag_lezen
    html = antwoord.content.decode()
    if mag_lezen:
        assert all(wat in html for wat in ("Soep", "https://weg.example/", "kwam terug op"))
        assert ("ria@prive.example" in html) is ("Ria Jansen" in html) is mag_doen
        assert ('name="actie"' in html) is mag_doen
    else:
        assert antwoord.status_code in {302, 403}
        assert "Soep" not in html
    antwoorden = [client.post(DESK, {"actie": actie, "pk": soep.pk}) for actie in ("vraag", "bevestig")]
    assert (Bericht.objects.filter(soort="klopt_dit_nog").count() == 1) is mag_doen
    assert (opnieuw(soep).bevestigd_op == timezone.localdate()) is mag_doen
    if not mag_doen:
        assert {antwoord.status_code for antwoord in antwoorden} <= {302, 403}


def test_asking_now_happens_once_a_day(client, ria, soep):
    Contactpersoon.objects.update(gevraagd_op=dagen_geleden(1))
    client.force_login(ProjectteamFactory())
    eerste, tweede = (client.post(DESK, {"actie": "vraag", "pk": soep.pk}, follow=True) for _ in range(2))
    assert "De vraag over ‘Soep’ gaat naar 1 mens." in eerste.content.decode()
    assert "Of de vraag is vandaag al gesteld" in tweede.content.decode()
    assert Bericht.objects.count() == Toegang.objects.count() == 1
    assert Client().get(pad_in(Bericht.objects.get())).status_code == 200


def test_asked_in_the_night_is_asked_today(client, ria, soep):
    acties.vraag_wie_aan_de_beurt_is()
    client.force_login(ProjectteamFactory())
    html = client.get(DESK).content.decode()
    assert 'value="vraag"' not in html
    client.post(DESK, {"actie": "vraag", "pk": soep.pk})
    assert Bericht.objects.count() == 1


def test_what_staff_heard_themselves_is_in_the_history(client, soep, desk):
    wie = ProjectteamFactory()
    client.force_login(wie)
    antwoord = client.post(DESK, {"actie": "bevestig", "pk": soep.pk}, follow=True)
    assert "‘Soep’ is bevestigd" in antwoord.content.decode()
    laatste = opnieuw(soep).history.first()
    assert (laatste.history_change_reason, laatste.history_user) == ("Het team vroeg het na: het klopt", wie)
    assert "Al een jaar niet bevestigd: 0" in tekst_van(antwoord)


def test_a_methodiek_can_be_confirmed_too(client):
    aanpak = MethodiekFactory(gepubliceerd=True, bevestigd_op=dagen_geleden(400))
    client.force_login(ProjectteamFactory())
    client.post(DESK, {"actie": "vraag", "pk": aanpak.pk})
    assert not Bericht.objects.exists()
    client.post(DESK, {"actie": "bevestig", "pk": aanpak.pk})
    assert opnieuw(aanpak).bevestigd_op == timezone.localdate()


@pytest.mark.parametrize("pk", ["", "x", "999999", "0" * 400])
def test_a_button_for_what_is_gone_says_so(client, pk):
    client.force_login(ProjectteamFactory())
    antwoord = client.post(DESK, {"actie": "bevestig", "pk": pk}, follow=True)
    assert "Dit staat niet meer op de site" in antwoord.content.decode()


def tekst_van(antwoord):
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def test_a_new_address_takes_the_mail_off_the_desk(client, ria, desk):
    client.force_login(CoordinatorFactory())
    assert "niet krijgen: 1" in tekst_van(client.get(DESK))
    Contactpersoon.objects.filter(pk=ria.pk).update(email="nieuw@prive.example")
    assert "niet krijgen: 0" in tekst_van(client.get(DESK))


def test_a_mail_that_could_not_go_out_is_on_the_desk_and_one_that_went_is_not(client, ria):
    client.force_login(CoordinatorFactory())
    BerichtFactory(aan=ria.email, verzonden_op=timezone.now())
    assert "niet krijgen: 0" in tekst_van(client.get(DESK))
    BerichtFactory(aan=ria.email, fout="SMTPRecipientsRefused: ria@prive.example")
    assert "kan niet weg sinds" in tekst_van(client.get(DESK))


def test_a_website_is_on_the_desk_after_two_bad_weeks_with_everything_that_names_it(client, soep, desk):
    dode_link("https://een-keer.example/", keren_stuk=1)
    dode_link("https://nergens.example/")
    BronFactory(vermelding=soep, url="https://een-keer.example/")
    OrganisatieFactory(naam="Voedselbank Breda", website="https://weg.example/")
    MethodiekFactory(gepubliceerd=True, titel="Weggeefwinkel", website="https://weg.example/")
    InitiatiefFactory(titel="Nog een concept", website="https://weg.example/")
    client.force_login(BegeleidingsgroepFactory())
    html = client.get(DESK).content.decode()
    dood = html.partition('id="links"')[2]
    assert all(naam in dood for naam in ("Soep", "Voedselbank Breda", "Weggeefwinkel"))
    assert not any(naam in dood for naam in ("een-keer", "nergens", "Nog een concept"))


def test_what_staff_mend_leaves_the_desk_at_once(client, desk):
    client.force_login(CoordinatorFactory())
    assert "het niet doen: 1" in tekst_van(client.get(DESK))
    Bron.objects.update(url="https://nieuw.example/")
    assert "het niet doen: 0" in tekst_van(client.get(DESK))


def test_the_start_page_says_what_waits_at_the_desk(client, desk):
    client.force_login(CoordinatorFactory())
    html = client.get("/beheer/").content.decode()
    for anker in ("teksten", "mails", "links"):
        assert f'href="{DESK}#{anker}"' in html


def test_the_desk_asks_a_fixed_number_of_questions(client, desk):
    client.force_login(CoordinatorFactory())
    assert get_user_model().objects.count() == 1
    een = _tel(client)
    for nummer in range(6):
        initiatief = oud_initiatief(titel=f"Tuin{nummer}", website=f"https://tuin{nummer}.example/")
        ContactpersoonFactory.create_batch(2, initiatief=initiatief, email=f"tuin{nummer}@prive.example")
        BerichtFactory(aan=f"tuin{nummer}@prive.example", fout="weg")
        BronFactory(vermelding=initiatief, url=f"https://tuin{nummer}.example/")
        dode_link(f"https://tuin{nummer}.example/")
    assert _tel(client) == een <= 20


def _tel(client):
    client.get(DESK)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(DESK).status_code == 200
    return len(vragen)
