"""The kinds of mail, and what each can fill in: the words that staff change themselves.

Every app registers its mails here. The built-in words are in ``templates/mail/<soort>.txt``; a row in ``Mailtekst``
takes their place. A text of staff is a template with nothing but placeholders, such as ``{{ naam }}``. What somebody
typed elsewhere comes in as a value and is never read as a template.
"""

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.template.base import TextNode, VariableNode
from django.template.loader import get_template, render_to_string
from django.utils.text import get_text_list

from alliantie.kern.models import Mailtekst

ONDERWERP_HOOGSTENS = 150
ONDERWERP_KORT = 50  # more does not fit on the screen of a phone
TEKENS_VAN_TEMPLATES = ("{{", "}}", "{%", "%}", "{#", "#}")
INVULPLEK = re.compile(r"\{\{[^{}]*\}\}")
SCHIL = re.compile(r"\{% autoescape off %\}(.*)\{% endautoescape %\}", re.DOTALL)

logboek = logging.getLogger(__name__)
# Loads no file and knows no library; tags and filters that Django builds in are refused by ``lees``.
_machine = Engine(autoescape=False)


class TekstFout(Exception):
    """This text cannot be a mail; the message says what to do, in words for staff."""


class KanNietGevuld(Exception):
    """The team's text needs something that this mail does not have."""


@dataclass(frozen=True)
class Mail:
    """What a mail says, before it has an address."""

    onderwerp: str
    tekst: str


@dataclass(frozen=True)
class Veld:
    """A placeholder.

    Attributes:
        naam: as it stands in the text: ``{{ naam }}``.
        betekenis: what comes in its place, for staff.
        voorbeeld: what the preview shows.
        moet: whether a text of the team cannot do without it, such as the link.
        uit: how it follows from the context of the mail; without it the context has a value of this name.
    """

    naam: str
    betekenis: str
    voorbeeld: str
    moet: bool = False
    uit: Callable[[Mapping[str, Any]], object] | None = field(default=None, compare=False)

    @property
    def plek(self) -> str:
        """How staff write it down."""
        return f"{{{{ {self.naam} }}}}"


@dataclass(frozen=True)
class Mailsoort:
    """A kind of mail, as staff know it."""

    label: str
    uitleg: str
    velden: tuple[Veld, ...]

    @property
    def namen(self) -> list[str]:
        return [veld.naam for veld in self.velden]

    @property
    def voorbeelden(self) -> dict[str, str]:
        return {veld.naam: veld.voorbeeld for veld in self.velden}

    @property
    def nodig(self) -> list[Veld]:
        return [veld for veld in self.velden if veld.moet]


MAILS: dict[str, Mailsoort] = {}


def registreer(soort: str, label: str, uitleg: str, *velden: Veld) -> None:
    """Make the mail ``soort`` (the name of its template) known."""
    MAILS[soort] = Mailsoort(label, uitleg, velden)


def soort_in_woorden(soort: str) -> str:
    """Return what staff call this kind of mail."""
    return MAILS[soort].label if soort in MAILS else soort.replace("_", " ").capitalize()


# --- values ----------------------------------------------------------------------------------------------


def aanhef(context: Mapping[str, Any]) -> str:
    """Return the first line of a mail, also for somebody whose name we do not know."""
    naam = " ".join(str(context.get("naam") or "").split())
    return f"Goedendag {naam}," if naam else "Goedendag,"


def als_tekst(waarde: object) -> str:
    """Return a value as it stands in a mail: of a list one per line, of pairs each in two lines with a line between."""
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, Iterable):
        delen = list(waarde)
        paren = any(isinstance(deel, tuple | list) for deel in delen)
        return ("\n\n" if paren else "\n").join(als_tekst(deel) for deel in delen)
    return "" if waarde is None else str(waarde)


def _waarden(soort: Mailsoort, context: Mapping[str, Any]) -> dict[str, str]:
    """Return what comes in the place of each placeholder; one that the context knows nothing about is left out."""
    waarden = {}
    for veld in soort.velden:
        if veld.uit is not None:
            waarden[veld.naam] = als_tekst(veld.uit(context))
        elif veld.naam in context:
            waarden[veld.naam] = als_tekst(context[veld.naam])
    return waarden


# --- reading what staff wrote ----------------------------------------------------------------------------


