"""Photos from the disk: only ours, only as photos."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from alliantie.kern.keuzes import Toestemming
from initiatieven.models import Foto
from tests.factories import DocumentFactory, FotoFactory, InitiatiefFactory, foto_inhoud, maak_gebruiker
from tests.werker import werk_alles_af

pytestmark = pytest.mark.django_db

NAAM = "0123456789abcdef" * 2


@pytest.fixture
def media_map(settings: Any, tmp_path: Path) -> Path:
    """An empty folder of photos, beside a secret."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    (tmp_path / "geheim.jpg").write_bytes(b"geheim")
    (tmp_path / "media" / "fotos").mkdir(parents=True)
    return tmp_path / "media"


def staat_in_catalogus(pad: str) -> None:
    """Make a public photo whose original, or one of whose renditions, is at ``pad``."""
    foto = FotoFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    naam = pad.split("/")[1].split(".")[0]
    Foto.objects.filter(pk=foto.pk).update(beeld=f"fotos/{naam}.jpg")


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        (f"fotos/{NAAM}.jpg", "image/jpeg"),
        (f"fotos/{NAAM}.png", "image/png"),
        (f"fotos/{NAAM}_Ab3dEf7.jpg", "image/jpeg"),
        (f"fotos/{NAAM}/600w.avif", "image/avif"),
        (f"fotos/{NAAM}/3_2/1200w.webp", "image/webp"),
    ],
)
def test_a_photo_of_ours_is_served_as_what_it_is(
    client: Client, media_map: Path, pad: str, soort: str
) -> None:
    staat_in_catalogus(pad)
    (media_map / pad).parent.mkdir(parents=True, exist_ok=True)
    (media_map / pad).write_bytes(foto_inhoud())
    antwoord = client.get(f"/media/{pad}")
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == soort
    assert b"".join(antwoord.streaming_content) == foto_inhoud()
    assert antwoord["Cache-Control"] == "public, max-age=86400"
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    "pad",
    [
        f"fotos/{NAAM}.svg",
        f"fotos/{NAAM}.html",
        f"fotos/{NAAM}.jpg.html",
        f"fotos/{NAAM}.JPG",
        f"fotos/{NAAM[:-1]}.jpg",
        f"documenten/{NAAM}.pdf",
        f"documenten/{NAAM}.jpg",
        "fotos/vakantie.jpg",
        "geheim.jpg",
        f"fotos/{NAAM}.jpg%0A",
    ],
)
def test_nothing_else_is_served_even_when_it_is_there(client: Client, media_map: Path, pad: str) -> None:
    doel = media_map / pad.replace("%0A", "\n")
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(b"inhoud")
    staat_in_catalogus(f"fotos/{NAAM}.jpg")
    assert client.get(f"/media/{pad}").status_code == 404


@pytest.mark.parametrize(
    "pad",
    [
        "../geheim.jpg",
        "fotos/../../geheim.jpg",
        "..%2Fgeheim.jpg",
        "fotos/..%2F..%2Fgeheim.jpg",
        "%2e%2e/geheim.jpg",
        "fotos/%2e%2e/%2e%2e/geheim.jpg",
        "..%5Cgeheim.jpg",
        "//etc/passwd",
        "fotos/",
        "fotos",
        f"fotos/{NAAM}",
        f"fotos/{NAAM}.jpg",
    ],
)
def test_there_is_no_way_out_of_the_folder(client: Client, media_map: Path, pad: str) -> None:
    (media_map / "fotos" / NAAM).mkdir()
    staat_in_catalogus(f"fotos/{NAAM}.jpg")
    assert client.get(f"/media/{pad}").status_code == 404


def test_media_is_read_only(client: Client, media_map: Path) -> None:
    assert client.post(f"/media/fotos/{NAAM}.jpg").status_code == 405


def test_a_photo_from_the_catalogue_can_be_seen(client: Client) -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    assert client.get(foto.beeld.url).status_code == 200


def test_a_document_cannot_be_had_past_its_own_view(client: Client) -> None:
    document = DocumentFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    assert client.get(document.bestand.url).status_code == 404
    antwoord = client.get(document.get_absolute_url())
    assert antwoord.status_code == 200
    assert antwoord["Content-Disposition"].startswith('attachment; filename="draaiboek-')
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("anders", "wie", "status"),
    [
        ({}, "anoniem", 200),
        ({"toestemming": Toestemming.NOG_VRAGEN}, "anoniem", 404),
        ({"toestemming": Toestemming.NOG_VRAGEN}, "begeleidingsgroep", 200),
        ({"toestemming": Toestemming.NOG_VRAGEN}, "geen staf", 404),
        ({"alt": ""}, "anoniem", 404),
    ],
)
def test_a_photo_is_there_for_who_may_see_it(
    client: Client, anders: dict[str, str], wie: str, status: int
) -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    Foto.objects.filter(pk=foto.pk).update(**anders)
    if (gebruiker := maak_gebruiker(wie)).is_authenticated:
        client.force_login(gebruiker)
    antwoord = client.get(foto.beeld.url)
    assert antwoord.status_code == status
    assert (antwoord.get("Cache-Control") == "private, no-store") == (anders != {})


def test_a_photo_of_a_concept_is_not_public(client: Client) -> None:
    assert client.get(FotoFactory(vermelding=InitiatiefFactory()).beeld.url).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_photo_goes_with_its_row(client: Client) -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    werk_alles_af()
    foto.refresh_from_db()
    namen = [foto.beeld.name, *(uitvoering.name for uitvoering in foto.beeld.get_picture_files_list())]
    assert all(default_storage.exists(naam) for naam in namen)
    foto.vermelding.delete()
    werk_alles_af()
    assert not any(default_storage.exists(naam) for naam in namen)


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_document_goes_with_its_row() -> None:
    document = DocumentFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    naam = document.bestand.name
    assert default_storage.exists(naam)
    document.delete()
    assert not default_storage.exists(naam)
