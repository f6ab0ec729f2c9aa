"""The words of the mails in the admin: read them, change them, see how they come out, and go back."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import get_text_list
from django.views.decorators.http import require_POST

from alliantie.kern import mailteksten, regels
from alliantie.kern.beheer import MetGeschiedenis, TabelAdmin
from alliantie.kern.beheer.velden import Tekstveld
from alliantie.kern.mailteksten import MAILS, Mail, Mailsoort
from alliantie.kern.models import Mailtekst

TEKST_HOOGSTENS = 5000


class MailtekstForm(forms.ModelForm):
    """Text with placeholders; it must be one that can really go out."""

    use_required_attribute = False

    onderwerp = Tekstveld(
        label="Onderwerp",
        help_text=(
            "Kort, met het belangrijkste vooraan. "
            f"Onder de {mailteksten.ONDERWERP_KORT} letters past het op een telefoon."
        ),
        max_length=mailteksten.ONDERWERP_HOOGSTENS,
        widget=forms.TextInput(attrs={"class": "breed", "autocomplete": "off"}),
        error_messages={
            "required": "Schrijf een onderwerp",
            "max_length": "Het onderwerp heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    tekst = Tekstveld(
        label="Tekst",
        help_text="Korte zinnen. Spreek de lezer aan met ‘u’. Wat tussen haken staat, vult het portaal in.",
        max_length=TEKST_HOOGSTENS,
        widget=forms.Textarea(attrs={"rows": 22}),
        error_messages={
            "required": "Schrijf een tekst",
            "max_length": "De tekst heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )

    class Meta:
        model = Mailtekst
        fields = ("onderwerp", "tekst")

    def _lees(self, veld: str) -> set[str]:
        """Return the placeholders in this field."""
        soort = MAILS.get(self.instance.soort)
        try:
            return mailteksten.lees(self.cleaned_data[veld], soort.namen if soort else [])[1]
        except mailteksten.TekstFout as fout:
            raise ValidationError(str(fout)) from fout

    def clean_onderwerp(self) -> str:
        self._lees("onderwerp")
        return self.cleaned_data["onderwerp"]

    def clean_tekst(self) -> str:
        gebruikt = self._lees("tekst")
        soort = MAILS.get(self.instance.soort)
        if mist := [veld.plek for veld in soort.nodig if veld.naam not in gebruikt] if soort else []:
            raise ValidationError(
                f"Zet dit ook in de tekst: {get_text_list(mist, 'en')}. De lezer kan niet zonder"
            )
        return self.cleaned_data["tekst"]


class Regel(NamedTuple):
    """One kind of mail in the list."""

    naam: str
    soort: Mailsoort
    eigen: Mailtekst | None
    onderwerp: str


@admin.register(Mailtekst)
class MailtekstAdmin(TabelAdmin, MetGeschiedenis):
    """One page per kind of mail, whether or not the team wrote its own text for it."""

    tabel = regels.MAG["mailteksten"]
    plek = ("Teksten en mensen", 33)
    form = MailtekstForm

    def get_urls(self) -> list[URLPattern]:
        eigen = [
            path(
                "soort/<slug:soort>/", self.admin_site.admin_view(self.bewerk), name="kern_mailtekst_bewerk"
            ),
            path(
                "soort/<slug:soort>/ingebouwd/",
                self.admin_site.admin_view(require_POST(self.naar_ingebouwd)),
                name="kern_mailtekst_ingebouwd",
            ),
        ]
        return [*eigen, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """List all kinds, also those without a row."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        eigen = {rij.soort: rij for rij in Mailtekst.objects.all()}
        rijen = [
            Regel(
                naam,
                soort,
                eigen.get(naam),
                eigen[naam].onderwerp if naam in eigen else mailteksten.ingebouwd(naam).onderwerp,
            )
            for naam, soort in sorted(MAILS.items(), key=lambda paar: paar[1].label)
        ]
        context = self.admin_site.each_context(request) | {
            "title": "Teksten van mails",
            "opts": self.opts,
            "regels": rijen,
            "mag_wijzigen": self.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/kern/mailteksten.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go to the page of the kind: that is where the text is changed."""
        rij = self.get_object(request, object_id) if object_id.isdecimal() else None
        if not self.has_view_permission(request, rij):
            raise PermissionDenied
        if rij is None:
            return redirect("admin:kern_mailtekst_changelist")
        return redirect("admin:kern_mailtekst_bewerk", rij.soort)

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        """A text that was given up can be read and copied, not put back: there is no row to put it in."""
        weg = obj is not None and not Mailtekst.objects.filter(pk=obj.pk).exists()
        return weg or super().revert_disabled(request, obj)

    def bewerk(self, request: HttpRequest, soort: str) -> HttpResponse:
        """Show the text of one kind of mail and how it comes out; keep what was typed while somebody only looks."""
        mailsoort = MAILS.get(soort)
        if not self.has_view_permission(request) or (
            request.method == "POST" and not self.has_change_permission(request)
        ):
            raise PermissionDenied
        if mailsoort is None:
            raise Http404
        rij = Mailtekst.objects.filter(soort=soort).first()
        standaard = mailteksten.ingebouwd(soort)
        instance = rij or Mailtekst(soort=soort, onderwerp=standaard.onderwerp, tekst=standaard.tekst)
        nu = Mail(instance.onderwerp, instance.tekst)
        form = MailtekstForm(request.POST if request.method == "POST" else None, instance=instance)
        if form.is_bound and form.is_valid():
            nu = Mail(form.cleaned_data["onderwerp"], form.cleaned_data["tekst"])
            if "_bewaar" in request.POST:
                return self._bewaar(request, soort, nu, rij)
        context = self.admin_site.each_context(request) | {
            "title": mailsoort.label,
            "opts": self.opts,
            "naam": soort,
            "soort": mailsoort,
            "eigen": rij,
            "form": form,
            "nu": nu,
            "voorbeeld": None if form.errors else self._voorbeeld(mailsoort, nu),
            "onderwerp_kort": mailteksten.ONDERWERP_KORT,
            "mag_wijzigen": self.has_change_permission(request),
            "geschiedenis": mailteksten.laatste_nummer(soort),
        }
        return TemplateResponse(request, "admin/kern/mailtekst.html", context)

    def _bewaar(self, request: HttpRequest, soort: str, nu: Mail, rij: Mailtekst | None) -> HttpResponse:
        standaard = mailteksten.ingebouwd(soort)
        if rij is None and (nu.onderwerp, nu.tekst.strip()) == (
            standaard.onderwerp,
            standaard.tekst.strip(),
        ):
            messages.success(request, "Er is niets veranderd. De mail houdt de ingebouwde tekst.")
        else:
            bewaard = mailteksten.bewaar_eigen_tekst(soort=soort, onderwerp=nu.onderwerp, tekst=nu.tekst)
            self.log_change(request, bewaard, "Tekst van de mail veranderd")
            messages.success(request, "De tekst is bewaard. De volgende mail gaat zo weg.")
        return HttpResponseRedirect(reverse("admin:kern_mailtekst_bewerk", args=[soort]))

    @staticmethod
    def _voorbeeld(soort: Mailsoort, mail: Mail) -> Mail | None:
        """Return the mail with example values; ``None`` when what is stored cannot be used (any more)."""
        try:
            return mailteksten.vul_in(
                soort=soort, onderwerp=mail.onderwerp, tekst=mail.tekst, waarden=soort.voorbeelden
            )
        except (mailteksten.TekstFout, mailteksten.KanNietGevuld):
            return None

    def naar_ingebouwd(self, request: HttpRequest, soort: str) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if soort not in MAILS:
            raise Http404
        for rij in Mailtekst.objects.filter(soort=soort):
            self.log_change(request, rij, "Terug naar de ingebouwde tekst")
        mailteksten.terug_naar_ingebouwd(soort=soort)
        messages.success(
            request, "De mail heeft weer de ingebouwde tekst. Uw tekst staat in de geschiedenis."
        )
        return HttpResponseRedirect(reverse("admin:kern_mailtekst_bewerk", args=[soort]))
