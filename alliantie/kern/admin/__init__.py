"""Accounts, mail and requests about personal data in the admin."""

from alliantie.kern.inzendingen import admin as _inzendingen

from . import avg, gebruikers, mailteksten, modelzinnen, post

__all__ = ["_inzendingen", "avg", "gebruikers", "mailteksten", "modelzinnen", "post"]
