"""The history of a row for staff: who changed what, from what to what, in words and in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Field, ForeignKey, Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import ModelChange
from simple_history.template_utils import HistoricalRecordContextHelper

from alliantie.kern.beheer.velden import zonder_cr
from alliantie.kern.inzendingen import regels as inzendingregels
from alliantie.kern.models import Inzending, Statuswissel

LEEG = ""
WEG = "(bestaat niet meer)"
IN_EEN_KEER = timedelta(seconds=5)
MEESTE = 300  # changes of parts on one page; older ones are rarely asked for
NIET_TONEN = frozenset({"volgorde"})  # of parts: it is renumbered
# How an inzending says that a change came from it.
HERKOMST = re.compile(r"Inzending (\d{1,9}) van \d\d-\d\d-\d{4}")
WAT_GEBEURDE = {"+": "Gemaakt", "~": "Veranderd", "-": "Weggehaald"}


@dataclass(frozen=True)
class Verandering:
    """One field, before and after, in words."""

    veld: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Gebeurtenis:
    """Something that happened to the row, to a part of it (a step, a photo) or to its status."""

    moment: datetime
    wat: str
    wie: str = ""
    reden: str = ""
    veranderingen: tuple[Verandering, ...] = ()
    ook: tuple[str, ...] = ()  # what happened in the same go
    versie: int | None = None  # of the row itself
    vorige: int | None = None  # the version before it, that can be opened and put back
    is_laatste: bool = False  # nothing changed after it, so going back to before undoes this and nothing else

    @property
    def inzending(self) -> int | None:
        """The key of the inzending that it came from."""
        gevonden = HERKOMST.fullmatch(self.reden)
        return int(gevonden[1]) if gevonden else None


def in_woorden(waarde: Any, veld: Field[Any, Any] | Any = None) -> str:
    """Return a value as staff read it: the label of a choice, Ja or Nee, a date; nothing for what is empty."""
    if waarde is None or waarde == "":
        return LEEG
    if keuzes := dict(getattr(veld, "flatchoices", None) or []):
        return str(keuzes.get(waarde, waarde))
    match waarde:
        case bool():
            return "Ja" if waarde else "Nee"
        case datetime():
            return formats.date_format(timezone.localtime(waarde), "j F Y H:i")
        case date():
            return formats.date_format(waarde, "j F Y")
        case list() | tuple():
            return ", ".join(str(deel) for deel in waarde)
    return zonder_cr(str(waarde))


class InWoorden(HistoricalRecordContextHelper):
    """Gives whole values: the template marks what differs, so nothing needs to be cut off."""

    def format_delta_change(self, change: ModelChange) -> ModelChange:
        veld = self.model._meta.get_field(change.field)
        oud, nieuw = (self.prepare_delta_change_value(change, waarde) for waarde in (change.old, change.new))
        return replace(
            change,
            field=capfirst(str(veld.verbose_name)),
            old=in_woorden(_genoemd(oud, veld), veld),
            new=in_woorden(_genoemd(nieuw, veld), veld),
        )


def _genoemd(waarde: Any, veld: Any) -> Any:
    """Return the name of the row that ``waarde`` (one key, or a list of keys) points at; else ``waarde`` itself."""
    if isinstance(waarde, list):
        namen = {rij.pk: str(rij) for rij in veld.related_model._base_manager.filter(pk__in=waarde)}
        return sorted(namen.get(sleutel, WEG) for sleutel in waarde)
    if isinstance(veld, ForeignKey) and waarde is not None:
        return str(veld.related_model._base_manager.filter(pk=waarde).first() or WEG)
    return waarde


class MetGeschiedenis(SimpleHistoryAdmin):
    """A ModelAdmin with history in Dutch, of the row itself, its parts and its status together."""

    #: names of the relations whose changes belong on the page: ``stappen``, ``fotos``
    geschiedenis_van: Sequence[str] = ()
    #: the same for staff, as the beginning of a sentence: "Stappen, foto's en andere delen"
    andere_delen = ""

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> InWoorden:
        return InWoorden(self.model, historical_record)

    def revert_disabled(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is not None and not self.has_change_permission(
            request, self.get_object(request, str(obj.pk))
        )

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not unquote(object_id).isdecimal():
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def history_view_title(self, request: HttpRequest, obj: Model | None) -> str:
        return f"Geschiedenis van ‘{obj}’"

    def history_form_view_title(self, request: HttpRequest, obj: Model | None) -> str:
        return f"‘{obj}’ vóór deze verandering"

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Show an old version, or put it back: a change like any other, so only for who may change the row."""
        if not version_id.isdecimal():
            raise Http404
        sleutel = {self.opts.pk.attname: unquote(object_id)}
        versie = get_object_or_404(self.model.history, pk=version_id, **sleutel)
        nu = self.model.history.filter(**sleutel).latest()
        # django-simple-history asks only who may read; putting back is a change like any other.
        rij = self.get_object(request, unquote(object_id))
        if request.method == "POST" and (rij is None or not self.has_change_permission(request, rij)):
            raise PermissionDenied
        eigen = {
            "versie": versie,
            "verschillen": list(_veranderingen(self.model, versie, nu)),
            "andere_delen": self.andere_delen,
        }
        if request.method == "POST":
            moment = formats.date_format(timezone.localtime(versie.history_date), "j F, H.i")
            rest = f" {self.andere_delen} zijn niet veranderd." if self.andere_delen else ""
            request.terug = f"De versie van {moment} uur staat terug.{rest}"  # type: ignore[attr-defined]
        return super().history_form_view(request, object_id, version_id, eigen | (extra_context or {}))

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        """Stay on the row after putting an old version back, and say what did not come along."""
        if melding := getattr(request, "terug", ""):
            messages.success(request, melding)
            naam = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return redirect(reverse(naam, args=[obj.pk]))
        return super().response_change(request, obj)

    def set_history_delta_changes(self, *args: Any, **kwargs: Any) -> None:
        """Leave it: ``_tijdlijn`` says what changed, also between the last row of this page and the next."""

    def render_history_view(
        self, request: HttpRequest, template: str, context: dict[str, Any], **kwargs: Any
    ) -> HttpResponse:
        if template == self.object_history_template:
            context["tijdlijn"] = self._tijdlijn(context["object"], context["page_obj"])
            context["inzendingen"] = _te_openen(request, context["tijdlijn"])
        return super().render_history_view(request, template, context, **kwargs)

    def _tijdlijn(self, rij: Model, pagina: Any) -> list[Gebeurtenis]:
        """Return the versions on this page, and what happened to parts and status in the same days; newest first."""
        versies = list(_van_versies(rij, list(pagina), op_eerste_blad=not pagina.has_previous()))
        momenten = [regel.history_date for regel in pagina]
        rest = [
            gebeurtenis
            for gebeurtenis in [*_statuswissels(rij), *_van_onderdelen(rij, self.geschiedenis_van)]
            if (not pagina.has_previous() or gebeurtenis.moment <= max(momenten))
            and (not pagina.has_next() or gebeurtenis.moment > min(momenten))
        ]
        return _samen(sorted([*versies, *rest], key=lambda gebeurtenis: gebeurtenis.moment, reverse=True))


