"""The words of the mails in the admin: who may change them, what is taken, how it comes out, and going back."""

from typing import Any

import pytest
from django.test import Client

from alliantie.kern.mailteksten import MAILS, ingebouwd, stel_op
from alliantie.kern.models import Mailtekst, Modelzin
from tests.factories import CoordinatorFactory, maak_gebruiker
from tests.hulp import formulier

pytestmark = pytest.mark.django_db

LIJST = "/beheer/kern/mailtekst/"
SOORT = "inzending_meelezen"
PAGINA = f"{LIJST}soort/{SOORT}/"
ROLLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")
LEZEN, WIJZIGEN = {"coordinator", "projectteam", "begeleidingsgroep"}, {"coordinator", "projectteam"}
GOED = {"onderwerp": "Leest u mee met {{ onderwerp }}?", "tekst": "Dag,\r\n\r\nKlopt dit?\r\n{{ link }}\r\n"}


def bezoek(rol: str = "projectteam") -> Client:
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


def schrijf(client: Client, **velden: str) -> Any:
    return client.post(PAGINA, GOED | velden | {"_bewaar": "1"}, follow=True)


def meldingen(antwoord: Any) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]


# --- who may ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
def test_reading(rol: str) -> None:
    rij = Mailtekst.objects.create(soort=SOORT, onderwerp="Eigen onderwerp", tekst="Eigen {{ link }}")
    client = bezoek(rol)
    for adres in (LIJST, PAGINA, f"{LIJST}{rij.pk}/history/"):
        assert (client.get(adres).status_code == 200) is (rol in LEZEN), adres
    antwoord = client.get(f"{LIJST}{rij.pk}/change/")
    assert (antwoord.status_code == 302 and antwoord["Location"] == PAGINA) is (rol in LEZEN)
    if rol in LEZEN:
        html = client.get(PAGINA).content.decode()
        assert "Eigen onderwerp" in html
        assert ("<textarea" in html) is (rol in WIJZIGEN)
        assert ("Terug naar de ingebouwde tekst" in html) is (rol in WIJZIGEN)


@pytest.mark.parametrize("rol", ROLLEN)
def test_changing(rol: str) -> None:
    bezoek(rol).post(PAGINA, GOED | {"_bewaar": "1"})
    assert Mailtekst.objects.exists() is (rol in WIJZIGEN)


@pytest.mark.parametrize("rol", ROLLEN)
def test_going_back(rol: str) -> None:
    Mailtekst.objects.create(soort=SOORT, onderwerp="Eigen", tekst="{{ link }}")
    client = bezoek(rol)
    assert client.get(f"{PAGINA}ingebouwd/").status_code in {302, 405}
    assert Mailtekst.objects.exists()
    client.post(f"{PAGINA}ingebouwd/")
    assert Mailtekst.objects.exists() is (rol not in WIJZIGEN)


@pytest.mark.parametrize("rol", ROLLEN)
def test_restoring_an_old_version(rol: str) -> None:
    baas = bezoek("coordinator")
    schrijf(baas, onderwerp="Oud")
    schrijf(baas, onderwerp="Nieuw")
    rij = Mailtekst.objects.get()
    oud = rij.history.earliest()
    velden = formulier(baas.get(f"{LIJST}{rij.pk}/history/{oud.history_id}/"), "onderwerp")
    bezoek(rol).post(f"{LIJST}{rij.pk}/history/{oud.history_id}/", velden)
    rij.refresh_from_db()
    assert (rij.onderwerp == "Oud") is (rol in WIJZIGEN)


@pytest.mark.parametrize("adres", [f"{LIJST}add/", f"{LIJST}1/delete/"])
@pytest.mark.parametrize("rol", ROLLEN)
def test_nobody_makes_or_throws_away_a_kind(rol: str, adres: str) -> None:
    Mailtekst.objects.create(pk=1, soort=SOORT, onderwerp="Eigen", tekst="{{ link }}")
    client = bezoek(rol)
    assert client.post(adres, GOED | {"soort": "nieuw", "post": "yes"}).status_code in {302, 403}
    client.post(LIJST, {"action": "delete_selected", "_selected_action": [1], "post": "yes"})
    assert Mailtekst.objects.count() == 1


