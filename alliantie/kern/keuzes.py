"""Fixed lists that every floor uses."""

from django.db.models import TextChoices


class Toestemming(TextChoices):
    GEEN_MENSEN = "geen_mensen", "Nee, er is niemand te herkennen"
    JA = "ja", "Ja, en zij vinden het goed"
    NOG_VRAGEN = "nog_vragen", "Ja, maar nog niet gevraagd"
