"""Somebody suggests a meeting: a group, a gemeente, a partner. What the team accepts becomes a concept to work out."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.text import Truncator, slugify

from alliantie.kern.inzendingen.acties.fouten import NietCompleet
from alliantie.kern.inzendingen.forms import Inzendform, keuzeveld, tekstveld
from alliantie.kern.inzendingen.keuzes import Uitkomst
from alliantie.kern.inzendingen.soort import Gegevens, Scherm, registreer
from alliantie.kern.inzendingen.soort import Soort as Inzendsoort
from alliantie.kern.models import Gebruiker, Inzending
from bijeenkomsten.keuzes import Soort, VoorWie
from bijeenkomsten.models import Bijeenkomst
from initiatieven.inzendingen.plaats import controleer_plaats, lees_plaats

TIJD = re.compile(r"([01]?[0-9]|2[0-3])(?:[.: ]?([0-5][0-9]))?(?: ?uur)?", re.IGNORECASE | re.ASCII)
TIJD_KLOPT_NIET = "Vul een tijd in, zoals 19.30"
EERSTE_JAAR, JAREN_VOORUIT = 2000, 5
DUURT = timedelta(hours=2)  # when nobody said until when
WAT, WANNEER_EN_WAAR, WIE = "Wat", "Wanneer en waar", "Wie bent u"


class Tijdveld(forms.Field):
    """A time as people write it: 19.30, 19:30, 1930 or "19 uur"."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> time | None:
        tekst = str(value or "").strip()
        if not tekst:
            return None
        gevonden = TIJD.fullmatch(tekst)
        if gevonden is None:
            raise ValidationError(TIJD_KLOPT_NIET)
        return time(int(gevonden[1]), int(gevonden[2] or 0))


def _getal(label: str, leeg: str, hoogstens: int, **opties: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=hoogstens,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "kort"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), leeg),
        **opties,
    )


