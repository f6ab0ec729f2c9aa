"""Retention of the inzendingen: personal data goes when its time is over, and nothing else does."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties.bewaren import ruim_inzendingen_op, wis_persoonsgegevens
from alliantie.kern.inzendingen.keuzes import Spreker, Status, Toegangsrol, Uitkomst
from alliantie.kern.models import Bericht, Dialoogregel, Inzending, Statuswissel, Toegang
from alliantie.kern.opruimen import ruim_op
from initiatieven.models import Initiatief
from tests.factories import InzendingFactory
from tests.hulp import in_thread

pytestmark = pytest.mark.django_db

SPOREN = ("Ria", "ria@prive", "12 34 56 78", "mieke@prive", "Bel mij op mijn werk")


@pytest.fixture(autouse=True)
def termijnen(settings: Any) -> None:
    settings.BEWAARTERMIJNEN = settings.BEWAARTERMIJNEN | {
        "concepten": timedelta(days=30),
        "spam": timedelta(days=10),
        "inzendingen": timedelta(days=100),
        "links": timedelta(days=7),
        "berichten": timedelta(days=1000),
    }


def geleden(dagen: float) -> datetime:
    return timezone.now() - timedelta(days=dagen)


def zet(inzending: Inzending, **velden: Any) -> Inzending:
    """Turn the clock of one row."""
    Inzending.objects.filter(pk=inzending.pk).update(**velden)
    inzending.refresh_from_db()
    return inzending


def over(inzending: Inzending) -> bool:
    return Inzending.objects.filter(pk=inzending.pk).exists()


def alles_over(inzending: Inzending) -> str:
    """Return every word that the database still has about this inzending."""
    rij = Inzending.objects.get(pk=inzending.pk)
    delen = [str(getattr(rij, veld.attname)) for veld in Inzending._meta.concrete_fields]
    delen += [f"{regel.tekst} {regel.waarde_toen}" for regel in rij.dialoog.all()]
    delen += [f"{mail.aan} {mail.onderwerp} {mail.tekst}" for mail in Bericht.objects.all()]
    delen += [link.gemaild_aan for link in Toegang.objects.all()]
    return "\n".join(delen)


def met_alles(status: Status, **velden: Any) -> Inzending:
    """Return an inzending with a dialogue, a group that reads along, mails, links and a photo."""
    inzending = InzendingFactory(
        status=status,
        fotos=1,
        papieren=1,
        gegevens={"namens": "groep", "groep_email": "mieke@prive.example"},
        **velden,
    )
    inzending.spreekt(Spreker.AFZENDER, "Bel mij op mijn werk")
    inzending.spreekt(Spreker.GROEP, "Ria weet het")
    inzending.spreekt(
        Spreker.TEAM,
        "Klopt dit nummer?",
        is_vraag=True,
        veld="afzender_telefoon",
        waarde_toen="06 12 34 56 78",
    )
    inzending.spreekt(Spreker.TEAM, "Wat eet u?", is_vraag=True, veld="verhaal", waarde_toen="Soep")
    toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER, gemaild_aan="ria@prive.example")
    return inzending


def bestanden(inzending: Inzending) -> list[str]:
    return [naam for bijlage in inzending.bijlagen.all() for naam in (bijlage.bestand.name,) if naam]


# --- personal data ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.GOEDGEKEURD, Status.AFGEWEZEN])
def test_everything_about_persons_goes_and_the_count_stays(status: Status) -> None:
    inzending, ander = met_alles(status), met_alles(Status.INGEDIEND)
    Bericht.objects.exclude(inzending=inzending).delete()
    Toegang.objects.van(ander).delete()
    oud = Inzending.objects.get(pk=inzending.pk)
    assert all(spoor in alles_over(inzending) for spoor in SPOREN)

    wis_persoonsgegevens(inzending=inzending)

    assert not [spoor for spoor in SPOREN if spoor in alles_over(inzending)]
    nieuw = Inzending.objects.get(pk=inzending.pk)
    assert nieuw.gewist_op is not None
    assert nieuw.code_afdruk is None
    for veld in ("soort", "status", "uitkomst", "onderwerp", "ingediend_op", "beslist_op", "aangemaakt_op"):
        assert getattr(nieuw, veld) == getattr(oud, veld), veld
    assert nieuw.gegevens["verhaal"] == oud.gegevens["verhaal"]
    assert nieuw.dialoog.get(veld="verhaal").waarde_toen == "Soep"
    assert nieuw.dialoog.get(tekst="Klopt dit nummer?").waarde_toen is None
    assert not nieuw.berichten.exists()
    assert not Toegang.objects.van(nieuw).exists()
    ander.refresh_from_db()
    assert (ander.naam, ander.email, ander.gewist_op) == ("Ria de Buurvrouw", "ria@prive.example", None)
    assert ander.dialoog.filter(tekst="Bel mij op mijn werk").exists()


@pytest.mark.django_db(transaction=True)
def test_files_go_with_what_was_refused_and_stay_with_what_was_placed() -> None:
    geweigerd, geplaatst = met_alles(Status.AFGEWEZEN), met_alles(Status.GOEDGEKEURD)
    weg, blijft = bestanden(geweigerd), bestanden(geplaatst)
    assert len(weg) == len(blijft) == 2
    for inzending in (geweigerd, geplaatst):
        wis_persoonsgegevens(inzending=inzending)
    assert not [naam for naam in weg if default_storage.exists(naam)]
    assert all(default_storage.exists(naam) for naam in blijft)


def test_what_was_placed_stays_on_the_site() -> None:
    inzending = met_alles(Status.GOEDGEKEURD)
    wis_persoonsgegevens(inzending=inzending)
    initiatief = Initiatief.objects.get()
    assert initiatief.is_openbaar
    assert "pan soep" in initiatief.verhaal


def test_erasing_twice_changes_nothing() -> None:
    inzending = met_alles(Status.AFGEWEZEN)
    eerste = wis_persoonsgegevens(inzending=inzending).gewist_op
    assert wis_persoonsgegevens(inzending=inzending).gewist_op == eerste


def test_the_code_opens_nothing_any_more() -> None:
    inzending = InzendingFactory(status=Status.AFGEWEZEN)
    code = toegang.code_van(inzending)
    assert toegang.open_code(code) == inzending
    wis_persoonsgegevens(inzending=inzending)
    assert toegang.open_code(code) is None


# --- the job of the night --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.GOEDGEKEURD, Status.AFGEWEZEN])
def test_personal_data_goes_its_period_after_the_decision(status: Status) -> None:
    oud, jong = met_alles(status), met_alles(status)
    zet(oud, beslist_op=geleden(101))
    zet(jong, beslist_op=geleden(99))
    assert ruim_op()["inzendingen"] == 1
    oud.refresh_from_db()
    jong.refresh_from_db()
    assert (oud.email, jong.email) == ("", "ria@prive.example")
    assert ruim_op()["inzendingen"] == 0


@pytest.mark.parametrize("status", [Status.INGEDIEND, Status.IN_BEHANDELING, Status.VRAAG_GESTELD])
def test_what_waits_for_a_decision_is_left_alone(status: Status) -> None:
    inzending = met_alles(status)
    oud = geleden(2000)
    zet(inzending, ingediend_op=oud, bewaard_op=oud, aangemaakt_op=oud)
    uitslag = ruim_inzendingen_op()
    assert (uitslag["concepten"], uitslag["spam"], uitslag["inzendingen"]) == (0, 0, 0)
    assert over(inzending)


@pytest.mark.django_db(transaction=True)
def test_what_was_begun_and_left_goes_with_its_files() -> None:
    verlaten, bezig = (InzendingFactory(status=Status.CONCEPT, fotos=1) for _ in range(2))
    for inzending in (verlaten, bezig):
        toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER)
    zet(verlaten, bewaard_op=geleden(31))
    zet(bezig, bewaard_op=geleden(29), aangemaakt_op=geleden(400))
    weg, blijft = bestanden(verlaten), bestanden(bezig)
    assert ruim_op()["concepten"] == 1
    assert (over(verlaten), over(bezig)) == (False, True)
    assert not default_storage.exists(weg[0])
    assert default_storage.exists(blijft[0])
    assert {link.doel_id for link in Toegang.objects.all()} == {bezig.pk}


@pytest.mark.django_db(transaction=True)
def test_who_is_writing_at_that_moment_keeps_it() -> None:
    from django.db import transaction

    inzending = zet(InzendingFactory(status=Status.CONCEPT), bewaard_op=geleden(31))
    with transaction.atomic():
        Inzending.objects.select_for_update().get(pk=inzending.pk)
        with in_thread(ruim_inzendingen_op) as taak:
            assert taak.result(timeout=20)["concepten"] == 0
    assert over(inzending)


def test_spam_and_what_was_taken_back_go_whole() -> None:
    spam, jonge_spam, geweigerd = (met_alles(Status.AFGEWEZEN) for _ in range(3))
    terug, jong_terug = (met_alles(Status.INGETROKKEN) for _ in range(2))
    zet(spam, uitkomst=Uitkomst.SPAM, beslist_op=geleden(11))
    zet(jonge_spam, uitkomst=Uitkomst.SPAM, beslist_op=geleden(9))
    zet(geweigerd, uitkomst=Uitkomst.NIET_GEPLAATST, beslist_op=geleden(11))
    for inzending, dagen in ((terug, 11), (jong_terug, 9)):
        zet(inzending, bewaard_op=geleden(dagen))
        Inzending.objects.filter(pk=inzending.pk, beslist_op__isnull=False).update(beslist_op=geleden(dagen))
    assert ruim_op()["spam"] == 2
    assert [over(rij) for rij in (spam, jonge_spam, geweigerd, terug, jong_terug)] == [
        False,
        True,
        True,
        False,
        True,
    ]
    soort = ContentType.objects.get_for_model(Inzending)
    for weg in (spam.pk, terug.pk):
        assert not Statuswissel.objects.filter(soort=soort, object_id=weg).exists()
        assert not Toegang.objects.filter(doel_soort=soort, doel_id=weg).exists()
        assert not Dialoogregel.objects.filter(inzending_id=weg).exists()
    assert not Bericht.objects.filter(inzending__isnull=True).exists()
    geweigerd.refresh_from_db()
    assert geweigerd.email


def test_a_link_goes_thirty_days_after_it_stopped_working() -> None:
    inzending = InzendingFactory(status=Status.CONCEPT)
    Toegang.objects.all().delete()
    for dagen in (29, 31, -5):
        toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER, geldig=timedelta(days=-dagen))
    assert ruim_op()["links"] == 1
    assert Toegang.objects.count() == 2


def test_a_file_that_a_killed_process_left_behind_goes_after_a_day(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    inzending = InzendingFactory(status=Status.CONCEPT, fotos=1, papieren=1)
    van_iemand = set(bestanden(inzending))
    los, vers = "inzendingen/los.jpg", "inzendingen/vers.jpg"
    for naam in (los, vers):
        default_storage.save(naam, ContentFile(b"foto"))
    twee_dagen = geleden(2).timestamp()
    for naam in {los, *van_iemand}:
        os.utime(tmp_path / naam, (twee_dagen, twee_dagen))
    assert ruim_op()["losse_bestanden"] == 1
    assert not default_storage.exists(los)
    assert [naam for naam in (vers, *van_iemand) if not default_storage.exists(naam)] == []


def test_nothing_came_in_yet_is_no_error(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    assert ruim_op()["losse_bestanden"] == 0
