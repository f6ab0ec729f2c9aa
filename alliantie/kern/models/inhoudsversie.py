from django.db import connection, models


class Inhoudsversie(models.Model):
    """The odometer of published content: its sum rises with every committed change, see ``kern.paginacache``.

    The sum is spread over slots by database session, so that two writers (almost) never wait for each other.
    Triggers that the migrations put on the content tables (``kern.triggers``) turn it; nothing else writes it.
    """

    vak = models.PositiveSmallIntegerField(primary_key=True)
    nummer = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "inhoudsversie"
        verbose_name_plural = "inhoudsversies"

    def __str__(self) -> str:
        return f"{self.vak}: {self.nummer}"

    @staticmethod
    def nu() -> int:
        """Return the version of the content as this transaction sees it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(sum(nummer), 0)::bigint FROM kern_inhoudsversie")
            return cursor.fetchone()[0]
