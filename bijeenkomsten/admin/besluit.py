"""Publish, take back, call off: each a page that says what will happen, and shows the mail that goes out."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from alliantie.kern import post
from bijeenkomsten import regels
from bijeenkomsten.acties import beheer as acties
from bijeenkomsten.acties.fouten import NietCompleet, NietToegestaan, OvergangNietToegestaan
from bijeenkomsten.acties.lessen import deel_lessen
from bijeenkomsten.admin.mailform import mailform
from bijeenkomsten.models import Bijeenkomst


@dataclass(frozen=True)
class Besluit:
    """A change of status as staff see it."""

    knop: str
    uitleg: str
    klaar: str
    reden_nodig: bool = False
    is_gevaar: bool = False


BESLUITEN = {
    "publiceren": Besluit(
        "Publiceer",
        "Iedereen kan het daarna lezen. Staat ‘aanmelden kan op de site’ aan? Dan kunnen mensen zich aanmelden.",
        "staat nu op de site",
    ),
    "terughalen": Besluit(
        "Haal terug",
        "Het wordt weer een concept. Niemand buiten het team ziet het dan nog. "
        "Dit kan alleen als niemand zich aanmeldde.",
        "is weer een concept",
        reden_nodig=True,
    ),
    "afgelasten": Besluit(
        "Gelast af",
        "De pagina blijft staan. Daar staat dan dat het niet doorgaat. Dit kunt u niet terugdraaien. "
        "Komt er een andere dag? Maak dan een nieuwe van deze.",
        "gaat niet door. Dat staat nu ook op de site",
        reden_nodig=True,
        is_gevaar=True,
    ),
}


class RedenForm(forms.Form):
    use_required_attribute = False
    reden = forms.CharField(
        label="Waarom?",
        help_text="Dit komt in de geschiedenis. Alleen het team leest het.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf kort op waarom"},
    )


def besluit(beheer: Any, request: HttpRequest, bijeenkomst: Bijeenkomst, wat: str) -> HttpResponse:
    """Ask what is needed for the decision ``wat``, show its mail, and take it."""
    if wat not in BESLUITEN:
        raise Http404
    if not regels.mag(request.user, wat, bijeenkomst):  # type: ignore[arg-type]
        if regels.mag(request.user, "wijzigen", bijeenkomst) or bijeenkomst.is_afgelast:  # type: ignore[arg-type]
            messages.warning(request, f"‘{bijeenkomst}’ staat al anders. Misschien deed een collega dit net.")
            return HttpResponseRedirect(beheer.adres("change", bijeenkomst.pk))
        raise PermissionDenied
    keuze = BESLUITEN[wat]
    data = request.POST if request.method == "POST" else None
    lopend = bijeenkomst.aanmeldingen.lopend().order_by("volgnummer")
    krijgt_mail, bellen = list(lopend.exclude(email="")), list(lopend.filter(email=""))
    redenform = RedenForm(data) if keuze.reden_nodig else None
    form = (
        mailform("bijeenkomst_afgelast", bijeenkomst, data) if wat == "afgelasten" and krijgt_mail else None
    )
    kloppen = [deel.is_valid() for deel in (redenform, form) if deel is not None]
    if data is not None and all(kloppen):
        reden = redenform.cleaned_data["reden"] if redenform else ""
        return _neem(beheer, request, bijeenkomst, wat, reden, form.mail if form else None)
    context = beheer.admin_site.each_context(request) | {
        "title": f"{keuze.knop}: {bijeenkomst}",
        "opts": beheer.opts,
        "bijeenkomst": bijeenkomst,
        "besluit": keuze,
        "wat": wat,
        "ontbreekt": acties.wat_ontbreekt(bijeenkomst) if wat == "publiceren" else [],
        "kan_niet": wat == "terughalen" and bool(krijgt_mail or bellen),
        "redenform": redenform,
        "mailform": form,
        "krijgt_mail": krijgt_mail,
        "bellen": bellen,
    }
    status = HTTPStatus.OK if data is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return TemplateResponse(request, "admin/bijeenkomsten/besluit.html", context, status=status)


def _neem(
    beheer: Any, request: Any, bijeenkomst: Bijeenkomst, wat: str, reden: str, mail: post.Mail | None
) -> HttpResponse:
    try:
        match wat:
            case "publiceren":
                acties.publiceer(bijeenkomst=bijeenkomst, door=request.user)
                deel_lessen(bijeenkomst=bijeenkomst, door=request.user)
            case "terughalen":
                acties.haal_terug(bijeenkomst=bijeenkomst, door=request.user, reden=reden)
            case "afgelasten":
                acties.gelast_af(bijeenkomst=bijeenkomst, door=request.user, reden=reden, mail=mail)
    except NietCompleet as fout:
        messages.error(request, f"‘{bijeenkomst}’ kan nog niet op de site: {', '.join(fout.wat)}.")
    except OvergangNietToegestaan:
        messages.warning(request, f"‘{bijeenkomst}’ staat al anders. Misschien deed een collega dit net.")
    except NietToegestaan:
        messages.error(request, "Dit kan niet meer, want er zijn mensen aangemeld. Gelast het af.")
    else:
        keuze = BESLUITEN[wat]
        beheer.log_change(request, bijeenkomst, f"{keuze.knop}: {reden}".strip(": "))
        rest = " De mail gaat naar iedereen die zich aanmeldde." if mail else ""
        messages.success(request, f"‘{bijeenkomst}’ {keuze.klaar}.{rest}")
    return HttpResponseRedirect(beheer.adres("change", bijeenkomst.pk))
