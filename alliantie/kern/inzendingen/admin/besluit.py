"""Decisions: each a page of its own that shows what will happen and the mail that goes out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html

from alliantie.kern import post
from alliantie.kern.inzendingen import regels, toegang
from alliantie.kern.inzendingen.acties import behandelen, besluiten
from alliantie.kern.inzendingen.acties.bewaren import wis_persoonsgegevens
from alliantie.kern.inzendingen.acties.fouten import IntussenVeranderd, NietCompleet, NietToegestaan
from alliantie.kern.inzendingen.acties.rij import LINK_HIER, PAGINA_HIER
from alliantie.kern.inzendingen.admin import balie, vakken, woorden
from alliantie.kern.inzendingen.admin.vragen import afwijsreden, gekozen_vragen, vraagkeuzes, zinnen_voor
from alliantie.kern.inzendingen.bewerking import AANPASSEN, OVERNEMEN
from alliantie.kern.inzendingen.keuzes import Uitkomst
from alliantie.kern.inzendingen.soort import Soort, soort_van
from alliantie.kern.models import Gebruiker, Inzending
from alliantie.kern.models.mailtekst import Modelzin

ONDERWERP_HOOGSTENS = 150


class MailForm(forms.Form):
    """The mail as it goes out; what the team read and changed."""

    use_required_attribute = False
    onderwerp = forms.CharField(
        label="Onderwerp van de mail",
        max_length=ONDERWERP_HOOGSTENS,
        widget=forms.TextInput(attrs={"class": "breed"}),
        error_messages={
            "required": "Vul een onderwerp in",
            "max_length": "Uw onderwerp heeft %(show_value)s letters. Er passen er %(limit_value)s",
        },
    )
    tekst = forms.CharField(
        label="Tekst van de mail",
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": "Schrijf wat er in de mail moet staan"},
    )


@dataclass
class Geval:
    """One decision that somebody is about to take."""

    beheer: Any
    request: HttpRequest
    inzending: Inzending
    gezien: int
    doel_gezien: str
    wat: str
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def door(self) -> Gebruiker:
        return balie.wie(self.request)

    @property
    def soort(self) -> Soort:
        return soort_van(self.inzending)

    @property
    def besluit_nu(self) -> bool:
        """Whether the last button was pressed, and not one that only shows the next part of the page."""
        return self.request.method == "POST" and "besluit" in self.request.POST

    def mailform(self, soort: str, **gegevens: Any) -> MailForm | None:
        """Return the mail, as it would be or as it was changed; ``None`` when the sender has no mail address."""
        if not self.inzending.is_bereikbaar_per_mail:
            return None
        if "tekst" in self.request.POST:
            return MailForm(self.request.POST)
        mail = post.stel_op(soort, self._mailgegevens() | gegevens)
        return MailForm(initial={"onderwerp": mail.onderwerp, "tekst": mail.tekst})

    def _mailgegevens(self) -> dict[str, str]:
        return {
            "naam": self.inzending.naam,
            "onderwerp": str(self.inzending),
            "link": LINK_HIER,
            "pagina": PAGINA_HIER,
            "code": toegang.code_van(self.inzending),
        }

    def toon(self, sjabloon: str, status: int = HTTPStatus.OK, **context: Any) -> HttpResponse:
        alles = self.beheer.admin_site.each_context(self.request) | {
            "opts": self.beheer.opts,
            "inzending": self.inzending,
            "soort": self.soort,
            "gezien": self.gezien,
            "doel_gezien": self.doel_gezien,
            "link_hier": LINK_HIER,
            "pagina_hier": PAGINA_HIER,
            "code": toegang.code_van(self.inzending),
            "mag": {actie: regels.mag(self.door, actie, self.inzending) for actie in regels.MAG},
        }
        return TemplateResponse(
            self.request, f"admin/inzendingen/{sjabloon}.html", alles | self.context | context, status=status
        )

    def neem(
        self, doe: Callable[[post.Mail | None], Inzending], mailform: MailForm | None
    ) -> Inzending | None:
        """Take the decision; ``None`` when it could not be, and then ``context`` says why."""
        if mailform is not None and not mailform.is_valid():
            return None
        mail = post.Mail(**mailform.cleaned_data) if mailform is not None else None
        try:
            rij = doe(mail)
        except IntussenVeranderd as fout:
            self.inzending = balie.haal(self.request, self.inzending.pk)
            self.context["te_laat"] = woorden.wat_gebeurde(fout, self.inzending, self.door)
        except NietCompleet as fout:
            self.context["ontbreekt"] = self.in_woorden(fout)
        except NietToegestaan as fout:
            raise PermissionDenied from fout
        else:
            return rij
        return None

    def in_woorden(self, fout: NietCompleet) -> list[tuple[str, str, str]]:
        """Return what must still be done: where on the desk, which field, and what."""
        velden = vakken.deskform(self.soort, {}).fields
        return [
            (
                f"#vak-{naam}" if naam in velden else "",
                str(velden[naam].label) if naam in velden else "",
                str(tekst),
            )
            for naam, teksten in fout.fouten.items()
            for tekst in teksten
        ]

    def klaar(self, tekst: str) -> HttpResponse:
        """Say what happened, with the way back, and go to what waits next."""
        mail = f" De mail gaat naar {self.inzending.email}." if self.inzending.email else ""
        messages.success(self.request, format_html("{}{} {}", tekst, mail, balie.link_naar(self.inzending)))
        self.beheer.log_change(self.request, self.inzending, tekst)
        return balie.naar_volgende(self.request, balie.volgende_voor(self.door))

    @property
    def status(self) -> int:
        return HTTPStatus.CONFLICT if self.context.get("te_laat") else HTTPStatus.OK


def besluit(beheer: Any, request: HttpRequest, pk: int, wat: str) -> HttpResponse:
    """Ask what is needed for the decision ``wat``, show its mail, and take it."""
    if wat not in BESLUITEN:
        raise Http404
    actie, pagina = BESLUITEN[wat]
    inzending = balie.haal(request, pk, actie)
    bron = request.POST if request.method == "POST" else request.GET
    gezien = balie.getal(bron.get("gezien"))
    geval = Geval(
        beheer,
        request,
        inzending,
        gezien=inzending.versie if gezien is None else gezien,
        doel_gezien=bron.get("doel", soort_van(inzending).doel_versie(inzending.doel)),
        wat=wat,
    )
    te_laat = geval.gezien != inzending.versie or not regels.mag(geval.door, actie, inzending)
    if te_laat and not geval.besluit_nu:
        fout = behandelen.intussen(inzending)
        messages.warning(request, woorden.wat_gebeurde(fout, inzending, geval.door))
        return HttpResponseRedirect(balie.adres(inzending))
    return pagina(geval)


# --- put it on the site ------------------------------------------------------------------------------------


def _publiceer(geval: Geval) -> HttpResponse:
    inzending, soort, doel = geval.inzending, geval.soort, geval.inzending.doel
    samen = doel is not None and not soort.is_aanvulling
    form = geval.mailform("inzending_samengevoegd" if samen else soort.mail_goedgekeurd)
    try:
        besluiten.gecontroleerd(inzending, doel)
    except NietCompleet as fout:
        geval.context["ontbreekt"] = geval.in_woorden(fout)
    velden, _ = vakken.vakken(inzending, doel)
    overgenomen = [vak for vak in velden if vak.keuze in {OVERNEMEN, AANPASSEN}]
    bijlagen = [vak for vak in vakken.bijlagevakken(inzending, {}) if vak.overnemen]
    if geval.besluit_nu:
        rij = geval.neem(
            lambda mail: besluiten.keur_goed(
                inzending=inzending,
                door=geval.door,
                gezien=geval.gezien,
                doel_gezien=geval.doel_gezien,
                mail=mail,
            ),
            form,
        )
        if rij is not None:
            geval.inzending = rij
            return geval.klaar(GELUKT.get(Uitkomst(rij.uitkomst), "‘{}’ is klaar.").format(rij.doel or rij))
    knop = "Voeg samen" if samen else soort.knop_goedkeuren
    return geval.toon(
        "publiceren",
        geval.status,
        title=f"{knop}: {inzending}",
        knop=knop,
        samen=samen,
        doel=doel,
        overgenomen=overgenomen,
        bijlagen=bijlagen,
        zonder_toestemming=[
            vak for vak in bijlagen if vak.bijlage.is_foto and vak.toestemming == "nog_vragen"
        ],
        mailform=form,
    )


GELUKT = {
    Uitkomst.GEPLAATST: "‘{}’ staat op de site.",
    Uitkomst.SAMENGEVOEGD: "‘{}’ is samengevoegd met wat er al stond.",
    Uitkomst.UITGENODIGD: "De groep van ‘{}’ is uitgenodigd.",
    Uitkomst.UITGEWERKT: "‘{}’ staat bij de bijeenkomsten, als concept. Werk het uit en publiceer het.",
}


# --- ask, refuse ---------------------------------------------------------------------------------------------


def _vragen(geval: Geval) -> HttpResponse:
    vragen = gekozen_vragen(geval.request.POST, geval.inzending)
    stap = geval.request.POST.get("stap", "")
    titel = f"Vraag iets over {geval.inzending}"
    if not vragen or stap == "kies":
        return geval.toon(
            "vragen",
            title=titel,
            keuzes=vraagkeuzes(geval.request.POST, geval.inzending),
            niets_gekozen=bool(stap) and stap != "kies",
        )
    teksten = [vraag for _, vraag in vragen]
    genummerd = [f"{nummer}. {tekst}" for nummer, tekst in enumerate(teksten, start=1)]
    form = geval.mailform(
        "inzending_vraag",
        aantal=woorden.aantal(len(vragen), "vraag", "vragen"),
        vragen=genummerd if len(teksten) > 1 else teksten,
    )
    if geval.besluit_nu:
        rij = geval.neem(
            lambda mail: behandelen.stel_vragen(
                inzending=geval.inzending, door=geval.door, gezien=geval.gezien, vragen=vragen, mail=mail
            ),
            form,
        )
        if rij is not None:
            return geval.klaar(f"U vroeg iets over ‘{rij}’. Het wacht nu op antwoord.")
    return geval.toon(
        "mail",
        geval.status,
        title=titel,
        knop="Stel de vragen" if len(vragen) > 1 else "Stel de vraag",
        inleiding="De link in de mail opent alleen deze vragen. U ziet het antwoord hier.",
        teksten=teksten,
        teksten_kop=woorden.aantal(len(vragen), "vraag", "vragen"),
        terug="Verander de vragen",
        mailform=form,
        mee=_mee(geval, "zin-", "eigen-"),
    )


def _wijs_af(geval: Geval) -> HttpResponse:
    reden = afwijsreden(geval.request.POST)
    stap = geval.request.POST.get("stap", "")
    titel = f"Wijs af: {geval.inzending}"
    if not reden or stap == "kies":
        return geval.toon(
            "afwijzen",
            title=titel,
            zinnen=zinnen_voor(Modelzin.Waarvoor.AFWIJZING),
            gekozen=geval.request.POST.getlist("zin-"),
            eigen=geval.request.POST.get("eigen-", ""),
            niets_gekozen=bool(stap) and stap != "kies",
        )
    form = geval.mailform("inzending_afgewezen", reden=reden)
    if geval.besluit_nu:
        rij = geval.neem(
            lambda mail: besluiten.wijs_af(
                inzending=geval.inzending, door=geval.door, gezien=geval.gezien, reden=reden, mail=mail
            ),
            form,
        )
        if rij is not None:
            return geval.klaar(f"‘{rij}’ komt niet op de site.")
    return geval.toon(
        "mail",
        geval.status,
        title=titel,
        knop="Wijs af",
        inleiding="Dit gaat alleen over deze tekst. Wie dit stuurde, mag altijd iets anders insturen.",
        teksten=[reden],
        teksten_kop="De reden",
        terug="Verander de reden",
        mailform=form,
        mee=_mee(geval, "zin-", "eigen-"),
    )


def _mee(geval: Geval, *voorvoegsels: str) -> list[tuple[str, str]]:
    """Return what was chosen before, to send along with the next button."""
    return [
        (naam, waarde)
        for naam, waarden in geval.request.POST.lists()
        if naam.startswith(voorvoegsels)
        for waarde in waarden
    ]


# --- join, spam, erase -----------------------------------------------------------------------------------------


def _voeg_samen(geval: Geval) -> HttpResponse:
    """Offer what may be the same, also under another name; the desk then shows both beside each other."""
    naam = geval.request.GET.get("naam", "").strip()[:200]
    return geval.toon(
        "samenvoegen",
        title=f"Voeg samen: {geval.inzending}",
        naam=naam,
        dubbelen=vakken.dubbelen(geval.inzending, geval.soort, naam),
    )


def _meld_spam(geval: Geval) -> HttpResponse:
    if geval.besluit_nu:
        rij = geval.neem(
            lambda mail: besluiten.meld_spam(inzending=geval.inzending, door=geval.door, gezien=geval.gezien),
            None,
        )
        if rij is not None:
            tekst = format_html(
                "‘{}’ is als spam gemeld. Er gaat geen mail uit. {}", rij, balie.link_naar(rij)
            )
            messages.success(geval.request, tekst)
            return balie.naar_volgende(geval.request, balie.volgende_voor(geval.door))
    return geval.toon(
        "zeker",
        geval.status,
        title=f"Meld als spam: {geval.inzending}",
        knop="Meld als spam",
        inleiding="Er gaat geen mail uit. Na een tijd gooit het portaal dit vanzelf weg. U kunt het tot dan heropenen.",
    )


def _wis(geval: Geval) -> HttpResponse:
    if geval.besluit_nu and regels.mag(geval.door, "wissen", geval.inzending):
        wis_persoonsgegevens(inzending=geval.inzending)
        messages.success(
            geval.request, "Wie dit stuurde, staat er niet meer bij. Links en code werken niet meer."
        )
        return HttpResponseRedirect(balie.adres(geval.inzending))
    return geval.toon(
        "zeker",
        geval.status,
        title=f"Wis de gegevens van wie dit stuurde: {geval.inzending}",
        knop="Wis de gegevens",
        inleiding="Naam, mailadres, telefoonnummer en mails gaan weg. Links en code werken niet meer. "
        "Wat op de site staat, blijft. Dit kunt u niet terugdraaien.",
    )


# Name in the address → key of ``regels.MAG``, and the page.
BESLUITEN: dict[str, tuple[str, Callable[[Geval], HttpResponse]]] = {
    "publiceren": ("goedkeuren", _publiceer),
    "vragen": ("vragen", _vragen),
    "afwijzen": ("afwijzen", _wijs_af),
    "samenvoegen": ("samenvoegen", _voeg_samen),
    "spam": ("spam", _meld_spam),
    "wissen": ("wissen", _wis),
}
