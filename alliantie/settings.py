"""Django settings: one file, everything that differs per machine comes from the environment.

Without ``DATABASE_URL`` the portal runs for one person on one machine, with an embedded Postgres under ``var/``.
With ``DATABASE_URL`` it is a production site: it then refuses to start without its secrets and sends everybody to HTTPS.
"""

import secrets
from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from alliantie.kern.databank import django_instellingen

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"
env = environ.Env()
PRODUCTIE = bool(env.str("DATABASE_URL", ""))


def _geheime_sleutel() -> str:
    """Return the secret key of this checkout, made once, so that logins survive a restart."""
    bestand = VAR / "geheime_sleutel"
    if not bestand.exists():
        VAR.mkdir(exist_ok=True)
        nieuw = bestand.with_suffix(f".{secrets.token_hex(4)}")
        nieuw.touch(mode=0o600)
        nieuw.write_text(secrets.token_urlsafe(64))
        nieuw.rename(bestand)
    return bestand.read_text()


if PRODUCTIE:
    ontbreekt = [naam for naam in ("SECRET_KEY", "ALLOWED_HOSTS") if not env.str(naam, "")]
    if ontbreekt:
        raise ImproperlyConfigured(
            f"DATABASE_URL is set, so these must be set as well: {', '.join(ontbreekt)}"
        )
    SECRET_KEY = env.str("SECRET_KEY")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
    DATABASES = {"default": env.db("DATABASE_URL")}
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL must name a Postgres database: postgres://user:password@host/name"
        )
else:
    SECRET_KEY = env.str("SECRET_KEY", "") or _geheime_sleutel()
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
    DATABASES = {"default": django_instellingen()}
DATABASES["default"].setdefault("OPTIONS", {}).update(
    # Nobody waits long for a database that is away.
    {"pool": {"min_size": 1, "max_size": 12, "timeout": 5}, "connect_timeout": 4}
)
DATABASES["default"]["ATOMIC_REQUESTS"] = False

DEBUG = env.bool("DEBUG", default=False)
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{env.int('PORT', default=8000)}").rstrip("/")
SITE_NAAM = "Sociale Alliantie"
HULP_TELEFOON = env.str("HULP_TELEFOON", "")
HULP_MAIL = env.str("HULP_MAIL", "")

INSTALLED_APPS = [
    "alliantie.kern",
    "initiatieven",
    "bijeenkomsten",
    "projectbanden",
    "alliantie.portaal",
    "alliantie.kern.apps.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.forms",
    "axes",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "import_export",
    "pictures",
    "procrastinate.contrib.django",
    "simple_history",
    "django_cleanup",  # last: throws away the file of a photo or document that is gone
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "alliantie.kern.deur.DeurMiddleware",
    "alliantie.kern.paginacache.PaginacacheMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "alliantie.urls"
WSGI_APPLICATION = "alliantie.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alliantie.kern.context.site",
            ],
            "builtins": ["alliantie.kern.templatetags.kern"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "alliantie"

# --- who logs in ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "kern.Gebruiker"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# On a trial run of one person on their own machine the second step may wait; in production it may not.
TWEEDE_STAP_VERPLICHT = env.bool("TWEEDE_STAP_VERPLICHT", default=PRODUCTIE)
OTP_TOTP_ISSUER = SITE_NAAM
OTP_TOTP_THROTTLE_FACTOR = 1
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# By account and address together: nobody can lock a colleague out from elsewhere. By address alone kern.limiet counts (see kern.beheer.site).
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "alliantie.kern.limiet.eerste_adres_van"
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "alliantie.kern.limiet.inlognaam_van"
AXES_LOCKOUT_CALLABLE = "alliantie.kern.foutpaginas.te_vaak"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "alliantie.kern.foutpaginas.csrf"

# --- transport -----------------------------------------------------------------------------------
HTTPS = env.bool("HTTPS", default=PRODUCTIE)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS and env.bool("HSTS_HELE_DOMEIN", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
# How many proxies of our own stand in front; only that many entries of X-Forwarded-For are believed.
PROXIES = env.int("PROXIES", default=0)
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
MEDIA_HERKOMST = env.list("MEDIA_HERKOMST", default=[])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:", *MEDIA_HERKOMST],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# --- what is kept --------------------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    # Rendered pages, per process; the key holds the content version from Postgres, so a stale one is never found.
    "paginas": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "paginas",
        "TIMEOUT": 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 600, "CULL_FREQUENCY": 4},
    },
}
# Addresses where the page cache has nothing to look for.
PAGINACACHE_NIET = ("/static/", "/media/", "/beheer/", "/gezond/")
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_MAX_AGE = 3600
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR / "media"))
MEDIA_OP_SCHIJF_GEKOZEN = bool(env.str("MEDIA_ROOT", ""))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env.bool("STATIC_MANIFEST", default=True)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
if env.str("MEDIA_S3_BUCKET", ""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("MEDIA_S3_BUCKET"),
            "endpoint_url": env.str("MEDIA_S3_ENDPOINT", None),
            "access_key": env.str("MEDIA_S3_KEY", None),
            "secret_key": env.str("MEDIA_S3_SECRET", None),
            "file_overwrite": False,
            "querystring_auth": False,
        },
    }
