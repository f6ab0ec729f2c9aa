from django.apps import AppConfig


class InitiatievenConfig(AppConfig):
    name = "initiatieven"
    verbose_name = "Catalogus"

    def ready(self) -> None:
        from initiatieven import inzendingen, mails, media, vindplaatsen  # noqa: F401  (they register themselves)
