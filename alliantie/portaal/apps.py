from django.apps import AppConfig


class PortaalConfig(AppConfig):
    name = "alliantie.portaal"
    label = "portaal"
    verbose_name = "Pagina's van de site"

    def ready(self) -> None:
        from alliantie.portaal import mails  # noqa: F401  (registers the mails)
