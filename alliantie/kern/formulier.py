"""What every public form has: a honeypot, a minimum fill time, a key against double sending."""

import uuid
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.core import signing

from alliantie.kern.limiet import TeVaak

KORTSTE_INVULTIJD = 3  # seconds; no person fills in a form faster
ZEGEL = signing.TimestampSigner(salt="kern.formulier")


class PubliekFormulier(forms.Form):
    """Base of the forms that visitors without a login send.

    ``is_robot`` says that no person filled it in: the view then answers as if all went well and does nothing.
    ``sleutel`` is the same for each try to send one filled-in form; the actie makes one thing per key.
    """

    knop = "Verstuur"
    use_required_attribute = False

    # The name must tempt a robot and mean nothing to the autofill of a browser.
    onderwerp_2 = forms.CharField(
        required=False,
        label="Laat dit leeg",
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    zegel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zegel"].initial = lambda: ZEGEL.sign(uuid.uuid4().hex)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": "novalidate"}
        self.helper.form_tag = True
        self.deel_in()

    def deel_in(self) -> None:
        """Put the fields on the page in their order; once more after a form took fields away or moved them."""
        velden = [naam for naam in self.fields if naam not in {"onderwerp_2", "zegel"}]
        self.helper.layout = Layout(
            *velden,
            Field("onderwerp_2", wrapper_class="verberg-voor-mensen"),
            "zegel",
            Submit("verstuur", self.knop),
        )

    @property
    def sleutel(self) -> str:
        """The key of this filled-in form (32 hexadecimal digits); a new one if the sent one was tampered with."""
        try:
            return ZEGEL.unsign(self.cleaned_data.get("zegel", ""))
        except signing.BadSignature:
            return uuid.uuid4().hex

    def meld_te_vaak(self, fout: TeVaak) -> None:
        """Say kindly that too much came in from here; what was typed stays in the form."""
        minuten = max(1, round(fout.wacht.total_seconds() / 60))
        self.add_error(
            None,
            "Er kwamen hier veel berichten tegelijk binnen. Uw tekst staat er nog. "
            f"Probeer het over {minuten} minuten weer.",
        )

    @property
    def in_lokveld(self) -> bool:
        """Whether the field that people do not see was filled in, or the form is not one of ours."""
        try:
            ZEGEL.unsign(self.data.get(self.add_prefix("zegel"), ""))
        except signing.BadSignature:
            return True
        return bool(self.data.get(self.add_prefix("onderwerp_2")))

    @property
    def te_snel(self) -> bool:
        """Whether it was sent faster than a person can fill it in."""
        try:
            ZEGEL.unsign(self.data.get(self.add_prefix("zegel"), ""), max_age=KORTSTE_INVULTIJD)
        except signing.SignatureExpired:
            return False
        except signing.BadSignature:
            return True
        return True

    @property
    def is_robot(self) -> bool:
        return self.in_lokveld or self.te_snel