# --- what is taken ---------------------------------------------------------------------------------------


def test_the_list_has_all_kinds_and_says_whose_words_they_have() -> None:
    Mailtekst.objects.create(soort=SOORT, onderwerp="Eigen", tekst="{{ link }}")
    html = bezoek().get(LIJST).content.decode()
    for soort in MAILS.values():
        assert soort.label in html
    assert html.count("eigen tekst") == 1
    assert html.count("ingebouwde tekst") == len(MAILS) - 1


@pytest.mark.parametrize("soort", sorted(MAILS))
def test_every_kind_opens_with_its_words_and_can_be_saved_as_it_is(soort: str) -> None:
    client = bezoek()
    pagina = client.get(f"{LIJST}soort/{soort}/")
    velden = formulier(pagina, "tekst")
    assert velden["onderwerp"] == [ingebouwd(soort).onderwerp]
    assert velden["tekst"][0].strip() == ingebouwd(soort).tekst.strip()
    html = pagina.content.decode()
    for veld in MAILS[soort].velden:
        assert f"<code>{{{{ {veld.naam} }}}}</code>" in html
    antwoord = client.post(f"{LIJST}soort/{soort}/", velden | {"_bewaar": "1"}, follow=True)
    assert meldingen(antwoord) == ["Er is niets veranderd. De mail houdt de ingebouwde tekst."]
    assert not Mailtekst.objects.exists()


def test_what_is_saved_is_what_the_next_mail_says() -> None:
    antwoord = schrijf(bezoek())
    assert meldingen(antwoord) == ["De tekst is bewaard. De volgende mail gaat zo weg."]
    mail = stel_op(SOORT, {"onderwerp": "De Brug", "invuller": "Mieke", "link": "https://voorbeeld.nl/x/"})
    assert mail.onderwerp == "Leest u mee met De Brug?"
    assert mail.tekst == "Dag,\n\nKlopt dit?\nhttps://voorbeeld.nl/x/\n"


@pytest.mark.parametrize(
    ("velden", "klacht"),
    [
        ({"tekst": "Zonder link"}, "Zet dit ook in de tekst: {{ link }}"),
        ({"tekst": "{{ link }} {{ code }}"}, "‘code’ kan deze mail niet invullen"),
        ({"onderwerp": "{{ code }}"}, "‘code’ kan deze mail niet invullen"),
        ({"tekst": "{% if x %}{{ link }}{% endif %}"}, "Gebruik alleen gewone tekst"),
        ({"tekst": "{{ link|safe }}"}, "kan deze mail niet invullen"),
        ({"tekst": "{{ link }} {{ onderwerp"}, "Er staat een losse {{ in"),
        ({"onderwerp": ""}, "Schrijf een onderwerp"),
        ({"tekst": " "}, "Schrijf een tekst"),
        ({"onderwerp": "x" * 151}, "Het onderwerp heeft 151 letters. Er passen er 150"),
        ({"tekst": "{{ link }}" + "x" * 5000}, "Er passen er 5000"),
    ],
)
def test_a_text_that_cannot_go_out_is_not_saved_and_stays_in_the_form(
    velden: dict[str, str], klacht: str
) -> None:
    antwoord = schrijf(bezoek(), **velden)
    html = antwoord.content.decode()
    assert klacht in html
    assert "<title>Fout: " in html
    assert not Mailtekst.objects.exists()
    terug = formulier(antwoord, "tekst")
    for naam, waarde in (GOED | velden).items():
        assert terug[naam][0].replace("\r\n", "\n") == waarde.replace("\r\n", "\n")


def test_looking_shows_how_it_comes_out_keeps_what_was_typed_and_saves_nothing() -> None:
    typt = {"onderwerp": "Over {{ onderwerp }} <b>", "tekst": "Van {{ invuller }}:\r\n{{ link }}"}
    antwoord = bezoek().post(PAGINA, typt | {"_bekijk": "1"})
    voorbeeld = antwoord.context["voorbeeld"]
    assert voorbeeld.onderwerp == "Over Eettafel De Brug <b>"
    assert voorbeeld.tekst.startswith("Van Mieke:\nhttps://")
    assert "Over Eettafel De Brug &lt;b&gt;" in antwoord.content.decode()
    assert formulier(antwoord, "tekst")["onderwerp"] == ["Over {{ onderwerp }} <b>"]
    assert not Mailtekst.objects.exists()


