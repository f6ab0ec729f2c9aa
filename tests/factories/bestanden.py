"""Files as visitors and staff send them, made on the spot."""

import io
import zipfile

from PIL import Image

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
    """Return a zip file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_bestand:
        for naam, inhoud in delen.items():
            zip_bestand.writestr(naam, inhoud)
    return buffer.getvalue()
