"""The real job worker, run until nothing waits."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from asgiref.sync import sync_to_async
from django.db import connections
from procrastinate.contrib.django import app


def werk_alles_af() -> None:
    """Do every job that is due, as ``manage.py procrastinate worker`` does; needs a test with real transactions.

    In a thread of its own: a browser test before this one may have left an event loop running in ours.
    """
    with ThreadPoolExecutor(max_workers=1) as draad:
        draad.submit(_werk).result()


def _werk() -> None:
    werker = app.with_connector(app.connector.get_worker_connector())
    werker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    # What defers the periodic jobs does so in asgiref's own thread, where nobody else closes the connection.
    asyncio.run(sync_to_async(connections.close_all)())
