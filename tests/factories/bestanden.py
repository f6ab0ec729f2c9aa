"""Files as visitors and staff send them, made on the spot."""

import io
import struct
import zipfile
import zlib

from PIL import Image

ORIENTATIE, GPS = 0x0112, 0x8825  # EXIF tags
WORD_TYPEN = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
)


def foto_inhoud(
    breedte: int = 60,
    hoogte: int = 40,
    *,
    soort: str = "JPEG",
    modus: str = "RGB",
    kleur: object = None,
    **opties: object,
) -> bytes:
    """Return an image file of one colour; ``opties`` go to Pillow's ``save``."""
    beeld = Image.new(modus, (breedte, hoogte), kleur)
    buffer = io.BytesIO()
    beeld.save(buffer, format=soort, **opties)
    return buffer.getvalue()


def document_inhoud(soort: str = "pdf", **extra_delen: bytes) -> bytes:
    """Return a small "pdf", "odt" or "docx"; ``extra_delen`` are added to the package under their names."""
    if soort == "pdf":
        return b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    delen = {
        "odt": {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"},
        "docx": {"[Content_Types].xml": WORD_TYPEN.encode(), "word/document.xml": b"<w:document/>"},
    }[soort]
    return pakket(delen | extra_delen)


def pakket(delen: dict[str, bytes]) -> bytes:
    """Return a zip file with these parts; the same bytes at any time of day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_bestand:
        for naam, inhoud in delen.items():
            zip_bestand.writestr(zipfile.ZipInfo(naam), inhoud, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def telefoonfoto(breedte: int, hoogte: int) -> bytes:
    """Return a JPEG as a phone held upright makes it: stored lying down, with where and by whom."""
    foto = Image.new("RGB", (breedte, hoogte), "blue")
    foto.paste("red", (0, 0, breedte // 2, hoogte))
    exif = Image.Exif()
    exif[ORIENTATIE] = 6
    exif[0x010F] = "Telefoonmerk"
    exif[0x013B] = "Els de Vries"
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 33.0, 30.0), 3: "E", 4: (5.0, 5.0, 0.0)})
    buffer = io.BytesIO()
    foto.save(buffer, "JPEG", exif=exif, quality=95, comment=b"thuis bij Els")
    return buffer.getvalue()


def png_met_kop(breedte: int, hoogte: int) -> bytes:
    """Return a PNG of some hundred bytes whose header promises this size."""

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = struct.pack(">IIBBBBB", breedte, hoogte, 8, 2, 0, 0, 0)
    beeld_ = zlib.compress(b"\0" * 20_000)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", beeld_) + stuk(b"IEND", b"")
