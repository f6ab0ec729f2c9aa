"""The pages that every site must have, with a first text; staff change them in the admin."""

from pathlib import Path

from django.db import migrations

from alliantie.kern.triggers import telt_mee

PAGINAS = Path(__file__).resolve().parents[1] / "paginas"


def laad_paginas(apps, schema_editor):
    Pagina = apps.get_model("portaal", "Pagina")
    for bestand in sorted(PAGINAS.glob("*.md")):
        titel, _, tekst = bestand.read_text(encoding="utf-8").partition("\n")
        Pagina.objects.get_or_create(
            slug=bestand.stem, defaults={"titel": titel.removeprefix("# ").strip(), "tekst": tekst.strip()}
        )


class Migration(migrations.Migration):
    dependencies = [("portaal", "0001_initial"), ("kern", "0002_inhoudsversie_en_rollen")]

    operations = [*telt_mee("portaal_pagina"), migrations.RunPython(laad_paginas, migrations.RunPython.noop)]
