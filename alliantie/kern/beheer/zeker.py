"""Asking twice before something goes that cannot come back."""

from django import forms
from django.core.exceptions import ValidationError


class ZekerForm(forms.Form):
    """Asks to type a word, so that nobody throws away everything with one wrong click."""

    zeker = forms.CharField(
        label="Weet u het zeker? Typ dan: ja",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "class": "kort"}),
        error_messages={"required": "Typ ja als u het zeker weet"},
    )

    def clean_zeker(self) -> str:
        if self.cleaned_data["zeker"].strip(" .!‘’'\"").lower() != "ja":
            raise ValidationError("Typ ja als u het zeker weet. Weet u het niet zeker? Kies ‘Doe het niet’")
        return "ja"
