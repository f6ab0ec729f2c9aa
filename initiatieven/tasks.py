"""Jobs of the catalogue."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from initiatieven import acties
from initiatieven.linkcontrole import kijk_na, website_van
from initiatieven.models import Linkcontrole, Zoekvraag

NA_DE_POST = -10  # a slow website must not keep a mail waiting


@app.periodic(cron="25 3 * * *")
@app.task(queue="onderhoud", queueing_lock="vergeet_zoekvragen")
def vergeet_zoekvragen(timestamp: int) -> None:
    """Throw away what visitors searched in vain, after its retention period."""
    grens = timezone.localdate() - settings.BEWAARTERMIJNEN["zoekvragen"]
    Zoekvraag.objects.filter(dag__lt=grens).delete()


@app.periodic(cron="30 6 * * *")
@app.task(queue="onderhoud", queueing_lock="vraag_of_het_klopt")
def vraag_of_het_klopt(timestamp: int) -> None:
    """Ask contact persons once a year whether their page is still right."""
    acties.vraag_wie_aan_de_beurt_is()


@app.periodic(cron="10 2 * * 1")
@app.task(queue="onderhoud", queueing_lock="controleer_links")
def controleer_links(timestamp: int) -> None:
    """Queue a look at every website that the site names: a job each, and one website at a time."""
    with transaction.atomic():
        acties.vergeet_oude_links()
        for url in Linkcontrole.objects.adressen():
            klaarzetten = controleer_link.configure(
                lock=f"link:{website_van(url)}", queueing_lock=f"link:{url}", priority=NA_DE_POST
            )
            try:
                with transaction.atomic():
                    klaarzetten.defer(url=url, ronde=timestamp)
            except AlreadyEnqueued:
                continue  # still waiting from last week


@app.task(queue="links", retry=RetryStrategy(max_attempts=3, exponential_wait=5))
def controleer_link(*, url: str, ronde: int) -> None:
    """Look whether one website works."""
    begin = datetime.fromtimestamp(ronde, tz=UTC)
    if not Linkcontrole.objects.filter(url=url, gecontroleerd_op__gte=begin).exists():
        acties.verwerk_linkcontrole(url=url, uitslag=kijk_na(url), ronde=begin)
