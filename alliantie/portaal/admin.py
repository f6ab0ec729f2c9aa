"""Pages of text in the admin."""

from django.contrib import admin

from alliantie.kern.beheer import MetGeschiedenis, TabelAdmin
from alliantie.portaal import regels
from alliantie.portaal.models import Pagina


@admin.register(Pagina)
class PaginaAdmin(TabelAdmin, MetGeschiedenis):
    tabel = regels.MAG
    plek = ("Teksten en mensen", 30)
    list_display = ["titel", "slug", "gewijzigd_op"]
    fields = ["titel", "inleiding", "tekst"]
