"""Reading public pages as a visitor does: what is shown, where the links go, what a list counts."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client

from tests.hulp import formulier

_HOOFD = re.compile(r"<main.*?</main>", re.DOTALL)
_DOEL = re.compile(r'\shref="([^"]*)"')
_VERMELDING = re.compile(r"/(?:initiatieven|methodieken)/(?!kaart/)([-\w]+)/")


def hoofd(antwoord: HttpResponse) -> str:
    """Return the HTML of what is between header and footer."""
    gevonden = _HOOFD.search(antwoord.content.decode())
    assert gevonden, f"no <main> on this page (status {antwoord.status_code})"
    return gevonden.group()


def tekst(antwoord: HttpResponse) -> str:
    """Return what a visitor reads of the page between header and footer, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", hoofd(antwoord))).split())


def doelen(html: str) -> list[str]:
    """Return where the links go, in order."""
    return [unescape(doel) for doel in _DOEL.findall(html)]


def getoond(antwoord: HttpResponse) -> list[str]:
    """Return the slugs of the items that a page links to, in order, each once."""
    treffers = (_VERMELDING.fullmatch(doel) for doel in doelen(hoofd(antwoord)))
    return list(dict.fromkeys(treffer.group(1) for treffer in treffers if treffer))


def zoek(client: Client, vraag: str, **keuzes: str | list[str]) -> list[str]:
    """Return the slugs that a search in the list finds, best first."""
    antwoord = client.get("/initiatieven/", {"q": vraag, **keuzes})
    assert antwoord.status_code == 200
    return getoond(antwoord)


def tellingen(antwoord: HttpResponse) -> dict[str, dict[str, int]]:
    """Return facet → value → how many items the page says it would give."""
    return {
        facet.naam: {waarde.waarde: waarde.aantal for waarde in facet.waarden}
        for facet in antwoord.context["facetten"]
    }


def bewerk(client: Client, adres: str, **anders: str) -> None:
    """Change fields in an admin form as staff do: open it, type, save."""
    velden = formulier(client.get(adres), next(iter(anders)))
    antwoord = client.post(adres, velden | anders)
    assert antwoord.status_code == 302, antwoord.context["errors"]
