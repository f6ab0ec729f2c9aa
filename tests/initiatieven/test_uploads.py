"""Photos and documents through the form of staff: taken well, or refused in words while the text stays."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.test import Client
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern.beeld import GEEN_FOTO, KAPOT, TE_GROOT
from alliantie.kern.bestanden import BegrensdeUploadHandler, DocumentFormField
from initiatieven.models import Document, Foto, Initiatief
from tests.factories import BegeleidingsgroepFactory, DocumentFactory, InitiatiefFactory, ProjectteamFactory
from tests.factories.bestanden import document_inhoud, foto_inhoud, pakket, png_met_kop, telefoonfoto
from tests.hulp import Velden, extra_rij, formulier

pytestmark = pytest.mark.django_db

GETYPT = "Dit heb ik net getypt en wil ik niet kwijt"
MB = 2**20


@pytest.fixture(autouse=True)
def media_map(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def initiatief() -> Initiatief:
    return InitiatiefFactory()


@pytest.fixture
def staf(client: Client) -> Client:
    client.force_login(ProjectteamFactory())
    return client


def adres(initiatief: Initiatief) -> str:
    return f"/beheer/initiatieven/initiatief/{initiatief.pk}/change/"


def met_foto(staf: Client, initiatief: Initiatief, inhoud: bytes, naam: str) -> Any:
    velden = formulier(staf.get(adres(initiatief)), "titel") | {"verhaal": [GETYPT]}
    bestand = SimpleUploadedFile(naam, inhoud, "image/jpeg")
    extra_rij(velden, "fotos", beeld=bestand, alt="Een lange tafel", toestemming="ja", maker="De buurvrouw")
    return staf.post(adres(initiatief), velden)


def met_document(staf: Client, initiatief: Initiatief, inhoud: bytes, naam: str) -> Any:
    velden = formulier(staf.get(adres(initiatief)), "titel") | {"verhaal": [GETYPT]}
    bestand = SimpleUploadedFile(naam, inhoud, "application/pdf")
    extra_rij(velden, "documenten", bestand=bestand, titel="Ons draaiboek")
    return staf.post(adres(initiatief), velden)


def bestanden(media_map: Path) -> list[str]:
    return [str(pad.relative_to(media_map)) for pad in media_map.rglob("*") if pad.is_file()]


def controleer_weigering(antwoord: Any, melding: str, **getypt: str) -> None:
    """The answer is the same form with the reason and with everything that was typed; nothing was kept."""
    assert antwoord.status_code == 200
    assert melding in antwoord.content.decode()
    velden: Velden = formulier(antwoord, "titel")
    assert velden["verhaal"] == [GETYPT]
    for naam, waarde in getypt.items():
        assert velden[naam] == [waarde]


# --- photos ---------------------------------------------------------------------------------------------------


def test_a_photo_of_30_megapixels_with_gps_is_taken(
    staf: Client, initiatief: Initiatief, media_map: Path
) -> None:
    antwoord = met_foto(staf, initiatief, telefoonfoto(6400, 4800), "Vakantie bij Els.JPG")
    assert antwoord.status_code == 302
    foto = Foto.objects.get()
    assert (foto.vermelding_id, foto.alt, foto.maker) == (initiatief.pk, "Een lange tafel", "De buurvrouw")
    assert (foto.breedte, foto.hoogte) == (1800, 2400)
    (naam,) = bestanden(media_map)
    assert naam == foto.beeld.name
    assert "Els" not in naam
    assert (media_map / naam).stat().st_size < MB
    with Image.open(media_map / naam) as opgeslagen:
        assert not opgeslagen.getexif()
        assert opgeslagen.getpixel((900, 300))[0] > 200  # what was on top is on top
    assert not foto.beeld_klaar
    assert ProcrastinateJob.objects.filter(queue_name="beeld", args__bestandsnaam=naam).count() == 1
    initiatief.refresh_from_db()
    assert initiatief.verhaal == GETYPT


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GEWEIGERD = {
    "bomb": (png_met_kop(30_000, 30_000), "bom.png", TE_GROOT),
    "svg": (SVG, "tekening.svg", GEEN_FOTO),
    "svg-as-jpg": (SVG, "tekening.jpg", GEEN_FOTO),
    "html-as-jpg": (b"<!doctype html><script>alert(1)</script>", "foto.jpg", GEEN_FOTO),
    "half-jpeg": (foto_inhoud(800, 600, kleur="red")[:-500], "foto.jpg", KAPOT),
    "empty": (b"", "foto.jpg", "leeg"),
}


@pytest.mark.parametrize("wat", GEWEIGERD)
def test_a_bad_photo_is_refused_and_the_text_stays(
    staf: Client, initiatief: Initiatief, media_map: Path, wat: str
) -> None:
    inhoud, naam, melding = GEWEIGERD[wat]
    antwoord = met_foto(staf, initiatief, inhoud, naam)
    controleer_weigering(
        antwoord, melding, **{"fotos-0-alt": "Een lange tafel", "fotos-0-maker": "De buurvrouw"}
    )
    assert not Foto.objects.exists()
    assert not bestanden(media_map)
    assert not ProcrastinateJob.objects.exists()


def test_a_photo_without_a_description_is_refused(staf: Client, initiatief: Initiatief) -> None:
    velden = formulier(staf.get(adres(initiatief)), "titel") | {"verhaal": [GETYPT]}
    bestand = SimpleUploadedFile("foto.jpg", foto_inhoud())
    extra_rij(velden, "fotos", beeld=bestand, alt="", toestemming="ja")
    controleer_weigering(staf.post(adres(initiatief), velden), "Vul dit in", **{"fotos-0-alt": ""})
    assert not Foto.objects.exists()


def test_a_photo_over_the_limit_is_refused(staf: Client, initiatief: Initiatief, settings: Any) -> None:
    inhoud = foto_inhoud()
    settings.FOTO_MAX_BYTES = len(inhoud) - 1
    controleer_weigering(met_foto(staf, initiatief, inhoud, "foto.jpg"), TE_GROOT)


gemeten: list[int] = []


class Meetlat(BegrensdeUploadHandler):
    """The real handler, that also notes how much of the disk it took."""

    def file_complete(self, file_size: int) -> UploadedFile:
        bestand = super().file_complete(file_size)
        gemeten.append(Path(bestand.temporary_file_path()).stat().st_size)
        return bestand


def test_a_huge_upload_takes_no_more_disk_than_the_limit(
    staf: Client, initiatief: Initiatief, settings: Any, tmp_path: Path
) -> None:
    settings.FILE_UPLOAD_HANDLERS = [f"{__name__}.Meetlat"]
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    gemeten.clear()
    antwoord = met_foto(staf, initiatief, foto_inhoud() + b"\0" * (40 * MB), "groot.jpg")
    controleer_weigering(antwoord, TE_GROOT, **{"fotos-0-alt": "Een lange tafel"})
    assert len(gemeten) == 1
    assert settings.FOTO_MAX_BYTES <= gemeten[0] <= settings.FOTO_MAX_BYTES + 2**17
    assert not list(tmp_path.glob("*.upload*"))
    assert not Foto.objects.exists()


def test_the_form_says_what_may_be_chosen(staf: Client, initiatief: Initiatief) -> None:
    assert 'accept="image/*"' in staf.get(adres(initiatief)).content.decode()


# --- documents ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["pdf", "odt", "docx"])
def test_a_document_is_taken_by_content(
    staf: Client, initiatief: Initiatief, media_map: Path, soort: str
) -> None:
    assert met_document(staf, initiatief, document_inhoud(soort), "Els prive.exe").status_code == 302
    document = Document.objects.get()
    assert document.soort == soort
    assert document.bestandsnaam == f"ons-draaiboek.{soort}"
    (naam,) = bestanden(media_map)
    assert "Els" not in naam
    antwoord = staf.get(document.get_absolute_url())
    assert b"".join(antwoord.streaming_content) == document_inhoud(soort)
    assert "attachment" in antwoord["Content-Disposition"]


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"MZ\x90" + b"\0" * 500, DocumentFormField.ONBEKEND),
        (pakket({"los.txt": b"x"}), DocumentFormField.ONBEKEND),
        (document_inhoud("docx", **{"word/vbaProject.bin": b"x"}), DocumentFormField.MET_MACROS),
    ],
    ids=["exe", "zip", "macro"],
)
def test_a_bad_document_is_refused_and_the_text_stays(
    staf: Client, initiatief: Initiatief, media_map: Path, inhoud: bytes, melding: str
) -> None:
    antwoord = met_document(staf, initiatief, inhoud, "jaarverslag.pdf")
    controleer_weigering(antwoord, melding, **{"documenten-0-titel": "Ons draaiboek"})
    assert not Document.objects.exists()
    assert not bestanden(media_map)


@pytest.mark.parametrize(
    ("status", "leest"), [("concept", False), ("gepubliceerd", True), ("gearchiveerd", False)]
)
def test_a_document_is_public_when_its_item_is(client: Client, status: str, leest: bool) -> None:
    document = DocumentFactory(
        vermelding=InitiatiefFactory(**({} if status == "concept" else {status: True}))
    )
    assert client.get(document.get_absolute_url()).status_code == (200 if leest else 404)
    client.force_login(BegeleidingsgroepFactory())
    assert client.get(document.get_absolute_url()).status_code == 200


def test_a_document_whose_file_is_gone_is_not_found(client: Client) -> None:
    document = DocumentFactory(vermelding=InitiatiefFactory(gepubliceerd=True))
    default_storage.delete(document.bestand.name)
    assert client.get(document.get_absolute_url()).status_code == 404
