"""The fixed lists of the catalogue. Lists that staff keep themselves (thema's, doelgroepen) are tables."""

from django.db.models import TextChoices


class Soort(TextChoices):
    METHODIEK = "methodiek", "Aanpak"
    INITIATIEF = "initiatief", "Initiatief"


class Status(TextChoices):
    CONCEPT = "concept", "Concept"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"
    GEARCHIVEERD = "gearchiveerd", "Gearchiveerd"


# Which status may follow which. An archived item comes back as a concept, so that somebody reads it again first.
OVERGANGEN = {
    Status.CONCEPT: frozenset({Status.GEPUBLICEERD, Status.GEARCHIVEERD}),
    Status.GEPUBLICEERD: frozenset({Status.CONCEPT, Status.GEARCHIVEERD}),
    Status.GEARCHIVEERD: frozenset({Status.CONCEPT}),
}


class Fase(TextChoices):
    IDEE = "idee", "Nog een idee"
    OPSTART = "opstart", "In het begin"
    DRAAIT = "draait", "Draait"
    GESTOPT = "gestopt", "Gestopt"
    ONBEKEND = "onbekend", "Weten wij niet"


class Vorm(TextChoices):
    ONTMOETINGSPLEK = "ontmoetingsplek", "Plek om elkaar te ontmoeten"
    WINKEL = "winkel", "Winkel of plek waar u iets krijgt"
    WERKPLAATS = "werkplaats", "Werkplaats"
    TUIN = "tuin", "Tuin of moestuin"
    EETTAFEL = "eettafel", "Samen eten"
    MAATJES = "maatjes", "Maatjes of hulp thuis"
    CURSUS = "cursus", "Cursus of training"
    COOPERATIE = "cooperatie", "Coöperatie of eigen bedrijf"
    FONDS = "fonds", "Fonds"
    ACTIEGROEP = "actiegroep", "Actiegroep of belangengroep"


class Rechtsvorm(TextChoices):
    BEWONERSGROEP = "bewonersgroep", "Een groep bewoners"
    STICHTING = "stichting", "Stichting"
    VERENIGING = "vereniging", "Vereniging"
    COOPERATIE = "cooperatie", "Coöperatie"
    KERK = "kerk", "Onderdeel van een kerk of diaconie"
    WELZIJN = "welzijn", "Onderdeel van een welzijnsorganisatie"
    SOCIALE_ONDERNEMING = "sociale_onderneming", "Sociale onderneming"


class Bewijs(TextChoices):
    ERVARING = "ervaring", "Ervaring: groepen die het doen, zeggen dat het werkt"
    GEEVALUEERD = "geevalueerd", "Geëvalueerd: iemand heeft het onderzocht"
    ERKEND = "erkend", "Erkend: deskundigen hebben het beoordeeld"


class Kenmerk(TextChoices):
    """The seven marks of a good example, from the project plan *De kracht van verbinden en versterken*."""

    REGIE = "regie", "Mensen met weinig geld hebben zelf de regie"
    EIGEN_KRACHT = "eigen_kracht", "Het bouwt op eigen kracht en motivatie"
    BESTRIJDT_ARMOEDE = "bestrijdt_armoede", "Het doet echt iets tegen armoede"
    PARTICIPATIE = "participatie", "Mensen gaan meer meedoen"
    INTEGRAAL = "integraal", "Het kijkt breed: wat is de vraag achter de vraag?"
    SAMENWERKING = "samenwerking", "Het werkt samen, ook met de gemeente"
    BLIJVEND = "blijvend", "Het blijft bestaan"


class Voldoet(TextChoices):
    JA = "ja", "Ja"
    DEELS = "deels", "Voor een deel"
    NEE = "nee", "Nee"
    ONBEKEND = "onbekend", "Weten wij niet"


class Tekening(TextChoices):
    """The drawings that exist: ``templates/omslagen`` and ``templates/iconen``."""

    GELD = "geld", "Munten"
    ETEN = "eten", "Kom met fruit"
    KLEDING = "kleding", "Kleren aan de lijn"
    WERK = "werk", "Kraam en gereedschap"
    ONTMOETEN = "ontmoeten", "Mensen aan tafel"
    ERVARING = "ervaring", "Regenboog"
    FIETS = "fiets", "Fiets"
    WONEN = "wonen", "Huizen"
    KINDEREN = "kinderen", "Speelgoed"
    TAAL = "taal", "Tekstballonnen"
    GEZONDHEID = "gezondheid", "Hart"
    SPORT = "sport", "Bal en slingers"
    STEM = "stem", "Megafoon"
    OVERIG = "overig", "Lappendeken"


class OrganisatieSoort(TextChoices):
    LID = "lid", "Netwerk"
    GEMEENTE = "gemeente", "Gemeente of provincie"
    WELZIJN = "welzijn", "Welzijnsorganisatie"
    FONDS = "fonds", "Fonds"
    BEDRIJF = "bedrijf", "Bedrijf"
    KERK = "kerk", "Kerk of diaconie"
    KENNIS = "kennis", "Kennis en opleiding"
    OVERIG = "overig", "Andere organisatie"


class Geldbron(TextChoices):
    GEMEENTE = "gemeente", "Gemeente"
    PROVINCIE_RIJK = "provincie_rijk", "Provincie of Rijk"
    BUURTFONDS = "buurtfonds", "Bewonersbudget of buurtfonds"
    VERMOGENSFONDS = "vermogensfonds", "Fonds"
    GOED_DOEL = "goed_doel", "Goed doel"
    KERK = "kerk", "Kerk of diaconie"
    CORPORATIE = "corporatie", "Woningcorporatie"
    BEDRIJF = "bedrijf", "Bedrijf of sponsor"
    NATURA = "natura", "Gekregen spullen, ruimte of uren"
    GIFTEN = "giften", "Giften van mensen"
    CROWDFUNDING = "crowdfunding", "Crowdfunding: veel mensen geven samen"
    EIGEN_INKOMSTEN = "eigen_inkomsten", "Eigen inkomsten"
    LEDENINLEG = "ledeninleg", "Inleg van leden"
    LENING = "lening", "Lening"
    GEEN_GELD = "geen_geld", "Geen geld nodig"
    ONBEKEND = "onbekend", "Weten wij niet"


class Geldvorm(TextChoices):
    GELD = "geld", "Geld"
    UREN = "uren", "Uren"
    RUIMTE = "ruimte", "Ruimte"
    SPULLEN = "spullen", "Spullen"
