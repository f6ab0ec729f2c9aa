"""Filling in, screen by screen: nothing that was typed is lost, and one press of the button sends one thing."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Bericht, Inzending
from tests.factories import DoelgroepFactory, InzendingFactory, ThemaFactory
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import (
    adres,
    alles_van,
    begin,
    begonnen,
    lang_genoeg,
    samenvatting,
    token_in,
    verstuur,
)
from tests.publiek import hoofd, tekst

pytestmark = pytest.mark.django_db

GOED: dict[str, dict[str, Any]] = {
    "naam": {"titel": "Soep voor de buurt"},
    "waar": {"waar": "Tilburg"},
    "begin": {"fase": "draait", "begonnen_jaar": "2019"},
    "kort": {"samenvatting": "Wij koken elke week met buren."},
    "thema": {"hoofdthema": "eten"},
    "voor-wie": {"doelgroepen": ["ouderen"], "mensen_bereikt": "40"},
    "verhaal": {"verhaal": "Vijf buren begonnen.\n\nNu eten er veertig."},
    "leren": {"geleerd": "Begin klein.", "website": "www.soep.example"},
    "wie": {"afzender_naam": "Ria", "namens": "groep"},
    "bereik": {"afzender_bereik": "mail", "afzender_email": "ria@prive.example", "afzender_telefoon": ""},
    "groep": {"groep_email": "groep@prive.example"},
}
LANG = "Uw tekst heeft {} letters. Er passen er {}"
JAAR = "Vul een jaar in met 4 cijfers, zoals 2019"
CIJFERS = "Vul een getal in, met alleen cijfers"
FOUT: list[tuple[str, str, Any, str]] = [
    ("naam", "titel", "", "Vul de naam van het initiatief in"),
    ("naam", "titel", "x" * 121, LANG.format(121, 120)),
    ("waar", "waar", " ", "Vul de plaats of de postcode in"),
    ("waar", "waar", "1234", "Een postcode heeft 4 cijfers en 2 letters, zoals 1234 AB"),
    ("begin", "fase", "", "Kies of het al draait"),
    ("begin", "fase", "ooit", "Kies iets uit de lijst"),
    ("begin", "begonnen_jaar", "toen", CIJFERS),
    ("begin", "begonnen_jaar", "19", JAAR),
    ("begin", "begonnen_jaar", "20199", JAAR),
    ("begin", "begonnen_jaar", "2999", "Dit jaar is nog niet geweest. Laat het leeg als het nog niet begon"),
    ("kort", "samenvatting", "", "Vertel in één zin wat u samen doet"),
    ("kort", "samenvatting", "x" * 201, LANG.format(201, 200)),
    ("thema", "hoofdthema", "", "Kies waar het over gaat, of ‘Dat weet ik niet’"),
    ("voor-wie", "doelgroepen", ["niemand"], "Kies iets uit de lijst"),
    ("voor-wie", "mensen_bereikt", "veel", CIJFERS),
    ("voor-wie", "mensen_bereikt", "9" * 12, "Vul een kleiner getal in"),
    ("verhaal", "verhaal", "\n\n", "Vertel het verhaal. Een paar zinnen is genoeg"),
    ("verhaal", "verhaal", "x" * 20_001, LANG.format(20_001, 20_000)),
    ("leren", "website", "nee", "Dit lijkt geen adres van een website. Een voorbeeld: www.voorbeeld.nl"),
    ("wie", "afzender_naam", "", "Vul uw naam in"),
    ("wie", "namens", "", "Kies of u zelf bij dit initiatief hoort"),
    ("bereik", "afzender_bereik", "", "Kies hoe wij u bereiken"),
    ("bereik", "afzender_email", "", "Vul uw e-mailadres in"),
    ("bereik", "afzender_email", "ria.prive.example", "Er mist een @ in uw e-mailadres"),
    ("bereik", "afzender_telefoon", "0612", "Uw telefoonnummer heeft 10 cijfers. U vulde er 4 in"),
    ("groep", "groep_email", "ria", "Er mist een @ in uw e-mailadres"),
]
NUL, KAPOT, LOS = "%00", "%FF%FE", "%ED%A0%80"
FORMULIER = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def lijsten() -> None:
    ThemaFactory(naam="Eten", slug="eten")
    DoelgroepFactory(naam="Ouderen", slug="ouderen")


@pytest.fixture
def groepsverhaal() -> Inzending:
    """What somebody begun for a group, with every screen filled in and nothing sent."""
    alles = {veld: waarde for waarden in GOED.values() for veld, waarde in waarden.items()}
    return InzendingFactory(status=Status.CONCEPT, gegevens=alles | {"akkoord": ""})


def terug(waarde: str) -> str:
    return waarde.replace("\r\n", "\n")


# --- the way through ---------------------------------------------------------------------------------------


def test_from_the_first_word_to_sent(client: Client) -> None:
    inzending, hier = begonnen(client, **GOED["naam"])
    bezocht = []
    antwoord = client.get(f"{hier}code/")
    volgende = f"{hier}vraag/waar/"
    assert volgende in antwoord.content.decode()
    while volgende != f"{hier}nakijken/":
        scherm = volgende.removeprefix(hier).removeprefix("vraag/").strip("/")
        bezocht.append(scherm)
        pagina = client.get(volgende)
        assert pagina.status_code == 200
        getypt = GOED.get(scherm, {})
        velden = formulier(pagina, "csrfmiddlewaretoken")
        antwoord = client.post(volgende, velden | getypt | {"verder": "1"})
        assert antwoord.status_code == 302, scherm
        volgende = antwoord.url
    assert bezocht == [
        *("waar", "begin", "kort", "thema", "voor-wie", "verhaal", "leren"),
        *("fotos", "papieren", "wie", "bereik", "groep"),
    ]
    inzending.refresh_from_db()
    for getypt in GOED.values():
        assert getypt.items() <= inzending.gegevens.items()
    lang_genoeg(inzending)
    antwoord = verstuur(client, inzending, volgende)
    assert antwoord.url == f"{hier}verstuurd/"
    assert "Uw verhaal is verstuurd" in tekst(client.get(antwoord.url))
    inzending.refresh_from_db()
    assert inzending.status == Status.INGEDIEND
    assert (inzending.onderwerp, inzending.waar, inzending.naam) == ("Soep voor de buurt", "Tilburg", "Ria")
    assert inzending.akkoord_op is not None
    mails = {mail.soort: mail for mail in Bericht.objects.all()}
    assert {soort: mail.aan for soort, mail in mails.items()} == {
        "inzending_ontvangen": "ria@prive.example",
        "inzending_meelezen": "groep@prive.example",
    }
    for mail, weg in ((mails["inzending_ontvangen"], "inzending"), (mails["inzending_meelezen"], "meelezen")):
        assert client.get(f"/{weg}/{token_in(mail.tekst)}/").status_code == 200


def test_the_code_is_on_the_page_after_the_first_screen_and_opens(client: Client) -> None:
    _, hier = begonnen(client)
    pagina = client.get(f"{hier}code/")
    code = re.search(r'class="code-groot">([^<]+)<', pagina.content.decode())
    assert code
    assert re.fullmatch(r"[A-Z]+ [A-Z]+ [A-Z]+ \d{4}", code[1])
    assert "<svg" in hoofd(pagina)
    velden = formulier(client.get("/inzending/"), "code-code")
    antwoord = Client().post("/inzending/", velden | {"code-code": code[1].lower()})
    assert "Nog niet verstuurd" in tekst(client.get(antwoord.url))


def test_a_link_by_mail_is_sent_once_and_opens_on_another_device(client: Client) -> None:
    inzending, hier = begonnen(client)
    velden = formulier(client.get(f"{hier}code/"), "email")
    for _ in range(2):
        antwoord = client.post(f"{hier}code/", velden | {"email": "Ria@prive.example"})
        assert antwoord.status_code == 302
    assert "Wij stuurden een link naar Ria@prive.example" in tekst(client.get(antwoord.url))
    mail = Bericht.objects.get()
    assert (mail.aan, mail.inzending) == ("Ria@prive.example", inzending)
    assert "Soep voor de buurt" in tekst(Client().get(f"/inzending/{token_in(mail.tekst)}/"))
    antwoord = client.post(f"{hier}code/", velden | {"email": "ria"})
    assert antwoord.status_code == 422
    assert formulier(antwoord, "email")["email"] == ["ria"]
    antwoord = client.post(f"{hier}code/", velden | {"email": "ander@prive.example", "onderwerp_2": "Buy"})
    assert (antwoord.status_code, Bericht.objects.count()) == (302, 1)


# --- what is wrong is said twice, and kept -----------------------------------------------------------------


def is_fout(antwoord: HttpResponse, veld: str, melding: str) -> None:
    """Check that the summary and the field say the same, and that each finds the other."""
    assert antwoord.status_code == 422
    assert (f"#id_{veld}", melding) in samenvatting(antwoord)
    html = hoofd(antwoord)
    bij_het_veld = html.partition(f'id="id_{veld}_error"')[2].partition("</div>")[0]
    assert melding in bij_het_veld
    (invoer,) = re.findall(rf'<(?:input|textarea|fieldset)[^>]*\bid="id_{veld}"[^>]*>', html)
    assert f"id_{veld}_error" in re.search(r'aria-describedby="([^"]*)"', invoer)[1].split()  # type: ignore[index]
    assert invoer.startswith("<fieldset") or 'aria-invalid="true"' in invoer


@pytest.mark.parametrize(("scherm", "veld", "waarde", "melding"), FOUT)
def test_a_mistake_is_told_twice_and_what_was_typed_is_kept(
    client: Client, groepsverhaal: Inzending, scherm: str, veld: str, waarde: Any, melding: str
) -> None:
    getypt = GOED[scherm] | {veld: waarde}
    antwoord = client.post(adres(groepsverhaal, f"vraag/{scherm}/"), getypt)
    is_fout(antwoord, veld, melding)
    groepsverhaal.refresh_from_db()
    assert getypt.items() <= groepsverhaal.gegevens.items()
    in_formulier = formulier(antwoord, "csrfmiddlewaretoken")
    for naam, kept in getypt.items():
        if isinstance(kept, str) and naam not in {"fase", "hoofdthema", "namens", "afzender_bereik"}:
            assert terug(in_formulier[naam][0]) == kept
        elif naam != veld:
            assert in_formulier[naam] == ([kept] if isinstance(kept, str) else kept)


@pytest.mark.parametrize(("veld", "waarde", "melding"), [fout[1:] for fout in FOUT if fout[0] == "naam"])
def test_a_mistake_on_the_first_screen_begins_nothing(
    client: Client, veld: str, waarde: str, melding: str
) -> None:
    antwoord = begin(client, **{veld: waarde})
    is_fout(antwoord, veld, melding)
    velden = formulier(antwoord, veld)
    assert velden[veld] == [waarde]
    assert not Inzending.objects.exists()
    assert client.post("/meedoen/initiatief/", velden | GOED["naam"]).status_code == 302


def test_what_was_skipped_is_told_before_it_is_sent_with_the_way_to_it(
    client: Client, groepsverhaal: Inzending
) -> None:
    client.post(adres(groepsverhaal, "vraag/verhaal/"), {"verhaal": "", "stop": "1"})
    antwoord = verstuur(client, groepsverhaal, akkoord="")
    assert antwoord.status_code == 422
    lijst = {woorden: weg for weg, woorden in samenvatting(antwoord)}
    assert set(lijst) == {
        "Vertel het verhaal. Een paar zinnen is genoeg",
        "Zet een vinkje als het op de website mag",
    }
    pagina = client.get(lijst["Vertel het verhaal. Een paar zinnen is genoeg"])
    assert "Vertel het verhaal. Een paar zinnen is genoeg" in samenvatting(pagina)[0][1]
    weg = lijst["Vertel het verhaal. Een paar zinnen is genoeg"]
    antwoord = client.post(weg, {"verhaal": "Vijf buren.", "verder": "1"})
    assert antwoord.url.endswith("/nakijken/")
    assert verstuur(client, groepsverhaal).url.endswith("/verstuurd/")


def test_save_and_stop_keeps_what_is_wrong_too(client: Client, groepsverhaal: Inzending) -> None:
    antwoord = client.post(adres(groepsverhaal, "vraag/begin/"), {"begonnen_jaar": "toen", "stop": "1"})
    assert antwoord.status_code == 302
    overzicht = client.get(antwoord.url)
    assert "Bewaard. U gaat later verder met uw code" in tekst(overzicht)
    assert "Nog doen" in tekst(overzicht)
    groepsverhaal.refresh_from_db()
    assert groepsverhaal.gegevens["begonnen_jaar"] == "toen"
    pagina = client.get(adres(groepsverhaal, "vraag/begin/"))
    assert formulier(pagina, "begonnen_jaar")["begonnen_jaar"] == ["toen"]


# --- screens that are not asked (any more) -------------------------------------------------------------------


def test_a_screen_that_is_not_asked_is_not_there_and_comes_back_with_what_was_typed(
    client: Client, groepsverhaal: Inzending
) -> None:
    groep, wie = adres(groepsverhaal, "vraag/groep/"), adres(groepsverhaal, "vraag/wie/")
    assert formulier(client.get(groep), "groep_email")["groep_email"] == ["groep@prive.example"]
    client.post(wie, {"afzender_naam": "Ria", "namens": "zelf"})
    assert client.get(groep).url.endswith(f"{groep.split('/')[2]}/")
    assert client.post(groep, {"groep_email": "vals@prive.example"}).status_code == 302
    assert "groep@prive.example" not in tekst(client.get(adres(groepsverhaal, "nakijken/")))
    verstuur(client, groepsverhaal)
    assert set(Bericht.objects.values_list("aan", flat=True)) == {"ria@prive.example"}
    client.post(adres(groepsverhaal, "terugnemen/"))
    client.post(wie, {"afzender_naam": "Ria", "namens": "groep"})
    assert formulier(client.get(groep), "groep_email")["groep_email"] == ["groep@prive.example"]


def test_a_field_that_is_not_on_the_screen_is_not_taken(client: Client, groepsverhaal: Inzending) -> None:
    client.post(
        adres(groepsverhaal, "vraag/naam/"),
        {"titel": "Soep", "gemeente": "1", "afzender_email": "vals@prive.example", "status": "goedgekeurd"},
    )
    groepsverhaal.refresh_from_db()
    assert "gemeente" not in groepsverhaal.gegevens
    assert groepsverhaal.email == "ria@prive.example"
    assert groepsverhaal.status == Status.CONCEPT


def test_screens_that_do_not_exist_lead_to_where_it_stands(client: Client, groepsverhaal: Inzending) -> None:
    for naam in ("bestaat-niet", "fotos", "tip", "kies"):
        antwoord = client.get(adres(groepsverhaal, f"vraag/{naam}/"))
        assert antwoord.status_code == 302
        assert antwoord.url.count("/") == 3


# --- broken text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kapot", [NUL, KAPOT, LOS])
def test_broken_text_is_refused_and_changes_nothing(
    client: Client, groepsverhaal: Inzending, kapot: str
) -> None:
    eerst = alles_van(groepsverhaal)
    wegen = [f"{deel}/" for deel in ("vraag/naam", "nakijken", "code", "fotos", "zeg-iets", "intrekken")]
    for waar in [*(adres(groepsverhaal, weg) for weg in wegen), "/meedoen/initiatief/", "/inzending/"]:
        antwoord = client.post(waar, f"titel=a{kapot}b&akkoord=on", content_type=FORMULIER)
        assert antwoord.status_code == 400, waar
        assert "Dit lukte niet" in tekst(antwoord)
    for waar in (f"/inzending/abcdefgh{kapot}/", f"/meelezen/{kapot}abcdefgh/", f"/meedoen/{kapot}/"):
        assert client.get(waar).status_code in {400, 404}
    links = alles_van(groepsverhaal)
    assert {**links, "links": eerst["links"]} == eerst
