"""The freshness desk: what nobody confirmed, whom our mail does not reach, and which websites are gone."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.contrib import messages
from django.contrib.admin.sites import site
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from alliantie.kern.beheer import Aandacht, extra_paginas, vragen_aandacht
from alliantie.kern.models import Bericht
from initiatieven import acties, regels
from initiatieven.keuzes import Soort
from initiatieven.models import (
    Bron,
    Contactpersoon,
    Initiatief,
    Linkcontrole,
    Methodiek,
    Organisatie,
    Vermelding,
)

MEESTE = 50  # per list; who works these off sees the next ones


@dataclass
class OudeTekst:
    """An item that nobody confirmed for a year, and whom we can ask."""

    vermelding: Vermelding
    wijzig_url: str
    wie: list[Contactpersoon] = field(default_factory=list)  # agreed to get mail
    zonder_post: list[Contactpersoon] = field(default_factory=list)

    @property
    def gevraagd_op(self) -> date | None:
        return max((wie.gevraagd_op for wie in self.wie if wie.gevraagd_op), default=None)

    @property
    def kan_nu(self) -> bool:
        return any(wie.gevraagd_op != timezone.localdate() for wie in self.wie)


@dataclass
class Bezorging:
    """A mail that did not reach a contact person, and the items that person speaks for."""

    bericht: Bericht
    initiatieven: list[tuple[str, str]]  # name, where to change it


@dataclass
class DodeLink:
    link: Linkcontrole
    gebruikt_door: list[tuple[str, str]]  # name, where to change it


# --- what there is ---------------------------------------------------------------------------------------


def _wijzig_url(rij: Vermelding | Organisatie) -> str:
    soort = "organisatie" if isinstance(rij, Organisatie) else rij.soort
    return reverse(f"admin:initiatieven_{soort}_change", args=[rij.pk])


def _oude_teksten() -> list[OudeTekst]:
    vermeldingen = Vermelding.objects.lang_niet_bevestigd().langst_niet_bevestigd_eerst()[:MEESTE]
    rijen = {v.pk: OudeTekst(v, _wijzig_url(v)) for v in vermeldingen}
    for contactpersoon in Contactpersoon.objects.filter(initiatief__in=rijen):
        rij = rijen[contactpersoon.initiatief_id]
        krijgt_post = contactpersoon.akkoord_op and contactpersoon.email
        (rij.wie if krijgt_post else rij.zonder_post).append(contactpersoon)
    return list(rijen.values())


def _van_openbare_initiatieven() -> QuerySet[Contactpersoon]:
    return Contactpersoon.objects.filter(initiatief__in=Initiatief.objects.openbaar())


def _niet_bezorgd() -> QuerySet[Bericht]:
    """Mails to somebody who still is a contact person under that address; a new address solves it."""
    mislukt = Bericht.objects.blijft_liggen() | Bericht.objects.filter(teruggekomen_op__isnull=False)
    return mislukt.filter(aan__in=_van_openbare_initiatieven().values("email"))


def _bezorgingen() -> list[Bezorging]:
    berichten = list(_niet_bezorgd().order_by("aan", "-gemaakt_op").distinct("aan")[:MEESTE])
    van: dict[str, list[tuple[str, str]]] = defaultdict(list)
    contactpersonen = _van_openbare_initiatieven().filter(email__in=[bericht.aan for bericht in berichten])
    for contactpersoon in contactpersonen.select_related("initiatief"):
        initiatief = contactpersoon.initiatief
        van[contactpersoon.email].append((initiatief.titel, _wijzig_url(initiatief)))
    return [Bezorging(bericht, van[bericht.aan]) for bericht in berichten]


def _dode_links() -> list[DodeLink]:
    links = list(Linkcontrole.objects.stuk()[:MEESTE])
    adressen = [link.url for link in links]
    van: dict[str, dict[str, str]] = defaultdict(dict)  # address → where to change it → name
    for vermelding in Vermelding.objects.openbaar().filter(website__in=adressen):
        van[vermelding.website][_wijzig_url(vermelding)] = vermelding.titel
    bronnen = Bron.objects.filter(vermelding__in=Vermelding.objects.openbaar(), url__in=adressen)
    for bron in bronnen.select_related("vermelding"):
        van[bron.url].setdefault(_wijzig_url(bron.vermelding), bron.vermelding.titel)
    for organisatie in Organisatie.objects.filter(website__in=adressen):
        van[organisatie.website][_wijzig_url(organisatie)] = organisatie.naam
    return [DodeLink(link, [(naam, url) for url, naam in van[link.url].items()]) for link in links]


def van_de_versheid(request: HttpRequest) -> list[Aandacht]:
    pagina = reverse("admin:versheid")
    return [
        Aandacht(
            "Al een jaar niet bevestigd",
            Vermelding.objects.lang_niet_bevestigd().count(),
            f"{pagina}#teksten",
            "Vraag of het nog klopt.",
        ),
        Aandacht(
            "Contactpersonen die onze mail niet krijgen",
            _niet_bezorgd().values("aan").distinct().count(),
            f"{pagina}#mails",
            "Zoek een ander mailadres.",
        ),
        Aandacht(
            "Websites die het niet doen",
            Linkcontrole.objects.stuk().count(),
            f"{pagina}#links",
            "Zoek het nieuwe adres, of haal het weg.",
        ),
    ]


# --- the page --------------------------------------------------------------------------------------------


def versheid(request: HttpRequest) -> HttpResponse:
    """Show the three lists; a button asks a contact person, or says that staff asked."""
    if not regels.mag_altijd(request.user, "versheid_bekijken"):
        raise PermissionDenied
    if request.method == "POST":
        if not regels.mag_altijd(request.user, "versheid_bijwerken"):
            raise PermissionDenied
        _doe(request)
        return HttpResponseRedirect(reverse("admin:versheid"))
    context = site.each_context(request) | {
        "title": "Klopt dit nog?",
        "teksten": _oude_teksten(),
        "aantal_teksten": Vermelding.objects.lang_niet_bevestigd().count(),
        "bezorgingen": _bezorgingen(),
        "dode_links": _dode_links(),
        "meeste": MEESTE,
        "mag_bijwerken": regels.mag_altijd(request.user, "versheid_bijwerken"),
        "mag_contact": regels.mag_altijd(request.user, "contactpersonen_bekijken"),
    }
    return TemplateResponse(request, "admin/initiatieven/versheid.html", context)


def _doe(request: HttpRequest) -> None:
    sleutel = request.POST.get("pk", "")
    vermelding = Vermelding.objects.openbaar().filter(pk=sleutel).first() if sleutel.isdecimal() else None
    if vermelding is None:
        messages.warning(request, "Dit staat niet meer op de site. Misschien deed een collega dit net.")
        return
    model = Initiatief if vermelding.soort == Soort.INITIATIEF else Methodiek
    rij = model.objects.get(pk=vermelding.pk)
    try:
        match request.POST.get("actie"):
            case "vraag" if isinstance(rij, Initiatief):
                aantal = acties.vraag_nu(initiatief=rij, door=request.user)
                gedaan = f"De vraag over ‘{rij}’ gaat naar {aantal} {'mens' if aantal == 1 else 'mensen'}."
            case "bevestig":
                acties.bevestig_na_navraag(vermelding=rij, door=request.user)
                gedaan = f"‘{rij}’ is bevestigd. Dat staat nu ook op de site."
            case _:
                return
    except acties.NiemandTeVragen:
        messages.warning(
            request, f"Niemand van ‘{rij}’ kan nu mail krijgen. Of de vraag is vandaag al gesteld."
        )
    except acties.NietOpenbaar:
        messages.warning(request, f"‘{rij}’ staat niet meer op de site.")
    else:
        site.get_model_admin(model).log_change(request, rij, gedaan)
        messages.success(request, gedaan)


vragen_aandacht.append(van_de_versheid)
extra_paginas.append(("versheid/", versheid, "versheid"))
