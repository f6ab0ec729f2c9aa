"""A tip: somebody names a group, the team invites the group, and the group tells about itself."""

import secrets
from typing import Any

import pytest
from django.test import Client

from alliantie.kern import post
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties import behandelen, besluiten, invullen
from alliantie.kern.inzendingen.acties.fouten import NietCompleet, NietToegestaan
from alliantie.kern.inzendingen.acties.rij import LINK_HIER
from alliantie.kern.inzendingen.bewerking import veldstanden
from alliantie.kern.inzendingen.keuzes import Status, Toegangsrol, Uitkomst
from alliantie.kern.inzendingen.soort import soort_met
from alliantie.kern.models import Bericht, Inzending
from initiatieven.models import Initiatief, Vermelding
from tests.factories import BegeleidingsgroepFactory, InitiatiefFactory, ProjectteamFactory, gemeente
from tests.hulp import formulier, tegelijk

pytestmark = pytest.mark.django_db
GETYPT = {
    "tip_wat": "Eettafel De Brug",
    "tip_waar": "Tilburg",
    "groep_naam": "Ria Jansen",
    "groep_email": "ria@groep.example",
    "groep_telefoon": "06 12 34 56 78",
    "tip_organisatie": "Voedselbank Breda",
    "afzender_naam": "Els",
    "afzender_email": "els@netwerk.example",
    "afzender_telefoon": "",
}


def tip(**anders: str) -> Inzending:
    """A tip that was sent."""
    soort = soort_met("tip")
    begonnen, _ = invullen.begin(
        soort=soort, getypt=GETYPT | anders, sleutel=secrets.token_hex(16), netwerk="test"
    )
    return invullen.verstuur(inzending=begonnen, op_tijd=True)


def keur_goed(inzending: Inzending, door: Any = None, **opties: Any) -> Inzending:
    """Take it up and invite the group."""
    door = door or ProjectteamFactory()
    inzending = behandelen.pak_op(inzending=inzending, door=door)
    return besluiten.keur_goed(inzending=inzending, door=door, gezien=inzending.versie, **opties)


def bedankmail() -> post.Mail:
    """The mail to who gave the tip, as the desk makes it."""
    return post.stel_op(
        "tip_bedankt", {"naam": "Els", "onderwerp": "Eettafel De Brug", "link": LINK_HIER, "code": "X"}
    )


# --- telling it ------------------------------------------------------------------------------------------


def test_it_is_one_screen_that_is_sent_at_once() -> None:
    soort = soort_met("tip")
    (scherm,) = soort.schermen
    assert soort.in_een_keer
    assert set(scherm.velden) == set(soort.form.base_fields)


def test_what_and_where_are_enough() -> None:
    verstuurd = tip(**{veld: "" for veld in GETYPT if veld not in {"tip_wat", "tip_waar"}})
    assert verstuurd.status == Status.INGEDIEND
    assert (verstuurd.onderwerp, verstuurd.waar) == ("Eettafel De Brug", "Tilburg")
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("tip_wat", "", "Vul in welke groep of welk initiatief u kent"),
        ("tip_waar", " ", "Vul de plaats of de postcode in"),
        ("tip_waar", "12345", "Een postcode heeft 4 cijfers en 2 letters, zoals 1234 AB"),
        ("groep_email", "ria", "Kijk het e-mailadres van de groep na. Een voorbeeld: naam@voorbeeld.nl"),
        ("groep_telefoon", "0612", "Kijk het telefoonnummer van de groep na. Het heeft 10 cijfers"),
        ("afzender_email", "els", "Er mist een @ in uw e-mailadres"),
    ],
)
def test_a_mistake_says_what_to_do(veld: str, waarde: str, melding: str) -> None:
    with pytest.raises(NietCompleet) as fout:
        tip(**{veld: waarde})
    assert fout.value.fouten == {veld: [melding]}


def test_who_gives_the_tip_hears_that_it_came_in() -> None:
    verstuurd = tip()
    bericht = Bericht.objects.get()
    assert (bericht.soort, bericht.aan) == ("tip_ontvangen", "els@netwerk.example")
    assert bericht.onderwerp == "Wij hebben uw tip over Eettafel De Brug"
    assert (verstuurd.naam, verstuurd.email) == ("Els", "els@netwerk.example")


