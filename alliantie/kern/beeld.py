"""Photos: judged by content, put upright, stripped of what they tell about the maker, and made in a few widths."""

import io
from fractions import Fraction
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.forms import ClearableFileInput, FileField
from pictures.models import PictureField, PillowPicture
from pictures.utils import reconstruct
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from alliantie.kern.bestanden import controleer_omvang, nieuwe_naam
from alliantie.kern.keuzes import Toestemming

KAARTVORM = Fraction(3, 2)
SOORTEN = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
LANGSTE_ZIJDE = 2400  # pixels of the original that we keep: sharp on any screen, too small for a poster
GEEN_FOTO = "Dit is geen foto die wij kennen. Kies een JPG, PNG of WebP."
KAPOT = "Deze foto is niet heel aangekomen. Kies de foto nog een keer."
TE_GROOT = "Deze foto is te groot. Kies een kleinere."


class FotoFormField(FileField):
    """Takes a photo and gives back a clean one: upright, small enough, without metadata, under a name of ours."""

    widget = ClearableFileInput

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"accept": "image/*"}

    def clean(self, data: Any, initial: Any = None) -> Any:
        bestand = super().clean(data, initial)
        if not isinstance(bestand, UploadedFile):
            return bestand
        controleer_omvang(bestand, settings.FOTO_MAX_BYTES, te_groot=TE_GROOT)
        return schone_foto(bestand)


def schone_foto(bestand: UploadedFile) -> SimpleUploadedFile:
    """Return ``bestand`` as a photo that is safe to publish.

    The number of pixels is read from the header and judged before anything is decoded, so that a small file
    that unpacks to gigabytes is refused cheaply. Re-encoding leaves EXIF (with the place) and comments behind.

    Raises:
        ValidationError: it is no photo, is damaged or has too many pixels; the message says what to do.
    """
    try:
        bestand.seek(0)
        with Image.open(bestand, formats=SOORTEN) as foto:
            grens = (
                settings.FOTO_MAX_PIXELS if foto.format == "JPEG" else settings.FOTO_MAX_PIXELS_ONVERKLEIND
            )
            if foto.width * foto.height > grens:
                raise ValidationError(TE_GROOT, code="te_groot")
            foto.draft("RGB", (LANGSTE_ZIJDE, LANGSTE_ZIJDE))  # a JPEG of 30 megapixels decodes at a fraction
            klein = _in_gewone_kleuren(foto)
            klein.thumbnail((LANGSTE_ZIJDE, LANGSTE_ZIJDE), Image.Resampling.LANCZOS)
            ImageOps.exif_transpose(klein, in_place=True)
            return _als_bestand(_naar_srgb(klein))
    except Image.DecompressionBombError as fout:
        raise ValidationError(TE_GROOT, code="te_groot") from fout
    except UnidentifiedImageError as fout:
        raise ValidationError(GEEN_FOTO, code="geen_foto") from fout
    except ValidationError:
        raise
    except Exception as fout:
        raise ValidationError(KAPOT, code="kapot") from fout


def _in_gewone_kleuren(foto: Image.Image) -> Image.Image:
    """Return ``foto`` in a mode that can be made smaller well: no palette, no 16 bits of grey."""
    if foto.mode.startswith(("I", "F")):
        grijs = foto.convert("I").point(lambda waarde: waarde / 256).convert("L")
        grijs.info = foto.info
        return grijs
    if foto.mode in {"P", "1", "PA"}:
        kleur = foto.convert("RGBA" if foto.mode == "PA" or "transparency" in foto.info else "RGB")
        kleur.info.pop("transparency", None)
        return kleur
    return foto


def _naar_srgb(foto: Image.Image) -> Image.Image:
    doorzichtig = foto.mode in {"RGBA", "LA", "PA"} or "transparency" in foto.info
    profiel = foto.info.get("icc_profile")
    if profiel and foto.mode in {"RGB", "CMYK", "L"}:
        try:
            bron = ImageCms.ImageCmsProfile(io.BytesIO(profiel))
            return (
                ImageCms.profileToProfile(foto, bron, ImageCms.createProfile("sRGB"), outputMode="RGB")
                or foto
            )
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken colour profile: colours a shade off, the photo is still fine
    return foto.convert("RGBA" if doorzichtig else "RGB")


