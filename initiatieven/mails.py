"""The mails of the catalogue, and what each can fill in; imported when the app is ready."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from alliantie.kern.mailteksten import Veld, aanhef, registreer

LINK = "https://voorbeeld.nl/link/Vb3kQ7mZpT1nXw9rLs5dYc2hGj8fAe4u/"


def _pagina(context: Mapping[str, Any]) -> str:
    return f"{settings.SITE_URL}{context['initiatief'].get_absolute_url()}"


def _titel(context: Mapping[str, Any]) -> str:
    return context["initiatief"].titel


def _onderwerp(context: Mapping[str, Any]) -> str:
    return context["onderwerp"] if "onderwerp" in context else _titel(context)


def _hoe_antwoorden(context: Mapping[str, Any]) -> str:
    """Say how the reader answers: by mail that goes straight to who asked, or by phone."""
    naam, bereikbaar = context["naam"], context["bereikbaar"]
    if "@" in bereikbaar:
        return f"Antwoordt u op deze mail? Dan gaat uw antwoord naar {naam}."
    return f"Bel of app {naam} op dit nummer."


def _in_plaats(context: Mapping[str, Any]) -> str:
    waar = str(context.get("waar") or "").strip()
    return f" in {waar}" if waar else ""


def _aan_wie(context: Mapping[str, Any]) -> str:
    return aanhef({"naam": context.get("wie")})


NAAM = Veld("naam", "Wie de vraag stelt", "Els de Vries")
BEREIKBAAR = Veld("bereikbaar", "Het mailadres of telefoonnummer", "06 12 34 56 78", moet=True)
VRAAG = Veld("vraag", "De vraag", "Wanneer kan ik komen eten?", moet=True)
INITIATIEF = (
    Veld("initiatief_titel", "De naam van het initiatief", "Eettafel De Brug", uit=_titel),
    Veld(
        "initiatief_pagina",
        "Het adres van de pagina van het initiatief",
        "https://voorbeeld.nl/initiatieven/de-brug/",
        uit=_pagina,
    ),
)

registreer(
    "vraag_aan_initiatief",
    "Vraag voor een initiatief",
    "Gaat naar de contactpersoon als een bezoeker iets vraagt.",
    *INITIATIEF,
    NAAM,
    VRAAG,
    BEREIKBAAR,
    Veld(
        "hoe_antwoorden",
        "Hoe de lezer antwoord geeft",
        "Bel of app Els de Vries op dit nummer.",
        uit=_hoe_antwoorden,
    ),
)
registreer(
    "vraag_voor_projectteam",
    "Vraag voor het team",
    "Gaat naar het projectteam als een initiatief geen contactpersoon heeft die post krijgt.",
    *INITIATIEF,
    NAAM,
    VRAAG,
    BEREIKBAAR,
)
registreer(
    "klopt_dit_nog",
    "Klopt dit nog?",
    "Gaat één keer per jaar naar de contactpersoon.",
    Veld("aanhef", "Goedendag, met de naam erbij als wij die weten", "Goedendag Ria,", uit=aanhef),
    Veld("onderwerp", "De naam van het initiatief", "Eettafel De Brug", uit=_onderwerp),
    Veld("link", "De link waarmee iemand antwoord geeft", LINK, moet=True),
)
for soort, label, uitleg in (
    ("uitvraag", "Uitvraag", "Gaat naar organisaties en gemeenten als u om tips vraagt."),
    ("uitvraag_herinnering", "Herinnering aan een uitvraag", "Gaat één keer naar wie nog niet antwoordde."),
):
    registreer(
        soort,
        label,
        uitleg,
        Veld(
            "aanhef",
            "Goedendag, met de organisatie of gemeente erbij",
            "Goedendag Voedselbank Breda,",
            uit=_aan_wie,
        ),
        Veld("wie", "De organisatie of gemeente die u vraagt. Kan leeg zijn", "Voedselbank Breda"),
        Veld(
            "bericht",
            "Wat u in de uitvraag schreef",
            "Kent u een groep die zelf iets doet tegen armoede?",
            moet=soort == "uitvraag",
        ),
        Veld("link", "De persoonlijke link", LINK, moet=True),
    )
registreer(
    "tip_uitnodiging",
    "Uitnodiging na een tip",
    "Gaat naar een groep als iemand ons over die groep vertelde.",
    Veld("onderwerp", "De naam van de groep of wat de groep doet", "Eettafel De Brug"),
    Veld("waar", "De plaats. Kan leeg zijn", "Breda"),
    Veld(
        "in_plaats",
        "Spatie, het woord ‘in’ en de plaats. Leeg als wij de plaats niet weten",
        " in Breda",
        uit=_in_plaats,
    ),
    Veld("link", "De link waarmee de groep zelf vertelt", LINK, moet=True),
)
TIPGEVER = (
    Veld("aanhef", "Goedendag, met de naam erbij als wij die weten", "Goedendag Ria,", uit=aanhef),
    Veld("naam", "Hoe de lezer heet. Kan leeg zijn", "Ria"),
    Veld("onderwerp", "De naam van de groep of wat de groep doet", "Eettafel De Brug"),
    Veld("link", "De link naar de eigen tip", LINK, moet=True),
    Veld("code", "De code van de tip", "PEER BOOM FIETS 4719"),
)
registreer(
    "tip_ontvangen",
    "Tip is binnen",
    "Gaat uit als iemand een tip geeft.",
    *TIPGEVER,
    Veld("antwoord_voor", "Wanneer wij antwoord geven", "vóór 7 december"),
)
registreer(
    "tip_bedankt",
    "Bedankt voor een tip",
    "Gaat naar wie de tip gaf, als u de groep uitnodigt. U kunt de mail eerst nog veranderen.",
    *TIPGEVER,
)
