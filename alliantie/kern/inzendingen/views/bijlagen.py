"""Photos and documents of an inzending: several at once, kept as soon as they arrive, shown to who has the link."""

import io
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from PIL import Image

from alliantie.kern.beeld import FotoFormField
from alliantie.kern.bestanden import DocumentFormField, neemt_bestanden, nieuwe_naam
from alliantie.kern.inzendingen import regels
from alliantie.kern.inzendingen.acties import invullen
from alliantie.kern.inzendingen.acties.fouten import TeVeelBijlagen
from alliantie.kern.inzendingen.keuzes import Bijlagesoort, Status, Toegangsrol
from alliantie.kern.inzendingen.soort import FOTOS, NAKIJKEN, PAPIEREN, soort_van
from alliantie.kern.inzendingen.views.invullen import GET_EN_POST, adres_na, schermcontext
from alliantie.kern.inzendingen.views.link import inzending_van, mag_bestanden_sturen, met_link
from alliantie.kern.keuzes import Toestemming
from alliantie.kern.models import Bijlage, Inzending, Toegang

KLEIN = (640, 640)  # pixels: sharp at the width of a phone
INHOUDSTYPE = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
VOL = {
    Bijlagesoort.FOTO: "Er passen %d foto's bij. Haal er eerst een weg.",
    Bijlagesoort.DOCUMENT: "Er passen %d papieren bij. Haal er eerst een weg.",
}


