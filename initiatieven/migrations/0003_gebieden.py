"""The 12 provincies and 342 gemeenten of 2026; sources and licences in ``gegevens/README.md``."""

import csv
import json
from pathlib import Path

from django.db import migrations
from django.utils.text import slugify

GEGEVENS = Path(__file__).resolve().parents[1] / "gegevens"

# Names that visitors use instead of the official one.
OOK_BEKEND_ALS = {
    "'s-Gravenhage": "Den Haag",
    "'s-Hertogenbosch": "Den Bosch",
    "Súdwest-Fryslân": "Zuidwest-Friesland",
    "Noardeast-Fryslân": "Noordoost-Friesland",
    "De Fryske Marren": "De Friese Meren",
    "Tytsjerksteradiel": "Tietjerksteradeel",
    "Nuenen, Gerwen en Nederwetten": "Nuenen",
}


def laad_gebieden(apps, schema_editor):
    Provincie = apps.get_model("initiatieven", "Provincie")
    Gemeente = apps.get_model("initiatieven", "Gemeente")
    for rij in json.loads((GEGEVENS / "provincies-svg.json").read_text(encoding="utf-8"))["provincies"]:
        x, y = rij["label"]
        Provincie.objects.create(
            code=rij["cbs_code"],
            naam=rij["naam"],
            slug=slugify(rij["naam"]),
            pad=rij["pad"],
            label_x=x,
            label_y=y,
        )
    provincies = {provincie.naam: provincie for provincie in Provincie.objects.all()}
    with (GEGEVENS / "gemeenten.csv").open(encoding="utf-8", newline="") as bestand:
        Gemeente.objects.bulk_create(
            Gemeente(
                code=rij["cbs_code"],
                naam=rij["naam"],
                slug=slugify(rij["naam"]),
                ook_bekend_als=OOK_BEKEND_ALS.get(rij["naam"], ""),
                provincie=provincies[rij["provincie"]],
                breedtegraad=rij["breedtegraad"],
                lengtegraad=rij["lengtegraad"],
            )
            for rij in csv.DictReader(bestand)
        )


def ruim_gebieden(apps, schema_editor):
    apps.get_model("initiatieven", "Gemeente").objects.all().delete()
    apps.get_model("initiatieven", "Provincie").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("initiatieven", "0002_zoeken")]

    operations = [migrations.RunPython(laad_gebieden, ruim_gebieden)]
