"""Forms about a sign-up that the public fills in."""

from typing import Any

from django import forms
from django.utils.html import escape

from alliantie.kern.bereikbaar import lees_mailadres, lees_telefoon
from alliantie.kern.formulier import PubliekFormulier
from alliantie.kern.inzendingen.forms import TE_LANG, tekstveld
from bijeenkomsten.keuzes import WeetNiet
from bijeenkomsten.models import Bijeenkomst

GETAL = "Vul een getal in, met alleen cijfers"
MEESTE_KINDEREN = 20


def _getalveld(label: str, *, leeg: str = "", minstens: int = 0, **opties: Any) -> forms.IntegerField:
    """Return a field for a whole number; ``leeg`` says what to do when empty, "" allows it."""
    te_klein = "Kom minstens zelf: vul 1 of meer in" if minstens else GETAL
    return forms.IntegerField(
        label=label,
        required=bool(leeg),
        min_value=minstens,
        max_value=9999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "kort"}),
        error_messages={
            "required": leeg,
            "invalid": GETAL,
            "min_value": te_klein,
            "max_value": "Dat is te veel. Vul een kleiner getal in",
        },
        **opties,
    )


def te_veel_mensen(hoogstens: int) -> str:
    """Say how many people one sign-up may bring, and what to do with more."""
    if hoogstens == 1:
        return "U kunt hier 1 mens aanmelden. Wil er nog iemand mee? Laat die zich ook aanmelden"
    return f"U kunt hier niet meer dan {hoogstens} mensen aanmelden. Komt u met meer? Vraag het ons"


class AantalForm(forms.Form):
    """With how many people somebody comes."""

    use_required_attribute = False
    aantal = _getalveld(
        "Met hoeveel mensen komt u?",
        leeg="Vul in met hoeveel mensen u komt",
        minstens=1,
        help_text="Tel uzelf mee. Kinderen die naar de opvang gaan, tellen niet mee.",
    )

    def __init__(self, *args: Any, hoogstens: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hoogstens = hoogstens

    def clean_aantal(self) -> int:
        aantal = self.cleaned_data["aantal"]
        if aantal > self.hoogstens:
            raise forms.ValidationError(te_veel_mensen(self.hoogstens))
        return aantal


class AanmeldForm(AantalForm, PubliekFormulier):
    """Everything that we ask of who signs up; only what this meeting needs to know."""

    naam = tekstveld(
        "Hoe heet u?",
        leeg="Vul uw naam in",
        hoogstens=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.CharField(
        label="Wat is uw e-mailadres?",
        help_text="U krijgt dan een mail met de dag en het adres. Geen e-mail? Vul hieronder uw telefoonnummer in.",
        required=False,
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"max_length": TE_LANG},
    )
    telefoon = forms.CharField(
        label="Wat is uw telefoonnummer?",
        help_text="Wij bellen als er iets verandert. Een nummer dat u deelt met anderen mag ook.",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"max_length": "Dit nummer is te lang. Vul 1 nummer in"},
    )
    van = tekstveld(
        "Van welke groep of gemeente bent u?",
        hoogstens=160,
        help_text="Bijvoorbeeld: Eettafel De Brug. Of: gemeente Tilburg.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    is_gemeente = forms.BooleanField(label="Ik kom voor een gemeente", required=False)
    hulp = tekstveld(
        "Wat hebt u nodig om mee te doen?",
        hoogstens=1000,
        regels=3,
        help_text="Bijvoorbeeld: ik kom met een rolstoel. Of: ik hoor slecht. Schrijf alleen wat wij moeten weten.",
    )
    eet_mee = _getalveld(
        "Hoeveel mensen eten mee?",
        leeg="Vul in hoeveel mensen mee-eten. Eet er niemand mee? Vul 0 in",
        help_text="Het eten is gratis. Eet er niemand mee? Vul 0 in.",
    )
    eten = tekstveld(
        "Is er iets dat u niet eet?",
        hoogstens=500,
        regels=2,
        help_text="Bijvoorbeeld: geen vlees. Of: 1 van ons eet halal.",
    )
    kinderen = _getalveld(
        "Hoeveel kinderen gaan naar de opvang?",
        help_text="De opvang is gratis. Geen kinderen? Laat het leeg.",
    )
    wil_reisgeld = forms.BooleanField(label="Ik wil mijn reisgeld terug", required=False)

    PER_VRAAG = {
        "lunch": ("eet_mee", "eten"),
        "kinderopvang": ("kinderen",),
        "reiskosten": ("wil_reisgeld",),
    }
    VOLGORDE = ("naam", "email", "telefoon", "aantal", "van", "is_gemeente", "hulp")

    def __init__(self, *args: Any, bijeenkomst: Bijeenkomst, hoogstens: int, **kwargs: Any) -> None:
        super().__init__(*args, hoogstens=hoogstens, **kwargs)
        for wat, velden in self.PER_VRAAG.items():
            if getattr(bijeenkomst, wat) != WeetNiet.JA:
                for veld in velden:
                    del self.fields[veld]
        if bijeenkomst.reiskosten == WeetNiet.JA:
            uitleg = f"U krijgt uw reisgeld terug. {bijeenkomst.reiskosten_uitleg}"
            self.fields["wil_reisgeld"].help_text = escape(uitleg.strip())
        self.knop = "Zet mij op de wachtlijst" if bijeenkomst.is_vol else "Meld mij aan"
        self.order_fields([*self.VOLGORDE, *self.fields])
        self.deel_in()

    def clean_email(self) -> str:
        return lees_mailadres(self.cleaned_data["email"]) if self.cleaned_data["email"].strip() else ""

    def clean_telefoon(self) -> str:
        nummer = self.cleaned_data["telefoon"]
        return lees_telefoon(nummer) if nummer.strip() else ""

    def clean_kinderen(self) -> int:
        kinderen = self.cleaned_data["kinderen"] or 0
        if kinderen > MEESTE_KINDEREN:
            raise forms.ValidationError(
                f"Dat zijn veel kinderen. Komt u met meer dan {MEESTE_KINDEREN}? Vraag het ons"
            )
        return kinderen

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if not {"email", "telefoon"} & self.errors.keys() and not (
            gegevens.get("email") or gegevens.get("telefoon")
        ):
            self.add_error("email", "Vul uw e-mailadres of uw telefoonnummer in")
        aantal, eet_mee = gegevens.get("aantal"), gegevens.get("eet_mee")
        if aantal is not None and eet_mee is not None and eet_mee > aantal:
            self.add_error("eet_mee", f"U komt met {aantal}. Dan kunnen er niet {eet_mee} mee-eten")
        return gegevens
