"""Mail to who signed up: everyone after a change of time or place, and all or a few whenever the team wants."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from bijeenkomsten import regels
from bijeenkomsten.acties import beheer as acties
from bijeenkomsten.admin.mailform import MailForm, mailform, zoals_bij
from bijeenkomsten.models import Aanmelding, Bijeenkomst


def mails(aantal: int) -> str:
    return f"{aantal} {'mail' if aantal == 1 else 'mails'}"


def is_nodig(request: HttpRequest, bijeenkomst: Bijeenkomst) -> bool:
    """Whether somebody must hear of a change of time or place, and this person may tell."""
    return (
        not bijeenkomst.is_voorbij
        and regels.mag(request.user, "mailen", bijeenkomst)  # type: ignore[arg-type]
        and bijeenkomst.aanmeldingen.lopend().exists()
    )


def gewijzigd(beheer: Any, request: Any, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Show the mail about a change of time or place, to read and change, and send it when the button is pressed."""
    if not regels.mag(request.user, "mailen", bijeenkomst):
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    form = mailform("bijeenkomst_gewijzigd", bijeenkomst, data)
    lopend = list(bijeenkomst.aanmeldingen.lopend().order_by("volgnummer"))
    krijgt_mail = [rij for rij in lopend if rij.email]
    if form.is_valid():
        aantal = acties.mail_allen(
            bijeenkomst=bijeenkomst,
            aanmeldingen=[rij.pk for rij in krijgt_mail],
            mail=form.mail,
            sleutel=f"gewijzigd:{form.cleaned_data['sleutel']}",
            soort="bijeenkomst_gewijzigd",
            door=request.user,
        )
        return _klaar(beheer, request, bijeenkomst, aantal, beheer.adres("change", bijeenkomst.pk))
    context = {
        "title": "Mail iedereen die zich aanmeldde?",
        "krijgt_mail": krijgt_mail,
        "bellen": [rij for rij in lopend if not rij.email],
        "mailform": form,
    }
    return _toon(beheer, request, bijeenkomst, "gewijzigd", context, is_fout=data is not None)


def mailen(beheer: Any, request: Any, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Write to all or a few (``?pk=…``), look at it as the first of them will read it, and send it."""
    if not regels.mag(request.user, "mailen", bijeenkomst):
        raise PermissionDenied
    bron = request.POST if request.method == "POST" else request.GET
    gekozen = _gekozen(bijeenkomst, bron.getlist("pk"), bron.get("wie", ""))
    if not gekozen:
        messages.warning(request, "Kruis eerst aan wie u wilt mailen.")
        return HttpResponseRedirect(beheer.adres("aanmeldingen", bijeenkomst.pk))
    krijgt_mail = [rij for rij in gekozen if rij.email]
    form = mailform("bijeenkomst_bericht", bijeenkomst, request.POST if request.method == "POST" else None)
    stap = request.POST.get("stap", "")
    context = {
        "title": "Mail wie zich aanmeldde",
        "gekozen": gekozen,
        "krijgt_mail": krijgt_mail,
        "bellen": [rij for rij in gekozen if not rij.email],
        "mailform": form,
    }
    if not form.is_valid() or not krijgt_mail or stap not in {"kijk", "verstuur"}:
        is_fout = request.method == "POST" and not form.is_valid()
        return _toon(beheer, request, bijeenkomst, "mailen", context, is_fout=is_fout)
    if stap == "kijk":
        context |= {"voorbeeld": _voorbeeld(form, krijgt_mail[0]), "eerste": krijgt_mail[0]}
        return _toon(beheer, request, bijeenkomst, "mail_kijk", context)
    aantal = acties.mail_allen(
        bijeenkomst=bijeenkomst,
        aanmeldingen=[rij.pk for rij in krijgt_mail],
        mail=form.mail,
        sleutel=str(form.cleaned_data["sleutel"]),
        door=request.user,
    )
    return _klaar(beheer, request, bijeenkomst, aantal, beheer.adres("aanmeldingen", bijeenkomst.pk))


def _gekozen(bijeenkomst: Bijeenkomst, sleutels: list[str], wie: str) -> list[Aanmelding]:
    rijen = bijeenkomst.aanmeldingen.filter(gewist_op__isnull=True).order_by("volgnummer")
    if wie == "allen":
        return list(rijen.lopend())
    return list(rijen.filter(pk__in=[sleutel for sleutel in sleutels if sleutel.isdecimal()]))


def _voorbeeld(form: MailForm, aanmelding: Aanmelding) -> dict[str, str]:
    return {"onderwerp": form.mail.onderwerp, "tekst": zoals_bij(form.mail, aanmelding)}


def _klaar(beheer: Any, request: Any, bijeenkomst: Bijeenkomst, aantal: int, terug: str) -> HttpResponse:
    beheer.log_change(request, bijeenkomst, f"Mail aan wie zich aanmeldde: {mails(aantal)}")
    messages.success(request, f"{mails(aantal)[:1].upper()}{mails(aantal)[1:]} onderweg.")
    return HttpResponseRedirect(terug)


def _toon(
    beheer: Any,
    request: HttpRequest,
    bijeenkomst: Bijeenkomst,
    sjabloon: str,
    context: dict[str, Any],
    *,
    is_fout: bool = False,
) -> HttpResponse:
    alles = beheer.admin_site.each_context(request) | {"opts": beheer.opts, "bijeenkomst": bijeenkomst}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_fout else HTTPStatus.OK
    return TemplateResponse(request, f"admin/bijeenkomsten/{sjabloon}.html", alles | context, status=status)
