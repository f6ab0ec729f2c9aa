"""The second login step: a password alone opens nothing."""

import re
import time
from typing import Any

import pytest
from django.test import Client
from django.test.utils import freeze_time
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from alliantie.kern.beheer.tweede_stap import afdruk
from alliantie.kern.models import Gebruiker
from tests.factories import (
    CoordinatorFactory,
    DocumentFactory,
    GeenStafFactory,
    InitiatiefFactory,
    ProjectteamFactory,
    stel_tweede_stap_in,
)
from tests.factories.gebruikers import WACHTWOORD

pytestmark = pytest.mark.django_db

VRAAG, INSTELLEN = "/beheer/tweede-stap/", "/beheer/tweede-stap/instellen/"
DEUREN = ["/beheer/", "/beheer/initiatieven/initiatief/", "/beheer/kern/gebruiker/", "/beheer/voorbeelden/"]


@pytest.fixture
def verplicht(settings: Any) -> None:
    settings.TWEEDE_STAP_VERPLICHT = True


@pytest.fixture
def els() -> Gebruiker:
    return CoordinatorFactory(email="els@voorbeeld.example")


def met_wachtwoord(client: Client, naar: str = "") -> Client:
    antwoord = client.post(
        "/beheer/login/",
        {"username": "els@voorbeeld.example", "password": WACHTWOORD, "next": naar or "/beheer/"},
    )
    assert antwoord.status_code == 302
    return client


def code_van(apparaat: TOTPDevice, verder: int = 0) -> str:
    """Return the code that the app on the phone shows now, or ``verder`` turns later."""
    totp = TOTP(apparaat.bin_key, apparaat.step, apparaat.t0, apparaat.digits)
    totp.time = time.time() + verder * apparaat.step
    return f"{totp.token():06}"


def is_open(client: Client, adres: str = "/beheer/") -> bool:
    return client.get(adres).status_code == 200


# --- required, and not set up yet ---------------------------------------------------------------------------


@pytest.mark.usefixtures("verplicht", "els")
@pytest.mark.parametrize("deur", DEUREN)
def test_with_a_password_alone_no_door_opens(client: Client, deur: str) -> None:
    antwoord = met_wachtwoord(client).get(deur, follow=True)
    assert antwoord.redirect_chain[-1][0].startswith(INSTELLEN)
    assert client.post(deur, {}).status_code == 302


@pytest.mark.usefixtures("verplicht")
def test_setting_up_takes_one_right_code(client: Client, els: Gebruiker) -> None:
    pagina = met_wachtwoord(client).get(INSTELLEN)
    assert pagina.status_code == 200
    assert "<svg" in pagina.content.decode()
    apparaat = TOTPDevice.objects.get(user=els)
    assert not apparaat.confirmed
    assert code_van(apparaat) != "000000"
    fout = client.post(INSTELLEN, {"code": "000000"})
    assert fout.status_code == 200
    assert "Deze code klopt niet" in fout.content.decode()
    assert not is_open(client)
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    goed = client.post(INSTELLEN, {"code": code_van(apparaat)})
    assert goed.status_code == 200
    codes = reservecodes(goed)
    assert len(codes) == StaticToken.objects.filter(device__user=els).count() == 10
    assert is_open(client)
    apparaat.refresh_from_db()
    assert apparaat.confirmed


def reservecodes(antwoord: Any) -> list[str]:
    return sorted(set(re.findall(r"\b[0-9a-f]{10}\b", antwoord.content.decode())))


@pytest.mark.usefixtures("verplicht")
def test_the_secret_does_not_change_when_the_page_is_opened_again(client: Client, els: Gebruiker) -> None:
    met_wachtwoord(client).get(INSTELLEN)
    sleutel = TOTPDevice.objects.get(user=els).key
    client.get(INSTELLEN)
    assert TOTPDevice.objects.get(user=els).key == sleutel


