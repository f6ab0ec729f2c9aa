"""Who signed up for one meeting: in order, added up, and one by one for who calls."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format

from alliantie.kern.inzendingen.toegang import code_van
from alliantie.kern.models import Statuswissel
from bijeenkomsten import presentielijst as papier
from bijeenkomsten import regels
from bijeenkomsten.acties import beheer as acties
from bijeenkomsten.acties import namens
from bijeenkomsten.acties.fouten import (
    GeenPlek,
    NietToegestaan,
    OvergangNietToegestaan,
    TeLaat,
    TeVeelMensen,
)
from bijeenkomsten.admin.tabel import FORMATEN, als_tabel
from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from bijeenkomsten.overzicht import mensen, totalen, wensen

# In which order the stands come on the page; within each the order of arrival.
VOLGORDE = (Stand.GEPLAATST, Stand.AANGEBODEN, Stand.WACHTLIJST, Stand.VERVALLEN, Stand.AFGEMELD)


def controleer(request: Any, bijeenkomst: Bijeenkomst, actie: str) -> None:
    """Let nobody on who may not do ``actie`` (a key of ``regels.MAG``)."""
    if not regels.mag(request.user, actie, bijeenkomst):
        raise PermissionDenied


def gewist_in_woorden(bijeenkomst: Bijeenkomst) -> list[str]:
    """Return the proof that the persons are gone: when, and of how many sign-ups."""
    momenten = bijeenkomst.aanmeldingen.filter(gewist_op__isnull=False).values_list("gewist_op", flat=True)
    per_dag = Counter(timezone.localdate(moment) for moment in momenten)
    return [
        f"Op {date_format(dag, 'j F Y')} zijn de gegevens van "
        f"{aantal} {'aanmelding' if aantal == 1 else 'aanmeldingen'} gewist."
        for dag, aantal in sorted(per_dag.items())
    ]


# --- all of them -----------------------------------------------------------------------------------------


def lijst(beheer: Any, request: HttpRequest, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Show who signed up, and what it adds up to."""
    controleer(request, bijeenkomst, "aanmeldingen_bekijken")
    rijen = list(bijeenkomst.aanmeldingen.order_by("volgnummer"))
    mogen = {actie: regels.mag(request.user, actie, bijeenkomst) for actie in regels.MAG}  # type: ignore[arg-type]
    context = {
        "title": "Aanmeldingen",
        "groepen": [
            (stand, [(rij, wensen(rij)) for rij in rijen if rij.status == stand])
            for stand in VOLGORDE
            if any(rij.status == stand for rij in rijen)
        ],
        "totalen": totalen(bijeenkomst, rijen),
        "zonder_mail": [rij for rij in rijen if rij.is_lopend and not rij.email and not rij.gewist_op],
        "te_mailen": sum(1 for rij in rijen if rij.is_lopend and rij.email),
        "gewist": gewist_in_woorden(bijeenkomst),
        "mag": mogen,
    }
    return toon(beheer, request, bijeenkomst, "aanmeldingen", context)


