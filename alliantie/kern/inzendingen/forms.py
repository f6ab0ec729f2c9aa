"""Forms of the inzendingen: the base of every kind, who sends it, and how one gets back to what was begun."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from alliantie.kern.beheer.velden import zonder_cr
from alliantie.kern.bereikbaar import lees_mailadres, lees_telefoon
from alliantie.kern.formulier import PubliekFormulier
from alliantie.kern.inzendingen.keuzes import Bereik, Namens

TE_LANG = "Uw tekst heeft %(show_value)s letters. Er passen er %(limit_value)s"


# Characters that turn the reading direction of what follows; harmless in what was typed, not on a page.
RICHTING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LEGE_REGELS = re.compile(r"\n(?:[ \t]*\n){2,}")


class Veilig(forms.CharField):
    """Text whose cleaned value can stand on a page: no turned direction, no field of empty lines.

    What was typed is kept elsewhere (``Inzending.gegevens``), exactly so.
    """

    def to_python(self, value: Any) -> Any:
        tekst = zonder_cr(super().to_python(value) or "")
        return LEGE_REGELS.sub("\n\n", RICHTING.sub("", tekst)).strip()


def tekstveld(
    label: str, *, leeg: str = "", hoogstens: int, regels: int = 0, **opties: Any
) -> forms.CharField:
    """Return a field for a line, or with ``regels`` a text; ``leeg`` says what to do when empty, "" allows it."""
    widget = forms.Textarea(attrs={"rows": regels}) if regels else forms.TextInput()
    return Veilig(
        label=label,
        required=bool(leeg),
        max_length=hoogstens,
        widget=opties.pop("widget", widget),
        error_messages={"required": leeg, "max_length": TE_LANG},
        **opties,
    )


def keuzeveld(label: str, keuzes: Any, *, leeg: str = "", meer: bool = False, **opties: Any) -> forms.Field:
    """Return radio buttons, or check boxes with ``meer``; ``leeg`` says what to do without a choice, "" allows none."""
    soort, widget = (
        (forms.MultipleChoiceField, forms.CheckboxSelectMultiple)
        if meer
        else (forms.ChoiceField, forms.RadioSelect)
    )
    ander = "Kies iets uit de lijst"
    return soort(
        label=label,
        choices=keuzes,
        required=bool(leeg),
        widget=widget,
        error_messages={"required": leeg, "invalid_choice": ander, "invalid_list": ander},
        **opties,
    )


class Inzendform(forms.Form):
    """Base of the form of a kind, with the fields about who sends it.

    Args:
        gegevens: what was typed, per field, as ``Inzending.gegevens`` keeps it; ``None`` for an empty form.
        velden: only these fields, as on one screen; ``None`` for all.
    """

    use_required_attribute = False

    afzender_naam = tekstveld(
        "Hoe heet u?",
        leeg="Vul uw naam in",
        hoogstens=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    namens = keuzeveld(
        "Hoort u zelf bij dit initiatief?",
        Namens.choices,
        leeg="Kies of u zelf bij dit initiatief hoort",
    )
    afzender_bereik = keuzeveld("Hoe wilt u van ons horen?", Bereik.choices, leeg="Kies hoe wij u bereiken")
    afzender_email = forms.CharField(
        label="Wat is uw e-mailadres?",
        help_text="Hebt u geen e-mail? Kies dan ‘Bel mij’ en laat dit leeg.",
        required=False,
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"max_length": TE_LANG},
    )
    afzender_telefoon = forms.CharField(
        label="Wat is uw telefoonnummer?",
        help_text="Wij bellen als we een vraag hebben. Een nummer dat u deelt met anderen mag ook.",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"max_length": TE_LANG},
    )
    groep_email = forms.CharField(
        label="Wat is het e-mailadres van iemand uit de groep?",
        help_text="Wij sturen een link. De groep leest dan mee en zegt of het klopt.",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"max_length": TE_LANG},
    )
    akkoord = forms.BooleanField(
        label="Ik vind het goed dat dit op de website komt. U kunt dit altijd stoppen.",
        error_messages={"required": "Zet een vinkje als het op de website mag"},
    )

    AFZENDER = (
        "afzender_naam",
        "namens",
        "afzender_bereik",
        "afzender_email",
        "afzender_telefoon",
        "groep_email",
        "akkoord",
    )

    def __init__(
        self,
        gegevens: Mapping[str, Any] | None = None,
        *,
        velden: Collection[str] | None = None,
        **opties: Any,
    ) -> None:
        super().__init__(als_formulierdata(gegevens) if gegevens is not None else None, **opties)
        if velden is not None:
            self.fields = {naam: self.fields[naam] for naam in velden if naam in self.fields}

    @classmethod
    def is_van_afzender(cls, veld: str) -> bool:
        """Whether this field is about who sends it, and so personal, and no part of what is told."""
        return veld in cls.AFZENDER

    def clean_afzender_email(self) -> str:
        return (
            lees_mailadres(self.cleaned_data["afzender_email"]) if self.cleaned_data["afzender_email"] else ""
        )

    def clean_groep_email(self) -> str:
        return lees_mailadres(self.cleaned_data["groep_email"]) if self.cleaned_data["groep_email"] else ""

    def clean_afzender_telefoon(self) -> str:
        nummer = self.cleaned_data["afzender_telefoon"]
        return lees_telefoon(nummer) if nummer else ""

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        bereik = gegevens.get("afzender_bereik")
        if bereik == Bereik.MAIL and not gegevens.get("afzender_email"):
            self.mis("afzender_email", "Vul uw e-mailadres in")
        if bereik in {Bereik.TELEFOON, Bereik.WHATSAPP} and not gegevens.get("afzender_telefoon"):
            self.mis("afzender_telefoon", "Vul uw telefoonnummer in")
        return gegevens

    def mis(self, veld: str, tekst: str) -> None:
        """Say what is still needed in ``veld``, unless the field is not on this screen or has an error already."""
        if veld in self.fields and veld not in self.errors:
            self.add_error(veld, tekst)


def als_formulierdata(gegevens: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    """Return what was typed in the shape in which a browser sends it."""
    return MultiValueDict(
        {
            naam: list(waarde) if isinstance(waarde, list | tuple) else [waarde]
            for naam, waarde in gegevens.items()
            if waarde is not None
        }
    )


def lees_getypt(form: forms.Form, post: MultiValueDict[str, Any]) -> dict[str, Any]:
    """Return what was typed in the fields of ``form``, exactly so; only line ends are made alike.

    A field with several answers gives a list. Nothing is judged here: what is wrong is kept too.
    """
    getypt: dict[str, Any] = {}
    for naam, veld in form.fields.items():
        if isinstance(veld, forms.MultipleChoiceField):
            getypt[naam] = [zonder_cr(waarde) for waarde in post.getlist(naam)]
        else:
            getypt[naam] = zonder_cr(post.get(naam, ""))
    return getypt


class CodeForm(PubliekFormulier):
    knop = "Ga verder"
    code = forms.CharField(
        label="Wat is uw code?",
        help_text="Drie woorden en een getal. Hoofdletters en spaties maken niet uit.",
        max_length=100,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={
            "required": "Vul uw code in",
            "max_length": "Een code is korter. Kijk hem nog eens na",
        },
    )


class NieuweLinkForm(PubliekFormulier):
    knop = "Stuur mij een nieuwe link"
    email = forms.CharField(
        label="Wat is uw e-mailadres?",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none"}),
        error_messages={"required": "Vul uw e-mailadres in", "max_length": TE_LANG},
    )

    def clean_email(self) -> str:
        return lees_mailadres(self.cleaned_data["email"])


class ReactieForm(forms.Form):
    """A few words for the team."""

    use_required_attribute = False
    tekst = tekstveld("Wat wilt u zeggen?", leeg="Schrijf op wat u wilt zeggen", hoogstens=5000, regels=5)
