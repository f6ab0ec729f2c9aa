from django.db import migrations

from alliantie.kern.triggers import telt_mee

# Small letters without accents, for the index and for what is searched; the same as ``zoeken.vouw`` in Python.
VOUW = migrations.RunSQL(
    r"""
    CREATE FUNCTION initiatieven_vouw(tekst text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT lower(regexp_replace(normalize(tekst, NFKD), '[\u0300-\u036f]', '', 'g'))
    $$;
    """,
    "DROP FUNCTION initiatieven_vouw(text)",
)

TABELLEN = [
    "vermelding",
    "methodiek",
    "methodiek_themas",
    "methodiek_doelgroepen",
    "initiatief",
    "initiatief_themas",
    "initiatief_doelgroepen",
    "aandachtspunt",
    "stap",
    "oordeel",
    "bron",
    "betrokkene",
    "foto",
    "document",
    "financiering",
    "les",
    "thema",
    "doelgroep",
    "organisatie",
    "provincie",
    "gemeente",
    "synoniem",
    "zoekdocument",
    "zoekwoord",
]


class Migration(migrations.Migration):
    dependencies = [("initiatieven", "0001_initial"), ("kern", "0002_inhoudsversie_en_rollen")]

    operations = [VOUW, *telt_mee(*(f"initiatieven_{tabel}" for tabel in TABELLEN))]
