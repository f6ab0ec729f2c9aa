"""Database triggers for migrations: which tables turn the odometer of ``Inhoudsversie``."""

from django.db.migrations.operations import RunSQL

FUNCTIE = RunSQL(
    """
    CREATE FUNCTION kern_inhoud_gewijzigd() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO kern_inhoudsversie AS v (vak, nummer) VALUES (pg_backend_pid() % 256, 1)
        ON CONFLICT (vak) DO UPDATE SET nummer = v.nummer + 1;
        RETURN NULL;
    END $$;
    """,
    "DROP FUNCTION kern_inhoud_gewijzigd() CASCADE",
)


def telt_mee(*tabellen: str) -> list[RunSQL]:
    """Return migration operations after which a change in one of ``tabellen`` makes cached pages old."""
    return [
        RunSQL(
            f"CREATE TRIGGER telt_mee AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {tabel} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kern_inhoud_gewijzigd()",
            f"DROP TRIGGER telt_mee ON {tabel}",
        )
        for tabel in tabellen
    ]
