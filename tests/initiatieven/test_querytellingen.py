"""How many questions a page asks the database: a number that does not grow with what is on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alliantie.kern import paginacache
from initiatieven import acties
from initiatieven.models import Initiatief, Methodiek, Organisatie, Thema
from tests.factories import (
    AandachtspuntFactory,
    BetrokkeneFactory,
    BronFactory,
    ContactpersoonFactory,
    CoordinatorFactory,
    DocumentFactory,
    DoelgroepFactory,
    FinancieringFactory,
    FotoFactory,
    InitiatiefFactory,
    LesFactory,
    MethodiekFactory,
    OordeelFactory,
    StapFactory,
    ThemaFactory,
    gemeente,
)
from tests.factories.vermeldingen import KENMERKEN

pytestmark = pytest.mark.django_db
PLAATSEN = ("Breda", "Tilburg", "Zwolle", "Oosterhout", "Utrecht")

# Each with an empty cache; with a full one a page takes a single query.
BEZOEKER = {
    "/": 11,
    "/initiatieven/": 11,
    "/initiatieven/?thema=eten&gemeente=breda&heeft=fotos": 13,
    "/initiatieven/?q=soep": 21,
    "/initiatieven/?q=soep&sorteer=naam&pagina=2": 21,
    "/initiatieven/kaart/": 10,
    "/initiatieven/kaart/?q=soep": 18,
    "/initiatieven/initiatief-0/": 18,
    "/initiatieven/initiatief-0/contact/": 3,
    "/methodieken/": 3,
    "/methodieken/aanpak-0/": 18,
    "/themas/eten/": 7,
    "/gemeenten/": 3,
    "/gemeenten/breda/": 11,
    "/organisaties/": 3,
    "/sitemap.xml": 8,
}
BEHEER = {
    "admin:index": 32,
    "admin:initiatieven_initiatief_changelist": 12,
    "admin:initiatieven_methodiek_changelist": 11,
    "admin:initiatieven_organisatie_changelist": 10,
    "admin:initiatieven_thema_changelist": 10,
    "admin:initiatieven_gemeente_changelist": 11,
    "admin:kern_bericht_changelist": 13,
    "admin:initiatieven_initiatief_add": 10,
    "admin:initiatieven_initiatief_change initiatief": 24,
    "admin:initiatieven_methodiek_change methodiek": 23,
    "admin:initiatieven_organisatie_change organisatie": 9,
    "admin:initiatieven_initiatief_voorvertoning initiatief": 24,
}


@pytest.fixture(params=[1, 30], ids=["one item", "thirty items"])
def catalogus(request):
    """So many methodieken and initiatieven, and on the first of each as many parts of every kind."""
    aantal = request.param
    themas, doelgroepen = ThemaFactory.create_batch(2), DoelgroepFactory.create_batch(2)
    eerste_aanpak = eerste = None
    for nummer in range(aantal):
        gedeeld = {"themas": [themas[1]], "doelgroepen": doelgroepen, "hoofdthema": themas[0]}
        aanpak = MethodiekFactory(slug=f"aanpak-{nummer}", titel="Soep als aanpak", **gedeeld)
        eerste_aanpak = eerste_aanpak or aanpak
        initiatief = InitiatiefFactory(
            slug=f"initiatief-{nummer}",
            titel="Soep voor de buurt",
            gemeente=gemeente(PLAATSEN[nummer % len(PLAATSEN)] if nummer % 2 else "Breda"),
            methodiek=eerste_aanpak,
            geinspireerd_op=eerste,
            **gedeeld,
        )
        eerste = eerste or initiatief
        BetrokkeneFactory(initiatief=initiatief, organisatie__gemeente=gemeente("Breda"))
        for vermelding in (aanpak, initiatief):
            FotoFactory(vermelding=vermelding)
            BronFactory(vermelding=vermelding)
    for vermelding in (eerste_aanpak, eerste):
        for fabriek in (FotoFactory, BronFactory, FinancieringFactory, LesFactory, DocumentFactory):
            fabriek.create_batch(aantal, vermelding=vermelding)
    for fabriek in (StapFactory, AandachtspuntFactory):
        fabriek.create_batch(aantal, methodiek=eerste_aanpak)
    for kenmerk in KENMERKEN[:aantal]:
        OordeelFactory(methodiek=eerste_aanpak, kenmerk=kenmerk)
    ContactpersoonFactory.create_batch(aantal, initiatief=eerste)
    # One more of each, so that with one item, too, there is something related to show.
    MethodiekFactory(slug="nog-een-aanpak", hoofdthema=themas[0])
    InitiatiefFactory(
        slug="nog-een", hoofdthema=themas[0], gemeente=gemeente("Tilburg"), geinspireerd_op=eerste
    )
    for vermelding in [*Methodiek.objects.all(), *Initiatief.objects.all()]:
        acties.publiceer(vermelding=vermelding, door=None)
    Thema.objects.filter(pk=themas[0].pk).update(slug="eten")


def tel(client, adressen):
    """Return address → number of queries, with nothing in the cache."""
    tellingen = {}
    for adres in adressen:
        client.get(adres)  # Django asks for the kinds of rows (ContentType) once per process
        paginacache.vergeet()
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(adres)
        assert antwoord.status_code == 200, adres
        tellingen[adres] = len(vragen)
    return tellingen


def test_a_page_for_visitors_asks_the_same_number_of_questions(client, catalogus):
    assert tel(client, BEZOEKER) == BEZOEKER


def test_a_page_in_the_cache_asks_one_question(client, catalogus, django_assert_num_queries):
    for adres in BEZOEKER:
        if not adres.endswith("/contact/"):
            client.get(adres)
            with django_assert_num_queries(1):
                client.get(adres)


def test_a_page_for_staff_asks_the_same_number_of_questions(client, catalogus):
    client.force_login(CoordinatorFactory())
    sleutels = {
        "initiatief": Initiatief.objects.get(slug="initiatief-0").pk,
        "methodiek": Methodiek.objects.get(slug="aanpak-0").pk,
        "organisatie": Organisatie.objects.first().pk,
        "thema": Thema.objects.get(slug="eten").pk,
    }
    adressen = {}
    for naam in BEHEER:
        pad, _, soort = naam.partition(" ")
        adressen[reverse(pad, args=[sleutels[soort]] if soort else [])] = naam
    assert {adressen[adres]: aantal for adres, aantal in tel(client, adressen).items()} == BEHEER
