"""The index of the search: one row per published vermelding, derived in one statement."""

from collections.abc import Iterable

from django.db import connection, transaction

_TEKST = """
    SELECT v.id,
        v.titel AS titel,
        v.samenvatting AS samenvatting,
        concat_ws(' ', v.plaats, g.naam, g.ook_bekend_als, nu.naam, p.naam, h.naam, t.namen, d.namen) AS indeling,
        concat_ws(' ', m.in_het_kort, m.waarom_het_werkt, m.kern, m.vrij, a.teksten, s.teksten,
            i.verhaal, i.opbrengst, i.samenwerking, i.geleerd, o.namen) AS tekst,
        v.soort, v.fase, nu.id AS gemeente_id, p.id AS provincie_id, v.gepubliceerd_op, v.gewijzigd_op,
        array_append(coalesce(t.ids, '{}'), v.hoofdthema_id) AS themas,
        coalesce(d.ids, '{}') AS doelgroepen,
        array_remove(ARRAY[
            CASE WHEN a.teksten IS NOT NULL THEN 'handreiking' END,
            CASE WHEN s.teksten IS NOT NULL THEN 'plan-van-aanpak' END,
            CASE WHEN f.er THEN 'fotos' END], NULL) AS heeft
    FROM initiatieven_vermelding v
    JOIN initiatieven_thema h ON h.id = v.hoofdthema_id
    LEFT JOIN initiatieven_gemeente g ON g.id = v.gemeente_id
    LEFT JOIN initiatieven_gemeente nu ON nu.id = coalesce(g.opgegaan_in_id, g.id)
    LEFT JOIN initiatieven_provincie p ON p.id = nu.provincie_id
    LEFT JOIN initiatieven_methodiek m ON m.vermelding_ptr_id = v.id
    LEFT JOIN initiatieven_initiatief i ON i.vermelding_ptr_id = v.id
    LEFT JOIN LATERAL (SELECT array_agg(x.thema_id) AS ids, string_agg(th.naam, ' ') AS namen
        FROM (SELECT thema_id FROM initiatieven_methodiek_themas WHERE methodiek_id = v.id
            UNION ALL SELECT thema_id FROM initiatieven_initiatief_themas WHERE initiatief_id = v.id) x
        JOIN initiatieven_thema th ON th.id = x.thema_id AND th.id <> v.hoofdthema_id) t ON true
    LEFT JOIN LATERAL (SELECT array_agg(x.doelgroep_id) AS ids, string_agg(dg.naam, ' ') AS namen
        FROM (SELECT doelgroep_id FROM initiatieven_methodiek_doelgroepen WHERE methodiek_id = v.id
            UNION ALL SELECT doelgroep_id FROM initiatieven_initiatief_doelgroepen WHERE initiatief_id = v.id) x
        JOIN initiatieven_doelgroep dg ON dg.id = x.doelgroep_id) d ON true
    LEFT JOIN LATERAL (SELECT string_agg(concat_ws(' ', titel, tekst), ' ') AS teksten
        FROM initiatieven_aandachtspunt WHERE methodiek_id = m.vermelding_ptr_id) a ON true
    LEFT JOIN LATERAL (SELECT string_agg(concat_ws(' ', st.titel, st.tekst), ' ') AS teksten
        FROM initiatieven_stap st WHERE st.methodiek_id = m.vermelding_ptr_id) s ON true
    LEFT JOIN LATERAL (SELECT string_agg(org.naam, ' ') AS namen
        FROM initiatieven_betrokkene b JOIN initiatieven_organisatie org ON org.id = b.organisatie_id
        WHERE b.initiatief_id = v.id) o ON true
    LEFT JOIN LATERAL (SELECT true AS er FROM initiatieven_foto
        WHERE vermelding_id = v.id AND alt <> '' AND toestemming <> 'nog_vragen' LIMIT 1) f ON true
    WHERE v.status = 'gepubliceerd' AND (%(ids)s::bigint[] IS NULL OR v.id = ANY(%(ids)s))
"""

_INDEXEER = f"""
    WITH bron AS ({_TEKST}), gevouwen AS (
        SELECT *, initiatieven_vouw(titel) AS a, initiatieven_vouw(samenvatting) AS b,
            initiatieven_vouw(indeling) AS c, initiatieven_vouw(tekst) AS d FROM bron
    ), woorden AS (
        INSERT INTO initiatieven_zoekwoord (woord)
        SELECT DISTINCT woord
        FROM gevouwen, regexp_split_to_table(concat_ws(' ', a, b, c, d), '[^[:alnum:]]+') AS woord
        WHERE length(woord) BETWEEN 4 AND 60 AND woord !~ '^[0-9]+$' ORDER BY woord
        ON CONFLICT DO NOTHING
    )
    INSERT INTO initiatieven_zoekdocument (vermelding_id, soort, fase, gemeente_id, provincie_id,
        themas, doelgroepen, heeft, sorteernaam, gepubliceerd_op, gewijzigd_op, woorden)
    SELECT id, soort, fase, gemeente_id, provincie_id,
        themas, doelgroepen, heeft, a, gepubliceerd_op, gewijzigd_op,
        setweight(to_tsvector('dutch', a), 'A') || setweight(to_tsvector('dutch', b), 'B') ||
        setweight(to_tsvector('dutch', c), 'C') || setweight(to_tsvector('dutch', d), 'D')
    FROM gevouwen
    ON CONFLICT (vermelding_id) DO UPDATE SET
        soort = excluded.soort, fase = excluded.fase,
        gemeente_id = excluded.gemeente_id, provincie_id = excluded.provincie_id,
        themas = excluded.themas, doelgroepen = excluded.doelgroepen,
        heeft = excluded.heeft, sorteernaam = excluded.sorteernaam,
        gepubliceerd_op = excluded.gepubliceerd_op, gewijzigd_op = excluded.gewijzigd_op, woorden = excluded.woorden
"""

_VERGEET = """
    DELETE FROM initiatieven_zoekdocument z USING initiatieven_vermelding v
    WHERE v.id = z.vermelding_id AND v.status <> 'gepubliceerd' AND (%(ids)s::bigint[] IS NULL OR v.id = ANY(%(ids)s))
"""


def indexeer(ids: Iterable[int]) -> None:
    """Bring the index of these vermeldingen up to date: found when published, else gone."""
    _werk_bij(sorted(set(ids)))


def herindexeer() -> None:
    """Build the whole index anew; for a change that touches many items, such as another name for a thema."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM initiatieven_zoekwoord")
        _werk_bij(None)


def _werk_bij(ids: list[int] | None) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        # One at a time: a long rebuild must not put back what a colleague takes off the site meanwhile.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('initiatieven.zoekindex'))")
        cursor.execute(_VERGEET, {"ids": ids})
        cursor.execute(_INDEXEER, {"ids": ids})
