"""The manual for staff (``docs/beheer/*.md``) as pages of the admin."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.admin.sites import site
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from alliantie.kern.opmaak import naar_html

MAP: Path = settings.BASE_DIR / "docs" / "beheer"
BEGIN = "README"
VERWIJZING = re.compile(r"\]\(([a-z0-9-]+)\.md\)")
NUMMER = re.compile(r"^\d+-")


class Pagina(NamedTuple):
    naam: str
    titel: str
    tekst: str


@cache
def _paginas() -> tuple[Pagina, ...]:
    """Return the pages in the order of their file names: ``03-fotos.md`` comes third and is called "fotos"."""
    paginas = []
    for bestand in sorted(MAP.glob("*.md")):
        if bestand.stem == BEGIN:
            continue
        kop, _, tekst = bestand.read_text(encoding="utf-8").partition("\n")
        paginas.append(Pagina(NUMMER.sub("", bestand.stem), kop.lstrip("# ").strip(), tekst))
    return tuple(paginas)


def toon_handleiding(request: HttpRequest, naam: str = "") -> HttpResponse:
    paginas = _paginas()
    pagina = next((rij for rij in paginas if rij.naam == naam), None) if naam else next(iter(paginas), None)
    if pagina is None:
        raise Http404
    context = site.each_context(request) | {
        "title": pagina.titel,
        "paginas": paginas,
        "pagina": pagina,
        "tekst": _html(pagina.tekst),
    }
    return TemplateResponse(request, "admin/handleiding.html", context)


def _html(tekst: str) -> SafeString:
    """Return the text with its links to other pages of the manual pointing to the admin."""

    def adres(verwijzing: re.Match[str]) -> str:
        return f"]({reverse('admin:handleiding_pagina', args=[NUMMER.sub('', verwijzing[1])])})"

    return naar_html(VERWIJZING.sub(adres, tekst))
