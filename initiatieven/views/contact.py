"""Ask an initiatief something; the address it goes to is never shown."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import limiet
from initiatieven import acties
from initiatieven.forms import VraagForm
from initiatieven.keuzes import Fase
from initiatieven.models import Initiatief

ANTWOORD_BINNEN = timedelta(weeks=2)


def _bereikbaar_initiatief(slug: str) -> Initiatief:
    return get_object_or_404(
        Initiatief.objects.openbaar().exclude(fase=Fase.GESTOPT).select_related("hoofdthema", "gemeente"),
        slug=slug,
    )


def _context(initiatief: Initiatief) -> dict[str, object]:
    return {
        "initiatief": initiatief,
        "gaat_naar_initiatief": initiatief.contactpersonen.die_post_krijgen().exists(),
        "menu_actief": "initiatieven",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, slug: str) -> HttpResponse:
    initiatief = _bereikbaar_initiatief(slug)
    form = VraagForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if not form.is_valid():
            status = 422
        else:
            try:
                if not form.is_robot:
                    acties.stel_vraag(
                        initiatief=initiatief,
                        naam=form.cleaned_data["naam"],
                        bereikbaar=form.cleaned_data["bereikbaar"],
                        vraag=form.cleaned_data["vraag"],
                        sleutel=form.sleutel,
                        netwerk=limiet.netwerk_van(request),
                    )
                return redirect("initiatieven:contact_verstuurd", slug=slug)
            except limiet.TeVaak as fout:
                form.meld_te_vaak(fout)
                status = 429
    return render(request, "initiatieven/contact.html", _context(initiatief) | {"form": form}, status=status)


@require_safe
def contact_verstuurd(request: HttpRequest, slug: str) -> HttpResponse:
    context = _context(_bereikbaar_initiatief(slug)) | {
        "antwoord_voor": timezone.localdate() + ANTWOORD_BINNEN
    }
    return render(request, "initiatieven/contact_verstuurd.html", context)
