"""Who sends something is on no public page, in no address and in no list for machines."""

import pytest
from django.test import Client

from alliantie.kern.inzendingen.acties import besluiten
from alliantie.kern.inzendingen.keuzes import Status
from initiatieven.models import Initiatief
from tests.factories import InzendingFactory, ProjectteamFactory
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import adres, begonnen, lang_genoeg

pytestmark = pytest.mark.django_db
WIE = {
    "namens": "groep",
    "afzender_naam": "Ria Zoeterlief",
    "afzender_bereik": "mail",
    "afzender_email": "ria.zoeterlief@prive.example",
    "afzender_telefoon": "06 12 34 56 78",
    "groep_email": "groep.zoeterlief@prive.example",
}
SPOREN = ("Zoeterlief", "zoeterlief", "prive.example", "12 34 56", "12345678")
OPENBAAR = (
    "/",
    "/initiatieven/",
    "/initiatieven/?q=ria",
    "/initiatieven/kaart/",
    "/meedoen/",
    "/meedoen/initiatief/",
    "/inzending/",
    "/gemeenten/tilburg/",
    "/organisaties/",
    "/sitemap.xml",
    "/robots.txt",
)


def test_nobody_reads_who_sent_it_before_or_after_it_is_published(client: Client) -> None:
    els = ProjectteamFactory()
    opgepakt = InzendingFactory(status=Status.IN_BEHANDELING, gegevens=WIE, fotos=1, door=els)
    voor = "".join(client.get(waar).content.decode() for waar in OPENBAAR)
    assert "Eettafel" not in voor
    besluiten.keur_goed(inzending=opgepakt, door=els, gezien=opgepakt.versie)
    pagina = Initiatief.objects.get().get_absolute_url()
    assert Initiatief.objects.get().contactpersonen.get().naam == "Ria Zoeterlief"
    na = {waar: client.get(waar).content.decode() for waar in (*OPENBAAR, pagina, f"{pagina}aanvullen/")}
    assert "Eettafel" in na[pagina]
    for spoor in SPOREN:
        assert spoor not in voor.replace("?q=geheim", "").replace('value="geheim"', "").replace(
            "‘geheim’", ""
        )
        for waar, html in na.items():
            assert spoor not in html, waar


def test_no_address_tells_what_was_typed_or_which_one_it_is(client: Client) -> None:
    inzending, hier = begonnen(client, titel="Soep van Ria Zoeterlief")
    wegen = [hier]
    for scherm, getypt in {
        "waar": {"waar": "Tilburg"},
        "wie": {"afzender_naam": "Ria Zoeterlief", "namens": "groep"},
        "bereik": {naam: WIE[naam] for naam in ("afzender_bereik", "afzender_email", "afzender_telefoon")},
        "groep": {"groep_email": WIE["groep_email"]},
    }.items():
        wegen.append(client.post(f"{hier}vraag/{scherm}/", getypt).url)
    velden = formulier(client.get(f"{hier}code/"), "email")
    wegen.append(client.post(f"{hier}code/", velden | {"email": WIE["afzender_email"]}).url)
    velden = formulier(client.get("/inzending/"), "mail-email")
    wegen.append(client.post("/inzending/", velden | {"mail-email": WIE["afzender_email"]}).url)
    lang_genoeg(inzending)
    wegen.append(client.post(f"{hier}zeg-iets/", {"tekst": "Bel Ria Zoeterlief"}).url)
    alles = " ".join(wegen)
    for spoor in SPOREN:
        assert spoor not in alles
    assert f"/{inzending.pk}/" not in alles


def test_pages_behind_a_link_send_no_referrer_and_ask_no_other_site(client: Client) -> None:
    antwoord = client.get(adres(InzendingFactory()))
    assert antwoord["Referrer-Policy"] in {"same-origin", "no-referrer"}
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]
    assert not antwoord.cookies.keys() - {"csrftoken"}
