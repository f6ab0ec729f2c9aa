from django.db import migrations

from alliantie.kern.rollen import Rol
from alliantie.kern.triggers import FUNCTIE


def maak_rollen(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


class Migration(migrations.Migration):
    dependencies = [("kern", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [FUNCTIE, migrations.RunPython(maak_rollen, migrations.RunPython.noop)]
