"""The fixed lists of the inzendingen, and which status may follow which."""

from django.db.models import TextChoices


class Status(TextChoices):
    CONCEPT = "concept", "Nog niet verstuurd"
    INGEDIEND = "ingediend", "Wacht op iemand"
    IN_BEHANDELING = "in_behandeling", "In behandeling"
    VRAAG_GESTELD = "vraag_gesteld", "Wacht op antwoord"
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


# Which status may follow which. A sender may take back what nobody began to judge; a refusal can be looked at again.
OVERGANGEN = {
    Status.CONCEPT: frozenset({Status.INGEDIEND, Status.INGETROKKEN}),
    Status.INGEDIEND: frozenset(
        {Status.CONCEPT, Status.IN_BEHANDELING, Status.AFGEWEZEN, Status.INGETROKKEN}
    ),
    Status.IN_BEHANDELING: frozenset(
        {
            Status.INGEDIEND,
            Status.VRAAG_GESTELD,
            Status.GOEDGEKEURD,
            Status.AFGEWEZEN,
            Status.INGETROKKEN,
        }
    ),
    Status.VRAAG_GESTELD: frozenset(
        {Status.IN_BEHANDELING, Status.GOEDGEKEURD, Status.AFGEWEZEN, Status.INGETROKKEN}
    ),
    Status.GOEDGEKEURD: frozenset(),
    Status.AFGEWEZEN: frozenset({Status.IN_BEHANDELING}),
    Status.INGETROKKEN: frozenset(),
}
OPEN = (Status.INGEDIEND, Status.IN_BEHANDELING, Status.VRAAG_GESTELD)
KLAAR = (Status.GOEDGEKEURD, Status.AFGEWEZEN, Status.INGETROKKEN)


class Uitkomst(TextChoices):
    """How it ended, in more detail than the status."""

    GEPLAATST = "geplaatst", "Geplaatst"
    SAMENGEVOEGD = "samengevoegd", "Samengevoegd met wat er al stond"
    UITGENODIGD = "uitgenodigd", "De groep is uitgenodigd"
    UITGEWERKT = "uitgewerkt", "Wordt een bijeenkomst"
    NIET_GEPLAATST = "niet_geplaatst", "Niet geplaatst"
    SPAM = "spam", "Spam"


class Bereik(TextChoices):
    """How somebody wants to be reached."""

    MAIL = "mail", "Stuur mij een e-mail"
    TELEFOON = "telefoon", "Bel mij"
    WHATSAPP = "whatsapp", "Stuur mij een WhatsApp"


class Namens(TextChoices):
    """What somebody has to do with the initiative they tell about."""

    ZELF = "zelf", "Ja, ik doe zelf mee"
    GROEP = "groep", "Nee, ik help een groep met invullen"
    ANDER = "ander", "Nee, ik ken het alleen"


class Bijlagesoort(TextChoices):
    FOTO = "foto", "Foto"
    DOCUMENT = "document", "Papier"


class Spreker(TextChoices):
    """Who says something in the dialogue of an inzending."""

    TEAM = "team", "Het projectteam"
    AFZENDER = "afzender", "Wie het stuurde"
    GROEP = "groep", "De groep zelf"


class Toegangsrol(TextChoices):
    """What a link opens."""

    AFZENDER = "afzender", "De eigen inzending"
    GROEP = "groep", "Meelezen en zeggen of het klopt"
    CONTACT = "contact", "Zeggen of de pagina nog klopt"
    NETWERK = "netwerk", "Tips geven bij een uitvraag"
    AANMELDING = "aanmelding", "De eigen aanmelding voor een bijeenkomst"
