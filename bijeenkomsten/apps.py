from django.apps import AppConfig


class BijeenkomstenConfig(AppConfig):
    name = "bijeenkomsten"
    verbose_name = "Bijeenkomsten"

    def ready(self) -> None:
        from bijeenkomsten import (  # noqa: F401  (they register themselves)
            delen,
            inzendingen,
            mails,
            media,
            vindplaatsen,
        )
