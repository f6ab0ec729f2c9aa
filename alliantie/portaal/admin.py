"""Pages of text in the admin."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from alliantie.kern.beheer import Aandacht, MetGeschiedenis, TabelAdmin, vragen_aandacht
from alliantie.portaal import regels
from alliantie.portaal.models import Pagina


@admin.register(Pagina)
class PaginaAdmin(TabelAdmin, MetGeschiedenis):
    tabel = regels.MAG
    plek = ("Teksten en mensen", 30)
    list_display = ["titel", "slug", "open_plekken_in_woorden", "gewijzigd_op"]
    fields = ["titel", "inleiding", "tekst"]

    @admin.display(description="nog in te vullen")
    def open_plekken_in_woorden(self, pagina: Pagina) -> str:
        return str(len(pagina.open_plekken) or "")


def van_de_paginas(request: HttpRequest) -> list[Aandacht]:
    open_plekken = sum(bool(pagina.open_plekken) for pagina in Pagina.objects.all())
    uitleg = "Alleen u ziet dit. De site laat de open plekken weg."
    return [
        Aandacht(
            "Pagina's waar nog iets moet worden ingevuld",
            open_plekken,
            reverse("admin:portaal_pagina_changelist"),
            uitleg,
        )
    ]


vragen_aandacht.append(van_de_paginas)
