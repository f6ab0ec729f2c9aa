"""What is not published is nowhere: not on a page, not in a count, not behind a link somebody kept."""

import pytest
from django.urls import reverse

from alliantie.kern import paginacache
from initiatieven import acties
from tests.factories import (
    BetrokkeneFactory,
    DocumentFactory,
    FotoFactory,
    InitiatiefFactory,
    MethodiekFactory,
    OrganisatieFactory,
    ThemaFactory,
    gemeente,
)

pytestmark = pytest.mark.django_db
# Every public page on which a methodiek or an initiatief can appear.
PAGINAS = [
    "/",
    "/initiatieven/",
    "/initiatieven/?q=geheim",
    "/initiatieven/?thema=eten",
    "/initiatieven/?gemeente=breda&soort=initiatief",
    "/initiatieven/?heeft=fotos",
    "/initiatieven/?gemeente=goirle",
    "/initiatieven/kaart/",
    "/initiatieven/kaart/?q=geheim",
    "/initiatieven/zichtbaar/",
    "/methodieken/",
    "/methodieken/zichtbare-aanpak/",
    "/themas/eten/",
    "/gemeenten/",
    "/gemeenten/?q=breda",
    "/gemeenten/breda/",
    "/gemeenten/tilburg/",
    "/organisaties/",
    "/sitemap.xml",
]


@pytest.fixture
def wereld():
    """A published initiatief and methodiek with everything that could point to another item."""
    thema = ThemaFactory(slug="eten", naam="Eten")
    aanpak = MethodiekFactory(gepubliceerd=True, slug="zichtbare-aanpak", titel="Aanpak", hoofdthema=thema)
    initiatief = InitiatiefFactory(
        gepubliceerd=True,
        slug="zichtbaar",
        titel="Samen",
        hoofdthema=thema,
        gemeente=gemeente("Breda"),
        methodiek=aanpak,
    )
    return thema, aanpak, initiatief, OrganisatieFactory(naam="Kerk")


@pytest.fixture(params=["nooit gepubliceerd", "teruggehaald", "gearchiveerd"])
def verborgen(request, wereld):
    """An initiatief and a methodiek that are not public, tied to the public ones in every way there is."""
    thema, aanpak, zichtbaar, kerk = wereld
    geheime_aanpak = MethodiekFactory(slug="geheime-aanpak", titel="Geheim plan", hoofdthema=thema, plan=True)
    geheim = InitiatiefFactory(
        slug="geheim",
        titel="Geheim eten",
        hoofdthema=thema,
        gemeente=gemeente("Breda"),
        methodiek=aanpak,
        geinspireerd_op=zichtbaar,
    )
    BetrokkeneFactory(initiatief=geheim, organisatie=kerk, rol="geeft geheime soep")
    BetrokkeneFactory(initiatief=zichtbaar, organisatie=kerk)
    type(zichtbaar).objects.filter(pk=zichtbaar.pk).update(geinspireerd_op=geheim, methodiek=geheime_aanpak)
    for vermelding in (geheim, geheime_aanpak):
        FotoFactory(vermelding=vermelding)
        DocumentFactory(vermelding=vermelding, titel="Geheim stuk")
        if request.param != "nooit gepubliceerd":
            acties.publiceer(vermelding=vermelding, door=None)
            neem_weg = acties.archiveer if request.param == "gearchiveerd" else acties.haal_terug
            neem_weg(vermelding=vermelding, door=None, reden="voor een test")
        vermelding.refresh_from_db()
    return geheim, geheime_aanpak


def inhoud(client):
    """Return address → page, rendered anew."""
    paginacache.vergeet()
    paginas = {}
    for adres in PAGINAS:
        antwoord = client.get(adres)
        assert antwoord.status_code == 200, adres
        paginas[adres] = antwoord.content.decode()
    return paginas


def test_every_page_is_the_same_as_if_it_did_not_exist(client, verborgen):
    met = inhoud(client)
    for vermelding in verborgen:
        vermelding.delete()
    zonder = inhoud(client)
    for adres in PAGINAS:
        assert met[adres] == zonder[adres], adres
        # Their own words do come back on the page of somebody who searches for them.
        assert "/geheim" not in met[adres], adres
        assert "geheime soep" not in met[adres], adres


def test_every_page_does_show_it_once_it_is_published(client, verborgen):
    """The counterpart, without which the test above could pass on pages that show nothing at all."""
    voor = inhoud(client)
    for vermelding in verborgen:
        if vermelding.status == "gearchiveerd":
            acties.haal_terug(vermelding=vermelding, door=None, reden="voor een test")
        acties.publiceer(vermelding=vermelding, door=None)
    na = inhoud(client)
    zonder_verschil = {adres for adres in PAGINAS if voor[adres] == na[adres]}
    assert zonder_verschil == set()


def test_its_own_addresses_do_not_exist(client, verborgen):
    geheim, geheime_aanpak = verborgen
    contact = reverse("initiatieven:contact", args=["geheim"])
    adressen = [
        geheim.get_absolute_url(),
        geheime_aanpak.get_absolute_url(),
        contact,
        contact + "verstuurd/",
        *(document.get_absolute_url() for v in verborgen for document in v.documenten.all()),
    ]
    assert len(adressen) == 6
    for adres in adressen:
        assert client.get(adres).status_code == 404, adres
    assert client.post(contact, {"vraag": "Hallo?"}).status_code == 404


def test_its_document_can_be_downloaded_once_it_is_published(client, verborgen):
    geheim = verborgen[0]
    if geheim.status == "gearchiveerd":
        acties.haal_terug(vermelding=geheim, door=None, reden="voor een test")
    acties.publiceer(vermelding=geheim, door=None)
    antwoord = client.get(geheim.documenten.get().get_absolute_url())
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_methodiek_is_not_found_among_the_initiatieven_nor_the_other_way_round(client, wereld):
    assert client.get("/initiatieven/zichtbare-aanpak/").status_code == 404
    assert client.get("/methodieken/zichtbaar/").status_code == 404


@pytest.mark.parametrize(("toestemming", "zichtbaar"), [("ja", True), ("nog_vragen", False)])
def test_a_photo_of_people_who_were_not_asked_is_on_no_page(client, wereld, toestemming, zichtbaar):
    foto = FotoFactory(vermelding=wereld[2], toestemming=toestemming, alt="Ria lacht")
    acties.verwerk_wijziging(ids=[wereld[2].pk])
    paginas = "".join(inhoud(client).values())
    assert ("Ria lacht" in paginas, foto.beeld.url in paginas) == (zichtbaar, zichtbaar)
