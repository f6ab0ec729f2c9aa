"""Which status of an inzending may follow which: the table once more, by hand, and each move by what people do."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from alliantie.kern.inzendingen.acties import behandelen, besluiten, invullen, reageren
from alliantie.kern.inzendingen.keuzes import OVERGANGEN, Status
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Inzending, Statuswissel
from alliantie.kern.status import OvergangNietToegestaan, wissel_status
from tests.factories import InzendingFactory, ProjectteamFactory

pytestmark = pytest.mark.django_db

TABEL = {
    "concept": {"ingediend", "ingetrokken"},
    "ingediend": {"concept", "in_behandeling", "afgewezen", "ingetrokken"},
    "in_behandeling": {"ingediend", "vraag_gesteld", "goedgekeurd", "afgewezen", "ingetrokken"},
    "vraag_gesteld": {"in_behandeling", "goedgekeurd", "afgewezen", "ingetrokken"},
    "goedgekeurd": set(),
    "afgewezen": {"in_behandeling"},
    "ingetrokken": set(),
}
BESLIST = {"goedgekeurd": "geplaatst", "afgewezen": "niet_geplaatst"}


def wissels(inzending: Inzending) -> list[tuple[str, str, str]]:
    """Return the written moves of ``inzending``, first one first."""
    soort = ContentType.objects.get_for_model(Inzending)
    rijen = Statuswissel.objects.filter(soort=soort, object_id=inzending.pk).select_related("door")
    return [(rij.van, rij.naar, str(rij.door or "")) for rij in rijen.order_by("moment", "pk")]


def bij(status: str) -> dict[str, Any]:
    """Return what the database wants to know of an inzending in this status."""
    nu = timezone.now()
    beslist = {"uitkomst": BESLIST[status], "beslist_op": nu} if status in BESLIST else {}
    return {"ingediend_op": nu} | beslist


@pytest.mark.parametrize(("van", "naar"), list(itertools.product(TABEL, TABEL)))
def test_a_move_is_made_and_written_down_or_refused(van: str, naar: str) -> None:
    inzending = Inzending.objects.create(soort="initiatief", sleutel="x", status=van, **bij(van))
    els = ProjectteamFactory(naam="Els")

    def wissel() -> Inzending:
        return wissel_status(inzending, naar, overgangen=OVERGANGEN, door=els, reden="Daarom", **bij(naar))

    if naar in TABEL[van]:
        assert wissel().status == naar
        assert wissels(inzending) == [(van, naar, "Els")]
        assert Statuswissel.objects.get().reden == "Daarom"
    else:
        with pytest.raises(OvergangNietToegestaan):
            wissel()
        assert wissels(inzending) == []
        assert Inzending.objects.get().status == van


Actie = Callable[[Inzending, Any], Inzending]


def _keur_goed(rij: Inzending, els: Any) -> Inzending:
    gezien = soort_van(rij).doel_versie(rij.doel)
    return besluiten.keur_goed(inzending=rij, door=els, gezien=rij.versie, doel_gezien=gezien)


def _wijs_af(rij: Inzending, els: Any) -> Inzending:
    return besluiten.wijs_af(inzending=rij, door=els, gezien=rij.versie, reden="Past niet")


def _vraag(rij: Inzending, els: Any) -> Inzending:
    return behandelen.stel_vragen(
        inzending=rij, door=els, gezien=rij.versie, vragen=[("", "Wanneer?")], mail=None
    )


def _antwoord(rij: Inzending, _: Any) -> Inzending:
    return reageren.beantwoord(inzending=rij, antwoorden={rij.open_vragen.get().pk: "Elke dag"})


def _trek_in(rij: Inzending, _: Any) -> Inzending:
    return reageren.trek_in(inzending=rij)


ACTIES: dict[tuple[str, str], Actie] = {
    ("concept", "ingediend"): lambda rij, _: invullen.verstuur(inzending=rij),
    ("concept", "ingetrokken"): _trek_in,
    ("ingediend", "concept"): lambda rij, _: reageren.neem_terug(inzending=rij),
    ("ingediend", "in_behandeling"): lambda rij, els: behandelen.pak_op(inzending=rij, door=els),
    ("ingediend", "afgewezen"): lambda rij, els: besluiten.meld_spam(inzending=rij, door=els),
    ("ingediend", "ingetrokken"): _trek_in,
    ("in_behandeling", "ingediend"): lambda rij, els: behandelen.laat_los(inzending=rij, door=els),
    ("in_behandeling", "vraag_gesteld"): _vraag,
    ("in_behandeling", "goedgekeurd"): _keur_goed,
    ("in_behandeling", "afgewezen"): _wijs_af,
    ("in_behandeling", "ingetrokken"): _trek_in,
    ("vraag_gesteld", "in_behandeling"): _antwoord,
    ("vraag_gesteld", "goedgekeurd"): _keur_goed,
    ("vraag_gesteld", "afgewezen"): _wijs_af,
    ("vraag_gesteld", "ingetrokken"): _trek_in,
    ("afgewezen", "in_behandeling"): lambda rij, els: besluiten.heropen(inzending=rij, door=els),
}
VAN_AFZENDER = (
    "concept ingediend",
    "concept ingetrokken",
    "ingediend concept",
    "ingediend ingetrokken",
    "in_behandeling ingetrokken",
    "vraag_gesteld in_behandeling",
    "vraag_gesteld ingetrokken",
)


def test_somebody_can_make_each_move_of_the_table() -> None:
    assert set(ACTIES) == {(van, naar) for van, naren in TABEL.items() for naar in naren}


@pytest.mark.parametrize(("van", "naar"), ACTIES)
def test_what_people_do_is_in_the_history_with_who_did_it(van: str, naar: str) -> None:
    els = ProjectteamFactory(naam="Els")
    inzending = InzendingFactory(status=Status(van), door=els)
    eerder = wissels(inzending)
    gewijzigd = ACTIES[van, naar](inzending, els)
    assert gewijzigd.status == naar
    wie = "" if f"{van} {naar}" in VAN_AFZENDER else "Els"
    assert wissels(inzending) == [*eerder, (van, naar, wie)]
