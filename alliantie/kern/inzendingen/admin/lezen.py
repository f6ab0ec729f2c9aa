"""What somebody of the team filled in on the desk, in the shape in which the acties take it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from alliantie.kern.beheer.velden import zonder_cr
from alliantie.kern.inzendingen import bewerking
from alliantie.kern.inzendingen.admin.vakken import KEUZE, OORDEEL, VOLDOET, WORDT, deskform, in_het_vak
from alliantie.kern.inzendingen.bewerking import AANPASSEN, OVERNEMEN, WEGLATEN
from alliantie.kern.inzendingen.forms import lees_getypt
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.keuzes import Toestemming
from alliantie.kern.models import Inzending

VOLDOET_WAARDEN = frozenset(waarde for waarde, _ in VOLDOET)
ALT_HOOGSTENS = 200


@dataclass(frozen=True)
class Ingevuld:
    """Per field what the team does with it, as ``behandelen.bewaar_bewerking`` takes it."""

    velden: dict[str, dict[str, Any]]
    oordeel: dict[str, dict[str, str]]
    bijlagen: dict[int, dict[str, Any]]
    getypt: dict[str, Any]

    def staat_er(self, rij: Inzending) -> bool:
        """Whether all this was kept already: the same form came in twice."""
        return (
            all(self._veld_staat_er(rij.bewerking.get(naam, {}), naam) for naam in self.velden)
            and all(rij.oordeel.get(naam) == wat for naam, wat in self.oordeel.items())
            and all(
                getattr(bijlage, naam) == waarde
                for bijlage in rij.bijlagen.all()
                for naam, waarde in self.bijlagen.get(bijlage.pk, {}).items()
            )
        )

    def _veld_staat_er(self, bewaard: Mapping[str, Any], naam: str) -> bool:
        # The first time a changed text was kept as "pas aan"; the second time it is no change any more.
        eigen_tekst = bewaard.get("keuze") == AANPASSEN and bewerking.gelijk(
            bewaard.get("waarde"), self.getypt[naam]
        )
        return eigen_tekst or bewaard == self.velden[naam]


def lees(post: QueryDict, inzending: Inzending) -> Ingevuld:
    """Return what was filled in.

    Who changes a text and leaves the choice as it was means "pas aan". What is left as it was is not kept, so that
    it follows the site.
    """
    soort = soort_van(inzending)
    form = deskform(soort, {})
    zonder_prefix = MultiValueDict(
        {
            naam.removeprefix(f"{WORDT}-"): waarden
            for naam, waarden in post.lists()
            if naam.startswith(f"{WORDT}-")
        }
    )
    getypt = lees_getypt(form, zonder_prefix)
    velden: dict[str, dict[str, Any]] = {}
    for stand in bewerking.veldstanden(inzending):
        if f"{KEUZE}-{stand.naam}-hier" not in post:
            continue  # not on the page
        eigen = inzending.bewerking.get(stand.naam, {})
        keuze = post.get(f"{KEUZE}-{stand.naam}", "")
        keuze = keuze if keuze in {OVERNEMEN, AANPASSEN, WEGLATEN} else ""
        waarde, stond_er = getypt[stand.naam], in_het_vak(stand, eigen)
        if not bewerking.gelijk(_zonder_cr(stond_er), waarde) and keuze == stand.keuze:
            keuze = AANPASSEN
        if not keuze or (keuze == stand.keuze and not eigen and keuze != AANPASSEN):
            continue
        velden[stand.naam] = {"keuze": keuze, "bij": stand.nu}
        eigen_tekst = not bewerking.gelijk(waarde, _zonder_cr(in_het_vak(stand, {})))
        if keuze == AANPASSEN or (keuze == WEGLATEN and eigen_tekst):
            velden[stand.naam]["waarde"] = waarde
    velden |= _redactie(inzending, getypt, zonder_prefix)
    return Ingevuld(velden, _oordeel(post, inzending), _bijlagen(post, inzending), getypt)


def _redactie(
    inzending: Inzending, getypt: Mapping[str, Any], gestuurd: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """Keep what the team fills in besides only where it differs from what follows by itself."""
    soort = soort_van(inzending)
    voorstel = soort.voorstel(inzending)
    return {
        naam: {}
        if bewerking.gelijk(getypt[naam], voorstel.get(naam))
        else {"waarde": getypt[naam], "bij": voorstel.get(naam)}
        for naam in soort.redactievelden
        if naam in gestuurd
    }


def _zonder_cr(waarde: Any) -> Any:
    return zonder_cr(waarde) if isinstance(waarde, str) else waarde


def _oordeel(post: QueryDict, inzending: Inzending) -> dict[str, dict[str, str]]:
    uit = {}
    for sleutel, _ in soort_van(inzending).kenmerken:
        voldoet = post.get(f"{OORDEEL}-{sleutel}")
        if voldoet in VOLDOET_WAARDEN:
            toelichting = zonder_cr(post.get(f"{OORDEEL}-{sleutel}-toelichting", "")).strip()
            wat = {"voldoet": voldoet, "toelichting": toelichting}
            if any(wat.values()) or sleutel in inzending.oordeel:
                uit[sleutel] = wat
    return uit


def _bijlagen(post: QueryDict, inzending: Inzending) -> dict[int, dict[str, Any]]:
    uit = {}
    for bijlage in inzending.bijlagen.all():
        naam = f"bijlage-{bijlage.pk}"
        if f"{naam}-omschrijving" not in post:
            continue
        omschrijving = zonder_cr(post.get(f"{naam}-omschrijving", "")).strip()[:ALT_HOOGSTENS]
        toestemming = post.get(f"{naam}-toestemming", bijlage.toestemming)
        uit[bijlage.pk] = {
            "overnemen": f"{naam}-overnemen" in post,
            "omschrijving_team": "" if omschrijving == bijlage.omschrijving.strip() else omschrijving,
            "toestemming": toestemming if toestemming in Toestemming.values else bijlage.toestemming,
        }
    return uit


def onbewaard(ingevuld: Ingevuld, inzending: Inzending) -> list[tuple[str, str]]:
    """Return the texts that were typed and are not kept, with their labels, to copy from."""
    velden: dict[str, forms.Field] = deskform(soort_van(inzending), {}).fields
    return [
        (str(velden[naam].label), str(wat["waarde"]))
        for naam, wat in ingevuld.velden.items()
        if wat.get("waarde") and inzending.bewerking.get(naam, {}).get("waarde") != wat["waarde"]
    ]
