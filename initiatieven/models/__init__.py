from .beeld import Document, Foto
from .financiering import Financiering
from .gebied import Gemeente, Provincie
from .indeling import Doelgroep, Synoniem, Thema
from .initiatief import Betrokkene, Contactpersoon, Initiatief
from .les import Les
from .linkcontrole import Linkcontrole
from .methodiek import Aandachtspunt, Methodiek, Oordeel, Stap
from .organisatie import Organisatie
from .uitvraag import Uitvraag, Uitvraagontvanger
from .vermelding import Bron, Vermelding
from .zoekdocument import Zoekdocument, Zoekvraag, Zoekwoord

__all__ = [
    "Aandachtspunt",
    "Betrokkene",
    "Bron",
    "Contactpersoon",
    "Document",
    "Doelgroep",
    "Financiering",
    "Foto",
    "Gemeente",
    "Initiatief",
    "Les",
    "Linkcontrole",
    "Methodiek",
    "Oordeel",
    "Organisatie",
    "Provincie",
    "Stap",
    "Synoniem",
    "Thema",
    "Uitvraag",
    "Uitvraagontvanger",
    "Vermelding",
    "Zoekdocument",
    "Zoekvraag",
    "Zoekwoord",
]
