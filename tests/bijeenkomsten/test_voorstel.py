"""Groups and partners suggest a meeting; what the team accepts becomes a concept, and nothing is on the site before."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alliantie.kern import post
from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.soort import soort_met, soort_van
from alliantie.kern.models import Bericht, Inzending
from bijeenkomsten.models import Bijeenkomst
from tests.factories import ProjectteamFactory
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import adres, begonnen, lang_genoeg, samenvatting
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db
JAAR = timezone.localdate().year + 1
ANTWOORDEN: dict[str, dict[str, Any]] = {
    "naam": {"titel": "Samen eten, hoe begin je?"},
    "wat": {"wat": "Drie groepen vertellen. Daarna **eten** wij samen."},
    "voor-wie": {"soort": "scholing", "voor_wie": "groepen"},
    "wanneer": {"dag": "8", "maand": "12", "jaar": str(JAAR), "begintijd": "1930", "eindtijd": "21.00"},
    "waar": {"waar": "Tilburg", "gebouw": "De Brug, Kerkstraat 1"},
    "kosten": {"kosten": "Gratis, met brood"},
    "wie": {"afzender_naam": "Fatima"},
    "bereik": {
        "afzender_bereik": "mail",
        "afzender_email": "fatima@prive.example",
        "afzender_telefoon": "",
    },
}


def scherm(client: Client, inzending: Inzending, naam: str, **getypt: Any) -> Any:
    pad = adres(inzending, f"vraag/{naam}/")
    return client.post(pad, getypt | {"verder": "1"})


@pytest.fixture
def voorstel(client: Client) -> Inzending:
    """A suggestion that was filled in and sent, screen by screen."""
    inzending, _ = begonnen(client, "/meedoen/bijeenkomst/", **ANTWOORDEN["naam"])
    for naam, getypt in ANTWOORDEN.items():
        assert scherm(client, inzending, naam, **getypt).status_code == 302, naam
    lang_genoeg(inzending)
    nakijken = adres(inzending, "nakijken/")
    pagina = client.get(nakijken)
    assert "Verstuur mijn voorstel" in pagina.content.decode()
    antwoord = client.post(nakijken, formulier(pagina, "zegel") | {"akkoord": "on", "verstuur": "1"})
    assert "Uw voorstel is verstuurd" in tekst(client.get(antwoord.url))
    return Inzending.objects.get()


def keur_goed(voorstel: Inzending) -> Inzending:
    door = ProjectteamFactory()
    rij = behandelen.pak_op(inzending=voorstel, door=door)
    return besluiten.keur_goed(
        inzending=rij,
        door=door,
        gezien=rij.versie,
        mail=post.stel_op(
            "bijeenkomst_voorstel",
            {"naam": "Fatima", "onderwerp": str(rij), "link": "[link]", "code": "[code]"},
        ),
    )


def test_the_pages_that_ask_lead_to_it(client: Client) -> None:
    for pad in ("/meedoen/", "/bijeenkomsten/"):
        assert "/meedoen/bijeenkomst/" in doelen(hoofd(client.get(pad)))


def test_a_suggestion_is_asked_in_small_steps_and_confirmed_as_a_voorstel(
    client: Client, voorstel: Inzending
) -> None:
    assert (voorstel.status, voorstel.soort) == ("ingediend", "bijeenkomst")
    assert "Wij lezen uw voorstel." in tekst(client.get(adres(voorstel)))
    mail = Bericht.objects.get()
    assert mail.soort == "bijeenkomst_voorstel_ontvangen"
    assert "verhaal" not in mail.tekst
    assert not Bijeenkomst.objects.exists()


def test_accepted_it_becomes_a_concept_with_all_that_was_said(client: Client, voorstel: Inzending) -> None:
    rij = keur_goed(voorstel)
    gemaakt = Bijeenkomst.objects.get()
    assert (rij.uitkomst, rij.doel) == ("uitgewerkt", gemaakt)
    assert (gemaakt.status, gemaakt.soort, gemaakt.voor_wie) == ("concept", "scholing", "groepen")
    assert gemaakt.titel == "Samen eten, hoe begin je?"
    assert gemaakt.slug == "samen-eten-hoe-begin-je"
    assert gemaakt.programma == "Drie groepen vertellen. Daarna **eten** wij samen."
    assert gemaakt.wanneer.replace("\xa0", " ").endswith(f"8 december {JAAR}, 19.30 tot 21.00 uur")
    assert (gemaakt.gemeente.naam, gemaakt.locatie) == ("Tilburg", "De Brug, Kerkstraat 1")
    assert gemaakt.kosten_uitleg == "Gratis, met brood"
    assert client.get(gemaakt.get_absolute_url()).status_code == 404
    gelezen = tekst(client.get(adres(rij)))
    assert "Wij gaan hiermee verder." in gelezen
    assert "Bekijk de pagina" not in gelezen
    assert "fatima@prive.example" in [
        mail.aan for mail in Bericht.objects.filter(soort="bijeenkomst_voorstel")
    ]


def test_two_suggestions_with_one_name_get_two_addresses(client: Client, voorstel: Inzending) -> None:
    keur_goed(voorstel)
    soort = soort_van(voorstel)
    form = soort.form(voorstel.gegevens)
    assert form.is_valid()
    tweede = soort.pas_toe(inzending=voorstel, waarden=form.cleaned_data, door=ProjectteamFactory())
    assert tweede.slug == "samen-eten-hoe-begin-je-2"


@pytest.mark.parametrize(
    ("tijd", "goed"),
    [
        ("19.30", "19:30"),
        ("19:30", "19:30"),
        ("1930", "19:30"),
        ("9.05", "9:05"),
        ("930", "9:30"),
        ("19 uur", "19:00"),
        ("19", "19:00"),
        ("19.30 uur", "19:30"),
        ("24.00", None),
        ("19.60", None),
        ("half acht", None),
    ],
)
def test_a_time_is_read_as_people_write_it(tijd: str, goed: str | None) -> None:
    form = soort_met("bijeenkomst").form({"begintijd": tijd}, velden=["begintijd"])
    if goed is None:
        assert form.errors["begintijd"] == ["Vul een tijd in, zoals 19.30"]
    else:
        assert form.is_valid()
        assert f"{form.cleaned_data['begintijd']:%-H:%M}" == goed


@pytest.mark.parametrize(
    ("anders", "veld", "woorden"),
    [
        ({"dag": "31", "maand": "6"}, "dag", f"Deze dag is er niet: 31 juni {JAAR}. Kijk hem nog eens na"),
        ({"dag": "40"}, "dag", "Vul de dag in, zoals 8"),
        ({"dag": ""}, "dag", "Vul de dag in, zoals 8"),
        ({"maand": ""}, "maand", "Kies de maand"),
        ({"jaar": "27"}, "jaar", "Vul een jaar in met 4 cijfers, zoals 2027"),
        ({"jaar": "2999"}, "jaar", "Vul een jaar in met 4 cijfers, zoals 2027"),
        ({"jaar": "2019"}, "dag", "Kies een dag na vandaag"),
        ({"eindtijd": "18.00"}, "eindtijd", "Het is klaar voordat het begint. Kijk beide tijden na"),
        ({"begintijd": ""}, "begintijd", "Vul in hoe laat het begint, zoals 19.30"),
    ],
)
def test_a_day_that_cannot_be_is_said_in_words(client: Client, anders: dict, veld: str, woorden: str) -> None:
    inzending, _ = begonnen(client, "/meedoen/bijeenkomst/", titel="Soep")
    pad = adres(inzending, "vraag/wanneer/")
    antwoord = client.post(pad, ANTWOORDEN["wanneer"] | anders | {"verder": "1"})
    if antwoord.status_code == 302:  # kept, right or wrong; the page itself says what is still needed
        antwoord = client.get(f"{pad}?fouten=1")
    assert (f"#id_{veld}", woorden) in samenvatting(antwoord)


def test_today_is_too_late_and_tomorrow_is_not() -> None:
    velden = ["dag", "maand", "jaar"]
    for dagen, goed in ((0, False), (1, True)):
        dag = timezone.localdate() + timedelta(days=dagen)
        gegevens = {"dag": str(dag.day), "maand": str(dag.month), "jaar": str(dag.year)}
        assert soort_met("bijeenkomst").form(gegevens, velden=velden).is_valid() is goed
