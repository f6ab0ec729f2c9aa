"""Make the first staff account, once."""

import secrets
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from alliantie.kern.models import Gebruiker
from alliantie.kern.rollen import Rol


class Command(BaseCommand):
    help = "Makes a first staff account with a random password, if there is no account yet."

    def handle(self, *args: Any, **options: Any) -> None:
        if Gebruiker.objects.exists():
            return
        wachtwoord = "-".join(secrets.token_hex(2) for _ in range(5))
        # Shown before the account is there: whoever is interrupted in between gets another password next time.
        with transaction.atomic():
            gebruiker = Gebruiker.objects.create_superuser("beheer@example.org", wachtwoord, naam="Beheerder")
            gebruiker.groups.add(Group.objects.get(name=Rol.COORDINATOR.value))
            self.stdout.write(f"Beheer op /beheer/ — mailadres: {gebruiker.email} — wachtwoord: {wachtwoord}")
            self.stdout.write("Schrijf het wachtwoord op: u ziet het maar één keer.")
            self.stdout.flush()
