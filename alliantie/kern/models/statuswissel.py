"""The history of every status in the portal: who moved what, when and why."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Statuswissel(models.Model):
    soort = models.ForeignKey(ContentType, on_delete=models.CASCADE, editable=False)
    object_id = models.BigIntegerField(editable=False)
    onderwerp = GenericForeignKey("soort", "object_id")
    van = models.CharField("van", max_length=30, editable=False)
    naar = models.CharField("naar", max_length=30, editable=False)
    reden = models.TextField("reden", blank=True, editable=False)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    moment = models.DateTimeField("moment", auto_now_add=True)

    class Meta:
        verbose_name = "statuswissel"
        verbose_name_plural = "statuswissels"
        ordering = ["-moment", "-pk"]
        indexes = [models.Index(fields=["soort", "object_id"])]

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"
