"""Signing up without an account: what is asked, what comes of it, and every way it can go wrong."""

import pytest
from django.test import Client

from alliantie.kern.models import Bericht
from bijeenkomsten.acties import aanmelden as acties
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.bijeenkomsten.bezoeker import GOED, TOKEN, adres_van, meld_aan, open_formulier
from tests.factories import AanmeldingFactory, BijeenkomstFactory
from tests.factories.bijeenkomsten import over
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import samenvatting
from tests.publiek import tekst

pytestmark = pytest.mark.django_db


def vragen(client: Client, rij: Bijeenkomst) -> set[str]:
    return set(formulier(client.get(adres_van(rij)), "zegel")) - {
        "zegel",
        "onderwerp_2",
        "csrfmiddlewaretoken",
    }


# --- what is asked ---------------------------------------------------------------------------------------


def test_only_what_this_meeting_needs_is_asked(client: Client) -> None:
    altijd = {"naam", "email", "telefoon", "aantal", "van", "hulp"}
    assert vragen(client, BijeenkomstFactory()) == altijd
    alles = BijeenkomstFactory(
        lunch="ja", kinderopvang="ja", reiskosten="ja", reiskosten_uitleg="<b>Bon</b> mee"
    )
    assert vragen(client, alles) == altijd | {"eet_mee", "eten", "kinderen"}  # unticked boxes send nothing
    html = client.get(adres_van(alles)).content.decode()
    assert 'name="wil_reisgeld"' in html
    assert "&lt;b&gt;Bon&lt;/b&gt; mee" in html
    assert html.index('name="naam"') < html.index('name="aantal"') < html.index('name="eet_mee"')


