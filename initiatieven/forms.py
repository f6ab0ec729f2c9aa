"""Forms that the public fills in."""

import re
import unicodedata

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alliantie.kern.formulier import PubliekFormulier

CIJFERS_IN_NUMMER = 10  # the 0 in front included
NEDERLAND = 31


def lees_bereikbaar(tekst: str) -> str:
    """Return ``tekst`` without invisible characters, if it is a mail address or phone number to reach somebody on.

    Spaces, dots and dashes in a number are fine, +31 too.

    Raises:
        ValidationError: with what to do, in plain words.
    """
    schoon = "".join(teken for teken in tekst if unicodedata.category(teken) != "Cf").strip()
    if "@" in schoon:
        try:
            validate_email(schoon)
            schoon.rpartition("@")[2].encode("idna")
        except (ValidationError, UnicodeError) as fout:
            raise ValidationError("Uw e-mailadres klopt nog niet. Een voorbeeld: naam@voorbeeld.nl") from fout
        return schoon
    cijfers = re.sub(r"\D", "", schoon)
    if re.search(r"[A-Za-z]", schoon) and "." in schoon:
        raise ValidationError("Er mist een @ in uw e-mailadres")
    if re.search(r"[A-Za-z]", schoon) or not cijfers:
        raise ValidationError("Vul een e-mailadres of een telefoonnummer in")
    try:
        nummer = phonenumbers.parse(schoon, "NL")
    except phonenumbers.NumberParseException:
        nummer = None
    if (
        nummer is None
        or not phonenumbers.is_possible_number(nummer)
        or (nummer.country_code == NEDERLAND and len(str(nummer.national_number)) != CIJFERS_IN_NUMMER - 1)
    ):
        raise ValidationError(
            f"Uw telefoonnummer heeft {CIJFERS_IN_NUMMER} cijfers. U vulde er {len(cijfers)} in"
        )
    return schoon


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
