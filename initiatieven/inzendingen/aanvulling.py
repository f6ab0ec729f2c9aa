"""An addition to, or a correction of, something that stands in the catalogue; from anybody who knows better."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse

from alliantie.kern.inzendingen.keuzes import Namens
from alliantie.kern.inzendingen.soort import FOTOS, PAPIEREN, Gegevens, Scherm, Soort, registreer
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven import acties
from initiatieven.inzendingen import overnemen
from initiatieven.inzendingen.nieuw import FOTO_EN_PAPIER, WIE_BENT_U
from initiatieven.inzendingen.plaats import lees_plaats
from initiatieven.inzendingen.velden import AanvullingInitiatiefForm, AanvullingMethodiekForm
from initiatieven.keuzes import Fase
from initiatieven.models import Initiatief, Methodiek, Vermelding

KIES, ANDERS = "Wat wilt u doen", "Uw aanvulling"
ZO_STAAT_HET_ER = "Dit staat nu op de website. Verander wat niet klopt."


def _als(keuze: str) -> Any:
    """Return the condition that ``keuze`` was made on the first screen."""
    return lambda gegevens: keuze in (gegevens.get("kies") or [])


def _vraag(keuze: str, vraag: str, *velden: str, uitleg: str = ZO_STAAT_HET_ER) -> Scherm:
    return Scherm(keuze, ANDERS, vraag, velden, uitleg, als=_als(keuze))


EIGEN_WOORDEN = _vraag(
    "opmerking",
    "Wat moet er anders, of wat mist er?",
    "opmerking",
    uitleg="Schrijf zoals u praat. Wij zetten het op de goede plek.",
)
BEELD = tuple(
    Scherm(
        scherm.naam, ANDERS, scherm.vraag, (), scherm.uitleg, als=_als(scherm.naam), sjabloon=scherm.sjabloon
    )
    for scherm in FOTO_EN_PAPIER
)


class Aanvulling(Soort):
    """What additions to an initiatief and to a methodiek share."""

    model: type[Vermelding]
    titel = "Vul aan of verbeter"
    noem_het = "aanvulling"
    is_aanvulling = True
    knop_goedkeuren = "Neem over"
    niet_overnemen: tuple[str, ...] = ("kies", "opmerking")

    def kop(self, gegevens: Gegevens, doel: Any) -> tuple[str, str]:
        return (doel.titel, doel.plaatsnaam) if doel else ("Weggegooide pagina", "")

    def in_het_kort(self, inzending: Inzending) -> str:
        gekozen = set(inzending.gegevens.get("kies") or [])
        kies = dict(self.form.base_fields["kies"].choices)  # type: ignore[attr-defined]
        if "gestopt" in gekozen:
            return "Zegt dat het gestopt is"
        if "verhuisd" in gekozen:
            return "Zegt dat het verhuisd is"
        if gekozen & {FOTOS, PAPIEREN} and len(gekozen) == 1:
            return str(kies[next(iter(gekozen))]).partition(",")[0]
        return self.label

    def huidig(self, doel: Any) -> dict[str, Any]:
        if doel is None:
            return {}
        return overnemen.huidige_waarden(doel, [*self.inhoudsvelden(), *self.redactievelden])

    def op_slot(self, doel_id: int) -> Any:
        return self.model.objects.select_for_update(of=("self",)).filter(pk=doel_id).first()

    def doel_versie(self, doel: Any) -> str:
        return doel.gewijzigd_op.isoformat() if doel else ""

    def pas_toe(
        self, *, inzending: Inzending, waarden: Mapping[str, Any], door: Gebruiker, doel: Any = None
    ) -> Any:
        overnemen.zet_velden(doel, waarden)
        overnemen.bewaar(doel, waarden, inzending=inzending, door=door)
        overnemen.neem_bijlagen_over(doel, inzending, door)
        acties.verwerk_wijziging(ids=[doel.pk])
        return doel

    def voorvertoning(
        self, request: HttpRequest, inzending: Inzending, waarden: Mapping[str, Any]
    ) -> HttpResponse | None:
        from initiatieven.views.voorvertoning import toon_inzending

        return toon_inzending(request, inzending, waarden)


@registreer
class AanvullingInitiatief(Aanvulling):
    naam = "aanvulling"
    label = "Aanvulling op een initiatief"
    form = AanvullingInitiatiefForm
    model = Initiatief
    redactievelden = ("gemeente", "plaats")
    niet_overnemen = ("kies", "opmerking", "waar")
    schermen = (
        Scherm("kies", KIES, "Wat wilt u doen?", ("kies",)),
        _vraag(
            "gestopt",
            "Het is gestopt. Wilt u er meer over vertellen?",
            "gestopt_jaar",
            "geleerd",
            uitleg="De pagina blijft staan. Anderen kunnen ervan leren.",
        ),
        _vraag("verhuisd", "Waar is het nu?", "waar", uitleg=""),
        EIGEN_WOORDEN,
        _vraag("samenvatting", "Wat is het, in één zin?", "samenvatting"),
        _vraag("verhaal", "Het verhaal", "verhaal"),
        Scherm(
            "geleerd",
            ANDERS,
            "Wat kunnen anderen leren?",
            ("geleerd",),
            # Who says that it stopped was asked this already.
            als=lambda gegevens: _als("geleerd")(gegevens) and not _als("gestopt")(gegevens),
        ),
        _vraag("opbrengst", "Wat levert het op?", "opbrengst"),
        _vraag("samenwerking", "Met wie wordt er samengewerkt?", "samenwerking"),
        _vraag("mensen", "Voor wie is het?", "doelgroepen", "mensen_bereikt"),
        _vraag("titel", "De naam en de website", "titel", "website"),
        Scherm(
            "begin",
            ANDERS,
            "Draait het?",
            ("fase", "begonnen_jaar"),
            als=lambda gegevens: _als("begin")(gegevens) and not _als("gestopt")(gegevens),
        ),
        *BEELD,
        *WIE_BENT_U,
    )

    def voorstel(self, inzending: Inzending) -> dict[str, Any]:
        gekozen = inzending.gegevens.get("kies") or []
        if "verhuisd" in gekozen:
            gemeente, plaats = lees_plaats(str(inzending.gegevens.get("waar") or ""))
            return {"gemeente": str(gemeente or ""), "plaats": plaats}
        nu = self.huidig(inzending.doel)
        return {veld: nu.get(veld, "") for veld in self.redactievelden}

    def velden_voor(self, gegevens: Gegevens) -> list[str]:
        velden = super().velden_voor(gegevens)
        return [*velden, "fase"] if _als("gestopt")(gegevens) and "fase" not in velden else velden

    def vul_in(self, gegevens: Gegevens) -> dict[str, Any]:
        """Who says that it stopped does not have to choose a phase as well."""
        return {"fase": Fase.GESTOPT.value} if _als("gestopt")(gegevens) else {}

    def pas_toe(
        self, *, inzending: Inzending, waarden: Mapping[str, Any], door: Gebruiker, doel: Any = None
    ) -> Any:
        resultaat = super().pas_toe(inzending=inzending, waarden=waarden, door=door, doel=doel)
        if inzending.gegevens.get("namens") in {Namens.ZELF, Namens.GROEP}:
            overnemen.onthoud_contactpersoon(resultaat, inzending)
        return resultaat


@registreer
class AanvullingMethodiek(Aanvulling):
    naam = "aanvulling_methodiek"
    label = "Aanvulling op een methodiek"
    form = AanvullingMethodiekForm
    model = Methodiek
    schermen = (
        Scherm("kies", KIES, "Wat wilt u doen?", ("kies",)),
        EIGEN_WOORDEN,
        _vraag("in_het_kort", "Wat is het, in het kort?", "in_het_kort"),
        _vraag("waarom", "Waarom werkt het?", "waarom_het_werkt"),
        _vraag("kern", "Wat blijft, en wat mag anders?", "kern", "vrij"),
        _vraag(
            "kosten",
            "Wat kost het, en wat is er nodig?",
            "kosten_toelichting",
            "tijd_nodig",
            "mensen_nodig",
            "ruimte_nodig",
        ),
        _vraag("titel", "De naam, de korte zin en de website", "titel", "samenvatting", "website"),
        *BEELD,
        *WIE_BENT_U,
    )


def soort_voor(doel: models.Model) -> str:
    """Return the name of the kind with which this is added to."""
    return AanvullingMethodiek.naam if isinstance(doel, Methodiek) else AanvullingInitiatief.naam
