"""The status machine: one table of moves, one winner, and a history that says who and why."""

import pytest

from alliantie.kern.models import Statuswissel
from alliantie.kern.status import OvergangNietToegestaan, wissel_status
from initiatieven.keuzes import OVERGANGEN
from initiatieven.models import Vermelding
from tests.factories import CoordinatorFactory, InitiatiefFactory, ProjectteamFactory
from tests.hulp import tegelijk_op

C, P, A = "concept", "gepubliceerd", "gearchiveerd"
TOEGESTAAN = {(C, P), (C, A), (P, C), (P, A), (A, C)}
ALLES = [(van, naar) for van in (C, P, A) for naar in (C, P, A)]


def in_status(status: str) -> Vermelding:
    """Return an item in this status."""
    wens = {} if status == C else {status: True}
    return Vermelding.objects.get(pk=InitiatiefFactory(**wens).pk)


def wissel(rij: Vermelding, naar: str, **velden: object) -> Vermelding:
    if naar == P:
        velden["gepubliceerd_op"] = "2026-01-01T12:00Z"
    return wissel_status(rij, naar, overgangen=OVERGANGEN, **{"door": None} | velden)


@pytest.mark.django_db
@pytest.mark.parametrize(("van", "naar"), ALLES)
def test_only_the_moves_of_the_table_are_made(van: str, naar: str) -> None:
    rij = in_status(van)
    Statuswissel.objects.all().delete()
    if (van, naar) in TOEGESTAAN:
        assert wissel(rij, naar).status == naar
        assert Statuswissel.objects.values_list("van", "naar").get() == (van, naar)
    else:
        with pytest.raises(OvergangNietToegestaan) as fout:
            wissel(rij, naar)
        assert (fout.value.van, fout.value.naar) == (van, naar)
        assert not Statuswissel.objects.exists()
    rij.refresh_from_db()
    assert rij.status == (naar if (van, naar) in TOEGESTAAN else van)


@pytest.mark.django_db
def test_the_history_says_who_why_and_about_what() -> None:
    door, rij = ProjectteamFactory(), in_status(C)
    wissel(rij, A, door=door, reden="Dubbel met een ander")
    regel = Statuswissel.objects.get()
    assert (regel.door, regel.reden, regel.van, regel.naar) == (door, "Dubbel met een ander", C, A)
    assert regel.onderwerp == rij
    assert regel.moment is not None


@pytest.mark.django_db
def test_a_stale_row_does_not_decide() -> None:
    oud = in_status(C)
    wissel(Vermelding.objects.get(pk=oud.pk), A)
    assert oud.status == C
    with pytest.raises(OvergangNietToegestaan):
        wissel(oud, P)


@pytest.mark.django_db
def test_nothing_but_the_status_and_the_named_fields_is_written() -> None:
    rij = in_status(C)
    Vermelding.objects.filter(pk=rij.pk).update(titel="Nieuwe titel van een collega")
    wissel(rij, A)
    rij.refresh_from_db()
    assert rij.titel == "Nieuwe titel van een collega"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("van", "naar"), [(C, P), (P, A), (P, C)])
def test_of_two_people_who_make_the_same_move_one_wins(van: str, naar: str) -> None:
    rij, mensen = in_status(van), [CoordinatorFactory(), CoordinatorFactory()]
    Statuswissel.objects.all().delete()
    uitslag = tegelijk_op(
        rij, *(lambda door=door: wissel(rij, naar, door=door, reden=door.naam) for door in mensen)
    )
    gewonnen = [nummer for nummer, gaf in enumerate(uitslag) if isinstance(gaf, Vermelding)]
    assert len(gewonnen) == 1
    assert isinstance(uitslag[1 - gewonnen[0]], OvergangNietToegestaan)
    winnaar = mensen[gewonnen[0]]
    assert [(w.door, w.reden) for w in Statuswissel.objects.all()] == [(winnaar, winnaar.naam)]


@pytest.mark.django_db(transaction=True)
def test_of_publishing_and_archiving_at_once_the_history_stays_a_chain() -> None:
    rij = in_status(C)
    Statuswissel.objects.all().delete()
    tegelijk_op(rij, lambda: wissel(rij, P), lambda: wissel(rij, A))
    rij.refresh_from_db()
    stappen = list(Statuswissel.objects.order_by("pk").values_list("van", "naar"))
    # Whoever came first: a published item may still be archived, an archived one may not be published.
    assert stappen in ([(C, A)], [(C, P), (P, A)])
    assert rij.status == A
