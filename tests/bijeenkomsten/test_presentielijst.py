"""The list on paper and the table for a spreadsheet: whatever people typed comes out as text."""

import csv
import io
import re
from typing import Any

import openpyxl
import pytest
import typst
from django.test import Client

from bijeenkomsten import presentielijst
from bijeenkomsten.acties import aanmelden
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.factories import ProjectteamFactory
from tests.factories.bijeenkomsten import AanmeldingFactory, BijeenkomstFactory

pytestmark = pytest.mark.django_db

KWAAD = [
    "#set page(width: 1pt)",
    "#panic(1)",
    '#read("/etc/passwd")',
    "$x^2$ @ria <ria>",
    '"); #sys.inputs //',
    "*vet* _schuin_ `code` [blok] \\ /* weg",
    "= Kop\n\n- lijst",
    "محمد علي",
    "שלום",
    "omgekeerd \u202eneleel",
    "Ria \U0001f600",
    "A" * 120,
    "\x07bel",
    "'; DROP TABLE --",
]
ANDER_SCHRIFT = "李小龙"  # no font that comes along has it


def lijst(*namen: str, **velden: Any) -> Bijeenkomst:
    bijeenkomst = BijeenkomstFactory(**velden)
    for nummer, naam in enumerate(namen):
        AanmeldingFactory(
            bijeenkomst=bijeenkomst, naam=naam, van=naam[:160], hulp=naam, email=f"r{nummer}@prive.example"
        )
    return bijeenkomst


def leest(bijeenkomst: Bijeenkomst) -> list[str]:
    """Return the names as they stand on the paper, as Typst itself reads its own document."""
    return [rij["naam"] for rij in presentielijst._gegevens(bijeenkomst)["rijen"]]


@pytest.mark.parametrize("naam", KWAAD)
def test_whatever_somebody_is_called_it_is_text(naam: str) -> None:
    gewoon = len(presentielijst.maak(lijst("Ria")))
    pdf = presentielijst.maak(lijst(naam, titel=f"Over {naam}"[:120]))
    assert pdf.startswith(b"%PDF")
    assert abs(len(pdf) - gewoon) < 60_000  # fonts of another script come along; nothing was read or drawn


def test_a_name_is_one_piece_of_text_and_no_code() -> None:
    """What a name would do as code is asked of Typst: the same content, and the same as text."""
    naam = '#set text(red); $x$ "q"'
    bron = presentielijst.SJABLOON.read_bytes() + b"\n#metadata(gegevens.rijen.first().naam) <naam>\n"
    invoer = {"gegevens": presentielijst.json.dumps(presentielijst._gegevens(lijst(naam)))}
    gevonden = typst.query(bron, "<naam>", field="value", one=True, sys_inputs=invoer)
    assert presentielijst.json.loads(gevonden) == naam


def test_a_turned_direction_and_a_very_long_word_stay_in_their_cell() -> None:
    assert presentielijst._op_papier("om\u202ekeerd\u2066") == "omkeerd"
    lang = presentielijst._op_papier("A" * 120)
    assert lang.replace("\u200b", "") == "A" * 120
    assert max(len(deel) for deel in lang.split("\u200b")) <= 18


def test_it_is_tagged_dutch_and_keeps_the_norm() -> None:
    pdf = presentielijst.maak(lijst("Ria"))
    assert b"StructTreeRoot" in pdf
    assert re.search(rb"/Lang ?\(nl", pdf)
    assert b"pdfuaid:part" in pdf
    assert b"Presentielijst" in pdf


def test_a_script_that_no_font_has_still_gives_a_tagged_list() -> None:
    pdf = presentielijst.maak(lijst("Ria", ANDER_SCHRIFT))
    assert pdf.startswith(b"%PDF")
    assert b"StructTreeRoot" in pdf


