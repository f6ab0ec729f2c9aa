"""Lists, accounts, mail and pages in the admin: role × action against a table written out by hand, by real requests."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from alliantie.kern.models import Bericht, Gebruiker, Modelzin
from alliantie.portaal.models import Pagina
from initiatieven.models import Zoekvraag
from tests.factories import (
    BegeleidingsgroepFactory,
    BerichtFactory,
    CoordinatorFactory,
    DoelgroepFactory,
    GebruikerFactory,
    OrganisatieFactory,
    ProjectteamFactory,
    SynoniemFactory,
    ThemaFactory,
    gemeente,
    maak_gebruiker,
)
from tests.factories.gebruikers import WACHTWOORD
from tests.hulp import formulier

pytestmark = pytest.mark.django_db

ROLLEN = ("coordinator", "projectteam", "begeleidingsgroep", "zonder rol", "geen staf", "anoniem")
LETTER = {"coordinator": "c", "projectteam": "p", "begeleidingsgroep": "b"}

# c = coordinator, p = projectteam, b = begeleidingsgroep; whoever is not named may not.
MAG = {
    #                           see    add   change  delete
    "initiatieven/thema":      ("cpb", "cp", "cp",   "c"),
    "initiatieven/doelgroep":  ("cpb", "cp", "cp",   "c"),
    "initiatieven/synoniem":   ("cpb", "cp", "cp",   "c"),
    "initiatieven/organisatie": ("cpb", "cp", "cp",  "c"),
    "initiatieven/gemeente":   ("cpb", "",   "cp",   ""),
    "initiatieven/zoekvraag":  ("cpb", "",   "",     ""),
    "portaal/pagina":          ("cpb", "",   "cp",   ""),
    "kern/bericht":            ("cp",  "",   "",     ""),
    "kern/gebruiker":          ("c",   "c",  "c",    ""),
    "kern/modelzin":           ("cp",  "cp", "cp",   "cp"),
}  # fmt: skip

RIJ: dict[str, Callable[[], Any]] = {
    "initiatieven/thema": ThemaFactory,
    "initiatieven/doelgroep": DoelgroepFactory,
    "initiatieven/synoniem": SynoniemFactory,
    "initiatieven/organisatie": OrganisatieFactory,
    "initiatieven/gemeente": lambda: gemeente("Breda"),
    "initiatieven/zoekvraag": lambda: Zoekvraag.objects.create(vraag="zwembad", dag=timezone.localdate()),
    "portaal/pagina": lambda: Pagina.objects.get(slug="privacy"),
    "kern/bericht": BerichtFactory,
    "kern/gebruiker": GebruikerFactory,
    "kern/modelzin": lambda: Modelzin.objects.create(tekst="Kunt u iets meer vertellen?"),
}
# Per list a field and what is put in it.
VELD = {
    "initiatieven/synoniem": ("woorden", "soep, bouillon"),
    "initiatieven/gemeente": ("ook_bekend_als", "Het andere Breda"),
    "portaal/pagina": ("titel", "Door mij veranderd"),
    "kern/bericht": ("onderwerp", "Door mij veranderd"),
    "kern/modelzin": ("tekst", "Door mij veranderd"),
    "initiatieven/zoekvraag": ("vraag", "door mij veranderd"),
}
LIJSTEN = [(rol, lijst) for rol in ROLLEN for lijst in MAG]


def mag(rol: str, lijst: str, actie: str) -> bool:
    return LETTER.get(rol, "-") in MAG[lijst][("zien", "maken", "veranderen", "weggooien").index(actie)]


def bezoek(rol: str) -> Client:
    client = Client()
    if rol != "anoniem":
        client.force_login(maak_gebruiker(rol))
    return client


@pytest.mark.parametrize(("rol", "lijst"), LIJSTEN)
def test_seeing(rol: str, lijst: str) -> None:
    rij, client = RIJ[lijst](), bezoek(rol)
    for adres in (
        f"/beheer/{lijst}/",
        f"/beheer/{lijst}/{rij.pk}/change/",
        f"/beheer/{lijst}/{rij.pk}/history/",
    ):
        antwoord = client.get(adres)
        assert (antwoord.status_code == 200) is mag(rol, lijst, "zien"), adres
        assert antwoord.status_code in {200, 302, 403}


@pytest.mark.parametrize(("rol", "lijst"), LIJSTEN)
def test_changing(rol: str, lijst: str) -> None:
    rij = RIJ[lijst]()
    veld, waarde = VELD.get(lijst, ("naam", "Door mij veranderd"))
    oud = str(getattr(rij, veld))
    adres = f"/beheer/{lijst}/{rij.pk}/change/"
    pagina = bezoek("coordinator").get(adres)
    velden = formulier(pagina, veld) if mag("coordinator", lijst, "veranderen") else {}
    antwoord = bezoek(rol).post(adres, velden | {veld: [waarde]})
    rij.refresh_from_db()
    gelukt = mag(rol, lijst, "veranderen")
    assert (str(getattr(rij, veld)) != oud) is gelukt
    assert antwoord.status_code == 302 if gelukt else antwoord.status_code in {302, 403}


@pytest.mark.parametrize(("rol", "lijst"), LIJSTEN)
def test_adding(rol: str, lijst: str) -> None:
    model = type(RIJ[lijst]())
    adres = f"/beheer/{lijst}/add/"
    velden: Any = {}
    if mag("coordinator", lijst, "maken"):
        velden = formulier(bezoek("coordinator").get(adres), VELD.get(lijst, ("naam", ""))[0])
    velden |= {
        "naam": ["Nieuw in de lijst"], "slug": ["nieuw-in-de-lijst"], "icoon": ["overig"], "soort": ["lid"],
        "volgorde": ["7"], "woorden": ["bad, zwembad"], "tekst": ["Vertel iets meer."],
        "email": ["nieuw@voorbeeld.example"],
        "usable_password": ["true"], "password1": [WACHTWOORD], "password2": [WACHTWOORD],
    }  # fmt: skip
    client = bezoek(rol)
    voor = model.objects.count()
    antwoord = client.post(adres, velden)
    assert model.objects.count() == voor + mag(rol, lijst, "maken"), antwoord.content.decode()[:2000]
    assert antwoord.status_code in {302, 403}


@pytest.mark.parametrize("lijst", ["portaal/pagina", "initiatieven/thema", "initiatieven/organisatie"])
@pytest.mark.parametrize("rol", ROLLEN)
def test_restoring_an_old_version(rol: str, lijst: str) -> None:
    rij = RIJ[lijst]()
    veld = VELD.get(lijst, ("naam", ""))[0]
    rij.save()
    versie, oud = rij.history.latest().history_id, getattr(rij, veld)
    velden = formulier(bezoek("coordinator").get(f"/beheer/{lijst}/{rij.pk}/change/"), veld)
    setattr(rij, veld, "Zoals het nu is")
    rij.save()
    bezoek(rol).post(f"/beheer/{lijst}/{rij.pk}/history/{versie}/", velden | {veld: [oud]})
    rij.refresh_from_db()
    assert (getattr(rij, veld) == oud) is mag(rol, lijst, "veranderen")


@pytest.mark.parametrize("hoe", ["page", "bulk"])
@pytest.mark.parametrize(("rol", "lijst"), LIJSTEN)
def test_deleting(rol: str, lijst: str, hoe: str) -> None:
    rij = RIJ[lijst]()
    if hoe == "page":
        bezoek(rol).post(f"/beheer/{lijst}/{rij.pk}/delete/", {"post": "yes"})
    else:
        keuze = {"action": "delete_selected", "_selected_action": [rij.pk], "post": "yes"}
        bezoek(rol).post(f"/beheer/{lijst}/", keuze)
    assert type(rij).objects.filter(pk=rij.pk).exists() is not mag(rol, lijst, "weggooien")


@pytest.mark.parametrize("rol", ROLLEN)
def test_the_order_in_a_list_is_changed_by_who_may_change_it(rol: str) -> None:
    thema = ThemaFactory(volgorde=10)
    velden = {
        "form-TOTAL_FORMS": ["1"], "form-INITIAL_FORMS": ["1"], "form-0-id": [thema.pk],
        "form-0-volgorde": ["20"], "_save": ["Opslaan"],
    }  # fmt: skip
    bezoek(rol).post("/beheer/initiatieven/thema/", velden)
    thema.refresh_from_db()
    assert thema.volgorde == (20 if mag(rol, "initiatieven/thema", "veranderen") else 10)


# --- mail -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ROLLEN)
def test_sending_again_is_for_the_team(rol: str) -> None:
    wacht, weg = BerichtFactory(), BerichtFactory(verzonden_op=timezone.now())
    keuze = {"action": "verstuur_opnieuw", "_selected_action": [wacht.pk, weg.pk]}
    bezoek(rol).post("/beheer/kern/bericht/", keuze)
    jobs = [job.args["bericht_id"] for job in ProcrastinateJob.objects.filter(queue_name="post")]
    assert jobs == ([wacht.pk] if LETTER.get(rol, "-") in "cp" else [])
    assert mail.outbox == []
    assert Bericht.objects.count() == 2


def test_the_begeleidingsgroep_reads_no_mail_anywhere() -> None:
    bericht = BerichtFactory(
        aan="ria@prive.example", onderwerp="Vraag van Els", tekst="Bel mij op 0612345678"
    )
    client = Client()
    client.force_login(BegeleidingsgroepFactory())
    for adres in (
        "/beheer/",
        "/beheer/kern/",
        "/beheer/kern/bericht/",
        f"/beheer/kern/bericht/{bericht.pk}/change/",
    ):
        html = client.get(adres).content.decode()
        assert not any(spoor in html for spoor in ("ria@prive", "Vraag van Els", "0612345678")), adres


# --- accounts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fabriek", [ProjectteamFactory, BegeleidingsgroepFactory])
def test_nobody_gives_himself_another_role_or_anothers_password(fabriek: Any) -> None:
    ik, baas = fabriek(), CoordinatorFactory()
    client = Client()
    client.force_login(ik)
    coordinator = Group.objects.get(name="coordinator").pk
    velden = {
        "email": ik.email,
        "naam": ik.naam,
        "is_active": "on",
        "is_staff": "on",
        "groups": [coordinator],
    }
    for adres, wat in (
        (f"/beheer/kern/gebruiker/{ik.pk}/change/", velden | {"is_superuser": "on"}),
        (f"/beheer/kern/gebruiker/{baas.pk}/password/", {"password1": "x" * 20, "password2": "x" * 20}),
        ("/beheer/kern/gebruiker/", {"action": "wis_tweede_stap", "_selected_action": [baas.pk]}),
    ):
        assert client.post(adres, wat).status_code == 403
    ik.refresh_from_db()
    assert not ik.groups.filter(name="coordinator").exists()
    assert not ik.is_superuser
    assert Gebruiker.objects.get(pk=baas.pk).check_password(WACHTWOORD)


def test_a_coordinator_makes_no_superuser() -> None:
    bas = ProjectteamFactory()
    adres = f"/beheer/kern/gebruiker/{bas.pk}/change/"
    client = bezoek("coordinator")
    velden = formulier(client.get(adres), "email") | {"is_superuser": ["on"], "naam": ["Bas B."]}
    assert client.post(adres, velden).status_code == 302
    bas.refresh_from_db()
    assert (bas.naam, bas.is_superuser) == ("Bas B.", False)


def test_no_password_is_shown_to_anyone() -> None:
    bas = ProjectteamFactory()
    html = bezoek("coordinator").get(f"/beheer/kern/gebruiker/{bas.pk}/change/").content.decode()
    assert bas.password not in html


def test_everyone_may_change_the_own_password() -> None:
    ik = BegeleidingsgroepFactory()
    client = Client()
    client.force_login(ik)
    nieuw = "zeven-soepkommen-op-tafel"
    velden = {"old_password": WACHTWOORD, "new_password1": nieuw, "new_password2": nieuw}
    assert client.post("/beheer/password_change/", velden).status_code == 302
    assert Gebruiker.objects.get(pk=ik.pk).check_password(nieuw)


def test_a_new_colleague_gets_a_role_at_once() -> None:
    groep = Group.objects.get(name="projectteam")
    velden = {
        "email": "bas@voorbeeld.example", "naam": "Bas", "groups": [groep.pk],
        "password1": WACHTWOORD, "password2": WACHTWOORD,
    }  # fmt: skip
    antwoord = bezoek("coordinator").post("/beheer/kern/gebruiker/add/", velden, follow=True)
    bas = Gebruiker.objects.get(email="bas@voorbeeld.example")
    assert list(bas.groups.all()) == [groep]
    assert bas.check_password(WACHTWOORD)
    assert [str(melding) for melding in antwoord.context["messages"]] == ["‘Bas’ is bewaard."]


def test_choosing_nothing_says_what_to_do() -> None:
    ThemaFactory()
    antwoord = bezoek("coordinator").post(
        "/beheer/initiatieven/thema/", {"action": "delete_selected", "index": "0"}, follow=True
    )
    melding = [str(melding) for melding in antwoord.context["messages"]]
    assert melding == ["Kruis eerst aan wat u wilt veranderen."]
