"""How the queue and the desk say things: how long, how much, who was first."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd
from alliantie.kern.inzendingen.keuzes import Namens, Status, Uitkomst
from alliantie.kern.models import Gebruiker, Inzending

TE_LANG = timedelta(days=14)  # longer than this nobody should wait
KLEIN, GROOT = 500, 3000  # letters
LEEG = "(leeg)"

# What a colleague did, after "Els heeft dit al".
DEED = {
    Uitkomst.GEPLAATST: "geplaatst",
    Uitkomst.SAMENGEVOEGD: "samengevoegd met wat er al stond",
    Uitkomst.UITGENODIGD: "afgehandeld: de groep is uitgenodigd",
    Uitkomst.UITGEWERKT: "overgenomen als bijeenkomst",
    Uitkomst.NIET_GEPLAATST: "afgewezen",
    Uitkomst.SPAM: "als spam gemeld",
}
# What the sender has to do with it, as staff read it.
NAMENS = {
    Namens.ZELF: "Doet zelf mee",
    Namens.GROEP: "Helpt een groep met invullen",
    Namens.ANDER: "Kent het alleen",
}


def aantal(getal: int, een: str, meer: str) -> str:
    """Return a number with its word: "1 dag", "3 dagen"."""
    return f"{getal} {een if getal == 1 else meer}"


def wacht_in_woorden(inzending: Inzending) -> str:
    """Return how long the sender has been waiting: "3 dagen"; "" when nobody waits."""
    wacht = inzending.wacht_sinds
    if wacht is None:
        return ""
    return aantal(wacht.days, "dag", "dagen") if wacht.days else "minder dan 1 dag"


def wacht_te_lang(inzending: Inzending) -> bool:
    return inzending.wacht_sinds is not None and inzending.wacht_sinds > TE_LANG


def omvang_in_woorden(letters: int) -> str:
    """Return how much there is to read, in a word."""
    if letters < KLEIN:
        return "klein"
    return "gewoon" if letters < GROOT else "groot"


def wat_gebeurde(fout: IntussenVeranderd, rij: Inzending, ik: Gebruiker) -> str:
    """Return who was first, with what and when, in a sentence: "Els heeft dit al geplaatst, om 14.03 uur."

    Args:
        rij: the inzending as it stands now.
        ik: who reads it.
    """
    if fout.wat.startswith("De pagina"):
        return f"{fout.wat}. Kijk eerst wat er nu staat."
    wie = "U hebt" if fout.wie == str(ik) else f"{fout.wie or 'Een collega'} heeft"
    wanneer = f", {om(fout)}" if fout.wanneer else ""
    match rij.status:
        case Status.GOEDGEKEURD | Status.AFGEWEZEN:
            return f"{wie} dit al {DEED[Uitkomst(rij.uitkomst)]}{wanneer}."
        case Status.INGETROKKEN:
            return f"Wie dit stuurde, is ermee gestopt{wanneer}."
        case Status.VRAAG_GESTELD:
            return f"{wie} al iets gevraagd{wanneer}."
        case Status.CONCEPT:
            return f"Wie dit stuurde, nam het terug om iets te veranderen{wanneer}."
        case _ if fout.wat == "opgepakt":
            return f"{wie} dit al opgepakt{wanneer}."
    return f"{wie} dit intussen veranderd."


def om(fout: IntussenVeranderd) -> str:
    """Return when somebody else was first: "om 14.03 uur", with the day when it was not today."""
    moment = timezone.localtime(fout.wanneer)
    dag = "" if moment.date() == timezone.localdate() else f"op {moment:%d-%m-%Y} "
    return f"{dag}om {moment:%H.%M} uur"


def in_woorden(veld: forms.Field, waarde: Any) -> str:
    """Return what was filled in as people read it: the label of a choice, the name of a gemeente; "" for nothing."""
    if waarde is None or waarde in ("", []):
        return ""
    if isinstance(veld, forms.ModelChoiceField) and veld.queryset is not None:
        rij = veld.queryset.filter(pk=waarde).first() if str(waarde).isdecimal() else None
        return str(rij or waarde)
    keuzes = {str(sleutel): str(label) for sleutel, label in getattr(veld, "choices", None) or []}
    if isinstance(waarde, list | tuple):
        return "\n".join(keuzes.get(str(deel), str(deel)) for deel in waarde)
    return keuzes.get(str(waarde), str(waarde))
