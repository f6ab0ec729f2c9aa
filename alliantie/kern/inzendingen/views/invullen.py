"""Fill in, screen by screen, look it over, and send. Each screen is kept at "Verder", right or wrong."""

from dataclasses import dataclass
from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import limiet
from alliantie.kern.formulier import PubliekFormulier
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties import invullen, links
from alliantie.kern.inzendingen.acties.fouten import NietCompleet, NietToegestaan, TeSnel
from alliantie.kern.inzendingen.forms import NieuweLinkForm, lees_getypt
from alliantie.kern.inzendingen.keuzes import Bijlagesoort, Status, Toegangsrol
from alliantie.kern.inzendingen.soort import FOTOS, NAKIJKEN, PAPIEREN, Scherm, soort_van
from alliantie.kern.inzendingen.views.beginnen import TE_SNEL, stappen_van, te_vaak
from alliantie.kern.inzendingen.views.link import inzending_van, met_link
from alliantie.kern.models import Inzending, Toegang

GET_EN_POST = ["GET", "HEAD", "POST"]


# --- the code ------------------------------------------------------------------------------------------------


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def code(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Show the code to write down, and offer a link by mail as well."""
    inzending = inzending_van(via)
    if inzending.status != Status.CONCEPT:
        return redirect("inzendingen:stand", token=token)
    form = NieuweLinkForm(request.POST or None, initial={"email": inzending.email})
    form.helper.layout[-1].value = "Mail mij een link"
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                if not form.in_lokveld:
                    links.mail_link(
                        inzending=inzending,
                        email=form.cleaned_data["email"],
                        sleutel=form.sleutel,
                        netwerk=limiet.netwerk_van(request),
                    )
                return redirect(f"{request.path}?gemaild=1")
            except limiet.TeVaak as fout:
                form.add_error(None, te_vaak(fout))
                status = 429
    return render(
        request, "inzendingen/code.html", _codecontext(inzending, token, form, request), status=status
    )


def _codecontext(inzending: Inzending, token: str, form: Any, request: HttpRequest) -> dict[str, object]:
    return {
        "inzending": inzending,
        "soort": soort_van(inzending),
        "token": token,
        "code": toegang.code_van(inzending),
        "form": form,
        "gemaild": "gemaild" in request.GET and inzending.email,
        "qr_svg": qr(f"{settings.SITE_URL}{reverse('inzendingen:stand', args=[token])}"),
        "verder_url": _adres(token, volgende(inzending, 0)),
        "menu_actief": "meedoen",
    }


def qr(adres: str) -> SafeString:
    return mark_safe(segno.make(adres, error="m").svg_inline(border=2, omitsize=True))


# --- one screen ----------------------------------------------------------------------------------------------


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def scherm(request: HttpRequest, via: Toegang, token: str, naam: str) -> HttpResponse:
    """Ask one question and keep the answer, right or wrong."""
    inzending = inzending_van(via)
    soort = soort_van(inzending)
    schermen = soort.schermen_voor(inzending.gegevens)
    plek = next((plek for plek, een in enumerate(schermen) if een.naam == naam and een.velden), None)
    if plek is None or inzending.status != Status.CONCEPT:
        return redirect("inzendingen:stand", token=token)
    dit = schermen[plek]
    status = 200
    if request.method == "POST":
        getypt = lees_getypt(soort.form(velden=dit.velden), request.POST)
        form = soort.form(getypt, velden=dit.velden)
        inzending = invullen.bewaar(inzending=inzending, getypt=getypt)
        if "stop" in request.POST:
            return redirect(f"{reverse('inzendingen:stand', args=[token])}?bewaard=1")
        if form.is_valid():
            return redirect(_verder(request, token, inzending, dit))
        status = 422
    else:
        form = soort.form(velden=dit.velden, initial=inzending.gegevens)
        if (
            "fouten" in request.GET
        ):  # from the page where everything is looked over: say at once what is needed
            form = soort.form(inzending.gegevens, velden=dit.velden)
    return render(request, dit.sjabloon, schermcontext(inzending, token, dit, form), status=status)


def schermcontext(inzending: Inzending, token: str, dit: Scherm, form: Any) -> dict[str, object]:
    """Return what the template of a screen shows around the question."""
    soort = soort_van(inzending)
    schermen = soort.schermen_voor(inzending.gegevens)
    plek = schermen.index(dit)
    stappen = stappen_van(soort, inzending.gegevens)
    return {
        "inzending": inzending,
        "soort": soort,
        "scherm": dit,
        "token": token,
        "form": form,
        "stappen": stappen,
        "stap_nummer": stappen.index(dit.stap) + 1,
        "terug_url": _adres(token, schermen[plek - 1])
        if plek
        else reverse("inzendingen:stand", args=[token]),
        "doel": inzending.doel,
        "knop": "Verder",
        "menu_actief": "meedoen",
    }


def _verder(request: HttpRequest, token: str, inzending: Inzending, dit: Scherm) -> str:
    soort = soort_van(inzending)
    if dit.naam == soort.dubbel_na and soort.dubbelen(inzending.gegevens):
        return reverse("inzendingen:dubbel", args=[token])
    if request.GET.get("naar") == NAKIJKEN:
        return reverse("inzendingen:nakijken", args=[token])
    return adres_na(token, inzending, dit)


def adres_na(token: str, inzending: Inzending, dit: Scherm) -> str:
    """Return the address of what comes after this screen."""
    schermen = soort_van(inzending).schermen_voor(inzending.gegevens)
    return _adres(token, volgende(inzending, schermen.index(dit)))


def volgende(inzending: Inzending, plek: int) -> Scherm | None:
    """Return the screen after number ``plek``; ``None`` after the last."""
    schermen = soort_van(inzending).schermen_voor(inzending.gegevens)
    return schermen[plek + 1] if plek + 1 < len(schermen) else None


def _adres(token: str, een: Scherm | None) -> str:
    if een is None:
        return reverse("inzendingen:nakijken", args=[token])
    if een.naam in {FOTOS, PAPIEREN}:
        return reverse(f"inzendingen:{een.naam}", args=[token])
    return reverse("inzendingen:scherm", args=[token, een.naam])


@require_safe
@met_link(Toegangsrol.AFZENDER)
def dubbel(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Ask whether it stands there already, with a way to add to that instead."""
    inzending = inzending_van(via)
    soort = soort_van(inzending)
    if inzending.status != Status.CONCEPT:
        return redirect("inzendingen:stand", token=token)
    dit = next(een for een in soort.schermen if een.naam == soort.dubbel_na)
    context = schermcontext(inzending, token, dit, None) | {
        "dubbelen": soort.dubbelen(inzending.gegevens),
        "terug_url": _adres(token, dit),
        "verder_url": adres_na(token, inzending, dit),
    }
    return render(request, "inzendingen/dubbel.html", context)


# --- look it over and send -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Antwoord:
    """One answer as the sender reads it back."""

    vraag: str
    tekst: str
    is_lang: bool = False


@dataclass(frozen=True)
class Deel:
    """One screen, looked back at: its question, what was answered, and what is still needed."""

    scherm: Scherm
    url: str
    antwoorden: tuple[Antwoord, ...]
    fouten: tuple[str, ...]
    is_ingevuld: bool

    @property
    def stand(self) -> str:
        """How far it is, in words."""
        if self.fouten:
            return "Nog doen"
        return "Klaar" if self.is_ingevuld else "Mag u overslaan"


def delen_van(inzending: Inzending, token: str) -> list[tuple[str, list[Deel]]]:
    """Return per step the screens with what was answered."""
    soort = soort_van(inzending)
    fouten = invullen.wat_ontbreekt(inzending) if inzending.status == Status.CONCEPT else {}
    soorten = {bijlage.soort for bijlage in inzending.bijlagen.all()}
    met_bijlagen = {
        naam
        for naam, soort_ in ((FOTOS, Bijlagesoort.FOTO), (PAPIEREN, Bijlagesoort.DOCUMENT))
        if soort_ in soorten
    }
    form = soort.form(inzending.gegevens)
    per_stap: dict[str, list[Deel]] = {}
    for een in soort.schermen_voor(inzending.gegevens):
        antwoorden = tuple(
            Antwoord(str(form.fields[veld].label), tekst, len(tekst) > 80)
            for veld in een.velden
            if (tekst := in_woorden(form.fields[veld], inzending.gegevens.get(veld)))
        )
        eigen = tuple(tekst for veld in (*een.velden, een.naam) for tekst in fouten.get(veld, ()))
        deel = Deel(
            een,
            _adres(token, een),
            antwoorden,
            tuple(dict.fromkeys(eigen)),
            bool(antwoorden) or een.naam in met_bijlagen,
        )
        per_stap.setdefault(een.stap, []).append(deel)
    return list(per_stap.items())


def in_woorden(veld: Any, waarde: Any) -> str:
    """Return an answer as people read it: the words of a choice instead of its value."""
    keuzes = {str(sleutel): str(label) for sleutel, label in getattr(veld, "choices", ())}
    if isinstance(waarde, list):
        return ", ".join(keuzes.get(str(deel), str(deel)) for deel in waarde)
    return keuzes.get(str(waarde), str(waarde)) if waarde else ""


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def nakijken(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Show everything that was filled in, ask for consent, and send it."""
    inzending = inzending_van(via)
    if inzending.status != Status.CONCEPT:
        return redirect("inzendingen:verstuurd" if inzending.is_open else "inzendingen:stand", token=token)
    soort = soort_van(inzending)
    form = soort.form(velden=["akkoord"], initial={"akkoord": inzending.gegevens.get("akkoord")})
    slot = PubliekFormulier(request.POST or None)
    status, getoond = 200, False
    if request.method == "POST":
        getypt = lees_getypt(form, request.POST)
        form = soort.form(getypt, velden=["akkoord"])
        if slot.is_valid() and slot.in_lokveld:
            return redirect("inzendingen:ontvangen")
        try:
            inzending = invullen.bewaar(inzending=inzending, getypt=getypt)
            invullen.verstuur(inzending=inzending)
            return redirect("inzendingen:verstuurd", token=token)
        except NietToegestaan:
            return redirect("inzendingen:nakijken", token=token)  # a double click sent it a moment ago
        except NietCompleet:
            status, getoond = 422, True
        except TeSnel:
            form.add_error(None, TE_SNEL)
            status = 422
    stappen = stappen_van(soort, inzending.gegevens)
    context = {
        "inzending": inzending,
        "soort": soort,
        "token": token,
        "form": form,
        "slot": slot,
        "stappen": stappen,
        "stap_nummer": len(stappen),
        "delen": delen_van(inzending, token),
        "fouten_getoond": getoond,
        "bijlagen": list(inzending.bijlagen.all()),
        "menu_actief": "meedoen",
    }
    return render(request, "inzendingen/nakijken.html", context, status=status)


@require_safe
@met_link(Toegangsrol.AFZENDER)
def verstuurd(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Say that it arrived, what happens now, and when they hear from us."""
    inzending = inzending_van(via)
    if not inzending.is_open:
        return redirect("inzendingen:stand", token=token)
    context = _codecontext(inzending, token, None, request) | {
        "antwoord_voor": invullen.antwoord_voor(inzending)
    }
    return render(request, "inzendingen/verstuurd.html", context)
