"""What the history in the admin calls a change, and how one goes back."""

from typing import Any

import pytest
from django.test import Client

from alliantie.portaal.models import Pagina
from tests.factories import (
    CoordinatorFactory,
    InitiatiefFactory,
    InzendingFactory,
    MethodiekFactory,
    StapFactory,
    gemeente,
    maak_gebruiker,
)
from tests.hulp import formulier

pytestmark = pytest.mark.django_db

REGELS = "Eerste regel.\n\n- soep\n- brood"
MET_CR = REGELS.replace("\n", "\r\n")


@pytest.fixture
def els(client: Client) -> Client:
    client.force_login(CoordinatorFactory())
    return client


def tijdlijn(client: Client, adres: str) -> list[Any]:
    return client.get(f"{adres}history/").context["tijdlijn"]


def bewaar(client: Client, adres: str, **anders: str) -> None:
    """Send the form as a browser does: with line ends of two characters."""
    velden = formulier(client.get(f"{adres}change/"), "titel")
    velden = {naam: [str(w).replace("\n", "\r\n") for w in waarden] for naam, waarden in velden.items()}
    antwoord = client.post(f"{adres}change/", velden | {naam: [waarde] for naam, waarde in anders.items()})
    assert antwoord.status_code == 302, antwoord.content.decode()[:3000]


def test_saving_without_a_change_is_no_change(els: Client) -> None:
    stap = StapFactory(tekst=REGELS, methodiek=MethodiekFactory(in_het_kort=REGELS))
    adres = f"/beheer/initiatieven/methodiek/{stap.methodiek_id}/"
    voor = tijdlijn(els, adres)
    bewaar(els, adres)
    stap.refresh_from_db()
    assert (stap.tekst, stap.methodiek.in_het_kort) == (REGELS, REGELS)
    assert stap.history.count() == 1
    assert tijdlijn(els, adres) == voor


def test_a_change_shows_only_what_changed(els: Client) -> None:
    initiatief = InitiatiefFactory(verhaal=REGELS, plaats="Roden", gemeente=None)
    adres = f"/beheer/initiatieven/initiatief/{initiatief.pk}/"
    bewaar(els, adres, plaats="Leek", gemeente=str(gemeente("Breda").pk))
    laatste = tijdlijn(els, adres)[0]
    assert {(v.veld, v.oud, v.nieuw) for v in laatste.veranderingen} == {
        ("Dorp of wijk", "Roden", "Leek"),
        ("Gemeente", "", "Breda"),
    }
    html = els.get(f"{adres}history/").content.decode()
    assert "pk=None" not in html
    assert "(leeg)" in html


def test_an_older_version_with_other_line_ends_differs_in_nothing(els: Client) -> None:
    pagina = Pagina.objects.get(slug="privacy")
    Pagina.objects.filter(pk=pagina.pk).update(tekst=MET_CR)
    pagina.refresh_from_db()
    pagina.save()
    versie = pagina.history.latest().pk
    pagina.tekst = REGELS
    pagina.save()
    adres = f"/beheer/portaal/pagina/{pagina.pk}/"
    assert els.get(f"{adres}history/{versie}/").context["verschillen"] == []
    assert all(gebeurtenis.versie != pagina.history.latest().pk for gebeurtenis in tijdlijn(els, adres))


def test_going_back_stays_on_the_page_and_says_what_did_not_come_along(els: Client) -> None:
    stap = StapFactory(methodiek=MethodiekFactory(titel="Samen eten"))
    adres = f"/beheer/initiatieven/methodiek/{stap.methodiek_id}/"
    bewaar(els, adres, titel="Samen koken")
    laatste = tijdlijn(els, adres)[0]
    assert laatste.is_laatste
    terug = f"{adres}history/{laatste.vorige}/"
    antwoord = els.post(terug, formulier(els.get(terug), "titel"), follow=True)
    assert antwoord.redirect_chain == [(f"{adres}change/", 302)]
    (melding,) = antwoord.context["messages"]
    assert "uur staat terug. Stappen, foto's en andere delen zijn niet veranderd." in str(melding)
    stap.methodiek.refresh_from_db()
    assert stap.methodiek.titel == "Samen eten"


def test_a_change_that_came_from_outside_leads_to_where_it_came_from(els: Client) -> None:
    eettafel = InitiatiefFactory(titel="Eettafel", gemeente=gemeente(), gepubliceerd=True)
    rij = InzendingFactory(soort="aanvulling", doel=eettafel, fotos=1, status="goedgekeurd")
    adres = f"/beheer/initiatieven/initiatief/{eettafel.pk}/history/"
    link = (
        f'<strong>Komt van:</strong> <a href="/beheer/kern/inzending/{rij.pk}/change/">Inzending {rij.pk} van'
    )
    html = " ".join(els.get(adres).content.decode().split())
    assert html.count(link) == 2  # the text and the photo
    assert "Medewerker" in html
    meelezer = Client()
    meelezer.force_login(maak_gebruiker("begeleidingsgroep"))
    html = meelezer.get(adres).content.decode()
    assert f"Inzending {rij.pk} van" in html
    assert "/beheer/kern/inzending/" not in html
    sleutel = rij.pk
    rij.delete()
    assert f"/beheer/kern/inzending/{sleutel}/" not in els.get(adres).content.decode()


def test_the_begeleidingsgroep_reads_the_history_and_is_offered_nothing() -> None:
    client = Client()
    client.force_login(maak_gebruiker("begeleidingsgroep"))
    pagina = Pagina.objects.get(slug="privacy")
    for titel in ("Eerst", "Daarna"):
        pagina.titel = titel
        pagina.save()
    adres = f"/beheer/portaal/pagina/{pagina.pk}/"
    html = client.get(f"{adres}history/").content.decode()
    assert "Bekijk hoe het hiervoor was" in html
    assert "ongedaan" not in html
    versie = tijdlijn(client, adres)[0].vorige
    html = client.get(f"{adres}history/{versie}/").content.decode()
    assert "Zo was het vóór deze verandering" in html
    assert "Zet dit terug" not in html
    assert client.post(f"{adres}history/{versie}/", {"titel": "Privacy"}).status_code == 403
