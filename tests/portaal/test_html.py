"""The HTML of every kind of page is valid, and has what assistive technology and our own rules need."""

import itertools
import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.test import Client, override_settings

from initiatieven.models import Methodiek
from tests.factories import DocumentFactory, FotoFactory
from tests.geladen import catalogus_in_databank
from tests.portaal.adressen import FOUTPAGINAS, PAGINAS

pytestmark = pytest.mark.django_db
X = "{http://www.w3.org/1999/xhtml}"
KOP = re.compile(rf"{re.escape(X)}h([1-6])")
# Attributes of ARIA that point to the id of something else.
VERWIJZINGEN = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "form")
MET_INVOER = ("input", "select", "textarea")


@pytest.fixture(scope="module")
def geladen(django_db_setup, django_db_blocker):
    """The real catalogue, with a photo and a document."""
    with django_db_blocker.unblock(), catalogus_in_databank():
        aanpak = Methodiek.objects.get(slug="fietsbank")
        FotoFactory(vermelding=aanpak, maker="Ali")
        DocumentFactory(vermelding=aanpak)
        yield


@pytest.fixture(params=PAGINAS + FOUTPAGINAS)
def boom(request, geladen) -> Element:
    """The page as a tree; parsing fails on whatever the HTML standard calls a parse error."""
    client = Client(raise_request_exception=False)
    with override_settings(ROOT_URLCONF="tests.fouten"):
        antwoord = client.get(request.param)
    assert (antwoord.status_code < 400) == (request.param in PAGINAS)
    return html5lib.HTMLParser(strict=True).parse(antwoord.content.decode())


def test_a_page_is_valid_and_complete(boom):
    alle = list(boom.iter())
    namen = [element.get("id") for element in alle if element.get("id")]
    fouten = [f"id twice: {naam}" for naam in set(namen) if namen.count(naam) > 1]
    for element in alle:
        if not isinstance(element.tag, str):
            continue
        soort = element.tag.removeprefix(X)
        fouten += [f"on<{soort}>: {naam}" for naam in element.attrib if str(naam).startswith("on")]
        fouten += [f"style on <{soort}>"] if "style" in element.attrib else []
        fouten += [f"<{soort}> within the page"] if soort == "style" else []
        fouten += ["script within the page"] if soort == "script" and not element.get("src") else []
        fouten += ["<img> without alt"] if soort == "img" and element.get("alt") is None else []
        if soort == "img":
            fouten += [] if element.get("width") and element.get("height") else ["<img> without its size"]
        for naam in VERWIJZINGEN:
            for doel in (element.get(naam) or "").split():
                fouten += [] if doel in namen else [f"{naam} points nowhere: {doel}"]
        if soort == "a" and (element.get("href") or "").startswith("#"):
            fouten += [] if element.get("href")[1:] in namen else [f"link to nothing: {element.get('href')}"]
        fouten += ["<a> without href"] if soort == "a" and not element.get("href") else []
        fouten += ["<button> without type"] if soort == "button" and not element.get("type") else []
    assert not fouten


def test_headings_begin_with_one_h1_and_skip_no_level(boom):
    koppen = [int(KOP.fullmatch(el.tag)[1]) for el in boom.iter() if KOP.fullmatch(str(el.tag))]
    assert koppen.count(1) == 1
    assert koppen[0] == 1
    assert all(volgende <= vorige + 1 for vorige, volgende in itertools.pairwise(koppen)), koppen


def test_every_field_has_a_label_and_every_link_words(boom):
    labels = {el.get("for") for el in boom.iter(f"{X}label")}
    omhuld = {invoer for label in boom.iter(f"{X}label") for invoer in label.iter() if _is_veld(invoer)}
    for veld in filter(_is_veld, boom.iter()):
        assert veld in omhuld or veld.get("id") in labels or veld.get("aria-label"), veld.attrib
    for link in boom.iter(f"{X}a"):
        assert "".join(link.itertext()).strip() or link.get("aria-label"), link.attrib


def _is_veld(element):
    return str(element.tag).removeprefix(X) in MET_INVOER and element.get("type") not in {
        "hidden",
        "submit",
        "button",
    }


def test_a_page_says_in_which_language_it_is_and_loads_only_from_itself(boom):
    assert boom.get("lang") == "nl"
    for element in boom.iter():
        for naam in ("src", "srcset", "action", "poster", "data"):
            assert not re.match(r"(https?:)?//", element.get(naam) or ""), element.attrib
        if element.tag == f"{X}link":
            assert element.get("href").startswith("/"), element.attrib


@pytest.mark.parametrize(
    "kapot",
    ["<p>a</div>", '<p id="a"></p><p id="a"></p>', "<a name=x><a>", "<table><p></table>", "<h1>a</h2>"],
)
def test_the_parser_sees_broken_html(kapot):
    html = f"<!DOCTYPE html><html lang=nl><head><title>x</title></head><body>{kapot}</body></html>"
    if "id=" in kapot:
        namen = [el.get("id") for el in html5lib.HTMLParser(strict=True).parse(html).iter() if el.get("id")]
        assert len(namen) != len(set(namen))
    else:
        with pytest.raises(html5lib.html5parser.ParseError):
            html5lib.HTMLParser(strict=True).parse(html)
