"""Tags for the templates of the admin."""

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


def _van_formulier(form: Any) -> list[Fout]:
    fouten = [Fout("", "", str(fout)) for fout in form.non_field_errors()]
    for naam in form.fields:
        if naam not in form.errors:
            continue
        veld = form[naam]
        fouten += [Fout(veld.id_for_label, str(veld.label), str(fout)) for fout in form.errors[naam]]
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
