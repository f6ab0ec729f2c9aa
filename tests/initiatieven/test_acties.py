"""What changes in the catalogue: whole or not at all, by who may, and found where it should be."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from alliantie.kern import limiet
from alliantie.kern.models import Bericht, Statuswissel
from initiatieven import acties
from initiatieven.models import Initiatief, Organisatie, Vermelding, Zoekdocument, Zoekvraag
from tests.factories import (
    BegeleidingsgroepFactory,
    BetrokkeneFactory,
    ContactpersoonFactory,
    CoordinatorFactory,
    DocumentFactory,
    FotoFactory,
    InitiatiefFactory,
    LesFactory,
    MethodiekFactory,
    OrganisatieFactory,
    ProjectteamFactory,
    gemeente,
)
from tests.hulp import tegelijk, tegelijk_op

pytestmark = pytest.mark.django_db


def is_te_vinden(vermelding: Vermelding) -> bool:
    return Zoekdocument.objects.filter(pk=vermelding.pk).exists()


# --- publishing and back ------------------------------------------------------------------------------------


def test_publishing_shows_it_and_says_who_did() -> None:
    door, initiatief = ProjectteamFactory(), InitiatiefFactory()
    voor = timezone.now()
    nieuw = acties.publiceer(vermelding=initiatief, door=door, reden="  Nagekeken  ")
    assert nieuw.is_openbaar
    assert voor <= nieuw.gepubliceerd_op <= timezone.now()
    assert is_te_vinden(initiatief)
    wissel = Statuswissel.objects.get()
    assert (wissel.door, wissel.reden, wissel.van, wissel.naar) == (
        door,
        "Nagekeken",
        "concept",
        "gepubliceerd",
    )


@pytest.mark.parametrize(
    ("fabriek", "velden", "melding"),
    [
        (InitiatiefFactory, {"plaats": ""}, "gemeente"),
        (InitiatiefFactory, {"verhaal": "  \n "}, "verhaal"),
        (InitiatiefFactory, {"samenvatting": " "}, "samenvatting"),
        (InitiatiefFactory, {"plaats": "", "verhaal": ""}, "verhaal"),
        (MethodiekFactory, {"samenvatting": ""}, "samenvatting"),
    ],
)
def test_what_is_not_complete_stays_a_concept_and_says_why(fabriek: Any, velden: Any, melding: str) -> None:
    vermelding = fabriek(**velden)
    with pytest.raises(acties.NietCompleet) as fout:
        acties.publiceer(vermelding=vermelding, door=CoordinatorFactory())
    assert any(melding in wat for wat in fout.value.wat)
    assert len(fout.value.wat) == sum(not str(waarde).strip() for waarde in velden.values())
    vermelding.refresh_from_db()
    assert (vermelding.status, is_te_vinden(vermelding)) == ("concept", False)
    assert not Statuswissel.objects.exists()


@pytest.mark.django_db
def test_a_gemeente_is_place_enough() -> None:
    initiatief = InitiatiefFactory(plaats="", gemeente=gemeente("Breda"))
    assert acties.publiceer(vermelding=initiatief, door=None).is_openbaar


def test_coming_back_keeps_the_day_it_was_first_published() -> None:
    door, initiatief = CoordinatorFactory(), InitiatiefFactory(gepubliceerd=True)
    eerste = initiatief.gepubliceerd_op
    acties.haal_terug(vermelding=initiatief, door=door, reden="Op verzoek")
    assert not is_te_vinden(initiatief)
    initiatief.refresh_from_db()
    assert initiatief.status == "concept"
    assert acties.publiceer(vermelding=initiatief, door=door).gepubliceerd_op == eerste
    assert is_te_vinden(initiatief)


def test_what_is_archived_comes_back_as_a_concept() -> None:
    door, initiatief = CoordinatorFactory(), InitiatiefFactory(gepubliceerd=True)
    assert acties.archiveer(vermelding=initiatief, door=door, reden="Gestopt").status == "gearchiveerd"
    assert not is_te_vinden(initiatief)
    with pytest.raises(acties.OvergangNietToegestaan):
        acties.publiceer(vermelding=initiatief, door=door)
    assert acties.haal_terug(vermelding=initiatief, door=door, reden="Begint weer").status == "concept"
    assert list(Statuswissel.objects.order_by("pk").values_list("naar", flat=True)) == [
        "gepubliceerd", "gearchiveerd", "concept",
    ]  # fmt: skip


@pytest.mark.parametrize("actie", [acties.publiceer, acties.archiveer])
def test_who_may_not_changes_nothing(actie: Any) -> None:
    initiatief = InitiatiefFactory()
    with pytest.raises(acties.NietToegestaan):
        actie(vermelding=initiatief, door=BegeleidingsgroepFactory(), reden="toch")
    initiatief.refresh_from_db()
    assert initiatief.status == "concept"
    assert not Statuswissel.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_one_does() -> None:
    initiatief, mensen = InitiatiefFactory(), [CoordinatorFactory(), ProjectteamFactory()]
    uitslag = tegelijk_op(
        Vermelding.objects.get(pk=initiatief.pk),
        *(lambda door=door: acties.publiceer(vermelding=initiatief, door=door) for door in mensen),
    )
    assert sum(isinstance(gaf, Vermelding) for gaf in uitslag) == 1
    assert sum(isinstance(gaf, acties.OvergangNietToegestaan) for gaf in uitslag) == 1
    assert Statuswissel.objects.count() == 1
    assert is_te_vinden(initiatief)


# --- the samples --------------------------------------------------------------------------------------------


def test_removing_the_samples_leaves_what_was_confirmed() -> None:
    methodiek = MethodiekFactory(
        gepubliceerd=True, voorbeeld=True, handreiking=True, plan=True, oordelen=True
    )
    voorbeeld = InitiatiefFactory(gepubliceerd=True, voorbeeld=True, methodiek=methodiek)
    for fabriek in (FotoFactory, DocumentFactory, LesFactory):
        fabriek(vermelding=voorbeeld)
    ContactpersoonFactory(initiatief=voorbeeld)
    InitiatiefFactory(voorbeeld=True)
    bevestigd = InitiatiefFactory(gepubliceerd=True, methodiek=methodiek, geinspireerd_op=voorbeeld)
    wees, meedoend, eigen = (OrganisatieFactory(voorbeeld=v) for v in (True, True, False))
    BetrokkeneFactory(initiatief=voorbeeld, organisatie=wees)
    BetrokkeneFactory(initiatief=bevestigd, organisatie=meedoend)
    assert acties.verwijder_voorbeelden(door=CoordinatorFactory()) == 3
    assert list(Vermelding.objects.values_list("pk", flat=True)) == [bevestigd.pk]
    bevestigd.refresh_from_db()
    assert bevestigd.is_openbaar
    assert (bevestigd.methodiek, bevestigd.geinspireerd_op) == (None, None)
    assert set(Organisatie.objects.all()) == {meedoend, eigen}
    assert list(Zoekdocument.objects.values_list("pk", flat=True)) == [bevestigd.pk]


@pytest.mark.parametrize("fabriek", [ProjectteamFactory, BegeleidingsgroepFactory])
def test_only_the_coordinator_removes_the_samples(fabriek: Any) -> None:
    InitiatiefFactory(voorbeeld=True)
    with pytest.raises(acties.NietToegestaan):
        acties.verwijder_voorbeelden(door=fabriek())
    assert Initiatief.objects.exists()


# --- a question to an initiatief ------------------------------------------------------------------------------


def vraag(initiatief: Initiatief, sleutel: str = "een", **anders: str) -> Bericht:
    gegevens = {"naam": "Els", "bereikbaar": "els@prive.example", "vraag": "Wanneer is de soep klaar?"}
    acties.stel_vraag(initiatief=initiatief, sleutel=sleutel, netwerk="192.0.2.7", **gegevens | anders)
    return Bericht.objects.latest("pk")


def test_a_question_goes_to_who_agreed_to_get_mail() -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True)
    ContactpersoonFactory(initiatief=initiatief, email="nee@prive.example", akkoord_op=None)
    ContactpersoonFactory(initiatief=initiatief, email="", telefoon="0612345678")
    ContactpersoonFactory(initiatief=initiatief, email="ja@prive.example")
    ContactpersoonFactory(initiatief=InitiatiefFactory(), email="ander@prive.example")
    bericht = vraag(initiatief)
    assert (bericht.aan, bericht.soort) == ("ja@prive.example", "vraag_aan_initiatief")
    assert bericht.antwoord_aan == "els@prive.example"
    assert initiatief.get_absolute_url() in bericht.tekst


@pytest.mark.parametrize("contact", [None, {"akkoord_op": None}, {"email": "", "telefoon": "0612345678"}])
def test_without_such_a_person_it_goes_to_the_project_team(contact: Any) -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True)
    if contact:
        ContactpersoonFactory(initiatief=initiatief, **contact)
    bericht = vraag(initiatief, bereikbaar="06 12345678")
    assert (bericht.aan, bericht.soort) == (settings.PROJECTTEAM_MAIL, "vraag_voor_projectteam")
    assert bericht.antwoord_aan == ""
    assert "06 12345678" in bericht.tekst


def test_the_words_of_the_visitor_arrive_as_they_were_typed() -> None:
    bericht = vraag(InitiatiefFactory(gepubliceerd=True), vraag="Soep & brood <voor> 'twee' {{ naam }}?")
    assert "Soep & brood <voor> 'twee' {{ naam }}?" in bericht.tekst


def test_the_same_form_with_the_same_words_is_one_question() -> None:
    initiatief = InitiatiefFactory(gepubliceerd=True)
    assert vraag(initiatief, "zegel") == vraag(initiatief, "zegel")
    # Back in the browser and another question typed: the form is the same, the question is not.
    vraag(initiatief, "zegel", vraag="En is er ook brood?")
    vraag(initiatief, "ander zegel")
    assert Bericht.objects.count() == 3


def test_too_many_questions_of_one_network_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acties.catalogus, "BERICHTEN_PER_UUR", 2)
    initiatief = InitiatiefFactory(gepubliceerd=True)
    vraag(initiatief, "een")
    vraag(initiatief, "twee")
    with pytest.raises(limiet.TeVaak):
        vraag(initiatief, "drie")
    assert Bericht.objects.count() == 2


def test_the_address_of_a_contact_person_is_on_no_page(client: Client) -> None:
    methodiek = MethodiekFactory(gepubliceerd=True)
    initiatief = InitiatiefFactory(
        gepubliceerd=True, slug="soep", gemeente=gemeente("Breda"), methodiek=methodiek
    )
    ContactpersoonFactory(
        initiatief=initiatief,
        naam="Ria van Hiernaast",
        email="ria.uniek@prive.example",
        telefoon="0687654321",
    )
    acties.verwerk_wijziging(ids=[initiatief.pk])
    adressen = [
        "/", "/initiatieven/", "/initiatieven/kaart/", "/initiatieven/soep/", "/initiatieven/soep/contact/",
        "/initiatieven/soep/contact/verstuurd/", "/gemeenten/breda/", methodiek.get_absolute_url(),
        "/organisaties/", "/initiatieven/?q=ria", "/initiatieven/?q=hiernaast",
    ]  # fmt: skip
    for adres in adressen:
        html = client.get(adres).content.decode()
        assert not any(spoor in html for spoor in ("Hiernaast", "ria.uniek", "prive.example", "87654321")), (
            adres
        )
    for woord in ("ria", "hiernaast", "uniek", "0687654321"):
        assert initiatief.titel not in client.get(f"/initiatieven/?q={woord}").content.decode()


# --- searches that found nothing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "persoonlijk",
    [
        "els@prive.example", "mail mij op els@prive", "06-12345678", "0612345678", "06 12 34 56 78",
        "+31 6 12345678", "bel 013-5812345", "013 581 23 45", "06.12.34.56.78", "(013) 5812345", "06/12345678",
    ],
)  # fmt: skip
def test_what_looks_like_a_person_is_not_kept(persoonlijk: str) -> None:
    acties.noteer_zoekvraag(vraag=persoonlijk, netwerk="192.0.2.1")
    assert not Zoekvraag.objects.exists()


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [("  Zwem   BAD ", "zwem bad"), ("1e hulp", "1e hulp"), ("4811 XZ", "4811 xz"), ("x" * 300, "x" * 100)],
)
def test_the_words_are_kept_short_and_small(getypt: str, bewaard: str) -> None:
    acties.noteer_zoekvraag(vraag=getypt, netwerk="192.0.2.1")
    assert Zoekvraag.objects.get().vraag == bewaard


@pytest.mark.parametrize("niets", ["", "   ", "\n"])
def test_nothing_is_not_kept(niets: str) -> None:
    acties.noteer_zoekvraag(vraag=niets, netwerk="192.0.2.1")
    assert not Zoekvraag.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_same_words_are_counted_together() -> None:
    tegelijk(*[lambda: acties.noteer_zoekvraag(vraag="zwembad", netwerk="192.0.2.1")] * 4)
    acties.noteer_zoekvraag(vraag="Zwembad", netwerk="192.0.2.1")
    assert Zoekvraag.objects.get().aantal == 5