FILE_UPLOAD_HANDLERS = ["alliantie.kern.bestanden.BegrensdeUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
FOTO_MAX_BYTES = 25 * 1024 * 1024
FOTO_MAX_PIXELS = 60_000_000
FOTO_MAX_PIXELS_ONVERKLEIND = 25_000_000  # of kinds that cannot be decoded at a fraction
DOCUMENT_MAX_BYTES = 20 * 1024 * 1024
PICTURES = {
    "BREAKPOINTS": {"s": 600, "m": 900, "l": 1200},
    "GRID_COLUMNS": 3,
    "CONTAINER_WIDTH": 900,
    "FILE_TYPES": ["AVIF", "WEBP"],
    "PIXEL_DENSITIES": [1, 2],
    "USE_PLACEHOLDERS": False,
    "PROCESSOR": "alliantie.kern.beeld.stel_uitvoeringen_uit",
}

# How long we keep what; applied by a nightly job and shown on the privacy page.
BEWAARTERMIJNEN = {
    "berichten": timedelta(days=180),
    "concepten": timedelta(days=90),  # begun and never sent
    "inzendingen": timedelta(days=365),  # who sent it and what was said about it, after the decision
    "spam": timedelta(days=30),
    "aanmeldingen": timedelta(weeks=8),  # who came, after the meeting; how many came stays
    "links": timedelta(days=60),  # how long a mailed link opens something
    "limieten": timedelta(days=1),
    "zoekvragen": timedelta(days=365),
    "inlogpogingen": timedelta(days=30),
}

# --- mail ----------------------------------------------------------------------------------------
if env.str("EMAIL_URL", ""):
    vars().update(env.email("EMAIL_URL"))
else:
    # Without a mail server the mails are written to a folder, where a curious developer can read them.
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR / "post"
DEFAULT_FROM_EMAIL = env.str("MAIL_VAN", f"{SITE_NAAM} <portaal@example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
PROJECTTEAM_MAIL = env.str("PROJECTTEAM_MAIL", "projectteam@example.org")
EMAIL_TIMEOUT = 20
# What a trial run can do without but a real site cannot; `check --deploy` warns (kern.controles).
NIET_INGEVULD = [
    naam for naam in ("SITE_URL", "EMAIL_URL", "MAIL_VAN", "PROJECTTEAM_MAIL") if not env.str(naam, "")
]

# --- language, time, other parts -------------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True
FORMS_URLFIELD_ASSUME_HTTPS = True
PHONENUMBER_REGION = "NL"
# A net, not the wall: it takes one leading = off a cell. "==1+1", "+1", "-1" and "@a" are for the export itself.
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
# Without this, one control character in one text stops the export of all.
IMPORT_EXPORT_ESCAPE_ILLEGAL_CHARS_ON_EXPORT = True
PROCRASTINATE_ON_APP_READY = None
SIMPLE_HISTORY_REVERT_DISABLED = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"zonder_links": {"()": "alliantie.kern.logboek.ZonderLinks"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "kort", "filters": ["zonder_links"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
    },
}
