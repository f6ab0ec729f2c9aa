"""The pages of one initiatief and of one methodiek; the preview for staff shows the very same."""

import itertools

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from alliantie.kern.inlog import is_ingelogd
from alliantie.kern.opmaak import naar_html
from alliantie.kern.paginacache import publieke_pagina
from initiatieven import regels
from initiatieven.delen import delen_van
from initiatieven.models import Initiatief, Methodiek, Oordeel, Stap, Vermelding

VERWANTE_KAARTJES = 3
NAVOLGERS = 24


@require_safe
@publieke_pagina
def initiatief(request: HttpRequest, slug: str) -> HttpResponse:
    return toon_initiatief(request, get_object_or_404(Initiatief.objects.openbaar().voor_pagina(), slug=slug))


@require_safe
@publieke_pagina
def methodiek(request: HttpRequest, slug: str) -> HttpResponse:
    return toon_methodiek(request, get_object_or_404(Methodiek.objects.openbaar().voor_pagina(), slug=slug))


def toon_initiatief(
    request: HttpRequest, initiatief: Initiatief, *, is_voorvertoning: bool = False
) -> HttpResponse:
    context = _gedeeld(request, initiatief, is_voorvertoning) | {
        "initiatief": initiatief,
        "verhaal_html": naar_html(initiatief.verhaal),
        "opbrengst_html": naar_html(initiatief.opbrengst),
        "samenwerking_html": naar_html(initiatief.samenwerking),
        "geleerd_html": naar_html(initiatief.geleerd),
        "anders_gedaan_html": naar_html(initiatief.anders_gedaan),
        "methodiek": Methodiek.objects.openbaar().filter(pk=initiatief.methodiek_id).first(),
        "gebaseerd_op": Initiatief.objects.openbaar().filter(pk=initiatief.geinspireerd_op_id).first(),
        "afgeleid": list(initiatief.afgeleid.openbaar().voor_kaartjes()),
        "kan_contact": not initiatief.is_gestopt,
        "menu_actief": "initiatieven",
    }
    return render(request, "initiatieven/initiatief.html", context)


def toon_methodiek(
    request: HttpRequest, methodiek: Methodiek, *, is_voorvertoning: bool = False
) -> HttpResponse:
    navolgers = methodiek.navolgers.openbaar()
    context = _gedeeld(request, methodiek, is_voorvertoning) | {
        "methodiek": methodiek,
        "in_het_kort_html": naar_html(methodiek.in_het_kort),
        "waarom_html": naar_html(methodiek.waarom_het_werkt),
        "kern_html": naar_html(methodiek.kern),
        "vrij_html": naar_html(methodiek.vrij),
        "aandachtspunten": [(punt.titel, naar_html(punt.tekst)) for punt in methodiek.aandachtspunten.all()],
        "fasen": _fasen(methodiek),
        "oordelen": _oordelen(methodiek),
        "navolgers": list(navolgers.voor_kaartjes().nieuwste_eerst()[:NAVOLGERS]),
        "aantal_navolgers": navolgers.count(),
        "menu_actief": "methodieken",
    }
    return render(request, "initiatieven/methodiek.html", context)


def _gedeeld(request: HttpRequest, vermelding: Vermelding, is_voorvertoning: bool) -> dict[str, object]:
    themas = [
        vermelding.hoofdthema,
        *(thema for thema in vermelding.themas.all() if thema != vermelding.hoofdthema),
    ]
    return {
        "themas": themas,
        "financiering": list(vermelding.financiering.all()),
        "verwant": list(_verwant(vermelding)),
        "extra_delen": delen_van(vermelding),
        "qr_svg": _qr(f"{settings.SITE_URL}{vermelding.get_absolute_url()}"),
        "is_voorvertoning": is_voorvertoning,
        "beheer_url": _beheer_url(request, vermelding),
    }


def _beheer_url(request: HttpRequest, vermelding: Vermelding) -> str:
    """Return where staff edit this item; "" for everybody else."""
    if not (is_ingelogd(request) and regels.mag_bekijken(request.user, vermelding)):
        return ""
    return reverse(f"admin:initiatieven_{vermelding.soort}_change", args=[vermelding.pk])


def _verwant(vermelding: Vermelding) -> object:
    """Return others of the same kind and main theme, newest first."""
    zelfde = (
        Vermelding.objects.openbaar()
        .filter(hoofdthema=vermelding.hoofdthema, soort=vermelding.soort)
        .exclude(pk=vermelding.pk)
    )
    return zelfde.voor_kaartjes().nieuwste_eerst()[:VERWANTE_KAARTJES]


def _fasen(methodiek: Methodiek) -> list[tuple[str, list[dict[str, object]]]]:
    """Return the phases of the plan van aanpak with their steps; the steps are numbered through all phases."""
    genummerd = enumerate(methodiek.stappen.all(), start=1)
    return [
        (fase, [_stap(nummer, stap) for nummer, stap in stappen])
        for fase, stappen in itertools.groupby(genummerd, key=lambda paar: paar[1].fase)
    ]


def _stap(nummer: int, stap: Stap) -> dict[str, object]:
    velden = {naam: getattr(stap, naam) for naam in ("titel", "wie", "duur", "kosten", "nodig")}
    return velden | {"nummer": nummer, "tekst_html": naar_html(stap.tekst)}


def _oordelen(methodiek: Methodiek) -> list[dict[str, str]]:
    return [
        {
            "label": oordeel.get_kenmerk_display(),
            "voldoet": oordeel.voldoet,
            "voldoet_label": oordeel.get_voldoet_display(),
            "toelichting": oordeel.toelichting,
        }
        for oordeel in Oordeel.in_volgorde(methodiek.oordelen.all())
    ]


def _qr(adres: str) -> SafeString:
    return mark_safe(segno.make(adres, error="m").svg_inline(border=2, omitsize=True))
