import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Pagina",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=40, unique=True, verbose_name="adres op de site"
                    ),
                ),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                (
                    "inleiding",
                    models.CharField(
                        blank=True,
                        help_text="Eén zin onder de titel.",
                        max_length=250,
                        verbose_name="inleiding",
                    ),
                ),
                (
                    "tekst",
                    models.TextField(
                        help_text="Koppen met ##, lijstjes met een streepje, **vet** met twee sterren.",
                        verbose_name="tekst",
                    ),
                ),
                ("gewijzigd_op", models.DateTimeField(auto_now=True, verbose_name="gewijzigd op")),
            ],
            options={
                "verbose_name": "pagina",
                "verbose_name_plural": "pagina's",
                "ordering": ["titel"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPagina",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("slug", models.SlugField(editable=False, max_length=40, verbose_name="adres op de site")),
                ("titel", models.CharField(max_length=120, verbose_name="titel")),
                (
                    "inleiding",
                    models.CharField(
                        blank=True,
                        help_text="Eén zin onder de titel.",
                        max_length=250,
                        verbose_name="inleiding",
                    ),
                ),
                (
                    "tekst",
                    models.TextField(
                        help_text="Koppen met ##, lijstjes met een streepje, **vet** met twee sterren.",
                        verbose_name="tekst",
                    ),
                ),
                (
                    "gewijzigd_op",
                    models.DateTimeField(blank=True, editable=False, verbose_name="gewijzigd op"),
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
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pagina",
                "verbose_name_plural": "historical pagina's",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
