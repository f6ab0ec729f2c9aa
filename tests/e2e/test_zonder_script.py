"""The journeys of a volunteer with an old phone: 360 px wide, no JavaScript."""

from typing import Any

import pytest

from alliantie.kern.models import Bericht

pytestmark = pytest.mark.django_db


@pytest.fixture
def telefoon(portaal: Any) -> Any:
    """A page on that phone."""
    with portaal.pagina(360, java_script_enabled=False, has_touch=True) as pagina:
        yield pagina


def test_from_home_by_search_and_filters_to_a_question_that_is_sent(telefoon: Any) -> None:
    telefoon.goto("/")
    telefoon.fill("#zoek-q", "tuin")
    telefoon.locator("form.zoek button").click()
    assert "tuin" in telefoon.inner_text("#resultaat")
    alle = telefoon.locator("main article").count()
    assert alle > 1

    telefoon.locator("details.filters > summary").click()
    vak = telefoon.locator('input[name="soort"][value="initiatief"]')
    telefoon.locator("details.facet", has=vak).locator("summary").click()
    vak.check()
    telefoon.locator("#filters button[type=submit]").click()
    assert "soort=initiatief" in telefoon.url
    minder = telefoon.locator("main article").count()
    assert 0 < minder < alle

    telefoon.locator(".gekozen a").first.click()
    assert "soort" not in telefoon.url
    assert telefoon.locator("main article").count() == alle

    telefoon.locator('a[href="/initiatieven/voedseltuin-rotterdam/"]').first.click()
    assert "Voedseltuin" in telefoon.inner_text("h1")
    telefoon.locator("a.knop", has_text="Stel een vraag").first.click()
    telefoon.fill("#id_vraag", "Mag mijn dochter mee?")
    telefoon.locator("form button[type=submit], form input[type=submit]").last.click()
    assert "Vul uw naam in" in telefoon.inner_text("[data-foutlijst]")
    assert telefoon.input_value("#id_vraag") == "Mag mijn dochter mee?"
    telefoon.fill("#id_naam", "Fatima")
    telefoon.fill("#id_bereikbaar", "06 12345678")
    telefoon.wait_for_timeout(3100)  # no person is faster
    telefoon.locator("form button[type=submit], form input[type=submit]").last.click()
    assert telefoon.inner_text("h1") == "Uw vraag is verstuurd"
    assert Bericht.objects.filter(tekst__contains="Mag mijn dochter mee?").count() == 1


def test_from_the_map_by_a_province_and_a_gemeente_to_an_initiatief(telefoon: Any) -> None:
    telefoon.goto("/initiatieven/")
    telefoon.get_by_role("link", name="Laat zien op de kaart").click()
    provincie = telefoon.locator("details.provincie", has_text="Overijssel")
    provincie.locator("summary").click()
    provincie.get_by_role("link", name="Ommen").click()
    assert "gemeente=ommen" in telefoon.url
    telefoon.locator('a[href="/initiatieven/rondkommen-ommen/"]').click()
    telefoon.locator('main a[href="/gemeenten/ommen/"]').first.click()
    assert telefoon.inner_text("h1") == "Ommen"
    assert telefoon.locator('a[href="/initiatieven/rondkommen-ommen/"]').count() >= 1


def test_from_a_methodiek_to_its_plan_and_to_where_it_runs(telefoon: Any) -> None:
    telefoon.goto("/")
    telefoon.locator('main a[href="/methodieken/"]').first.click()
    telefoon.locator('a[href="/methodieken/fietsbank/"]').first.click()
    telefoon.get_by_role("link", name="Bekijk het stappenplan").click()
    assert telefoon.url.endswith("#plan")
    assert telefoon.locator("#plan .stap").count() >= 5
    telefoon.get_by_role("link", name="Zie waar het draait").click()
    telefoon.locator("#waar article a").first.click()
    assert "/initiatieven/" in telefoon.url


def test_from_the_list_of_gemeenten_to_one_of_them(telefoon: Any) -> None:
    telefoon.goto("/gemeenten/")
    telefoon.fill("#zoek-q", "den haag")
    telefoon.locator("form.zoek button").click()
    telefoon.locator('a[href="/gemeenten/s-gravenhage/"]').click()
    assert telefoon.inner_text("h1") == "'s-Gravenhage"


def test_a_page_that_does_not_exist_leads_on_by_search(telefoon: Any) -> None:
    telefoon.goto("/bestaat-niet/")
    telefoon.fill("#zoek-q", "fiets")
    telefoon.locator("form.zoek button").click()
    assert telefoon.locator("main article").count() >= 1
