"""Jobs of the meetings."""

from procrastinate.contrib.django import app

from bijeenkomsten.acties import aanmelden, bewaren, herinneren
from bijeenkomsten.models import Aanmelding


@app.periodic(cron="*/15 * * * *")
@app.task(queue="onderhoud", queueing_lock="herinner_aan_bijeenkomsten")
def herinner(timestamp: int) -> None:
    """Remind who has a place, a week and a day ahead."""
    herinneren.herinner_wie_aan_de_beurt_is()


@app.periodic(cron="*/5 * * * *")
@app.task(queue="onderhoud", queueing_lock="ruim_aanbod_op")
def ruim_aanbod_op(timestamp: int) -> None:
    """Give places that were offered and not taken in time to the next in line."""
    for aanmelding in Aanmelding.objects.verlopen_aanbod().order_by("bevestigen_voor", "volgnummer"):
        aanmelden.laat_verlopen(aanmelding=aanmelding)


@app.periodic(cron="45 3 * * *")
@app.task(queue="onderhoud", queueing_lock="wis_aanmeldingen")
def wis_aanmeldingen(timestamp: int) -> None:
    """Forget who signed up for meetings of long ago."""
    bewaren.wis_oude_aanmeldingen()