@neemt_bestanden(mag_bestanden_sturen)
@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def fotos(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    return _bijlagen(request, inzending_van(via), token, FOTOS, Bijlagesoort.FOTO)


@neemt_bestanden(mag_bestanden_sturen)
@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def papieren(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    return _bijlagen(request, inzending_van(via), token, PAPIEREN, Bijlagesoort.DOCUMENT)


def _bijlagen(
    request: HttpRequest, inzending: Inzending, token: str, naam: str, soort: Bijlagesoort
) -> HttpResponse:
    dit = next(
        (een for een in soort_van(inzending).schermen_voor(inzending.gegevens) if een.naam == naam), None
    )
    if dit is None or inzending.status != Status.CONCEPT:
        return redirect("inzendingen:stand", token=token)
    fouten: list[str] = []
    per_bijlage: dict[int, str] = {}
    status = 200
    if request.method == "POST":
        _beschrijf(request, inzending, soort)
        weg = _haal_weg(request, inzending)
        nieuw, fouten = _neem_aan(request, inzending, soort)
        if "stop" in request.POST and not fouten:
            return redirect(f"{reverse('inzendingen:stand', args=[token])}?bewaard=1")
        if "verder" in request.POST and not nieuw and not fouten and soort == Bijlagesoort.FOTO:
            per_bijlage = {
                foto.pk: "Kies of er mensen te herkennen zijn"
                for foto in inzending.bijlagen.fotos()
                if not foto.toestemming
            }
        if not fouten and not per_bijlage:
            if "verder" in request.POST and not nieuw:
                naar_nakijken = request.GET.get("naar") == NAKIJKEN
                return redirect(
                    reverse("inzendingen:nakijken", args=[token])
                    if naar_nakijken
                    else adres_na(token, inzending, dit)
                )
            anker = f"#bijlage-{nieuw[0].pk}" if nieuw else "#toevoegen"
            return redirect(f"{request.get_full_path()}{'' if weg else anker}")
        status = 422
    rijen = [
        {"bijlage": bijlage, "fout": per_bijlage.get(bijlage.pk, "")}
        for bijlage in inzending.bijlagen.filter(soort=soort)
    ]
    context = schermcontext(inzending, token, dit, None) | {
        "rijen": rijen,
        "fouten": fouten,
        "is_fout": bool(fouten or per_bijlage),
        "toestemmingen": Toestemming.choices,
        "vol": len(rijen) >= invullen.MEESTE[soort],
        "meeste": invullen.MEESTE[soort],
    }
    return render(request, dit.sjabloon, context, status=status)


def _beschrijf(request: HttpRequest, inzending: Inzending, soort: Bijlagesoort) -> None:
    """Keep what was typed about each attachment, also when something else on the page is wrong."""
    for bijlage in inzending.bijlagen.filter(soort=soort):
        omschrijving = request.POST.get(f"omschrijving-{bijlage.pk}", bijlage.omschrijving)
        toestemming = request.POST.get(f"toestemming-{bijlage.pk}", bijlage.toestemming)
        if toestemming not in Toestemming.values:
            toestemming = ""
        if (omschrijving, toestemming) != (bijlage.omschrijving, bijlage.toestemming):
            invullen.beschrijf_bijlage(bijlage=bijlage, omschrijving=omschrijving, toestemming=toestemming)


def _haal_weg(request: HttpRequest, inzending: Inzending) -> bool:
    sleutel = request.POST.get("weg", "")
    bijlage = next((een for een in inzending.bijlagen.all() if str(een.pk) == sleutel), None)
    if bijlage is not None:
        invullen.haal_bijlage_weg(bijlage=bijlage)
    return bijlage is not None


def _neem_aan(
    request: HttpRequest, inzending: Inzending, soort: Bijlagesoort
) -> tuple[list[Bijlage], list[str]]:
    """Keep each file that is good; say of each other one, by its name, what to do."""
    nieuw: list[Bijlage] = []
    fouten: list[str] = []
    veld: Any = FotoFormField() if soort == Bijlagesoort.FOTO else DocumentFormField()
    for bestand in request.FILES.getlist("bestanden"):
        try:
            schoon = veld.clean(bestand)
            klein = _verklein(schoon) if soort == Bijlagesoort.FOTO else None
            nieuw.append(
                invullen.voeg_bijlage_toe(inzending=inzending, soort=soort, bestand=schoon, klein=klein)
            )
        except ValidationError as fout:
            fouten.append(f"{bestand.name}: {' '.join(fout.messages)}")
        except TeVeelBijlagen as fout:
            fouten.append(VOL[soort] % fout.hoogstens)
            break
    return nieuw, fouten


def _verklein(foto: Any) -> ContentFile:
    """Return a small version, for the pages where the sender and the team look at it."""
    foto.seek(0)
    with Image.open(foto) as beeld:
        beeld.thumbnail(KLEIN)
        buffer = io.BytesIO()
        beeld.convert("RGB").save(buffer, format="JPEG", quality=80, optimize=True)
    foto.seek(0)
    return ContentFile(buffer.getvalue(), nieuwe_naam("jpg"))


@require_safe
@met_link(Toegangsrol.AFZENDER)
def bijlage(request: HttpRequest, via: Toegang, token: str, pk: int) -> FileResponse:
    """A photo (small) or document of this inzending, for who sent it."""
    gevonden = inzending_van(via).bijlagen.filter(pk=pk).first()
    if gevonden is None:
        raise Http404
    return lever(gevonden, klein=True)


@require_safe
@met_link(Toegangsrol.GROEP)
def bijlage_voor_groep(request: HttpRequest, via: Toegang, token: str, pk: int) -> FileResponse:
    """The same, for the group that reads along."""
    inzending = inzending_van(via)
    gevonden = inzending.bijlagen.filter(pk=pk).first()
    if gevonden is None or not regels.mag_met_link(Toegangsrol.GROEP, "lezen", inzending):
        raise Http404
    return lever(gevonden, klein=True)


def lever(bijlage: Bijlage, *, klein: bool = False) -> FileResponse:
    """Return the file as nothing but a picture or a download, kept by no cache."""
    bestand, uitgang = bijlage.bestand, bijlage.uitgang
    if klein and bijlage.klein:
        bestand, uitgang = bijlage.klein, "jpg"
    try:
        inhoud = bestand.open("rb")
    except FileNotFoundError as fout:
        raise Http404 from fout
    antwoord = FileResponse(
        inhoud,
        as_attachment=not bijlage.is_foto,
        filename=f"{'foto' if bijlage.is_foto else 'papier'}-{bijlage.pk}.{uitgang}",
        content_type=INHOUDSTYPE[uitgang],
    )
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord
