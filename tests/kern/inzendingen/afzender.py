"""What the sender of an inzending does, with the requests of a browser; and all that there is of an inzending."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.models import Bericht, Inzending, Statuswissel, Toegang
from tests.hulp import formulier

LINK = re.compile(r"https?://\S+/(?:inzending|meelezen)/([A-Za-z0-9_-]+)/")
TOKEN = re.compile(r"/(?:inzending|meelezen)/([A-Za-z0-9_-]{8,})/")


def adres(inzending: Inzending, deel: str = "", **opties: Any) -> str:
    """Return a new address of the sender: "" where it stands, "vraag/verhaal/" a screen."""
    token = toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER, **opties)
    return f"/inzending/{token}/{deel}"


def meelezen(inzending: Inzending, deel: str = "") -> str:
    """Return a new address of the group that reads along."""
    return f"/meelezen/{toegang.maak_link(doel=inzending, rol=Toegangsrol.GROEP)}/{deel}"


def token_in(tekst: str) -> str:
    """Return the token of the first link in a mail or address."""
    gevonden = LINK.search(tekst) or TOKEN.search(tekst)
    assert gevonden, f"no link in {tekst[:300]}"
    return gevonden[1]


def begin(client: Client, adres_: str = "/meedoen/initiatief/", **getypt: Any) -> HttpResponse:
    """Open a first screen, fill it in and send it."""
    velden = formulier(client.get(adres_), "zegel")
    return client.post(adres_, velden | getypt)


def begonnen(client: Client, adres_: str = "/meedoen/initiatief/", **getypt: Any) -> tuple[Inzending, str]:
    """Begin, and return what was begun and the address behind which it goes on."""
    antwoord = begin(client, adres_, **(getypt or {"titel": "Soep voor de buurt"}))
    assert antwoord.status_code == 302
    inzending = Inzending.objects.latest("pk")
    return inzending, f"/inzending/{token_in(antwoord.url)}/"


def lang_genoeg(inzending: Inzending) -> None:
    """Let the sender have taken as long as a person does."""
    Inzending.objects.filter(pk=inzending.pk).update(aangemaakt_op=timezone.now() - timedelta(seconds=30))


def verstuur(client: Client, inzending: Inzending, waar: str = "", **anders: str) -> HttpResponse:
    """Look everything over, agree, and press the last button."""
    waar = waar or adres(inzending, "nakijken/")
    return client.post(waar, formulier(client.get(waar), "zegel") | {"akkoord": "on"} | anders)


def bestand(inhoud: bytes, naam: str = "IMG_0001.jpg", soort: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud, soort)


def alles_van(inzending: Inzending) -> dict[str, Any]:
    """Return every row that belongs to ``inzending``, to compare before and after."""
    soort = ContentType.objects.get_for_model(Inzending)
    return {
        "rij": Inzending.objects.filter(pk=inzending.pk).values().first(),
        "bijlagen": list(inzending.bijlagen.values()),
        "dialoog": list(inzending.dialoog.values()),
        "wissels": list(Statuswissel.objects.filter(soort=soort, object_id=inzending.pk).values()),
        "mails": list(Bericht.objects.order_by("pk").values("pk", "aan", "soort")),
        "links": list(Toegang.objects.van(inzending).order_by("pk").values()),
    }


def samenvatting(antwoord: HttpResponse) -> list[tuple[str, str]]:
    """Return where each line of the error summary leads, and what it says."""
    html = antwoord.content.decode()
    assert "<title>Fout: " in html, "the title does not say that something is wrong"
    lijst = html.partition("data-foutlijst")[2].partition("</ul>")[0]
    gevonden = re.findall(r'<a href="([^"]+)">([^<]+)</a>', lijst)
    return [(unescape(weg), unescape(woorden)) for weg, woorden in gevonden]