def test_only_who_has_a_place_is_on_it_by_name() -> None:
    bijeenkomst = lijst("Cor", "an", "Bas", capaciteit=3)
    weg = AanmeldingFactory(bijeenkomst=bijeenkomst, naam="Wachter")
    assert leest(bijeenkomst) == ["an", "Bas", "Cor"]
    aanmelden.meld_af(aanmelding=bijeenkomst.aanmeldingen.get(naam="Cor"))
    assert leest(bijeenkomst) == ["an", "Bas", "Wachter"]
    assert weg.status == "wachtlijst"
    regel = presentielijst._gegevens(bijeenkomst)["rijen"][2]
    assert regel["wensen"] == ["Heeft nog geen ja gezegd"]


def test_a_hundred_people_and_nobody_both_fit() -> None:
    bijeenkomst = BijeenkomstFactory()
    assert presentielijst.maak(bijeenkomst).startswith(b"%PDF")
    aanmelding = AanmeldingFactory(bijeenkomst=bijeenkomst, hulp="Rolstoel. " * 90)
    for nummer in range(2, 101):
        aanmelding.pk, aanmelding.code_afdruk = None, None
        aanmelding.volgnummer, aanmelding.sleutel = nummer, f"{nummer:032d}"
        aanmelding.save()
    assert presentielijst.maak(bijeenkomst).count(b"/Type /Page\n") != 1


# --- the table ---------------------------------------------------------------------------------------------------

FORMULES = [
    "=1+1",
    "==1+1",
    "+31612345678",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =HYPERLINK(1)",
    "Ria =1",
    'Met "aanhaling", komma',
]


def tabel(bijeenkomst: Bijeenkomst, formaat: str) -> list[list[Any]]:
    client = Client()
    client.force_login(ProjectteamFactory())
    antwoord = client.get(f"/beheer/bijeenkomsten/bijeenkomst/{bijeenkomst.pk}/aanmeldingen/tabel.{formaat}")
    assert antwoord.status_code == 200
    assert antwoord["Content-Disposition"].startswith("attachment")
    if formaat == "csv":
        return list(csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig"), newline="")))
    blad = openpyxl.load_workbook(io.BytesIO(antwoord.content)).active
    assert blad is not None
    assert not any(cel.data_type == "f" for rij in blad.iter_rows() for cel in rij)  # a formula
    return [list(rij) for rij in blad.iter_rows(values_only=True)]


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_no_cell_of_what_somebody_typed_is_a_formula(formaat: str) -> None:
    bijeenkomst = BijeenkomstFactory()
    for nummer, formule in enumerate(FORMULES):
        aanmelding = AanmeldingFactory(bijeenkomst=bijeenkomst, naam="x", email=f"r{nummer}@prive.example")
        velden = {"naam": formule, "van": formule, "hulp": formule, "eten": formule, "telefoon": formule}
        Aanmelding.objects.filter(pk=aanmelding.pk).update(**velden)
    kop, *rijen = tabel(bijeenkomst, formaat)
    assert len(rijen) == len(FORMULES)
    for formule, rij in zip(FORMULES, rijen, strict=True):
        for kolom in ("naam", "van", "nodig", "eet niet", "telefoon"):
            cel = str(rij[kop.index(kolom)])
            assert cel.lstrip()[:1] not in {"=", "+", "-", "@"}, cel
            assert cel.strip("'").split() == formule.split()


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_everything_about_a_sign_up_is_in_it(formaat: str) -> None:
    bijeenkomst = BijeenkomstFactory()
    AanmeldingFactory(
        bijeenkomst=bijeenkomst,
        naam="Ria",
        email="ria@prive.example",
        aantal=3,
        van="De Brug",
        is_gemeente=True,
        eet_mee=2,
        kinderen=1,
        wil_reisgeld=True,
    )
    kop, rij = tabel(bijeenkomst, formaat)
    gelezen = {naam: str(waarde or "") for naam, waarde in zip(kop, rij, strict=True)}
    assert (
        gelezen.items()
        >= {
            "nummer": "1",
            "stand": "Heeft een plek",
            "naam": "Ria",
            "hoeveel mensen": "3",
            "van": "De Brug",
            "voor een gemeente": "ja",
            "e-mail": "ria@prive.example",
            "eten mee": "2",
            "kinderen": "1",
            "reisgeld": "ja",
            "kwamen": "",
        }.items()
    )
