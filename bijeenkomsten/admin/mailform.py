"""A mail to many, as the team reads and changes it before it goes."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alliantie.kern import post
from alliantie.kern.mailteksten import ONDERWERP_HOOGSTENS
from bijeenkomsten import berichten
from bijeenkomsten.mails import LINK_HIER, NAAM_HIER
from bijeenkomsten.models import Aanmelding, Bijeenkomst

HIER_UW_BERICHT = "[Schrijf hier wat u wilt zeggen.]"


class MailForm(forms.Form):
    use_required_attribute = False
    onderwerp = forms.CharField(
        label="Onderwerp van de mail",
        max_length=ONDERWERP_HOOGSTENS,
        error_messages={
            "required": "Vul een onderwerp in",
            "max_length": "Uw onderwerp heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    tekst = forms.CharField(
        label="Tekst van de mail",
        max_length=10_000,
        help_text=(
            f"U mag alles veranderen. Op de plek van {NAAM_HIER} komt de naam van de lezer. "
            f"Op de plek van {LINK_HIER} komt de link naar de eigen aanmelding."
        ),
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={
            "required": "Schrijf wat er in de mail moet staan",
            "max_length": "Uw tekst heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_tekst(self) -> str:
        tekst = self.cleaned_data["tekst"].replace("\r\n", "\n")
        if HIER_UW_BERICHT in tekst:
            raise ValidationError(f"Vervang {HIER_UW_BERICHT} door wat u wilt zeggen")
        return tekst

    @property
    def mail(self) -> post.Mail:
        return post.Mail(self.cleaned_data["onderwerp"], self.cleaned_data["tekst"])


def mailform(soort: str, bijeenkomst: Bijeenkomst, data: Any = None, **opties: Any) -> MailForm:
    """Return the form with the mail ``soort`` in it, or with what was made of it (``data``)."""
    if data is not None:
        return MailForm(data, **opties)
    mail = post.stel_op(
        soort,
        berichten.over_bijeenkomst(bijeenkomst)
        | {"naam": NAAM_HIER, "link": LINK_HIER, "bericht": HIER_UW_BERICHT},
    )
    return MailForm(initial={"onderwerp": mail.onderwerp, "tekst": mail.tekst}, **opties)


def zoals_bij(mail: post.Mail, aanmelding: Aanmelding) -> str:
    """Return the text as this person reads it; the link itself is only made when the mail goes."""
    return mail.tekst.replace(NAAM_HIER, aanmelding.naam).replace(LINK_HIER, "(de eigen link)")
