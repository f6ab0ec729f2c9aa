"""Whether the websites that the catalogue names still answer."""

from django.db import models

from initiatieven.querysets import LinkcontroleQuerySet


class Linkcontrole(models.Model):
    """The newest check of one address; a weekly job writes it."""

    url = models.URLField("adres", max_length=500, unique=True, editable=False)
    http_status = models.PositiveSmallIntegerField("antwoord", null=True, blank=True, editable=False)
    fout = models.CharField("wat ging er mis", max_length=200, blank=True, editable=False)
    gecontroleerd_op = models.DateTimeField("nagekeken op", editable=False)
    # Once away may be a bad day; the desk shows what was away twice.
    keren_stuk = models.PositiveSmallIntegerField("keren achter elkaar stuk", default=0, editable=False)
    stuk_sinds = models.DateField("stuk sinds", null=True, blank=True, editable=False)

    objects = LinkcontroleQuerySet.as_manager()

    class Meta:
        verbose_name = "nagekeken link"
        verbose_name_plural = "nagekeken links"
        ordering = ["-keren_stuk", "url"]

    def __str__(self) -> str:
        return self.url
