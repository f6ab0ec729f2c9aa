"""Photos from the disk: only ours, only as photos."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.factories import DocumentFactory, FotoFactory, InitiatiefFactory, foto_inhoud

NAAM = "0123456789abcdef" * 2


@pytest.fixture
def media_map(settings: Any, tmp_path: Path) -> Path:
    """An empty folder of photos, beside a secret."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    (tmp_path / "geheim.jpg").write_bytes(b"geheim")
    (tmp_path / "media" / "fotos").mkdir(parents=True)
    return tmp_path / "media"


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
    (media_map / pad).parent.mkdir(parents=True, exist_ok=True)
    (media_map / pad).write_bytes(foto_inhoud())
    antwoord = client.get(f"/media/{pad}")
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == soort
    assert b"".join(antwoord.streaming_content) == foto_inhoud()
    assert "immutable" in antwoord["Cache-Control"]
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
    assert client.get(f"/media/{pad}").status_code == 404


def test_media_is_read_only(client: Client, media_map: Path) -> None:
    assert client.post(f"/media/fotos/{NAAM}.jpg").status_code == 405


@pytest.mark.django_db
def test_a_photo_from_the_catalogue_can_be_seen(client: Client) -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    assert client.get(foto.beeld.url).status_code == 200


@pytest.mark.django_db
def test_a_document_cannot_be_had_past_its_own_view(client: Client) -> None:
    document = DocumentFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    assert client.get(document.bestand.url).status_code == 404
    antwoord = client.get(document.get_absolute_url())
    assert antwoord.status_code == 200
    assert antwoord["Content-Disposition"].startswith('attachment; filename="draaiboek-')
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
