"""A new initiatief, told by the people who do it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse

from alliantie.kern.inzendingen.acties.fouten import NietCompleet
from alliantie.kern.inzendingen.keuzes import Namens
from alliantie.kern.inzendingen.soort import FOTOS, PAPIEREN, Dubbel, Gegevens, Scherm, Soort, registreer
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven import acties
from initiatieven.inzendingen import overnemen
from initiatieven.inzendingen.dubbel import dubbelen
from initiatieven.inzendingen.plaats import lees_plaats
from initiatieven.inzendingen.velden import Initiatiefvelden
from initiatieven.keuzes import Fase, Kenmerk
from initiatieven.models import Initiatief

WAT, VERHAAL, BEELD, WIE = "Wat en waar", "Uw verhaal", "Foto's en papieren", "Wie bent u"

FOTO_EN_PAPIER = (
    Scherm(
        FOTOS,
        BEELD,
        "Hebt u foto's?",
        uitleg="Foto's maken uw verhaal levend. U mag dit overslaan.",
        sjabloon="inzendingen/fotos.html",
    ),
    Scherm(
        PAPIEREN,
        BEELD,
        "Hebt u papieren die anderen kunnen gebruiken?",
        uitleg="Bijvoorbeeld een folder, een plan of een lijstje. U mag dit overslaan.",
        sjabloon="inzendingen/papieren.html",
    ),
)
WIE_BENT_U = (
    Scherm("wie", WIE, "Wie bent u?", ("afzender_naam", "namens"), "Uw naam komt niet op de website."),
    Scherm(
        "bereik",
        WIE,
        "Hoe kunnen wij u bereiken?",
        ("afzender_bereik", "afzender_email", "afzender_telefoon"),
        "Alleen ons team ziet dit. Het komt niet op de website.",
    ),
    Scherm(
        "groep",
        WIE,
        "Mag de groep meelezen?",
        ("groep_email",),
        "De groep kan dan zelf zeggen of uw tekst klopt.",
        als=lambda gegevens: gegevens.get("namens") == Namens.GROEP,
    ),
)


@registreer
class NieuwInitiatief(Soort):
    naam = "initiatief"
    label = "Nieuw initiatief"
    titel = "Vertel over uw initiatief"
    intro = "Dat duurt ongeveer 10 minuten. U kunt altijd stoppen en later verder gaan."
    form = Initiatiefvelden
    dubbel_na = "waar"
    redactievelden = ("gemeente", "plaats")
    niet_overnemen = ("waar",)
    kenmerken: ClassVar = Kenmerk.choices
    schermen = (
        Scherm("naam", WAT, "Hoe heet uw initiatief?", ("titel",), "Nog geen naam? Vertel kort wat het is."),
        Scherm("waar", WAT, "Waar is het?", ("waar",)),
        Scherm("begin", WAT, "Draait het al?", ("fase", "begonnen_jaar")),
        Scherm("kort", VERHAAL, "Wat doet u samen?", ("samenvatting",)),
        Scherm("thema", VERHAAL, "Waar gaat het over?", ("hoofdthema",)),
        Scherm("voor-wie", VERHAAL, "Voor wie is het?", ("doelgroepen", "mensen_bereikt")),
        Scherm(
            "verhaal",
            VERHAAL,
            "Wat is uw verhaal?",
            ("verhaal",),
            "Schrijf zoals u praat. Fouten zijn niet erg, wij kijken het na.",
            ("Wie begon, en waarom?", "Wat doet u, en hoe vaak?", "Wat merken mensen ervan?"),
        ),
        Scherm(
            "leren",
            VERHAAL,
            "Wat kunnen anderen van u leren?",
            ("geleerd", "website"),
            "U mag dit overslaan.",
        ),
        *FOTO_EN_PAPIER,
        *WIE_BENT_U,
    )

    def kop(self, gegevens: Gegevens, doel: models.Model | None) -> tuple[str, str]:
        return str(gegevens.get("titel") or ""), str(gegevens.get("waar") or "")

    def huidig(self, doel: Any) -> dict[str, Any]:
        if doel is None:
            return {}
        return overnemen.huidige_waarden(doel, [*self.inhoudsvelden(), *self.redactievelden])

    def voorstel(self, inzending: Inzending) -> dict[str, Any]:
        if inzending.doel is not None:
            nu = self.huidig(inzending.doel)
            return {veld: nu[veld] for veld in self.redactievelden}
        gemeente, plaats = lees_plaats(str(inzending.gegevens.get("waar") or ""))
        return {"gemeente": str(gemeente or ""), "plaats": plaats}

    def dubbelen(
        self, gegevens: Gegevens, *, voor_team: bool = False, behalve: int | None = None
    ) -> list[Dubbel]:
        gemeente, _ = lees_plaats(str(gegevens.get("waar") or ""))
        return dubbelen(str(gegevens.get("titel") or ""), gemeente, voor_team=voor_team, behalve=behalve)

    def op_slot(self, doel_id: int) -> Initiatief | None:
        return Initiatief.objects.select_for_update(of=("self",)).filter(pk=doel_id).first()

    def doel_versie(self, doel: Any) -> str:
        return doel.gewijzigd_op.isoformat() if doel else ""

    def pas_toe(
        self, *, inzending: Inzending, waarden: Mapping[str, Any], door: Gebruiker, doel: Any = None
    ) -> Initiatief:
        initiatief = doel or Initiatief(
            slug=overnemen.vrij_adres(waarden.get("titel") or ""), fase=Fase.ONBEKEND
        )
        overnemen.zet_velden(initiatief, waarden)
        if doel is None and not initiatief.hoofdthema_id:
            raise NietCompleet({"hoofdthema": ["Kies een thema"]})
        overnemen.bewaar(initiatief, waarden, inzending=inzending, door=door)
        overnemen.neem_bijlagen_over(initiatief, inzending, door)
        overnemen.onthoud_contactpersoon(initiatief, inzending)
        if initiatief.is_openbaar:
            acties.verwerk_wijziging(ids=[initiatief.pk])
        else:
            try:
                acties.publiceer(vermelding=initiatief, door=door, reden=overnemen.herkomst(inzending))
            except acties.NietCompleet as fout:
                raise NietCompleet({"": fout.wat}) from fout
        return initiatief

    def voorvertoning(
        self, request: HttpRequest, inzending: Inzending, waarden: Mapping[str, Any]
    ) -> HttpResponse | None:
        from initiatieven.views.voorvertoning import toon_inzending

        return toon_inzending(request, inzending, waarden)
