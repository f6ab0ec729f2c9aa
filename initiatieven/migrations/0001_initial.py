import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import alliantie.kern.beeld
import initiatieven.models.beeld


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aandachtspunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("titel", models.CharField(max_length=120, verbose_name="punt")),
                (
                    "tekst",
                    models.TextField(
                        help_text="U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="uitleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "aandachtspunt",
                "verbose_name_plural": "handreiking: aandachtspunten",
                "ordering": ["volgorde", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Betrokkene",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rol", models.CharField(blank=True, max_length=120, verbose_name="doet mee als")),
            ],
            options={
                "verbose_name": "organisatie die meedoet",
                "verbose_name_plural": "organisaties die meedoen",
                "ordering": ["organisatie__naam"],
            },
        ),
        migrations.CreateModel(
            name="Bron",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", models.CharField(max_length=200, verbose_name="wat is het")),
                ("uitgever", models.CharField(blank=True, max_length=120, verbose_name="van wie")),
                ("url", models.URLField(blank=True, verbose_name="adres")),
                ("datum", models.CharField(blank=True, max_length=60, verbose_name="van wanneer")),
                ("gecontroleerd_op", models.DateField(blank=True, null=True, verbose_name="nagekeken op")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "bron",
                "verbose_name_plural": "bronnen",
                "ordering": ["volgorde", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Contactpersoon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="mailadres")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "akkoord_op",
                    models.DateField(
                        blank=True,
                        help_text="Zonder toestemming sturen wij geen post door.",
                        null=True,
                        verbose_name="gaf toestemming op",
                    ),
                ),
            ],
            options={
                "verbose_name": "contactpersoon",
                "verbose_name_plural": "contactpersonen (niet openbaar)",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bestand",
                    initiatieven.models.beeld.DocumentVeld(
                        max_length=120, upload_to="documenten/", verbose_name="bestand"
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documenten",
                "ordering": ["volgorde", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Doelgroep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=80, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("uitleg", models.TextField(blank=True, verbose_name="uitleg")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "voor wie",
                "verbose_name_plural": "voor wie",
                "ordering": ["volgorde", "naam"],
            },
        ),
        migrations.CreateModel(
            name="Financiering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("gemeente", "Gemeente"),
                            ("provincie_rijk", "Provincie of Rijk"),
                            ("buurtfonds", "Bewonersbudget of buurtfonds"),
                            ("vermogensfonds", "Fonds"),
                            ("goed_doel", "Goed doel"),
                            ("kerk", "Kerk of diaconie"),
                            ("corporatie", "Woningcorporatie"),
                            ("bedrijf", "Bedrijf of sponsor"),
                            ("natura", "Gekregen spullen, ruimte of uren"),
                            ("giften", "Giften van mensen"),
                            ("crowdfunding", "Crowdfunding: veel mensen geven samen"),
                            ("eigen_inkomsten", "Eigen inkomsten"),
                            ("ledeninleg", "Inleg van leden"),
                            ("lening", "Lening"),
                            ("geen_geld", "Geen geld nodig"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        max_length=20,
                        verbose_name="van wie",
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        choices=[
                            ("geld", "Geld"),
                            ("uren", "Uren"),
                            ("ruimte", "Ruimte"),
                            ("spullen", "Spullen"),
                        ],
                        default="geld",
                        max_length=10,
                        verbose_name="wat",
                    ),
                ),
                (
                    "bedrag_van",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="bedrag vanaf (euro)"),
                ),
                (
                    "bedrag_tot",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="bedrag tot (euro)"),
                ),
                (
                    "structureel",
                    models.BooleanField(
                        blank=True,
                        choices=[(None, "Weten wij niet"), (True, "Elk jaar"), (False, "Eén keer")],
                        null=True,
                        verbose_name="elk jaar",
                    ),
                ),
                (
                    "jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1950),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="jaar",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
            ],
            options={
                "verbose_name": "deel van het geld",
                "verbose_name_plural": "geld: wie betaalt",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Foto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "beeld",
                    alliantie.kern.beeld.FotoVeld(
                        aspect_ratios=[None, "3/2"],
                        breakpoints={"l": 1200, "m": 900, "s": 600},
                        container_width=900,
                        file_types=["AVIF", "WEBP"],
                        grid_columns=3,
                        height_field="hoogte",
                        max_length=120,
                        pixel_densities=[1, 2],
                        upload_to="fotos/",
                        verbose_name="foto",
                        width_field="breedte",
                    ),
                ),
                ("beeld_klaar", models.BooleanField(default=False, editable=False)),
                ("breedte", models.PositiveIntegerField(editable=False, null=True)),
                ("hoogte", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "alt",
                    models.CharField(
                        help_text="Voor mensen die de foto niet kunnen zien. Eén zin.",
                        max_length=200,
                        verbose_name="wat is er op de foto te zien",
                    ),
                ),
                ("maker", models.CharField(blank=True, max_length=120, verbose_name="wie maakte de foto")),
                (
                    "toestemming",
                    models.CharField(
                        choices=[
                            ("geen_mensen", "Nee, er is niemand te herkennen"),
                            ("ja", "Ja, en zij vinden het goed"),
                            ("nog_vragen", "Ja, maar nog niet gevraagd"),
                        ],
                        help_text="Bij ‘nog niet gevraagd’ blijft de foto verborgen.",
                        max_length=12,
                        verbose_name="zijn er mensen te herkennen",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "foto",
                "verbose_name_plural": "foto's",
                "ordering": ["volgorde", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Vermelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("methodiek", "Aanpak"), ("initiatief", "Initiatief")],
                        editable=False,
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("slug", models.SlugField(max_length=130, unique=True, verbose_name="adres op de site")),
                (
                    "samenvatting",
                    models.CharField(
                        help_text="Eén zin die iedereen begrijpt. Dit staat op het kaartje.",
                        max_length=200,
                        verbose_name="samenvatting",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("gepubliceerd", "Gepubliceerd"),
                            ("gearchiveerd", "Gearchiveerd"),
                        ],
                        default="concept",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "plaats",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als het anders heet dan de gemeente.",
                        max_length=80,
                        verbose_name="dorp of wijk",
                    ),
                ),
                (
                    "fase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("idee", "Nog een idee"),
                            ("opstart", "In het begin"),
                            ("draait", "Draait"),
                            ("gestopt", "Gestopt"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        max_length=10,
                        verbose_name="fase",
                    ),
                ),
                (
                    "begonnen_jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="begonnen in",
                    ),
                ),
                (
                    "gestopt_jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="gestopt in",
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ontmoetingsplek", "Plek om elkaar te ontmoeten"),
                            ("winkel", "Winkel of plek waar u iets krijgt"),
                            ("werkplaats", "Werkplaats"),
                            ("tuin", "Tuin of moestuin"),
                            ("eettafel", "Samen eten"),
                            ("maatjes", "Maatjes of hulp thuis"),
                            ("cursus", "Cursus of training"),
                            ("cooperatie", "Coöperatie of eigen bedrijf"),
                            ("fonds", "Fonds"),
                            ("actiegroep", "Actiegroep of belangengroep"),
                        ],
                        max_length=16,
                        verbose_name="vorm",
                    ),
                ),
                (
                    "rechtsvorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bewonersgroep", "Een groep bewoners"),
                            ("stichting", "Stichting"),
                            ("vereniging", "Vereniging"),
                            ("cooperatie", "Coöperatie"),
                            ("kerk", "Onderdeel van een kerk of diaconie"),
                            ("welzijn", "Onderdeel van een welzijnsorganisatie"),
                            ("sociale_onderneming", "Sociale onderneming"),
                        ],
                        max_length=20,
                        verbose_name="rechtsvorm",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "voorbeeld",
                    models.BooleanField(
                        default=False,
                        help_text="Tekst uit openbare bronnen. Heeft het initiatief de tekst bevestigd? Haal dan het vinkje weg.",
                        verbose_name="voorbeeldinhoud",
                    ),
                ),
                (
                    "bevestigd_op",
                    models.DateField(
                        blank=True,
                        help_text="Wanneer het initiatief zei: dit klopt.",
                        null=True,
                        verbose_name="bevestigd op",
                    ),
                ),
                (
                    "redactienotitie",
                    models.TextField(
                        blank=True,
                        help_text="Alleen u ziet dit. Bijvoorbeeld: wat ontbreekt nog?",
                        verbose_name="notitie voor de redactie",
                    ),
                ),
                ("aangemaakt_op", models.DateTimeField(auto_now_add=True, verbose_name="aangemaakt op")),
                ("gewijzigd_op", models.DateTimeField(auto_now=True, verbose_name="gewijzigd op")),
                (
                    "gepubliceerd_op",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="gepubliceerd op"
                    ),
                ),
            ],
            options={
                "verbose_name": "vermelding",
                "verbose_name_plural": "vermeldingen",
                "ordering": ["titel"],
            },
        ),
        migrations.CreateModel(
            name="Les",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", models.CharField(max_length=160, verbose_name="les")),
                ("tekst", models.TextField(blank=True, verbose_name="uitleg")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "les",
                "verbose_name_plural": "lessen",
                "ordering": ["volgorde", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Oordeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kenmerk",
                    models.CharField(
                        choices=[
                            ("regie", "Mensen met weinig geld hebben zelf de regie"),
                            ("eigen_kracht", "Het bouwt op eigen kracht en motivatie"),
                            ("bestrijdt_armoede", "Het doet echt iets tegen armoede"),
                            ("participatie", "Mensen gaan meer meedoen"),
                            ("integraal", "Het kijkt breed: wat is de vraag achter de vraag?"),
                            ("samenwerking", "Het werkt samen, ook met de gemeente"),
                            ("blijvend", "Het blijft bestaan"),
                        ],
                        max_length=20,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "voldoet",
                    models.CharField(
                        choices=[
                            ("ja", "Ja"),
                            ("deels", "Voor een deel"),
                            ("nee", "Nee"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        default="onbekend",
                        max_length=10,
                        verbose_name="voldoet het",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
            ],
            options={
                "verbose_name": "oordeel",
                "verbose_name_plural": "oordeel over de zeven kenmerken",
            },
        ),
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("lid", "Netwerk"),
                            ("gemeente", "Gemeente of provincie"),
                            ("welzijn", "Welzijnsorganisatie"),
                            ("fonds", "Fonds"),
                            ("bedrijf", "Bedrijf"),
                            ("kerk", "Kerk of diaconie"),
                            ("kennis", "Kennis en opleiding"),
                            ("overig", "Andere organisatie"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "beschrijving",
                    models.TextField(
                        blank=True,
                        help_text="Eén zin: waarmee doet deze organisatie mee?",
                        verbose_name="beschrijving",
                    ),
                ),
                ("voorbeeld", models.BooleanField(default=False, editable=False, verbose_name="voorbeeld")),
            ],
            options={
                "verbose_name": "organisatie",
                "verbose_name_plural": "organisaties",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Provincie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="CBS-code")),
                ("naam", models.CharField(max_length=40, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=40, unique=True)),
                (
                    "pad",
                    models.TextField(help_text="SVG-pad in het vlak van de kaart.", verbose_name="omtrek"),
                ),
                ("label_x", models.PositiveSmallIntegerField()),
                ("label_y", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "provincie",
                "verbose_name_plural": "provincies",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Stap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "fase",
                    models.CharField(
                        help_text="Stappen onder elkaar met dezelfde fase horen bij elkaar.",
                        max_length=120,
                        verbose_name="fase",
                    ),
                ),
                ("titel", models.CharField(max_length=160, verbose_name="wat")),
                (
                    "tekst",
                    models.TextField(
                        blank=True,
                        help_text="U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="uitleg",
                    ),
                ),
                ("wie", models.CharField(blank=True, max_length=200, verbose_name="wie")),
                ("duur", models.CharField(blank=True, max_length=200, verbose_name="hoe lang")),
                ("kosten", models.CharField(blank=True, max_length=200, verbose_name="wat kost het")),
                ("nodig", models.CharField(blank=True, max_length=300, verbose_name="wat is nodig")),
            ],
            options={
                "verbose_name": "stap",
                "verbose_name_plural": "plan van aanpak: stappen",
                "ordering": ["volgorde", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Synoniem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "woorden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        help_text="Woorden die hetzelfde betekenen, met een komma ertussen. Wie fiets zoekt, vindt dan ook rijwiel.",
                        size=None,
                        verbose_name="woorden",
                    ),
                ),
            ],
            options={
                "verbose_name": "synoniem",
                "verbose_name_plural": "synoniemen",
                "ordering": ["woorden"],
            },
        ),
        migrations.CreateModel(
            name="Thema",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=60, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=60, unique=True)),
                (
                    "uitleg",
                    models.TextField(
                        blank=True, help_text="Eén of twee korte zinnen.", verbose_name="uitleg"
                    ),
                ),
                (
                    "icoon",
                    models.CharField(
                        choices=[
                            ("geld", "Munten"),
                            ("eten", "Kom met fruit"),
                            ("kleding", "Kleren aan de lijn"),
                            ("werk", "Kraam en gereedschap"),
                            ("ontmoeten", "Mensen aan tafel"),
                            ("ervaring", "Regenboog"),
                            ("fiets", "Fiets"),
                            ("wonen", "Huizen"),
                            ("kinderen", "Speelgoed"),
                            ("taal", "Tekstballonnen"),
                            ("gezondheid", "Hart"),
                            ("sport", "Bal en slingers"),
                            ("stem", "Megafoon"),
                            ("overig", "Lappendeken"),
                        ],
                        default="overig",
                        max_length=12,
                        verbose_name="tekening",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "thema",
                "verbose_name_plural": "thema's",
                "ordering": ["volgorde", "naam"],
            },
        ),
        migrations.CreateModel(
            name="Zoekvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vraag", models.CharField(max_length=100, verbose_name="gezocht naar")),
                ("dag", models.DateField(verbose_name="dag")),
                ("aantal", models.PositiveIntegerField(default=1, verbose_name="hoe vaak")),
            ],
            options={
                "verbose_name": "zoekvraag zonder resultaat",
                "verbose_name_plural": "zoekvragen zonder resultaat",
                "ordering": ["-dag", "-aantal"],
            },
        ),
        migrations.CreateModel(
            name="Zoekwoord",
            fields=[
                ("woord", models.CharField(max_length=60, primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "zoekwoord",
                "verbose_name_plural": "zoekwoorden",
            },
        ),
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=6, unique=True, verbose_name="CBS-code")),
                ("naam", models.CharField(max_length=60, unique=True, verbose_name="naam")),
                ("slug", models.SlugField(max_length=70, unique=True)),
                (
                    "ook_bekend_als",
                    models.CharField(
                        blank=True,
                        help_text="Andere namen die mensen gebruiken, met een komma ertussen.",
                        max_length=120,
                        verbose_name="ook bekend als",
                    ),
                ),
                (
                    "breedtegraad",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="breedtegraad"),
                ),
                (
                    "lengtegraad",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="lengtegraad"),
                ),
                (
                    "inwoners",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="aantal inwoners"),
                ),
                (
                    "opgegaan_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="initiatieven.gemeente",
                        verbose_name="opgegaan in",
                    ),
                ),
            ],
            options={
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Initiatief",
            fields=[
                (
                    "vermelding_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="als_initiatief",
                        serialize=False,
                        to="initiatieven.vermelding",
                    ),
                ),
                (
                    "verhaal",
                    models.TextField(
                        blank=True,
                        help_text="Wie begon? Wat doen zij? Voor wie? U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="het verhaal",
                    ),
                ),
                ("opbrengst", models.TextField(blank=True, verbose_name="wat het oplevert")),
                ("samenwerking", models.TextField(blank=True, verbose_name="met wie zij samenwerken")),
                ("geleerd", models.TextField(blank=True, verbose_name="wat zij leerden")),
                (
                    "mensen_bereikt",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hoeveel mensen doen mee"
                    ),
                ),
                (
                    "mensen_bereikt_toelichting",
                    models.CharField(blank=True, max_length=200, verbose_name="uitleg bij dat aantal"),
                ),
                (
                    "vrijwilligers",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="hoeveel vrijwilligers"),
                ),
                ("anders_gedaan", models.TextField(blank=True, verbose_name="wat zij anders doen")),
            ],
            options={
                "verbose_name": "initiatief",
                "verbose_name_plural": "initiatieven",
            },
            bases=("initiatieven.vermelding", models.Model),
        ),
        migrations.CreateModel(
            name="Methodiek",
            fields=[
                (
                    "vermelding_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="als_methodiek",
                        serialize=False,
                        to="initiatieven.vermelding",
                    ),
                ),
                (
                    "in_het_kort",
                    models.TextField(
                        help_text="In één minuut te lezen: wat is het, voor wie, hoe werkt het. U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="in het kort",
                    ),
                ),
                ("waarom_het_werkt", models.TextField(blank=True, verbose_name="waarom het werkt")),
                (
                    "kern",
                    models.TextField(
                        blank=True,
                        help_text="De kern van de aanpak, als lijstje.",
                        verbose_name="dit moet zo blijven",
                    ),
                ),
                (
                    "vrij",
                    models.TextField(
                        blank=True,
                        help_text="Wat een groep zelf mag invullen, als lijstje.",
                        verbose_name="dit mag anders",
                    ),
                ),
                (
                    "bewijs",
                    models.CharField(
                        choices=[
                            ("ervaring", "Ervaring: groepen die het doen, zeggen dat het werkt"),
                            ("geevalueerd", "Geëvalueerd: iemand heeft het onderzocht"),
                            ("erkend", "Erkend: deskundigen hebben het beoordeeld"),
                        ],
                        default="ervaring",
                        max_length=12,
                        verbose_name="hoe zeker is het",
                    ),
                ),
                ("bewijs_toelichting", models.TextField(blank=True, verbose_name="uitleg daarbij")),
                (
                    "kosten_van",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="kosten vanaf (euro)"),
                ),
                (
                    "kosten_tot",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="kosten tot (euro)"),
                ),
                ("kosten_toelichting", models.TextField(blank=True, verbose_name="uitleg bij de kosten")),
                ("tijd_nodig", models.CharField(blank=True, max_length=250, verbose_name="hoeveel tijd")),
                ("mensen_nodig", models.CharField(blank=True, max_length=250, verbose_name="hoeveel mensen")),
                ("ruimte_nodig", models.CharField(blank=True, max_length=250, verbose_name="welke ruimte")),
            ],
            options={
                "verbose_name": "methodiek",
                "verbose_name_plural": "methodieken",
            },
            bases=("initiatieven.vermelding", models.Model),
        ),
        migrations.CreateModel(
            name="Zoekdocument",
            fields=[
                (
                    "vermelding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="zoekdocument",
                        serialize=False,
                        to="initiatieven.vermelding",
                    ),
                ),
                ("soort", models.CharField(max_length=12)),
                ("fase", models.CharField(blank=True, max_length=10)),
                ("gemeente_id", models.BigIntegerField(null=True)),
                ("provincie_id", models.BigIntegerField(null=True)),
                (
                    "themas",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "doelgroepen",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "heeft",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("sorteernaam", models.CharField(max_length=120)),
                ("gepubliceerd_op", models.DateTimeField()),
                ("gewijzigd_op", models.DateTimeField()),
                ("woorden", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "verbose_name": "zoekdocument",
                "verbose_name_plural": "zoekdocumenten",
            },
        ),
        migrations.CreateModel(
            name="HistoricalAandachtspunt",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("titel", models.CharField(max_length=120, verbose_name="punt")),
                (
                    "tekst",
                    models.TextField(
                        help_text="U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="uitleg",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical aandachtspunt",
                "verbose_name_plural": "historical handreiking: aandachtspunten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBetrokkene",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("rol", models.CharField(blank=True, max_length=120, verbose_name="doet mee als")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical organisatie die meedoet",
                "verbose_name_plural": "historical organisaties die meedoen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBron",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("titel", models.CharField(max_length=200, verbose_name="wat is het")),
                ("uitgever", models.CharField(blank=True, max_length=120, verbose_name="van wie")),
                ("url", models.URLField(blank=True, verbose_name="adres")),
                ("datum", models.CharField(blank=True, max_length=60, verbose_name="van wanneer")),
                ("gecontroleerd_op", models.DateField(blank=True, null=True, verbose_name="nagekeken op")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bron",
                "verbose_name_plural": "historical bronnen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDocument",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("bestand", models.TextField(max_length=120, verbose_name="bestand")),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical document",
                "verbose_name_plural": "historical documenten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDoelgroep",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("naam", models.CharField(db_index=True, max_length=80, verbose_name="naam")),
                ("slug", models.SlugField(max_length=60)),
                ("uitleg", models.TextField(blank=True, verbose_name="uitleg")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical voor wie",
                "verbose_name_plural": "historical voor wie",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFinanciering",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("gemeente", "Gemeente"),
                            ("provincie_rijk", "Provincie of Rijk"),
                            ("buurtfonds", "Bewonersbudget of buurtfonds"),
                            ("vermogensfonds", "Fonds"),
                            ("goed_doel", "Goed doel"),
                            ("kerk", "Kerk of diaconie"),
                            ("corporatie", "Woningcorporatie"),
                            ("bedrijf", "Bedrijf of sponsor"),
                            ("natura", "Gekregen spullen, ruimte of uren"),
                            ("giften", "Giften van mensen"),
                            ("crowdfunding", "Crowdfunding: veel mensen geven samen"),
                            ("eigen_inkomsten", "Eigen inkomsten"),
                            ("ledeninleg", "Inleg van leden"),
                            ("lening", "Lening"),
                            ("geen_geld", "Geen geld nodig"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        max_length=20,
                        verbose_name="van wie",
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        choices=[
                            ("geld", "Geld"),
                            ("uren", "Uren"),
                            ("ruimte", "Ruimte"),
                            ("spullen", "Spullen"),
                        ],
                        default="geld",
                        max_length=10,
                        verbose_name="wat",
                    ),
                ),
                (
                    "bedrag_van",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="bedrag vanaf (euro)"),
                ),
                (
                    "bedrag_tot",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="bedrag tot (euro)"),
                ),
                (
                    "structureel",
                    models.BooleanField(
                        blank=True,
                        choices=[(None, "Weten wij niet"), (True, "Elk jaar"), (False, "Eén keer")],
                        null=True,
                        verbose_name="elk jaar",
                    ),
                ),
                (
                    "jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1950),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="jaar",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical deel van het geld",
                "verbose_name_plural": "historical geld: wie betaalt",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFoto",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("beeld", models.TextField(max_length=120, verbose_name="foto")),
                ("breedte", models.PositiveIntegerField(editable=False, null=True)),
                ("hoogte", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "alt",
                    models.CharField(
                        help_text="Voor mensen die de foto niet kunnen zien. Eén zin.",
                        max_length=200,
                        verbose_name="wat is er op de foto te zien",
                    ),
                ),
                ("maker", models.CharField(blank=True, max_length=120, verbose_name="wie maakte de foto")),
                (
                    "toestemming",
                    models.CharField(
                        choices=[
                            ("geen_mensen", "Nee, er is niemand te herkennen"),
                            ("ja", "Ja, en zij vinden het goed"),
                            ("nog_vragen", "Ja, maar nog niet gevraagd"),
                        ],
                        help_text="Bij ‘nog niet gevraagd’ blijft de foto verborgen.",
                        max_length=12,
                        verbose_name="zijn er mensen te herkennen",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical foto",
                "verbose_name_plural": "historical foto's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGemeente",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("code", models.CharField(db_index=True, max_length=6, verbose_name="CBS-code")),
                ("naam", models.CharField(db_index=True, max_length=60, verbose_name="naam")),
                ("slug", models.SlugField(max_length=70)),
                (
                    "ook_bekend_als",
                    models.CharField(
                        blank=True,
                        help_text="Andere namen die mensen gebruiken, met een komma ertussen.",
                        max_length=120,
                        verbose_name="ook bekend als",
                    ),
                ),
                (
                    "breedtegraad",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="breedtegraad"),
                ),
                (
                    "lengtegraad",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="lengtegraad"),
                ),
                (
                    "inwoners",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="aantal inwoners"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical gemeente",
                "verbose_name_plural": "historical gemeenten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInitiatief",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("methodiek", "Aanpak"), ("initiatief", "Initiatief")],
                        editable=False,
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("slug", models.SlugField(max_length=130, verbose_name="adres op de site")),
                (
                    "samenvatting",
                    models.CharField(
                        help_text="Eén zin die iedereen begrijpt. Dit staat op het kaartje.",
                        max_length=200,
                        verbose_name="samenvatting",
                    ),
                ),
                (
                    "plaats",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als het anders heet dan de gemeente.",
                        max_length=80,
                        verbose_name="dorp of wijk",
                    ),
                ),
                (
                    "fase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("idee", "Nog een idee"),
                            ("opstart", "In het begin"),
                            ("draait", "Draait"),
                            ("gestopt", "Gestopt"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        max_length=10,
                        verbose_name="fase",
                    ),
                ),
                (
                    "begonnen_jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="begonnen in",
                    ),
                ),
                (
                    "gestopt_jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="gestopt in",
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ontmoetingsplek", "Plek om elkaar te ontmoeten"),
                            ("winkel", "Winkel of plek waar u iets krijgt"),
                            ("werkplaats", "Werkplaats"),
                            ("tuin", "Tuin of moestuin"),
                            ("eettafel", "Samen eten"),
                            ("maatjes", "Maatjes of hulp thuis"),
                            ("cursus", "Cursus of training"),
                            ("cooperatie", "Coöperatie of eigen bedrijf"),
                            ("fonds", "Fonds"),
                            ("actiegroep", "Actiegroep of belangengroep"),
                        ],
                        max_length=16,
                        verbose_name="vorm",
                    ),
                ),
                (
                    "rechtsvorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bewonersgroep", "Een groep bewoners"),
                            ("stichting", "Stichting"),
                            ("vereniging", "Vereniging"),
                            ("cooperatie", "Coöperatie"),
                            ("kerk", "Onderdeel van een kerk of diaconie"),
                            ("welzijn", "Onderdeel van een welzijnsorganisatie"),
                            ("sociale_onderneming", "Sociale onderneming"),
                        ],
                        max_length=20,
                        verbose_name="rechtsvorm",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "voorbeeld",
                    models.BooleanField(
                        default=False,
                        help_text="Tekst uit openbare bronnen. Heeft het initiatief de tekst bevestigd? Haal dan het vinkje weg.",
                        verbose_name="voorbeeldinhoud",
                    ),
                ),
                (
                    "bevestigd_op",
                    models.DateField(
                        blank=True,
                        help_text="Wanneer het initiatief zei: dit klopt.",
                        null=True,
                        verbose_name="bevestigd op",
                    ),
                ),
                (
                    "redactienotitie",
                    models.TextField(
                        blank=True,
                        help_text="Alleen u ziet dit. Bijvoorbeeld: wat ontbreekt nog?",
                        verbose_name="notitie voor de redactie",
                    ),
                ),
                (
                    "aangemaakt_op",
                    models.DateTimeField(blank=True, editable=False, verbose_name="aangemaakt op"),
                ),
                (
                    "gewijzigd_op",
                    models.DateTimeField(blank=True, editable=False, verbose_name="gewijzigd op"),
                ),
                (
                    "verhaal",
                    models.TextField(
                        blank=True,
                        help_text="Wie begon? Wat doen zij? Voor wie? U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="het verhaal",
                    ),
                ),
                ("opbrengst", models.TextField(blank=True, verbose_name="wat het oplevert")),
                ("samenwerking", models.TextField(blank=True, verbose_name="met wie zij samenwerken")),
                ("geleerd", models.TextField(blank=True, verbose_name="wat zij leerden")),
                (
                    "mensen_bereikt",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hoeveel mensen doen mee"
                    ),
                ),
                (
                    "mensen_bereikt_toelichting",
                    models.CharField(blank=True, max_length=200, verbose_name="uitleg bij dat aantal"),
                ),
                (
                    "vrijwilligers",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="hoeveel vrijwilligers"),
                ),
                ("anders_gedaan", models.TextField(blank=True, verbose_name="wat zij anders doen")),
                (
                    "vermelding_ptr",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="initiatieven.vermelding",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical initiatief",
                "verbose_name_plural": "historical initiatieven",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInitiatief_doelgroepen",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalInitiatief_doelgroepen",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInitiatief_themas",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalInitiatief_themas",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLes",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("titel", models.CharField(max_length=160, verbose_name="les")),
                ("tekst", models.TextField(blank=True, verbose_name="uitleg")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical les",
                "verbose_name_plural": "historical lessen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMethodiek",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("methodiek", "Aanpak"), ("initiatief", "Initiatief")],
                        editable=False,
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                ("slug", models.SlugField(max_length=130, verbose_name="adres op de site")),
                (
                    "samenvatting",
                    models.CharField(
                        help_text="Eén zin die iedereen begrijpt. Dit staat op het kaartje.",
                        max_length=200,
                        verbose_name="samenvatting",
                    ),
                ),
                (
                    "plaats",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als het anders heet dan de gemeente.",
                        max_length=80,
                        verbose_name="dorp of wijk",
                    ),
                ),
                (
                    "fase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("idee", "Nog een idee"),
                            ("opstart", "In het begin"),
                            ("draait", "Draait"),
                            ("gestopt", "Gestopt"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        max_length=10,
                        verbose_name="fase",
                    ),
                ),
                (
                    "begonnen_jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="begonnen in",
                    ),
                ),
                (
                    "gestopt_jaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="gestopt in",
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ontmoetingsplek", "Plek om elkaar te ontmoeten"),
                            ("winkel", "Winkel of plek waar u iets krijgt"),
                            ("werkplaats", "Werkplaats"),
                            ("tuin", "Tuin of moestuin"),
                            ("eettafel", "Samen eten"),
                            ("maatjes", "Maatjes of hulp thuis"),
                            ("cursus", "Cursus of training"),
                            ("cooperatie", "Coöperatie of eigen bedrijf"),
                            ("fonds", "Fonds"),
                            ("actiegroep", "Actiegroep of belangengroep"),
                        ],
                        max_length=16,
                        verbose_name="vorm",
                    ),
                ),
                (
                    "rechtsvorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bewonersgroep", "Een groep bewoners"),
                            ("stichting", "Stichting"),
                            ("vereniging", "Vereniging"),
                            ("cooperatie", "Coöperatie"),
                            ("kerk", "Onderdeel van een kerk of diaconie"),
                            ("welzijn", "Onderdeel van een welzijnsorganisatie"),
                            ("sociale_onderneming", "Sociale onderneming"),
                        ],
                        max_length=20,
                        verbose_name="rechtsvorm",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "voorbeeld",
                    models.BooleanField(
                        default=False,
                        help_text="Tekst uit openbare bronnen. Heeft het initiatief de tekst bevestigd? Haal dan het vinkje weg.",
                        verbose_name="voorbeeldinhoud",
                    ),
                ),
                (
                    "bevestigd_op",
                    models.DateField(
                        blank=True,
                        help_text="Wanneer het initiatief zei: dit klopt.",
                        null=True,
                        verbose_name="bevestigd op",
                    ),
                ),
                (
                    "redactienotitie",
                    models.TextField(
                        blank=True,
                        help_text="Alleen u ziet dit. Bijvoorbeeld: wat ontbreekt nog?",
                        verbose_name="notitie voor de redactie",
                    ),
                ),
                (
                    "aangemaakt_op",
                    models.DateTimeField(blank=True, editable=False, verbose_name="aangemaakt op"),
                ),
                (
                    "gewijzigd_op",
                    models.DateTimeField(blank=True, editable=False, verbose_name="gewijzigd op"),
                ),
                (
                    "in_het_kort",
                    models.TextField(
                        help_text="In één minuut te lezen: wat is het, voor wie, hoe werkt het. U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="in het kort",
                    ),
                ),
                ("waarom_het_werkt", models.TextField(blank=True, verbose_name="waarom het werkt")),
                (
                    "kern",
                    models.TextField(
                        blank=True,
                        help_text="De kern van de aanpak, als lijstje.",
                        verbose_name="dit moet zo blijven",
                    ),
                ),
                (
                    "vrij",
                    models.TextField(
                        blank=True,
                        help_text="Wat een groep zelf mag invullen, als lijstje.",
                        verbose_name="dit mag anders",
                    ),
                ),
                (
                    "bewijs",
                    models.CharField(
                        choices=[
                            ("ervaring", "Ervaring: groepen die het doen, zeggen dat het werkt"),
                            ("geevalueerd", "Geëvalueerd: iemand heeft het onderzocht"),
                            ("erkend", "Erkend: deskundigen hebben het beoordeeld"),
                        ],
                        default="ervaring",
                        max_length=12,
                        verbose_name="hoe zeker is het",
                    ),
                ),
                ("bewijs_toelichting", models.TextField(blank=True, verbose_name="uitleg daarbij")),
                (
                    "kosten_van",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="kosten vanaf (euro)"),
                ),
                (
                    "kosten_tot",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="kosten tot (euro)"),
                ),
                ("kosten_toelichting", models.TextField(blank=True, verbose_name="uitleg bij de kosten")),
                ("tijd_nodig", models.CharField(blank=True, max_length=250, verbose_name="hoeveel tijd")),
                ("mensen_nodig", models.CharField(blank=True, max_length=250, verbose_name="hoeveel mensen")),
                ("ruimte_nodig", models.CharField(blank=True, max_length=250, verbose_name="welke ruimte")),
                (
                    "vermelding_ptr",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="initiatieven.vermelding",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical methodiek",
                "verbose_name_plural": "historical methodieken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMethodiek_doelgroepen",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalMethodiek_doelgroepen",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMethodiek_themas",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalMethodiek_themas",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOordeel",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "kenmerk",
                    models.CharField(
                        choices=[
                            ("regie", "Mensen met weinig geld hebben zelf de regie"),
                            ("eigen_kracht", "Het bouwt op eigen kracht en motivatie"),
                            ("bestrijdt_armoede", "Het doet echt iets tegen armoede"),
                            ("participatie", "Mensen gaan meer meedoen"),
                            ("integraal", "Het kijkt breed: wat is de vraag achter de vraag?"),
                            ("samenwerking", "Het werkt samen, ook met de gemeente"),
                            ("blijvend", "Het blijft bestaan"),
                        ],
                        max_length=20,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "voldoet",
                    models.CharField(
                        choices=[
                            ("ja", "Ja"),
                            ("deels", "Voor een deel"),
                            ("nee", "Nee"),
                            ("onbekend", "Weten wij niet"),
                        ],
                        default="onbekend",
                        max_length=10,
                        verbose_name="voldoet het",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="toelichting")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical oordeel",
                "verbose_name_plural": "historical oordeel over de zeven kenmerken",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrganisatie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("naam", models.CharField(db_index=True, max_length=120, verbose_name="naam")),
                ("slug", models.SlugField(max_length=120)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("lid", "Netwerk"),
                            ("gemeente", "Gemeente of provincie"),
                            ("welzijn", "Welzijnsorganisatie"),
                            ("fonds", "Fonds"),
                            ("bedrijf", "Bedrijf"),
                            ("kerk", "Kerk of diaconie"),
                            ("kennis", "Kennis en opleiding"),
                            ("overig", "Andere organisatie"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "beschrijving",
                    models.TextField(
                        blank=True,
                        help_text="Eén zin: waarmee doet deze organisatie mee?",
                        verbose_name="beschrijving",
                    ),
                ),
                ("voorbeeld", models.BooleanField(default=False, editable=False, verbose_name="voorbeeld")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical organisatie",
                "verbose_name_plural": "historical organisaties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStap",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "fase",
                    models.CharField(
                        help_text="Stappen onder elkaar met dezelfde fase horen bij elkaar.",
                        max_length=120,
                        verbose_name="fase",
                    ),
                ),
                ("titel", models.CharField(max_length=160, verbose_name="wat")),
                (
                    "tekst",
                    models.TextField(
                        blank=True,
                        help_text="U mag lijstjes maken met een streepje, en **vet** met twee sterren.",
                        verbose_name="uitleg",
                    ),
                ),
                ("wie", models.CharField(blank=True, max_length=200, verbose_name="wie")),
                ("duur", models.CharField(blank=True, max_length=200, verbose_name="hoe lang")),
                ("kosten", models.CharField(blank=True, max_length=200, verbose_name="wat kost het")),
                ("nodig", models.CharField(blank=True, max_length=300, verbose_name="wat is nodig")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical stap",
                "verbose_name_plural": "historical plan van aanpak: stappen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSynoniem",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "woorden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        help_text="Woorden die hetzelfde betekenen, met een komma ertussen. Wie fiets zoekt, vindt dan ook rijwiel.",
                        size=None,
                        verbose_name="woorden",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical synoniem",
                "verbose_name_plural": "historical synoniemen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalThema",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("naam", models.CharField(db_index=True, max_length=60, verbose_name="naam")),
                ("slug", models.SlugField(max_length=60)),
                (
                    "uitleg",
                    models.TextField(
                        blank=True, help_text="Eén of twee korte zinnen.", verbose_name="uitleg"
                    ),
                ),
                (
                    "icoon",
                    models.CharField(
                        choices=[
                            ("geld", "Munten"),
                            ("eten", "Kom met fruit"),
                            ("kleding", "Kleren aan de lijn"),
                            ("werk", "Kraam en gereedschap"),
                            ("ontmoeten", "Mensen aan tafel"),
                            ("ervaring", "Regenboog"),
                            ("fiets", "Fiets"),
                            ("wonen", "Huizen"),
                            ("kinderen", "Speelgoed"),
                            ("taal", "Tekstballonnen"),
                            ("gezondheid", "Hart"),
                            ("sport", "Bal en slingers"),
                            ("stem", "Megafoon"),
                            ("overig", "Lappendeken"),
                        ],
                        default="overig",
                        max_length=12,
                        verbose_name="tekening",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical thema",
                "verbose_name_plural": "historical thema's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicalaandachtspunt",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalbetrokkene",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalbron",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldocument",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldoelgroep",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalfinanciering",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalfoto",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalgemeente",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalgemeente",
            name="opgegaan_in",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.gemeente",
                verbose_name="opgegaan in",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.gemeente",
                verbose_name="gemeente",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief_doelgroepen",
            name="doelgroep",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.doelgroep",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief_doelgroepen",
            name="history",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="initiatieven.historicalinitiatief",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief_themas",
            name="history",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="initiatieven.historicalinitiatief",
            ),
        ),
        migrations.AddField(
            model_name="historicalles",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.gemeente",
                verbose_name="gemeente",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek_doelgroepen",
            name="doelgroep",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.doelgroep",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek_doelgroepen",
            name="history",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="initiatieven.historicalmethodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek_themas",
            name="history",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="initiatieven.historicalmethodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicaloordeel",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalorganisatie",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.gemeente",
                verbose_name="gemeente",
            ),
        ),
        migrations.AddField(
            model_name="historicalorganisatie",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalstap",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalsynoniem",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalthema",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="vermelding",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="initiatieven.gemeente",
                verbose_name="gemeente",
            ),
        ),
        migrations.AddField(
            model_name="historicalles",
            name="vermelding",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="historicalfoto",
            name="vermelding",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="historicalfinanciering",
            name="vermelding",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="historicaldocument",
            name="vermelding",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="historicalbron",
            name="vermelding",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="foto",
            name="vermelding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fotos",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="financiering",
            name="vermelding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="financiering",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="vermelding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="documenten",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="bron",
            name="vermelding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="bronnen",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="les",
            name="vermelding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lessen",
                to="initiatieven.vermelding",
            ),
        ),
        migrations.AddField(
            model_name="organisatie",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="organisaties",
                to="initiatieven.gemeente",
                verbose_name="gemeente",
            ),
        ),
        migrations.AddField(
            model_name="historicalbetrokkene",
            name="organisatie",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.organisatie",
                verbose_name="organisatie",
            ),
        ),
        migrations.AddField(
            model_name="betrokkene",
            name="organisatie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="betrokkenheid",
                to="initiatieven.organisatie",
                verbose_name="organisatie",
            ),
        ),
        migrations.AddField(
            model_name="historicalgemeente",
            name="provincie",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.provincie",
                verbose_name="provincie",
            ),
        ),
        migrations.AddField(
            model_name="gemeente",
            name="provincie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gemeenten",
                to="initiatieven.provincie",
                verbose_name="provincie",
            ),
        ),
        migrations.AddConstraint(
            model_name="synoniem",
            constraint=models.CheckConstraint(
                condition=models.Q(("woorden__len__gte", 2)), name="initiatieven_synoniem_minstens_twee"
            ),
        ),
        migrations.AddField(
            model_name="vermelding",
            name="hoofdthema",
            field=models.ForeignKey(
                help_text="Dit kiest ook de tekening.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="initiatieven.thema",
                verbose_name="belangrijkste thema",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek_themas",
            name="thema",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.thema",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek",
            name="hoofdthema",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Dit kiest ook de tekening.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.thema",
                verbose_name="belangrijkste thema",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief_themas",
            name="thema",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.thema",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief",
            name="hoofdthema",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Dit kiest ook de tekening.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.thema",
                verbose_name="belangrijkste thema",
            ),
        ),
        migrations.AddConstraint(
            model_name="zoekvraag",
            constraint=models.UniqueConstraint(fields=("vraag", "dag"), name="initiatieven_zoekvraag_uniek"),
        ),
        migrations.AddField(
            model_name="initiatief",
            name="doelgroepen",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="initiatieven.doelgroep", verbose_name="voor wie"
            ),
        ),
        migrations.AddField(
            model_name="initiatief",
            name="geinspireerd_op",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="afgeleid",
                to="initiatieven.initiatief",
                verbose_name="gebaseerd op",
            ),
        ),
        migrations.AddField(
            model_name="initiatief",
            name="themas",
            field=models.ManyToManyField(
                blank=True,
                help_text="Hoogstens twee.",
                related_name="+",
                to="initiatieven.thema",
                verbose_name="andere thema's",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief_themas",
            name="initiatief",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.initiatief",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief_doelgroepen",
            name="initiatief",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.initiatief",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief",
            name="geinspireerd_op",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.initiatief",
                verbose_name="gebaseerd op",
            ),
        ),
        migrations.AddField(
            model_name="historicalbetrokkene",
            name="initiatief",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.initiatief",
            ),
        ),
        migrations.AddField(
            model_name="contactpersoon",
            name="initiatief",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contactpersonen",
                to="initiatieven.initiatief",
            ),
        ),
        migrations.AddField(
            model_name="betrokkene",
            name="initiatief",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="betrokkenen",
                to="initiatieven.initiatief",
            ),
        ),
        migrations.AddField(
            model_name="stap",
            name="methodiek",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="stappen",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="oordeel",
            name="methodiek",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="oordelen",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="methodiek",
            name="doelgroepen",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="initiatieven.doelgroep", verbose_name="voor wie"
            ),
        ),
        migrations.AddField(
            model_name="methodiek",
            name="themas",
            field=models.ManyToManyField(
                blank=True,
                help_text="Hoogstens twee.",
                related_name="+",
                to="initiatieven.thema",
                verbose_name="andere thema's",
            ),
        ),
        migrations.AddField(
            model_name="initiatief",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="navolgers",
                to="initiatieven.methodiek",
                verbose_name="volgt deze methodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicalstap",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicaloordeel",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek_themas",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicalmethodiek_doelgroepen",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicalinitiatief",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.methodiek",
                verbose_name="volgt deze methodiek",
            ),
        ),
        migrations.AddField(
            model_name="historicalaandachtspunt",
            name="methodiek",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddField(
            model_name="aandachtspunt",
            name="methodiek",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="aandachtspunten",
                to="initiatieven.methodiek",
            ),
        ),
        migrations.AddIndex(
            model_name="zoekdocument",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["woorden"], name="initiatieven_zoek_woorden"
            ),
        ),
        migrations.AddIndex(
            model_name="zoekdocument",
            index=models.Index(fields=["-gepubliceerd_op", "-vermelding"], name="initiatieven_zoek_nieuw"),
        ),
        migrations.AddIndex(
            model_name="zoekdocument",
            index=models.Index(fields=["sorteernaam", "vermelding"], name="initiatieven_zoek_naam"),
        ),
        migrations.AddIndex(
            model_name="zoekdocument",
            index=models.Index(fields=["gemeente_id"], name="initiatieven_zoek_gemeente"),
        ),
        migrations.AddConstraint(
            model_name="financiering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bedrag_van__isnull", True),
                    ("bedrag_tot__isnull", True),
                    ("bedrag_tot__gte", models.F("bedrag_van")),
                    _connector="OR",
                ),
                name="initiatieven_financiering_bedrag",
            ),
        ),
        migrations.AddConstraint(
            model_name="gemeente",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("opgegaan_in__isnull", True),
                    models.Q(("opgegaan_in", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="initiatieven_gemeente_niet_in_zichzelf",
            ),
        ),
        migrations.AddIndex(
            model_name="vermelding",
            index=models.Index(fields=["status", "soort"], name="initiatieve_status_106e73_idx"),
        ),
        migrations.AddConstraint(
            model_name="vermelding",
            constraint=models.CheckConstraint(
                condition=models.Q(("soort", "initiatief"), ("gemeente__isnull", True), _connector="OR"),
                name="initiatieven_vermelding_methodiek_zonder_plaats",
            ),
        ),
        migrations.AddConstraint(
            model_name="vermelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begonnen_jaar__isnull", True),
                    ("gestopt_jaar__isnull", True),
                    ("gestopt_jaar__gte", models.F("begonnen_jaar")),
                    _connector="OR",
                ),
                name="initiatieven_vermelding_gestopt_na_begin",
            ),
        ),
        migrations.AddConstraint(
            model_name="vermelding",
            constraint=models.CheckConstraint(
                condition=models.Q(("gestopt_jaar__isnull", True), ("fase", "gestopt"), _connector="OR"),
                name="initiatieven_vermelding_gestopt_jaar_bij_fase",
            ),
        ),
        migrations.AddConstraint(
            model_name="vermelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "gepubliceerd"), _negated=True),
                    ("gepubliceerd_op__isnull", False),
                    _connector="OR",
                ),
                name="initiatieven_vermelding_gepubliceerd_op",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True),
                    models.Q(("telefoon", ""), _negated=True),
                    _connector="OR",
                ),
                name="initiatieven_contactpersoon_bereikbaar",
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.UniqueConstraint(
                fields=("initiatief", "organisatie"), name="initiatieven_betrokkene_uniek"
            ),
        ),
        migrations.AddConstraint(
            model_name="oordeel",
            constraint=models.UniqueConstraint(
                fields=("methodiek", "kenmerk"),
                name="initiatieven_oordeel_een_per_kenmerk",
                violation_error_message="Over dit kenmerk is al een oordeel. Verander dat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="methodiek",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kosten_van__isnull", True),
                    ("kosten_tot__isnull", True),
                    ("kosten_tot__gte", models.F("kosten_van")),
                    _connector="OR",
                ),
                name="initiatieven_methodiek_kosten",
            ),
        ),
        migrations.AddConstraint(
            model_name="initiatief",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("geinspireerd_op__isnull", True),
                    models.Q(("geinspireerd_op", models.F("vermelding_ptr")), _negated=True),
                    _connector="OR",
                ),
                name="initiatieven_initiatief_niet_op_zichzelf",
            ),
        ),
    ]
