"""Sign up for a meeting, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import limiet
from alliantie.kern.inzendingen.views.beginnen import TE_SNEL, te_vaak
from bijeenkomsten.acties import aanmelden as acties
from bijeenkomsten.acties import links
from bijeenkomsten.acties.fouten import AanmeldenKanNiet, TeVeelMensen
from bijeenkomsten.forms import AanmeldForm, te_veel_mensen
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from bijeenkomsten.views.bijeenkomst import aanmeldstand


def _bijeenkomst(slug: str) -> Bijeenkomst:
    return get_object_or_404(
        Bijeenkomst.objects.openbaar().select_related("gemeente").met_aantallen(), slug=slug
    )


@require_http_methods(["GET", "HEAD", "POST"])
def aanmelden(request: HttpRequest, slug: str) -> HttpResponse:
    bijeenkomst = _bijeenkomst(slug)
    form = AanmeldForm(
        request.POST or None,
        bijeenkomst=bijeenkomst,
        hoogstens=acties.hoogstens(bijeenkomst),
        initial={"aantal": 1},
    )
    status = 200
    if request.method == "POST":
        status = 422
        try:
            # Who pressed the button twice, or went back, did sign up in time; so the actie says whether it is closed.
            if form.is_valid() and (antwoord := _meld_aan(request, bijeenkomst, form)):
                return antwoord
        except limiet.TeVaak as fout:
            form.add_error(None, te_vaak(fout))
            status = 429
        except TeVeelMensen as fout:
            form.add_error("aantal", te_veel_mensen(fout.hoogstens))
        except AanmeldenKanNiet:
            status = 409
    if status == 409 or not bijeenkomst.kan_aanmelden:
        return _kan_niet(request, _bijeenkomst(slug), 409 if request.method == "POST" else 200)
    context = {"bijeenkomst": bijeenkomst, "form": form, "menu_actief": "bijeenkomsten"}
    antwoord = render(request, "bijeenkomsten/aanmelden.html", context, status=status)
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord


def _meld_aan(request: HttpRequest, bijeenkomst: Bijeenkomst, form: AanmeldForm) -> HttpResponse | None:
    """Sign up and show how it stands; ``None`` when a person must look the form over again."""
    if form.in_lokveld:
        return redirect("bijeenkomsten:al_aangemeld", slug=bijeenkomst.slug)  # a robot: all went well
    if form.te_snel:
        form.add_error(None, TE_SNEL)
        return None
    aanmelding = acties.meld_aan(
        bijeenkomst=bijeenkomst,
        gegevens=form.cleaned_data,
        sleutel=form.sleutel,
        netwerk=limiet.netwerk_van(request),
    )
    if aanmelding.sleutel != form.sleutel:
        # Somebody with this name and address signed up before. Whether that is who sits here, only the mailbox knows.
        links.mail_nieuwe_links(
            email=aanmelding.email, sleutel=form.sleutel, netwerk=limiet.netwerk_van(request)
        )
        return redirect("bijeenkomsten:al_aangemeld", slug=bijeenkomst.slug)
    wat = "nieuw" if _is_wat_er_stond(aanmelding, form) else "al"
    token = links.maak_link(aanmelding=aanmelding)
    return redirect(f"{reverse('bijeenkomsten:aanmelding', args=[token])}?{wat}=1")


def _is_wat_er_stond(aanmelding: Aanmelding, form: AanmeldForm) -> bool:
    """Whether the sign-up says what was typed; not when somebody went back, changed it, and sent it once more."""
    return all(
        getattr(aanmelding, veld) == form.cleaned_data[veld]
        for veld in acties.VELDEN
        if veld in form.cleaned_data
    )


def _kan_niet(request: HttpRequest, bijeenkomst: Bijeenkomst, status: int) -> HttpResponse:
    """Say why nobody can sign up now, and what one can do instead."""
    context = {
        "bijeenkomst": bijeenkomst,
        "aanmeldstand": aanmeldstand(bijeenkomst),
        "menu_actief": "bijeenkomsten",
    }
    antwoord = render(request, "bijeenkomsten/aanmelden_kan_niet.html", context, status=status)
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord


@require_safe
def al_aangemeld(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody with this name and address is on the list already: the link is in the mailbox."""
    context = {"bijeenkomst": _bijeenkomst(slug), "menu_actief": "bijeenkomsten"}
    antwoord = render(request, "bijeenkomsten/al_aangemeld.html", context)
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
