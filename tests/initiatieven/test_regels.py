"""The rules themselves: role × action × status, against the agreement in ``rechten.py``."""

import pytest

from initiatieven import regels
from initiatieven.models import Vermelding
from tests.factories import (
    CoordinatorFactory,
    InitiatiefFactory,
    MethodiekFactory,
    ProjectteamFactory,
    maak_gebruiker,
)
from tests.initiatieven import rechten

pytestmark = pytest.mark.django_db


def test_the_agreement_covers_every_rule() -> None:
    assert set(regels.MAG) == set(rechten.MAG)
    assert set(regels.MAG_ALTIJD) == set(rechten.MAG_ALTIJD)
    assert all({status.value for status in rij} == set(rechten.STATUSSEN) for rij in regels.MAG.values())


@pytest.mark.parametrize(("rol", "actie", "status"), rechten.elk_geval())
def test_who_may_do_what(rol: str, actie: str, status: str) -> None:
    vermelding = Vermelding(titel="x", soort="initiatief", status=status)
    gebruiker = maak_gebruiker(rol)
    assert regels.mag(gebruiker, actie, vermelding) is rechten.mag(rol, actie, status)
    assert regels.mag(gebruiker, actie, vermelding) is rechten.mag(rol, actie, status)


@pytest.mark.parametrize("rol", rechten.ROLLEN)
@pytest.mark.parametrize("actie", rechten.MAG_ALTIJD)
def test_who_may_do_what_does_not_depend_on_an_item(rol: str, actie: str) -> None:
    verwacht = rechten.LETTER.get(rol, "-") in rechten.MAG_ALTIJD[actie]
    assert regels.mag_altijd(maak_gebruiker(rol), actie) is verwacht


@pytest.mark.parametrize("fabriek", [InitiatiefFactory, MethodiekFactory])
def test_the_rules_hold_for_both_kinds(fabriek: type) -> None:
    vermelding = fabriek(gepubliceerd=True)
    assert regels.mag_wijzigen(ProjectteamFactory(), vermelding)
    assert not regels.mag_verwijderen(CoordinatorFactory(), vermelding)


def test_who_left_may_nothing_any_more() -> None:
    vertrokken = CoordinatorFactory(is_active=False)
    vermelding = Vermelding(titel="x", soort="initiatief", status="concept")
    assert not any(regels.mag(vertrokken, actie, vermelding) for actie in regels.MAG)
    assert not any(regels.mag_altijd(vertrokken, actie) for actie in regels.MAG_ALTIJD)
