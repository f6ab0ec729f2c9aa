"""A tip: somebody names a group that we do not know yet. The team invites the group to tell about itself."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from alliantie.kern import post
from alliantie.kern.bereikbaar import lees_mailadres, lees_telefoon
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties.rij import link_naar, werk_bij
from alliantie.kern.inzendingen.forms import TE_LANG, Inzendform, tekstveld
from alliantie.kern.inzendingen.keuzes import Bereik, Uitkomst
from alliantie.kern.inzendingen.soort import Dubbel, Gegevens, Scherm, Soort, registreer
from alliantie.kern.models import Gebruiker, Inzending
from initiatieven.inzendingen.dubbel import dubbelen
from initiatieven.inzendingen.nieuw import NieuwInitiatief
from initiatieven.inzendingen.plaats import controleer_plaats, lees_plaats
from initiatieven.models import Initiatief

WEET_NIET = "Weet u het niet? Laat het leeg."


class TipForm(Inzendform):
    """What somebody knows of a group. All about persons begins with ``groep_`` or ``afzender_``: so it is erased."""

    # A tip itself is never published, and who gives it does not belong to the group.
    akkoord = None  # type: ignore[assignment]
    namens = None  # type: ignore[assignment]
    afzender_bereik = None  # type: ignore[assignment]

    tip_wat = tekstveld(
        "Welke groep of welk initiatief kent u?",
        leeg="Vul in welke groep of welk initiatief u kent",
        hoogstens=120,
        help_text="Bijvoorbeeld: Eettafel De Brug. Of: buren die samen koken.",
    )
    tip_waar = tekstveld(
        "In welke plaats is het?",
        leeg="Vul de plaats of de postcode in",
        hoogstens=100,
        help_text="Bijvoorbeeld: Tilburg. Of: Roden, Noordenveld. Een postcode mag ook.",
    )
    groep_naam = tekstveld(
        "Wie kunnen wij vragen?", hoogstens=120, help_text=f"De naam van iemand uit de groep. {WEET_NIET}"
    )
    groep_email = forms.CharField(
        label="Wat is hun e-mailadres?",
        help_text=f"Van deze persoon of van de groep. {WEET_NIET}",
        required=False,
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"max_length": TE_LANG},
    )
    groep_telefoon = forms.CharField(
        label="Wat is hun telefoonnummer?",
        help_text=f"Van deze persoon of van de groep. {WEET_NIET}",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={"max_length": TE_LANG},
    )
    tip_organisatie = tekstveld(
        "Bij welke organisatie of gemeente hoort u?",
        hoogstens=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    afzender_naam = tekstveld(
        "Hoe heet u?", hoogstens=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    afzender_email = forms.CharField(
        label="Wat is uw e-mailadres?",
        help_text="Dan laten wij weten wat wij met uw tip doen.",
        required=False,
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"max_length": TE_LANG},
    )
    afzender_telefoon = forms.CharField(
        label="Wat is uw telefoonnummer?",
        help_text="Wij bellen als we een vraag hebben.",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"max_length": TE_LANG},
    )

    # The group is what the tip is about, so the desk shows its fields among the others.
    AFZENDER = ("afzender_naam", "afzender_email", "afzender_telefoon")  # type: ignore[assignment]

    def clean_tip_waar(self) -> str:
        return controleer_plaats(self.cleaned_data["tip_waar"])

    def clean_groep_email(self) -> str:
        email = self.cleaned_data["groep_email"]
        try:
            return lees_mailadres(email) if email else ""
        except ValidationError as fout:
            raise ValidationError(
                "Kijk het e-mailadres van de groep na. Een voorbeeld: naam@voorbeeld.nl"
            ) from fout

    def clean_groep_telefoon(self) -> str:
        nummer = self.cleaned_data["groep_telefoon"]
        try:
            return lees_telefoon(nummer) if nummer else ""
        except ValidationError as fout:
            raise ValidationError("Kijk het telefoonnummer van de groep na. Het heeft 10 cijfers") from fout


@registreer
class Tip(Soort):
    naam = "tip"
    label = "Tip"
    titel = "Geef een tip"
    noem_het = "tip"
    intro = "Dat duurt ongeveer 2 minuten."
    form = TipForm
    in_een_keer = True
    niet_overnemen = ("tip_organisatie",)
    uitkomst = Uitkomst.UITGENODIGD
    knop_goedkeuren = "Nodig de groep uit"
    mail_ontvangen = "tip_ontvangen"
    mail_goedgekeurd = "tip_bedankt"
    schermen = (
        Scherm(
            "tip",
            "Uw tip",
            "Welke groep kent u?",
            (
                "tip_wat",
                "tip_waar",
                "groep_naam",
                "groep_email",
                "groep_telefoon",
                "tip_organisatie",
                "afzender_naam",
                "afzender_email",
                "afzender_telefoon",
            ),
            "Alleen ons team leest dit. Wij vragen het eerst aan de groep zelf.",
        ),
    )

    def kop(self, gegevens: Gegevens, doel: models.Model | None) -> tuple[str, str]:
        return str(gegevens.get("tip_wat") or ""), str(gegevens.get("tip_waar") or "")

    def inhoudsvelden(self) -> list[str]:
        """In the order of the screen, so that the desk reads as it was told."""
        inhoud = super().inhoudsvelden()
        return [veld for veld in self.velden_voor({}) if veld in inhoud]

    def vul_in(self, gegevens: Gegevens) -> dict[str, Any]:
        """How to reach who gives a tip follows from what they filled in."""
        if gegevens.get("afzender_email"):
            return {"afzender_bereik": Bereik.MAIL.value}
        return {"afzender_bereik": Bereik.TELEFOON.value if gegevens.get("afzender_telefoon") else ""}

    def in_het_kort(self, inzending: Inzending) -> str:
        organisatie = " ".join(str(inzending.gegevens.get("tip_organisatie") or "").split())
        return f"Tip van {organisatie[:80]}" if organisatie else self.label

    def dubbelen(
        self, gegevens: Gegevens, *, voor_team: bool = False, behalve: int | None = None
    ) -> list[Dubbel]:
        gemeente, _ = lees_plaats(str(gegevens.get("tip_waar") or ""))
        return dubbelen(str(gegevens.get("tip_wat") or ""), gemeente, voor_team=voor_team, behalve=behalve)

    def op_slot(self, doel_id: int) -> Initiatief | None:
        return Initiatief.objects.select_for_update(of=("self",)).filter(pk=doel_id).first()

    def doel_versie(self, doel: Any) -> str:
        return doel.gewijzigd_op.isoformat() if isinstance(doel, Initiatief) else ""

    def pas_toe(
        self, *, inzending: Inzending, waarden: Mapping[str, Any], door: Gebruiker, doel: Any = None
    ) -> models.Model:
        """Invite the group; where the team saw that it stands there already (``doel``) there is nobody to invite."""
        return doel or nodig_uit(tip=inzending, waarden=waarden)


def nodig_uit(*, tip: Inzending, waarden: Mapping[str, Any]) -> Inzending:
    """Begin an inzending for the group that ``tip`` names, and mail the group a link to it if we have an address.

    Without an address the team calls: the desk shows the code of what was begun.
    """
    wat = str(waarden.get("tip_wat") or tip.onderwerp)
    waar = str(waarden.get("tip_waar") or tip.waar)
    email, telefoon = str(waarden.get("groep_email") or ""), str(waarden.get("groep_telefoon") or "")
    gegevens = {
        "titel": wat,
        "waar": waar,
        "afzender_naam": str(waarden.get("groep_naam") or ""),
        "afzender_email": email,
        "afzender_telefoon": telefoon,
    }
    if email or telefoon:
        gegevens["afzender_bereik"] = (Bereik.MAIL if email else Bereik.TELEFOON).value
    uitnodiging = Inzending.objects.create(
        soort=NieuwInitiatief.naam, sleutel=uuid.uuid4().hex, gegevens=gegevens
    )
    toegang.geef_code(uitnodiging)
    werk_bij(uitnodiging)
    if uitnodiging.email:
        post.leg_klaar(
            sleutel=f"tip:{tip.pk}:uitnodiging",
            soort="tip_uitnodiging",
            aan=uitnodiging.email,
            context={
                "onderwerp": wat,
                "waar": waar,
                "link": link_naar(uitnodiging, uitnodiging.email),
            },
            inzending=uitnodiging,
        )
    return uitnodiging
