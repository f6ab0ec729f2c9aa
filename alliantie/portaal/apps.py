from django.apps import AppConfig


class PortaalConfig(AppConfig):
    name = "alliantie.portaal"
    label = "portaal"
    verbose_name = "Pagina's van de site"
