"""Hostile input: kept exactly as it was typed, shown harmlessly to whoever reads it."""

from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.http import HttpResponse
from django.test import Client

from alliantie.kern.inzendingen.acties import besluiten
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Inzending
from initiatieven.models import Initiatief
from tests.factories import InzendingFactory, ProjectteamFactory, gemeente
from tests.kern.inzendingen.afzender import adres, begin, meelezen
from tests.publiek import hoofd

pytestmark = pytest.mark.django_db
X = "{http://www.w3.org/1999/xhtml}"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
GEMEEN = [
    SCRIPT,
    "\"><svg/onload=alert(1)>' ; DROP TABLE--",
    "</textarea></title><script>alert(1)</script>",
    "=cmd|'/c calc'!A0",
    "\u202eomgekeerd\u202c en \u2066los\u2069",
    "👩‍👩‍👧 Zoë is niet \u200b zichtbaar",
    "{{ settings.SECRET_KEY }} {% debug %} %s %(naam)s",
    "  spaties voor en na  ",
    "javascript:alert(1)",
]
ZO_LANG = "x" * 1_000_000
REGELS = "Begin." + "\n" * 10_000 + "Einde."
# Screen → its fields in which one writes.
TEKSTEN = {
    "naam": ("titel",),
    "waar": ("waar",),
    "begin": ("begonnen_jaar",),
    "kort": ("samenvatting",),
    "voor-wie": ("mensen_bereikt",),
    "verhaal": ("verhaal",),
    "leren": ("geleerd", "website"),
    "wie": ("afzender_naam",),
    "bereik": ("afzender_email", "afzender_telefoon"),
}
LANGSTE_PAGINA = 300_000  # characters; what is too long is not shown whole


def boom(antwoord: HttpResponse) -> Element:
    """Return the page as a tree; parsing fails on what the HTML standard calls a parse error."""
    assert antwoord.status_code in {200, 422}
    return html5lib.HTMLParser(strict=True).parse(antwoord.content.decode())


def is_onschadelijk(antwoord: HttpResponse) -> str:
    """Check that nothing on the page runs that is not ours; return all its text and attributes."""
    gelezen = []
    for element in boom(antwoord).iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == f"{X}script":
            assert (element.get("src") or "").startswith("/static/")
            assert not element.text
        for naam, waarde in element.attrib.items():
            assert not naam.startswith("on"), element.attrib
            if naam in {"href", "src", "action"}:
                assert not waarde.strip().lower().startswith(("javascript:", "data:")), waarde
        if element.tag == f"{X}img":
            assert element.get("src") != "x"
        gelezen += [element.text or "", *element.attrib.values(), element.tail or ""]
    return "\n".join(gelezen)


def typ_overal(client: Client, inzending: Inzending, wat: str) -> None:
    """Type the same on every screen, and press "Verder"."""
    for scherm, velden in TEKSTEN.items():
        antwoord = client.post(adres(inzending, f"vraag/{scherm}/"), dict.fromkeys(velden, wat))
        assert antwoord.status_code in {302, 422}, scherm


@pytest.mark.parametrize("wat", GEMEEN)
def test_what_is_typed_is_kept_exactly_and_shown_harmlessly(client: Client, wat: str) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT, fotos=1, papieren=1)
    typ_overal(client, inzending, wat)
    for bijlage in inzending.bijlagen.all():
        client.post(
            adres(inzending, "fotos/" if bijlage.is_foto else "papieren/"),
            {f"omschrijving-{bijlage.pk}": wat, f"toestemming-{bijlage.pk}": "geen_mensen"},
        )
    inzending.refresh_from_db()
    for veld in (veld for velden in TEKSTEN.values() for veld in velden):
        assert inzending.gegevens[veld] == wat, veld
    assert set(inzending.bijlagen.values_list("omschrijving", flat=True)) == {wat}
    paginas = [
        adres(inzending, deel) for deel in ("", "code/", "nakijken/", "intrekken/", "fotos/", "papieren/")
    ]
    paginas += [adres(inzending, f"vraag/{scherm}/?fouten=1") for scherm in TEKSTEN]
    for waar in (*paginas, meelezen(inzending)):
        gelezen = is_onschadelijk(client.get(waar))
        if waar.endswith(("nakijken/", "vraag/verhaal/?fouten=1")):
            assert wat in gelezen.replace("\r\n", "\n")


