"""The places: never more people than fit, strictly in order, whole or not at all; also at the same moment."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Sum
from django.utils import timezone

from alliantie.kern.inzendingen.toegang import code_van, open_code
from alliantie.kern.models import Bericht, Statuswissel
from alliantie.kern.post import Mail
from bijeenkomsten.acties import aanmelden, beheer, namens
from bijeenkomsten.acties.fouten import (
    AanmeldenKanNiet,
    GeenPlek,
    NietToegestaan,
    TeLaat,
    TeVeelMensen,
)
from bijeenkomsten.keuzes import BEZET
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.factories import BegeleidingsgroepFactory, ProjectteamFactory
from tests.factories.bijeenkomsten import AanmeldingFactory, BijeenkomstFactory, over
from tests.hulp import tegelijk, tegelijk_op

pytestmark = pytest.mark.django_db


def rij(aanmelding: Aanmelding) -> Aanmelding:
    return Aanmelding.objects.select_related("bijeenkomst").get(pk=aanmelding.pk)


def standen(bijeenkomst: Bijeenkomst) -> list[tuple[int, str]]:
    """Return of every sign-up how many and where it stands, in order of arrival."""
    return list(bijeenkomst.aanmeldingen.order_by("volgnummer").values_list("aantal", "status"))


def met(capaciteit: int, *aantallen: int, **velden: Any) -> tuple[Bijeenkomst, list[Aanmelding]]:
    """Return a meeting with so many places, and sign-ups of so many people each."""
    bijeenkomst = BijeenkomstFactory(capaciteit=capaciteit, **velden)
    return bijeenkomst, [AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=aantal) for aantal in aantallen]


def meer_plek(bijeenkomst: Bijeenkomst, capaciteit: int | None) -> list[Aanmelding]:
    bijeenkomst.capaciteit = capaciteit
    bijeenkomst.save()
    return beheer.verwerk_wijziging(bijeenkomst=bijeenkomst, veranderd=["capaciteit"])


def mails(aanmelding: Aanmelding) -> list[str]:
    rijen = Bericht.objects.filter(sleutel__startswith=f"aanmelding:{aanmelding.pk}:").order_by("pk")
    return list(rijen.values_list("soort", flat=True))


# --- whole or waiting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capaciteit", "aantallen", "verwacht"),
    [
        (4, [1, 3], ["geplaatst", "geplaatst"]),
        (4, [3, 2], ["geplaatst", "wachtlijst"]),  # whole or not at all
        (
            4,
            [3, 2, 1],
            ["geplaatst", "wachtlijst", "wachtlijst"],
        ),  # nobody passes the head, also when it fits
        (4, [4, 1, 4], ["geplaatst", "wachtlijst", "wachtlijst"]),
        (None, [8, 8, 8], ["geplaatst"] * 3),
    ],
)
def test_a_sign_up_is_placed_whole_or_waits_whole(
    capaciteit: int | None, aantallen: list[int], verwacht: list[str]
) -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=capaciteit)
    for aantal in aantallen:
        AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=aantal)
    assert [stand for _, stand in standen(bijeenkomst)] == verwacht


def test_a_freed_place_is_offered_to_the_head_of_the_line_and_nobody_else() -> None:
    bijeenkomst, (eerste, hoofd, volgende) = met(4, 4, 2, 2)
    aanmelden.meld_af(aanmelding=eerste)
    assert standen(bijeenkomst) == [(4, "afgemeld"), (2, "aangeboden"), (2, "aangeboden")]
    bijeenkomst, (eerste, hoofd, volgende) = met(4, 2, 2, 3)
    assert standen(bijeenkomst)[2] == (3, "wachtlijst")
    klein = AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=1)
    aanmelden.meld_af(aanmelding=eerste)  # two places free: the head needs three
    assert [rij(volgende).status, rij(klein).status] == ["wachtlijst", "wachtlijst"]
    aanmelden.meld_af(aanmelding=hoofd)  # four free: the head and the one behind it
    assert [rij(volgende).status, rij(klein).status] == ["aangeboden", "aangeboden"]
    assert mails(volgende) == ["aanmelding_wachtlijst", "aanmelding_plek_vrij"]


def test_an_offer_is_held_until_it_is_confirmed_or_runs_out() -> None:
    bijeenkomst, (eerste, wacht) = met(2, 2, 2)
    aanmelden.meld_af(aanmelding=eerste)
    later = AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=1)
    assert rij(later).status == "wachtlijst"
    aanmelden.bevestig(aanmelding=rij(wacht))
    aanmelden.bevestig(aanmelding=rij(wacht))  # pressed twice
    assert rij(wacht).status == "geplaatst"
    assert mails(wacht).count("aanmelding_plek") == 1


def test_an_offer_that_ran_out_goes_to_the_next_and_who_was_late_may_wait_again() -> None:
    _, (eerste, laat, volgende) = met(2, 2, 2, 2)
    aanmelden.meld_af(aanmelding=eerste)
    Aanmelding.objects.filter(pk=laat.pk).update(bevestigen_voor=timezone.now() - timedelta(minutes=1))
    with pytest.raises(TeLaat):
        aanmelden.bevestig(aanmelding=rij(laat))
    assert aanmelden.laat_verlopen(aanmelding=laat)
    assert not aanmelden.laat_verlopen(aanmelding=laat)
    assert [rij(laat).status, rij(volgende).status] == ["vervallen", "aangeboden"]
    aanmelden.wacht_weer(aanmelding=rij(laat))
    assert rij(laat).volgnummer > rij(volgende).volgnummer
    assert rij(laat).status == "wachtlijst"
    assert mails(laat) == ["aanmelding_wachtlijst", "aanmelding_plek_vrij", "aanmelding_vervallen"]


def test_an_offer_never_runs_beyond_the_beginning() -> None:
    bijeenkomst, (eerste, wacht) = met(1, 1, 1, begin=timezone.now() + timedelta(hours=5))
    aanmelden.meld_af(aanmelding=eerste)
    assert rij(wacht).bevestigen_voor == bijeenkomst.begin


def test_raising_the_capacity_promotes_in_order_and_sends_each_one_mail() -> None:
    bijeenkomst, (_, twee, drie, een) = met(3, 3, 2, 3, 1)
    assert [aanmelding.pk for aanmelding in meer_plek(bijeenkomst, 6)] == [twee.pk]
    assert standen(bijeenkomst) == [(3, "geplaatst"), (2, "aangeboden"), (3, "wachtlijst"), (1, "wachtlijst")]
    assert meer_plek(bijeenkomst, 6) == []
    assert [aanmelding.pk for aanmelding in meer_plek(bijeenkomst, 9)] == [drie.pk, een.pk]
    assert mails(twee).count("aanmelding_plek_vrij") == 1


def test_no_limit_promotes_everybody() -> None:
    bijeenkomst, _ = met(4, 4, 4, 3)
    meer_plek(bijeenkomst, None)
    assert [stand for _, stand in standen(bijeenkomst)] == ["geplaatst", "aangeboden", "aangeboden"]


# --- more and fewer -----------------------------------------------------------------------------------------


def test_fewer_people_free_places_for_the_line() -> None:
    _, (groep, wacht) = met(4, 4, 2)
    aanmelden.wijzig_aantal(aanmelding=groep, aantal=2)
    assert rij(wacht).status == "aangeboden"


def test_more_people_come_only_when_nobody_waits_and_they_fit() -> None:
    _, (groep, _) = met(5, 2, 1)
    aanmelden.wijzig_aantal(aanmelding=groep, aantal=3)
    with pytest.raises(GeenPlek) as fout:
        aanmelden.wijzig_aantal(aanmelding=groep, aantal=5)
    assert fout.value.over == 1
    assert rij(groep).aantal == 3


def test_more_people_do_not_pass_who_waits_even_when_there_is_room() -> None:
    bijeenkomst, (groep, _) = met(4, 2, 3)  # two places free, and somebody waits for three
    with pytest.raises(GeenPlek) as fout:
        aanmelden.wijzig_aantal(aanmelding=groep, aantal=3)
    assert fout.value.over == 0
    assert standen(bijeenkomst) == [(2, "geplaatst"), (3, "wachtlijst")]


def test_who_waits_may_change_how_many_and_is_offered_what_then_fits() -> None:
    _, (_, wacht) = met(4, 3, 3)
    aanmelden.wijzig_aantal(aanmelding=wacht, aantal=1)
    assert rij(wacht).status == "aangeboden"


def test_so_many_people_that_they_never_fit_are_refused() -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=5, meeste_per_aanmelding=8)
    with pytest.raises(TeVeelMensen) as fout:
        AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=500)
    assert fout.value.hoogstens == 5
    assert not Aanmelding.objects.exists()


# --- when it can ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "velden",
    [
        {"concept": True},
        {"afgelast": True},
        {"voorbij": True},
        {"met_aanmelden": False},
        {"aanmelden_vanaf": over(1)},
        {"aanmelden_tot": over(-1)},
    ],
)
def test_who_comes_too_early_or_too_late_is_told(velden: dict[str, Any]) -> None:
    with pytest.raises(AanmeldenKanNiet):
        AanmeldingFactory(bijeenkomst=BijeenkomstFactory(**velden))
    assert not Bericht.objects.exists()


def test_one_form_makes_one_sign_up_and_so_does_the_same_person_on_another_day() -> None:
    bijeenkomst = BijeenkomstFactory()
    gegevens = {"naam": "Ria", "email": "ria@prive.example", "telefoon": "", "aantal": 2}
    sleutel = uuid.uuid4().hex
    eerste = aanmelden.meld_aan(bijeenkomst=bijeenkomst, gegevens=gegevens, sleutel=sleutel, netwerk="a")
    for anders in ({"sleutel": sleutel}, {"sleutel": uuid.uuid4().hex}):
        nog_eens = aanmelden.meld_aan(bijeenkomst=bijeenkomst, gegevens=gegevens, netwerk="a", **anders)
        assert nog_eens.pk == eerste.pk
    assert Bericht.objects.count() == 1
    assert open_code(code_van(rij(eerste)).lower(), Aanmelding) == eerste


def test_two_people_on_one_phone_number_are_two() -> None:
    bijeenkomst = BijeenkomstFactory()
    for naam in ("Ria", "Bas"):
        AanmeldingFactory(bijeenkomst=bijeenkomst, naam=naam, email="", telefoon="0612345678")
    assert bijeenkomst.aanmeldingen.count() == 2
    assert not Bericht.objects.exists()


def test_cancelling_twice_is_cancelling_once() -> None:
    _, (groep, wacht) = met(2, 2, 1)
    aanmelden.meld_af(aanmelding=groep)
    aanmelden.meld_af(aanmelding=groep)
    assert mails(groep).count("aanmelding_afgemeld") == 1
    assert mails(wacht).count("aanmelding_plek_vrij") == 1


# --- by the team ----------------------------------------------------------------------------------------------


def voeg_toe(bijeenkomst: Bijeenkomst, aantal: int = 1, **opties: Any) -> Aanmelding:
    opties = {"door": ProjectteamFactory(), "sleutel": uuid.uuid4().hex} | opties
    return beheer.voeg_toe(bijeenkomst=bijeenkomst, gegevens={"naam": "Bel", "aantal": aantal}, **opties)


def test_a_caller_stands_in_line_unless_the_team_says_why_not() -> None:
    bijeenkomst, _ = met(4, 2, 3)
    assert voeg_toe(bijeenkomst).status == "wachtlijst"
    with pytest.raises(NietToegestaan):
        voeg_toe(bijeenkomst, buiten_de_rij_om=True, reden=" ")
    voor = voeg_toe(bijeenkomst, 2, buiten_de_rij_om=True, reden="Zij geeft de training")
    assert (voor.status, voor.reden_team, voor.door_team) == ("geplaatst", "Zij geeft de training", True)
    with pytest.raises(GeenPlek):
        voeg_toe(bijeenkomst, buiten_de_rij_om=True, reden="Ook zij")
    assert bijeenkomst.aanmeldingen.bezet().personen() == 4


def test_a_form_of_the_team_sent_twice_makes_one_sign_up() -> None:
    bijeenkomst, sleutel = BijeenkomstFactory(), uuid.uuid4().hex
    assert voeg_toe(bijeenkomst, sleutel=sleutel) == voeg_toe(bijeenkomst, sleutel=sleutel)


def test_a_group_that_never_fits_cannot_stop_the_line() -> None:
    with pytest.raises(TeVeelMensen):
        voeg_toe(BijeenkomstFactory(capaciteit=4), 5)


def test_a_place_by_hand_needs_a_reason_and_room() -> None:
    _, (_, hoofd, tweede) = met(4, 2, 3, 2)
    els = ProjectteamFactory()
    with pytest.raises(NietToegestaan):
        beheer.plaats(aanmelding=tweede, door=els, reden="")
    with pytest.raises(GeenPlek):
        beheer.plaats(aanmelding=hoofd, door=els, reden="Kan niet anders")
    beheer.plaats(aanmelding=tweede, door=els, reden="Komt van ver")
    assert (rij(tweede).status, rij(tweede).reden_team) == ("geplaatst", "Komt van ver")
    wissel = Statuswissel.objects.get(object_id=tweede.pk, naar="geplaatst")
    assert (wissel.door, wissel.reden) == (els, "Komt van ver")


def test_what_the_team_does_by_phone_is_known_to_be_theirs() -> None:
    _, (eerste, wacht) = met(2, 2, 2)
    els, lezer = ProjectteamFactory(), BegeleidingsgroepFactory()
    with pytest.raises(NietToegestaan):
        namens.meld_af(aanmelding=rij(eerste), door=lezer)
    namens.meld_af(aanmelding=rij(eerste), door=els)
    namens.bevestig(aanmelding=rij(wacht), door=els)
    namens.wijzig_aantal(aanmelding=rij(wacht), aantal=1, door=els)
    assert (rij(wacht).status, rij(wacht).aantal) == ("geplaatst", 1)
    assert {wissel.door for wissel in Statuswissel.objects.filter(naar__in=["afgemeld", "geplaatst"])} == {
        els
    }


def test_calling_off_tells_everyone_once_and_the_calendar_too() -> None:
    bijeenkomst, (met_plek, wacht) = met(1, 1, 1)
    weg = AanmeldingFactory(bijeenkomst=bijeenkomst)
    aanmelden.meld_af(aanmelding=weg)
    els = ProjectteamFactory()
    mail = Mail("Gaat niet door", "Dag [naam], zie [link]")
    beheer.gelast_af(bijeenkomst=bijeenkomst, door=els, reden="Zaal dicht", mail=mail)
    berichten = Bericht.objects.filter(soort="bijeenkomst_afgelast")
    assert {bericht.aan for bericht in berichten} == {met_plek.email, wacht.email}
    bericht = berichten.get(aan=met_plek.email)
    assert bericht.tekst.startswith(f"Dag {met_plek.naam}, zie http")
    assert "METHOD:CANCEL" in bericht.agenda
    assert "STATUS:CANCELLED" in bericht.agenda
    assert "SEQUENCE:1" in bericht.agenda
    assert berichten.get(aan=wacht.email).agenda == ""
    with pytest.raises(NietToegestaan):
        aanmelden.meld_af(aanmelding=rij(met_plek))


def test_what_people_signed_up_for_cannot_become_a_concept_again() -> None:
    bijeenkomst, _ = met(4, 1)
    with pytest.raises(NietToegestaan):
        beheer.haal_terug(bijeenkomst=bijeenkomst, door=ProjectteamFactory(), reden="Foutje")
    bijeenkomst.refresh_from_db()
    assert bijeenkomst.status == "gepubliceerd"


# --- at the same moment -----------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_many_at_the_same_moment_never_become_more_than_fit() -> None:
    bijeenkomst = BijeenkomstFactory(capaciteit=10)

    def meld(nummer: int) -> Any:
        return lambda: AanmeldingFactory(
            bijeenkomst=bijeenkomst, aantal=nummer % 3 + 1, email=f"r{nummer}@prive.example"
        )

    uitkomst = tegelijk(*(meld(nummer) for nummer in range(14)))
    assert all(isinstance(deel, Aanmelding) for deel in uitkomst)
    rijen = list(bijeenkomst.aanmeldingen.order_by("volgnummer"))
    assert [deel.volgnummer for deel in rijen] == list(range(1, 15))
    geplaatst = [deel.status == "geplaatst" for deel in rijen]
    assert geplaatst == sorted(geplaatst, reverse=True)  # who came first has a place
    assert bijeenkomst.aanmeldingen.bezet().personen() <= 10
    assert Bericht.objects.count() == 14


@pytest.mark.django_db(transaction=True)
def test_confirming_at_the_moment_the_offer_runs_out_has_one_outcome() -> None:
    bijeenkomst, (eerste, laat, volgende) = met(2, 2, 2, 2)
    aanmelden.meld_af(aanmelding=eerste)
    Aanmelding.objects.filter(pk=laat.pk).update(bevestigen_voor=timezone.now() - timedelta(seconds=1))
    tegelijk_op(
        bijeenkomst,
        lambda: aanmelden.bevestig(aanmelding=rij(laat)),
        lambda: aanmelden.laat_verlopen(aanmelding=laat),
    )
    assert [rij(laat).status, rij(volgende).status] == ["vervallen", "aangeboden"]
    assert bijeenkomst.aanmeldingen.bezet().personen() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_cancel_at_once_each_free_their_place() -> None:
    bijeenkomst, (een, twee, wacht, ook) = met(4, 2, 2, 2, 2)
    tegelijk_op(
        bijeenkomst,
        lambda: aanmelden.meld_af(aanmelding=rij(een)),
        lambda: aanmelden.meld_af(aanmelding=rij(twee)),
        lambda: aanmelden.meld_af(aanmelding=rij(twee)),
    )
    assert [rij(wacht).status, rij(ook).status] == ["aangeboden", "aangeboden"]
    for aanmelding in (wacht, ook):
        assert mails(aanmelding).count("aanmelding_plek_vrij") == 1


@pytest.mark.django_db(transaction=True)
def test_the_last_place_goes_to_one_whoever_asks_for_it() -> None:
    bijeenkomst, (groep,) = met(4, 3)
    els = ProjectteamFactory()
    tegelijk_op(
        bijeenkomst,
        lambda: aanmelden.wijzig_aantal(aanmelding=rij(groep), aantal=4),
        lambda: AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=1, email="nieuw@prive.example"),
        lambda: voeg_toe(bijeenkomst, door=els, buiten_de_rij_om=True, reden="Spreker"),
    )
    som = bijeenkomst.aanmeldingen.filter(status__in=BEZET).aggregate(som=Sum("aantal"))["som"]
    assert som == 4
