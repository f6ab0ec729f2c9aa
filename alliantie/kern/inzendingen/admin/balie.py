"""The desk: one inzending on one page, and what is done there short of a decision."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from alliantie.kern.inzendingen import bewerking, regels, toegang
from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd
from alliantie.kern.inzendingen.admin import lezen, vakken, woorden
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.keuzes import Toestemming
from alliantie.kern.models import Gebruiker, Inzending

LIJST = "admin:kern_inzending_changelist"


def adres(inzending: Inzending) -> str:
    return reverse("admin:kern_inzending_change", args=[inzending.pk])


def haal(request: HttpRequest, pk: int, actie: str = "bekijken") -> Inzending:
    """Return the inzending, for who may see it.

    Raises:
        Http404, PermissionDenied
    """
    if not regels.mag_ooit(wie(request), actie):
        raise PermissionDenied
    return get_object_or_404(Inzending.objects.select_related("behandelaar", "doel_soort"), pk=pk)


def wie(request: HttpRequest) -> Gebruiker:
    return request.user  # type: ignore[return-value]


def getal(tekst: str | None) -> int | None:
    return int(tekst) if tekst and tekst.isdecimal() and len(tekst) < 10 else None


def balie(beheer: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Show the desk; keep what was filled in, and do what was pressed."""
    inzending = haal(request, pk)
    if request.method != "POST":
        return toon(beheer, request, inzending)
    ingevuld = lezen.lees(request.POST, inzending)
    if "bewerkt" in request.POST:
        try:
            inzending = behandelen.bewaar_bewerking(
                inzending=inzending,
                door=wie(request),
                gezien=getal(request.POST.get("gezien")) or 0,
                velden=ingevuld.velden,
                oordeel=ingevuld.oordeel,
                bijlagen=ingevuld.bijlagen,
            )
        except IntussenVeranderd as fout:
            inzending = haal(request, pk)
            if not (regels.mag(wie(request), "bewerken", inzending) and ingevuld.staat_er(inzending)):
                zin = woorden.wat_gebeurde(fout, inzending, wie(request))
                return toon(beheer, request, inzending, te_laat=zin, ingevuld=ingevuld)
    try:
        return _doe(beheer, request, inzending, request.POST.get("doe", ""))
    except IntussenVeranderd as fout:
        inzending = haal(request, pk)
        zin = woorden.wat_gebeurde(fout, inzending, wie(request))
        return toon(beheer, request, inzending, te_laat=zin)


def _doe(beheer: Any, request: HttpRequest, inzending: Inzending, wat: str) -> HttpResponse:
    door = wie(request)
    hier = HttpResponseRedirect(adres(inzending))
    match wat.partition(":"):
        case ("oppakken" | "overnemen", _, _):
            behandelen.pak_op(inzending=inzending, door=door, overnemen=wat == "overnemen")
        case ("loslaten", _, _):
            behandelen.laat_los(inzending=inzending, door=door)
            messages.success(request, f"‘{inzending}’ staat weer in de rij.")
            return HttpResponseRedirect(reverse(LIJST))
        case ("telefoon", _, _):
            behandelen.bevestig_telefoon(inzending=inzending, door=door)
            messages.success(request, "Het nummer klopt. Dat staat er nu bij.")
        case ("code", _, _):
            code = behandelen.geef_nieuwe_code(inzending=inzending, door=door)
            messages.success(
                request, f"De nieuwe code is {code}. De oude code en oude links werken niet meer."
            )
        case ("koppel", _, sleutel):
            _koppel(request, inzending, sleutel)
        case ("heropen", _, _):
            besluiten.heropen(inzending=inzending, door=door)
            messages.success(request, f"U hebt ‘{inzending}’ weer in behandeling.")
        case ("volgende", _, _):
            volgende = volgende_voor(door, na=inzending)
            messages.success(request, f"‘{inzending}’ is bewaard.")
            return naar_volgende(request, volgende)
        case ("voorvertoning", _, _):
            return HttpResponseRedirect(reverse("admin:kern_inzending_voorvertoning", args=[inzending.pk]))
        case ("besluit", _, besluit) if besluit.isalpha():
            gezien = {"gezien": str(inzending.versie), "doel": request.POST.get("doel_gezien", "")}
            pad = reverse("admin:kern_inzending_besluit", args=[inzending.pk, besluit])
            return HttpResponseRedirect(f"{pad}?{urlencode(gezien)}")
        case _:
            messages.success(request, "Bewaard. Niemand buiten het team ziet dit nog.")
    return hier


def _koppel(request: HttpRequest, inzending: Inzending, sleutel: str) -> None:
    """Join with the one called ``sleutel``, which the desk offered; "los" undoes it."""
    naam = request.POST.get("naam", "")
    keuzes = dict(vakken.dubbelen(inzending, soort_van(inzending), naam))
    if sleutel != "los" and (sleutel not in keuzes or keuzes[sleutel].doel is None):
        raise Http404
    doel = None if sleutel == "los" else keuzes[sleutel].doel
    behandelen.koppel(inzending=inzending, door=wie(request), gezien=inzending.versie, doel=doel)
    if doel is None:
        messages.success(request, "Dit hoort niet meer bij iets dat er al staat.")
    else:
        messages.success(
            request,
            f"Dit hoort nu bij ‘{doel}’. Kies hieronder per stuk wat u overneemt. Wat er staat, blijft anders staan.",
        )


