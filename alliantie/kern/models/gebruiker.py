"""Staff who log in. The public has no account."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from alliantie.kern.rollen import Rol


class GebruikerManager(BaseUserManager["Gebruiker"]):
    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        return self.get(email=(username or "").strip().lower())

    def create_user(self, email: str, password: str | None = None, **velden: object) -> "Gebruiker":
        """Make a user who logs in with ``email``; without ``password`` nobody can log in yet."""
        gebruiker = self.model(email=email.strip().lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None, **velden: object) -> "Gebruiker":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **velden)


class Gebruiker(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        "mailadres",
        max_length=254,
        unique=True,
        error_messages={"unique": "Er is al een gebruiker met dit mailadres."},
    )
    naam = models.CharField("naam", max_length=120)
    is_staff = models.BooleanField("mag in het beheer", default=True)
    is_active = models.BooleanField(
        "actief",
        default=True,
        help_text="Haal het vinkje weg als iemand weggaat. Gooi niemand weg: dan blijft de geschiedenis leesbaar.",
    )
    aangemaakt_op = models.DateTimeField("aangemaakt op", default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]
    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["naam", "email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="kern_gebruiker_email_kleine_letters"
            )
        ]

    def __str__(self) -> str:
        return self.naam or self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.strip().lower()

    @property
    def rollen(self) -> frozenset[Rol]:
        """The roles this person has; read once per instance, so one query per request."""
        if not hasattr(self, "_rollen"):
            namen = set(self.groups.values_list("name", flat=True)) if self.pk else set()
            self._rollen = frozenset(rol for rol in Rol if rol.value in namen)
        if self.is_superuser:
            return self._rollen | {Rol.COORDINATOR}
        return self._rollen
