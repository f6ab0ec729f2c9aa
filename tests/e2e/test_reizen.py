"""What people come to do, by keyboard and on paper."""

from typing import Any

import pytest

from alliantie.kern.models import Bericht

pytestmark = pytest.mark.django_db
# What has the focus, and whether that can be seen: something of it looks otherwise than without the focus.
FOCUS = """() => {
    const el = document.activeElement;
    if (!el || el === document.body) return null;
    const uiterlijk = () => JSON.stringify([el, ...el.querySelectorAll("*")].flatMap(deel =>
        [null, "::before", "::after"].map(pseudo => {
            const stijl = getComputedStyle(deel, pseudo);
            const rand = stijl.outlineStyle === "none" ? "0px" : stijl.outlineWidth + stijl.outlineColor;
            return [rand, stijl.boxShadow, stijl.strokeWidth, stijl.fill];
        })));
    const met = uiterlijk();
    el.blur();
    const zonder = uiterlijk();
    el.focus();
    const naam = el.innerText || el.value || el.getAttribute("aria-label") || el.name || "";
    const plek = el.getBoundingClientRect();
    return {
        naam: naam.trim().replace(/\\s+/g, " "),
        doel: el.getAttribute("href") || "",
        id: el.id,
        zichtbaar: met !== zonder,
        in_beeld: plek.width > 0 && plek.bottom > 0 && plek.top < innerHeight
            && plek.right > 0 && plek.left < innerWidth,
    };
}"""
PAGINAS = [
    "/",
    "/initiatieven/?q=tuin&thema=eten-en-drinken",
    "/initiatieven/kaart/",
    "/methodieken/fietsbank/",
    "/initiatieven/rondkommen-ommen/contact/",
]


def tab(pagina: Any, toets: str = "Tab") -> dict[str, Any] | None:
    """Press a key; return what then has the focus."""
    pagina.keyboard.press(toets)
    return pagina.evaluate(FOCUS)


def tab_naar(pagina: Any, hoogstens: int = 250, **kenmerk: str) -> None:
    """Press Tab until the focus is on what has this name, id or address."""
    ((wat, waarde),) = kenmerk.items()
    for _ in range(hoogstens):
        focus = tab(pagina)
        if focus and focus[wat] == waarde:
            return
    raise AssertionError(f"no {wat} {waarde!r} within {hoogstens} presses of Tab")


@pytest.mark.parametrize("adres", PAGINAS)
def test_the_keyboard_reaches_everything_and_always_shows_where_it_is(portaal: Any, adres: str) -> None:
    with portaal.pagina(1280) as pagina:
        pagina.goto(adres)
        eerste = tab(pagina)
        assert (eerste["naam"], eerste["doel"]) == ("Direct naar de inhoud", "#inhoud")
        gehad, focus = [], eerste
        while focus and len(gehad) < 300:
            assert focus["zichtbaar"], f"one cannot see the focus on {focus}"
            assert focus["in_beeld"], f"focus out of sight: {focus}"
            gehad.append((focus["naam"], focus["doel"], focus["id"]))
            focus = tab(pagina)
        # Every link that can be seen had its turn.
        zichtbaar = pagina.eval_on_selector_all(
            "a[href], button, select, textarea, summary, input:not([type=hidden])",
            "els => els.filter(el => el.checkVisibility({visibilityProperty: true}) && el.tabIndex >= 0).length",
        )
        assert len(gehad) == zichtbaar


def test_the_skip_link_brings_the_focus_to_the_content(portaal: Any) -> None:
    with portaal.pagina(1280) as pagina:
        pagina.goto("/initiatieven/")
        tab(pagina)
        assert tab(pagina, "Enter")["id"] == "inhoud"
        assert tab(pagina)["id"] == "zoek-q"


def test_a_question_can_be_asked_by_keyboard_alone(portaal: Any) -> None:
    with portaal.pagina(1280) as pagina:
        pagina.goto("/")
        tab_naar(pagina, id="zoek-q")
        pagina.keyboard.type("rondkommen")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/initiatieven/?q=rondkommen*")
        tab_naar(pagina, doel="/initiatieven/rondkommen-ommen/")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/rondkommen-ommen/")
        tab_naar(pagina, doel="/initiatieven/rondkommen-ommen/contact/")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/contact/")
        tab_naar(pagina, naam="Stel uw vraag")
        pagina.keyboard.press("Enter")
        pagina.wait_for_selector("[data-foutlijst]")
        assert pagina.title().startswith("Fout: ")
        # The summary has the focus; its first link leads to the field.
        assert pagina.evaluate("document.activeElement.hasAttribute('data-foutlijst')")
        tab(pagina)
        assert tab(pagina, "Enter")["id"] == "id_vraag"
        pagina.keyboard.type("Wanneer kan ik komen?")
        tab_naar(pagina, id="id_naam")
        pagina.keyboard.type("Ali")
        tab_naar(pagina, id="id_bereikbaar")
        pagina.keyboard.type("ali@prive.example")
        pagina.wait_for_timeout(3100)  # no person is faster
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/contact/verstuurd/**")
        assert pagina.inner_text("h1") == "Uw vraag is verstuurd"
    assert Bericht.objects.filter(tekst__contains="Wanneer kan ik komen?").count() == 1


def test_the_map_leads_by_keyboard_to_a_gemeente_and_past_itself(portaal: Any) -> None:
    with portaal.pagina(1280) as pagina:
        pagina.goto("/initiatieven/kaart/")
        tab_naar(pagina, naam="Kaart overslaan")
        assert tab(pagina, "Enter")["id"] == "na-kaart"
        tab_naar(pagina, naam="Kaart overslaan")
        while not tab(pagina)["doel"].startswith("/initiatieven/?gemeente="):
            pass  # first the provinces
        pagina.keyboard.press("Enter")
        pagina.wait_for_url("**/initiatieven/?gemeente=*")
        assert pagina.locator("main article").count() >= 1


def test_on_paper_a_methodiek_has_its_plan_and_no_menus(portaal: Any) -> None:
    with portaal.pagina(1280) as pagina:
        pagina.goto("/methodieken/fietsbank/")
        pagina.emulate_media(media="print")
        for weg in (".menu", ".spring", ".knoppen", ".terug", ".voet-lijst"):
            assert pagina.locator(weg).count() > 0, weg
            assert not any(deel.is_visible() for deel in pagina.locator(weg).all()), weg
        for blijft in (
            "h1",
            "#kort",
            "#handreiking",
            "#plan",
            "#kern",
            "#oordeel",
            "#bronnen",
            ".qr",
            ".merk",
        ):
            assert pagina.locator(blijft).first.is_visible(), blijft
        assert pagina.locator(".stap .vinkvak").first.is_visible()
        pagina.emulate_media(media="screen")
        assert pagina.locator(".menu").is_visible()
        assert not pagina.locator(".qr").is_visible()
