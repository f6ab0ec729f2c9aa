"""Reach the project team: with a question, with your own initiatief, or when something is not right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import limiet
from alliantie.portaal import acties
from alliantie.portaal.forms import BerichtForm


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    form = BerichtForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                if not form.is_robot:
                    velden = {naam: form.cleaned_data[naam] for naam in ("naam", "bereikbaar", "vraag")}
                    acties.stuur_bericht(**velden, sleutel=form.sleutel, netwerk=limiet.netwerk_van(request))
                return redirect("portaal:contact_verstuurd")
            except limiet.TeVaak as fout:
                form.meld_te_vaak(fout)
                status = 429
    return render(request, "portaal/contact.html", {"form": form, "menu_actief": "over"}, status=status)


@require_safe
def contact_verstuurd(request: HttpRequest) -> HttpResponse:
    return render(request, "portaal/contact_verstuurd.html", {"menu_actief": "over"})
