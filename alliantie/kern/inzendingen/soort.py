"""Kinds of inzending. Each app registers its own; the screens, the desk and the acties work with all of them.

The form of a kind is the one validation path: a public screen is the form with a few of its fields, the desk is the
form with what the team made of it, and only what the whole form accepts is applied.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse

from alliantie.kern.inzendingen.keuzes import Uitkomst

if TYPE_CHECKING:
    from alliantie.kern.inzendingen.forms import Inzendform
    from alliantie.kern.models import Gebruiker, Inzending

Gegevens = Mapping[str, Any]
FOTOS, PAPIEREN, NAKIJKEN = "fotos", "papieren", "nakijken"


def _altijd(gegevens: Gegevens) -> bool:
    return True


@dataclass(frozen=True)
class Scherm:
    """One screen: one question, or two that belong together.

    Attributes:
        naam: its part of the address ("waar").
        stap: the step it belongs to, as the visitor reads it ("Wat en waar").
        vraag: the question, the h1 of the screen.
        velden: names of the fields of the form of the kind.
        uitleg: one or two plain sentences under the question.
        starters: questions that help to begin writing.
        als: whether the screen is asked, given what was filled in so far.
        sjabloon: the template.
    """

    naam: str
    stap: str
    vraag: str
    velden: tuple[str, ...] = ()
    uitleg: str = ""
    starters: tuple[str, ...] = ()
    als: Callable[[Gegevens], bool] = field(default=_altijd, compare=False)
    sjabloon: str = "inzendingen/scherm.html"


@dataclass(frozen=True)
class Dubbel:
    """Something that may be the same: in the catalogue, or another inzending that waits."""

    titel: str
    waar: str
    url: str
    aanvullen_url: str = ""
    doel: models.Model | None = None
    waarom: str = ""


class Soort(ABC):
    """A kind of inzending; subclasses say what is asked and what happens when the team accepts it."""

    naam: ClassVar[str]
    label: ClassVar[str]  # what staff call it
    titel: ClassVar[str]  # what the visitor does: "Vertel over uw initiatief"
    intro: ClassVar[str] = ""
    noem_het: ClassVar[str] = "verhaal"  # what the visitor reads it is called: "uw verhaal is verstuurd"
    form: ClassVar[type["Inzendform"]]
    schermen: ClassVar[tuple[Scherm, ...]]
    in_een_keer: ClassVar[bool] = False  # one screen, sent at once
    dubbel_na: ClassVar[str] = ""  # the screen after which we ask whether it stands there already
    #: fields that steer the questions or are words to the team; they are never taken over as they are
    niet_overnemen: ClassVar[tuple[str, ...]] = ()
    #: fields that only the team fills in, on the desk
    redactievelden: ClassVar[tuple[str, ...]] = ()
    #: marks by which the team judges: value and label
    kenmerken: ClassVar[Sequence[tuple[str, str]]] = ()
    #: whether it changes something that stands there already
    is_aanvulling: ClassVar[bool] = False
    uitkomst: ClassVar[Uitkomst] = Uitkomst.GEPLAATST
    knop_goedkeuren: ClassVar[str] = "Publiceer"
    mail_ontvangen: ClassVar[str] = "inzending_ontvangen"
    mail_goedgekeurd: ClassVar[str] = "inzending_geplaatst"

    def schermen_voor(self, gegevens: Gegevens) -> list[Scherm]:
        """Return the screens that are asked, given what was filled in so far."""
        return [scherm for scherm in self.schermen if scherm.als(gegevens)]

    def velden_voor(self, gegevens: Gegevens) -> list[str]:
        """Return the names of the fields that are asked."""
        return [veld for scherm in self.schermen_voor(gegevens) for veld in scherm.velden]

    def inhoudsvelden(self) -> list[str]:
        """Return the fields that can be taken over: those that say something about what it is about."""
        buiten = {*self.niet_overnemen, *self.redactievelden}
        return [
            naam
            for naam in self.form.base_fields
            if naam not in buiten and not self.form.is_van_afzender(naam)
        ]

    def huidig(self, doel: models.Model | None) -> dict[str, Any]:
        """Return what stands on the site now, per field, in the shape in which a form sends it."""
        return {}

    def begin(self, doel: models.Model | None) -> dict[str, Any]:
        """Return what is filled in already when somebody begins."""
        return self.huidig(doel)

    def vul_in(self, gegevens: Gegevens) -> dict[str, Any]:
        """Return what follows from other answers, and so is not asked."""
        return {}

    @abstractmethod
    def kop(self, gegevens: Gegevens, doel: models.Model | None) -> tuple[str, str]:
        """Return what it is about and where, for lists and mails; each may be ""."""

    def in_het_kort(self, inzending: "Inzending") -> str:
        """Return in a few words what somebody wants, for the queue."""
        return self.label

    def voorstel(self, inzending: "Inzending") -> dict[str, Any]:
        """Return values for ``redactievelden`` that follow from what was typed."""
        return {}

    def dubbelen(
        self, gegevens: Gegevens, *, voor_team: bool = False, behalve: int | None = None
    ) -> list[Dubbel]:
        """Return what may be the same as what is being told; for the public only what is public.

        Args:
            behalve: key of the inzending itself.
        """
        return []

    def adres(self, doel: models.Model | None) -> str:
        """Return the public address of ``doel``, "" if it has none."""
        return doel.get_absolute_url() if doel is not None and hasattr(doel, "get_absolute_url") else ""

    def op_slot(self, doel_id: int) -> models.Model | None:
        """Return the target as it stands now, locked until the end of the transaction; ``None`` when it is gone."""
        return None

    def doel_versie(self, doel: models.Model | None) -> str:
        """Return something that is different after every change of ``doel``."""
        return ""

    @abstractmethod
    def pas_toe(
        self, *, inzending: "Inzending", waarden: Mapping[str, Any], door: "Gebruiker", doel: Any = None
    ) -> models.Model | None:
        """Make or change what this is about, in the transaction of the decision.

        Args:
            waarden: the cleaned values of the fields that the team takes over.
            doel: what to change; ``None`` makes something new.

        Returns:
            What was made or changed.
        """

    def voorvertoning(
        self, request: HttpRequest, inzending: "Inzending", waarden: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Return the page as the public would see it; ``None`` when there is nothing to see."""
        return None


_soorten: dict[str, Soort] = {}


def registreer(soort: type[Soort]) -> type[Soort]:
    """Class decorator: make this kind known."""
    _soorten[soort.naam] = soort()
    return soort


def soort_met(naam: str) -> Soort:
    """Return the kind called ``naam``.

    Raises:
        KeyError: there is no such kind.
    """
    return _soorten[naam]


def soort_van(inzending: "Inzending") -> Soort:
    return _soorten[inzending.soort]


def alle_soorten() -> list[Soort]:
    return list(_soorten.values())
