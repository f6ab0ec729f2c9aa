from typing import Any

from django.core.management.base import BaseCommand

from initiatieven import zoeken


class Command(BaseCommand):
    help = "Builds the index of the search anew."

    def handle(self, *args: Any, **options: Any) -> None:
        zoeken.herindexeer()
