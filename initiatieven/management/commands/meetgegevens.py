from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from initiatieven import meetgegevens


class Command(BaseCommand):
    help = "Adds made-up published initiatieven, the same every time, to measure speed with. Not for a real site."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--aantal", type=int, default=20_000)

    def handle(self, *args: Any, aantal: int, **options: Any) -> None:
        meetgegevens.maak(aantal)
        self.stdout.write(f"{aantal} meetgegevens staan klaar.")
