"""Photos and material of a meeting: to be seen with a public meeting, by staff always, as nothing but what they are."""

import pytest
from django.test import Client

from alliantie.kern.keuzes import Toestemming
from tests.factories import (
    BijeenkomstFactory,
    BijeenkomstfotoFactory,
    MateriaalFactory,
    ProjectteamFactory,
    document_inhoud,
    foto_inhoud,
)
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db


def test_a_photo_of_a_public_meeting_is_served_as_a_picture(client: Client) -> None:
    foto = BijeenkomstfotoFactory(bijeenkomst=BijeenkomstFactory(voorbij=True))
    antwoord = client.get(foto.beeld.url)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "image/jpeg"
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert b"".join(antwoord.streaming_content) == foto_inhoud()


@pytest.mark.parametrize(
    "wat",
    [
        {"bijeenkomst__concept": True},
        {"alt": ""},
        {"toestemming": Toestemming.NOG_VRAGEN},
    ],
)
def test_a_photo_that_is_not_public_is_for_staff_only(client: Client, wat: dict) -> None:
    rij = BijeenkomstFactory(concept=bool(wat.pop("bijeenkomst__concept", False)))
    foto = BijeenkomstfotoFactory(bijeenkomst=rij, **wat)
    assert client.get(foto.beeld.url).status_code == 404
    if rij.is_openbaar:
        assert foto.beeld.url not in client.get(rij.get_absolute_url()).content.decode()
    client.force_login(ProjectteamFactory())
    antwoord = client.get(foto.beeld.url)
    assert antwoord.status_code == 200
    assert antwoord["Cache-Control"] == "private, no-store"


def test_a_photo_is_gone_with_its_row(client: Client) -> None:
    foto = BijeenkomstfotoFactory(bijeenkomst=BijeenkomstFactory())
    adres = foto.beeld.url
    foto.delete()
    assert client.get(adres).status_code == 404


def test_photos_stand_on_the_page_with_what_is_on_them(client: Client) -> None:
    rij = BijeenkomstFactory(voorbij=True)
    een, twee = BijeenkomstfotoFactory.create_batch(2, bijeenkomst=rij, alt="Een lange tafel")
    html = hoofd(client.get(rij.get_absolute_url()))
    assert een.beeld.url in html
    assert twee.beeld.url in html
    assert html.count('alt="Een lange tafel"') == 2


def test_material_is_a_download_under_our_own_name(client: Client) -> None:
    rij = BijeenkomstFactory(voorbij=True)
    stuk = MateriaalFactory(bijeenkomst=rij, titel="Zo begint u, écht")
    assert stuk.get_absolute_url() in doelen(hoofd(client.get(rij.get_absolute_url())))
    assert "Zo begint u, écht PDF" in tekst(client.get(rij.get_absolute_url()))
    antwoord = client.get(stuk.get_absolute_url())
    assert antwoord["Content-Disposition"] == 'attachment; filename="zo-begint-u-echt.pdf"'
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert b"".join(antwoord.streaming_content) == document_inhoud("pdf")


def test_material_of_a_concept_is_for_staff_only(client: Client) -> None:
    stuk = MateriaalFactory(bijeenkomst=BijeenkomstFactory(concept=True))
    assert client.get(stuk.get_absolute_url()).status_code == 404
    client.force_login(ProjectteamFactory())
    assert client.get(stuk.get_absolute_url()).status_code == 200


def test_material_whose_file_is_gone_has_no_page(client: Client) -> None:
    stuk = MateriaalFactory(bijeenkomst=BijeenkomstFactory())
    stuk.bestand.storage.delete(stuk.bestand.name)
    assert client.get(stuk.get_absolute_url()).status_code == 404
    assert client.get("/bijeenkomsten/materiaal/999999/x.pdf").status_code == 404
