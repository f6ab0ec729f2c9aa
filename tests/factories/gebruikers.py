"""Staff of every role."""

from typing import Any

import factory
from django.contrib.auth.models import AnonymousUser, Group
from django_otp.plugins.otp_totp.models import TOTPDevice

from alliantie.kern.models import Gebruiker

WACHTWOORD = "vier-fietsen-in-de-schuur"


class GebruikerFactory(factory.django.DjangoModelFactory):
    """An account whose password is ``WACHTWOORD``; ``rol="projectteam"`` puts it in that group."""

    class Meta:
        model = Gebruiker
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"medewerker{n}@voorbeeld.example")
    naam = factory.Sequence(lambda n: f"Medewerker {n}")
    password = WACHTWOORD
    is_staff = True
    rol = ""

    @classmethod
    def _create(cls, model_class: Any, *args: Any, rol: str, **velden: Any) -> Gebruiker:
        gebruiker = model_class.objects.create_user(*args, **velden)
        if rol:
            gebruiker.groups.add(Group.objects.get(name=rol))
        return gebruiker


class CoordinatorFactory(GebruikerFactory):
    rol = "coordinator"


class ProjectteamFactory(GebruikerFactory):
    rol = "projectteam"


class BegeleidingsgroepFactory(GebruikerFactory):
    rol = "begeleidingsgroep"


class ZonderRolFactory(GebruikerFactory):
    """Staff that nobody gave a role yet."""


class GeenStafFactory(GebruikerFactory):
    """An account with a role that may not (or no longer) enter the admin."""

    rol = "projectteam"
    is_staff = False


def maak_gebruiker(wie: str) -> Gebruiker | AnonymousUser:
    """Return somebody of this role, as the role tables name it."""
    fabrieken = {
        "coordinator": CoordinatorFactory,
        "projectteam": ProjectteamFactory,
        "begeleidingsgroep": BegeleidingsgroepFactory,
        "zonder rol": ZonderRolFactory,
        "geen staf": GeenStafFactory,
    }
    return AnonymousUser() if wie == "anoniem" else fabrieken[wie]()


def stel_tweede_stap_in(gebruiker: Gebruiker) -> TOTPDevice:
    """Give ``gebruiker`` a confirmed phone."""
    return TOTPDevice.objects.create(user=gebruiker, name="app op de telefoon", confirmed=True)
