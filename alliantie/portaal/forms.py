"""Forms for the portal as a whole."""

from initiatieven.forms import VraagForm


class BerichtForm(VraagForm):
    """A question, a story or something that is not right, for the project team."""

    knop = "Verstuur uw bericht"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vraag"].label = "Wat wilt u vertellen of vragen?"
        self.fields[
            "vraag"
        ].help_text = "Bijvoorbeeld: wij koken elke week met buren. Of: op uw site klopt iets niet."
        self.fields["vraag"].error_messages["required"] = "Schrijf uw bericht op"
