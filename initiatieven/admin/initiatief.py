from django.contrib import admin

from initiatieven.admin import onderdelen
from initiatieven.admin.filters import Fotofilter, LangNietBevestigd
from initiatieven.admin.vermelding import INDELING, VOOR_DE_REDACTIE, VermeldingAdmin
from initiatieven.models import Initiatief


@admin.register(Initiatief)
class InitiatiefAdmin(VermeldingAdmin):
    plek = ("Catalogus", 2)
    andere_delen = "Foto's, lessen en andere delen"
    geschiedenis_van = ["fotos", "documenten", "betrokkenen", "financiering", "lessen", "bronnen"]
    list_display = [
        "titel",
        "status_in_woorden",
        "gemeente",
        "hoofdthema",
        "is_voorbeeld",
        "bevestigd",
        "veranderd",
    ]
    list_filter = [
        "status",
        "voorbeeld",
        LangNietBevestigd,
        Fotofilter,
        "hoofdthema",
        "fase",
        "gemeente__provincie",
    ]
    search_fields = ["titel", "samenvatting", "plaats", "gemeente__naam"]
    autocomplete_fields = ["gemeente", "methodiek", "geinspireerd_op"]
    fieldsets = [
        (
            "Waar gaat het over",
            {
                "fields": [
                    "titel",
                    "samenvatting",
                    ("gemeente", "plaats"),
                    ("fase", "begonnen_jaar", "gestopt_jaar"),
                ]
            },
        ),
        ("Het verhaal", {"fields": ["verhaal", "opbrengst", "samenwerking", "geleerd"]}),
        INDELING,
        (
            "Wat voor initiatief",
            {
                "fields": [
                    ("vorm", "rechtsvorm"),
                    "website",
                    ("mensen_bereikt", "vrijwilligers"),
                    "mensen_bereikt_toelichting",
                ]
            },
        ),
        ("Waar het idee vandaan komt", {"fields": ["methodiek", "geinspireerd_op", "anders_gedaan"]}),
        VOOR_DE_REDACTIE,
    ]
    inlines = [
        onderdelen.FotoInline,
        onderdelen.DocumentInline,
        onderdelen.BetrokkeneInline,
        onderdelen.ContactpersoonInline,
        onderdelen.FinancieringInline,
        onderdelen.LesInline,
        onderdelen.BronInline,
    ]
