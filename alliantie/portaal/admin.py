"""Pages of text in the admin."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from alliantie.kern.beheer import volgens
from alliantie.portaal import regels
from alliantie.portaal.models import Pagina


@admin.register(Pagina)
class PaginaAdmin(volgens(regels.MAG), SimpleHistoryAdmin):
    list_display = ["titel", "slug", "gewijzigd_op"]
    fields = ["titel", "inleiding", "tekst"]
