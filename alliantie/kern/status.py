"""Status: one table of allowed moves per model family, and one way to make a move."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from alliantie.kern.models import Statuswissel

if TYPE_CHECKING:
    from alliantie.kern.models import Gebruiker

Rij = TypeVar("Rij", bound=models.Model)
Overgangen = Mapping[Any, frozenset[Any]]


class OvergangNietToegestaan(Exception):
    """The row is not (or no longer) in a status from which this move is allowed."""

    def __init__(self, van: str, naar: str) -> None:
        self.van, self.naar = van, naar
        super().__init__(f"{van} → {naar}")


def wissel_status(
    rij: Rij,
    naar: str,
    *,
    overgangen: Overgangen,
    door: "Gebruiker | None",
    reden: str = "",
    **velden: object,
) -> Rij:
    """Move ``rij`` to status ``naar`` and write the move down; the only code that writes a ``status``.

    The row is locked first and its status read anew, so that of two people who decide at once one wins.

    Args:
        rij: the row; its ``status`` may be stale, only its key is used.
        naar: the new status, a value of the model's TextChoices.
        overgangen: the table of allowed moves, status → statuses that may follow.
        door: who decided; ``None`` for the system itself.
        reden: why, in the words of who decided.
        velden: fields that change with the status (a date of publication).

    Returns:
        The row as it now stands in the database.

    Raises:
        OvergangNietToegestaan: the table does not allow this move.
    """
    model = type(rij)
    with transaction.atomic():
        actueel = model._base_manager.select_for_update(of=("self",)).get(pk=rij.pk)
        van = actueel.status  # type: ignore[attr-defined]
        if naar not in overgangen[van]:
            raise OvergangNietToegestaan(van, naar)
        actueel.status = naar  # type: ignore[attr-defined]
        for naam, waarde in velden.items():
            setattr(actueel, naam, waarde)
        actueel.save(update_fields=["status", *velden])
        Statuswissel.objects.create(
            soort=ContentType.objects.get_for_model(model),
            object_id=rij.pk,
            van=van,
            naar=naar,
            reden=reden,
            door=door,
        )
    return actueel
