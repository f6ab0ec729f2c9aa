"""Fixtures for every test."""

from collections.abc import Iterator

import pytest
from django.db import connection

from alliantie.kern import paginacache


@pytest.fixture(autouse=True)
def _lege_paginacache() -> Iterator[None]:
    """Forget cached pages: a rolled-back test turns the odometer of the content back."""
    paginacache.vergeet()
    yield
    paginacache.vergeet()


@pytest.fixture(autouse=True)
def _geen_oude_jobs(request: pytest.FixtureRequest) -> None:
    """Forget jobs of an earlier test: Django does not know the tables of the queue and so does not empty them."""
    merk = request.node.get_closest_marker("django_db")
    if (merk and merk.kwargs.get("transaction")) or "transactional_db" in request.fixturenames:
        request.getfixturevalue("transactional_db")
    elif merk or "db" in request.fixturenames:
        request.getfixturevalue("db")
    else:
        return
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
