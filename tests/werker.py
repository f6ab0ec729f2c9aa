"""The real job worker, run until nothing waits."""

from django.db import connections
from procrastinate.contrib.django import app


def werk_alles_af() -> None:
    """Do every job that is due, as ``manage.py procrastinate worker`` does; needs a test with real transactions."""
    werker = app.with_connector(app.connector.get_worker_connector())
    # Its sync jobs run in threads of the event loop, whose database connections we cannot reach from here: they end with
    # those threads when ``asyncio.run`` closes the loop.
    werker.run_worker(
        wait=False, install_signal_handlers=False, listen_notify=False, delete_jobs="never", concurrency=1
    )
    connections.close_all()
