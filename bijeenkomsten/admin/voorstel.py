"""After a project visit: propose what must change about the initiatief, the moderated way."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html

from alliantie.kern.inzendingen.acties.fouten import NietCompleet
from alliantie.kern.limiet import TeVaak, netwerk_van
from bijeenkomsten.acties.voorstel import LANGSTE_VOORSTEL, stel_wijziging_voor
from bijeenkomsten.admin.aanmeldingen import controleer, toon
from bijeenkomsten.models import Bijeenkomst


class VoorstelForm(forms.Form):
    use_required_attribute = False
    tekst = forms.CharField(
        label="Wat moet er anders op de pagina van dit initiatief?",
        help_text="Kort in wat er in het verslag staat. Schrijf alleen op wat anders moet.",
        max_length=LANGSTE_VOORSTEL,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={
            "required": "Schrijf op wat er anders moet",
            "max_length": "Uw tekst heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def voorstel(beheer: Any, request: Any, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Ask what must change, with the report to begin from, and send it in."""
    controleer(request, bijeenkomst, "wijzigen")
    if bijeenkomst.bezocht is None:
        raise Http404
    form = VoorstelForm(
        request.POST if request.method == "POST" else None,
        initial={"tekst": bijeenkomst.verslag[:LANGSTE_VOORSTEL]},
    )
    if form.is_valid() and (inzending := _stuur(request, bijeenkomst, form)):
        beheer.log_change(request, bijeenkomst, "Wijziging voorgesteld")
        adres = f"{beheer.admin_site.each_context(request)['index_url']}kern/inzending/{inzending.pk}/change/"
        messages.success(
            request,
            format_html(
                "Uw voorstel wacht nu bij de inzendingen. <a href='{}'>Bekijk het voorstel</a>", adres
            ),
        )
        return HttpResponseRedirect(beheer.adres("change", bijeenkomst.pk))
    status = 422 if request.method == "POST" else 200
    return toon(
        beheer,
        request,
        bijeenkomst,
        "voorstel",
        {"title": "Stel een wijziging voor", "form": form},
        status=status,
    )


def _stuur(request: Any, bijeenkomst: Bijeenkomst, form: VoorstelForm) -> Any:
    try:
        return stel_wijziging_voor(
            bijeenkomst=bijeenkomst,
            tekst=form.cleaned_data["tekst"],
            sleutel=form.cleaned_data["sleutel"].hex,
            netwerk=netwerk_van(request),
            door=request.user,
        )
    except NietCompleet as fout:
        form.add_error("tekst", next(iter(fout.fouten.values()))[0])
    except TeVaak:
        form.add_error("tekst", "Er kwam hier veel tegelijk binnen. Probeer het over een uur weer")
    return None
