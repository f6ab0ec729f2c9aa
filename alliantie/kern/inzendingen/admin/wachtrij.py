"""The queue: what came in, what waits longest first; and the addresses of the desk."""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from alliantie.kern.beheer import RegelsAdmin
from alliantie.kern.bereikbaar import telefoon_of_niets
from alliantie.kern.inzendingen import regels, toegang
from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd
from alliantie.kern.inzendingen.admin import balie, besluit, tabel, woorden
from alliantie.kern.inzendingen.admin.bijlage import bijlage
from alliantie.kern.inzendingen.admin.filters import Omvangfilter, Soortfilter, Standfilter, Vanfilter
from alliantie.kern.inzendingen.soort import soort_van
from alliantie.kern.models import Inzending

BEWAAR_ALS_TABEL = "Bewaar als tabel"


@admin.register(Inzending)
class InzendingAdmin(RegelsAdmin, admin.ModelAdmin):
    plek = ("Catalogus", 0)
    change_list_template = "admin/inzendingen/wachtrij.html"
    list_display = ["waarover", "in_het_kort", "waar", "wacht", "hoe_groot", "stand", "wie"]
    list_select_related = ["behandelaar"]
    list_filter = [Standfilter, Vanfilter, Soortfilter, Omvangfilter]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["onderwerp", "waar", "naam", "email", "telefoon"]
    search_help_text = "Op onderwerp, plaats, naam, mailadres, telefoonnummer of code"
    ordering = ["ingediend_op", "pk"]
    actions = ["meld_spam", "bewaar_xlsx", "bewaar_csv"]

    @staticmethod
    def mag(gebruiker: Any, actie: str, rij: Any) -> bool:
        """An inzending comes from outside and is never thrown away here; changing it is work for the desk."""
        if actie in {"toevoegen", "verwijderen"}:
            return False
        actie = {"wijzigen": "bewerken"}.get(actie, actie)
        return regels.mag(gebruiker, actie, rij) if rij else regels.mag_ooit(gebruiker, actie)

    # --- the columns ---------------------------------------------------------------------------------

    @admin.display(description="waarover", ordering="onderwerp")
    def waarover(self, inzending: Inzending) -> str:
        return str(inzending)

    @admin.display(description="wat iemand wil")
    def in_het_kort(self, inzending: Inzending) -> str:
        return soort_van(inzending).in_het_kort(inzending)

    @admin.display(description="wacht", ordering="ingediend_op")
    def wacht(self, inzending: Inzending) -> str:
        tekst = woorden.wacht_in_woorden(inzending)
        return format_html("<strong>{}</strong>", tekst) if woorden.wacht_te_lang(inzending) else tekst

    @admin.display(description="omvang", ordering="omvang")
    def hoe_groot(self, inzending: Inzending) -> str:
        letters = f"{inzending.omvang:,}".replace(",", ".")
        omvang = woorden.omvang_in_woorden(inzending.omvang)
        return format_html('{} <span class="uitleg">({} letters)</span>', omvang, letters)

    @admin.display(description="stand", ordering="status")
    def stand(self, inzending: Inzending) -> str:
        label = inzending.get_uitkomst_display() or inzending.get_status_display()
        return format_html('<span class="stand stand-{}">{}</span>', inzending.status, label)

    @admin.display(description="wie heeft het", ordering="behandelaar__naam", empty_value="niemand")
    def wie(self, inzending: Inzending) -> str | None:
        """Who has it; a button to take it up when nobody has."""
        if inzending.behandelaar or not inzending.is_open:
            return str(inzending.behandelaar) if inzending.behandelaar else None
        # The form stands above the list: a form cannot stand in another.
        return format_html(
            '<button class="knop stil klein" form="pak-op" name="pk" value="{}">Pak op'
            '<span class="alleen-voorlezen">: {}</span></button>',
            inzending.pk,
            str(inzending),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find by code and by phone number as well, however these are written."""
        gevonden, dubbel = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return gevonden, dubbel
        van_code = toegang.open_code(search_term)
        if van_code is not None:
            return queryset.filter(pk=van_code.pk), False
        cijfers = "".join(teken for teken in search_term if teken.isdecimal())
        if telefoon_of_niets(search_term):
            # Numbers are kept as typed, so between two digits there may be anything that is no digit.
            gevonden |= queryset.filter(telefoon__regex=r"\D*".join(cijfers[-9:]) + r"\D*$")
        return gevonden, dubbel

    # --- the addresses -------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        def adres(pad: str, view: Any, naam: str) -> URLPattern:
            return path(pad, self.admin_site.admin_view(partial(view, self)), name=f"kern_inzending_{naam}")

        eigen = [
            adres("eerste/", type(self).eerste, "eerste"),
            adres("oppakken/", type(self).oppakken, "oppakken"),
            adres("spam/", type(self).spam, "spam"),
            adres("tabel/<slug:formaat>/", type(self).tabel, "tabel"),
            adres("<int:pk>/voorvertoning/", balie.voorvertoning, "voorvertoning"),
            adres("<int:pk>/besluit/<slug:wat>/", besluit.besluit, "besluit"),
            path(
                "<int:pk>/bijlage/<int:bijlage_id>/",
                self.admin_site.admin_view(bijlage),
                name="kern_inzending_bijlage",
            ),
        ]
        return [*eigen, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not object_id.isdecimal():
            raise Http404
        return balie.balie(self, request, int(object_id))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The desk tells all that happened."""
        raise Http404

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        vrij = Inzending.objects.te_doen().filter(behandelaar__isnull=True).langst_wachtend_eerst()
        eigen = {"eerste": vrij.values_list("pk", flat=True).first()}
        return super().changelist_view(request, eigen | (extra_context or {}))

    # --- what is done from the list ------------------------------------------------------------------

    def _alleen_post(self, request: HttpRequest, actie: str) -> None:
        if request.method != "POST":
            raise Http404
        if not regels.mag_ooit(balie.wie(request), actie):
            raise PermissionDenied

    def eerste(self, request: HttpRequest) -> HttpResponse:
        """Take up what waits longest, and open it; pressed twice it is the same one."""
        self._alleen_post(request, "oppakken")
        al_van_mij = Inzending.objects.te_doen().filter(
            pk=balie.getal(request.POST.get("pk")) or 0, behandelaar=balie.wie(request)
        )
        inzending = al_van_mij.first() or behandelen.pak_eerste_op(door=balie.wie(request))
        if inzending is None:
            messages.info(request, "Er wacht niets meer. Alles is opgepakt.")
            return HttpResponseRedirect(reverse("admin:kern_inzending_changelist"))
        return HttpResponseRedirect(balie.adres(inzending))

    def oppakken(self, request: HttpRequest) -> HttpResponse:
        """Take up one of the list, and open it; who was too late reads who has it."""
        self._alleen_post(request, "oppakken")
        sleutel = request.POST.get("pk", "")
        inzending = get_object_or_404(Inzending, pk=sleutel if sleutel.isdecimal() else 0)
        try:
            behandelen.pak_op(inzending=inzending, door=balie.wie(request))
        except IntussenVeranderd as fout:
            inzending.refresh_from_db()
            messages.warning(request, woorden.wat_gebeurde(fout, inzending, balie.wie(request)))
        return HttpResponseRedirect(balie.adres(inzending))

    @admin.action(description="Meld als spam", permissions=["change"])
    def meld_spam(self, request: HttpRequest, gekozen: QuerySet[Inzending]) -> HttpResponse:
        staart = urlencode({"pk": list(gekozen.values_list("pk", flat=True))}, doseq=True)
        return HttpResponseRedirect(f"{reverse('admin:kern_inzending_spam')}?{staart}")

    def spam(self, request: HttpRequest) -> HttpResponse:
        """Ask, then put many away as spam; say of each that could not be why."""
        if not regels.mag_ooit(balie.wie(request), "spam"):
            raise PermissionDenied
        sleutels = [pk for pk in (request.POST.getlist("pk") or request.GET.getlist("pk")) if pk.isdecimal()]
        gekozen = list(Inzending.objects.filter(pk__in=sleutels).langst_wachtend_eerst())
        lijst = reverse("admin:kern_inzending_changelist")
        if not gekozen:
            return HttpResponseRedirect(lijst)
        if request.method == "POST":
            for inzending in gekozen:
                try:
                    besluiten.meld_spam(inzending=inzending, door=balie.wie(request))
                except IntussenVeranderd as fout:
                    inzending.refresh_from_db()
                    zin = woorden.wat_gebeurde(fout, inzending, balie.wie(request))
                    messages.warning(request, f"‘{inzending}’: {zin}")
                else:
                    messages.success(request, f"‘{inzending}’ is als spam gemeld. Er gaat geen mail uit.")
            return HttpResponseRedirect(lijst)
        context = self.admin_site.each_context(request) | {
            "title": "Meld als spam",
            "gekozen": gekozen,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/inzendingen/spam.html", context)

    # --- as a table ----------------------------------------------------------------------------------

    @admin.action(description=f"{BEWAAR_ALS_TABEL} (Excel)", permissions=["view"])
    def bewaar_xlsx(self, request: HttpRequest, gekozen: QuerySet[Inzending]) -> HttpResponse:
        return self._als_tabel(request, gekozen, "xlsx")

    @admin.action(description=f"{BEWAAR_ALS_TABEL} (CSV)", permissions=["view"])
    def bewaar_csv(self, request: HttpRequest, gekozen: QuerySet[Inzending]) -> HttpResponse:
        return self._als_tabel(request, gekozen, "csv")

    def tabel(self, request: HttpRequest, formaat: str) -> HttpResponse:
        """Give everything that the filters of the list let through."""
        if formaat not in tabel.FORMATEN:
            raise Http404
        return self._als_tabel(request, self.get_changelist_instance(request).get_queryset(request), formaat)

    def _als_tabel(self, request: HttpRequest, rijen: QuerySet[Inzending], formaat: str) -> HttpResponse:
        if not regels.mag_ooit(balie.wie(request), "exporteren"):
            raise PermissionDenied
        return tabel.als_tabel(rijen, formaat)
