"""The fixed lists of the meetings, and which status may follow which."""

from django.db.models import TextChoices


class Soort(TextChoices):
    SCHOLING = "scholing", "Scholing"
    REGIONAAL = "regionaal", "Bijeenkomst in de regio"
    LANDELIJK = "landelijk", "Landelijke bijeenkomst"
    PROJECTBEZOEK = "projectbezoek", "Op bezoek bij een initiatief"
    ONLINE = "online", "Online"


class VoorWie(TextChoices):
    GROEPEN = "groepen", "Voor groepen"
    GEMEENTEN = "gemeenten", "Voor gemeenten"
    BEIDE = "beide", "Voor groepen en gemeenten"


class Status(TextChoices):
    CONCEPT = "concept", "Concept"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"
    AFGELAST = "afgelast", "Gaat niet door"


# A meeting that was called off stays off: who signed up was told so. Another date is a new meeting.
OVERGANGEN = {
    Status.CONCEPT: frozenset({Status.GEPUBLICEERD}),
    Status.GEPUBLICEERD: frozenset({Status.CONCEPT, Status.AFGELAST}),
    Status.AFGELAST: frozenset(),
}
OPENBAAR = (Status.GEPUBLICEERD, Status.AFGELAST)


class Stand(TextChoices):
    """Where one sign-up stands."""

    GEPLAATST = "geplaatst", "Heeft een plek"
    WACHTLIJST = "wachtlijst", "Staat op de wachtlijst"
    AANGEBODEN = "aangeboden", "Kan een plek krijgen"
    VERVALLEN = "vervallen", "Liet niets meer horen"
    AFGEMELD = "afgemeld", "Afgemeld"


# Where a sign-up begins (``None``), and which stand may follow which.
OVERGANGEN_AANMELDING = {
    Stand.GEPLAATST: frozenset({Stand.AFGEMELD}),
    Stand.WACHTLIJST: frozenset({Stand.AANGEBODEN, Stand.GEPLAATST, Stand.AFGEMELD}),
    Stand.AANGEBODEN: frozenset({Stand.GEPLAATST, Stand.VERVALLEN, Stand.AFGEMELD}),
    Stand.VERVALLEN: frozenset({Stand.WACHTLIJST, Stand.GEPLAATST}),
    Stand.AFGEMELD: frozenset(),
}
BEZET = (Stand.GEPLAATST, Stand.AANGEBODEN)  # these hold a place
LOPEND = (Stand.GEPLAATST, Stand.AANGEBODEN, Stand.WACHTLIJST)


class WeetNiet(TextChoices):
    """Yes, no, or nobody found out yet."""

    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    ONBEKEND = "onbekend", "Dat weten wij nog niet"
