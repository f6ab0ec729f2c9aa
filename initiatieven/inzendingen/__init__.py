"""What people can send to the catalogue: a new initiatief, an addition, a tip."""

from . import aanvulling, nieuw, tip

__all__ = ["aanvulling", "nieuw", "tip"]
