from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class KernConfig(AppConfig):
    name = "alliantie.kern"
    label = "kern"
    verbose_name = "Gebruikers en post"
    default = True

    def ready(self) -> None:
        from alliantie.kern import (
            controles,  # noqa: F401  (registers the system checks)
            vindplaatsen,  # noqa: F401  (registers where personal data is)
        )
        from alliantie.kern.inzendingen import mails  # noqa: F401  (registers the mails)


class BeheerConfig(admin_apps.AdminConfig):
    """Django's admin with our own site in it."""

    default = False
    default_site = "alliantie.kern.beheer.Beheer"
