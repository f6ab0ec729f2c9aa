"""What the desk shows of one inzending, put together for its template; nothing here changes anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from alliantie.kern import taalmeter
from alliantie.kern.inzendingen import bewerking
from alliantie.kern.inzendingen.admin.woorden import aantal, in_woorden
from alliantie.kern.inzendingen.bewerking import AANPASSEN, OVERNEMEN, WEGLATEN, Veldstand
from alliantie.kern.inzendingen.keuzes import Status
from alliantie.kern.inzendingen.soort import Dubbel, Soort, soort_van
from alliantie.kern.models import Bijlage, Dialoogregel, Inzending, Statuswissel

WORDT, KEUZE, OORDEEL = "wordt", "keuze", "oordeel"  # what the names of the fields of the desk begin with
LANG, VEEL_REGELS = 1200, 18  # letters, lines: more than this scrolls in its own box
METEN_TOT = 20_000  # letters; longer is no text to publish
VOLDOET = [
    ("", "Nog niet bekeken"),
    ("ja", "Ja"),
    ("deels", "Voor een deel"),
    ("nee", "Nee"),
    ("onbekend", "Weten wij niet"),
]


def is_lang(*teksten: str) -> bool:
    return any(len(tekst) > LANG or tekst.count("\n") > VEEL_REGELS for tekst in teksten)


@dataclass(frozen=True)
class Meter:
    """What the language meter reads off a text: "moeilijk: 2 lange zinnen"."""

    oordeel: str
    zegt: str
    tekst: str  # marked, safe

    @classmethod
    def van(cls, tekst: str) -> "Meter | None":
        if not tekst.strip() or len(tekst) > METEN_TOT:
            return None
        meting = taalmeter.meet(tekst)
        delen = []
        if meting.lange_zinnen:
            delen.append(aantal(len(meting.lange_zinnen), "lange zin", "lange zinnen"))
        if meting.moeilijke_woorden:
            delen.append(aantal(len(meting.moeilijke_woorden), "moeilijk woord", "moeilijke woorden"))
        if not delen:
            return None
        return cls(meting.oordeel, " en ".join(delen), taalmeter.markeer(tekst))


@dataclass(frozen=True)
class Vak:
    """One field on the desk: what stands on the site, what was sent, what it becomes."""

    stand: Veldstand
    label: str
    toen: str
    nu: str
    gestuurd: str
    wordt: str
    in_het_vak: str
    keuze: str
    invoer: forms.BoundField
    is_nieuw: bool  # nothing stands on the site: there is nothing to compare with
    fouten: list[str] = field(default_factory=list)
    meter: Meter | None = None

    @property
    def naam(self) -> str:
        return self.stand.naam

    @property
    def is_lang(self) -> bool:
        return is_lang(self.toen, self.nu, self.gestuurd)

    @property
    def toont_gestuurd(self) -> bool:
        """Whether what was sent stands beside the box: not when the box has just that and there is no page yet."""
        return not self.is_nieuw or (
            self.stand.is_veranderd and not bewerking.gelijk(self.gestuurd, self.in_het_vak)
        )

    @property
    def is_kort(self) -> bool:
        """Whether it fits in half a row."""
        return (
            self.is_nieuw
            and not isinstance(self.invoer.field.widget, forms.Textarea)
            and not self.toont_gestuurd
        )

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        if self.stand.is_veranderd:
            return bewerking.KEUZES
        return [(WEGLATEN, "Laat zo"), (AANPASSEN, "Pas aan")]

    @property
    def is_open(self) -> bool:
        """Whether it stands among what needs a look, and not folded away."""
        return self.stand.is_veranderd or self.stand.botst or self.keuze == AANPASSEN or bool(self.fouten)


def teamveld(veld: forms.Field) -> forms.Field:
    """Return the field as it is on the desk: small, where the public gets a large row of choices."""
    if type(veld.widget) is forms.RadioSelect:  # check boxes are a kind of radio buttons to Django
        veld.widget = forms.Select(choices=[("", "Maak een keuze"), *veld.choices])  # type: ignore[attr-defined]
    if isinstance(veld.widget, forms.Textarea):
        veld.widget.attrs["rows"] = min(int(veld.widget.attrs.get("rows", 4)), 5)
    veld.help_text = ""
    return veld


def deskform(soort: Soort, waarden: Mapping[str, Any]) -> forms.Form:
    """Return the fields of the desk, filled in with ``waarden``; nothing is checked."""
    velden = [*soort.inhoudsvelden(), *soort.redactievelden]
    form = soort.form(velden=velden, prefix=WORDT, initial=waarden)
    for naam in form.fields:
        form.fields[naam] = teamveld(form.fields[naam])
    return form


def in_het_vak(stand: Veldstand, eigen: Mapping[str, Any]) -> Any:
    """Return what stands in the box to edit: the text of the team, or else where it best begins."""
    if "waarde" in eigen:
        return eigen["waarde"]
    return stand.gestuurd if stand.is_veranderd else stand.nu


def vakken(
    inzending: Inzending, doel: models.Model | None, getypt: Mapping[str, Any] | None = None
) -> tuple[list[Vak], list[forms.BoundField]]:
    """Return the fields of the desk, and the fields that the team fills in besides.

    Args:
        getypt: what somebody typed on the desk and could not be kept: per field ``keuze`` and ``waarde``.
    """
    soort, getypt = soort_van(inzending), getypt or {}
    standen = bewerking.veldstanden(inzending, doel)
    redactie = bewerking.redactiewaarden(inzending)
    waarden = {stand.naam: in_het_vak(stand, inzending.bewerking.get(stand.naam, {})) for stand in standen}
    waarden |= redactie
    waarden |= {naam: wat["waarde"] for naam, wat in getypt.items() if "waarde" in wat}
    form = deskform(soort, waarden)
    fouten = fouten_van(inzending, doel)
    rijen = []
    for stand in standen:
        veld = form.fields[stand.naam]
        keuze = getypt.get(stand.naam, {}).get("keuze", stand.keuze)
        wordt = in_woorden(veld, waarden[stand.naam] if keuze == AANPASSEN else stand.gestuurd)
        meten = isinstance(veld.widget, forms.Textarea) and keuze in {OVERNEMEN, AANPASSEN}
        rijen.append(
            Vak(
                stand=stand,
                label=str(veld.label),
                toen=in_woorden(veld, stand.toen),
                nu=in_woorden(veld, stand.nu),
                gestuurd=in_woorden(veld, stand.gestuurd),
                wordt=wordt,
                in_het_vak=in_woorden(veld, waarden[stand.naam]),
                keuze=keuze,
                invoer=form[stand.naam],
                is_nieuw=doel is None,
                fouten=fouten.get(stand.naam, []),
                meter=Meter.van(wordt) if meten else None,
            )
        )
    return rijen, [form[naam] for naam in soort.redactievelden]


def fouten_van(inzending: Inzending, doel: models.Model | None) -> dict[str, list[str]]:
    """Return per field what must be mended before it can go on the site."""
    if not inzending.is_open:
        return {}
    form = bewerking.teamform(soort_van(inzending), bewerking.definitief(inzending, doel))
    return {naam: [str(fout) for fout in lijst] for naam, lijst in form.errors.items()}


# --- the rest of the desk --------------------------------------------------------------------------------


def eigen_woorden(inzending: Inzending, soort: Soort) -> list[tuple[str, str]]:
    """Return what the sender says that is not taken over as it is: label and words."""
    velden = soort.form().fields
    paren = [
        (str(velden[naam].label), in_woorden(velden[naam], inzending.gegevens.get(naam)))
        for naam in soort.niet_overnemen
        if naam in velden
    ]
    return [(label, tekst) for label, tekst in paren if tekst.strip()]


@dataclass(frozen=True)
class Gezegd:
    """A line of the dialogue; with a question about a field what changed by way of answer."""

    regel: Dialoogregel
    over: str = ""
    eerst: str = ""
    daarna: str = ""
    veranderd: bool = False


def gesprek(inzending: Inzending, soort: Soort) -> list[Gezegd]:
    velden = soort.form().fields
    uit = []
    for regel in inzending.dialoog.select_related("door"):
        veld = velden.get(regel.veld)
        if veld is None:
            uit.append(Gezegd(regel))
            continue
        nu = inzending.gegevens.get(regel.veld)
        uit.append(
            Gezegd(
                regel,
                over=str(veld.label),
                eerst=in_woorden(veld, regel.waarde_toen),
                daarna=in_woorden(veld, nu),
                veranderd=bool(regel.beantwoord_op) and not bewerking.gelijk(regel.waarde_toen, nu),
            )
        )
    return uit


def wat_er_gebeurde(inzending: Inzending) -> list[tuple[datetime, str, str, str]]:
    """Return every change of status, newest first: when, what it became, who did it, and why."""
    wissels = Statuswissel.objects.filter(
        soort=ContentType.objects.get_for_model(Inzending), object_id=inzending.pk
    )
    labels = dict(Status.choices)
    return [
        (
            wissel.moment,
            labels.get(wissel.naar, wissel.naar),
            str(wissel.door or "wie het stuurde"),
            wissel.reden,
        )
        for wissel in wissels.select_related("door")
    ]


@dataclass(frozen=True)
class Bijlagevak:
    """A photo or document on the desk."""

    bijlage: Bijlage
    url: str
    overnemen: bool
    omschrijving: str
    toestemming: str


def bijlagevakken(inzending: Inzending, getypt: Mapping[int, Mapping[str, Any]]) -> list[Bijlagevak]:
    uit = []
    for bijlage in inzending.bijlagen.all():
        wat = getypt.get(bijlage.pk, {})
        uit.append(
            Bijlagevak(
                bijlage=bijlage,
                url=reverse("admin:kern_inzending_bijlage", args=[inzending.pk, bijlage.pk]),
                overnemen=wat.get("overnemen", bijlage.overnemen),
                omschrijving=wat.get("omschrijving_team") or bijlage.definitieve_omschrijving,
                toestemming=wat.get("toestemming", bijlage.toestemming),
            )
        )
    return uit


def kenmerken(
    inzending: Inzending, soort: Soort, getypt: Mapping[str, Mapping[str, str]]
) -> list[tuple[str, str, str, str]]:
    """Return per kenmerk its key, what it says, the judgement and the note."""
    oordeel = inzending.oordeel | dict(getypt)
    return [
        (
            sleutel,
            label,
            oordeel.get(sleutel, {}).get("voldoet", ""),
            oordeel.get(sleutel, {}).get("toelichting", ""),
        )
        for sleutel, label in soort.kenmerken
    ]


def dubbel_sleutel(dubbel: Dubbel) -> str:
    """Return by which name the desk says which one is meant; "" for what nothing can be joined with."""
    return f"{dubbel.doel._meta.label_lower}:{dubbel.doel.pk}" if dubbel.doel is not None else ""


def dubbelen(inzending: Inzending, soort: Soort, naam: str = "") -> list[tuple[str, Dubbel]]:
    """Return what may be the same, each with its key.

    Args:
        naam: look for this name instead of the one that was sent.
    """
    gegevens = inzending.gegevens | ({"titel": naam} if naam else {})
    gevonden = soort.dubbelen(gegevens, voor_team=True, behalve=inzending.pk)
    return [
        (dubbel_sleutel(dubbel), dubbel)
        for dubbel in gevonden
        if dubbel.doel is None or dubbel.doel.pk != inzending.doel_id
    ]
