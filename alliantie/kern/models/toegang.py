"""Links that let somebody without an account in; only their fingerprint is kept."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from alliantie.kern.inzendingen.keuzes import Toegangsrol


class ToegangQuerySet(models.QuerySet["Toegang"]):
    def geldig(self) -> "ToegangQuerySet":
        return self.filter(verloopt_op__gt=timezone.now())

    def van(self, doel: models.Model) -> "ToegangQuerySet":
        """The links that open ``doel``."""
        return self.filter(doel_soort=ContentType.objects.get_for_model(doel), doel_id=doel.pk)


class Toegang(models.Model):
    rol = models.CharField(max_length=10, choices=Toegangsrol, editable=False)
    doel_soort = models.ForeignKey(ContentType, on_delete=models.CASCADE, editable=False, related_name="+")
    doel_id = models.BigIntegerField(editable=False)
    doel = GenericForeignKey("doel_soort", "doel_id")
    afdruk = models.CharField(max_length=64, unique=True, editable=False)
    # To whom it was mailed: who presses the button behind it shows that the address is theirs.
    gemaild_aan = models.EmailField(max_length=254, blank=True, editable=False)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verloopt_op = models.DateTimeField(editable=False)

    objects = ToegangQuerySet.as_manager()

    class Meta:
        verbose_name = "link"
        verbose_name_plural = "links"
        indexes = [models.Index(fields=["doel_soort", "doel_id"]), models.Index(fields=["verloopt_op"])]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} (tot {self.verloopt_op:%c})"
