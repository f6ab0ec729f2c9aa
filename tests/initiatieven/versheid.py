"""What the tests of freshness share: an initiatief that nobody confirmed, and the link in the mail."""

import re
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from tests.factories import InitiatiefFactory


def dagen_geleden(dagen):
    return timezone.localdate() - timedelta(days=dagen)


def oud_initiatief(dagen=400, *, titel="Soep", **velden):
    """A published initiatief that was confirmed so many days ago."""
    return InitiatiefFactory(
        gepubliceerd=True,
        titel=titel,
        slug=titel.lower(),
        bevestigd_op=dagen_geleden(dagen),
        **{"fase": "draait"} | velden,
    )


def pad_in(bericht):
    (pad,) = re.findall(
        re.escape(settings.SITE_URL) + r"(/klopt-dit-nog/[^/\s]+/)$", bericht.tekst, re.MULTILINE
    )
    return pad


def opnieuw(rij):
    """Return the row as it is in the database now."""
    return type(rij).objects.get(pk=rij.pk)
