"""Sign somebody up who called, with the questions of the public page; also past the line, with a reason."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from alliantie.kern.inzendingen.forms import tekstveld
from alliantie.kern.inzendingen.toegang import code_van
from bijeenkomsten.acties import beheer as acties
from bijeenkomsten.acties.fouten import GeenPlek, NietToegestaan, TeVeelMensen
from bijeenkomsten.admin.aanmeldingen import controleer, geen_plek, toon
from bijeenkomsten.forms import AanmeldForm
from bijeenkomsten.keuzes import Stand
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from bijeenkomsten.overzicht import mensen

NIET_VOOR_HET_TEAM = ("onderwerp_2",)


class TeamAanmeldForm(AanmeldForm):
    """The questions of the public page, to read out to who calls."""

    buiten_de_rij_om = forms.BooleanField(
        label="Geef meteen een plek, ook als er anderen wachten",
        help_text="Alleen als er nog plek is. Schrijf hieronder op waarom.",
        required=False,
    )
    reden = tekstveld("Waarom vóór de anderen?", hoogstens=300, help_text="Alleen het team leest dit.")

    def __init__(self, *args: Any, bijeenkomst: Bijeenkomst, **kwargs: Any) -> None:
        # Who calls may come with a larger group than the site lets somebody sign up.
        super().__init__(*args, bijeenkomst=bijeenkomst, hoogstens=bijeenkomst.capaciteit or 1000, **kwargs)
        for naam in NIET_VOOR_HET_TEAM:
            del self.fields[naam]
        for naam in ("naam", "email", "telefoon", "van"):
            self.fields[naam].widget.attrs["autocomplete"] = "off"  # not the name of who types

    def clean_aantal(self) -> int:
        aantal = self.cleaned_data["aantal"]
        if aantal > self.hoogstens:
            raise forms.ValidationError(f"Er passen hier {mensen(self.hoogstens)}. Vul een kleiner getal in")
        return aantal

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("buiten_de_rij_om") and not gegevens.get("reden") and "reden" not in self.errors:
            self.add_error("reden", "Schrijf kort op waarom deze mensen voorgaan")
        return gegevens


def toevoegen(beheer: Any, request: Any, bijeenkomst: Bijeenkomst) -> HttpResponse:
    """Ask what the public page asks, and say what became of it, with the code to read out."""
    controleer(request, bijeenkomst, "aanmeldingen_wijzigen")
    form = TeamAanmeldForm(request.POST if request.method == "POST" else None, bijeenkomst=bijeenkomst)
    if form.is_valid() and (aanmelding := _voeg_toe(request, bijeenkomst, form)):
        beheer.log_change(request, bijeenkomst, f"Aanmelding {aanmelding.volgnummer} toegevoegd")
        wat = "heeft een plek" if aanmelding.status == Stand.GEPLAATST else "staat op de wachtlijst"
        messages.success(request, f"‘{aanmelding}’ {wat}. De code is: {code_van(aanmelding)}.")
        return HttpResponseRedirect(beheer.adres("aanmelding", bijeenkomst.pk, aanmelding.pk))
    context = {"title": "Voeg iemand toe", "form": form}
    status = 422 if request.method == "POST" else 200
    return toon(beheer, request, bijeenkomst, "toevoegen", context, status=status)


def _voeg_toe(request: Any, bijeenkomst: Bijeenkomst, form: TeamAanmeldForm) -> Aanmelding | None:
    gegevens = form.cleaned_data
    try:
        return acties.voeg_toe(
            bijeenkomst=bijeenkomst,
            gegevens=gegevens,
            sleutel=form.sleutel,
            door=request.user,
            buiten_de_rij_om=gegevens["buiten_de_rij_om"],
            reden=gegevens["reden"] if gegevens["buiten_de_rij_om"] else "",
        )
    except GeenPlek as fout:
        form.add_error("buiten_de_rij_om", geen_plek(fout))
    except TeVeelMensen as fout:
        form.add_error("aantal", f"Er passen hier {mensen(fout.hoogstens)}. Vul een kleiner getal in")
    except NietToegestaan:
        form.add_error(None, "Aanmelden kan niet meer. Misschien veranderde een collega dit net.")
    return None
