"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    return {
        "site_naam": settings.SITE_NAAM,
        "site_url": settings.SITE_URL,
        "hulp_telefoon": settings.HULP_TELEFOON,
        "hulp_mail": settings.HULP_MAIL,
    }
