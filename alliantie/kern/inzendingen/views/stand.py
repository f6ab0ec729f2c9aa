"""Where it stands, in words and steps; what was asked, answered and accepted; and the way out."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alliantie.kern import limiet
from alliantie.kern.inzendingen import bewerking, regels, toegang
from alliantie.kern.inzendingen.acties import invullen, links, reageren
from alliantie.kern.inzendingen.forms import ReactieForm, lees_getypt
from alliantie.kern.inzendingen.keuzes import Status, Toegangsrol, Uitkomst
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.inzendingen.views.beginnen import te_vaak
from alliantie.kern.inzendingen.views.invullen import GET_EN_POST, delen_van, qr
from alliantie.kern.inzendingen.views.link import inzending_van, met_link
from alliantie.kern.models import Dialoogregel, Inzending, Toegang

WAT_ERMEE_GEBEURDE = {
    bewerking.OVERNEMEN: "Overgenomen",
    bewerking.AANPASSEN: "Een beetje aangepast",
    bewerking.WEGLATEN: "Niet overgenomen",
}


@require_safe
@met_link(Toegangsrol.AFZENDER)
def stand(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Show where it stands: what is still to do before it is sent, or what we are doing with it."""
    return _toon_stand(request, via, token, ReactieForm())


def _toon_stand(
    request: HttpRequest, via: Toegang, token: str, reactie: ReactieForm, status: int = 200
) -> HttpResponse:
    inzending = inzending_van(via)
    soort = soort_van(inzending)
    mag = {
        actie: regels.mag_met_link(Toegangsrol.AFZENDER, actie, inzending)
        for actie in regels.MAG_MET_LINK[Toegangsrol.AFZENDER]
    }
    context: dict[str, Any] = {
        "inzending": inzending,
        "soort": soort,
        "token": token,
        "mag": mag,
        "code": toegang.code_van(inzending),
        "bewaard": "bewaard" in request.GET,
        "te_bevestigen": inzending.email
        if via.gemaild_aan == inzending.email and not inzending.email_bevestigd_op
        else "",
        "menu_actief": "meedoen",
    }
    if inzending.status == Status.CONCEPT:
        delen = delen_van(inzending, token)
        eerste = next((deel for _, groep in delen for deel in groep if deel.fouten), None)
        context |= {
            "delen": [(stap, not any(deel.fouten for deel in groep), groep) for stap, groep in delen],
            "verder_url": eerste.url if eerste else reverse("inzendingen:nakijken", args=[token]),
        }
        return render(request, "inzendingen/overzicht.html", context, status=status)
    antwoord_voor = invullen.antwoord_voor(inzending)
    context |= {
        "reactie": reactie,
        "delen": delen_van(inzending, token),
        "bijlagen": list(inzending.bijlagen.all()),
        "dialoog": list(inzending.dialoog.select_related("antwoord_op")),
        "open_vragen": list(inzending.open_vragen) if mag["beantwoorden"] else [],
        "uitslag": _uitslag(inzending),
        "pagina_url": soort.adres(inzending.doel) if inzending.uitkomst in _OP_DE_SITE else "",
        "antwoord_voor": antwoord_voor if antwoord_voor > timezone.localdate() else None,
    }
    return render(request, "inzendingen/stand.html", context, status=status)


_OP_DE_SITE = {Uitkomst.GEPLAATST, Uitkomst.SAMENGEVOEGD}


def _uitslag(inzending: Inzending) -> list[tuple[str, str]]:
    """Return per field that was sent what the team did with it."""
    if inzending.status != Status.GOEDGEKEURD:
        return []
    velden = soort_van(inzending).form.base_fields
    return [
        (str(velden[naam].label), WAT_ERMEE_GEBEURDE[wat["keuze"]])
        for naam, wat in inzending.bewerking.items()
        if naam in velden and wat.get("keuze") in WAT_ERMEE_GEBEURDE and inzending.gegevens.get(naam)
    ]


