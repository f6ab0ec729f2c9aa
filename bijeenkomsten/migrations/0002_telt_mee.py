from django.db import migrations

from alliantie.kern.triggers import telt_mee

# Sign-ups too: the pages say how many places are left.
TABELLEN = [
    "bijeenkomst",
    "bijeenkomst_themas",
    "bijeenkomst_vermeldingen",
    "bijeenkomst_organisatoren",
    "aanmelding",
    "bijeenkomstfoto",
    "materiaal",
    "bijeenkomstles",
]


class Migration(migrations.Migration):
    dependencies = [("bijeenkomsten", "0001_initial"), ("kern", "0002_inhoudsversie_en_rollen")]

    operations = [*telt_mee(*(f"bijeenkomsten_{tabel}" for tabel in TABELLEN))]
