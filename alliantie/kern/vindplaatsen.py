"""Where this floor keeps something on people; imported when the app is ready."""

from collections.abc import Sequence
from typing import Any

from axes.models import AccessAttempt
from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.formats import date_format

from alliantie.kern.avg import Vindplaats, Zoekterm, vindplaatsen
from alliantie.kern.inzendingen.acties.bewaren import (
    PERSOONLIJKE_JSON,
    verwijder_helemaal,
    wis_persoonsgegevens,
    zonder_personen,
)
from alliantie.kern.inzendingen.keuzes import Spreker, Status, Toegangsrol
from alliantie.kern.models import Bericht, Bijlage, Dialoogregel, Gebruiker, Inzending, Statuswissel, Toegang

KOLOMMEN = ("naam", "email", "groep_email", "telefoon", "onderwerp", "waar")
BIJLAGE_TEKSTEN = ("omschrijving", "omschrijving_team")
BERICHT_TEKSTEN = ("aan", "antwoord_aan", "onderwerp", "tekst", "fout")


# --- inzendingen -----------------------------------------------------------------------------------------


def _vind_inzendingen(term: Zoekterm) -> list[Inzending]:
    casts = {f"{naam}_tekst": Cast(naam, TextField()) for naam in PERSOONLIJKE_JSON}
    regels = Dialoogregel.objects.annotate(toen=Cast("waarde_toen", TextField())).filter(
        term.grof("tekst", "toen"), inzending=OuterRef("pk")
    )
    bijlagen = Bijlage.objects.filter(term.grof(*BIJLAGE_TEKSTEN), inzending=OuterRef("pk"))
    rijen = (
        Inzending.objects.annotate(**casts)
        .filter(term.grof(*KOLOMMEN, *casts) | Exists(regels) | Exists(bijlagen))
        .prefetch_related("dialoog", "bijlagen")
        .order_by("pk")
    )
    return [rij for rij in rijen if term.is_in(_teksten_van(rij))]


def _teksten_van(rij: Inzending) -> list[Any]:
    return [
        *(getattr(rij, naam) for naam in (*KOLOMMEN, *PERSOONLIJKE_JSON)),
        *([regel.tekst, regel.waarde_toen] for regel in rij.dialoog.all()),
        *([bijlage.omschrijving, bijlage.omschrijving_team] for bijlage in rij.bijlagen.all()),
    ]


def _exporteer_inzending(rij: Inzending) -> dict[str, Any]:
    return {
        "soort": rij.soort,
        "stand": rij.get_status_display(),
        "uitkomst": rij.get_uitkomst_display(),
        **{naam: getattr(rij, naam) for naam in KOLOMMEN},
        "hoe_bereiken": rij.get_bereik_display(),
        "gegevens": rij.gegevens,
        "bewerking_door_het_team": rij.bewerking,
        "stond_op_de_site": rij.doel_waarden,
        **{
            naam: getattr(rij, naam)
            for naam in (
                "aangemaakt_op",
                "bewaard_op",
                "ingediend_op",
                "beslist_op",
                "gewist_op",
                "akkoord_op",
                "email_bevestigd_op",
                "telefoon_bevestigd_op",
                "groep_akkoord_op",
            )
        },
        "gesprek": [
            {
                "van": regel.get_van_display(),
                "moment": regel.gemaakt_op,
                "over": regel.veld,
                "tekst": regel.tekst,
                "stond_er_toen": regel.waarde_toen,
            }
            for regel in rij.dialoog.all()
        ],
        "bijlagen": [
            {
                "soort": bijlage.get_soort_display(),
                "omschrijving": bijlage.omschrijving,
                "omschrijving_door_het_team": bijlage.omschrijving_team,
                "toestemming": bijlage.get_toestemming_display(),
                "toegevoegd_op": bijlage.toegevoegd_op,
            }
            for bijlage in rij.bijlagen.all()
        ],
    }


def _wis_inzendingen(rijen: Sequence[Inzending], term: Zoekterm) -> None:
    """Erase what the person sent, and take the person out of what others sent.

    What was decided keeps its row, to count with; what was not sent or not decided goes whole.
    """
    for rij in rijen:
        if term.is_in(rij.email) or term.is_in(rij.telefoon):
            if rij.status not in {Status.GOEDGEKEURD, Status.AFGEWEZEN}:
                verwijder_helemaal(inzendingen=Inzending.objects.filter(pk=rij.pk), wacht=True)
                continue
            wis_persoonsgegevens(inzending=rij)
        _haal_uit(rij.pk, term)


def _haal_uit(sleutel: int, term: Zoekterm) -> None:
    rij = Inzending.objects.select_for_update(of=("self",)).get(pk=sleutel)
    van_de_groep = term.is_in(rij.groep_email)
    for naam in (*KOLOMMEN, *PERSOONLIJKE_JSON):
        setattr(rij, naam, term.haal_uit(getattr(rij, naam)))
    if van_de_groep:
        rij.gegevens = zonder_personen(rij.gegevens, ("groep_",))
        rij.dialoog.filter(van=Spreker.GROEP).update(tekst="")
        Toegang.objects.van(rij).filter(rol=Toegangsrol.GROEP).delete()
    rij.versie += 1  # who has it open at the desk is told that it changed
    rij.save(update_fields=[*KOLOMMEN, *PERSOONLIJKE_JSON, "versie"])
    for regel in rij.dialoog.all():
        regel.tekst, regel.waarde_toen = term.haal_uit(regel.tekst), term.haal_uit(regel.waarde_toen)
        regel.save(update_fields=["tekst", "waarde_toen"])
    for bijlage in rij.bijlagen.all():
        for naam in BIJLAGE_TEKSTEN:
            setattr(bijlage, naam, term.haal_uit(getattr(bijlage, naam)))
        bijlage.save(update_fields=BIJLAGE_TEKSTEN)