@require_POST
@met_link(Toegangsrol.AFZENDER)
def zeg_iets(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Take a few words for the team."""
    form = ReactieForm(request.POST)
    status = 422
    if form.is_valid():
        try:
            reageren.zeg(
                inzending=inzending_van(via),
                rol=Toegangsrol.AFZENDER,
                tekst=form.cleaned_data["tekst"],
                netwerk=limiet.netwerk_van(request),
            )
            return redirect(f"{reverse('inzendingen:stand', args=[token])}#gesprek")
        except limiet.TeVaak as fout:
            form.add_error(None, te_vaak(fout))
            status = 429
    return _toon_stand(request, via, token, form, status)


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def intrekken(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Ask whether they are sure, and withdraw."""
    inzending = inzending_van(via)
    if not regels.mag_met_link(Toegangsrol.AFZENDER, "intrekken", inzending):
        return redirect("inzendingen:stand", token=token)
    if request.method == "POST":
        reageren.trek_in(inzending=inzending)
        return redirect("inzendingen:stand", token=token)
    context = {"inzending": inzending, "token": token, "menu_actief": "meedoen"}
    return render(request, "inzendingen/intrekken.html", context)


@require_POST
@met_link(Toegangsrol.AFZENDER)
def terugnemen(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Take back what nobody read yet, to change it."""
    reageren.neem_terug(inzending=inzending_van(via))
    return redirect("inzendingen:nakijken", token=token)


@require_POST
@met_link(Toegangsrol.AFZENDER)
def bevestig_mail(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Note that this mail address is theirs: the link came there, and they pressed the button."""
    links.bevestig_mailadres(inzending=inzending_van(via), via=via)
    return redirect("inzendingen:stand", token=token)


@require_POST
@met_link(Toegangsrol.AFZENDER)
def laat_meelezen(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Make a link for the group and show it once, to send or to scan."""
    inzending = inzending_van(via)
    nieuw = links.laat_meelezen(inzending=inzending)
    adres = f"{settings.SITE_URL}{reverse('inzendingen:meelezen', args=[nieuw])}"
    context = {
        "inzending": inzending,
        "token": token,
        "adres": adres,
        "qr_svg": qr(adres),
        "menu_actief": "meedoen",
    }
    return render(request, "inzendingen/meelezen_link.html", context)


# --- questions of the team -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Gevraagd:
    """A question of the team, with the field it is about (or none), ready to be answered."""

    vraag: Dialoogregel
    veld: Any  # a bound field, or None
    antwoord: str = ""
    fout: str = ""


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.AFZENDER)
def vragen(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Ask just what the team asked; the answers come back as changes."""
    inzending = inzending_van(via)
    if not regels.mag_met_link(Toegangsrol.AFZENDER, "beantwoorden", inzending):
        return redirect("inzendingen:stand", token=token)
    soort = soort_van(inzending)
    open_vragen = list(inzending.open_vragen)
    if request.method == "POST":  # a page that stood open may show other questions than we ask now
        open_vragen = [vraag for vraag in open_vragen if f"antwoord-{vraag.pk}" in request.POST]
    if not open_vragen:
        return redirect("inzendingen:stand", token=token)
    velden = [vraag.veld for vraag in open_vragen if vraag.veld in soort.form.base_fields]
    eerste = {vraag.veld: vraag for vraag in reversed(open_vragen)}  # a field stands on the page once
    form = soort.form(velden=velden, initial=inzending.gegevens)
    antwoorden: dict[int, str] = {}
    fouten: dict[int, str] = {}
    status = 200
    if request.method == "POST":
        getypt = lees_getypt(form, request.POST)
        form = soort.form(getypt, velden=velden)
        antwoorden = {vraag.pk: request.POST.get(f"antwoord-{vraag.pk}", "") for vraag in open_vragen}
        fouten = {
            vraag.pk: "Schrijf uw antwoord op"
            for vraag in open_vragen
            if vraag.veld not in velden and not antwoorden[vraag.pk].strip()
        }
        if form.is_valid() and not fouten:
            reageren.beantwoord(inzending=inzending, antwoorden=antwoorden, getypt=getypt)
            return redirect(f"{reverse('inzendingen:stand', args=[token])}?beantwoord=1")
        status = 422
    context = {
        "inzending": inzending,
        "soort": soort,
        "token": token,
        "form": form,
        "gevraagd": [
            Gevraagd(
                vraag,
                form[vraag.veld] if vraag.veld in velden and eerste[vraag.veld] == vraag else None,
                antwoorden.get(vraag.pk, ""),
                fouten.get(vraag.pk, ""),
            )
            for vraag in open_vragen
        ],
        "fouten": fouten,
        "menu_actief": "meedoen",
    }
    return render(request, "inzendingen/vragen.html", context, status=status)


# --- the group reads along ---------------------------------------------------------------------------------------


@require_http_methods(GET_EN_POST)
@met_link(Toegangsrol.GROEP)
def meelezen(request: HttpRequest, via: Toegang, token: str) -> HttpResponse:
    """Let the group read what was filled in for them, and say whether it is right."""
    inzending = inzending_van(via)
    form = ReactieForm(request.POST if "anders" in request.POST else None)
    status = 200
    if request.method == "POST":
        try:
            if "klopt" in request.POST:
                links.groep_zegt_klopt(inzending=inzending)
                return redirect(f"{request.path}?dank=1")
            status = 422
            if form.is_valid():
                reageren.zeg(
                    inzending=inzending,
                    rol=Toegangsrol.GROEP,
                    tekst=form.cleaned_data["tekst"],
                    netwerk=limiet.netwerk_van(request),
                )
                return redirect(f"{request.path}?dank=2")
        except limiet.TeVaak as fout:
            form.add_error(None, te_vaak(fout))
            status = 429
    rol = Toegangsrol.GROEP
    context = {
        "inzending": inzending,
        "soort": soort_van(inzending),
        "token": token,
        "delen": [
            (stap, [deel for deel in groep if deel.is_ingevuld and not _gaat_over_afzender(deel)])
            for stap, groep in delen_van(inzending, token)
        ],
        "bijlagen": list(inzending.bijlagen.all()),
        "form": form,
        "mag_lezen": regels.mag_met_link(rol, "lezen", inzending),
        "mag_bevestigen": regels.mag_met_link(rol, "bevestigen", inzending),
        "mag_zeggen": regels.mag_met_link(rol, "zeggen", inzending),
        "dank": request.GET.get("dank", ""),
        "menu_actief": "meedoen",
    }
    return render(request, "inzendingen/meelezen.html", context, status=status)


def _gaat_over_afzender(deel: Any) -> bool:
    """Whether a screen asks about the sender; that is not for the group to read."""
    return any(veld.startswith(("afzender_", "groep_", "namens")) for veld in deel.scherm.velden)
