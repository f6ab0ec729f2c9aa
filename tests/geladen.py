"""The real catalogue in the test database, for the tests of one module."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection

from alliantie.kern import paginacache
from initiatieven import catalogus


@contextmanager
def catalogus_in_databank() -> Iterator[None]:
    """Load the catalogue for good, and afterwards leave only what the migrations load.

    Not within a transaction: a live server looks through another connection. Loading takes seconds, so do it
    once per module.
    """
    # Kept by pytest-django when a test with real transactions is in the run, which may have emptied the database.
    inhoud = getattr(connection, "_test_serialized_contents", "")
    inhoud = inhoud or connection.creation.serialize_db_to_string()
    _maak_leeg(inhoud)
    catalogus.laad()
    paginacache.vergeet()
    try:
        yield
    finally:
        _maak_leeg(inhoud)


def _maak_leeg(inhoud: str) -> None:
    call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    connection.creation.deserialize_db_from_string(inhoud)
    # The rows came back with their own keys; new ones must not get those again.
    with connection.cursor() as cursor:
        for opdracht in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(opdracht)
    paginacache.vergeet()