class Voorstelform(Inzendform):
    namens = None  # type: ignore[assignment]
    groep_email = None  # type: ignore[assignment]

    titel = tekstveld(
        "Hoe heet de bijeenkomst?",
        leeg="Vul een naam voor de bijeenkomst in",
        hoogstens=120,
        help_text="Bijvoorbeeld: Samen eten, hoe begin je?",
    )
    wat = tekstveld(
        "Wat gaat er gebeuren?",
        leeg="Vertel wat er gaat gebeuren. Een paar zinnen is genoeg",
        hoogstens=5000,
        regels=6,
    )
    soort = keuzeveld("Wat voor bijeenkomst is het?", Soort.choices, leeg="Kies wat voor bijeenkomst het is")
    voor_wie = keuzeveld("Voor wie is het?", VoorWie.choices, leeg="Kies voor wie het is")
    dag = _getal("Welke dag?", "Vul de dag in, zoals 8", 31, help_text="Bijvoorbeeld: 8")
    maand = forms.ChoiceField(
        label="Welke maand?",
        choices=[("", "Kies een maand"), *((str(nummer), naam) for nummer, naam in MONTHS.items())],
        error_messages={"required": "Kies de maand", "invalid_choice": "Kies de maand"},
    )
    jaar = _getal(
        "Welk jaar?", "Vul een jaar in met 4 cijfers, zoals 2027", 9999, help_text="Bijvoorbeeld: 2027"
    )
    begintijd = Tijdveld(
        label="Hoe laat begint het?",
        help_text="Bijvoorbeeld: 19.30",
        widget=forms.TextInput(attrs={"class": "kort", "autocomplete": "off"}),
        error_messages={"required": "Vul in hoe laat het begint, zoals 19.30"},
    )
    eindtijd = Tijdveld(
        label="Hoe laat is het klaar?",
        required=False,
        help_text="Weet u het nog niet? Laat het leeg.",
        widget=forms.TextInput(attrs={"class": "kort", "autocomplete": "off"}),
    )
    waar = tekstveld(
        "In welke plaats is het?",
        leeg="Vul de plaats in. Is het online? Vul dan in: online",
        hoogstens=100,
        help_text="Bijvoorbeeld: Tilburg. Of: Roden, Noordenveld. Is het online? Vul dan in: online.",
    )
    gebouw = tekstveld(
        "In welk gebouw?",
        hoogstens=120,
        help_text="De naam, de straat en het nummer. Nog geen plek? Laat het leeg.",
    )
    kosten = tekstveld(
        "Wat kost het wie komt?",
        hoogstens=300,
        regels=3,
        help_text="Bijvoorbeeld: gratis, met brood en soep. Of: 5 euro, en wie met de bus komt krijgt dat terug.",
    )

    def clean_waar(self) -> str:
        return controleer_plaats(self.cleaned_data["waar"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        dag, maand, jaar = (gegevens.get(veld) for veld in ("dag", "maand", "jaar"))
        if dag and maand and jaar:
            gekozen = _datum(jaar, maand, dag)
            if not EERSTE_JAAR <= jaar <= timezone.localdate().year + JAREN_VOORUIT:
                self.mis("jaar", "Vul een jaar in met 4 cijfers, zoals 2027")
            elif gekozen is None:
                self.mis(
                    "dag", f"Deze dag is er niet: {dag} {MONTHS[int(maand)]} {jaar}. Kijk hem nog eens na"
                )
            elif gekozen <= timezone.localdate():
                self.mis("dag", "Kies een dag na vandaag")
        begin, einde = gegevens.get("begintijd"), gegevens.get("eindtijd")
        if begin and einde and einde <= begin:
            self.mis("eindtijd", "Het is klaar voordat het begint. Kijk beide tijden na")
        return gegevens


def _datum(jaar: int, maand: str, dag: int) -> date | None:
    """Return this day of the calendar; ``None`` when there is none, as on 31 June."""
    try:
        return date(jaar, int(maand), dag)
    except ValueError:
        return None


@registreer
class Bijeenkomstvoorstel(Inzendsoort):
    naam = "bijeenkomst"
    label = "Voorstel voor een bijeenkomst"
    titel = "Stel een bijeenkomst voor"
    noem_het = "voorstel"
    intro = "Dat duurt ongeveer 5 minuten. U kunt altijd stoppen en later verder gaan."
    form = Voorstelform
    uitkomst = Uitkomst.UITGEWERKT
    knop_goedkeuren = "Maak er een bijeenkomst van"
    mail_ontvangen = "bijeenkomst_voorstel_ontvangen"
    mail_goedgekeurd = "bijeenkomst_voorstel"
    schermen = (
        Scherm("naam", WAT, "Hoe heet de bijeenkomst?", ("titel",), "Nog geen naam? Vertel kort wat het is."),
        Scherm(
            "wat",
            WAT,
            "Wat gaat er gebeuren?",
            ("wat",),
            "Schrijf zoals u praat. Fouten zijn niet erg, wij kijken het na.",
            ("Wat doen mensen die komen?", "Wat nemen zij mee naar huis?", "Wie vertelt er iets?"),
        ),
        Scherm("voor-wie", WAT, "Wat voor bijeenkomst is het?", ("soort", "voor_wie")),
        Scherm(
            "wanneer", WANNEER_EN_WAAR, "Wanneer is het?", ("dag", "maand", "jaar", "begintijd", "eindtijd")
        ),
        Scherm("waar", WANNEER_EN_WAAR, "Waar is het?", ("waar", "gebouw")),
        Scherm("kosten", WANNEER_EN_WAAR, "Wat kost het?", ("kosten",), "U mag dit overslaan."),
        Scherm("wie", WIE, "Wie bent u?", ("afzender_naam",), "Uw naam komt niet op de website."),
        Scherm(
            "bereik",
            WIE,
            "Hoe kunnen wij u bereiken?",
            ("afzender_bereik", "afzender_email", "afzender_telefoon"),
            "Alleen ons team ziet dit. Het komt niet op de website.",
        ),
    )

    def kop(self, gegevens: Gegevens, doel: models.Model | None) -> tuple[str, str]:
        return str(gegevens.get("titel") or ""), str(gegevens.get("waar") or "")

    def adres(self, doel: Any) -> str:
        """Return the public address; a concept has none yet."""
        return super().adres(doel) if doel is not None and doel.is_openbaar else ""

    def op_slot(self, doel_id: int) -> Bijeenkomst | None:
        return Bijeenkomst.objects.select_for_update(of=("self",)).filter(pk=doel_id).first()

    def doel_versie(self, doel: Any) -> str:
        return doel.gewijzigd_op.isoformat() if isinstance(doel, Bijeenkomst) else ""

    def pas_toe(
        self, *, inzending: Inzending, waarden: Mapping[str, Any], door: Gebruiker, doel: Any = None
    ) -> Bijeenkomst:
        """Make a concept of it; the team works it out and publishes it later."""
        begin, einde = _van_tot(waarden)
        gemeente, dorp = lees_plaats(str(waarden.get("waar") or ""))
        tekst = str(waarden.get("wat") or "")
        titel = str(waarden.get("titel") or inzending.onderwerp)[:120]
        return Bijeenkomst.objects.create(
            titel=titel,
            slug=_vrij_adres(titel),
            soort=waarden.get("soort") or Soort.REGIONAAL,
            voor_wie=waarden.get("voor_wie") or VoorWie.BEIDE,
            samenvatting=Truncator(" ".join(tekst.split())).chars(200),
            programma=tekst,
            begin=begin,
            einde=einde,
            gemeente_id=gemeente,
            locatie=str(waarden.get("gebouw") or "")[:120],
            adres="" if gemeente else dorp,
            kosten_uitleg=str(waarden.get("kosten") or "")[:300],
            redactienotitie=f"Voorgesteld op {timezone.localdate():%d-%m-%Y}. Werk het uit voordat u het publiceert.",
        )


def _van_tot(waarden: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Return when it begins and ends.

    Raises:
        NietCompleet: the team left out the day or the time.
    """
    dag = _datum(waarden.get("jaar") or 0, str(waarden.get("maand") or 0), waarden.get("dag") or 0)
    begintijd = waarden.get("begintijd")
    if dag is None or begintijd is None:
        raise NietCompleet({"dag": ["Kies de dag en de tijd"]})
    begin = timezone.make_aware(datetime.combine(dag, begintijd))
    eindtijd = waarden.get("eindtijd")
    return begin, timezone.make_aware(datetime.combine(dag, eindtijd)) if eindtijd else begin + DUURT


def _vrij_adres(titel: str) -> str:
    """Return an address for a meeting called so that no other meeting has."""
    basis = slugify(titel)[:110] or "bijeenkomst"
    bezet = set(Bijeenkomst.objects.filter(slug__startswith=basis).values_list("slug", flat=True))
    adres, nummer = basis, 1
    while adres in bezet:
        nummer += 1
        adres = f"{basis}-{nummer}"
    return adres
