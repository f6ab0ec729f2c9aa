"""Looking whether websites still answer: real requests to a real server, and never to a machine inside."""

import socket
import time
from collections import Counter

import pytest
from django.conf import settings

from initiatieven.linkcontrole import Uitslag, kijk_na, mag_verbinden, website_van
from tests.initiatieven.website import LUS, draaiende_website

TE_LANGZAAM = Uitslag(werkt=False, fout="De website antwoordt te langzaam.")


@pytest.fixture
def website():
    with draaiende_website() as server:
        yield server


def alleen_lus(adres, poort):
    return adres == LUS


def kijk(website, pad, **anders):
    return kijk_na(website.adres + pad, **{"mag": alleen_lus, "seconden": 2} | anders)


def wacht_op(website, wat):
    for _ in range(200):
        if gevonden := [regel for regel in website.gevraagd if regel[0] == wat]:
            return gevonden[0]
        time.sleep(0.02)
    raise AssertionError(f"{wat} never happened: {website.gevraagd}")


# --- what counts as broken --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 204, 304, 400, 401, 403, 405, 418, 429, 451])
def test_an_answer_is_an_answer_even_if_it_is_no(website, status):
    assert kijk(website, f"status/{status}") == Uitslag(werkt=True, http_status=status)


@pytest.mark.parametrize("status", [404, 410, 500, 502, 503])
def test_what_is_gone_or_out_of_order_is_broken(website, status):
    uitslag = kijk(website, f"status/{status}")
    assert (uitslag.werkt, uitslag.http_status) == (False, status)
    assert uitslag.fout.endswith(".")


@pytest.mark.parametrize("bij_head", [403, 404, 405, 500, 501])
def test_a_website_that_does_not_know_head_is_asked_for_the_page(website, bij_head):
    assert kijk(website, f"status/{bij_head}-200").werkt
    assert [hoe for hoe, *_ in website.gevraagd] == ["HEAD", "GET"]


@pytest.mark.parametrize("status", [200, 301, 401, 429])
def test_who_answered_is_not_asked_again(website, status):
    kijk(website, f"status/{status}")
    assert [hoe for hoe, *_ in website.gevraagd] == ["HEAD"]


def test_we_say_who_we_are(website):
    kijk(website, "")
    assert website.gevraagd[0][2] == f"Sociale Alliantie linkcontrole (+{settings.SITE_URL})"


def test_strange_letters_in_an_address_are_no_problem(website):
    assert kijk(website, "café au lait/?q=één euro").werkt
    assert website.gevraagd[0][1] == "/caf%C3%A9%20au%20lait/?q=%C3%A9%C3%A9n%20euro"


def test_nobody_there_is_broken(website):
    with socket.socket() as deur:
        deur.bind((LUS, 0))
        poort = deur.getsockname()[1]
    uitslag = kijk_na(f"http://{LUS}:{poort}/", mag=alleen_lus, seconden=2)
    assert uitslag == Uitslag(werkt=False, fout="De website antwoordt niet.")


def test_a_name_that_does_not_exist_is_broken():
    uitslag = kijk_na("http://bestaat-niet.invalid/")
    assert uitslag == Uitslag(werkt=False, fout="Deze website bestaat niet meer.")


@pytest.mark.parametrize("pad", ["hangt-op/", "onzin/"])
def test_an_answer_that_is_none_is_broken(website, pad):
    assert kijk(website, pad) == Uitslag(werkt=False, fout="De website antwoordt niet.")


# --- redirects --------------------------------------------------------------------------------------------


def test_redirects_are_followed_to_their_end(website):
    assert kijk(website, "keten/5") == Uitslag(werkt=True, http_status=200)
    assert kijk(website, f"naar/{website.adres}status/404").http_status == 404


@pytest.mark.parametrize("pad", ["keten/6", "rond"])
def test_redirects_without_end_are_broken(website, pad):
    uitslag = kijk(website, pad)
    assert uitslag == Uitslag(werkt=False, fout="De website stuurt steeds door naar een ander adres.")
    assert len(website.gevraagd) == 6


@pytest.mark.parametrize("machine", ["127.0.0.2", "10.0.0.1", "169.254.169.254", "[::1]", "0.0.0.0"])
def test_a_redirect_to_a_machine_that_may_not_be_asked_ends_there(website, machine):
    uitslag = kijk(website, f"naar/http://{machine}:{website.server_address[1]}/geheim")
    assert uitslag == Uitslag(werkt=False, fout="Dit adres is niet van een openbare website.")
    assert len(website.gevraagd) == 1


