"""The words of the mails: built in, in the team's own words, and never read as more than words."""

import logging
from typing import Any

import pytest

from alliantie.kern import mailteksten, post
from alliantie.kern.mailteksten import MAILS, TekstFout, lees, stel_op, vul_in
from alliantie.kern.models import Bericht, Mailtekst
from tests.factories import InitiatiefFactory

pytestmark = pytest.mark.django_db

AFZENDER = {
    "naam": "Ria",
    "onderwerp": "Eettafel De Brug",
    "link": "https://voorbeeld.nl/inzending/abc/",
    "code": "PEER BOOM FIETS 4719",
    "antwoord_voor": "vóór 7 december",
}
LAATSTE_REGEL = "Antwoorden op deze mail mag ook. Een mens leest het."
AAN_HET_TEAM = {"bericht_aan_projectteam", "vraag_voor_projectteam", "vraag_aan_initiatief"}


def eigen(soort: str, onderwerp: str, tekst: str) -> Mailtekst:
    return Mailtekst.objects.create(soort=soort, onderwerp=onderwerp, tekst=tekst)


# --- what is built in ------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", sorted(MAILS))
def test_every_built_in_mail_is_one_that_staff_could_have_written(soort: str) -> None:
    mailsoort, mail = MAILS[soort], mailteksten.ingebouwd(soort)
    lees(mail.onderwerp, mailsoort.namen)
    _, gebruikt = lees(mail.tekst, mailsoort.namen)
    assert {veld.naam for veld in mailsoort.nodig} <= gebruikt
    klaar = vul_in(soort=mailsoort, onderwerp=mail.onderwerp, tekst=mail.tekst, waarden=mailsoort.voorbeelden)
    assert 5 < len(klaar.onderwerp) < mailteksten.ONDERWERP_KORT
    assert "{" not in klaar.onderwerp + klaar.tekst
    if soort not in AAN_HET_TEAM:
        assert klaar.tekst.strip().splitlines()[-1] == LAATSTE_REGEL


@pytest.mark.parametrize("soort", sorted(MAILS))
def test_a_link_stands_on_a_line_of_its_own(soort: str) -> None:
    regels = mailteksten.ingebouwd(soort).tekst.splitlines()
    assert all(regel == regel.strip() for regel in regels)
    for regel in regels:
        if any(f"{{{{ {naam} }}}}" in regel for naam in ("link", "links", "pagina", "initiatief_pagina")):
            assert regel.startswith("{{ ")
            assert regel.endswith(" }}")


def test_a_built_in_mail_is_filled_in() -> None:
    mail = stel_op("inzending_ontvangen", AFZENDER)
    assert mail.onderwerp == "Wij hebben uw verhaal over Eettafel De Brug"
    assert mail.tekst.startswith("Goedendag Ria,\n")
    assert "\nhttps://voorbeeld.nl/inzending/abc/\n" in mail.tekst
    assert "vóór 7 december" in mail.tekst
    assert "PEER BOOM FIETS 4719" in mail.tekst


@pytest.mark.parametrize("naam", ["", "  ", None])
def test_somebody_without_a_name_is_greeted_too(naam: Any) -> None:
    assert stel_op("inzending_ontvangen", AFZENDER | {"naam": naam}).tekst.startswith("Goedendag,\n")


def test_a_question_says_how_to_answer_it() -> None:
    initiatief = InitiatiefFactory.build(titel="Soep", slug="soep", soort="initiatief")
    context = {"initiatief": initiatief, "naam": "Els", "vraag": "Hoe laat?"}
    per_mail = stel_op("vraag_aan_initiatief", context | {"bereikbaar": "els@prive.example"}).tekst
    per_telefoon = stel_op("vraag_aan_initiatief", context | {"bereikbaar": "0612345678"}).tekst
    assert "Dan gaat uw antwoord naar Els." in per_mail
    assert "Bel of app Els op dit nummer." in per_telefoon
    assert "/initiatieven/soep/\n" in per_mail


def test_an_invitation_without_a_place_leaves_no_gap() -> None:
    context = {"onderwerp": "De Brug", "link": "https://voorbeeld.nl/x/"}
    assert "over De Brug in Breda." in stel_op("tip_uitnodiging", context | {"waar": "Breda"}).tekst
    assert "over De Brug. Wij" in stel_op("tip_uitnodiging", context | {"waar": ""}).tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("gewoon", "gewoon"),
        (["een?", "twee?"], "een?\ntwee?"),
        ([("De Brug", "https://a/"), ("Soep", "https://b/")], "De Brug\nhttps://a/\n\nSoep\nhttps://b/"),
        (None, ""),
        (3, "3"),
    ],
)
def test_a_value_becomes_lines(waarde: Any, tekst: str) -> None:
    assert mailteksten.als_tekst(waarde) == tekst


# --- the team's own words --------------------------------------------------------------------------------


