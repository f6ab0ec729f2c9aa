"""What tests are made of: each factory makes one valid row, and nothing that a test did not ask for."""

from .bestanden import document_inhoud, foto_inhoud
from .bijeenkomsten import AanmeldingFactory, BijeenkomstFactory, BijeenkomstfotoFactory, MateriaalFactory
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
from .inzendingen import InzendingFactory
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
from .uitvragen import OntvangerFactory, UitvraagFactory
from .vermeldingen import InitiatiefFactory, MethodiekFactory

__all__ = [
    "AandachtspuntFactory",
    "AanmeldingFactory",
    "BegeleidingsgroepFactory",
    "BerichtFactory",
    "BetrokkeneFactory",
    "BijeenkomstFactory",
    "BijeenkomstfotoFactory",
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
    "InzendingFactory",
    "LesFactory",
    "MateriaalFactory",
    "MethodiekFactory",
    "OntvangerFactory",
    "OordeelFactory",
    "OrganisatieFactory",
    "ProjectteamFactory",
    "StapFactory",
    "SynoniemFactory",
    "ThemaFactory",
    "UitvraagFactory",
    "ZonderRolFactory",
    "document_inhoud",
    "foto_inhoud",
    "gemeente",
    "maak_gebruiker",
    "stel_tweede_stap_in",
]
