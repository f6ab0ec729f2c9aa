"""Every kind of page works for everybody: axe, narrow screens, large text, the keyboard, and little data."""

import gzip
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.portaal.adressen import FOUTPAGINAS, PAGINAS

pytestmark = pytest.mark.django_db
AXE_OPTIES = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
PAGINA_HOOGSTENS = 40 * 1024
SCRIPT_HOOGSTENS = 25 * 1024
VERZOEKEN_HOOGSTENS = 6


def axe(pagina: Any) -> list[str]:
    """Run axe; return what it finds, one line per element."""
    if not pagina.evaluate("Boolean(window.axe)"):
        pagina.evaluate(AXE_SCRIPT)
    uitslag = pagina.evaluate("opties => axe.run(opties)", AXE_OPTIES)
    return [
        f"{regel['id']}: {knoop['html'][:150]} ({knoop['failureSummary'][:200]})"
        for regel in uitslag["violations"]
        for knoop in regel["nodes"]
    ]


def steekt_uit(pagina: Any) -> list[str]:
    """Return the elements that make one scroll sideways; empty when nothing does."""
    return pagina.evaluate(
        """() => {
            const breed = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= breed) return [];
            return [...document.querySelectorAll("body *")]
                .filter(el => el.getBoundingClientRect().right > breed + 1)
                .map(el => el.outerHTML.slice(0, 120)).slice(0, 5);
        }"""
    )


class Waarnemer:
    """Writes down what a page asks for and complains about."""

    def __init__(self, pagina: Any, adres: str) -> None:
        self.eigen, self.antwoorden, self.klachten = urlsplit(adres).netloc, [], []
        pagina.on("response", lambda antwoord: self.antwoorden.append(antwoord))
        pagina.on("request", self._verzoek)
        pagina.on("console", self._console)
        pagina.on("pageerror", lambda fout: self.klachten.append(f"script: {fout}"))

    def _verzoek(self, verzoek: Any) -> None:
        if not verzoek.url.startswith("data:") and urlsplit(verzoek.url).netloc != self.eigen:
            self.klachten.append(f"asks another site: {verzoek.url}")

    def _console(self, regel: Any) -> None:
        if regel.type in {"error", "warning"} and "Failed to load resource" not in regel.text:
            self.klachten.append(f"console: {regel.text}")

    def overdracht(self) -> dict[str, list[int]]:
        """Return kind → bytes of each answer as they travel (compressed), pictures aside."""
        soorten: dict[str, list[int]] = {}
        for antwoord in self.antwoorden:
            soort = antwoord.request.resource_type
            if soort != "image":
                soorten.setdefault(soort, []).append(len(gzip.compress(antwoord.body())))
        return soorten


def te_zwaar(waarnemer: Waarnemer) -> list[str]:
    """Return in words where the page takes more data or more requests than it may; pictures aside."""
    soorten = waarnemer.overdracht()
    eigen = [antwoord for antwoord in waarnemer.antwoorden if "/media/" not in antwoord.url]
    grenzen = {
        f"{len(soorten['stylesheet'])} stylesheets": len(soorten["stylesheet"]) == 1,
        f"{sum(soorten.get('script', []))} bytes of script": sum(soorten.get("script", []))
        <= SCRIPT_HOOGSTENS,
        f"{sum(map(sum, soorten.values()))} bytes: {soorten}": sum(map(sum, soorten.values()))
        <= PAGINA_HOOGSTENS,
        f"{len(eigen)} requests": len(eigen) <= VERZOEKEN_HOOGSTENS,
    }
    return [wat for wat, goed in grenzen.items() if not goed]


@pytest.mark.parametrize("adres", PAGINAS + FOUTPAGINAS)
def test_a_page_has_no_barriers_at_any_width_and_text_size_and_is_light(portaal: Any, adres: str) -> None:
    with portaal.pagina(320) as pagina:
        waarnemer = Waarnemer(pagina, portaal.adres)
        antwoord = pagina.goto(adres)
        assert (antwoord.status < 400) == (adres in PAGINAS)
        bezwaren = {"browser": waarnemer.klachten, "data": te_zwaar(waarnemer)}
        bezwaren["320 px"] = [*axe(pagina), *steekt_uit(pagina)]
        pagina.set_viewport_size({"width": 360, "height": 900})
        bezwaren["360 px"] = steekt_uit(pagina)
        pagina.set_viewport_size({"width": 1280, "height": 900})
        bezwaren["1280 px"] = [*axe(pagina), *steekt_uit(pagina)]
        pagina.evaluate(
            "() => { const html = document.documentElement;"
            "html.style.fontSize = parseFloat(getComputedStyle(html).fontSize) * 2 + 'px' }"
        )
        bezwaren["text at 200 %"] = [*axe(pagina), *steekt_uit(pagina)]
        assert not {waar: wat for waar, wat in bezwaren.items() if wat}
