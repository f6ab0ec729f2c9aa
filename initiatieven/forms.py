"""Forms that the public fills in."""

from django import forms

from alliantie.kern.bereikbaar import lees_bereikbaar
from alliantie.kern.formulier import PubliekFormulier


class VraagForm(PubliekFormulier):
    """A question to an initiatief; the visitor never sees where it goes."""

    knop = "Stel uw vraag"

    vraag = forms.CharField(
        label="Wat wilt u vragen?",
        help_text="Bijvoorbeeld: wanneer kan ik een keer komen kijken?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Schrijf uw vraag op",
            "max_length": "Uw tekst heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    naam = forms.CharField(
        label="Hoe heet u?",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": "Vul uw naam in",
            "max_length": "Uw naam heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    bereikbaar = forms.CharField(
        label="Hoe kunnen wij u bereiken?",
        help_text="Vul uw e-mailadres of uw telefoonnummer in. Alleen wij en wie u antwoord geeft, zien dit.",
        max_length=200,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "email",
                "inputmode": "email",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "Vul een e-mailadres of telefoonnummer in"},
    )

    def clean_bereikbaar(self) -> str:
        return lees_bereikbaar(self.cleaned_data["bereikbaar"])