# --- mail, links, accounts -------------------------------------------------------------------------------


def _vind_berichten(term: Zoekterm) -> list[Bericht]:
    rijen = Bericht.objects.filter(term.grof(*BERICHT_TEKSTEN))
    return [rij for rij in rijen if term.is_in([getattr(rij, naam) for naam in BERICHT_TEKSTEN])]


def _vind_links(term: Zoekterm) -> list[Toegang]:
    return [rij for rij in Toegang.objects.filter(term.grof("gemaild_aan")) if term.is_in(rij.gemaild_aan)]


def _vind_redenen(term: Zoekterm) -> list[Statuswissel]:
    return [rij for rij in Statuswissel.objects.filter(term.grof("reden")) if term.is_in(rij.reden)]


def _wis_redenen(rijen: Sequence[Statuswissel], term: Zoekterm) -> None:
    for rij in rijen:
        rij.reden = term.haal_uit(rij.reden)
        rij.save(update_fields=["reden"])


def _vind_pogingen(term: Zoekterm) -> list[AccessAttempt]:
    return [rij for rij in AccessAttempt.objects.filter(term.grof("username")) if term.is_in(rij.username)]


def _vind_accounts(term: Zoekterm) -> list[Gebruiker]:
    return [
        rij
        for rij in Gebruiker.objects.filter(term.grof("email", "naam"))
        if term.is_in([rij.email, rij.naam])
    ]


def gooi_rijen_weg(rijen: Sequence[Any], term: Zoekterm) -> None:
    """Delete these rows; that some went already (with what they hung on) does not matter."""
    for rij in rijen:
        type(rij)._base_manager.filter(pk=rij.pk).delete()


def _bericht_in_het_kort(rij: Bericht) -> str:
    return f"{rij.onderwerp} (aan {rij.aan}, {date_format(rij.gemaakt_op, 'j F Y')})"


vindplaatsen += [
    Vindplaats(
        enkel="inzending",
        meer="inzendingen",
        bij_wissen=(
            "Wat nog niet is beslist, gaat helemaal weg. Van wat is beslist, gaan naam, adres en gesprek weg. "
            "Staat het adres in iets van een ander? Dan gaat alleen het adres eruit."
        ),
        vind=_vind_inzendingen,
        exporteer=_exporteer_inzending,
        wis=_wis_inzendingen,
        toon=lambda rij: f"{rij} ({rij.get_status_display().lower()})",
        adres=lambda rij: f"{reverse('admin:index')}kern/inzending/{rij.pk}/change/",
    ),
    Vindplaats(
        enkel="bericht",
        meer="berichten",
        bij_wissen="Deze mails gaan weg uit het portaal. Kijk zelf ook in de mailbox van het team.",
        vind=_vind_berichten,
        exporteer=lambda rij: {
            naam: getattr(rij, naam) for naam in (*BERICHT_TEKSTEN, "gemaakt_op", "verzonden_op")
        },
        wis=gooi_rijen_weg,
        toon=_bericht_in_het_kort,
        adres=lambda rij: reverse("admin:kern_bericht_change", args=[rij.pk]),
    ),
    Vindplaats(
        enkel="link",
        meer="links",
        bij_wissen="Deze links werken daarna niet meer.",
        vind=_vind_links,
        exporteer=lambda rij: {
            "waarvoor": rij.get_rol_display(),
            "gemaild_aan": rij.gemaild_aan,
            "gemaakt_op": rij.gemaakt_op,
            "verloopt_op": rij.verloopt_op,
        },
        wis=gooi_rijen_weg,
        toon=lambda rij: f"{rij.get_rol_display()}, gemaakt op {date_format(rij.gemaakt_op, 'j F Y')}",
    ),
    Vindplaats(
        enkel="reden bij een besluit",
        meer="redenen bij een besluit",
        bij_wissen="Het adres gaat uit de tekst.",
        vind=_vind_redenen,
        exporteer=lambda rij: {"moment": rij.moment, "reden": rij.reden},
        wis=_wis_redenen,
        toon=lambda rij: rij.reden[:120],
    ),
    Vindplaats(
        enkel="poging om in te loggen",
        meer="pogingen om in te loggen",
        bij_wissen="Deze pogingen gaan weg.",
        vind=_vind_pogingen,
        exporteer=lambda rij: {
            "mailadres": rij.username,
            "internetadres": rij.ip_address,
            "moment": rij.attempt_time,
            "browser": rij.user_agent,
        },
        wis=gooi_rijen_weg,
        toon=lambda rij: date_format(rij.attempt_time, "j F Y, H.i"),
    ),
    Vindplaats(
        enkel="account van een medewerker",
        meer="accounts van medewerkers",
        bij_wissen="Een account blijft staan, want in de geschiedenis staat wie wat deed. Zet het uit bij Gebruikers.",
        vind=_vind_accounts,
        exporteer=lambda rij: {
            "naam": rij.naam,
            "email": rij.email,
            "rollen": sorted(rol.value for rol in rij.rollen),
            "aangemaakt_op": rij.aangemaakt_op,
            "laatst_ingelogd": rij.last_login,
        },
        wis=None,
        adres=lambda rij: reverse("admin:kern_gebruiker_change", args=[rij.pk]),
    ),
]
