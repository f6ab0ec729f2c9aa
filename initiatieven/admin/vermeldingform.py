"""The form of a methodiek or initiatief: what two colleagues at once, and the public, may not suffer from."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from initiatieven.keuzes import Soort
from initiatieven.models import Vermelding

MEESTE_ANDERE_THEMAS = 2
INTUSSEN_VERANDERD = (
    "Een collega veranderde dit terwijl u bezig was. Wat u typte staat er nog. "
    "Open de geschiedenis in een nieuw venster, neem over wat u mist, en bewaar nog een keer."
)
STAAT_OP_DE_SITE = "Dit staat op de site en mag niet leeg zijn. Vul het in, of haal het eerst terug."


class VermeldingForm(forms.ModelForm):
    gelezen = forms.CharField(required=False, widget=forms.HiddenInput, label="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "gelezen" in self.fields:
            self.initial["gelezen"] = self.instance.gewijzigd_op.isoformat()

    def clean_themas(self) -> Any:
        themas = self.cleaned_data["themas"]
        if len(themas) > MEESTE_ANDERE_THEMAS:
            raise ValidationError(
                f"Kies hoogstens {MEESTE_ANDERE_THEMAS} andere thema's. Nu zijn het er {len(themas)}."
            )
        return themas

    def clean(self) -> dict[str, Any] | None:
        gegevens = super().clean()
        if self.instance.pk:
            self._niet_intussen_veranderd()
            self._niet_leeg_op_de_site()
        return gegevens

    def _niet_intussen_veranderd(self) -> None:
        """Refuse to overwrite what a colleague saved after this form was opened.

        The row stays locked until the change is saved, so of two who save at once the second one hears it. Whoever
        puts back an old version means to overwrite. After the warning the form knows the newest version.
        """
        gelezen = self.cleaned_data.get("gelezen")
        if not gelezen or hasattr(self.instance, "_history"):
            return
        nu = Vermelding.objects.select_for_update().get(pk=self.instance.pk).gewijzigd_op.isoformat()
        if gelezen != nu:
            self.data = self.data.copy()
            self.data[self.add_prefix("gelezen")] = nu
            raise ValidationError(INTUSSEN_VERANDERD, code="intussen_veranderd")

    def _niet_leeg_op_de_site(self) -> None:
        if not self.instance.is_openbaar or self.instance.soort != Soort.INITIATIEF:
            return
        if not (self.cleaned_data.get("verhaal") or "").strip():
            self.add_error("verhaal", STAAT_OP_DE_SITE)
        if not self.cleaned_data.get("gemeente") and not self.cleaned_data.get("plaats"):
            self.add_error("gemeente", STAAT_OP_DE_SITE)
