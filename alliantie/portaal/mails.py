"""The mails of the portal as a whole, and what each can fill in; imported when the app is ready."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from alliantie.kern.mailteksten import Veld, registreer


def _postbak(context: Mapping[str, Any]) -> str:
    return f"{settings.SITE_URL}/beheer/kern/bericht/"


registreer(
    "bericht_aan_projectteam",
    "Bericht aan het team",
    "Gaat naar het projectteam als een bezoeker iets schrijft via ‘Vertel het ons’.",
    Veld("naam", "Wie het schreef", "Els de Vries"),
    Veld("vraag", "Het bericht", "Op uw site klopt iets niet.", moet=True),
    Veld("bereikbaar", "Het mailadres of telefoonnummer", "06 12 34 56 78", moet=True),
    Veld(
        "berichten_link",
        "Het adres van de lijst met berichten",
        "https://voorbeeld.nl/beheer/kern/bericht/",
        uit=_postbak,
    ),
)
