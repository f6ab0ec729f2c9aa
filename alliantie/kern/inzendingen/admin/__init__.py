"""The queue and the desk of the team."""

from . import start, wachtrij

__all__ = ["start", "wachtrij"]