# --- set up -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_verplicht", [True, False])
def test_who_has_a_phone_is_always_asked(
    client: Client, settings: Any, els: Gebruiker, is_verplicht: bool
) -> None:
    settings.TWEEDE_STAP_VERPLICHT = is_verplicht
    apparaat = stel_tweede_stap_in(els)
    met_wachtwoord(client)
    for deur in DEUREN:
        assert client.get(deur, follow=True).redirect_chain[-1][0].startswith(VRAAG)
    # Nor is there a way in by setting up another phone.
    assert client.get(INSTELLEN).headers["Location"] == VRAAG
    assert client.post(INSTELLEN, {"code": "000000"}).headers["Location"] == VRAAG
    assert TOTPDevice.objects.filter(user=els).count() == 1
    assert client.post(VRAAG, {"code": code_van(apparaat)}).headers["Location"] == "/beheer/"
    assert all(is_open(client, deur) for deur in DEUREN)


def test_with_a_password_alone_no_draft_is_read_either(client: Client, els: Gebruiker) -> None:
    apparaat = stel_tweede_stap_in(els)
    document = DocumentFactory(vermelding=InitiatiefFactory())
    met_wachtwoord(client)
    assert client.get(document.get_absolute_url()).status_code == 404
    client.post(VRAAG, {"code": code_van(apparaat)})
    assert client.get(document.get_absolute_url()).status_code == 200


def test_a_wrong_code_opens_nothing_and_says_what_to_do(client: Client, els: Gebruiker) -> None:
    apparaat = stel_tweede_stap_in(els)
    met_wachtwoord(client)
    for code in ("000001" if code_van(apparaat) == "000000" else "000000", "", "geen code", "1" * 20):
        antwoord = client.post(VRAAG, {"code": code})
        assert antwoord.status_code == 200
        assert not is_open(client)
    assert "code" in antwoord.content.decode()


def test_guessing_codes_gets_slower(client: Client, els: Gebruiker) -> None:
    apparaat = stel_tweede_stap_in(els)
    met_wachtwoord(client)
    for _ in range(4):
        client.post(VRAAG, {"code": "000000"})
    assert client.post(VRAAG, {"code": code_van(apparaat)}).status_code == 200  # right, but too soon
    assert not is_open(client)


def test_a_code_may_be_typed_with_a_space(client: Client, els: Gebruiker) -> None:
    code = code_van(stel_tweede_stap_in(els))
    met_wachtwoord(client).post(VRAAG, {"code": f" {code[:3]} {code[3:]} "})
    assert is_open(client)


def test_a_code_works_once(client: Client, els: Gebruiker) -> None:
    code = code_van(stel_tweede_stap_in(els))
    met_wachtwoord(client).post(VRAAG, {"code": code})
    assert is_open(client)
    meekijker = met_wachtwoord(Client())
    meekijker.post(VRAAG, {"code": code})
    assert not is_open(meekijker)


def test_an_old_code_does_not_work(client: Client, els: Gebruiker) -> None:
    code = code_van(stel_tweede_stap_in(els), verder=-10)
    met_wachtwoord(client).post(VRAAG, {"code": code})
    assert not is_open(client)


def test_a_reserve_code_works_once(client: Client) -> None:
    els = CoordinatorFactory(email="els@voorbeeld.example")
    met_wachtwoord(client).get(INSTELLEN)
    apparaat = TOTPDevice.objects.get(user=els)
    code = reservecodes(client.post(INSTELLEN, {"code": code_van(apparaat)}))[0]
    zonder_telefoon = met_wachtwoord(Client())
    assert not is_open(zonder_telefoon)
    zonder_telefoon.post(VRAAG, {"code": code.upper()})
    assert is_open(zonder_telefoon)
    vinder = met_wachtwoord(Client())
    vinder.post(VRAAG, {"code": code})
    assert not is_open(vinder)


