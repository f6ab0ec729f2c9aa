"""One's own sign-up behind its link or code: every stand has its page, and nobody passes the line."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.models import Bericht, Statuswissel, Toegang
from bijeenkomsten.acties import aanmelden as acties
from bijeenkomsten.acties import beheer, links
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.bijeenkomsten.bezoeker import TOKEN, adres, stand
from tests.factories import AanmeldingFactory, BijeenkomstFactory, InzendingFactory
from tests.factories.bijeenkomsten import over
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import samenvatting
from tests.publiek import doelen, hoofd, tekst

pytestmark = pytest.mark.django_db


def in_de_rij(bijeenkomst: Bijeenkomst, *aantallen: int) -> list[Aanmelding]:
    """Sign up groups of these sizes, one after the other."""
    return [AanmeldingFactory(bijeenkomst=bijeenkomst, aantal=aantal) for aantal in aantallen]


def alles() -> list[object]:
    """Return every row that a page behind a link could change."""
    return [
        list(Aanmelding.objects.order_by("pk").values()),
        list(Bericht.objects.order_by("pk").values("pk", "soort")),
        list(Statuswissel.objects.order_by("pk").values("pk")),
    ]


@pytest.fixture
def aangeboden() -> Aanmelding:
    """Somebody from the waiting list to whom a place is offered."""
    eerste, tweede = in_de_rij(BijeenkomstFactory(capaciteit=2, titel="Samen eten"), 2, 2)
    acties.meld_af(aanmelding=eerste)
    tweede.refresh_from_db()
    return tweede


def laat_verstrijken(aanmelding: Aanmelding) -> None:
    """Let the time to confirm be over."""
    Aanmelding.objects.filter(pk=aanmelding.pk).update(bevestigen_voor=timezone.now() - timedelta(minutes=1))


# --- every stand a clear page ----------------------------------------------------------------------------------


def test_with_a_place_one_reads_when_where_and_what_one_said(client: Client) -> None:
    rij = BijeenkomstFactory(adres="Kerkstraat 1", lunch="ja", online_link="https://praten.example/kom")
    zelf = AanmeldingFactory(bijeenkomst=rij, aantal=2, hulp="Ik hoor slecht", eet_mee=1)
    pagina = client.get(adres(zelf))
    gelezen = tekst(pagina)
    for woorden in (
        "U hebt een plek",
        "Kerkstraat 1",
        "Ik hoor slecht",
        "1 mens eet mee",
        "Ik kan niet komen",
    ):
        assert woorden in gelezen, woorden
    assert toegang.code_van(zelf) in gelezen
    assert "https://praten.example/kom" in doelen(hoofd(pagina))


def test_the_link_to_take_part_online_is_for_who_has_a_place(client: Client, aangeboden: Aanmelding) -> None:
    Bijeenkomst.objects.update(online_link="https://praten.example/kom")
    assert "praten.example" not in client.get(adres(aangeboden)).content.decode()
    acties.bevestig(aanmelding=aangeboden)
    assert "praten.example" in client.get(adres(aangeboden)).content.decode()


def test_an_offered_place_says_until_when_and_has_one_button(client: Client, aangeboden: Aanmelding) -> None:
    gelezen = tekst(client.get(adres(aangeboden)))
    assert "Er is een plek voor u" in gelezen
    lokaal = timezone.localtime(aangeboden.bevestigen_voor)
    assert f"{lokaal:%H.%M} uur" in gelezen.replace("\xa0", " ")
    assert "Ja, ik kom met 2 mensen" in gelezen


def test_an_offer_that_ran_out_says_so_before_and_after_the_job_wrote_it_down(
    client: Client, aangeboden: Aanmelding
) -> None:
    laat_verstrijken(aangeboden)
    for _ in range(2):
        gelezen = tekst(client.get(adres(aangeboden)))
        assert "De plek is weg" in gelezen
        assert "Zet mij weer op de wachtlijst" in gelezen
        assert "Ja, ik kom" not in gelezen
        acties.laat_verlopen(aanmelding=aangeboden)


@pytest.mark.parametrize(
    ("velden", "kop"),
    [
        ({"begin": over(-3), "einde": over(-2)}, "Deze bijeenkomst is geweest"),
        ({"status": "afgelast"}, "Deze bijeenkomst gaat niet door"),
    ],
)
def test_over_and_called_off_are_said_and_nothing_can_be_done_any_more(
    client: Client, velden: dict, kop: str
) -> None:
    zelf = AanmeldingFactory()
    Bijeenkomst.objects.update(**velden)
    pagina = client.get(adres(zelf))
    assert kop in tekst(pagina)
    assert "Ik kan niet komen" not in tekst(pagina)
    assert "<form" not in hoofd(pagina)
    voor = alles()
    for deel in ("aantal/", "afmelden/", "bevestigen/", "weer-wachten/"):
        assert client.post(adres(zelf, deel), {"aantal": "3"}).status_code == 302
    assert alles() == voor


def test_erased_says_that_we_do_not_know_who_it_is_any_more(client: Client) -> None:
    zelf = AanmeldingFactory(naam="Fatima")
    Aanmelding.objects.filter(pk=zelf.pk).update(gewist_op=timezone.now(), naam="", email="")
    antwoord = client.get(adres(zelf))
    assert "Uw gegevens zijn gewist" in tekst(antwoord)
    assert "<form" not in hoofd(antwoord)


# --- opening changes nothing --------------------------------------------------------------------------------------


def test_no_page_behind_a_link_does_anything_when_it_is_only_opened(
    client: Client, aangeboden: Aanmelding
) -> None:
    voor = alles()
    for deel in ("", "?nieuw=1", "aantal/", "afmelden/"):
        assert client.get(adres(aangeboden, deel)).status_code == 200
        assert client.head(adres(aangeboden, deel)).status_code == 200
    for deel in ("bevestigen/", "weer-wachten/"):
        assert client.get(adres(aangeboden, deel)).status_code == 405
    assert alles() == voor


@pytest.mark.parametrize("kapot", ["altered", "cut", "other role", "too old", "nonsense"])
def test_a_link_that_is_not_right_gives_one_page_that_helps(client: Client, kapot: str) -> None:
    zelf = AanmeldingFactory()
    token = links.maak_link(aanmelding=zelf)
    if kapot == "altered":
        token = ("A" if token[0] != "A" else "B") + token[1:]
    elif kapot == "cut":
        token = token[:-2]
    elif kapot == "other role":
        token = toegang.maak_link(doel=InzendingFactory(), rol=Toegangsrol.AFZENDER)
    elif kapot == "too old":
        Toegang.objects.update(verloopt_op=timezone.now() - timedelta(seconds=1))
    else:
        token = "kort"
    voor = alles()
    for deel in ("", "aantal/", "afmelden/"):
        antwoord = client.get(f"/aanmelding/{token}/{deel}")
        assert antwoord.status_code == 404
        assert "Deze link werkt niet meer" in tekst(antwoord)
        assert "/aanmelding/" in doelen(hoofd(antwoord))
    for deel in ("bevestigen/", "afmelden/", "weer-wachten/"):
        assert client.post(f"/aanmelding/{token}/{deel}").status_code == 404
    assert alles() == voor


def test_a_link_without_its_last_slash_works(client: Client) -> None:
    kaal = adres(AanmeldingFactory()).rstrip("/")
    assert client.get(kaal).url == f"{kaal}/"


def test_pages_behind_a_link_are_kept_by_nobody(client: Client) -> None:
    antwoord = client.get(adres(AanmeldingFactory()))
    assert antwoord["Cache-Control"] == "private, no-store"
    assert antwoord["X-Robots-Tag"] == "noindex, nofollow"


# --- confirm, change, cancel, wait again ------------------------------------------------------------------------------


def test_the_button_takes_the_offered_place_and_a_second_click_is_fine(
    client: Client, aangeboden: Aanmelding
) -> None:
    Bericht.objects.all().delete()
    for _ in range(2):
        antwoord = client.post(adres(aangeboden, "bevestigen/"))
        assert "U hebt een plek" in tekst(client.get(antwoord.url))
    assert stand(aangeboden) == "geplaatst"
    assert [bericht.soort for bericht in Bericht.objects.all()] == ["aanmelding_plek"]


def test_a_button_pressed_too_late_says_so_and_one_can_wait_again_at_the_end(
    client: Client, aangeboden: Aanmelding
) -> None:
    [ander] = in_de_rij(aangeboden.bijeenkomst, 1)
    laat_verstrijken(aangeboden)
    antwoord = client.post(adres(aangeboden, "bevestigen/"))
    assert "De tijd om ja te zeggen is voorbij." in tekst(client.get(antwoord.url))
    assert stand(aangeboden) == "aangeboden"
    antwoord = client.post(adres(aangeboden, "weer-wachten/"))
    assert "U staat op de wachtlijst" in tekst(client.get(antwoord.url))
    assert (stand(aangeboden), stand(ander)) == ("wachtlijst", "aangeboden")


def test_cancelling_asks_first_and_gives_the_place_to_the_head_of_the_line(client: Client) -> None:
    rij = BijeenkomstFactory(capaciteit=2, titel="Samen eten")
    een, twee, drie = in_de_rij(rij, 2, 1, 1)
    assert "Wilt u zich afmelden?" in tekst(client.get(adres(een, "afmelden/")))
    assert stand(een) == "geplaatst"
    antwoord = client.post(adres(een, "afmelden/"))
    assert "U bent afgemeld" in tekst(client.get(antwoord.url))
    assert [stand(een_) for een_ in (een, twee, drie)] == ["afgemeld", "aangeboden", "aangeboden"]
    assert client.post(adres(een, "afmelden/")).status_code == 302
    assert Bericht.objects.filter(soort="aanmelding_plek_vrij").count() == 2


def test_the_head_of_the_line_is_placed_whole_or_waits_whole_and_nobody_passes(client: Client) -> None:
    rij = BijeenkomstFactory(capaciteit=4)
    een, twee, drie, vier = in_de_rij(rij, 2, 2, 3, 1)
    client.post(adres(een, "afmelden/"))
    assert [stand(een_) for een_ in (twee, drie, vier)] == ["geplaatst", "wachtlijst", "wachtlijst"]
    client.post(adres(twee, "afmelden/"))
    assert [stand(een_) for een_ in (drie, vier)] == ["aangeboden", "aangeboden"]


def test_who_cancelled_can_sign_up_anew(client: Client) -> None:
    zelf = AanmeldingFactory()
    antwoord = client.post(adres(zelf, "afmelden/"))
    assert f"{zelf.bijeenkomst.get_absolute_url()}aanmelden/" in doelen(hoofd(client.get(antwoord.url)))


def test_fewer_people_free_places_and_more_need_them(client: Client) -> None:
    rij = BijeenkomstFactory(capaciteit=5)
    een, _ = in_de_rij(rij, 3, 1)
    antwoord = client.post(adres(een, "aantal/"), {"aantal": "4"})
    assert "Het is veranderd." in tekst(client.get(antwoord.url))
    antwoord = client.post(adres(een, "aantal/"), {"aantal": "5"})
    assert antwoord.status_code == 422
    assert samenvatting(antwoord) == [
        ("#id_aantal", "Er is geen plek voor zoveel mensen. U kunt komen met niet meer dan 4 mensen")
    ]
    assert formulier(antwoord, "aantal")["aantal"] == ["5"]
    [drie] = in_de_rij(rij, 2)
    assert stand(drie) == "wachtlijst"
    client.post(adres(een, "aantal/"), {"aantal": "2"})
    assert stand(drie) == "aangeboden"
    assert Aanmelding.objects.get(pk=een.pk).aantal == 2


def test_five_hundred_people_are_refused_in_words(client: Client) -> None:
    zelf = AanmeldingFactory()
    for onzin in ("500", "0", "", "x", "1e3"):
        antwoord = client.post(adres(zelf, "aantal/"), {"aantal": onzin})
        assert antwoord.status_code == 422
        assert "Er is nog iets nodig" in tekst(antwoord)
    assert Aanmelding.objects.get(pk=zelf.pk).aantal == 1


def test_who_waits_and_changes_the_number_keeps_the_place_in_line(client: Client) -> None:
    rij = BijeenkomstFactory(capaciteit=2)
    _, twee, drie = in_de_rij(rij, 2, 1, 1)
    client.post(adres(twee, "aantal/"), {"aantal": "2"})
    assert "nummer 1 in de rij, met 2 mensen" in tekst(client.get(adres(twee))).replace(" ,", ",")
    assert "nummer 2 in de rij" in tekst(client.get(adres(drie)))


def test_raising_the_capacity_offers_places_in_order(client: Client) -> None:
    rij = BijeenkomstFactory(capaciteit=1)
    _, twee, drie = in_de_rij(rij, 1, 1, 1)
    Bijeenkomst.objects.filter(pk=rij.pk).update(capaciteit=2)
    beheer.verwerk_wijziging(bijeenkomst=rij, veranderd=["capaciteit"])
    assert [stand(twee), stand(drie)] == ["aangeboden", "wachtlijst"]


# --- code and new links --------------------------------------------------------------------------------


def stuur(client: Client, wat: str, **getypt: str) -> object:
    velden = formulier(client.get("/aanmelding/"), f"{wat}-zegel")
    return client.post("/aanmelding/", velden | {f"{wat}-{naam}": waarde for naam, waarde in getypt.items()})


def test_a_code_opens_the_sign_up_in_any_case_and_spacing(client: Client) -> None:
    zelf = AanmeldingFactory()
    code = toegang.code_van(zelf)
    for getypt in (code, code.lower().replace(" ", ""), code.replace(" ", "-")):
        antwoord = stuur(client, "code", code=getypt)
        assert "U hebt een plek" in tekst(client.get(antwoord.url))  # type: ignore[attr-defined]


def test_every_wrong_code_gets_one_answer(client: Client) -> None:
    zelf = AanmeldingFactory()
    oud = AanmeldingFactory()
    Bijeenkomst.objects.filter(pk=oud.bijeenkomst_id).update(begin=over(-400), einde=over(-399))
    inzending = InzendingFactory()
    for getypt in ("PEER BOOM FIETS 4719", toegang.code_van(oud), toegang.code_van(inzending), "x"):
        antwoord = stuur(client, "code", code=getypt)
        assert antwoord.status_code == 422  # type: ignore[attr-defined]
        assert samenvatting(antwoord) == [  # type: ignore[arg-type]
            ("#id_code-code", "Deze code kennen wij niet, of hij is te oud. Kijk de code nog een keer na")
        ]
    assert toegang.code_van(zelf)


def test_guessing_codes_is_stopped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "CODES_PER_UUR", 2)
    for _ in range(2):
        assert stuur(client, "code", code="PEER BOOM FIETS 4719").status_code == 422  # type: ignore[attr-defined]
    antwoord = stuur(client, "code", code=toegang.code_van(AanmeldingFactory()))
    assert antwoord.status_code == 429  # type: ignore[attr-defined]


def test_new_links_go_to_the_mailbox_and_nobody_else_learns_who_signed_up(client: Client) -> None:
    een = AanmeldingFactory(email="fatima@prive.example", bijeenkomst__titel="Samen eten")
    AanmeldingFactory(email="FATIMA@prive.example", bijeenkomst__titel="Samen fietsen")
    AanmeldingFactory(email="ander@prive.example", bijeenkomst__titel="Van een ander")
    Bericht.objects.all().delete()
    antwoorden = [
        stuur(client, "mail", email=adres_) for adres_ in ("fatima@prive.example", "niemand@x.example")
    ]
    assert {antwoord.url for antwoord in antwoorden} == {"/aanmelding/link-onderweg/"}  # type: ignore[attr-defined]
    mail = Bericht.objects.get()
    assert mail.aan == een.email
    assert "Samen eten" in mail.tekst
    assert "Samen fietsen" in mail.tekst
    assert "Van een ander" not in mail.tekst
    for token in TOKEN.findall(mail.tekst):
        assert "U hebt een plek" in tekst(client.get(f"/aanmelding/{token}/"))


def test_without_a_code_or_address_the_page_says_what_to_do(client: Client) -> None:
    assert "Vul uw code in" in tekst(stuur(client, "code", code=""))  # type: ignore[arg-type]
    assert "Vul uw e-mailadres in" in tekst(stuur(client, "mail", email=""))  # type: ignore[arg-type]
    assert client.post("/aanmelding/", {"wat": "onzin"}).status_code == 200
