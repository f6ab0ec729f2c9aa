"""Requests under the AVG: everything on a person is found in any way of writing, handed over whole, and erased."""

import json
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.test import Client

from alliantie.kern import avg
from alliantie.kern.avg import lees_zoekterm
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Spreker, Status, Toegangsrol
from alliantie.kern.models import Bericht, Bijlage, Gebruiker, Inzending, Statuswissel, Toegang
from initiatieven.models import Contactpersoon, Initiatief, Uitvraag, Uitvraagontvanger
from tests.factories import (
    BerichtFactory,
    ContactpersoonFactory,
    CoordinatorFactory,
    InitiatiefFactory,
    InzendingFactory,
    ProjectteamFactory,
    maak_gebruiker,
)
from tests.hulp import formulier

pytestmark = pytest.mark.django_db

PAGINA = "/beheer/avg/"
RIA, NUMMER = "ria@prive.example", "06 12 34 56 78"
SCHRIJFWIJZEN = ["0612345678", "06-12 34 56 78", "+31612345678", "+31 (0)6 12 34 56 78", "0031 6-12.34.56.78"]
ROLLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")
ANDER = {
    "afzender_naam": "Bas",
    "afzender_email": "bas@prive.example",
    "afzender_telefoon": "06 87 65 43 21",
}


def bezoek(rol: str = "coordinator") -> Client:
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


def gevonden(tekst: str) -> dict[str, int]:
    return {deel.plaats.meer: len(deel.rijen) for deel in avg.zoek(lees_zoekterm(tekst))}


def wis(tekst: str) -> str:
    return avg.wis_alles(term=lees_zoekterm(tekst), door=CoordinatorFactory())


# --- finding ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("getypt", SCHRIJFWIJZEN)
@pytest.mark.parametrize("bewaard", [*SCHRIJFWIJZEN, "31612345678", "Bel 06/12345678, na zessen."])
def test_a_number_is_found_in_any_way_of_writing(getypt: str, bewaard: str) -> None:
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email="", telefoon=bewaard[:30])
    assert gevonden(getypt) == {"contactpersonen": 1}


@pytest.mark.parametrize(
    "ander", ["0612345679", "06123456789", "10612345678", "+32612345678", "+49 612345678"]
)
def test_another_number_is_not_found(ander: str) -> None:
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email="", telefoon=ander)
    assert gevonden(NUMMER) == {}


@pytest.mark.parametrize(
    ("bewaard", "ja"),
    [
        ("ria@prive.example", True),
        ("RIA@Prive.Example", True),
        ("anna.ria@prive.example", False),
        ("ria@prive.example.org", False),
        ("ria@prive-example.nl", False),
    ],
)
def test_an_address_is_found_whole_and_in_any_case(bewaard: str, ja: bool) -> None:
    BerichtFactory(aan=bewaard)
    assert gevonden(RIA) == ({"berichten": 1} if ja else {})


@pytest.mark.parametrize("onzin", ["", "Ria", "12", "ria@", "%", "ria prive.example", "06 12"])
def test_something_else_is_not_looked_for(onzin: str) -> None:
    with pytest.raises(ValidationError):
        lees_zoekterm(onzin)


@pytest.mark.parametrize("status", list(Status)[:4])
def test_an_inzending_is_found_by_each_way_to_reach_somebody(status: Status) -> None:
    InzendingFactory(status=status, gegevens={"namens": "groep", "groep_email": "mieke@prive.example"})
    for wie in (RIA, NUMMER, "mieke@prive.example"):
        assert gevonden(wie)["inzendingen"] == 1
    assert gevonden("niemand@prive.example") == {}


