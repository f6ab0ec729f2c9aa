"""The catalogue in the admin: where the project team works."""

from . import initiatief, lijsten, methodiek, start, uitvraag, versheid

__all__ = ["initiatief", "lijsten", "methodiek", "start", "uitvraag", "versheid"]
