import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inhoudsversie",
            fields=[
                ("vak", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("nummer", models.BigIntegerField(default=0)),
            ],
            options={
                "verbose_name": "inhoudsversie",
                "verbose_name_plural": "inhoudsversies",
            },
        ),
        migrations.CreateModel(
            name="Gebruiker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "Er is al een gebruiker met dit mailadres."},
                        max_length=254,
                        unique=True,
                        verbose_name="mailadres",
                    ),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                ("is_staff", models.BooleanField(default=True, verbose_name="mag in het beheer")),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Haal het vinkje weg als iemand weggaat. Gooi niemand weg: dan blijft de geschiedenis leesbaar.",
                        verbose_name="actief",
                    ),
                ),
                (
                    "aangemaakt_op",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="aangemaakt op"
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "ordering": ["naam", "email"],
            },
        ),
        migrations.CreateModel(
            name="Bericht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sleutel",
                    models.CharField(
                        editable=False,
                        help_text="Eén oorzaak geeft één sleutel, en dus één mail.",
                        max_length=200,
                        unique=True,
                        verbose_name="sleutel",
                    ),
                ),
                ("soort", models.CharField(editable=False, max_length=40, verbose_name="soort")),
                ("aan", models.EmailField(max_length=254, verbose_name="aan")),
                ("antwoord_aan", models.EmailField(blank=True, max_length=254, verbose_name="antwoord aan")),
                ("onderwerp", models.CharField(max_length=200, verbose_name="onderwerp")),
                ("tekst", models.TextField(verbose_name="tekst")),
                ("gemaakt_op", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
                (
                    "verzonden_op",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="verzonden op"),
                ),
                (
                    "pogingen",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="pogingen"),
                ),
                ("fout", models.TextField(blank=True, editable=False, verbose_name="fout")),
                (
                    "beantwoord_op",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="beantwoord op"),
                ),
            ],
            options={
                "verbose_name": "bericht",
                "verbose_name_plural": "berichten",
                "ordering": ["-gemaakt_op", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("verzonden_op__isnull", True)),
                        fields=["gemaakt_op"],
                        name="kern_bericht_te_versturen",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Limietteller",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.CharField(max_length=64)),
                ("venster", models.DateTimeField()),
                ("aantal", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "limietteller",
                "verbose_name_plural": "limiettellers",
                "indexes": [models.Index(fields=["venster"], name="kern_limiet_venster_5a64af_idx")],
                "constraints": [
                    models.UniqueConstraint(fields=("sleutel", "venster"), name="kern_limietteller_uniek")
                ],
            },
        ),
        migrations.CreateModel(
            name="Statuswissel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("object_id", models.BigIntegerField(editable=False)),
                ("van", models.CharField(editable=False, max_length=30, verbose_name="van")),
                ("naar", models.CharField(editable=False, max_length=30, verbose_name="naar")),
                ("reden", models.TextField(blank=True, editable=False, verbose_name="reden")),
                ("moment", models.DateTimeField(auto_now_add=True, verbose_name="moment")),
                (
                    "door",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "soort",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "statuswissel",
                "verbose_name_plural": "statuswissels",
                "ordering": ["-moment", "-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="gebruiker",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                name="kern_gebruiker_email_kleine_letters",
            ),
        ),
        migrations.AddIndex(
            model_name="statuswissel",
            index=models.Index(fields=["soort", "object_id"], name="kern_status_soort_i_1f6763_idx"),
        ),
    ]