def presentielijst(beheer: Any, request: HttpRequest, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Give the attendance list to print."""
    controleer(request, bijeenkomst, "aanmeldingen_bekijken")
    antwoord = HttpResponse(papier.maak(bijeenkomst), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="presentielijst-{bijeenkomst.slug}.pdf"'
    return antwoord


def tabel(beheer: Any, request: HttpRequest, bijeenkomst: Bijeenkomst, formaat: str) -> HttpResponse:
    """Give the sign-ups as a file for a spreadsheet."""
    controleer(request, bijeenkomst, "aanmeldingen_bekijken")
    if formaat not in FORMATEN:
        raise Http404
    return als_tabel(bijeenkomst, formaat)


# --- one of them -----------------------------------------------------------------------------------------


class RedenForm(forms.Form):
    use_required_attribute = False
    reden = forms.CharField(
        label="Waarom krijgt deze aanmelding een plek vóór de anderen?",
        help_text="Alleen het team leest dit.",
        max_length=300,
        error_messages={
            "required": "Schrijf kort op waarom",
            "max_length": "Uw tekst heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )


class AantalForm(forms.Form):
    use_required_attribute = False
    aantal = forms.IntegerField(
        label="Met hoeveel mensen komen zij?",
        min_value=1,
        max_value=1000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort"}),
        error_messages={
            "required": "Vul een getal in",
            "invalid": "Vul een getal in, met alleen cijfers",
            "min_value": "Vul 1 of meer in. Komt er niemand? Meld dan af",
            "max_value": "Vul een kleiner getal in",
        },
    )


def een(beheer: Any, request: Any, bijeenkomst: Bijeenkomst, nummer: int) -> HttpResponse:
    """Show one sign-up, and do for somebody who calls what they cannot do themselves."""
    controleer(request, bijeenkomst, "aanmeldingen_bekijken")
    aanmelding = get_object_or_404(
        bijeenkomst.aanmeldingen.select_related("bijeenkomst"), pk=nummer, gewist_op__isnull=True
    )
    actie = request.POST.get("actie", "")
    redenform = RedenForm(request.POST if actie == "plaats" else None)
    aantalform = AantalForm(
        request.POST if actie == "aantal" else None, initial={"aantal": aanmelding.aantal}
    )
    if request.method == "POST":
        controleer(request, bijeenkomst, "aanmeldingen_wijzigen")
        if (actie != "plaats" or redenform.is_valid()) and (actie != "aantal" or aantalform.is_valid()):
            _doe(beheer, request, aanmelding, actie, redenform, aantalform)
            return HttpResponseRedirect(beheer.adres("aanmelding", bijeenkomst.pk, nummer))
    mag_wijzigen = (
        regels.mag(request.user, "aanmeldingen_wijzigen", bijeenkomst) and not bijeenkomst.is_voorbij
    )
    context = {
        "title": str(aanmelding),
        "aanmelding": aanmelding,
        "wensen": wensen(aanmelding),
        "code": code_van(aanmelding),
        "kan": {
            actie: mag_wijzigen and regels.mag_met_link(actie, aanmelding) for actie in regels.MAG_MET_LINK
        }
        | {"plaats": mag_wijzigen and aanmelding.status in {Stand.WACHTLIJST, Stand.VERVALLEN}},
        "redenform": redenform,
        "aantalform": aantalform,
        "is_fout": request.method == "POST",
        "wissels": _wat_er_gebeurde(aanmelding),
    }
    status = 422 if request.method == "POST" else 200
    return toon(beheer, request, bijeenkomst, "aanmelding", context, status=status)


def _wat_er_gebeurde(aanmelding: Aanmelding) -> list[tuple[Statuswissel, str]]:
    """Return every change of stand, newest first, with what it became in words."""
    soort, standen = ContentType.objects.get_for_model(Aanmelding), dict(Stand.choices)
    wissels = Statuswissel.objects.filter(soort=soort, object_id=aanmelding.pk).select_related("door")
    return [(wissel, str(standen.get(wissel.naar, wissel.naar))) for wissel in wissels]


def _doe(
    beheer: Any, request: Any, aanmelding: Aanmelding, actie: str, redenform: Any, aantalform: Any
) -> None:
    wie = f"‘{aanmelding}’"
    try:
        match actie:
            case "bevestig":
                namens.bevestig(aanmelding=aanmelding, door=request.user)
                gedaan = f"{wie} heeft een plek."
            case "plaats":
                reden = redenform.cleaned_data["reden"]
                acties.plaats(aanmelding=aanmelding, door=request.user, reden=reden)
                gedaan = f"{wie} heeft een plek, buiten de rij om."
            case "afmelden":
                namens.meld_af(aanmelding=aanmelding, door=request.user)
                gedaan = f"{wie} is afgemeld."
            case "aantal":
                aantal = aantalform.cleaned_data["aantal"]
                namens.wijzig_aantal(aanmelding=aanmelding, aantal=aantal, door=request.user)
                gedaan = f"{wie} komt nu met {mensen(aantal)}."
            case "wacht_weer":
                namens.wacht_weer(aanmelding=aanmelding, door=request.user)
                gedaan = f"{wie} staat weer op de wachtlijst."
            case _:
                return
    except GeenPlek as fout:
        messages.error(request, geen_plek(fout))
    except TeVeelMensen as fout:
        messages.error(request, f"Eén aanmelding is voor hoogstens {mensen(fout.hoogstens)}.")
    except TeLaat:
        messages.error(request, "De tijd om ja te zeggen is om. De plek gaat naar de volgende.")
    except (NietToegestaan, OvergangNietToegestaan):
        messages.warning(request, f"Dit kan niet meer met {wie}. Misschien deed een collega dit net.")
    else:
        beheer.log_change(request, aanmelding.bijeenkomst, f"Aanmelding {aanmelding.volgnummer}: {actie}")
        messages.success(request, gedaan)


def geen_plek(fout: GeenPlek) -> str:
    """Say how much room there is."""
    if not fout.over:
        return (
            "Er is geen plek meer, of er wachten anderen. Meer plekken? Verander hoeveel mensen erin passen."
        )
    return f"Er is nog plek voor {mensen(fout.over)}. Zoveel mensen passen er niet."


def toon(
    beheer: Any,
    request: HttpRequest,
    bijeenkomst: Bijeenkomst,
    sjabloon: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Return a page about one meeting."""
    alles = beheer.admin_site.each_context(request) | {"opts": beheer.opts, "bijeenkomst": bijeenkomst}
    return TemplateResponse(request, f"admin/bijeenkomsten/{sjabloon}.html", alles | context, status=status)