def test_texts_that_mention_somebody_are_found() -> None:
    in_tekst = InzendingFactory(gegevens=ANDER | {"verhaal": "Vraag het aan\nria@prive.example."})
    in_gesprek = InzendingFactory(gegevens=ANDER)
    in_gesprek.spreekt(Spreker.TEAM, "Bel Ria: 06-12345678")
    bij_foto = InzendingFactory(gegevens=ANDER, fotos=1)
    Bijlage.objects.filter(inzending=bij_foto).update(omschrijving="Links staat RIA@prive.example")
    InzendingFactory(gegevens=ANDER)
    gevonden_op_mail = avg.zoek(lees_zoekterm(RIA))
    assert {rij.pk for deel in gevonden_op_mail for rij in deel.rijen if isinstance(rij, Inzending)} == {
        in_tekst.pk,
        bij_foto.pk,
    }
    (deel,) = [deel for deel in avg.zoek(lees_zoekterm(NUMMER)) if deel.plaats.enkel == "inzending"]
    assert [rij.pk for rij in deel.rijen] == [in_gesprek.pk]


def overal() -> None:
    """Leave Ria in every place there is, beside somebody else."""
    for email, naam in ((RIA, "Ria"), ("bas@prive.example", "Bas")):
        initiatief = InitiatiefFactory(redactienotitie=f"Mail {email} nog.")
        persoon = ContactpersoonFactory(initiatief=initiatief, email=email, naam=naam)
        toegang.maak_link(doel=persoon, rol=Toegangsrol.CONTACT, gemaild_aan=email)
        Uitvraagontvanger.objects.create(uitvraag=Uitvraag.objects.create(titel="2026"), email=email)
        InzendingFactory(status=Status.CONCEPT, gegevens={"afzender_email": email, "afzender_naam": naam})
        wissel = InzendingFactory(
            status=Status.AFGEWEZEN, gegevens={"afzender_email": email, "afzender_naam": naam}
        )
        Statuswissel.objects.filter(object_id=wissel.pk, naar=Status.AFGEWEZEN).update(
            reden=f"Zie de mail van {email}."
        )
        BerichtFactory(aan="team@voorbeeld.example", tekst=f"Een vraag van {naam} ({email})")
        AccessAttempt.objects.create(username=email, ip_address="192.0.2.1", failures_since_start=1)
        ProjectteamFactory(email=email, naam=naam)


ALLES = {
    "inzendingen",
    "berichten",
    "links",
    "redenen bij een besluit",
    "pogingen om in te loggen",
    "accounts van medewerkers",
    "contactpersonen",
    "ontvangers van een uitvraag",
    "teksten in de catalogus",
}


def test_every_place_is_looked_in() -> None:
    overal()
    assert set(gevonden(RIA)) == ALLES


# --- handing over ----------------------------------------------------------------------------------------


def test_the_file_has_everything_and_its_name_says_nothing() -> None:
    overal()
    inzending = InzendingFactory(gegevens={"verhaal": "Café ‘De Brug’ \u202e =1+1"}, fotos=1)
    inzending.spreekt(Spreker.AFZENDER, "Ik bel morgen")
    antwoord = bezoek().post(PAGINA, {"wie": RIA, "bewaar": "1"})
    assert antwoord["Content-Type"] == "application/json"
    assert antwoord["Content-Disposition"] == 'attachment; filename="gegevens-op-verzoek.json"'
    assert "no-store" in antwoord["Cache-Control"]
    tekst = antwoord.content.decode()
    assert "Café ‘De Brug’" in tekst  # readable, so not escaped
    gegevens = json.loads(tekst)
    assert set(gegevens) > ALLES
    assert gegevens["gezocht_op"] == RIA
    laatste = gegevens["inzendingen"][-1]
    assert laatste["gegevens"]["verhaal"] == "Café ‘De Brug’ \u202e =1+1"
    assert laatste["gesprek"][0]["tekst"] == "Ik bel morgen"
    assert laatste["bijlagen"][0]["omschrijving"] == "Een tafel met 4 borden"
    assert (laatste["naam"], laatste["email"], laatste["telefoon"]) == ("Ria de Buurvrouw", RIA, NUMMER)
    assert "bas@prive.example" not in tekst
    assert Inzending.objects.count() == 5


# --- erasing ---------------------------------------------------------------------------------------------


def test_erasing_leaves_nothing_but_what_needs_a_human_eye_and_others_keep_theirs() -> None:
    overal()
    anderen = gevonden("bas@prive.example")
    wat = wis(RIA)
    assert set(gevonden(RIA)) == {"teksten in de catalogus", "accounts van medewerkers"}
    assert gevonden("bas@prive.example") == anderen
    assert wat.startswith("2 inzendingen, ")
    assert "1 contactpersoon" in wat
    assert Initiatief.objects.count() == 2
    assert Gebruiker.objects.filter(email=RIA).exists()
    assert wis(RIA) == ""


