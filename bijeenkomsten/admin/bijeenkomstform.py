"""The form of a meeting: what two colleagues at once, and people who signed up already, may not suffer from."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from bijeenkomsten.models import Bijeenkomst
from initiatieven.admin.vermeldingform import INTUSSEN_VERANDERD

SLUG_HOOGSTENS = 130
DATUMVORMEN = ["%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y", "%Y-%m-%d"]
TIJD = re.compile(r"(\d{1,2})(?:[.:uU ]?(\d{2}))?(?:\s*u(?:ur)?)?")
GEEN_DAG = "Vul de dag in zoals 08-12-2026, en de tijd zoals 19.30"


class Tijdveld(forms.TimeField):
    """Takes 19.30, 19:30, 1930, 19u30, "19.30 uur" and 19."""

    input_formats = ["%H:%M:%S"]

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and (gelezen := TIJD.fullmatch(value.strip())):
            uur, minuut = int(gelezen[1]), int(gelezen[2] or 0)
            if uur < 24 and minuut < 60:
                return time(uur, minuut)
        return super().to_python(value)


def momentveld(veld: Any) -> Any:
    """Have a field for a day and a time take what people type, and say of each box what goes in it."""
    naam = str(veld.label)
    dag, tijd = veld.fields
    dag.input_formats = DATUMVORMEN
    veld.fields = (dag, Tijdveld(required=tijd.required, error_messages=tijd.error_messages))
    veld.widget.widgets[1].format = "%H:%M"
    for deel, widget, label in zip(veld.fields, veld.widget.widgets, ("datum", "tijd"), strict=True):
        deel.error_messages["invalid"] = GEEN_DAG
        widget.attrs["aria-label"] = f"{naam[:1].upper()}{naam[1:]}: {label}"
    veld.error_messages |= {"invalid_date": GEEN_DAG, "invalid_time": GEEN_DAG, "incomplete": GEEN_DAG}
    return veld


class BijeenkomstForm(forms.ModelForm):
    gelezen = forms.CharField(required=False, widget=forms.HiddenInput, label="")
    van = forms.ModelChoiceField(
        Bijeenkomst.objects.all(), required=False, widget=forms.HiddenInput, label=""
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "gelezen" in self.fields:
            self.initial["gelezen"] = self.instance.gewijzigd_op.isoformat()
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = "Laat leeg, dan maakt het portaal er een."

    def clean_slug(self) -> str:
        slug = self.cleaned_data.get("slug")
        return slug or (self.instance.slug if self.instance.pk else self._nieuwe_slug())

    def _nieuwe_slug(self) -> str:
        begin = slugify(self.cleaned_data.get("titel") or "") or "bijeenkomst"
        if not Bijeenkomst.objects.filter(slug=begin).exists():
            return begin
        dag = self.cleaned_data.get("begin")
        basis = f"{begin[: SLUG_HOOGSTENS - 16]}-{timezone.localtime(dag):%d-%m-%Y}" if dag else begin
        slug, nummer = basis, 2
        while Bijeenkomst.objects.filter(slug=slug).exists():
            slug, nummer = f"{basis[: SLUG_HOOGSTENS - 5]}-{nummer}", nummer + 1
        return slug

    def clean(self) -> dict[str, Any] | None:
        gegevens = super().clean()
        if self.instance.pk:
            # The row stays locked until the change is saved: nobody signs up, or saves, in between.
            nu = Bijeenkomst.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
            self._niet_intussen_veranderd(nu)
            self._niemand_verliest_een_plek(nu)
        return gegevens

    def _niet_intussen_veranderd(self, nu: Bijeenkomst) -> None:
        """Refuse to overwrite what a colleague saved after this form was opened.

        Whoever puts back an old version means to overwrite. After the warning the form knows the newest version.
        """
        gelezen = self.cleaned_data.get("gelezen")
        if not gelezen or hasattr(self.instance, "_history"):
            return
        if gelezen != nu.gewijzigd_op.isoformat():
            self.data = self.data.copy()
            self.data[self.add_prefix("gelezen")] = nu.gewijzigd_op.isoformat()
            raise ValidationError(INTUSSEN_VERANDERD, code="intussen_veranderd")

    def _niemand_verliest_een_plek(self, nu: Bijeenkomst) -> None:
        """Refuse fewer places than are taken, or than the largest group that waits: it would wait for ever."""
        capaciteit = self.cleaned_data.get("capaciteit")
        if capaciteit is None or "capaciteit" in self.errors:
            return
        bezet = nu.aanmeldingen.bezet().personen()
        if capaciteit < bezet:
            self.add_error(
                "capaciteit",
                f"Er zijn al {bezet} plekken weg. Vul {bezet} of meer in, of meld eerst mensen af.",
            )
            return
        grootste = nu.aanmeldingen.wachtrij().aggregate(grootste=Max("aantal"))["grootste"] or 0
        if capaciteit < grootste:
            self.add_error(
                "capaciteit",
                f"Op de wachtlijst staat een groep van {grootste}. Die past er dan nooit in. "
                f"Vul {grootste} of meer in.",
            )