def test_the_text_of_the_team_takes_the_place_of_the_built_in_one() -> None:
    eigen("inzending_ontvangen", "Dank u, {{naam}}", "Hallo {{ naam }}!\n{{ link }}\n")
    bericht = post.leg_klaar(
        sleutel="x", soort="inzending_ontvangen", aan="ria@prive.example", context=AFZENDER
    )
    assert (bericht.onderwerp, bericht.tekst) == (
        "Dank u, Ria",
        "Hallo Ria!\nhttps://voorbeeld.nl/inzending/abc/\n",
    )


@pytest.mark.parametrize(
    "kwaad",
    [
        "{{ code }}",
        "{% now 'Y' %}",
        "{% include 'base.html' %}",
        "{# weg #}",
        "<script>alert('&')</script>",
        "%(naam)s {naam}",
    ],
)
def test_what_somebody_typed_is_never_read_as_a_template(kwaad: str) -> None:
    eigen("inzending_ontvangen", "Over {{ onderwerp }}", "Hallo {{ naam }}\n{{ link }}")
    context = AFZENDER | {"naam": kwaad, "onderwerp": kwaad}
    mail = stel_op("inzending_ontvangen", context)
    assert mail.onderwerp == f"Over {kwaad}"
    assert mail.tekst.splitlines()[0] == f"Hallo {kwaad}"
    Mailtekst.objects.all().delete()
    assert kwaad in stel_op("inzending_ontvangen", context).tekst


def test_a_value_cannot_make_a_second_header_line() -> None:
    eigen("inzending_ontvangen", "Over {{ onderwerp }}", "{{ link }}")
    mail = stel_op("inzending_ontvangen", AFZENDER | {"onderwerp": "Soep\r\nBcc: kwaad@kwaad.example"})
    assert mail.onderwerp == "Over Soep Bcc: kwaad@kwaad.example"


@pytest.mark.parametrize(
    ("onderwerp", "tekst"),
    [
        ("Stuk {% if %}", "{{ link }}"),  # put there by other ways than the form
        ("Onbekend", "{{ wachtwoord }} {{ link }}"),
        ("Kan hier niet", "{{ geldig_tot }} {{ link }}"),
        ("{{ antwoord_voor }}", "{{ link }}"),  # nothing is left of the subject
    ],
)
def test_a_text_that_cannot_be_used_gives_way_to_the_built_in_one(
    onderwerp: str, tekst: str, caplog: pytest.LogCaptureFixture
) -> None:
    eigen("inzending_ontvangen", onderwerp, tekst)
    with caplog.at_level(logging.ERROR):
        mail = stel_op("inzending_ontvangen", AFZENDER | {"antwoord_voor": " "})
    assert mail.onderwerp == "Wij hebben uw verhaal over Eettafel De Brug"
    (regel,) = caplog.records
    assert "inzending_ontvangen" in regel.getMessage()
    assert not any(waarde in caplog.text for waarde in ("Ria", "PEER", "https://", "De Brug"))


def test_a_placeholder_without_a_value_gives_way_too() -> None:
    eigen("inzending_ontvangen", "Dag", "{{ antwoord_voor }} {{ link }}")
    zonder = {naam: waarde for naam, waarde in AFZENDER.items() if naam != "antwoord_voor"}
    assert stel_op("inzending_ontvangen", zonder).onderwerp.startswith("Wij hebben uw verhaal")


def test_a_mail_that_nobody_registered_has_no_text_of_the_team() -> None:
    assert mailteksten.soort_in_woorden("nog_onbekend") == "Nog onbekend"
    assert mailteksten.soort_in_woorden("inzending_vraag") == "Vraag over een inzending"


# --- what staff may write --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        "{% if naam %}x{% endif %}",
        "{% load static %}",
        "{% include 'mail/inzending_link.txt' %}",
        "{% extends 'base.html' %}",
        "{% verbatim %}x{% endverbatim %}",
        "{% comment %}x{% endcomment %}",
        "{# een notitie #}",
        "{{ naam|upper }}",
        "{{ naam.pk }}",
        "{{ naam.__class__ }}",
        "{{ 'naam' }}",
        "{{ 1 }}",
        "{{ _('naam') }}",
        "{{ settings }}",
        "{{ request }}",
        "{{ naam link }}",
        "{{ naam",
        "naam }}",
        "{{ }}",
        "{% ",
    ],
)
def test_only_text_and_known_placeholders_are_taken(tekst: str) -> None:
    with pytest.raises(TekstFout):
        lees(f"Hallo {tekst} dag", ["naam", "link"])


def test_placeholders_and_ordinary_brackets_are_fine() -> None:
    _, gebruikt = lees("Hallo {{naam}}, {{ link }} (en {dit} ook: 50%)", ["naam", "link"])
    assert gebruikt == {"naam", "link"}


def test_a_mail_of_the_outbox_keeps_what_it_said(settings: Any) -> None:
    post.leg_klaar(sleutel="x", soort="inzending_ontvangen", aan="ria@prive.example", context=AFZENDER)
    eigen("inzending_ontvangen", "Anders", "{{ link }}")
    assert Bericht.objects.get().onderwerp == "Wij hebben uw verhaal over Eettafel De Brug"
