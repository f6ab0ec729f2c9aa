"""Settings under test: those of the portal, without anything that a test should not wait for or leave behind.

The database server is chosen in `tests/conftest.py`: a throw-away one, or the one of ``DATABASE_URL``.
"""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
if os.environ.get("DATABASE_URL"):
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,testserver")
    os.environ.setdefault("HTTPS", "false")
    os.environ.setdefault("TWEEDE_STAP_VERPLICHT", "false")
os.environ.pop("PORT", None)

from alliantie.settings import *  # noqa: F403
from alliantie.settings import DATABASES, STORAGES

# A test database cannot be dropped while a pool holds on to it.
DATABASES["default"]["OPTIONS"].pop("pool", None)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = tempfile.mkdtemp(prefix="alliantie-test-media-")
# Stays empty: the live server reads static files at their source.
STATIC_ROOT = tempfile.mkdtemp(dir=MEDIA_ROOT)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