def _te_openen(request: HttpRequest, tijdlijn: list[Gebeurtenis]) -> set[int]:
    """Return the keys of the inzendingen on the page that are still there and that this person may open."""
    sleutels = {gebeurtenis.inzending for gebeurtenis in tijdlijn if gebeurtenis.inzending}
    if not sleutels or not inzendingregels.mag_ooit(request.user, "bekijken"):  # type: ignore[arg-type]
        return set()
    return set(Inzending.objects.filter(pk__in=sleutels).values_list("pk", flat=True))


def _samen(gebeurtenissen: list[Gebeurtenis]) -> list[Gebeurtenis]:
    """Take together what one person did in one go and what needs no more words than "a step was made"."""
    uit: list[Gebeurtenis] = []
    for nieuw in gebeurtenissen:
        if uit and _in_een_keer(uit[-1], nieuw):
            uit[-1] = replace(uit[-1], ook=(*uit[-1].ook, nieuw.wat))
        else:
            uit.append(nieuw)
    return uit


def _in_een_keer(een: Gebeurtenis, ander: Gebeurtenis) -> bool:
    kort = not any(deel.veranderingen or deel.reden or deel.versie for deel in (een, ander))
    return kort and een.wie == ander.wie and een.moment - ander.moment < IN_EEN_KEER


