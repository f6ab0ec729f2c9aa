from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatieven", "0004_vers_en_uitvraag")]

    operations = [
        migrations.AddField(
            model_name="linkcontrole",
            name="stuk_sinds",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="stuk sinds"),
        ),
    ]
