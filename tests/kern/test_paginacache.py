"""The page cache is exact: a change is seen on the next request, whoever made it and however."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alliantie.kern.models import Inhoudsversie
from alliantie.portaal.models import Pagina
from initiatieven import acties
from initiatieven.models import Foto, Initiatief, Thema, Vermelding
from tests.factories import (
    BronFactory,
    CoordinatorFactory,
    FotoFactory,
    InitiatiefFactory,
    LesFactory,
    ProjectteamFactory,
    ThemaFactory,
)
from tests.hulp import formulier, tegelijk

NIEUW = "Helemaal anders"


def aantal_vragen(client: Client, adres: str, **koppen: str) -> int:
    """Return how many queries this request took; one means that the page came from the cache."""
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(adres, headers=koppen).status_code == 200
    return len(vragen)


def tekst(client: Client, adres: str) -> str:
    return client.get(adres).content.decode()


@pytest.fixture
def initiatief(db: None) -> Initiatief:
    return InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Soep voor allen")


# --- a page is made once -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "adres",
    ["/", "/initiatieven/", "/initiatieven/?q=soep", "/initiatieven/kaart/", "/initiatieven/soep/", "/over/",
     "/methodieken/", "/gemeenten/", "/gemeenten/tilburg/", "/organisaties/"],
)  # fmt: skip
def test_the_second_visitor_costs_one_query(client: Client, initiatief: Initiatief, adres: str) -> None:
    eerste = tekst(client, adres)
    assert aantal_vragen(Client(), adres) == 1
    assert tekst(Client(), adres) == eerste


def test_another_question_is_another_page(client: Client, initiatief: Initiatief) -> None:
    assert "voor allen" in tekst(client, "/initiatieven/?q=soep")
    assert "voor allen" not in tekst(client, "/initiatieven/?q=zwembad")


def test_compressed_and_plain_are_kept_apart(client: Client, initiatief: Initiatief) -> None:
    for _ in range(2):
        gepakt = client.get("/initiatieven/soep/", headers={"accept-encoding": "gzip"})
        open_ = client.get("/initiatieven/soep/")
        assert gepakt["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in open_
        assert len(gepakt.content) < len(open_.content)
        assert "Accept-Encoding" in gepakt["Vary"]


def test_what_is_not_there_is_not_kept(client: Client, initiatief: Initiatief) -> None:
    acties.haal_terug(vermelding=initiatief, door=None, reden="even")
    for _ in range(2):
        antwoord = client.get("/initiatieven/soep/")
        assert antwoord.status_code == 404
        assert "no-store" in antwoord["Cache-Control"]


# --- a change is seen ------------------------------------------------------------------------------------------


def _sql(opdracht: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, [NIEUW])


def _per_rij(initiatief: Initiatief) -> None:
    initiatief.titel = NIEUW
    initiatief.save()


WIJZIGINGEN: dict[str, Callable[[Initiatief], Any]] = {
    "save": _per_rij,
    "update": lambda _: Vermelding.objects.update(titel=NIEUW),
    "bulk_update": lambda i: setattr(i, "verhaal", NIEUW) or Initiatief.objects.bulk_update([i], ["verhaal"]),
    "raw sql": lambda _: _sql("UPDATE initiatieven_initiatief SET verhaal = %s"),
    "theme renamed": lambda _: Thema.objects.update(naam=NIEUW),
    "list changed": lambda i: i.themas.add(ThemaFactory(naam=NIEUW)),
    "lesson added": lambda i: LesFactory(vermelding=i, titel=NIEUW),
    "source added": lambda i: BronFactory(vermelding=i, titel=NIEUW),
    "photo added": lambda i: FotoFactory(vermelding=i, alt=NIEUW),
    "bulk_create": lambda i: type(BronFactory.build()).objects.bulk_create(
        [BronFactory.build(vermelding=i, titel=NIEUW)]
    ),
}


@pytest.mark.parametrize("hoe", WIJZIGINGEN)
def test_a_change_is_seen_on_the_next_request(client: Client, initiatief: Initiatief, hoe: str) -> None:
    assert NIEUW not in tekst(client, "/initiatieven/soep/")
    WIJZIGINGEN[hoe](initiatief)
    assert NIEUW in tekst(client, "/initiatieven/soep/")


def test_what_is_deleted_is_gone_on_the_next_request(client: Client, initiatief: Initiatief) -> None:
    FotoFactory(vermelding=initiatief, alt=NIEUW)
    assert NIEUW in tekst(client, "/initiatieven/soep/")
    Foto.objects.all().delete()
    assert NIEUW not in tekst(client, "/initiatieven/soep/")


def test_a_withdrawn_item_is_gone_everywhere_on_the_next_request(
    client: Client, initiatief: Initiatief
) -> None:
    adressen = ["/", "/initiatieven/", "/initiatieven/?q=soep", initiatief.hoofdthema.get_absolute_url()]
    assert all("voor allen" in tekst(client, adres) for adres in adressen)
    acties.haal_terug(vermelding=initiatief, door=None, reden="op verzoek")
    assert not any("voor allen" in tekst(client, adres) for adres in adressen)
    assert client.get("/initiatieven/soep/").status_code == 404


def test_a_page_of_text_is_new_on_the_next_request(client: Client, db: None) -> None:
    tekst(client, "/privacy/")
    Pagina.objects.filter(slug="privacy").update(tekst=NIEUW)
    assert NIEUW in tekst(client, "/privacy/")


def test_a_change_by_staff_is_seen_by_visitors(client: Client, initiatief: Initiatief) -> None:
    tekst(client, "/initiatieven/soep/")
    staf = Client()
    staf.force_login(ProjectteamFactory())
    adres = f"/beheer/initiatieven/initiatief/{initiatief.pk}/change/"
    velden = formulier(staf.get(adres), "titel") | {"titel": [NIEUW]}
    assert staf.post(adres, velden).status_code == 302
    assert NIEUW in tekst(client, "/initiatieven/soep/")
    assert NIEUW in tekst(client, "/initiatieven/")


@pytest.mark.django_db(transaction=True)
def test_a_change_in_another_connection_is_seen(client: Client) -> None:
    InitiatiefFactory(gepubliceerd=True, slug="soep")
    tekst(client, "/initiatieven/soep/")
    tegelijk(lambda: Vermelding.objects.update(titel=NIEUW))
    assert NIEUW in tekst(client, "/initiatieven/soep/")


@pytest.mark.django_db(transaction=True)
def test_a_change_is_seen_when_it_is_committed_and_not_before(client: Client) -> None:
    InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Soep voor allen")
    tekst(client, "/initiatieven/soep/")

    def kijk() -> str:
        return tekst(Client(), "/initiatieven/soep/")

    with transaction.atomic():
        Vermelding.objects.update(titel=NIEUW)
        assert NIEUW not in tegelijk(kijk)[0]
    assert NIEUW in tekst(client, "/initiatieven/soep/")


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_leaves_the_page_as_it_was(client: Client) -> None:
    InitiatiefFactory(gepubliceerd=True, slug="soep", titel="Soep voor allen")
    oud = tekst(client, "/initiatieven/soep/")
    with transaction.atomic():
        Vermelding.objects.update(titel="Bedacht en niet gedaan")
        transaction.set_rollback(True)
    assert aantal_vragen(client, "/initiatieven/soep/") == 1
    assert tekst(client, "/initiatieven/soep/") == oud
    Vermelding.objects.update(titel=NIEUW)
    assert NIEUW in tekst(client, "/initiatieven/soep/")


@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_once_both_turn_the_odometer() -> None:
    initiatieven = InitiatiefFactory.create_batch(4)
    voor = Inhoudsversie.nu()

    def wijzig(pk: int) -> int:
        return Vermelding.objects.filter(pk=pk).update(plaats=NIEUW)

    assert tegelijk(*(lambda pk=i.pk: wijzig(pk) for i in initiatieven)) == [1] * 4
    assert Inhoudsversie.nu() >= voor + 4


# --- browsers that ask again -----------------------------------------------------------------------------------


def test_who_has_the_page_gets_304_until_it_changes(client: Client, initiatief: Initiatief) -> None:
    adres = "/initiatieven/soep/"
    eerste = client.get(adres)
    etag = eerste["ETag"]
    assert eerste["Cache-Control"] == "no-cache"
    for gevraagd in (etag, f"W/{etag}", f'"iets", {etag}'):
        antwoord = client.get(adres, headers={"if-none-match": gevraagd})
        assert (antwoord.status_code, antwoord.content) == (304, b"")
        assert antwoord["ETag"] == etag
    assert client.get(adres, headers={"if-none-match": '"iets anders"'}).status_code == 200
    Vermelding.objects.update(titel=NIEUW)
    antwoord = client.get(adres, headers={"if-none-match": etag})
    assert antwoord.status_code == 200
    assert antwoord["ETag"] != etag


def test_the_etag_is_of_the_page_and_not_of_how_it_was_sent(client: Client, initiatief: Initiatief) -> None:
    etag = client.get("/initiatieven/soep/")["ETag"]
    gepakt = client.get("/initiatieven/soep/", headers={"accept-encoding": "gzip"})
    assert gepakt["ETag"].removeprefix("W/") == etag


def test_head_has_the_headers_and_no_body(client: Client, initiatief: Initiatief) -> None:
    gewoon = client.get("/initiatieven/soep/")
    kop = client.head("/initiatieven/soep/")
    assert (kop.status_code, kop.content) == (200, b"")
    assert kop["ETag"] == gewoon["ETag"]
    assert kop["Content-Type"] == gewoon["Content-Type"]
    assert kop["Content-Length"] == str(len(gewoon.content))


# --- who is logged in ------------------------------------------------------------------------------------------


def test_staff_neither_fill_the_cache_nor_read_from_it(client: Client, initiatief: Initiatief) -> None:
    staf = Client()
    staf.force_login(CoordinatorFactory())
    adres = "/initiatieven/soep/"
    for _ in range(2):
        antwoord = staf.get(adres)
        assert antwoord.status_code == 200
        assert antwoord["Cache-Control"] == "private, no-store"
    assert aantal_vragen(client, adres) > 1  # nothing was put in by staff
    assert aantal_vragen(client, adres) == 1
    assert aantal_vragen(staf, adres) > 1  # and they do not take out what visitors put in


@pytest.mark.parametrize("adres", ["/initiatieven/soep/contact/", "/beheer/login/", "/gezond/"])
def test_what_is_not_the_same_for_all_is_never_kept(
    client: Client, initiatief: Initiatief, adres: str
) -> None:
    for _ in range(2):
        antwoord = client.get(adres)
        assert antwoord.status_code == 200
        assert "no-store" in antwoord["Cache-Control"]
        assert "ETag" not in antwoord


def test_every_visitor_gets_a_contact_form_of_his_own(initiatief: Initiatief) -> None:
    adres = "/initiatieven/soep/contact/"
    een, twee = (formulier(Client().get(adres), "zegel") for _ in range(2))
    assert een["zegel"] != twee["zegel"]
    assert een["csrfmiddlewaretoken"] != twee["csrfmiddlewaretoken"]


def test_a_visitor_of_a_public_page_gets_no_cookie(client: Client, initiatief: Initiatief) -> None:
    for adres in ("/", "/initiatieven/soep/", "/initiatieven/?q=soep", "/bestaat-niet/"):
        assert not client.get(adres).cookies
