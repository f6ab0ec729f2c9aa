"""What somebody may do with the link of their own sign-up: the table by hand, and tried with real requests."""

import itertools
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bijeenkomsten import regels
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.bijeenkomsten.bezoeker import adres
from tests.factories import AanmeldingFactory
from tests.factories.bijeenkomsten import over

pytestmark = pytest.mark.django_db
STANDEN = ("geplaatst", "wachtlijst", "aangeboden", "vervallen", "afgemeld")
MAG = {
    "bekijken": {"geplaatst", "wachtlijst", "aangeboden", "vervallen", "afgemeld"},
    "bevestigen": {"aangeboden"},
    "aantal_wijzigen": {"geplaatst", "wachtlijst", "aangeboden"},
    "afmelden": {"geplaatst", "wachtlijst", "aangeboden"},
    "weer_wachten": {"vervallen"},
}
DOE = {
    "bevestigen": ("bevestigen/", {}),
    "aantal_wijzigen": ("aantal/", {"aantal": "3"}),
    "afmelden": ("afmelden/", {}),
    "weer_wachten": ("weer-wachten/", {}),
}


@pytest.fixture
def aanmelding(request: pytest.FixtureRequest) -> Aanmelding:
    """A sign-up in the stand that the test names; set by hand, as not every stand has one road to it."""
    rij = AanmeldingFactory()
    Aanmelding.objects.filter(pk=rij.pk).update(
        status=request.param, bevestigen_voor=timezone.now() + timedelta(hours=9)
    )
    return Aanmelding.objects.get(pk=rij.pk)


def test_the_table_is_the_one_that_was_agreed() -> None:
    assert {actie: {str(een) for een in standen} for actie, standen in regels.MAG_MET_LINK.items()} == MAG


@pytest.mark.parametrize(
    ("aanmelding", "actie"), list(itertools.product(STANDEN, DOE)), indirect=["aanmelding"]
)
def test_a_request_changes_something_just_where_the_table_says_so(
    client: Client, aanmelding: Aanmelding, actie: str
) -> None:
    def nu() -> dict:
        return Aanmelding.objects.filter(pk=aanmelding.pk).values().get()

    deel, velden = DOE[actie]
    voor = nu()
    antwoord = client.post(adres(aanmelding, deel), velden)
    assert antwoord.status_code == 302
    assert (nu() != voor) is (voor["status"] in MAG[actie])


@pytest.mark.parametrize("velden", [{"begin": over(-2), "einde": over(-1)}, {"status": "afgelast"}])
@pytest.mark.parametrize(
    ("aanmelding", "actie"), list(itertools.product(STANDEN, DOE)), indirect=["aanmelding"]
)
def test_after_a_meeting_or_when_it_is_called_off_nothing_can_be_changed(
    client: Client, aanmelding: Aanmelding, actie: str, velden: dict
) -> None:
    Bijeenkomst.objects.update(**velden)
    voor = Aanmelding.objects.filter(pk=aanmelding.pk).values().get()
    deel, getypt = DOE[actie]
    assert client.post(adres(aanmelding, deel), getypt).status_code == 302
    assert Aanmelding.objects.filter(pk=aanmelding.pk).values().get() == voor
