from .bericht import Bericht
from .bijlage import Bijlage
from .dialoogregel import Dialoogregel
from .gebruiker import Gebruiker
from .inhoudsversie import Inhoudsversie
from .inzending import Inzending
from .limietteller import Limietteller
from .mailtekst import Mailtekst, Modelzin
from .statuswissel import Statuswissel
from .toegang import Toegang

__all__ = [
    "Bericht",
    "Bijlage",
    "Dialoogregel",
    "Gebruiker",
    "Inhoudsversie",
    "Inzending",
    "Limietteller",
    "Mailtekst",
    "Modelzin",
    "Statuswissel",
    "Toegang",
]