def test_everything_that_was_filled_in_is_kept(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    rij = BijeenkomstFactory(lunch="ja", kinderopvang="ja", reiskosten="ja")
    getypt = {
        "telefoon": "06 - 12.34.56.78",
        "van": "Eettafel De Brug",
        "is_gemeente": "on",
        "hulp": "Ik kom met een rolstoel",
        "eet_mee": "2",
        "eten": "geen vlees",
        "kinderen": "1",
        "wil_reisgeld": "on",
    }
    assert meld_aan(client, rij, monkeypatch, **getypt).status_code == 302
    rij_ = Aanmelding.objects.get()
    bewaard = {veld: getattr(rij_, veld) for veld in acties.VELDEN}
    assert bewaard == {
        "naam": "Fatima",
        "email": "fatima@prive.example",
        "aantal": 2,
        "telefoon": "06 - 12.34.56.78",
        "van": "Eettafel De Brug",
        "is_gemeente": True,
        "hulp": "Ik kom met een rolstoel",
        "eet_mee": 2,
        "eten": "geen vlees",
        "kinderen": 1,
        "wil_reisgeld": True,
    }


# --- what comes of it ---------------------------------------------------------------------------------------


def test_who_signs_up_reads_that_there_is_a_place_with_a_code_and_gets_a_mail(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory(capaciteit=2)
    antwoord = meld_aan(client, rij, monkeypatch)
    assert TOKEN.search(antwoord.url)
    assert antwoord.url.endswith("?nieuw=1")
    pagina = client.get(antwoord.url)
    gelezen = tekst(pagina)
    assert "U hebt een plek" in gelezen
    assert "U komt met 2 mensen." in gelezen
    code = pagina.context["code"]
    assert len(code.split()) == 4
    assert gelezen.index(code) < gelezen.index("Wanneer en waar")  # first of all when it is new
    assert f"{rij.get_absolute_url()}agenda.ics" in pagina.content.decode()
    mail = Bericht.objects.get()
    assert (mail.soort, mail.aan) == ("aanmelding_plek", "fatima@prive.example")
    assert "BEGIN:VCALENDAR" in mail.agenda


def test_when_it_is_full_one_waits_and_reads_which_place_in_line(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory(capaciteit=2)
    AanmeldingFactory(bijeenkomst=rij, aantal=2)
    AanmeldingFactory(bijeenkomst=rij, aantal=1)
    pagina = client.get(adres_van(rij))
    assert "Kom op de wachtlijst" in tekst(pagina)
    assert 'value="Zet mij op de wachtlijst"' in pagina.content.decode()
    gelezen = tekst(client.get(meld_aan(client, rij, monkeypatch).url))
    assert "U staat op de wachtlijst" in gelezen
    assert "nummer 2 in de rij" in gelezen


def test_who_has_only_a_phone_signs_up_and_reads_that_we_call(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory(capaciteit=1)
    AanmeldingFactory(bijeenkomst=rij)
    Bericht.objects.all().delete()
    antwoord = meld_aan(client, rij, monkeypatch, email="", telefoon="0612345678", aantal="1")
    assert "Wij bellen u." in tekst(client.get(antwoord.url))
    assert not Bericht.objects.exists()


def test_several_people_sign_up_with_one_phone_number(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    for naam in ("Fatima", "Fatima", "Ali"):
        assert meld_aan(client, rij, monkeypatch, naam=naam, email="", telefoon="0612345678").url.endswith(
            "?nieuw=1"
        )
    assert Aanmelding.objects.count() == 3


# --- double, back, and once more --------------------------------------------------------------------------------


def test_a_double_click_makes_one_sign_up_and_opens_it_twice(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    velden = open_formulier(client, rij, monkeypatch) | GOED
    for _ in range(2):
        antwoord = client.post(adres_van(rij), velden)
        assert antwoord.url.endswith("?nieuw=1")
        assert "U hebt een plek" in tekst(client.get(antwoord.url))
    assert Aanmelding.objects.count() == 1
    assert Bericht.objects.count() == 1


def test_who_goes_back_and_changes_the_form_is_told_that_nothing_changed_and_where_to(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    velden = open_formulier(client, rij, monkeypatch) | GOED
    client.post(adres_van(rij), velden)
    antwoord = client.post(adres_van(rij), velden | {"aantal": "4"})
    assert antwoord.url.endswith("?al=1")
    gelezen = tekst(client.get(antwoord.url))
    assert "U was al aangemeld. Wij hebben niets veranderd." in gelezen
    assert "Ik kom met meer of minder mensen" in gelezen
    assert Aanmelding.objects.get().aantal == 2


def test_who_pressed_again_after_it_closed_still_sees_the_place(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    velden = open_formulier(client, rij, monkeypatch) | GOED
    client.post(adres_van(rij), velden)
    Bijeenkomst.objects.filter(pk=rij.pk).update(aanmelden_tot=over(-1))
    antwoord = client.post(adres_van(rij), velden)
    assert "U hebt een plek" in tekst(client.get(antwoord.url))


def test_the_same_name_and_address_on_another_day_leads_to_the_mailbox_and_shows_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    meld_aan(client, rij, monkeypatch, hulp="Mijn geheim", telefoon="0612345678")
    Bericht.objects.all().delete()
    ander = Client()
    antwoord = meld_aan(ander, rij, monkeypatch, naam="FATIMA", email="Fatima@prive.example")
    assert antwoord.url == f"{rij.get_absolute_url()}aangemeld/"
    pagina = ander.get(antwoord.url).content.decode()
    assert "Kijk in uw e-mail" in pagina
    for geheim in ("Fatima", "0612345678", "Mijn geheim", "/aanmelding/A"):
        assert geheim not in pagina
    mail = Bericht.objects.get()
    assert (mail.soort, mail.aan) == ("aanmelding_nieuwe_links", "fatima@prive.example")
    assert TOKEN.search(mail.tekst)
    assert Aanmelding.objects.count() == 1


# --- what is not right -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("getypt", "veld", "woorden"),
    [
        ({"naam": " "}, "naam", "Vul uw naam in"),
        ({"email": ""}, "email", "Vul uw e-mailadres of uw telefoonnummer in"),
        ({"email": "fatima"}, "email", "Er mist een @ in uw e-mailadres"),
        (
            {"email": "", "telefoon": "06123"},
            "telefoon",
            "Uw telefoonnummer heeft 10 cijfers. U vulde er 5 in",
        ),
        ({"aantal": ""}, "aantal", "Vul in met hoeveel mensen u komt"),
        ({"aantal": "0"}, "aantal", "Kom minstens zelf: vul 1 of meer in"),
        ({"aantal": "-3"}, "aantal", "Kom minstens zelf: vul 1 of meer in"),
        ({"aantal": "veel"}, "aantal", "Vul een getal in, met alleen cijfers"),
        (
            {"aantal": "500"},
            "aantal",
            "U kunt hier niet meer dan 8 mensen aanmelden. Komt u met meer? Vraag het ons",
        ),
        ({"aantal": "9" * 60}, "aantal", "Dat is te veel. Vul een kleiner getal in"),
        ({"eet_mee": ""}, "eet_mee", "Vul in hoeveel mensen mee-eten. Eet er niemand mee? Vul 0 in"),
        ({"eet_mee": "3"}, "eet_mee", "U komt met 2. Dan kunnen er niet 3 mee-eten"),
        (
            {"kinderen": "99"},
            "kinderen",
            "Dat zijn veel kinderen. Komt u met meer dan 20? Vraag het ons",
        ),
    ],
)
def test_what_is_not_right_is_said_in_words_and_what_was_typed_stays(
    client: Client, monkeypatch: pytest.MonkeyPatch, getypt: dict, veld: str, woorden: str
) -> None:
    rij = BijeenkomstFactory(lunch="ja", kinderopvang="ja")
    compleet = {"eet_mee": "2", "kinderen": "", "hulp": "Ik hoor slecht"} | getypt
    antwoord = meld_aan(client, rij, monkeypatch, **compleet)
    assert antwoord.status_code == 422
    assert samenvatting(antwoord) == [(f"#id_{veld}", woorden)]
    assert formulier(antwoord, "zegel")["hulp"] == ["Ik hoor slecht"]
    assert not Aanmelding.objects.exists()


def test_a_room_smaller_than_the_group_says_how_many_ever_fit(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    antwoord = meld_aan(client, BijeenkomstFactory(capaciteit=3), monkeypatch, aantal="4")
    assert "U kunt hier niet meer dan 3 mensen aanmelden." in tekst(antwoord)
    antwoord = meld_aan(client, BijeenkomstFactory(capaciteit=1), monkeypatch)
    assert "U kunt hier 1 mens aanmelden." in tekst(antwoord)


def test_a_room_that_shrank_while_somebody_typed_is_said_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory(capaciteit=5)
    velden = open_formulier(client, rij, monkeypatch)
    echt = acties.hoogstens
    keren = iter([5])  # what the form was told; the actie, a moment later, reads the truth
    monkeypatch.setattr(acties, "hoogstens", lambda van: next(keren, None) or echt(van))
    Bijeenkomst.objects.filter(pk=rij.pk).update(capaciteit=1)
    antwoord = client.post(adres_van(rij), velden | GOED)
    assert antwoord.status_code == 422
    assert "U kunt hier 1 mens aanmelden." in tekst(antwoord)
    assert not Aanmelding.objects.exists()


def test_too_fast_asks_kindly_to_look_again_and_loses_nothing(client: Client) -> None:
    rij = BijeenkomstFactory()
    velden = formulier(client.get(adres_van(rij)), "zegel")
    antwoord = client.post(adres_van(rij), velden | GOED | {"van": "De Brug"})
    assert antwoord.status_code == 422
    assert "Dat ging heel snel." in tekst(antwoord)
    assert formulier(antwoord, "zegel")["van"] == ["De Brug"]
    assert not Aanmelding.objects.exists()


def test_a_robot_in_the_trap_reads_that_all_went_well(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    antwoord = meld_aan(client, rij, monkeypatch, onderwerp_2="koop nu")
    assert (antwoord.status_code, antwoord.url) == (302, f"{rij.get_absolute_url()}aangemeld/")
    assert client.post(adres_van(rij), GOED | {"zegel": "vals"}).status_code == 302
    assert not Aanmelding.objects.exists()


def test_too_many_from_one_place_keeps_what_was_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    monkeypatch.setattr(acties, "AANMELDINGEN_PER_UUR", 1)
    meld_aan(client, rij, monkeypatch)
    antwoord = meld_aan(client, rij, monkeypatch, naam="Ali")
    assert antwoord.status_code == 429
    assert "Wat u typte, staat er nog." in tekst(antwoord)
    assert formulier(antwoord, "zegel")["naam"] == ["Ali"]
    assert Aanmelding.objects.count() == 1


def test_the_limit_is_roomy_enough_for_a_library() -> None:
    assert acties.AANMELDINGEN_PER_UUR >= 30


# --- closed --------------------------------------------------------------------------------------------------------

DICHT = [
    ({"aanmelden_vanaf": over(5)}, "Aanmelden kan nog niet", "Dat kan vanaf"),
    ({"aanmelden_tot": over(-1)}, "Aanmelden kan niet meer", "Dat kon tot"),
    ({"begin": over(-1), "einde": over(1)}, "Aanmelden kan niet meer", "De bijeenkomst is begonnen."),
    ({"voorbij": True}, "Aanmelden kan niet meer", "Deze bijeenkomst is geweest."),
    ({"afgelast": True}, "Aanmelden kan niet meer", "Deze bijeenkomst gaat niet door."),
    ({"met_aanmelden": False}, "U hoeft zich niet aan te melden", "U hoeft zich hier niet"),
]


@pytest.mark.parametrize(("velden", "kop", "waarom"), DICHT)
def test_a_form_that_is_closed_says_why_and_leads_on(
    client: Client, velden: dict, kop: str, waarom: str
) -> None:
    rij = BijeenkomstFactory(**velden)
    antwoord = client.get(adres_van(rij))
    assert antwoord.status_code == 200
    assert kop in tekst(antwoord)
    assert waarom in tekst(antwoord)
    assert "Kijk welke bijeenkomsten er nog komen" in tekst(antwoord)


def test_a_form_that_closed_while_it_was_open_says_so_and_signs_nobody_up(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = BijeenkomstFactory()
    velden = open_formulier(client, rij, monkeypatch)
    Bijeenkomst.objects.filter(pk=rij.pk).update(aanmelden_tot=over(-1))
    antwoord = client.post(adres_van(rij), velden | GOED)
    assert antwoord.status_code == 409
    assert "Aanmelden kan niet meer" in tekst(antwoord)
    assert not Aanmelding.objects.exists()


def test_pages_of_signing_up_stay_out_of_search_engines_and_caches(client: Client) -> None:
    rij = BijeenkomstFactory()
    for adres in (adres_van(rij), f"{rij.get_absolute_url()}aangemeld/"):
        antwoord = client.get(adres)
        assert antwoord["X-Robots-Tag"] == "noindex"
        assert antwoord["Cache-Control"] == "private, no-store"
