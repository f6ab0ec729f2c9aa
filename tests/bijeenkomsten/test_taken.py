"""The jobs: reminders once each and only while of use, offers that run out, and forgetting who came."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from alliantie.kern import avg
from alliantie.kern.avg import lees_zoekterm
from alliantie.kern.models import Bericht, Statuswissel, Toegang
from bijeenkomsten import tasks
from bijeenkomsten.acties import aanmelden, beheer
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.factories import CoordinatorFactory, ProjectteamFactory
from tests.factories.bijeenkomsten import AanmeldingFactory, BijeenkomstFactory
from tests.werker import werk_alles_af

pytestmark = pytest.mark.django_db

WEEK, DAG = "aanmelding_herinnering_week", "aanmelding_herinnering_dag"


def begint_over(tijd: timedelta, *, aangemeld: timedelta = timedelta(days=30)) -> Aanmelding:
    """Return a sign-up with a place in a meeting that begins in ``tijd``, made ``aangemeld`` ago."""
    aanmelding = AanmeldingFactory(bijeenkomst=BijeenkomstFactory(begin=timezone.now() + tijd))
    Aanmelding.objects.filter(pk=aanmelding.pk).update(aangemeld_op=timezone.now() - aangemeld)
    return aanmelding


def herinneringen(aanmelding: Aanmelding) -> list[str]:
    """Return which reminders somebody got, after the job ran three times."""
    for _ in range(3):
        tasks.herinner(timestamp=0)
    rijen = Bericht.objects.filter(aan=aanmelding.email, soort__in=[WEEK, DAG]).order_by("pk")
    return list(rijen.values_list("soort", flat=True))


@pytest.mark.parametrize(
    ("tijd", "verwacht"),
    [
        ({"days": 8}, []),
        ({"days": 7, "minutes": 5}, []),
        ({"days": 6, "hours": 23}, [WEEK]),
        ({"days": 5}, [WEEK]),  # the worker stood still for two days: still of use
        ({"days": 2, "hours": 1}, [WEEK]),
        ({"days": 1, "hours": 23}, []),  # too late for the one, too early for the other
        ({"days": 1, "minutes": 5}, []),
        ({"hours": 23}, [DAG]),
        ({"hours": 3}, [DAG]),
        ({"hours": 1, "minutes": 50}, []),
        ({"hours": -1}, []),
    ],
)
def test_a_reminder_goes_once_and_only_while_it_is_of_use(tijd: dict[str, int], verwacht: list[str]) -> None:
    aanmelding = begint_over(timedelta(days=20))
    begin = timezone.now() + timedelta(**tijd)
    Bijeenkomst.objects.update(begin=begin, einde=begin + timedelta(hours=2))
    assert herinneringen(aanmelding) == verwacht


def test_both_reminders_come_each_in_their_time_and_nothing_else() -> None:
    aanmelding = begint_over(timedelta(days=7))
    assert herinneringen(aanmelding) == [WEEK]
    begin = timezone.now() + timedelta(hours=20)
    Bijeenkomst.objects.update(begin=begin, einde=begin + timedelta(hours=2))
    assert herinneringen(aanmelding) == [WEEK, DAG]
    tekst = Bericht.objects.get(soort=DAG).tekst
    assert aanmelding.bijeenkomst.waar in tekst
    assert "/aanmelding/" in tekst


@pytest.mark.parametrize(
    ("tijd", "aangemeld", "verwacht"),
    [
        ({"days": 5}, {"days": 1}, []),  # signed up within the week
        ({"days": 5}, {"days": 2, "minutes": 5}, [WEEK]),
        ({"hours": 20}, {"hours": 3}, []),
        ({"hours": 20}, {"hours": 5}, [DAG]),
    ],
)
def test_who_signed_up_only_just_needs_no_reminder(
    tijd: dict[str, int], aangemeld: dict[str, int], verwacht: list[str]
) -> None:
    aanmelding = begint_over(timedelta(**tijd), aangemeld=timedelta(**aangemeld))
    assert herinneringen(aanmelding) == verwacht


def test_who_waits_or_cancelled_or_whose_meeting_is_off_gets_none() -> None:
    vol = BijeenkomstFactory(begin=timezone.now() + timedelta(days=6), capaciteit=1)
    plek, wacht, weg = AanmeldingFactory.create_batch(3, bijeenkomst=vol)
    afgelast = begint_over(timedelta(days=6))
    zonder_mail = AanmeldingFactory(bijeenkomst=vol, email="", telefoon="0612345678")
    Aanmelding.objects.update(aangemeld_op=timezone.now() - timedelta(days=30))
    aanmelden.meld_af(aanmelding=weg)
    beheer.gelast_af(bijeenkomst=afgelast.bijeenkomst, door=None, reden="Zaal dicht", mail=None)
    assert [herinneringen(rij) for rij in (plek, wacht, weg, afgelast)] == [[WEEK], [], [], []]
    assert not Bericht.objects.filter(sleutel__contains=f":{zonder_mail.pk}:").exists()


def test_another_day_makes_another_reminder_and_the_same_day_does_not() -> None:
    aanmelding = begint_over(timedelta(days=6))
    assert herinneringen(aanmelding) == [WEEK]
    bijeenkomst = aanmelding.bijeenkomst
    for erbij in (timedelta(minutes=1), timedelta(days=3)):
        Bijeenkomst.objects.update(begin=bijeenkomst.begin - erbij, einde=bijeenkomst.einde)
        verwacht = [WEEK] if erbij < timedelta(days=1) else [WEEK, WEEK]
        assert herinneringen(aanmelding) == verwacht


def test_a_run_without_anything_to_do_leaves_no_links_behind() -> None:
    begint_over(timedelta(days=6))
    tasks.herinner(timestamp=0)
    links = Toegang.objects.count()
    tasks.herinner(timestamp=0)
    assert Toegang.objects.count() == links


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_stood_still_for_two_days_sends_what_is_of_use_and_skips_the_rest(
    mailoutbox: Any,
) -> None:
    # Far ahead at first, so that no reminder goes out with the mails about signing up.
    op_tijd, te_laat, voorbij = (begint_over(timedelta(days=20)) for _ in range(3))
    werk_alles_af()
    mailoutbox.clear()
    for aanmelding, tijd in (
        (op_tijd, timedelta(days=5)),  # the week mail was due two days ago
        (te_laat, timedelta(days=1, hours=12)),  # the week mail would come too late
        (voorbij, timedelta(hours=1)),  # both would
    ):
        begin = timezone.now() + tijd
        rijen = Bijeenkomst.objects.filter(pk=aanmelding.bijeenkomst_id)
        rijen.update(begin=begin, einde=begin + timedelta(hours=2))
    for _ in range(2):  # and it is started once more
        tasks.herinner.defer(timestamp=0)
        werk_alles_af()
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        ([op_tijd.email], f"Tot snel: {op_tijd.bijeenkomst.titel}")
    ]
    assert te_laat.email != voorbij.email


# --- offers that run out -----------------------------------------------------------------------------------------


def verloop(*aanmeldingen: Aanmelding) -> None:
    Aanmelding.objects.filter(pk__in=[rij.pk for rij in aanmeldingen]).update(
        bevestigen_voor=timezone.now() - timedelta(minutes=1)
    )


def test_what_ran_out_goes_to_the_next_in_line_with_time_to_answer() -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=1)
    plek, laat, volgende = AanmeldingFactory.create_batch(3, bijeenkomst=bijeenkomst)
    aanmelden.meld_af(aanmelding=plek)
    verloop(laat)
    for _ in range(2):
        tasks.ruim_aanbod_op(timestamp=0)
    laat.refresh_from_db()
    volgende.refresh_from_db()
    assert (laat.status, volgende.status) == ("vervallen", "aangeboden")
    assert volgende.bevestigen_voor > timezone.now() + timedelta(hours=47)
    assert Bericht.objects.filter(soort="aanmelding_vervallen").count() == 1
    assert Bericht.objects.filter(soort="aanmelding_plek_vrij", aan=volgende.email).count() == 1


def test_what_ran_out_while_nobody_looked_is_not_offered_once_it_began() -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=1)
    plek, laat, volgende = AanmeldingFactory.create_batch(3, bijeenkomst=bijeenkomst)
    aanmelden.meld_af(aanmelding=plek)
    verloop(laat)
    nu = timezone.now()
    Bijeenkomst.objects.update(begin=nu - timedelta(hours=1), einde=nu + timedelta(hours=1))
    tasks.ruim_aanbod_op(timestamp=0)
    laat.refresh_from_db()
    volgende.refresh_from_db()
    assert (laat.status, volgende.status) == ("vervallen", "wachtlijst")
    assert not Bericht.objects.filter(soort="aanmelding_vervallen").exists()


# --- forgetting --------------------------------------------------------------------------------------------------

ALLES = {
    "naam": "Ria de Buurvrouw",
    "email": "ria@prive.example",
    "telefoon": "0612345678",
    "van": "Eettafel De Brug",
    "is_gemeente": True,
    "hulp": "Rolstoel",
    "eten": "Geen varken",
    "eet_mee": 2,
    "kinderen": 1,
    "wil_reisgeld": True,
    "aantal": 3,
}
BLIJFT = ("aantal", "is_gemeente", "eet_mee", "kinderen", "wil_reisgeld", "gekomen", "status")


def geleden(bijeenkomst: Bijeenkomst, tijd: timedelta) -> None:
    einde = timezone.now() - tijd
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(begin=einde - timedelta(hours=2), einde=einde)


def test_the_persons_go_after_their_time_and_the_numbers_stay() -> None:
    bijeenkomst, ander = BijeenkomstFactory(capaciteit=9), BijeenkomstFactory()
    ria = AanmeldingFactory(bijeenkomst=bijeenkomst, **ALLES)
    bas = AanmeldingFactory(bijeenkomst=ander, naam="Bas")
    els = ProjectteamFactory()
    beheer.vink_af(aanmelding=ria, gekomen=2, door=els)
    wissel = Statuswissel.objects.create(
        soort_id=Toegang.objects.van(ria).get().doel_soort_id,
        object_id=ria.pk,
        van="x",
        naar="y",
        reden="Ria belde",
    )
    ria.refresh_from_db()
    voor = {veld: getattr(ria, veld) for veld in BLIJFT}
    termijn = settings.BEWAARTERMIJNEN["aanmeldingen"]
    geleden(bijeenkomst, termijn - timedelta(hours=1))
    geleden(ander, termijn - timedelta(hours=1))
    tasks.wis_aanmeldingen(timestamp=0)
    ria.refresh_from_db()
    assert ria.naam == "Ria de Buurvrouw"

    geleden(bijeenkomst, termijn + timedelta(hours=1))
    for _ in range(2):
        tasks.wis_aanmeldingen(timestamp=0)
    ria.refresh_from_db()
    assert {veld: getattr(ria, veld) for veld in BLIJFT} == voor
    assert ria.gewist_op is not None
    over = Aanmelding.objects.filter(pk=ria.pk).values().get()
    persoonlijk = {"Ria", "ria@", "0612", "Brug", "Rolstoel", "varken"}
    assert not any(deel in str(over) for deel in persoonlijk)
    assert ria.code_afdruk is None
    assert not Toegang.objects.van(ria).exists()
    assert not Bericht.objects.filter(aan="ria@prive.example").exists()
    wissel.refresh_from_db()
    assert wissel.reden == ""
    # Somebody else, of a meeting of later, keeps everything.
    bas.refresh_from_db()
    assert bas.naam == "Bas"
    assert Toegang.objects.van(bas).exists()
    assert Bericht.objects.filter(aan=bas.email).exists()


def test_the_admin_has_proof_that_they_are_gone(client: Client) -> None:
    bijeenkomst = BijeenkomstFactory()
    AanmeldingFactory.create_batch(3, bijeenkomst=bijeenkomst)
    geleden(bijeenkomst, settings.BEWAARTERMIJNEN["aanmeldingen"] + timedelta(days=1))
    tasks.wis_aanmeldingen(timestamp=0)
    dag = timezone.make_aware(timezone.datetime(2027, 3, 3, 4))  # type: ignore[attr-defined]
    Aanmelding.objects.update(gewist_op=dag)
    client.force_login(ProjectteamFactory())
    pad = f"/beheer/bijeenkomsten/bijeenkomst/{bijeenkomst.pk}/"
    for blad in ("change/", "aanmeldingen/"):
        html = client.get(pad + blad).content.decode()
        assert "Op 3 maart 2027 zijn de gegevens van 3 aanmeldingen gewist." in html
    assert client.get(f"{pad}aanmeldingen/presentielijst.pdf").status_code == 200
    assert client.get(f"{pad}aanmeldingen/tabel.csv").status_code == 200
    assert client.get(f"{pad}deur/").status_code == 200


def test_who_asks_for_it_is_found_shown_and_erased_and_the_place_comes_free() -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=3)
    ria = AanmeldingFactory(bijeenkomst=bijeenkomst, **ALLES)
    wacht = AanmeldingFactory(bijeenkomst=bijeenkomst, naam="Bas", hulp="Bel Ria op 06-12345678")
    ria.refresh_from_db()
    term = lees_zoekterm("ria@prive.example")
    (deel,) = [gevonden for gevonden in avg.zoek(term) if gevonden.plaats.enkel == "aanmelding"]
    (gegeven,) = avg.exporteer(term, [deel])["aanmeldingen"]
    assert gegeven["hulp"] == "Rolstoel"
    assert deel.getoond[0][1].endswith(f"/aanmeldingen/{ria.pk}/")
    door = CoordinatorFactory()
    assert "1 aanmelding" in avg.wis_alles(term=term, door=door)
    avg.wis_alles(term=lees_zoekterm("0612345678"), door=door)
    ria.refresh_from_db()
    wacht.refresh_from_db()
    assert (ria.naam, ria.email, ria.status) == ("", "", "afgemeld")
    assert wacht.status == "aangeboden"
    assert wacht.hulp == "Bel Ria op [gewist]"
    assert not Bericht.objects.filter(aan="ria@prive.example").exists()
    assert avg.zoek(term) == []
