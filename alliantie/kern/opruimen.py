"""Retention: throw away what we no longer need. The periods stand in ``settings.BEWAARTERMIJNEN``."""

from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone

from alliantie.kern.inzendingen.acties.bewaren import ruim_inzendingen_op
from alliantie.kern.models import Bericht, Limietteller


def ruim_op() -> dict[str, int]:
    """Delete what is past its period, or the personal data in it; return how many rows of each went."""
    termijnen = settings.BEWAARTERMIJNEN
    inlogpogingen = timezone.now() - termijnen["inlogpogingen"]
    return {
        "inlogpogingen": AccessAttempt.objects.filter(attempt_time__lt=inlogpogingen).delete()[0],
        "berichten": Bericht.objects.verlopen(termijnen["berichten"]).delete()[0],
        "limieten": Limietteller.objects.filter(venster__lt=timezone.now() - termijnen["limieten"]).delete()[
            0
        ],
        **ruim_inzendingen_op(),
    }
