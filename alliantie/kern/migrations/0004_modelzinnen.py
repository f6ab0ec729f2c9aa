"""Sentences to begin with; staff change them in the admin."""

from django.db import migrations

# Per sentence the field it belongs to ("": any field).
VRAGEN = [
    ("verhaal", "Kunt u vertellen hoe het begon? Wie had het idee, en wat deed u als eerste?"),
    ("verhaal", "Wat gebeurt er op een gewone dag? Vertel het zoals u het aan een buur vertelt."),
    ("titel", "Hoe heet uw initiatief? Heeft het geen naam? Schrijf dan in een paar woorden wat u doet."),
    ("waar", "In welke plaats is het? De naam van het dorp, de stad of de wijk is genoeg."),
    ("fotos", "Er zijn mensen te herkennen op de foto. Vinden zij het goed dat de foto op de site komt?"),
    ("doelgroepen", "Voor wie is het? Mag iedereen komen, of is het voor een vaste groep?"),
    ("", "Hoe komt u aan geld of spullen? U hoeft geen bedragen te noemen. Wie helpt u, is genoeg."),
    ("begonnen_jaar", "Sinds wanneer doet u dit? Weet u het jaar niet precies? Ongeveer is ook goed."),
]
AFWIJZINGEN = [
    "Dit lijkt op reclame. Op deze site staan alleen initiatieven van mensen zelf, zonder winst. "
    "Doet u ook iets samen met mensen met weinig geld? Vertel ons dat dan.",
    "Deze site gaat over initiatieven tegen armoede. Wij zien nog niet hoe uw verhaal daarbij past. "
    "Ziet u dat wel? Leg het ons uit. Wij lezen het graag.",
    "Uw tekst gaat over één persoon. Wij zetten niets op de site over een persoon die dat niet zelf vroeg. "
    "U kunt het verhaal opnieuw insturen zonder namen.",
    "Dit initiatief staat al op de site. Weet u meer, of is er iets veranderd? "
    "Open de pagina op de site en kies ‘Vul aan’.",
    "Uw initiatief is niet in Nederland. Op deze site staan alleen initiatieven in Nederland. "
    "Doet een groep in Nederland hetzelfde? Die kan het hier vertellen.",
    "Wij weten nog te weinig om het te plaatsen. Schrijf op wat u doet, waar en voor wie. "
    "Lukt schrijven niet? Antwoord op de mail of bel ons. Dan schrijven wij het samen op.",
]


def laad_modelzinnen(apps, schema_editor):
    Modelzin = apps.get_model("kern", "Modelzin")
    if Modelzin.objects.exists():
        return
    rijen = [("vraag", veld, tekst) for veld, tekst in VRAGEN]
    rijen += [("afwijzing", "", tekst) for tekst in AFWIJZINGEN]
    Modelzin.objects.bulk_create(
        Modelzin(waarvoor=waarvoor, veld=veld, tekst=tekst, volgorde=plek * 10)
        for plek, (waarvoor, veld, tekst) in enumerate(rijen, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("kern", "0003_inzendingen")]

    operations = [migrations.RunPython(laad_modelzinnen, migrations.RunPython.noop)]