def _als_bestand(foto: Image.Image) -> SimpleUploadedFile:
    schoon = Image.new(foto.mode, foto.size)
    schoon.paste(foto)
    soort, uitgang = ("PNG", "png") if foto.mode == "RGBA" else ("JPEG", "jpg")
    buffer = io.BytesIO()
    schoon.save(
        buffer, format=soort, quality=86, optimize=True, **({"progressive": True} if soort == "JPEG" else {})
    )
    return SimpleUploadedFile(nieuwe_naam(uitgang), buffer.getvalue(), f"image/{soort.lower()}")


class FotoVeld(PictureField):
    """A photo on a model; the model keeps ``<veld>_klaar``, true once the renditions are there to be shown."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": FotoFormField} | kwargs)

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        bestand = getattr(model_instance, self.attname)
        if bestand and not bestand._committed:
            setattr(model_instance, f"{self.attname}_klaar", False)  # another photo, so other renditions
        return super().pre_save(model_instance, add)


class MetUitvoeringen:
    """What a model with a photo (``beeld``, ``beeld_klaar``, ``alt``, ``toestemming``) tells the pages."""

    beeld: Any
    beeld_klaar: Any
    alt: Any
    toestemming: Any

    @property
    def mag_gezien(self) -> bool:
        """Described for who cannot see it, and nobody on it who was not asked."""
        return bool(self.alt) and self.toestemming != Toestemming.NOG_VRAGEN

    def _bronnen(self, verhouding: Fraction | None) -> list[tuple[str, str]]:
        """Return mime type and ``srcset`` of each kind of rendition; none while they are still being made."""
        if not self.beeld_klaar:
            return []
        uitvoeringen = next(
            per_soort
            for sleutel, per_soort in self.beeld.aspect_ratios.items()
            if (sleutel and Fraction(sleutel)) == verhouding
        )
        return [
            (
                f"image/{soort.lower()}",
                ", ".join(f"{beeld.url} {breedte}w" for breedte, beeld in sorted(per_breedte.items())),
            )
            for soort, per_breedte in uitvoeringen.items()
            if per_breedte
        ]

    @property
    def bronnen_heel(self) -> list[tuple[str, str]]:
        return self._bronnen(None)

    @property
    def bronnen_uitsnede(self) -> list[tuple[str, str]]:
        """The photo cut to the shape of a card (3 by 2)."""
        return self._bronnen(KAARTVORM)


def stel_uitvoeringen_uit(
    *,
    storage: Any,
    file_name: str,
    sender: tuple[str, str, str],
    new: list[Any] | None = None,
    old: list[Any] | None = None,
) -> None:
    """Queue the renditions of a photo (the PROCESSOR of django-pictures).

    Only names travel in the job: the storage it was given may hold the keys of a bucket.
    """
    from alliantie.kern.tasks import maak_uitvoeringen as taak

    weg = [reconstruct(*uitvoering).name for uitvoering in old or []]
    taak.defer(afzender=list(sender), bestandsnaam=file_name, maken=bool(new), weg=weg)


def maak_uitvoeringen(*, afzender: list[str], bestandsnaam: str, maken: bool, weg: list[str]) -> None:
    """Make (or throw away) the AVIF and WebP renditions of one photo, and mark the row as ready.

    Args:
        afzender: app label, model name and field name of the photo.
        bestandsnaam: name of the original in the storage.
        maken: whether the renditions must be made.
        weg: names of renditions that must go.

    Raises:
        LookupError: the row is not there (yet); the job is tried again.
    """
    app_label, model_naam, veld_naam = afzender
    model = apps.get_model(app_label, model_naam)
    veld = model._meta.get_field(veld_naam)
    for naam in weg:
        veld.storage.delete(naam)
    if not maken or not veld.storage.exists(bestandsnaam):
        return
    with veld.storage.open(bestandsnaam) as bestand, Image.open(bestand, formats=SOORTEN) as foto:
        uitvoeringen = veld.attr_class.get_picture_files(
            file_name=bestandsnaam,
            img_width=foto.width,
            img_height=foto.height,
            storage=veld.storage,
            field=veld,
        )
        basis = PillowPicture.pre_process(foto)
    for per_soort in uitvoeringen.values():
        for per_breedte in per_soort.values():
            for uitvoering in per_breedte.values():
                uitvoering.save(basis)
    if not model._base_manager.filter(**{veld_naam: bestandsnaam}).update(**{f"{veld_naam}_klaar": True}):
        raise LookupError(f"{model_naam} with this photo is not there (yet)")
