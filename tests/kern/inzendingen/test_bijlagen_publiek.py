"""Photos and documents that visitors send: kept at once, judged by content, shown to who has the link."""

import io
import re
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from alliantie.kern import bestanden
from alliantie.kern.inzendingen.acties.invullen import MEESTE
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.models import Bijlage, Inzending
from tests.factories import InzendingFactory, document_inhoud, foto_inhoud
from tests.factories.bestanden import telefoonfoto
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import adres, alles_van, bestand, meelezen, samenvatting
from tests.publiek import hoofd, tekst

pytestmark = pytest.mark.django_db
GEEN_FOTO = "Dit is geen foto die wij kennen. Kies een JPG, PNG of WebP."
GEEN_PAPIER = "Dit bestand kennen wij niet. Kies een PDF, of een tekst van Word of LibreOffice (DOCX of ODT)."
TE_GROOT = "Deze foto is te groot. Kies een kleinere."
KIES = "Kies of er mensen te herkennen zijn"


@pytest.fixture
def inzending() -> Inzending:
    return InzendingFactory(status=Status.CONCEPT)


@pytest.fixture
def geschreven(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes of an upload go to disk, piece by piece."""
    stukken: list[int] = []

    class Geteld(TemporaryUploadedFile):
        def write(self, inhoud: bytes) -> int:  # type: ignore[override]
            stukken.append(len(inhoud))
            return self.file.write(inhoud)  # type: ignore[no-any-return]

    monkeypatch.setattr(bestanden, "TemporaryUploadedFile", Geteld)
    return stukken


def foto(nummer: int = 0, naam: str = "") -> Any:
    """A photo that is like no other."""
    return bestand(foto_inhoud(60, 40, kleur=(nummer * 18, 80, 120)), naam or f"IMG_{nummer:04}.jpg")


def stuur(client: Client, waar: str, *nieuw: Any, **velden: str) -> HttpResponse:
    """Choose files and press a button ("Voeg toe", unless told)."""
    return client.post(waar, {"bestanden": list(nieuw)} | (velden or {"toevoegen": "1"}))


def tel_dan(antwoord: HttpResponse) -> str:
    """Return what the summary says is wrong."""
    return " | ".join(woorden for _, woorden in samenvatting(antwoord))


# --- photos --------------------------------------------------------------------------------------------------


def test_two_photos_at_once_are_kept_and_asked_about(client: Client, inzending: Inzending) -> None:
    waar = adres(inzending, "fotos/")
    antwoord = stuur(client, waar, foto(1), foto(2))
    een, twee = inzending.bijlagen.all()
    assert antwoord.url == f"{waar}#bijlage-{een.pk}"
    pagina = client.get(waar)
    assert hoofd(pagina).count("Wat is er op de foto te zien?") == 2
    assert hoofd(pagina).count("Zijn er mensen te herkennen?") == 2
    for bijlage in (een, twee):
        assert f"bijlage/{bijlage.pk}/" in hoofd(pagina)
    for naam in ("IMG_0001", "IMG_0002"):
        assert naam not in een.bestand.name + twee.bestand.name


def test_a_photo_of_a_phone_is_put_upright_and_tells_nothing_of_its_maker(
    client: Client, inzending: Inzending
) -> None:
    origineel = telefoonfoto(1600, 1200)
    assert b"Els de Vries" in origineel
    stuur(client, adres(inzending, "fotos/"), bestand(origineel))
    bijlage = inzending.bijlagen.get()
    for opgeslagen, breed in ((bijlage.bestand, 1200), (bijlage.klein, 480)):
        with opgeslagen.open("rb") as open_bestand:
            inhoud = open_bestand.read()
        assert b"Els" not in inhoud
        assert b"Telefoonmerk" not in inhoud
        with Image.open(io.BytesIO(inhoud)) as beeld:
            assert beeld.size == (breed, breed * 4 // 3)
            assert not beeld.getexif()
            assert "comment" not in beeld.info
            rood, _, blauw = beeld.convert("RGB").getpixel((breed // 2, 10))  # type: ignore[misc]
            assert rood > 200 > 60 > blauw  # what was left is on top now


def test_the_good_ones_are_kept_and_the_bad_one_is_named(client: Client, inzending: Inzending) -> None:
    waar = adres(inzending, "fotos/")
    slecht = bestand(b"Geachte heer", "brief van Piet.jpg")
    antwoord = stuur(client, waar, foto(1), slecht, foto(2))
    assert antwoord.status_code == 422
    assert tel_dan(antwoord) == f"brief van Piet.jpg: {GEEN_FOTO}"
    assert inzending.bijlagen.count() == 2
    assert hoofd(antwoord).count('class="foto-vraag"') == 2


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [
        (b"<!DOCTYPE html><script>alert(1)</script>", "mooi.jpg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "mooi.svg"),
        (b"MZ\x90\x00" + b"\x00" * 200, "mooi.png"),
        (document_inhoud("pdf"), "folder.jpg"),
    ],
)
def test_what_is_no_photo_is_not_kept_whatever_it_is_called(
    client: Client, inzending: Inzending, inhoud: bytes, naam: str
) -> None:
    antwoord = stuur(client, adres(inzending, "fotos/"), bestand(inhoud, naam))
    assert antwoord.status_code == 422
    assert tel_dan(antwoord) == f"{naam}: {GEEN_FOTO}"
    assert not inzending.bijlagen.exists()


def test_the_name_of_a_file_is_shown_as_text(client: Client, inzending: Inzending) -> None:
    antwoord = stuur(client, adres(inzending, "fotos/"), bestand(b"x", "<img src=x onerror=alert(1)>.jpg"))
    assert "<img src=x" not in antwoord.content.decode()


def test_a_large_file_is_told_so_and_fills_no_disk(
    client: Client, inzending: Inzending, geschreven: list[int]
) -> None:
    groot = bestand(b"\xff\xd8\xff\xe0" + b"\x00" * 40 * 2**20, "groot.jpg")
    antwoord = stuur(client, adres(inzending, "fotos/"), groot, foto(1))
    assert antwoord.status_code == 422
    assert tel_dan(antwoord) == f"groot.jpg: {TE_GROOT}"
    assert inzending.bijlagen.count() == 1
    assert sum(geschreven) < 26 * 2**20


def test_the_thirteenth_photo_does_not_fit(client: Client, inzending: Inzending) -> None:
    waar = adres(inzending, "fotos/")
    assert MEESTE["foto"] == 12
    assert stuur(client, waar, *(foto(nummer) for nummer in range(11))).status_code == 302
    antwoord = stuur(client, waar, foto(11), foto(12))
    assert antwoord.status_code == 422
    assert tel_dan(antwoord) == "Er passen 12 foto's bij. Haal er eerst een weg."
    assert inzending.bijlagen.count() == 12
    assert 'type="file"' not in hoofd(antwoord)
    stuur(client, waar, weg=str(inzending.bijlagen.first().pk))
    assert 'type="file"' in hoofd(client.get(waar))
    assert stuur(client, waar, foto(13)).status_code == 302


def test_the_same_photo_twice_is_one(client: Client, inzending: Inzending) -> None:
    waar = adres(inzending, "fotos/")
    stuur(client, waar, foto(1), foto(1, "kopie.jpg"))
    pk = inzending.bijlagen.get().pk
    antwoord = stuur(client, waar, foto(1))
    assert antwoord.url == f"{waar}#bijlage-{pk}"
    assert inzending.bijlagen.get().pk == pk


def test_a_photo_can_be_thrown_away_and_its_files_go(
    client: Client, inzending: Inzending, django_capture_on_commit_callbacks: Any
) -> None:
    waar = adres(inzending, "fotos/")
    stuur(client, waar, foto(1), foto(2))
    weg, blijft = inzending.bijlagen.all()
    namen = [weg.bestand.name, weg.klein.name]
    assert all(default_storage.exists(naam) for naam in namen)
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = stuur(client, waar, weg=str(weg.pk), **{f"omschrijving-{blijft.pk}": "Een pan"})
    assert antwoord.url == waar
    assert inzending.bijlagen.get() == blijft
    assert inzending.bijlagen.get().omschrijving == "Een pan"
    assert not any(default_storage.exists(naam) for naam in namen)
    assert client.get(adres(inzending, f"bijlage/{weg.pk}/")).status_code == 404


def test_a_photo_without_an_answer_about_people_is_pointed_out_and_what_was_typed_stays(
    client: Client, inzending: Inzending
) -> None:
    waar = adres(inzending, "fotos/")
    stuur(client, waar, foto(1), foto(2), foto(3))
    een, twee, drie = inzending.bijlagen.all()
    antwoord = stuur(
        client,
        waar,
        verder="1",
        **{
            f"omschrijving-{een.pk}": "Een pan ‘soep’ & brood",
            f"toestemming-{twee.pk}": "geen_mensen",
            f"toestemming-{drie.pk}": "bestaat-niet",
        },
    )
    assert antwoord.status_code == 422
    assert samenvatting(antwoord) == [
        (f"#toestemming-{een.pk}", f"Foto 1: {KIES.lower()}"),
        (f"#toestemming-{drie.pk}", f"Foto 3: {KIES.lower()}"),
    ]
    html = hoofd(antwoord)
    for bijlage in (een, drie):
        blok = html.partition(f'<fieldset class="veld veld--fout" id="toestemming-{bijlage.pk}"')[2]
        assert KIES in blok.partition("</fieldset>")[0]
        assert f'aria-describedby="fout-{bijlage.pk}"' in blok.partition(">")[0]
    velden = formulier(antwoord, f"omschrijving-{een.pk}")
    assert velden[f"omschrijving-{een.pk}"] == ["Een pan ‘soep’ & brood"]
    assert velden[f"toestemming-{twee.pk}"] == ["geen_mensen"]
    goed = {f"toestemming-{bijlage.pk}": "nog_vragen" for bijlage in (een, drie)}
    assert stuur(client, waar, verder="1", **goed).url.endswith("/papieren/")


def test_without_that_answer_it_cannot_be_sent_but_without_photos_it_can(
    client: Client, inzending: Inzending
) -> None:
    stuur(client, adres(inzending, "fotos/"), foto(1))
    waar = adres(inzending, "nakijken/")

    def verstuur() -> HttpResponse:
        return client.post(waar, formulier(client.get(waar), "zegel") | {"akkoord": "on"})

    antwoord = verstuur()
    assert antwoord.status_code == 422
    ((weg, melding),) = samenvatting(antwoord)
    assert melding == "Kies bij elke foto of er mensen op staan"
    assert client.get(weg).status_code == 200
    stuur(client, adres(inzending, "fotos/"), weg=str(inzending.bijlagen.get().pk))
    assert verstuur().status_code == 302


def test_next_and_stop_also_take_what_was_chosen(client: Client, inzending: Inzending) -> None:
    waar = adres(inzending, "fotos/")
    antwoord = stuur(client, waar, foto(1), verder="1")
    assert antwoord.url == f"{waar}#bijlage-{inzending.bijlagen.get().pk}"  # first tell about it
    antwoord = stuur(client, waar, foto(2), stop="1")
    assert antwoord.url.endswith("/?bewaard=1")
    assert inzending.bijlagen.count() == 2
    leeg = InzendingFactory(status=Status.CONCEPT)
    assert stuur(client, adres(leeg, "fotos/"), verder="1").url.endswith("/papieren/")
    assert stuur(client, adres(leeg, "fotos/") + "?naar=nakijken", verder="1").url.endswith("/nakijken/")


# --- documents -------------------------------------------------------------------------------------------------


def test_documents_are_taken_by_content(client: Client, inzending: Inzending) -> None:
    waar = adres(inzending, "papieren/")
    goed = [bestand(document_inhoud(soort), f"plan.{soort}") for soort in ("pdf", "odt", "docx")]
    assert stuur(client, waar, *goed).status_code == 302
    assert [bijlage.uitgang for bijlage in inzending.bijlagen.all()] == ["pdf", "odt", "docx"]
    pk = inzending.bijlagen.first().pk
    stuur(client, waar, verder="1", **{f"omschrijving-{pk}": "De folder"})
    assert "De folder (PDF)" in tekst(client.get(adres(inzending, "nakijken/")))


@pytest.mark.parametrize(
    ("inhoud", "naam", "melding"),
    [
        (b"<html><script>alert(1)</script>", "plan.pdf", GEEN_PAPIER),
        (foto_inhoud(), "foto.jpg", GEEN_PAPIER),
        (
            document_inhoud("docx", **{"word/vbaProject.bin": b"x"}),
            "plan.docx",
            "In dit bestand zit een programma (een macro). Bewaar het zonder macro en kies het opnieuw.",
        ),
        (b"", "leeg.pdf", "Dit bestand is leeg. Kies het bestand nog een keer."),
    ],
)
def test_other_documents_are_refused_with_what_to_do(
    client: Client, inzending: Inzending, inhoud: bytes, naam: str, melding: str
) -> None:
    goed = bestand(document_inhoud("pdf"), "goed.pdf")
    antwoord = stuur(client, adres(inzending, "papieren/"), bestand(inhoud, naam), goed)
    assert antwoord.status_code == 422
    assert inzending.bijlagen.count() == 1
    if inhoud:  # Django says itself that a file is empty
        assert tel_dan(antwoord) == f"{naam}: {melding}"
    else:
        assert tel_dan(antwoord).startswith("leeg.pdf: ")


def test_the_seventh_document_does_not_fit_beside_twelve_photos(client: Client, inzending: Inzending) -> None:
    stuur(client, adres(inzending, "fotos/"), *(foto(nummer) for nummer in range(12)))
    papieren = [bestand(document_inhoud("pdf") + b"%%%d\n" % nummer, "a.pdf") for nummer in range(7)]
    antwoord = stuur(client, adres(inzending, "papieren/"), *papieren)
    assert tel_dan(antwoord) == "Er passen 6 papieren bij. Haal er eerst een weg."
    assert inzending.bijlagen.documenten().count() == 6


# --- the door ----------------------------------------------------------------------------------------------------


def test_who_fills_in_may_send_files(client: Client, inzending: Inzending, geschreven: list[int]) -> None:
    inhoud = foto_inhoud()
    stuur(client, adres(inzending, "fotos/"), bestand(inhoud))
    assert sum(geschreven) == len(inhoud)


@pytest.mark.parametrize("deel", ["fotos/", "papieren/"])
@pytest.mark.parametrize("status", [*Status.values[1:], "onbekend", "groep"])
def test_of_nobody_else_anything_is_written(
    client: Client, geschreven: list[int], status: str, deel: str
) -> None:
    concept = InzendingFactory(status=Status.CONCEPT)
    waar = f"/inzending/{'a' * 32}/{deel}"
    if status == "groep":
        waar = meelezen(concept).replace("meelezen", "inzending") + deel
    elif status != "onbekend":
        waar = adres(InzendingFactory(status=Status(status)), deel)
    geschreven.clear()
    antwoord = stuur(client, waar, foto(1))
    assert antwoord.status_code == (404 if status in {"onbekend", "groep"} else 302)
    assert geschreven == []
    assert not Bijlage.objects.exists()


def test_a_screen_without_files_takes_none(
    client: Client, inzending: Inzending, geschreven: list[int]
) -> None:
    for waar in (adres(inzending, "vraag/verhaal/"), adres(inzending, "nakijken/"), "/meedoen/initiatief/"):
        stuur(client, waar, foto(1))
        assert stuur(client, meelezen(inzending), foto(1)).status_code == 422
    assert geschreven == []


# --- who sees them -----------------------------------------------------------------------------------------------


def test_a_photo_is_shown_small_and_kept_by_no_cache(client: Client) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT)
    stuur(client, adres(inzending, "fotos/"), bestand(foto_inhoud(2000, 1000)))
    bijlage = inzending.bijlagen.get()
    for waar in (adres(inzending, f"bijlage/{bijlage.pk}/"), meelezen(inzending, f"bijlage/{bijlage.pk}/")):
        antwoord = client.get(waar)
        assert antwoord["Content-Type"] == "image/jpeg"
        assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert antwoord["Cache-Control"] == "private, no-store"
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["X-Robots-Tag"] == "noindex, nofollow"
        assert "attachment" not in antwoord["Content-Disposition"]
        with Image.open(io.BytesIO(b"".join(antwoord.streaming_content))) as beeld:  # type: ignore[attr-defined]
            assert beeld.size == (640, 320)


@pytest.mark.parametrize("soort", ["pdf", "odt", "docx"])
def test_a_document_is_a_download_and_nothing_else(client: Client, inzending: Inzending, soort: str) -> None:
    inhoud = document_inhoud(soort)
    stuur(client, adres(inzending, "papieren/"), bestand(inhoud, "mijn geheime plan.html"))
    pk = inzending.bijlagen.get().pk
    antwoord = client.get(adres(inzending, f"bijlage/{pk}/"))
    assert antwoord["Content-Disposition"] == f'attachment; filename="papier-{pk}.{soort}"'
    assert antwoord["Content-Type"].startswith("application/")
    assert "html" not in antwoord["Content-Type"]
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert antwoord["Cache-Control"] == "private, no-store"
    assert b"".join(antwoord.streaming_content) == inhoud  # type: ignore[attr-defined]


def test_what_is_not_public_has_no_address_under_media(client: Client) -> None:
    inzending = InzendingFactory(fotos=1, papieren=1)
    for bijlage in inzending.bijlagen.all():
        assert client.get(f"/media/{bijlage.bestand.name}").status_code == 404


def test_the_group_sees_the_photos_and_documents(client: Client) -> None:
    inzending = InzendingFactory(fotos=2, papieren=1)
    html = hoofd(client.get(meelezen(inzending)))
    assert (
        len(re.findall(r'<img src="/meelezen/[^"]+/bijlage/\d+/" alt="Een tafel met \d borden"', html)) == 2
    )
    assert re.search(r'<a href="/meelezen/[^"]+/bijlage/\d+/">', html)


def test_photos_whose_screen_is_not_asked_any_more_hold_nothing_up(client: Client) -> None:
    inzending = InzendingFactory(
        soort="aanvulling",
        status=Status.CONCEPT,
        gegevens={"kies": ["fotos", "opmerking"], "opmerking": "Dag"},
    )
    stuur(client, adres(inzending, "fotos/"), foto(1))
    client.post(adres(inzending, "vraag/kies/"), {"kies": "opmerking"})
    waar = adres(inzending, "nakijken/")
    antwoord = client.post(waar, formulier(client.get(waar), "zegel") | {"akkoord": "on"})
    assert antwoord.status_code == 302
    eerst = alles_van(inzending)["rij"]
    assert eerst["status"] == Status.INGEDIEND
