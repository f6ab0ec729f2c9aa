"""Two who change the same, and where a change came from: nothing is overwritten silently, and the history tells."""

from datetime import date

import pytest
from django.test import Client

from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd, NietCompleet
from alliantie.kern.inzendingen.bewerking import veldstanden
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven import acties
from initiatieven.models import Initiatief
from tests.factories import ProjectteamFactory
from tests.initiatieven.aanvullingen import BRUG, NIEUW, OUD, accepteer, keur_goed, maak_brug, pak_op, stuur
from tests.kern.inzendingen.afzender import adres
from tests.publiek import bewerk

pytestmark = pytest.mark.django_db


@pytest.fixture
def brug() -> Initiatief:
    return maak_brug()


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


# --- where it came from ----------------------------------------------------------------------------------------


def test_the_history_tells_which_inzending_and_who_accepted_it(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    inzending = stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW})
    accepteer(inzending, els)
    versie = Initiatief.objects.get().history.first()
    assert versie.history_user == els
    assert versie.history_change_reason == f"Inzending {inzending.pk} van {date.today():%d-%m-%Y}"
    assert "Piet" not in versie.history_change_reason
    assert versie.verhaal == NIEUW
    client.force_login(els)
    geschiedenis = client.get(f"/beheer/initiatieven/initiatief/{brug.pk}/history/").content.decode()
    assert f"Inzending {inzending.pk} van" in geschiedenis
    assert "Els" in geschiedenis


# --- somebody else was first -----------------------------------------------------------------------------------


def test_a_second_correction_of_the_same_field_waits_for_a_choice(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    eerste = stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW})
    tweede = stuur(
        client,
        ["verhaal", "opbrengst"],
        verhaal={"verhaal": "Wij koken bij Ria."},
        opbrengst={"opbrengst": "Vriendschap."},
    )
    accepteer(eerste, els)
    opgepakt = pak_op(tweede, els)
    standen = {stand.naam: stand for stand in veldstanden(opgepakt)}
    verhaal = standen["verhaal"]
    assert (verhaal.toen, verhaal.nu, verhaal.gestuurd) == (OUD, NIEUW, "Wij koken bij Ria.")
    assert (verhaal.botst, verhaal.keuze) == (True, "")
    assert (standen["opbrengst"].botst, standen["opbrengst"].keuze) == (False, "overnemen")
    with pytest.raises(NietCompleet) as fout:
        keur_goed(opgepakt, els)
    assert set(fout.value.fouten) == {"verhaal"}
    brug.refresh_from_db()
    assert (brug.verhaal, brug.opbrengst) == (NIEUW, "")
    opgepakt = behandelen.bewaar_bewerking(
        inzending=opgepakt, door=els, gezien=opgepakt.versie, velden={"verhaal": {"keuze": "weglaten"}}
    )
    keur_goed(opgepakt, els)
    brug.refresh_from_db()
    assert (brug.verhaal, brug.opbrengst) == (NIEUW, "Vriendschap.")


def test_two_who_say_the_same_do_not_clash(client: Client, brug: Initiatief, els: Gebruiker) -> None:
    eerste, tweede = (stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW}) for _ in range(2))
    accepteer(eerste, els)
    assert accepteer(tweede, els).status == Status.GOEDGEKEURD


def test_a_choice_counts_only_for_what_stood_there_when_it_was_made(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    eerste = stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW})
    opgepakt = pak_op(stuur(client, ["verhaal"], verhaal={"verhaal": "Bij Ria."}), els)
    opgepakt = behandelen.bewaar_bewerking(
        inzending=opgepakt, door=els, gezien=opgepakt.versie, velden={"verhaal": {"keuze": "overnemen"}}
    )
    accepteer(eerste, els)
    with pytest.raises(NietCompleet):
        keur_goed(opgepakt, els)
    brug.refresh_from_db()
    assert brug.verhaal == NIEUW


def test_what_staff_changed_after_the_desk_was_opened_is_not_overwritten(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    opgepakt = pak_op(stuur(client, ["opbrengst"], opbrengst={"opbrengst": "Vriendschap."}), els)
    gezien = soort_van(opgepakt).doel_versie(opgepakt.doel)
    jan = Client()
    jan.force_login(ProjectteamFactory(naam="Jan"))
    bewerk(jan, f"/beheer/initiatieven/initiatief/{brug.pk}/change/", verhaal="Jan schreef dit.")
    with pytest.raises(IntussenVeranderd):
        keur_goed(opgepakt, els, doel_gezien=gezien)
    brug.refresh_from_db()
    assert (brug.verhaal, brug.opbrengst) == ("Jan schreef dit.", "")
    keur_goed(opgepakt, els)
    brug.refresh_from_db()
    assert (brug.verhaal, brug.opbrengst) == ("Jan schreef dit.", "Vriendschap.")


def test_what_the_sender_took_back_or_a_colleague_decided_cannot_be_accepted(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    opgepakt = pak_op(stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW}), els)
    client.post(adres(opgepakt, "intrekken/"))
    with pytest.raises(IntussenVeranderd):
        keur_goed(opgepakt, els)
    ander = pak_op(stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW}), els)
    jan = ProjectteamFactory(naam="Jan")
    besluiten.wijs_af(inzending=ander, door=jan, gezien=ander.versie, reden="Klopt niet")
    with pytest.raises(IntussenVeranderd) as fout:
        keur_goed(ander, els)
    assert fout.value.wie == "Jan"
    brug.refresh_from_db()
    assert brug.verhaal == OUD


def test_a_page_that_was_archived_meanwhile_stays_archived(
    client: Client, brug: Initiatief, els: Gebruiker
) -> None:
    opgepakt = pak_op(stuur(client, ["verhaal"], verhaal={"verhaal": NIEUW}), els)
    acties.archiveer(vermelding=brug, door=els, reden="dubbel")
    keur_goed(Inzending.objects.get(pk=opgepakt.pk), els)
    assert client.get(BRUG).status_code == 404
