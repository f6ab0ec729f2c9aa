"""Tags for the templates of the admin."""

import json
from typing import Any, NamedTuple

from django import template
from django.utils.text import capfirst

register = template.Library()


class Fout(NamedTuple):
    """Something to mend: where it is (the id of the field, or "") and what to do."""

    anker: str
    veld: str
    tekst: str


@register.simple_tag
def wat_te_doen(adminform: Any, formsets: Any) -> list[Fout]:
    """Return everything that must be mended before the page can be saved, in the order of the page."""
    fouten = list(_van_formulier(adminform.form))
    for formset in formsets or ():
        naam = capfirst(str(formset.opts.verbose_name_plural))
        anker = f"{formset.formset.prefix}-heading"
        fouten += [Fout(anker, naam, str(fout)) for fout in formset.formset.non_form_errors()]
        for nummer, form in enumerate(formset.formset.forms, start=1):
            deel = str(form.instance) if form.instance.pk else f"nieuw ({nummer})"
            for fout in _van_formulier(form):
                fouten.append(fout._replace(veld=" – ".join(filter(None, [naam, deel, fout.veld]))))
    return fouten


@register.simple_tag
def kies_opnieuw(form: Any, errors: Any) -> list[str]:
    """Return the names of the fields whose chosen file is lost: a browser sends it once, and there are errors."""
    return [naam for naam in form.fields if errors and _is_gekozen_bestand(form[naam])]


def _is_gekozen_bestand(veld: Any) -> bool:
    return getattr(veld.field.widget, "input_type", "") == "file" and bool(getattr(veld.data, "name", ""))


def opnieuw(naam: str) -> str:
    """Return what to do about the file that was chosen in this field."""
    return (
        "Kies de foto opnieuw. Hij is nog niet bewaard."
        if naam == "beeld"
        else "Kies het bestand opnieuw. Het is nog niet bewaard."
    )


register.filter("opnieuw", opnieuw)


def _van_formulier(form: Any) -> list[Fout]:
    fouten = [Fout("", "", str(fout)) for fout in form.non_field_errors()]
    for naam in form.fields:
        veld = form[naam]
        teksten = [str(fout) for fout in form.errors.get(naam, [])]
        if form.is_bound and not teksten and _is_gekozen_bestand(veld):
            teksten = [opnieuw(naam)]
        fouten += [Fout(veld.id_for_label, str(veld.label), tekst) for tekst in teksten]
    return fouten


@register.filter
def aantal_delen(formset: Any) -> int:
    """How many rows an inline has."""
    return int(formset.formset.initial_form_count())


@register.filter
def gekozen_filters(cl: Any) -> list[str]:
    """The choices made in the filters of a list, in words: "status: Concept"."""
    gekozen = []
    for filter_ in cl.filter_specs:
        keuzes = list(filter_.choices(cl))
        gekozen += [f"{filter_.title}: {keuze['display']}" for keuze in keuzes[1:] if keuze.get("selected")]
    return gekozen


@register.filter
def inline_opdracht(inline_admin_formset: Any) -> str:
    """Return what Django's inlines.js reads, with our words on the links that add and take away a part."""
    opdracht = json.loads(inline_admin_formset.inline_formset_data())
    naam = str(inline_admin_formset.opts.verbose_name)
    opdracht["options"] |= {"addText": f"Voeg een {naam} toe", "deleteText": "Haal weg"}
    return json.dumps(opdracht)


@register.filter
def al_gebruikt(formset: Any, veld: str) -> list[str]:
    """Return the different values that the parts of this row have for ``veld``, in the order of the parts."""
    waarden = (getattr(form.instance, veld, "") for form in formset.initial_forms)
    return list(dict.fromkeys(filter(None, waarden)))


@register.filter
def in_vieren(sleutel: str) -> str:
    """Write a long key so that it can be typed over: in groups of four."""
    return " ".join(sleutel[plek : plek + 4] for plek in range(0, len(sleutel), 4))
