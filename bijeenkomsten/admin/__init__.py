"""The meetings in the admin: announce, see who comes, stand at the door, and look back."""

from . import bijeenkomst, start

__all__ = ["bijeenkomst", "start"]
