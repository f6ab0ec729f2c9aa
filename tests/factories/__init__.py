"""What tests are made of: each factory makes one valid row, and nothing that a test did not ask for."""

from .bestanden import document_inhoud, foto_inhoud
from .gebruikers import (
    BegeleidingsgroepFactory,
    CoordinatorFactory,
    GebruikerFactory,
    GeenStafFactory,
    ProjectteamFactory,
    ZonderRolFactory,
    maak_gebruiker,
    stel_tweede_stap_in,
)
from .lijsten import DoelgroepFactory, OrganisatieFactory, SynoniemFactory, ThemaFactory, gemeente
from .onderdelen import (
    AandachtspuntFactory,
    BetrokkeneFactory,
    BronFactory,
    ContactpersoonFactory,
    DocumentFactory,
    FinancieringFactory,
    FotoFactory,
    LesFactory,
    OordeelFactory,
    StapFactory,
)
from .post import BerichtFactory
from .vermeldingen import InitiatiefFactory, MethodiekFactory

__all__ = [
    "AandachtspuntFactory",
    "BegeleidingsgroepFactory",
    "BerichtFactory",
    "BetrokkeneFactory",
    "BronFactory",
    "ContactpersoonFactory",
    "CoordinatorFactory",
    "DocumentFactory",
    "DoelgroepFactory",
    "FinancieringFactory",
    "FotoFactory",
    "GebruikerFactory",
    "GeenStafFactory",
    "InitiatiefFactory",
    "LesFactory",
    "MethodiekFactory",
    "OordeelFactory",
    "OrganisatieFactory",
    "ProjectteamFactory",
    "StapFactory",
    "SynoniemFactory",
    "ThemaFactory",
    "ZonderRolFactory",
    "document_inhoud",
    "foto_inhoud",
    "gemeente",
    "maak_gebruiker",
    "stel_tweede_stap_in",
]
