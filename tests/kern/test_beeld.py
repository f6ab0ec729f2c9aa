"""Photos: judged by content, upright, small, and silent about who made them where."""

import io
import time
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

from alliantie.kern import beeld
from alliantie.kern.beeld import GEEN_FOTO, KAPOT, TE_GROOT, FotoFormField
from initiatieven.models import Foto
from tests.factories import FotoFactory, InitiatiefFactory, foto_inhoud
from tests.factories.bestanden import GPS, ORIENTATIE, png_met_kop, telefoonfoto
from tests.werker import werk_alles_af

# Found by changing bytes at random; each broke a decoder in a way of its own.
KAPOTTE_FOTOS = Path(__file__).with_name("kapotte_fotos")


def neem_aan(inhoud: bytes, naam: str = "vakantie in Zeeland.JPG", soort: str = "image/jpeg") -> Any:
    """Give this file to the field that every photo goes through."""
    return FotoFormField().clean(SimpleUploadedFile(naam, inhoud, soort))


def melding(inhoud: bytes, naam: str = "foto.jpg") -> str:
    with pytest.raises(ValidationError) as fout:
        neem_aan(inhoud, naam)
    (tekst,) = fout.value.messages
    return tekst


def open_foto(bestand: Any) -> Image.Image:
    bestand.seek(0)
    foto = Image.open(bestand)
    foto.load()
    return foto


# --- what is taken -----------------------------------------------------------------------------------------


def test_a_photo_of_30_megapixels_comes_out_upright_small_and_silent() -> None:
    origineel = telefoonfoto(6400, 4800)
    assert Image.open(io.BytesIO(origineel)).getexif().get_ifd(GPS)  # the test photo does tell
    bestand = neem_aan(origineel)
    foto = open_foto(bestand)
    assert foto.format == "JPEG"
    assert foto.size == (1800, 2400)
    # What lay to the left stands on top.
    assert foto.getpixel((900, 300))[0] > 200
    assert foto.getpixel((900, 2100))[2] > 200
    assert bestand.size < 1_000_000
    assert not foto.getexif()
    assert not {"exif", "comment", "icc_profile", "photoshop", "xmp"} & set(foto.info)
    inhoud = bestand.read() if not bestand.seek(0) else b""
    for spoor in (b"Exif", b"Els", b"Telefoonmerk", b"GPS"):
        assert spoor not in inhoud


@pytest.mark.parametrize("stand", range(1, 9))
def test_every_way_to_hold_a_phone_comes_out_upright(stand: int) -> None:
    rechtop = Image.new("RGB", (80, 40), "blue")
    rechtop.paste("red", (0, 0, 40, 20))
    omgekeerd = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    opgeslagen = rechtop.transpose(omgekeerd[stand]) if stand > 1 else rechtop
    exif = Image.Exif()
    exif[ORIENTATIE] = stand
    buffer = io.BytesIO()
    opgeslagen.save(buffer, "JPEG", exif=exif, quality=95)
    foto = open_foto(neem_aan(buffer.getvalue()))
    assert foto.size == (80, 40)
    assert foto.getpixel((10, 10))[0] > 200
    assert foto.getpixel((70, 30))[2] > 200


def test_the_name_is_ours() -> None:
    naam = neem_aan(foto_inhoud(), naam="../../Els thuis.php.jpg").name
    stam, _, uitgang = naam.partition(".")
    assert uitgang == "jpg"
    assert len(stam) == 32
    assert set(stam) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("soort", "modus", "kleur", "opties", "wordt"),
    [
        ("JPEG", "L", 128, {}, ("JPEG", "RGB")),
        ("JPEG", "CMYK", (0, 255, 255, 0), {}, ("JPEG", "RGB")),
        ("PNG", "RGB", "red", {}, ("JPEG", "RGB")),
        ("PNG", "RGBA", (255, 0, 0, 100), {}, ("PNG", "RGBA")),
        ("PNG", "LA", (128, 100), {}, ("PNG", "RGBA")),
        ("PNG", "P", 1, {}, ("JPEG", "RGB")),
        ("PNG", "P", 1, {"transparency": 0}, ("PNG", "RGBA")),
        ("PNG", "P", 1, {"transparency": b"\x00\x50\xff"}, ("PNG", "RGBA")),
        ("PNG", "1", 1, {}, ("JPEG", "RGB")),
        ("PNG", "I;16", 30000, {}, ("JPEG", "RGB")),
        ("WEBP", "RGB", "red", {}, ("JPEG", "RGB")),
        ("WEBP", "RGBA", (255, 0, 0, 100), {}, ("PNG", "RGBA")),
        ("GIF", "P", 1, {}, ("JPEG", "RGB")),
        ("GIF", "P", 0, {"transparency": 0}, ("PNG", "RGBA")),
        ("AVIF", "RGB", "red", {}, ("JPEG", "RGB")),
    ],
)
def test_what_phones_and_programs_make_is_taken(
    soort: str, modus: str, kleur: Any, opties: dict[str, Any], wordt: tuple[str, str]
) -> None:
    foto = open_foto(neem_aan(foto_inhoud(50, 30, soort=soort, modus=modus, kleur=kleur, **opties)))
    assert (foto.format, foto.mode) == wordt
    assert foto.size == (50, 30)


