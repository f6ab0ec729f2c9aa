"""Tell on the privacy page what happens with an inzending, where staff never changed that page."""

import hashlib
from pathlib import Path

from django.db import migrations

PRIVACY = Path(__file__).resolve().parents[1] / "paginas" / "privacy.md"
# Fingerprints of the texts that earlier versions of the portal put there.
VAN_ONS = {
    "d6d0e542af0676518ca9195d84adf152fe132a0a1b4f3cf6a1a4082a3317edc2",
    "a29b995d24617169942c3937550064719223f01f9689a0ab30c41576e9c9fe84",
    "8424f382c3ae332db7e320835bf20710e4a1769b5decc0f92c68ce89ef440e78",
}


def vernieuw_privacy(apps, schema_editor):
    pagina = apps.get_model("portaal", "Pagina").objects.filter(slug="privacy").first()
    if pagina is None:
        return
    nu = pagina.tekst.replace("\r\n", "\n").strip()
    if hashlib.sha256(nu.encode()).hexdigest() in VAN_ONS:
        _, _, tekst = PRIVACY.read_text(encoding="utf-8").partition("\n")
        pagina.tekst = tekst.strip()
        pagina.save()


class Migration(migrations.Migration):
    dependencies = [("portaal", "0002_paginas")]

    operations = [migrations.RunPython(vernieuw_privacy, migrations.RunPython.noop)]