def test_what_was_erased_is_written_down_without_whose_it_was() -> None:
    overal()
    baas = CoordinatorFactory()
    avg.wis_alles(term=lees_zoekterm(RIA), door=baas)
    regel = LogEntry.objects.get(user=baas)
    assert regel.object_repr.startswith("Gegevens gewist op verzoek: 2 inzendingen, ")
    assert "1 contactpersoon" in regel.object_repr
    alles = f"{regel.object_repr} {regel.change_message}"
    assert not any(spoor in alles for spoor in ("ria", "Ria", "prive"))
    client = Client()
    client.force_login(baas)
    assert "Gegevens gewist op verzoek" in client.get("/beheer/").content.decode()


def test_nothing_found_is_not_written_down() -> None:
    assert wis(RIA) == ""
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(
    "status",
    [
        Status.CONCEPT,
        Status.INGEDIEND,
        Status.IN_BEHANDELING,
        Status.VRAAG_GESTELD,
        Status.INGETROKKEN,
    ],
)
def test_what_was_not_decided_goes_whole(status: Status) -> None:
    inzending = InzendingFactory(status=status, fotos=1)
    toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER)
    ander = InzendingFactory(gegevens=ANDER)
    wis(NUMMER)
    assert list(Inzending.objects.all()) == [ander]
    assert not Toegang.objects.filter(doel_id=inzending.pk).exists()
    assert not Bericht.objects.exclude(inzending=ander).exists()
    assert not Bijlage.objects.exists()


def test_a_decided_one_keeps_its_row_and_no_trace_of_the_person() -> None:
    inzending = InzendingFactory(
        status=Status.AFGEWEZEN, gegevens={"verhaal": f"Bel mij op {NUMMER} of mail {RIA}."}
    )
    inzending.spreekt(Spreker.TEAM, f"Wij mailden {RIA}")
    wis(RIA)
    wis(NUMMER)
    inzending.refresh_from_db()
    assert inzending.gewist_op is not None
    assert (inzending.naam, inzending.email, inzending.telefoon) == ("", "", "")
    assert inzending.gegevens["verhaal"] == "Bel mij op [gewist] of mail [gewist]."
    assert inzending.dialoog.get(van=Spreker.TEAM, is_vraag=False, tekst__contains="mailden").tekst == (
        "Wij mailden [gewist]"
    )
    assert (gevonden(RIA), gevonden(NUMMER)) == ({}, {})


def test_what_another_sent_stays_without_the_address() -> None:
    inzending = InzendingFactory(
        gegevens=ANDER
        | {"namens": "groep", "groep_email": RIA, "verhaal": "Vraag ria@prive.example maar.", "website": RIA},
    )
    inzending.spreekt(Spreker.GROEP, "Het klopt, zegt Ria")
    inzending.spreekt(Spreker.AFZENDER, "Dank u")
    voor = Inzending.objects.get(pk=inzending.pk)
    wis(RIA)
    inzending.refresh_from_db()
    assert (inzending.email, inzending.groep_email) == ("bas@prive.example", "")
    assert inzending.gegevens["verhaal"] == "Vraag [gewist] maar."
    assert inzending.gegevens["website"] == ""
    assert "groep_email" not in inzending.gegevens
    assert inzending.status == Status.INGEDIEND
    assert inzending.versie > voor.versie
    assert list(inzending.dialoog.values_list("tekst", flat=True)) == ["", "Dank u"]
    assert not Toegang.objects.filter(rol=Toegangsrol.GROEP).exists()


def test_an_address_that_looks_like_another_is_not_touched() -> None:
    langer = InzendingFactory(
        gegevens=ANDER
        | {"afzender_email": "anna.ria@prive.example", "verhaal": "Mail anna.ria@prive.example"}
    )
    InzendingFactory()
    wis(RIA)
    langer.refresh_from_db()
    assert list(Inzending.objects.all()) == [langer]
    assert langer.gegevens["verhaal"] == "Mail anna.ria@prive.example"