# --- the next one ----------------------------------------------------------------------------------------


def volgende_voor(door: Gebruiker, *, na: Inzending | None = None) -> Inzending | None:
    """Return what ``door`` may best do next: what waits longest of what is theirs or nobody's.

    Args:
        na: where they were in the queue; from there on, and after the last one from the first again.
    """
    rij = Inzending.objects.te_doen().filter(Q(behandelaar=door) | Q(behandelaar__isnull=True))
    rij = rij.langst_wachtend_eerst()
    if na is None or na.ingediend_op is None:
        return rij.first()
    rij = rij.exclude(pk=na.pk)
    verder = rij.filter(Q(ingediend_op__gt=na.ingediend_op) | Q(ingediend_op=na.ingediend_op, pk__gt=na.pk))
    return verder.first() or rij.first()


def naar_volgende(request: HttpRequest, volgende: Inzending | None) -> HttpResponse:
    if volgende is None:
        messages.info(request, "Er wacht niets meer. Alles is gedaan of opgepakt.")
        return HttpResponseRedirect(reverse(LIJST))
    return HttpResponseRedirect(adres(volgende))


def link_naar(inzending: Inzending) -> str:
    return format_html('<a href="{}">Kijk terug</a>', adres(inzending))


# --- showing it ------------------------------------------------------------------------------------------


def voorvertoning(beheer: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Show the page as the public would see it, with what the team chose."""
    inzending = haal(request, pk)
    soort = soort_van(inzending)
    form = bewerking.teamform(soort, bewerking.definitief(inzending))
    form.is_valid()  # what is not right yet is left out: looking may always
    antwoord = soort.voorvertoning(request, inzending, form.cleaned_data)
    if antwoord is None:
        messages.info(request, "Hier is nog niets van te zien. Vul eerst in wat nog nodig is.")
        return HttpResponseRedirect(adres(inzending))
    return antwoord


def toon(
    beheer: Any,
    request: HttpRequest,
    inzending: Inzending,
    *,
    te_laat: str = "",
    ingevuld: lezen.Ingevuld | None = None,
) -> HttpResponse:
    """Show the desk.

    Args:
        te_laat: who was first, when this person was too late.
        ingevuld: what this person filled in then; it stays in the boxes.
    """
    soort, doel, ik = soort_van(inzending), inzending.doel, wie(request)
    mag = {actie: regels.mag(ik, actie, inzending) for actie in regels.MAG}
    velden, redactie = vakken.vakken(inzending, doel, ingevuld.velden if ingevuld else {})
    status = HTTPStatus.CONFLICT if te_laat else HTTPStatus.OK
    context = beheer.admin_site.each_context(request) | {
        "title": str(inzending),
        "opts": beheer.opts,
        "inzending": inzending,
        "soort": soort,
        "in_het_kort": soort.in_het_kort(inzending),
        "doel": doel,
        # What a tip led to is an inzending too: the one that the group was invited to.
        "doel_url": adres(doel) if isinstance(doel, Inzending) else soort.adres(doel),
        "is_uitnodiging": isinstance(doel, Inzending),
        "doel_weg": inzending.doel_id is not None and doel is None,
        "doel_gezien": soort.doel_versie(doel),
        "te_laat": te_laat,
        "onbewaard": lezen.onbewaard(ingevuld, inzending) if ingevuld and te_laat else [],
        "mag": mag,
        "van_mij": inzending.heeft(ik),
        "wacht": woorden.wacht_in_woorden(inzending),
        "te_lang": woorden.wacht_te_lang(inzending),
        "namens": woorden.NAMENS.get(inzending.gegevens.get("namens"), ""),
        "code": toegang.code_van(inzending),
        "open_vakken": [vak for vak in velden if vak.is_open],
        "andere_vakken": [vak for vak in velden if not vak.is_open],
        "botst": [vak for vak in velden if vak.stand.botst and not vak.keuze],
        "redactie": redactie,
        "woorden": vakken.eigen_woorden(inzending, soort),
        "gesprek": vakken.gesprek(inzending, soort),
        "kenmerken": vakken.kenmerken(inzending, soort, ingevuld.oordeel if ingevuld else {}),
        "voldoet": vakken.VOLDOET,
        "toestemmingen": Toestemming.choices,
        "berichten": inzending.berichten.all(),
        "gebeurd": vakken.wat_er_gebeurde(inzending),
        "is_concept": inzending.status == Status.CONCEPT,
    }
    context |= _bijlagen(inzending, ingevuld.bijlagen if ingevuld else {})
    context["dubbelen"] = vakken.dubbelen(inzending, soort) if inzending.is_open else []
    return TemplateResponse(request, "admin/inzendingen/balie.html", context, status=status)


def _bijlagen(inzending: Inzending, getypt: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    alle = vakken.bijlagevakken(inzending, getypt)
    return {
        "fotos": [vak for vak in alle if vak.bijlage.is_foto],
        "papieren": [vak for vak in alle if not vak.bijlage.is_foto],
    }
