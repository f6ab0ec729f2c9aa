from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kern", "0005_bericht_agenda")]

    operations = [
        migrations.AlterField(
            model_name="inzending",
            name="uitkomst",
            field=models.CharField(
                blank=True,
                choices=[
                    ("geplaatst", "Geplaatst"),
                    ("samengevoegd", "Samengevoegd met wat er al stond"),
                    ("uitgenodigd", "De groep is uitgenodigd"),
                    ("uitgewerkt", "Wordt een bijeenkomst"),
                    ("niet_geplaatst", "Niet geplaatst"),
                    ("spam", "Spam"),
                ],
                editable=False,
                max_length=16,
                verbose_name="uitkomst",
            ),
        ),
    ]