@pytest.mark.parametrize(
    ("email", "telefoon", "bereik"),
    [("els@netwerk.example", "", "mail"), ("", "06 12 34 56 78", "telefoon"), ("", "", "")],
)
def test_how_to_reach_who_gives_it_is_not_asked_but_follows(email: str, telefoon: str, bereik: str) -> None:
    assert tip(afzender_email=email, afzender_telefoon=telefoon).bereik == bereik


def test_nobody_is_noted_as_having_agreed_to_publication() -> None:
    assert tip().akkoord_op is None


def test_the_group_is_written_to_by_nobody_before_the_team_did() -> None:
    tip()
    assert not Bericht.objects.filter(aan="ria@groep.example").exists()


def test_all_that_is_about_persons_has_a_name_by_which_it_is_erased() -> None:
    persoonlijk = {"Ria Jansen", "ria@groep.example", "06 12 34 56 78", "Els", "els@netwerk.example"}
    gewist = {
        veld: waarde
        for veld, waarde in tip().gegevens.items()
        if not veld.startswith(("afzender_", "groep_"))
    }
    assert not persoonlijk & set(gewist.values())


# --- the desk --------------------------------------------------------------------------------------------


def test_the_desk_shows_whom_to_ask_among_the_fields() -> None:
    getoond = {stand.naam: stand.gestuurd for stand in veldstanden(tip())}
    assert getoond["groep_naam"] == "Ria Jansen"
    assert getoond["groep_telefoon"] == "06 12 34 56 78"
    assert "afzender_naam" not in getoond


def test_the_queue_says_of_which_organisation_it_is() -> None:
    soort = soort_met("tip")
    assert soort.in_het_kort(tip()) == "Tip van Voedselbank Breda"
    assert soort.in_het_kort(tip(tip_organisatie="")) == "Tip"


def test_the_desk_shows_whether_it_stands_there_already() -> None:
    staat_er = InitiatiefFactory(titel="Eettafel de Brug", gemeente=gemeente("Tilburg"), gepubliceerd=True)
    soort, verstuurd = soort_met("tip"), tip()
    (dubbel,) = soort.dubbelen(verstuurd.gegevens, voor_team=True, behalve=verstuurd.pk)
    assert dubbel.doel == staat_er
    assert not soort.dubbelen({"tip_wat": "Fietsenbank", "tip_waar": "Tilburg"}, voor_team=True)


def test_the_team_invites_the_group_to_tell_about_itself() -> None:
    verstuurd = keur_goed(tip(), mail=bedankmail())
    assert (verstuurd.status, verstuurd.uitkomst) == (Status.GOEDGEKEURD, Uitkomst.UITGENODIGD)
    uitnodiging = verstuurd.doel
    assert isinstance(uitnodiging, Inzending)
    assert (uitnodiging.soort, uitnodiging.status) == ("initiatief", Status.CONCEPT)
    assert (uitnodiging.onderwerp, uitnodiging.waar) == ("Eettafel De Brug", "Tilburg")
    assert (uitnodiging.naam, uitnodiging.email) == ("Ria Jansen", "ria@groep.example")
    assert "Els" not in str(uitnodiging.gegevens)
    assert not Vermelding.objects.exists()


def test_the_link_in_the_invitation_opens_what_was_begun_for_the_group() -> None:
    uitnodiging = keur_goed(tip()).doel
    bericht = Bericht.objects.get(soort="tip_uitnodiging")
    assert bericht.aan == "ria@groep.example"
    assert bericht.inzending == uitnodiging
    token = next(regel for regel in bericht.tekst.splitlines() if regel.startswith("http")).split("/")[-2]
    geopend = toegang.open_link(token, rol=Toegangsrol.AFZENDER)
    assert geopend is not None
    assert geopend.doel == uitnodiging
    assert geopend.gemaild_aan == "ria@groep.example"
    assert "Els" not in bericht.tekst


def test_who_gave_the_tip_is_thanked() -> None:
    keur_goed(tip(), mail=bedankmail())
    bericht = Bericht.objects.get(soort="tip_bedankt")
    assert bericht.aan == "els@netwerk.example"
    assert bericht.onderwerp == "Uw tip over Eettafel De Brug: dank u wel"
    assert LINK_HIER not in bericht.tekst


