"""Jobs of the catalogue."""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from initiatieven.models import Zoekvraag


@app.periodic(cron="25 3 * * *")
@app.task(queue="onderhoud", queueing_lock="vergeet_zoekvragen")
def vergeet_zoekvragen(timestamp: int) -> None:
    """Throw away what visitors searched in vain, after its retention period."""
    grens = timezone.localdate() - settings.BEWAARTERMIJNEN["zoekvragen"]
    Zoekvraag.objects.filter(dag__lt=grens).delete()
