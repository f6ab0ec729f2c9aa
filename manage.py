#!/usr/bin/env python
"""Django's command line, with the embedded Postgres at hand for whoever has set no ``DATABASE_URL``."""

import os
import sys

from alliantie.kern.databank import voor_opdracht
from alliantie.kern.postgres import DatabankFout


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliantie.settings")
    from django.core.management import execute_from_command_line

    try:
        with voor_opdracht(sys.argv):
            execute_from_command_line(sys.argv)
    except DatabankFout as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()
