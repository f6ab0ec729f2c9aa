from typing import Any

from django.core.management.base import BaseCommand

from initiatieven import catalogus
from initiatieven.models import Thema, Vermelding


class Command(BaseCommand):
    help = "Loads the first catalogue into an empty database; does nothing when there is anything already."

    def handle(self, *args: Any, **options: Any) -> None:
        if Vermelding.objects.exists() or Thema.objects.exists():
            return
        self.stdout.write(f"De eerste catalogus staat klaar: {catalogus.laad()} aanpakken en initiatieven.")
