"""The page behind the personal link of an uitvraag: give a tip, another one, or say that you know nobody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import foutpaginas, limiet
from alliantie.kern.formulier import PubliekFormulier
from alliantie.kern.inzendingen.acties.fouten import NietCompleet, NietToegestaan
from alliantie.kern.inzendingen.forms import Inzendform, lees_getypt
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.inzendingen.soort import soort_met
from alliantie.kern.inzendingen.views.beginnen import TE_SNEL, te_vaak
from alliantie.kern.inzendingen.views.link import met_link
from alliantie.kern.models import Toegang
from initiatieven import acties
from initiatieven.models import Uitvraagontvanger

INGETROKKEN = "U trok deze tip zelf in. Wilt u hem toch geven? Verander iets, en druk dan weer op de knop."


def _ontvanger(via: Toegang) -> Uitvraagontvanger:
    return (
        Uitvraagontvanger.objects.met_wie()
        .select_related("uitvraag")
        .prefetch_related("tips")
        .get(pk=via.doel_id)
    )


def _velden(ontvanger: Uitvraagontvanger) -> list[str]:
    """Return what is asked: all that makes a tip, but for what we know of who got the link."""
    bekend = {*acties.wie_het_vertelt(ontvanger), "afzender_telefoon"}
    return [veld for veld in soort_met("tip").velden_voor({}) if veld not in bekend]


@require_http_methods(["GET", "HEAD", "POST"])
@met_link(Toegangsrol.NETWERK)
def uitvraag(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    ontvanger = _ontvanger(via)
    tip = soort_met("tip")
    velden = _velden(ontvanger)
    slot = PubliekFormulier(request.POST or None)
    form, status = tip.form(velden=velden), 200
    if request.method == "POST":
        if "niemand" in request.POST:
            return _zegt_niemand(request, ontvanger, token)
        getypt = lees_getypt(form, request.POST)
        form, status = tip.form(getypt, velden=velden), 422
        if slot.is_valid() and slot.in_lokveld:
            return redirect("initiatieven:uitvraag_bedankt", token=token)
        if form.is_valid() and slot.is_valid():
            if slot.te_snel:
                form.add_error(None, TE_SNEL)
            else:
                try:
                    acties.geef_tip(
                        ontvanger=ontvanger,
                        via=via,
                        getypt=getypt,
                        sleutel=slot.sleutel,
                        netwerk=limiet.netwerk_van(request),
                    )
                    return redirect("initiatieven:uitvraag_bedankt", token=token)
                except limiet.TeVaak as fout:
                    form.add_error(None, te_vaak(fout))
                    status = 429
                except NietToegestaan:
                    form.add_error(None, INGETROKKEN)
                except NietCompleet as fout:
                    _toon(form, fout)
    context = {"ontvanger": ontvanger, "form": form, "slot": slot, "menu_actief": "meedoen"}
    return render(request, "initiatieven/uitvraag.html", context, status=status)


def _toon(form: Inzendform, fout: NietCompleet) -> None:
    for veld, teksten in fout.fouten.items():
        form.add_error(veld if veld in form.fields else None, teksten)


def _zegt_niemand(request: HttpRequest, ontvanger: Uitvraagontvanger, token: str) -> HttpResponse:
    try:
        acties.zegt_geen_tips(ontvanger=ontvanger, netwerk=limiet.netwerk_van(request))
    except limiet.TeVaak as fout:
        return foutpaginas.te_vaak(request, wacht=fout.wacht)
    return redirect("initiatieven:uitvraag_bedankt", token=token)


@require_safe
@met_link(Toegangsrol.NETWERK)
def uitvraag_bedankt(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    context = {"ontvanger": _ontvanger(via), "token": token, "menu_actief": "meedoen"}
    return render(request, "initiatieven/uitvraag_bedankt.html", context)
