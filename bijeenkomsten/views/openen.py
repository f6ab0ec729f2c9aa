"""Back to one's own sign-up: with the code, or with a new link by mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alliantie.kern import limiet
from alliantie.kern.inzendingen.forms import CodeForm, NieuweLinkForm
from alliantie.kern.inzendingen.views.beginnen import te_vaak
from bijeenkomsten.acties import links

ONBEKEND = "Deze code kennen wij niet, of hij is te oud. Kijk de code nog een keer na"


@require_http_methods(["GET", "HEAD", "POST"])
def openen(request: HttpRequest) -> HttpResponse:
    """Two ways back. Every wrong code gets one answer, and so does every mail address."""
    wat = request.POST.get("wat", "")
    code = CodeForm(request.POST if wat == "code" else None, prefix="code")
    mail = NieuweLinkForm(request.POST if wat == "mail" else None, prefix="mail")
    status = 422 if wat in {"code", "mail"} else 200
    try:
        if code.is_valid():
            token = None
            if not code.in_lokveld:
                token = links.probeer_code(
                    code=code.cleaned_data["code"], netwerk=limiet.netwerk_van(request)
                )
            if token:
                return redirect("bijeenkomsten:aanmelding", token=token)
            code.add_error("code", ONBEKEND)
        elif mail.is_valid():
            if not mail.in_lokveld:
                links.mail_nieuwe_links(
                    email=mail.cleaned_data["email"],
                    sleutel=mail.sleutel,
                    netwerk=limiet.netwerk_van(request),
                )
            return redirect("bijeenkomsten:link_onderweg")
    except limiet.TeVaak as fout:
        (code if wat == "code" else mail).add_error(None, te_vaak(fout))
        status = 429
    context = {"code": code, "mail": mail, "menu_actief": "bijeenkomsten"}
    antwoord = render(request, "bijeenkomsten/openen.html", context, status=status)
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord


@require_safe
def link_onderweg(request: HttpRequest) -> HttpResponse:
    return render(request, "bijeenkomsten/link_onderweg.html", {"menu_actief": "bijeenkomsten"})
