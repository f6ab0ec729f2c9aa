"""The sentences with which the team asks something or explains a decision."""

from django.contrib import admin
from django.utils.text import Truncator

from alliantie.kern import regels
from alliantie.kern.beheer import MetGeschiedenis, TabelAdmin
from alliantie.kern.models import Modelzin


@admin.register(Modelzin)
class ModelzinAdmin(TabelAdmin, MetGeschiedenis):
    tabel = regels.MAG["modelzinnen"]
    plek = ("Teksten en mensen", 34)
    list_display = ["zin", "waarvoor", "bij_veld", "volgorde"]
    list_filter = ["waarvoor"]
    search_fields = ["tekst", "veld"]
    fields = ["waarvoor", "veld", "tekst", "volgorde"]

    @admin.display(description="zin", ordering="tekst")
    def zin(self, modelzin: Modelzin) -> str:
        return Truncator(modelzin.tekst).chars(120)

    @admin.display(description="bij welk veld", ordering="veld")
    def bij_veld(self, modelzin: Modelzin) -> str:
        return modelzin.veld or "elk veld"