def test_the_code_of_a_colleague_does_not_work(client: Client, els: Gebruiker) -> None:
    stel_tweede_stap_in(els)
    andere = stel_tweede_stap_in(ProjectteamFactory())
    met_wachtwoord(client).post(VRAAG, {"code": code_van(andere)})
    assert not is_open(client)


@pytest.mark.parametrize("naar", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example"])
def test_the_second_step_sends_nobody_to_another_site(client: Client, els: Gebruiker, naar: str) -> None:
    apparaat = stel_tweede_stap_in(els)
    met_wachtwoord(client)
    assert "kwaad.example" not in client.get(VRAAG, {"next": naar}).content.decode()
    antwoord = client.post(VRAAG, {"code": code_van(apparaat), "next": naar})
    assert antwoord.headers["Location"] == "/beheer/"


def test_one_comes_out_where_one_was_going(client: Client, els: Gebruiker) -> None:
    apparaat = stel_tweede_stap_in(els)
    doel = "/beheer/initiatieven/initiatief/?status__exact=concept&q=soep"
    met_wachtwoord(client)
    pagina = client.get(doel, follow=True)
    assert pagina.redirect_chain[-1][0].startswith(VRAAG)
    antwoord = client.post(VRAAG, {"code": code_van(apparaat), "next": pagina.context["next"]})
    assert antwoord.headers["Location"] == doel


# --- who has no business here -------------------------------------------------------------------------------


@pytest.mark.usefixtures("verplicht")
@pytest.mark.parametrize("adres", [VRAAG, INSTELLEN])
def test_without_a_password_there_is_no_second_step(client: Client, adres: str) -> None:
    assert client.get(adres).headers["Location"].startswith("/beheer/login/")
    assert not TOTPDevice.objects.exists()


@pytest.mark.usefixtures("verplicht")
def test_who_is_no_staff_does_not_get_in_with_a_phone_either(client: Client) -> None:
    gebruiker = GeenStafFactory()
    client.force_login(gebruiker)
    client.post(VRAAG, {"code": code_van(stel_tweede_stap_in(gebruiker))})
    assert not is_open(client)


def test_a_coordinator_can_help_who_lost_the_phone(client: Client, els: Gebruiker) -> None:
    bas = ProjectteamFactory()
    stel_tweede_stap_in(bas)
    client.force_login(els)
    keuze = {"action": "wis_tweede_stap", "_selected_action": [bas.pk]}
    assert client.post("/beheer/kern/gebruiker/", keuze).status_code == 302
    assert not TOTPDevice.objects.filter(user=bas).exists()


def test_the_clock_of_a_phone_may_be_half_a_minute_off(client: Client, els: Gebruiker) -> None:
    apparaat = stel_tweede_stap_in(els)
    met_wachtwoord(client)
    with freeze_time(time.time() + 30):
        code = code_van(apparaat)
    client.post(VRAAG, {"code": code})
    assert is_open(client)


def test_new_reserve_codes_replace_the_old_ones(client: Client, els: Gebruiker, verplicht: None) -> None:
    telefoon = stel_tweede_stap_in(els)
    client.force_login(els)
    nieuw = "/beheer/tweede-stap/reservecodes/"
    assert client.post(nieuw).status_code == 302  # a password alone gives no codes
    assert not StaticToken.objects.exists()
    sessie = client.session
    sessie[DEVICE_ID_SESSION_KEY] = telefoon.persistent_id
    sessie.save()
    assert "Maak nieuwe codes" in client.get(nieuw).content.decode()
    eerste = re.findall(r'class="code">([0-9a-f]{10})<', client.post(nieuw).content.decode())
    tweede = re.findall(r'class="code">([0-9a-f]{10})<', client.post(nieuw).content.decode())
    assert (len(eerste), len(tweede), StaticToken.objects.count()) == (10, 10, 10)
    bewaard = set(StaticToken.objects.values_list("token", flat=True))
    assert not bewaard & set(tweede)  # only a hash is kept
    assert bewaard == {afdruk(code) for code in tweede}