def test_an_animation_becomes_one_picture() -> None:
    buffer = io.BytesIO()
    plaatjes = [Image.new("RGB", (40, 40), kleur) for kleur in ("red", "blue", "green")]
    plaatjes[0].save(buffer, "GIF", save_all=True, append_images=plaatjes[1:])
    foto = open_foto(neem_aan(buffer.getvalue()))
    assert getattr(foto, "n_frames", 1) == 1
    assert foto.convert("RGB").getpixel((5, 5))[0] > 200


def test_a_colour_profile_is_applied_and_left_behind() -> None:
    profiel = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    foto = open_foto(neem_aan(foto_inhoud(kleur="red", icc_profile=profiel)))
    assert "icc_profile" not in foto.info
    assert foto.getpixel((5, 5))[0] > 240


def test_a_broken_colour_profile_is_no_reason_to_refuse() -> None:
    foto = open_foto(neem_aan(foto_inhoud(kleur="red", icc_profile=b"geen profiel" * 20)))
    assert foto.getpixel((5, 5))[0] > 240


def test_what_hangs_behind_the_photo_is_gone() -> None:
    bestand = neem_aan(foto_inhoud() + b"<script>alert(1)</script>")
    assert b"<script" not in bestand.read()


# --- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', GEEN_FOTO),
        (b"<!doctype html><script>alert(1)</script>", GEEN_FOTO),
        (b"%PDF-1.7 geen foto", GEEN_FOTO),
        (b"MZ\x90\x00" + b"\x00" * 200, GEEN_FOTO),
        (foto_inhoud(soort="BMP"), GEEN_FOTO),
        (foto_inhoud(soort="TIFF"), GEEN_FOTO),
        (foto_inhoud(soort="ICO"), GEEN_FOTO),
        (foto_inhoud(600, 400, kleur="red")[:-400], KAPOT),
        (foto_inhoud(600, 400, soort="PNG", kleur="red")[:120], KAPOT),
        (b"", "Dit bestand is leeg. Kies het bestand nog een keer."),
    ],
    ids=["svg", "html", "pdf", "exe", "bmp", "tiff", "ico", "half-jpeg", "half-png", "empty"],
)
def test_what_is_no_whole_photo_is_refused_in_plain_words(inhoud: bytes, tekst: str) -> None:
    if not inhoud:
        # Django itself refuses an empty file; the words must still be Dutch and say what is wrong.
        assert "leeg" in melding(inhoud)
    else:
        assert melding(inhoud) == tekst


@pytest.mark.parametrize(("breedte", "hoogte"), [(30_000, 30_000), (65_000, 65_000), (8000, 7501)])
def test_a_decompression_bomb_is_refused_before_it_is_unpacked(breedte: int, hoogte: int) -> None:
    bom = png_met_kop(breedte, hoogte)
    assert len(bom) < 1000
    begin = time.monotonic()
    assert melding(bom, "bom.png") == TE_GROOT
    assert time.monotonic() - begin < 1


def test_the_limit_in_pixels_is_exact(settings: Any) -> None:
    settings.FOTO_MAX_PIXELS = 60 * 40
    neem_aan(foto_inhoud(60, 40))
    assert melding(foto_inhoud(60, 41)) == TE_GROOT


def test_the_limit_in_bytes_is_exact(settings: Any) -> None:
    inhoud = foto_inhoud()
    settings.FOTO_MAX_BYTES = len(inhoud)
    neem_aan(inhoud)
    settings.FOTO_MAX_BYTES = len(inhoud) - 1
    assert melding(inhoud) == TE_GROOT


