"""The fields with which somebody tells about an initiatief or an aanpak, in plain words; one form for all uses."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from alliantie.kern.inzendingen.forms import Inzendform, keuzeveld, tekstveld
from initiatieven.inzendingen.plaats import controleer_plaats
from initiatieven.keuzes import Fase
from initiatieven.models import Doelgroep, Gemeente, Thema
from initiatieven.models.vermelding import EERSTE_JAAR

WEET_NIET = "weet_niet"
LANGE_TEKST = 20_000
FASEN = [
    (Fase.DRAAIT, "Ja, het draait"),
    (Fase.OPSTART, "Het begint net"),
    (Fase.IDEE, "Het is nog een idee"),
    (Fase.GESTOPT, "Het is gestopt"),
    (Fase.ONBEKEND, "Dat weet ik niet"),
]


def getalveld(label: str, *, hoogstens: int, te_groot: str, **opties: Any) -> forms.IntegerField:
    """Return a field for a whole number that may be left empty."""
    cijfers = "Vul een getal in, met alleen cijfers"
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=hoogstens,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort"}),
        error_messages={"invalid": cijfers, "min_value": cijfers, "max_value": te_groot},
        **opties,
    )


def jaarveld(label: str, **opties: Any) -> forms.IntegerField:
    return getalveld(label, hoogstens=9999, te_groot="Vul een jaar in met 4 cijfers, zoals 2019", **opties)


class Initiatiefvelden(Inzendform):
    """Everything that can be told about an initiatief."""

    titel = tekstveld("Hoe heet het initiatief?", leeg="Vul de naam van het initiatief in", hoogstens=120)
    waar = tekstveld(
        "In welke plaats is het?",
        leeg="Vul de plaats of de postcode in",
        hoogstens=100,
        help_text="Bijvoorbeeld: Tilburg. Of: Roden, Noordenveld. Een postcode mag ook.",
    )
    fase = keuzeveld("Draait het al?", FASEN, leeg="Kies of het al draait")
    begonnen_jaar = jaarveld("In welk jaar begon het?", help_text="Weet u het niet precies? Laat het leeg.")
    gestopt_jaar = jaarveld("In welk jaar stopte het?", help_text="Weet u het niet? Laat het leeg.")
    samenvatting = tekstveld(
        "Wat doet u samen? Vertel het in één zin.",
        leeg="Vertel in één zin wat u samen doet",
        hoogstens=200,
        regels=3,
        help_text="Bijvoorbeeld: wij koken elke week met buren.",
    )
    hoofdthema = keuzeveld(
        "Waar gaat het vooral over?", [], leeg="Kies waar het over gaat, of ‘Dat weet ik niet’"
    )
    doelgroepen = keuzeveld(
        "Voor wie is het?", [], meer=True, help_text="U mag meer dan één antwoord kiezen."
    )
    mensen_bereikt = getalveld(
        "Hoeveel mensen doen mee?",
        hoogstens=10_000_000,
        te_groot="Vul een kleiner getal in",
        help_text="Een schatting is goed. Weet u het niet? Laat het leeg.",
    )
    verhaal = tekstveld(
        "Vertel het verhaal",
        leeg="Vertel het verhaal. Een paar zinnen is genoeg",
        hoogstens=LANGE_TEKST,
        regels=10,
    )
    opbrengst = tekstveld("Wat levert het op?", hoogstens=LANGE_TEKST, regels=6)
    samenwerking = tekstveld("Met wie werkt u samen?", hoogstens=LANGE_TEKST, regels=5)
    geleerd = tekstveld(
        "Wat kunnen anderen van u leren?",
        hoogstens=LANGE_TEKST,
        regels=6,
        help_text="Wat ging goed? Wat zou u nu anders doen?",
    )
    website = forms.CharField(
        label="Wat is het adres van de website?",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
        help_text="Bijvoorbeeld: www.voorbeeld.nl. Geen website? Laat het leeg.",
        error_messages={"max_length": "Dit adres is te lang. Vul alleen het eerste stuk in"},
    )
    # Filled in by the team.
    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Gemeente.objects.huidig(), required=False, empty_label="Nog niet gekozen"
    )
    plaats = tekstveld("Dorp of wijk (als het anders heet dan de gemeente)", hoogstens=80)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "hoofdthema" in self.fields:
            themas = [(thema.slug, thema.naam) for thema in Thema.objects.all()]
            self.fields["hoofdthema"].choices = [*themas, (WEET_NIET, "Dat weet ik niet")]  # type: ignore[attr-defined]
        if "doelgroepen" in self.fields:
            self.fields["doelgroepen"].choices = [  # type: ignore[attr-defined]
                (groep.slug, groep.naam) for groep in Doelgroep.objects.all()
            ]

    def clean_waar(self) -> str:
        return controleer_plaats(self.cleaned_data["waar"])

    def clean_website(self) -> str:
        adres = self.cleaned_data["website"].strip()
        if not adres:
            return ""
        try:
            return str(forms.URLField(assume_scheme="https").clean(adres))
        except ValidationError as fout:
            raise ValidationError(
                "Dit lijkt geen adres van een website. Een voorbeeld: www.voorbeeld.nl"
            ) from fout

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        nu = timezone.localdate().year
        for veld in ("begonnen_jaar", "gestopt_jaar"):
            jaar = gegevens.get(veld)
            if jaar is not None and not jaar >= EERSTE_JAAR:
                self.mis(veld, "Vul een jaar in met 4 cijfers, zoals 2019")
            elif jaar is not None and jaar > nu:
                self.mis(veld, "Dit jaar is nog niet geweest. Laat het leeg als het nog niet begon")
        begin, einde = gegevens.get("begonnen_jaar"), gegevens.get("gestopt_jaar")
        if begin and einde and einde < begin:
            self.mis("gestopt_jaar", "Het kan niet stoppen voordat het begon. Kijk beide jaren na")
        return gegevens


class Methodiekvelden(Inzendform):
    """What can be said about an aanpak by who knows it."""

    titel = tekstveld("Hoe heet de aanpak?", leeg="Vul de naam van de aanpak in", hoogstens=120)
    samenvatting = tekstveld(
        "Wat is het? In één zin.", leeg="Vertel in één zin wat het is", hoogstens=200, regels=3
    )
    in_het_kort = tekstveld(
        "Wat is het, in het kort?", leeg="Vertel kort wat het is", hoogstens=LANGE_TEKST, regels=8
    )
    waarom_het_werkt = tekstveld("Waarom werkt het?", hoogstens=LANGE_TEKST, regels=6)
    kern = tekstveld("Wat moet zo blijven?", hoogstens=LANGE_TEKST, regels=6)
    vrij = tekstveld("Wat mag een groep anders doen?", hoogstens=LANGE_TEKST, regels=6)
    kosten_toelichting = tekstveld("Wat kost het?", hoogstens=LANGE_TEKST, regels=4)
    tijd_nodig = tekstveld("Hoeveel tijd kost het?", hoogstens=250)
    mensen_nodig = tekstveld("Hoeveel mensen zijn er nodig?", hoogstens=250)
    ruimte_nodig = tekstveld("Welke ruimte is er nodig?", hoogstens=250)
    website = Initiatiefvelden.base_fields["website"]

    clean_website = Initiatiefvelden.clean_website


def _kiesveld(keuzes: list[tuple[str, str]]) -> forms.Field:
    return keuzeveld(
        "Wat wilt u doen?",
        keuzes,
        meer=True,
        leeg="Kies wat u wilt doen",
        help_text="U mag meer dan één antwoord kiezen.",
    )


OPMERKING = tekstveld(
    "Wat moet er anders, of wat mist er?", leeg="Schrijf op wat er anders moet", hoogstens=5000, regels=7
)


class AanvullingInitiatiefForm(Initiatiefvelden):
    kies = _kiesveld(
        [
            ("opmerking", "In mijn eigen woorden vertellen wat er anders moet"),
            ("fotos", "Foto's sturen"),
            ("papieren", "Papieren sturen, zoals een folder of een plan"),
            ("gestopt", "Vertellen dat het gestopt is"),
            ("verhuisd", "Vertellen dat het verhuisd is"),
            ("verhaal", "Het verhaal veranderen"),
            ("samenvatting", "De korte zin bovenaan veranderen"),
            ("geleerd", "Vertellen wat anderen kunnen leren"),
            ("opbrengst", "Vertellen wat het oplevert"),
            ("samenwerking", "Vertellen met wie er wordt samengewerkt"),
            ("mensen", "Veranderen voor wie het is, en hoeveel mensen meedoen"),
            ("titel", "De naam of de website veranderen"),
            ("begin", "Vertellen of het draait, en sinds wanneer"),
        ]
    )
    opmerking = OPMERKING


class AanvullingMethodiekForm(Methodiekvelden):
    kies = _kiesveld(
        [
            ("opmerking", "In mijn eigen woorden vertellen wat er anders moet"),
            ("in_het_kort", "De uitleg in het kort veranderen"),
            ("waarom", "Vertellen waarom het werkt"),
            ("kern", "Vertellen wat zo moet blijven, en wat anders mag"),
            ("kosten", "Vertellen wat het kost, en wat er nodig is"),
            ("titel", "De naam, de korte zin of de website veranderen"),
            ("fotos", "Foto's sturen"),
            ("papieren", "Papieren sturen, zoals een folder of een plan"),
        ]
    )
    opmerking = OPMERKING
