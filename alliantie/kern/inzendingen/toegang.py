"""How somebody without an account gets in: by a link, or by a short code that can be written down.

A link is 192 random bits; of it only a keyed fingerprint is kept. A code is three words and four digits, made from
the secret key of the site and the inzending, so that it can be shown again and printed, and is nowhere in the
database: there too only a fingerprint is kept. Who has the database and not the secret key has neither.
"""

import hashlib
import hmac
import re
import secrets
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from alliantie.kern.inzendingen.codewoorden import WOORDEN
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.models import Inzending, Toegang

Rij = TypeVar("Rij", bound=models.Model)
WOORDEN_IN_CODE = 3
CIJFERS_IN_CODE = 4
LINK_BYTES = 24
GEEN_TEKEN_VAN_CODE = re.compile(r"[^a-z0-9]")


def _afdruk(wat: str, geheim: str) -> str:
    """Return the keyed fingerprint by which a link or code is found again."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{wat}|{geheim}".encode(), hashlib.sha256).hexdigest()


# --- links -----------------------------------------------------------------------------------------------


def maak_link(
    *, doel: models.Model, rol: Toegangsrol, gemaild_aan: str = "", geldig: timedelta | None = None
) -> str:
    """Return a new token that opens ``doel`` in the role ``rol``; this is the only moment it exists.

    Args:
        gemaild_aan: the address it goes to, when it goes by mail; pressing the button behind it then confirms it.
        geldig: how long it opens; by default ``BEWAARTERMIJNEN["links"]``.
    """
    token = secrets.token_urlsafe(LINK_BYTES)
    Toegang.objects.create(
        doel_soort=ContentType.objects.get_for_model(doel),
        doel_id=doel.pk,
        rol=rol,
        afdruk=_afdruk("link", token),
        gemaild_aan=gemaild_aan,
        verloopt_op=timezone.now() + (geldig or settings.BEWAARTERMIJNEN["links"]),
    )
    return token


def open_link(token: str, *, rol: Toegangsrol) -> Toegang | None:
    """Return what ``token`` opens in the role ``rol``; ``None`` for every wrong one, whatever is wrong with it."""
    afdruk = _afdruk("link", token)
    toegang = Toegang.objects.geldig().filter(afdruk=afdruk, rol=rol).first()
    if toegang is None or not constant_time_compare(toegang.afdruk, afdruk) or toegang.doel is None:
        return None
    return toegang


def trek_links_in(doel: models.Model) -> None:
    """Let no link that was given out before open ``doel`` any more."""
    Toegang.objects.van(doel).delete()


# --- codes -----------------------------------------------------------------------------------------------


class MetCode(Protocol):
    """A row that a code opens."""

    pk: int
    sleutel: str
    code_nummer: int
    code_afdruk: str | None
    gewist_op: datetime | None

    @property
    def geldig_tot(self) -> datetime: ...


def code_van(rij: MetCode) -> str:
    """Return the code that opens ``rij``, as people write it down: "PEER BOOM FIETS 4719"; "" if it has none."""
    return _code(rij) if rij.code_afdruk else ""


def _code(rij: MetCode) -> str:
    bron = f"code|{type(rij).__name__}|{rij.pk}|{rij.sleutel}|{rij.code_nummer}"
    getal = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), bron.encode(), "sha256"))
    delen = []
    for _ in range(WOORDEN_IN_CODE):
        getal, plek = divmod(getal, len(WOORDEN))
        delen.append(WOORDEN[plek].upper())
    return " ".join([*delen, f"{getal % 10**CIJFERS_IN_CODE:0{CIJFERS_IN_CODE}}"])


def geef_code(rij: Any) -> str:
    """Give ``rij`` (a saved ``MetCode``) a new code and return it; an earlier one opens nothing any more."""
    while True:
        rij.code_nummer += 1
        code = _code(rij)
        rij.code_afdruk = _afdruk("code", _kaal(code))
        try:
            with transaction.atomic():
                rij.save(update_fields=["code_nummer", "code_afdruk"])
        except IntegrityError:
            continue  # somebody has this code already: one chance in a billion
        return code


def open_code(getypt: str, model: type[Rij] = Inzending) -> Rij | None:  # type: ignore[assignment]
    """Return the row of ``model`` that this code opens. Case, spaces and dashes do not matter.

    ``None`` for every wrong one: never given, of something that is gone, or too old.
    """
    afdruk = _afdruk("code", _kaal(getypt))
    rij = model._default_manager.filter(code_afdruk=afdruk, gewist_op__isnull=True).first()
    if rij is None or not constant_time_compare(rij.code_afdruk or "", afdruk):  # type: ignore[attr-defined]
        return None
    return rij if rij.geldig_tot > timezone.now() else None  # type: ignore[attr-defined]


def _kaal(code: str) -> str:
    return GEEN_TEKEN_VAN_CODE.sub("", code[:200].lower())