@pytest.mark.parametrize("wat", GEMEEN)
def test_after_sending_it_is_harmless_where_it_stands_and_where_it_is_talked_about(
    client: Client, wat: str
) -> None:
    inzending = InzendingFactory(
        status=Status.VRAAG_GESTELD, gegevens={"titel": wat, "verhaal": wat, "geleerd": wat}
    )
    vraag = inzending.open_vragen.get()
    client.post(adres(inzending, "zeg-iets/"), {"tekst": wat})
    client.post(meelezen(inzending), {"anders": "1", "tekst": wat})
    is_onschadelijk(client.get(adres(inzending, "vragen/")))
    antwoord = client.post(adres(inzending, "vragen/"), {"verhaal": wat, f"antwoord-{vraag.pk}": wat})
    assert antwoord.status_code == 302
    assert inzending.dialoog.filter(van="team").count() == 1
    assert inzending.dialoog.exclude(van="team").count() == 3
    for waar in (adres(inzending), adres(inzending, "verstuurd/"), meelezen(inzending)):
        assert wat.strip() in is_onschadelijk(client.get(waar))


def _op_de_site(client: Client, **gegevens: Any) -> tuple[Initiatief, HttpResponse]:
    els = ProjectteamFactory()
    inzending = InzendingFactory(status=Status.IN_BEHANDELING, gegevens=gegevens, door=els)
    goed = besluiten.keur_goed(inzending=inzending, door=els, gezien=inzending.versie)
    initiatief = Initiatief.objects.get(pk=goed.doel_id)
    return initiatief, client.get(initiatief.get_absolute_url())


@pytest.mark.parametrize("wat", GEMEEN)
def test_once_published_it_is_harmless_for_every_visitor(client: Client, wat: str) -> None:
    velden = ("titel", "samenvatting", "verhaal", "geleerd")
    initiatief, pagina = _op_de_site(client, **dict.fromkeys(velden, wat))
    gelezen = is_onschadelijk(pagina)
    schoon = wat.translate(dict.fromkeys(map(ord, "\u202e\u202c\u2066\u2069"))).strip()
    assert initiatief.verhaal == schoon
    assert schoon in gelezen
    assert "\u202e" not in pagina.content.decode()
    for waar in ("/initiatieven/", f"/gemeenten/{gemeente('Tilburg').slug}/", "/sitemap.xml"):
        antwoord = client.get(waar)
        assert "alert(1)</script>" not in antwoord.content.decode()
        if not waar.endswith(".xml"):
            is_onschadelijk(antwoord)


def test_ten_thousand_empty_lines_make_no_long_page_and_are_kept(client: Client) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT)
    client.post(adres(inzending, "vraag/verhaal/"), {"verhaal": REGELS.replace("\n", "\r\n")})
    inzending.refresh_from_db()
    assert inzending.gegevens["verhaal"] == REGELS
    for waar in (adres(inzending, "nakijken/"), meelezen(inzending)):
        html = hoofd(client.get(waar))
        assert "Begin." in html
        assert "Einde." in html
        assert len(html) < 30_000
    initiatief, pagina = _op_de_site(client, verhaal=REGELS)
    assert initiatief.verhaal == "Begin.\n\nEinde."
    assert len(pagina.content) < 40_000


def test_a_megabyte_in_every_field_is_kept_and_breaks_no_page(client: Client) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT, fotos=1)
    foto = inzending.bijlagen.get()
    typ_overal(client, inzending, ZO_LANG)
    client.post(
        adres(inzending, "fotos/"),
        {f"omschrijving-{foto.pk}": ZO_LANG, f"toestemming-{foto.pk}": ZO_LANG, "verder": "1"},
    )
    inzending.refresh_from_db()
    for veld in (veld for velden in TEKSTEN.values() for veld in velden):
        assert len(inzending.gegevens[veld]) == len(ZO_LANG), veld
    for deel in ("", "code/", "nakijken/", "dubbel/"):
        antwoord = client.get(adres(inzending, deel))
        assert antwoord.status_code == 200
        assert len(antwoord.content) < LANGSTE_PAGINA, deel
    assert len(client.get(meelezen(inzending)).content) < LANGSTE_PAGINA
    assert begin(client, titel=ZO_LANG).status_code == 422


def test_more_than_we_take_is_refused_before_it_is_read(client: Client) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT)
    antwoord = client.post(adres(inzending, "vraag/verhaal/"), {"verhaal": "x" * 4_000_000})
    assert antwoord.status_code in {400, 413}
    inzending.refresh_from_db()
    assert "pan soep" in inzending.gegevens["verhaal"]
