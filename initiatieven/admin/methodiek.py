from django.contrib import admin

from initiatieven.admin import onderdelen
from initiatieven.admin.filters import Fotofilter, LangNietBevestigd
from initiatieven.admin.vermelding import INDELING, VOOR_DE_REDACTIE, VermeldingAdmin
from initiatieven.keuzes import Bewijs
from initiatieven.models import Methodiek

BEWIJS_KORT = {Bewijs.ERVARING: "Ervaring", Bewijs.GEEVALUEERD: "Onderzocht", Bewijs.ERKEND: "Erkend"}


@admin.register(Methodiek)
class MethodiekAdmin(VermeldingAdmin):
    plek = ("Catalogus", 1)
    andere_delen = "Stappen, foto's en andere delen"
    geschiedenis_van = [
        "aandachtspunten",
        "stappen",
        "oordelen",
        "fotos",
        "documenten",
        "financiering",
        "lessen",
        "bronnen",
    ]
    list_display = [
        "titel",
        "status_in_woorden",
        "hoofdthema",
        "bewijs_kort",
        "is_voorbeeld",
        "bevestigd",
        "veranderd",
    ]
    list_filter = ["status", "voorbeeld", LangNietBevestigd, Fotofilter, "hoofdthema", "bewijs"]
    fieldsets = [
        ("Waar gaat het over", {"fields": ["titel", "samenvatting", "in_het_kort", "waarom_het_werkt"]}),
        ("Wat blijft, wat mag anders", {"fields": ["kern", "vrij"]}),
        (
            "Wat is er nodig",
            {
                "fields": [
                    "tijd_nodig",
                    "mensen_nodig",
                    "ruimte_nodig",
                    ("kosten_van", "kosten_tot"),
                    "kosten_toelichting",
                ]
            },
        ),
        ("Hoe zeker is het", {"fields": ["bewijs", "bewijs_toelichting"]}),
        INDELING,
        ("Meer", {"fields": ["vorm", "website"]}),
        VOOR_DE_REDACTIE,
    ]
    inlines = [
        onderdelen.StapInline,
        onderdelen.FotoInline,
        onderdelen.AandachtspuntInline,
        onderdelen.OordeelInline,
        onderdelen.DocumentInline,
        onderdelen.FinancieringInline,
        onderdelen.LesInline,
        onderdelen.BronInline,
    ]

    @admin.display(description="hoe zeker", ordering="bewijs")
    def bewijs_kort(self, methodiek: Methodiek) -> str:
        return BEWIJS_KORT.get(Bewijs(methodiek.bewijs), methodiek.bewijs)
