"""How many questions a page about meetings asks the database: the same with 1 and with 100."""

import pytest
from django.test import Client
from django.utils import timezone

from bijeenkomsten import maanden
from bijeenkomsten.acties import links
from bijeenkomsten.models import Aanmelding, Bijeenkomst
from tests.factories import (
    AanmeldingFactory,
    BijeenkomstFactory,
    BijeenkomstfotoFactory,
    InitiatiefFactory,
    MateriaalFactory,
    MethodiekFactory,
    OrganisatieFactory,
    ThemaFactory,
    gemeente,
)
from tests.factories.bijeenkomsten import over
from tests.initiatieven.test_querytellingen import tel

pytestmark = pytest.mark.django_db
PLAATSEN = ("Breda", "Tilburg", "Zwolle", "Oosterhout", "Utrecht")
BEZOEKER = {
    "/bijeenkomsten/": 13,
    "/bijeenkomsten/?soort=scholing&voor=groepen&provincie=noord-brabant&thema=eten&periode=3-maanden": 13,
    "/bijeenkomsten/?geweest=1": 11,
    "maand": 12,
    "/bijeenkomsten/agenda.ics": 6,
    "/bijeenkomsten/agenda.ics?provincie=noord-brabant": 6,
    "/bijeenkomsten/een/agenda.ics": 2,
    "/bijeenkomsten/een/": 10,
    "/bijeenkomsten/een/aanmelden/": 2,
    "aanmelding": 4,
    "/": 11,
    "/initiatieven/in-breda/": 15,
    "/gemeenten/breda/": 10,
}


@pytest.fixture(params=[1, 100], ids=["one meeting", "a hundred meetings"])
def aantal(request: pytest.FixtureRequest) -> int:
    """So many meetings to come and held, and sign-ups for one of them."""
    aantal = request.param
    themas = [ThemaFactory(slug="eten"), ThemaFactory(slug="geld")]
    initiatief = InitiatiefFactory(gepubliceerd=True, slug="in-breda", gemeente=gemeente("Breda"))
    aanpak = MethodiekFactory(gepubliceerd=True)
    rijen = [
        BijeenkomstFactory.build(
            slug=f"{tijd}-{nummer}",
            gemeente=gemeente(PLAATSEN[nummer % len(PLAATSEN)]),
            status="gepubliceerd",
            begin=begin,
            soort="scholing",
            verslag="Het was goed.",
        )
        for tijd, begin in (("komt", over(2)), ("was", over(-4)))
        for nummer in range(aantal)
    ]
    Bijeenkomst.objects.bulk_create(rijen)
    for rij in Bijeenkomst.objects.all():
        rij.themas.set(themas)
        rij.vermeldingen.set([initiatief])
    een = BijeenkomstFactory(
        slug="een",
        capaciteit=500,
        begin=over(2),
        lunch="ja",
        themas=themas,
        vermeldingen=[initiatief, aanpak],
        bezocht=initiatief,
        organisatoren=OrganisatieFactory.create_batch(min(aantal, 10)),
        gemeente=gemeente("Breda"),
    )
    BijeenkomstfotoFactory.create_batch(min(aantal, 5), bijeenkomst=een)
    MateriaalFactory.create_batch(min(aantal, 5), bijeenkomst=een)
    AanmeldingFactory.create_batch(aantal, bijeenkomst=een)
    return aantal


def test_a_page_asks_the_same_number_of_questions(client: Client, aantal: int) -> None:
    een = Bijeenkomst.objects.get(slug="een")
    adressen = {
        "maand": maanden.van(timezone.localdate(een.begin)).get_absolute_url(),
        "aanmelding": f"/aanmelding/{links.maak_link(aanmelding=Aanmelding.objects.first())}/",
    }
    geteld = tel(client, [adressen.get(naam, naam) for naam in BEZOEKER])
    assert {naam: geteld[adressen.get(naam, naam)] for naam in BEZOEKER} == BEZOEKER
