"""Jobs (procrastinate). Each is deferred in the transaction that caused it, and may safely run twice."""

from typing import Any

from django.core.management import call_command
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from alliantie.kern import beeld, opruimen, post

GEDULDIG = RetryStrategy(max_attempts=10, exponential_wait=4)


@app.task(queue="post", retry=GEDULDIG)
def verstuur_bericht(*, bericht_id: int) -> None:
    post.verstuur(bericht_id)


@app.task(queue="beeld", retry=RetryStrategy(max_attempts=4, exponential_wait=5))
def maak_uitvoeringen(**opdracht: Any) -> None:
    beeld.maak_uitvoeringen(**opdracht)


@app.periodic(cron="17 3 * * *")
@app.task(queue="onderhoud", queueing_lock="ruim_op")
def ruim_op(timestamp: int) -> None:
    opruimen.ruim_op()
    call_command("clearsessions")


@app.periodic(cron="*/10 * * * *")
@app.task(queue="onderhoud", queueing_lock="herkans", pass_context=True)
async def herkans_vastgelopen(context: Any, timestamp: int) -> None:
    """Give jobs whose worker died a second chance."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=60):
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            # One like it waits already. Left as it is, it would hold its lock for ever, and keep the others from
            # their second chance.
            await manager.finish_job(job, status=Status.ABORTED, delete_job=True)


@app.periodic(cron="40 3 * * *")
@app.task(queue="onderhoud", queueing_lock="oude_jobs", pass_context=True)
async def vergeet_oude_jobs(context: Any, timestamp: int) -> None:
    await context.app.job_manager.delete_old_jobs(nb_hours=24 * 7, include_failed=False)