def _van_versies(rij: Model, regels: list[Any], *, op_eerste_blad: bool) -> Iterable[Gebeurtenis]:
    """Say of each version on this page (newest first) what changed; versions without a change are left out."""
    is_laatste = op_eerste_blad
    for nummer, regel in enumerate(regels):
        vorige = regels[nummer + 1] if nummer + 1 < len(regels) else regel.prev_record
        veranderingen = tuple(_veranderingen(type(rij), vorige, regel))
        if regel.history_type == "~" and vorige is not None and not veranderingen:
            continue  # saved without a change
        gebeurde = WAT_GEBEURDE[regel.history_type]
        yield Gebeurtenis(
            moment=regel.history_date,
            wat=f"Tekst {gebeurde.lower()}" if regel.history_type == "~" else gebeurde,
            wie=str(regel.history_user or ""),
            reden=regel.history_change_reason or "",
            veranderingen=veranderingen,
            versie=regel.pk,
            vorige=vorige.pk if vorige is not None and veranderingen else None,
            is_laatste=is_laatste,
        )
        is_laatste = False


def _modellen_van(rij: Model) -> list[type[Model]]:
    return [type(rij), *rij._meta.get_parent_list()]


def _statuswissels(rij: Model) -> Iterable[Gebeurtenis]:
    soorten = ContentType.objects.get_for_models(*_modellen_van(rij)).values()
    labels = dict(getattr(rij._meta.get_field("status"), "flatchoices", [])) if hasattr(rij, "status") else {}
    for wissel in Statuswissel.objects.filter(soort__in=soorten, object_id=rij.pk).select_related("door"):
        van, naar = (str(labels.get(status, status)) for status in (wissel.van, wissel.naar))
        yield Gebeurtenis(
            moment=wissel.moment,
            wat=f"Status: van {van.lower()} naar {naar.lower()}",
            wie=str(wissel.door or ""),
            reden=wissel.reden,
        )


def _van_onderdelen(rij: Model, relaties: Sequence[str]) -> Iterable[Gebeurtenis]:
    for naam in relaties:
        relatie = rij._meta.get_field(naam)
        model = relatie.related_model
        velden = {relatie.field.name: rij.pk}  # type: ignore[union-attr]
        regels = list(
            model.history.filter(**velden)  # type: ignore[union-attr]
            .select_related("history_user")
            .order_by("id", "history_date", "history_id")[:MEESTE]
        )
        vorige: Any = None
        for regel in regels:
            ouder = vorige if vorige is not None and vorige.id == regel.id else None
            vorige = regel
            veranderingen = tuple(_veranderingen(model, ouder, regel, zonder=NIET_TONEN))
            if regel.history_type == "~" and not veranderingen:
                continue  # only its place in the order changed
            yield Gebeurtenis(
                moment=regel.history_date,
                wat=f"{capfirst(str(model._meta.verbose_name))} ‘{regel.instance}’: "  # type: ignore[union-attr]
                f"{WAT_GEBEURDE[regel.history_type].lower()}",
                wie=str(regel.history_user or ""),
                reden=regel.history_change_reason or "",
                veranderingen=veranderingen,
            )


def _veranderingen(model: Any, ouder: Any, regel: Any, zonder: Iterable[str] = ()) -> Iterable[Verandering]:
    if ouder is None or regel.history_type != "~":
        return
    helper = InWoorden(model, regel)
    delta = regel.diff_against(ouder, foreign_keys_are_objs=False, excluded_fields=zonder)
    for wijziging in delta.changes:
        klaar = helper.format_delta_change(wijziging)
        if klaar.old != klaar.new:  # another kind of line end is no change
            yield Verandering(str(klaar.field), str(klaar.old), str(klaar.new))