def test_a_long_subject_is_allowed_and_warned_about() -> None:
    client = bezoek()
    antwoord = schrijf(client, onderwerp="Een onderwerp dat langer is dan op een telefoon past, helaas")
    assert Mailtekst.objects.exists()
    assert "Op een telefoon passen er 50" in antwoord.content.decode()
    assert "Op een telefoon passen er 50" not in schrijf(client, onderwerp="Kort").content.decode()


def test_a_text_that_went_wrong_in_another_way_is_said_on_its_page() -> None:
    Mailtekst.objects.create(soort=SOORT, onderwerp="Stuk {% x %}", tekst="{{ link }}")
    html = bezoek().get(PAGINA).content.decode()
    assert "Met deze tekst kan de mail niet weg" in html


def test_the_pages_take_as_many_queries_for_many_as_for_one(django_assert_num_queries: Any) -> None:
    client = bezoek()
    Mailtekst.objects.create(soort=SOORT, onderwerp="Eigen", tekst="{{ link }}")
    for _ in range(2):
        with django_assert_num_queries(8):
            client.get(LIJST)
        with django_assert_num_queries(9):
            client.get(PAGINA)
        for soort in ("inzending_vraag", "inzending_link", "uitvraag"):
            Mailtekst.objects.get_or_create(soort=soort, onderwerp="Eigen", tekst="{{ link }}")


# --- history ---------------------------------------------------------------------------------------------


def test_going_back_keeps_the_words_in_the_history_and_writing_again_goes_on_there() -> None:
    client = Client()
    client.force_login(CoordinatorFactory(naam="Els"))
    schrijf(client, onderwerp="Eerste versie")
    nummer = Mailtekst.objects.get().pk
    antwoord = client.post(f"{PAGINA}ingebouwd/", follow=True)
    assert "weer de ingebouwde tekst" in meldingen(antwoord)[0]
    assert f"{LIJST}{nummer}/history/" in antwoord.content.decode()
    html = client.get(f"{LIJST}{nummer}/history/").content.decode()
    assert "door Els" in html
    schrijf(client, onderwerp="Tweede versie")
    assert Mailtekst.objects.get().pk == nummer
    schrijf(client, onderwerp="Derde versie")
    html = client.get(f"{LIJST}{nummer}/history/").content.decode()
    assert all(woord in html for woord in ("Tweede", "Derde", "Weggehaald"))


def test_words_that_were_given_up_can_be_read_and_not_put_back() -> None:
    client = bezoek()
    schrijf(client, onderwerp="Eerste versie")
    schrijf(client, onderwerp="Tweede versie")
    rij = Mailtekst.objects.get()
    oud = rij.history.earliest().history_id
    client.post(f"{PAGINA}ingebouwd/")
    pagina = client.get(f"{LIJST}{rij.pk}/history/{oud}/")
    assert "Eerste versie" in pagina.content.decode()
    assert "Zet dit terug" not in pagina.content.decode()
    assert client.post(f"{LIJST}{rij.pk}/history/{oud}/", GOED).status_code == 403
    assert not Mailtekst.objects.exists()


def test_an_unknown_kind_is_not_there() -> None:
    client = bezoek()
    assert client.get(f"{LIJST}soort/bestaat-niet/").status_code == 404
    assert client.post(f"{LIJST}soort/bestaat-niet/ingebouwd/").status_code == 404


# --- model sentences -------------------------------------------------------------------------------------


def test_the_site_begins_with_model_sentences_in_plain_words() -> None:
    zinnen = Modelzin.objects.all()
    assert zinnen.filter(waarvoor="vraag").count() == 8
    assert zinnen.filter(waarvoor="afwijzing").count() == 6
    for modelzin in zinnen:
        for zin in modelzin.tekst.replace("?", ".").replace("!", ".").split("."):
            assert len(zin.split()) <= 20, zin
        assert not any(woord in modelzin.tekst.lower() for woord in ("ongeldig", "verplicht", "helaas"))
