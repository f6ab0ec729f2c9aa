from .bericht import Bericht
from .gebruiker import Gebruiker
from .inhoudsversie import Inhoudsversie
from .limietteller import Limietteller
from .statuswissel import Statuswissel

__all__ = ["Bericht", "Gebruiker", "Inhoudsversie", "Limietteller", "Statuswissel"]