def lees(tekst: str, namen: Iterable[str]) -> tuple[Template, set[str]]:
    """Return ``tekst`` as a template, and which placeholders are in it.

    Raises:
        TekstFout: there is more in it than text and placeholders of these ``namen``.
    """
    bekend = list(namen)
    zo = f"{{{{ {bekend[0] if bekend else 'naam'} }}}}"
    alleen = f"Gebruik alleen gewone tekst en invulplekken, zoals {zo}. Haal {{% en %}} weg"
    try:
        template = _machine.from_string(tekst)
    except TemplateSyntaxError as fout:
        raise TekstFout(alleen) from fout
    gebruikt = set()
    for knoop in template.nodelist:
        if type(knoop) is VariableNode:
            naam = str(knoop.filter_expression.token).strip()
            if naam not in bekend:
                kies = get_text_list(bekend, "en")
                raise TekstFout(f"‘{naam}’ kan deze mail niet invullen. Kies uit: {kies}")
            gebruikt.add(naam)
        elif type(knoop) is not TextNode:
            raise TekstFout(alleen)
    rest = INVULPLEK.sub("", tekst)
    if los := next((teken for teken in TEKENS_VAN_TEMPLATES if teken in rest), None):
        raise TekstFout(f"Er staat een losse {los} in. Een invulplek ziet er zo uit: {zo}")
    return template, gebruikt


def vul_in(*, soort: Mailsoort, onderwerp: str, tekst: str, waarden: Mapping[str, str]) -> Mail:
    """Return the team's own words with ``waarden`` in them.

    Raises:
        TekstFout: see ``lees``.
        KanNietGevuld: a placeholder has no value here, or no subject is left.
    """
    delen = []
    for deel in (onderwerp, tekst):
        template, gebruikt = lees(deel, soort.namen)
        if ontbreekt := gebruikt - set(waarden):
            raise KanNietGevuld(", ".join(sorted(ontbreekt)))
        delen.append(template.render(Context({naam: waarden[naam] for naam in gebruikt}, autoescape=False)))
    mail = _als_mail(*delen)
    if not mail.onderwerp:
        raise KanNietGevuld("onderwerp")
    return mail


def _als_mail(onderwerp: str, tekst: str) -> Mail:
    return Mail(" ".join(onderwerp.split()), tekst.strip() + "\n")


# --- the mail itself -------------------------------------------------------------------------------------


def stel_op(soort: str, context: Mapping[str, Any]) -> Mail:
    """Return the mail ``soort``, filled in: in the team's own words, or else in the built-in ones."""
    mailsoort = MAILS.get(soort)
    waarden = _waarden(mailsoort, context) if mailsoort else {}
    eigen = Mailtekst.objects.filter(soort=soort).first() if mailsoort else None
    if mailsoort and eigen:
        try:
            return vul_in(soort=mailsoort, onderwerp=eigen.onderwerp, tekst=eigen.tekst, waarden=waarden)
        except (TekstFout, KanNietGevuld) as fout:
            # Which mail and what is wrong; never what was filled in.
            logboek.error(
                "The team's text of %s cannot be used (%s); the built-in one went out",
                soort,
                type(fout).__name__,
            )
    gevuld = render_to_string(
        f"mail/{soort}.txt", {**context, **waarden, "site_url": settings.SITE_URL}
    ).partition("\n")
    return _als_mail(gevuld[0], gevuld[2])


@cache
def ingebouwd(soort: str) -> Mail:
    """Return the built-in words of the mail ``soort``, with their placeholders."""
    bron = get_template(f"mail/{soort}.txt").template.source  # type: ignore[attr-defined]
    gevonden = SCHIL.search(bron)
    onderwerp, _, tekst = (gevonden[1] if gevonden else bron).partition("\n")
    return _als_mail(onderwerp, tekst)


# --- the team's own words --------------------------------------------------------------------------------


def bewaar_eigen_tekst(*, soort: str, onderwerp: str, tekst: str) -> Mailtekst:
    """Have the mail ``soort`` say this from now on."""
    velden = {"onderwerp": onderwerp, "tekst": tekst}
    # Who went back to the built-in text and writes an own one again goes on in the same history.
    eerder = laatste_nummer(soort)
    rij, _ = Mailtekst.objects.update_or_create(
        soort=soort, defaults=velden, create_defaults=velden | ({"pk": eerder} if eerder else {})
    )
    return rij


def terug_naar_ingebouwd(*, soort: str) -> None:
    """Have the mail ``soort`` say what is built in; the team's own words stay in the history."""
    for rij in Mailtekst.objects.filter(soort=soort):
        rij.delete()


def laatste_nummer(soort: str) -> int | None:
    """Return the key under which the history of the team's own words stands, gone or not."""
    return Mailtekst.history.filter(soort=soort).values_list("id", flat=True).first()
