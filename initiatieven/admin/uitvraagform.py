"""Forms of an uitvraag in the admin: the addresses that staff paste, and the rows that may still change."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from alliantie.kern.beheer.velden import zonder_cr
from alliantie.kern.bereikbaar import lees_mailadres
from initiatieven.acties import Adres
from initiatieven.inzendingen.plaats import lees_plaats
from initiatieven.models import Organisatie, Uitvraagontvanger
from initiatieven.zoeken import vouw

MEESTE_REGELS = 1000
MEESTE_FOUTEN = 20
KRIJGT_HET_AL = "Dit mailadres krijgt deze uitvraag al."
DUBBEL = "Dit mailadres staat er twee keer. Haal er een weg"
AL_GEVRAAGD = "{} kreeg de mail al. Dat kunt u niet meer veranderen of weghalen. Open deze pagina opnieuw."


class UitvraagForm(forms.ModelForm):
    plak = forms.CharField(
        label="Plak mailadressen",
        help_text=(
            "Zet elk adres op een eigen regel. Met een naam ervoor mag ook: "
            "Voedselbank Breda; info@voorbeeld.nl. De naam is een organisatie of gemeente die wij kennen."
        ),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField kort", "spellcheck": "false"}),
        error_messages={"max_length": "Dit is te veel in één keer. Plak het in delen"},
    )

    def clean_plak(self) -> list[Adres]:
        return lees_adressen(self.cleaned_data["plak"])


def lees_adressen(tekst: str) -> list[Adres]:
    """Return whom staff pasted: on each line a mail address, or a name, a semicolon and a mail address.

    Raises:
        ValidationError: per line what to do.
    """
    regels = [
        (nummer, regel.strip())
        for nummer, regel in enumerate(zonder_cr(tekst).split("\n"), start=1)
        if regel.strip()
    ]
    if len(regels) > MEESTE_REGELS:
        raise ValidationError(f"Dit zijn {len(regels)} regels. Er passen er {MEESTE_REGELS} in één keer")
    organisaties = _organisaties() if any(";" in regel for _, regel in regels) else {}
    adressen, fouten = [], []
    for nummer, regel in regels:
        try:
            adressen.append(_lees_regel(regel, organisaties))
        except ValidationError as fout:
            fouten.append(f"Regel {nummer} (‘{regel[:60]}’): {fout.message}")
    if len(fouten) > MEESTE_FOUTEN:
        rest = len(fouten) - MEESTE_FOUTEN
        fouten = [*fouten[:MEESTE_FOUTEN], f"En nog {rest} regels. Kijk ook die na"]
    if fouten:
        raise ValidationError(fouten)
    return adressen


def _organisaties() -> dict[str, int]:
    return {vouw(naam): pk for pk, naam in Organisatie.objects.values_list("pk", "naam")}


def _lees_regel(regel: str, organisaties: dict[str, int]) -> Adres:
    naam, _, mail = (deel.strip() for deel in regel.rpartition(";"))
    try:
        email = lees_mailadres(mail.strip("<>, ")).lower()
    except ValidationError as fout:
        reden = (
            "er mist een @ in het mailadres"
            if "@" not in mail
            else "kijk het mailadres na. Een voorbeeld: naam@voorbeeld.nl"
        )
        raise ValidationError(reden) from fout
    if not naam:
        return Adres(email)
    if organisatie := organisaties.get(vouw(naam)):
        return Adres(email, organisatie_id=organisatie)
    gemeente, rest = lees_plaats(naam)
    if gemeente is None or rest:
        raise ValidationError(
            f"wij kennen ‘{naam}’ niet. Maak eerst de organisatie, of laat de naam weg voor het mailadres"
        )
    return Adres(email, gemeente_id=gemeente)


class AutocompleteZonderVraag(AutocompleteSelect):
    """Shows what is chosen already without asking the database for each row: ``gekozen`` was read with the rows."""

    gekozen: Any = None

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[Any]:
        if self.gekozen is None or [str(self.gekozen.pk)] != [str(een) for een in value]:
            return super().optgroups(name, value, attrs)
        leeg = self.create_option(name, "", "", False, 0)
        gekozen = self.create_option(name, self.gekozen.pk, str(self.gekozen), True, 1)
        return [(None, [leeg, gekozen], 0)]


class OntvangerForm(forms.ModelForm):
    class Meta:
        model = Uitvraagontvanger
        fields = ("organisatie", "gemeente", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("organisatie", "gemeente"):
            widget: Any = self.fields[naam].widget
            if self.instance.pk:
                # The admin wraps the widget in one with links to other pages.
                getattr(widget, "widget", widget).gekozen = getattr(self.instance, naam)

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if self.instance.verstuurd_op and self.has_changed():
            raise ValidationError(AL_GEVRAAGD.format(self.instance.email))
        return gegevens


class OntvangerFormSet(BaseInlineFormSet):
    """Rows that got the mail stay as they are: a colleague may have sent it while this page was open."""

    def get_unique_error_message(self, unique_check: Any) -> str:
        return DUBBEL

    def get_form_error(self) -> str:
        return DUBBEL

    def clean(self) -> None:
        super().clean()
        al_gevraagd = _al_gevraagd(form.instance for form in self.deleted_forms)
        if al_gevraagd:
            raise ValidationError([AL_GEVRAAGD.format(ontvanger.email) for ontvanger in al_gevraagd])
        if self.instance.pk:
            self._wijs_dubbele_aan()

    def _wijs_dubbele_aan(self) -> None:
        """Who was asked already is not on the form, so only the database knows them."""
        er_al = dict(self.instance.ontvangers.values_list("email", "pk"))
        weg = [form.instance.pk for form in self.deleted_forms]
        for form in self.forms:
            pk = er_al.get(getattr(form, "cleaned_data", {}).get("email"))
            if pk not in {None, form.instance.pk, *weg} and form not in self.deleted_forms:
                form.add_error("email", KRIJGT_HET_AL)


def _al_gevraagd(ontvangers: Iterable[Uitvraagontvanger]) -> list[Uitvraagontvanger]:
    return [ontvanger for ontvanger in ontvangers if ontvanger.pk and ontvanger.verstuurd_op]
