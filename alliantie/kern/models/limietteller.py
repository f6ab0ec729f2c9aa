from django.db import models


class Limietteller(models.Model):
    """How often one (scrambled) key did one thing in one window of time; see ``kern.limiet``."""

    sleutel = models.CharField(max_length=64)
    venster = models.DateTimeField()
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "limietteller"
        verbose_name_plural = "limiettellers"
        constraints = [models.UniqueConstraint(fields=["sleutel", "venster"], name="kern_limietteller_uniek")]
        indexes = [models.Index(fields=["venster"])]

    def __str__(self) -> str:
        return f"{self.venster:%c}: {self.aantal}"