def test_a_kind_that_cannot_be_decoded_at_a_fraction_may_have_fewer_pixels(settings: Any) -> None:
    settings.FOTO_MAX_PIXELS_ONVERKLEIND = 60 * 40
    buffer = io.BytesIO()
    Image.new("RGB", (60, 41)).save(buffer, "PNG")
    assert melding(buffer.getvalue(), "foto.png") == TE_GROOT
    neem_aan(foto_inhoud(60, 41))


@pytest.mark.parametrize("bestand", sorted(KAPOTTE_FOTOS.iterdir()), ids=lambda bestand: bestand.name)
def test_a_file_that_breaks_the_decoder_is_refused_like_any_other(bestand: Path) -> None:
    assert melding(bestand.read_bytes(), bestand.name) == KAPOT


@pytest.mark.parametrize("soort", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_whatever_bytes_are_changed_the_answer_is_yes_or_a_sentence(soort: str) -> None:
    buffer = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((64, 64)).save(buffer, soort)
    toeval = Random(soort)
    for _ in range(150):
        inhoud = bytearray(buffer.getvalue())
        for _ in range(toeval.randint(1, 6)):
            inhoud[toeval.randrange(len(inhoud))] = toeval.randrange(256)
        with suppress(ValidationError):
            neem_aan(bytes(inhoud))


def test_sixteen_bits_of_grey_stay_grey() -> None:
    buffer = io.BytesIO()
    verloop = Image.new("I;16", (256, 16))
    verloop.putdata([257 * (nummer % 256) for nummer in range(256 * 16)])
    verloop.save(buffer, "PNG")
    foto = open_foto(neem_aan(buffer.getvalue())).convert("L")
    assert abs(foto.getpixel((64, 8)) - 64) < 6
    assert abs(foto.getpixel((200, 8)) - 200) < 6


# --- renditions ----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_job_makes_avif_and_webp_and_says_so() -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(), breed=1300, hoog=900)
    assert not foto.beeld_klaar
    werk_alles_af()
    foto.refresh_from_db()
    assert foto.beeld_klaar
    for verhouding, per_soort in foto.beeld.aspect_ratios.items():
        assert set(per_soort) == {"AVIF", "WEBP"}
        for soort, per_breedte in per_soort.items():
            assert per_breedte
            for breedte, uitvoering in per_breedte.items():
                with foto.beeld.storage.open(uitvoering.name) as bestand:
                    gemaakt = open_foto(bestand)
                assert gemaakt.format == soort
                assert abs(gemaakt.width - breedte) <= 1  # rounding in proportion
                assert not gemaakt.getexif()
                if verhouding is not None:
                    assert abs(gemaakt.width / gemaakt.height - float(Fraction(verhouding))) < 0.02


@pytest.mark.django_db(transaction=True)
def test_another_photo_in_its_place_waits_for_its_own_renditions() -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(), breed=300, hoog=200)
    werk_alles_af()
    foto.refresh_from_db()
    assert foto.bronnen_heel
    foto.beeld = neem_aan(foto_inhoud(320, 200))
    foto.save()
    foto.refresh_from_db()
    assert (foto.beeld_klaar, foto.bronnen_heel) == (False, [])
    werk_alles_af()
    foto.refresh_from_db()
    assert foto.bronnen_heel


@pytest.mark.django_db
def test_the_job_may_run_twice() -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory(), breed=300, hoog=200)
    opdracht = {"afzender": ["initiatieven", "foto", "beeld"], "bestandsnaam": foto.beeld.name, "weg": []}
    for _ in range(2):
        beeld.maak_uitvoeringen(**opdracht, maken=True)
    foto.refresh_from_db()
    assert foto.beeld_klaar
    uitvoeringen = [uitvoering.name for uitvoering in foto.beeld.get_picture_files_list()]
    assert all(foto.beeld.storage.exists(naam) for naam in uitvoeringen)


@pytest.mark.django_db
def test_a_photo_that_came_and_went_is_no_error() -> None:
    beeld.maak_uitvoeringen(
        afzender=["initiatieven", "foto", "beeld"], bestandsnaam="fotos/weg.jpg", maken=True, weg=[]
    )


@pytest.mark.django_db
def test_a_photo_whose_row_is_not_there_yet_is_tried_again() -> None:
    foto = FotoFactory(vermelding=InitiatiefFactory())
    naam = foto.beeld.name
    Foto.objects.all().delete()
    with pytest.raises(LookupError):
        beeld.maak_uitvoeringen(
            afzender=["initiatieven", "foto", "beeld"], bestandsnaam=naam, maken=True, weg=[]
        )