@pytest.mark.parametrize("telefoon", ["06 12 34 56 78", ""])
def test_a_group_without_mail_address_is_called_and_has_a_code(telefoon: str) -> None:
    verstuurd = keur_goed(tip(groep_email="", groep_telefoon=telefoon))
    uitnodiging = verstuurd.doel
    assert not Bericht.objects.filter(soort="tip_uitnodiging").exists()
    assert uitnodiging.telefoon == telefoon
    assert toegang.open_code(toegang.code_van(uitnodiging)) == uitnodiging


def test_the_team_can_correct_what_was_told() -> None:
    door = ProjectteamFactory()
    opgepakt = behandelen.pak_op(inzending=tip(), door=door)
    bewerkt = behandelen.bewaar_bewerking(
        inzending=opgepakt,
        door=door,
        gezien=opgepakt.versie,
        velden={
            "tip_wat": {"keuze": "aanpassen", "waarde": "Buurtkeuken"},
            "groep_email": {"keuze": "weglaten"},
        },
    )
    klaar = besluiten.keur_goed(inzending=bewerkt, door=door, gezien=bewerkt.versie)
    assert klaar.doel.onderwerp == "Buurtkeuken"
    assert klaar.doel.email == ""


def test_what_stands_there_already_needs_no_invitation() -> None:
    staat_er = InitiatiefFactory(titel="Eettafel de Brug", gepubliceerd=True)
    door = ProjectteamFactory()
    opgepakt = behandelen.pak_op(inzending=tip(), door=door)
    gekoppeld = behandelen.koppel(inzending=opgepakt, door=door, gezien=opgepakt.versie, doel=staat_er)
    klaar = besluiten.keur_goed(
        inzending=gekoppeld,
        door=door,
        gezien=gekoppeld.versie,
        doel_gezien=soort_met("tip").doel_versie(staat_er),
    )
    assert klaar.uitkomst == Uitkomst.SAMENGEVOEGD
    assert klaar.doel == staat_er
    assert Initiatief.objects.get(pk=staat_er.pk).titel == "Eettafel de Brug"
    assert Inzending.objects.count() == 1
    assert not Bericht.objects.filter(soort="tip_uitnodiging").exists()


def test_who_only_reads_along_invites_nobody() -> None:
    with pytest.raises(NietToegestaan):
        keur_goed(tip(), BegeleidingsgroepFactory())


@pytest.mark.django_db(transaction=True)
def test_two_who_invite_at_once_make_one_invitation() -> None:
    een, ander = ProjectteamFactory(), ProjectteamFactory()
    opgepakt = behandelen.pak_op(inzending=tip(), door=een)
    uitslagen = tegelijk(
        *(
            lambda door=door: besluiten.keur_goed(inzending=opgepakt, door=door, gezien=opgepakt.versie)
            for door in (een, ander)
        )
    )
    assert sum(isinstance(uitslag, Inzending) for uitslag in uitslagen) == 1
    assert Inzending.objects.filter(soort="initiatief").count() == 1
    assert Bericht.objects.filter(soort="tip_uitnodiging").count() == 1


def test_staff_invite_from_the_desk_and_find_the_code_to_read_out(client: Client) -> None:
    door = ProjectteamFactory()
    client.force_login(door)
    opgepakt = behandelen.pak_op(inzending=tip(groep_email=""), door=door)
    bureau = f"/beheer/kern/inzending/{opgepakt.pk}/change/"
    velden = formulier(client.get(bureau), "doel_gezien")
    vraag = client.post(bureau, velden | {"doe": "besluit:publiceren"}, follow=True)
    assert "Nodig de groep uit en stuur de mail" in vraag.content.decode()
    (adres, _) = vraag.redirect_chain[-1]
    client.post(adres, formulier(vraag, "tekst") | {"besluit": "1"})
    opgepakt.refresh_from_db()
    uitnodiging = opgepakt.doel
    assert isinstance(uitnodiging, Inzending)
    assert Bericht.objects.filter(soort="tip_bedankt", aan="els@netwerk.example").exists()
    na = client.get(bureau).content.decode()
    pad = f"/beheer/kern/inzending/{uitnodiging.pk}/change/"
    assert f'<a href="{pad}">Eettafel De Brug</a>' in na
    pagina = client.get(pad).content.decode()
    assert toegang.code_van(uitnodiging) in pagina
    assert "06 12 34 56 78" in pagina
