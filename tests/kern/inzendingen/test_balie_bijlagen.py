"""Photos and documents on the desk: shown to the team, and never as more than they are."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from alliantie.kern.models import Gebruiker, Inzending
from tests.factories import InzendingFactory, ProjectteamFactory

pytestmark = pytest.mark.django_db
VERHAAL = "Wij zaaien in maart en oogsten in september."
KWAAD = "<script>alert(1)</script>"


@pytest.fixture
def els() -> Gebruiker:
    return ProjectteamFactory(naam="Els")


@pytest.fixture
def bij_els(client: Client, els: Gebruiker) -> Client:
    client.force_login(els)
    return client


def adres(inzending: Inzending) -> str:
    return f"/beheer/kern/inzending/{inzending.pk}/change/"


def test_a_photo_is_shown_and_a_document_only_downloaded(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(status="in_behandeling", door=els, fotos=1, papieren=1)
    foto, papier = rij.bijlagen.fotos().get(), rij.bijlagen.documenten().get()
    een = bij_els.get(f"/beheer/kern/inzending/{rij.pk}/bijlage/{foto.pk}/")
    ander = bij_els.get(f"/beheer/kern/inzending/{rij.pk}/bijlage/{papier.pk}/")
    assert een["Content-Type"] == "image/jpeg"
    assert een["Content-Disposition"].startswith("inline")
    assert ander["Content-Disposition"].startswith("attachment")
    for antwoord in (een, ander):
        assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert {"private", "no-store"} <= set(antwoord["Cache-Control"].split(", "))


def test_an_attachment_belongs_to_its_own_inzending(bij_els: Client) -> None:
    een, ander = InzendingFactory(fotos=1), InzendingFactory()
    foto = een.bijlagen.get()
    assert bij_els.get(f"/beheer/kern/inzending/{ander.pk}/bijlage/{foto.pk}/").status_code == 404
    foto.bestand.storage.delete(foto.bestand.name)
    assert bij_els.get(f"/beheer/kern/inzending/{een.pk}/bijlage/{foto.pk}/").status_code == 404


def test_a_file_of_an_unknown_kind_is_never_shown_as_a_page(bij_els: Client, els: Gebruiker) -> None:
    rij = InzendingFactory(papieren=1)
    papier = rij.bijlagen.get()
    papier.bestand.save("kwaad.html", ContentFile(b"<script>alert(1)</script>"))
    antwoord = bij_els.get(f"/beheer/kern/inzending/{rij.pk}/bijlage/{papier.pk}/")
    assert antwoord["Content-Type"] == "application/octet-stream"
    assert antwoord["Content-Disposition"].startswith("attachment")