# --- the page --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("knop", ["zoek", "bewaar", "wis", "zeker_wis"])
def test_only_the_coordinator_looks_hands_over_and_erases(rol: str, knop: str) -> None:
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email=RIA, naam="Ria Geheim")
    client = bezoek(rol)
    mag = rol == "coordinator"
    assert (client.get(PAGINA).status_code == 200) is mag
    antwoord = client.post(PAGINA, {"wie": RIA, knop: "1", "zeker": "ja"})
    if not mag:
        assert antwoord.status_code in {302, 403}
        assert "Ria Geheim" not in antwoord.content.decode()
        assert "avg" not in client.get("/beheer/").content.decode()
    assert Contactpersoon.objects.exists() is not (mag and knop == "zeker_wis")
    assert (PAGINA in bezoek(rol).get("/beheer/").content.decode()) is mag


@pytest.mark.parametrize("rol", ["projectteam", "begeleidingsgroep", "zonder rol"])
def test_the_action_itself_asks_the_rule_too(rol: str) -> None:
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email=RIA)
    with pytest.raises(avg.NietToegestaan):
        avg.wis_alles(term=lees_zoekterm(RIA), door=maak_gebruiker(rol))  # type: ignore[arg-type]
    assert Contactpersoon.objects.exists()


def test_erasing_asks_for_a_word_and_says_what_will_happen() -> None:
    overal()
    client = bezoek()
    html = client.post(PAGINA, {"wie": RIA, "zoek": "1"}).content.decode()
    assert "2 inzendingen" in html
    assert "Bewaar als bestand" in html
    vraag = client.post(PAGINA, {"wie": RIA, "wis": "1"})
    assert "1 contactpersoon" in vraag.content.decode()
    assert Contactpersoon.objects.count() == 2
    velden = formulier(vraag, "zeker")
    assert velden["wie"] == [RIA]
    fout = client.post(PAGINA, velden | {"zeker": ["nee"], "zeker_wis": "1"})
    assert "Typ ja als u het zeker weet" in fout.content.decode()
    assert Contactpersoon.objects.count() == 2
    klaar = client.post(PAGINA, velden | {"zeker": ["Ja"], "zeker_wis": "1"})
    assert klaar.status_code == 302
    assert klaar["Location"] == PAGINA  # no address in a URL
    assert Contactpersoon.objects.count() == 1
    (melding,) = [str(melding) for melding in client.get(PAGINA).context["messages"]]
    assert melding.startswith("Gewist: 2 inzendingen")
    assert "ria" not in melding


def test_an_address_in_the_url_finds_nothing() -> None:
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email=RIA, naam="Ria Geheim")
    html = bezoek().get(PAGINA, {"wie": RIA, "zoek": "1"}).content.decode()
    assert "Ria Geheim" not in html


def test_a_wrong_entry_says_what_to_do_and_stays() -> None:
    antwoord = bezoek().post(PAGINA, {"wie": "<b>Ria</b>", "zoek": "1"})
    html = antwoord.content.decode()
    assert "<title>Fout: " in html
    assert "Vul een e-mailadres of een telefoonnummer in" in html
    assert "&lt;b&gt;Ria&lt;/b&gt;" in html
    assert "<b>Ria" not in html


def test_the_page_says_when_there_is_nothing() -> None:
    assert "Wij hebben niets van" in bezoek().post(PAGINA, {"wie": NUMMER, "zoek": "1"}).content.decode()


def test_looking_takes_as_many_queries_for_many_as_for_one(django_assert_max_num_queries: Any) -> None:
    client = bezoek()
    aantallen = []
    for _ in range(2):
        overal_zonder_accounts()
        with django_assert_max_num_queries(40) as gemeten:
            client.post(PAGINA, {"wie": RIA, "zoek": "1"})
        aantallen.append(len(gemeten))
    assert aantallen[0] == aantallen[1]


def overal_zonder_accounts() -> None:
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email=RIA)
    InzendingFactory()
    BerichtFactory(aan=RIA)
    Uitvraagontvanger.objects.create(uitvraag=Uitvraag.objects.create(titel="2026"), email=RIA)
