"""How somebody can be reached: mail addresses and phone numbers as people type them."""

import re
import unicodedata

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

CIJFERS_IN_NUMMER = 10  # the 0 in front included
NEDERLAND = 31
MAIL_KLOPT_NIET = "Uw e-mailadres klopt nog niet. Een voorbeeld: naam@voorbeeld.nl"


def zonder_onzichtbaar(tekst: str) -> str:
    """Return ``tekst`` without characters that nobody sees (a phone pastes those along) and without space around it."""
    return "".join(teken for teken in tekst if unicodedata.category(teken) != "Cf").strip()


def lees_mailadres(tekst: str) -> str:
    """Return ``tekst`` as a mail address.

    Raises:
        ValidationError: with what to do, in plain words.
    """
    schoon = zonder_onzichtbaar(tekst).replace(" ", "")
    if "@" not in schoon:
        raise ValidationError("Er mist een @ in uw e-mailadres")
    try:
        validate_email(schoon)
        schoon.rpartition("@")[2].encode("idna")
    except (ValidationError, UnicodeError) as fout:
        raise ValidationError(MAIL_KLOPT_NIET) from fout
    return schoon


def lees_telefoon(tekst: str) -> str:
    """Return ``tekst`` as a phone number, as typed. Spaces, dots and dashes are fine, +31 too.

    Raises:
        ValidationError: with what to do, in plain words.
    """
    schoon = zonder_onzichtbaar(tekst)
    cijfers = re.sub(r"\D", "", schoon)
    if re.search(r"[A-Za-z]", schoon) or not cijfers:
        raise ValidationError("Vul uw telefoonnummer in, met alleen cijfers")
    try:
        nummer = phonenumbers.parse(schoon, "NL")
    except phonenumbers.NumberParseException:
        nummer = None
    if (
        nummer is None
        or not phonenumbers.is_possible_number(nummer)
        or (nummer.country_code == NEDERLAND and len(str(nummer.national_number)) != CIJFERS_IN_NUMMER - 1)
    ):
        raise ValidationError(
            f"Uw telefoonnummer heeft {CIJFERS_IN_NUMMER} cijfers. U vulde er {len(cijfers)} in"
        )
    return schoon


def lees_bereikbaar(tekst: str) -> str:
    """Return ``tekst`` if it is a mail address or phone number to reach somebody on.

    Raises:
        ValidationError: with what to do, in plain words.
    """
    schoon = zonder_onzichtbaar(tekst)
    if "@" in schoon:
        return lees_mailadres(schoon)
    if re.search(r"[A-Za-z]", schoon) and "." in schoon:
        raise ValidationError("Er mist een @ in uw e-mailadres")
    if re.search(r"[A-Za-z]", schoon) or not re.search(r"\d", schoon):
        raise ValidationError("Vul een e-mailadres of een telefoonnummer in")
    return lees_telefoon(schoon)


def mailadres_of_niets(tekst: str) -> str:
    """Return ``tekst`` as a mail address, "" when it is none (yet)."""
    try:
        return lees_mailadres(tekst) if tekst else ""
    except ValidationError:
        return ""


def telefoon_of_niets(tekst: str) -> str:
    """Return ``tekst`` as a phone number, "" when it is none (yet)."""
    try:
        return lees_telefoon(tekst) if tekst else ""
    except ValidationError:
        return ""