@pytest.mark.parametrize(
    "doel",
    [
        "file:///etc/passwd",
        "ftp://voorbeeld.example/",
        "gopher://x/",
        "http://[kapot/",
        "http://x:99999/",
    ],
)
def test_a_redirect_to_no_website_ends_there(website, doel):
    assert kijk(website, f"naar/{doel}") == Uitslag(werkt=False, fout="Dit adres klopt niet.")


# --- slow and big -----------------------------------------------------------------------------------------


def test_a_slow_website_does_not_hold_us(website):
    begin = time.monotonic()
    assert kijk(website, "langzaam/", seconden=0.5) == TE_LANGZAAM
    assert time.monotonic() - begin < 2


def test_a_website_that_drips_does_not_hold_us_either(website):
    begin = time.monotonic()
    assert kijk(website, "druppelt/", seconden=0.5) == TE_LANGZAAM
    assert time.monotonic() - begin < 2
    wacht_op(website, "afgebroken")


def test_a_huge_page_is_never_read(website):
    begin = time.monotonic()
    assert kijk(website, "eindeloos/").werkt
    assert time.monotonic() - begin < 2
    *_, verstuurd = wacht_op(website, "afgebroken")
    assert int(verstuurd) < 20_000_000  # what fits in the buffers between two programs


# --- whom we may talk to ----------------------------------------------------------------------------------

BINNEN = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1",
    "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "fe80::1%lo", "geen adres", "",
]  # fmt: skip


@pytest.mark.parametrize("adres", BINNEN)
def test_a_machine_inside_is_never_asked(adres):
    assert not mag_verbinden(adres, 80)


@pytest.mark.parametrize(
    "adres", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"]
)
def test_a_public_machine_is_asked_at_the_door_of_websites_only(adres):
    assert {poort for poort in (22, 25, 80, 443, 5432, 8000, 8080) if mag_verbinden(adres, poort)} == {
        80,
        443,
    }


@pytest.mark.parametrize(
    "naam",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"],
)
def test_other_ways_to_write_this_machine_do_not_help(website, naam):
    """With the real rule, at the door of websites: refused before anything is opened."""
    uitslag = kijk_na(f"http://{naam}/")
    assert uitslag == Uitslag(werkt=False, fout="Dit adres is niet van een openbare website.")
    poort = website.server_address[1]
    assert not kijk_na(f"http://{naam}:{poort}/").werkt
    assert website.gevraagd == []


@pytest.mark.parametrize("extra", ["10.0.0.1", "::1"])
def test_a_name_with_one_machine_inside_is_refused_whole(website, monkeypatch, extra):
    echt = socket.getaddrinfo

    def twee_machines(naam, poort, **opties):
        if naam != "dubbel.example":
            return echt(naam, poort, **opties)
        return [*echt(LUS, poort, **opties), *echt(extra, poort, **opties)]

    monkeypatch.setattr(socket, "getaddrinfo", twee_machines)
    adres = website.adres.replace(LUS, "dubbel.example")
    assert kijk_na(adres, mag=alleen_lus).fout == "Dit adres is niet van een openbare website."
    assert website.gevraagd == []


def test_the_machine_that_was_judged_is_the_one_that_is_asked(website, monkeypatch):
    """A name that stands for another machine the second time it is looked up (DNS rebinding) gains nothing."""
    echt, keren = socket.getaddrinfo, Counter()

    def wisselend(naam, poort, *rest, **opties):
        if naam != "wissel.example":
            return echt(naam, poort, *rest, **opties)
        keren[naam] += 1
        return echt(LUS if keren[naam] == 1 else "127.0.0.9", poort, *rest, **opties)

    monkeypatch.setattr(socket, "getaddrinfo", wisselend)
    assert kijk_na(website.adres.replace(LUS, "wissel.example"), mag=alleen_lus, seconden=2).werkt
    assert keren["wissel.example"] == 1


def test_the_next_machine_is_tried_when_the_first_is_silent(website, monkeypatch):
    echt = socket.getaddrinfo

    def eerst_dood(naam, poort, *rest, **opties):
        if naam != "twee.example":
            return echt(naam, poort, *rest, **opties)
        return [*echt("127.0.0.3", poort, **opties), *echt(LUS, poort, **opties)]

    monkeypatch.setattr(socket, "getaddrinfo", eerst_dood)
    adres = website.adres.replace(LUS, "twee.example")
    assert kijk_na(adres, mag=lambda adres, poort: adres.startswith("127."), seconden=2).werkt


def test_the_name_of_a_website_comes_out_of_its_address():
    assert website_van("https://www.Voorbeeld.example:443/pad") == "www.voorbeeld.example"
    assert website_van("http://[kapot/") == "http://[kapot/"
