"""Rate limits: by network, over all processes, and without keeping who it was."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from alliantie.kern.limiet import TeVaak, adres_van, netwerk_van, tel
from alliantie.kern.models import Limietteller
from tests.hulp import tegelijk

UUR = timedelta(hours=1)
BEGIN = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def zet_klok(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Return a function that stops the clock at a moment; it stands at ``BEGIN``."""

    def zet(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    zet(BEGIN)
    return zet


def verzoek(adres: str, doorgestuurd: str | None = None) -> Any:
    koppen = {"HTTP_X_FORWARDED_FOR": doorgestuurd} if doorgestuurd is not None else {}
    return RequestFactory().get("/", REMOTE_ADDR=adres, **koppen)


@pytest.mark.parametrize(
    ("adres", "netwerk"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("geen adres", "onbekend"),
        ("", "onbekend"),
    ],
)
def test_we_count_by_ipv4_address_or_ipv6_household(adres: str, netwerk: str) -> None:
    assert netwerk_van(verzoek(adres)) == netwerk


@pytest.mark.parametrize(
    ("proxies", "doorgestuurd", "adres"),
    [
        (0, None, "10.0.0.1"),
        (0, "198.51.100.9", "10.0.0.1"),
        (0, "198.51.100.9, 203.0.113.5", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.9, 203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.9,,203.0.113.5 ", "203.0.113.5"),
        (2, "198.51.100.9, 203.0.113.5, 10.0.0.2", "203.0.113.5"),
        (2, "203.0.113.5", "10.0.0.1"),
    ],
)
def test_a_forged_x_forwarded_for_is_never_believed(
    settings: Any, proxies: int, doorgestuurd: str | None, adres: str
) -> None:
    settings.PROXIES = proxies
    assert adres_van(verzoek("10.0.0.1", doorgestuurd)) == adres


@pytest.mark.django_db
def test_the_limit_holds_in_its_window_and_opens_in_the_next(zet_klok: Any) -> None:
    for _ in range(3):
        tel("vraag", "192.0.2.7", hoogstens=3, per=UUR)
    zet_klok(BEGIN + timedelta(minutes=50))
    with pytest.raises(TeVaak) as fout:
        tel("vraag", "192.0.2.7", hoogstens=3, per=UUR)
    assert fout.value.wacht == timedelta(minutes=10)
    zet_klok(BEGIN + timedelta(hours=1))
    tel("vraag", "192.0.2.7", hoogstens=3, per=UUR)


@pytest.mark.django_db
@pytest.mark.parametrize(("wat", "wie"), [("vraag", "192.0.2.8"), ("aanmelding", "192.0.2.7")])
def test_another_network_or_another_deed_has_its_own_count(zet_klok: Any, wat: str, wie: str) -> None:
    tel("vraag", "192.0.2.7", hoogstens=1, per=UUR)
    tel(wat, wie, hoogstens=1, per=UUR)
    with pytest.raises(TeVaak):
        tel("vraag", "192.0.2.7", hoogstens=1, per=UUR)


@pytest.mark.django_db
def test_nothing_readable_is_kept(zet_klok: Any, settings: Any) -> None:
    tel("vraag", "192.0.2.7", hoogstens=5, per=UUR)
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM kern_limietteller t")
        (rij,) = cursor.fetchone()
    assert "192.0.2.7" not in rij
    assert "vraag" not in rij
    # All addresses can be hashed in an hour: without the key that must not help.
    settings.SECRET_KEY = "een-andere-sleutel"
    tel("vraag", "192.0.2.7", hoogstens=5, per=UUR)
    assert Limietteller.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_count_is_exact_when_many_come_at_once(zet_klok: Any) -> None:
    def kom_vijf_keer() -> int:
        geweigerd = 0
        for _ in range(5):
            try:
                tel("vraag", "192.0.2.7", hoogstens=12, per=UUR)
            except TeVaak:
                geweigerd += 1
        return geweigerd

    uitslag = tegelijk(*[kom_vijf_keer] * 6)
    assert sum(uitslag) == 30 - 12
    assert Limietteller.objects.get().aantal == 30
