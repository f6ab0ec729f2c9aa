"""When somebody counts as logged in."""

from django.conf import settings
from django.http import HttpRequest
from django_otp import user_has_device


def heeft_tweede_stap_gezet(request: HttpRequest) -> bool:
    """Whether this login went through the second step, or needs none yet."""
    if request.user.is_verified():  # type: ignore[union-attr]
        return True
    return not settings.TWEEDE_STAP_VERPLICHT and not user_has_device(request.user)


def is_ingelogd(request: HttpRequest) -> bool:
    """Whether this is active staff with all login steps behind them; asked wherever staff see more than the public."""
    gebruiker = request.user
    return bool(
        gebruiker.is_active and getattr(gebruiker, "is_staff", False) and heeft_tweede_stap_gezet(request)
    )
