"""The mails about meetings, and what each can fill in; imported when the app is ready."""

from collections.abc import Mapping
from typing import Any

from alliantie.kern.mailteksten import Veld, aanhef, registreer

NAAM_HIER, LINK_HIER = (
    "[naam]",
    "[link]",
)  # stand in a mail to many, where each reader gets an own name and link


def _waar_en_hoe(context: Mapping[str, Any]) -> str:
    """Say where it is, and to who takes part online how."""
    waar, meedoen = str(context.get("waar") or ""), str(context.get("meedoen") or "")
    return f"{waar}\nZo doet u mee op uw computer of telefoon:\n{meedoen}" if meedoen else waar


AANHEF = Veld("aanhef", "Goedendag, met de naam erbij", "Goedendag Ria,", uit=aanhef)
NAAM = Veld("naam", "Hoe de lezer heet", "Ria")
TITEL = Veld("titel", "Hoe de bijeenkomst heet", "Leren van eettafels")
WANNEER = Veld("wanneer", "De dag en de tijd", "dinsdag 8 december 2026, 10.00 tot 12.00 uur")
WAAR = Veld("waar", "Het gebouw en het adres", "Wijkcentrum De Brug, Kerkstraat 1, Tilburg")
WAAR_EN_HOE = Veld(
    "waar_en_hoe",
    "Waar het is. Heeft de lezer een plek? Dan ook de link om online mee te doen",
    "Wijkcentrum De Brug, Kerkstraat 1, Tilburg",
    uit=_waar_en_hoe,
)
AANTAL = Veld("aantal", "Voor hoeveel mensen de aanmelding is", "3 mensen")
PAGINA = Veld(
    "pagina", "Het adres van de pagina op de site", "https://voorbeeld.nl/bijeenkomsten/leren-van-eettafels/"
)
LINK = Veld(
    "link",
    "De link naar de eigen aanmelding",
    "https://voorbeeld.nl/aanmelding/Vb3kQ7mZpT1nXw9rLs5dYc2hGj8fAe4u/",
    moet=True,
)
CODE = Veld("code", "De code van de aanmelding", "PEER BOOM FIETS 4719")
BEVESTIGEN_VOOR = Veld(
    "bevestigen_voor", "Tot wanneer de plek bewaard wordt", "dinsdag 1 december, 12.00 uur", moet=True
)
WAT = (AANHEF, NAAM, TITEL, WANNEER, WAAR)
EIGEN = (*WAT, AANTAL, PAGINA, LINK, CODE)

for soort, label, uitleg, extra in (
    (
        "aanmelding_plek",
        "U hebt een plek",
        "Gaat uit als iemand zich aanmeldt en er plek is. Of als iemand van de wachtlijst ja zegt.",
        (WAAR_EN_HOE,),
    ),
    (
        "aanmelding_wachtlijst",
        "U staat op de wachtlijst",
        "Gaat uit als iemand zich aanmeldt en het vol is.",
        (),
    ),
    (
        "aanmelding_plek_vrij",
        "Er is een plek vrij",
        "Gaat uit naar wie vooraan staat op de wachtlijst. Die moet op tijd ja zeggen.",
        (BEVESTIGEN_VOOR,),
    ),
    ("aanmelding_vervallen", "De vrije plek is doorgegeven", "Gaat uit als iemand niet op tijd ja zei.", ()),
    ("aanmelding_aantal", "U komt met meer of minder", "Gaat uit als het aantal mensen verandert.", ()),
    (
        "aanmelding_herinnering_week",
        "Herinnering: over een week",
        "Gaat een week van tevoren uit naar wie een plek heeft.",
        (WAAR_EN_HOE,),
    ),
    (
        "aanmelding_herinnering_dag",
        "Herinnering: morgen",
        "Gaat een dag van tevoren uit naar wie een plek heeft.",
        (WAAR_EN_HOE,),
    ),
):
    registreer(soort, label, uitleg, *EIGEN, *extra)

registreer(
    "aanmelding_afgemeld",
    "U bent afgemeld",
    "Gaat uit als iemand zich afmeldt.",
    *WAT,
    Veld("pagina", PAGINA.betekenis, PAGINA.voorbeeld, moet=True),
)
for soort, label, uitleg in (
    (
        "bijeenkomst_gewijzigd",
        "De bijeenkomst verandert",
        "Gaat uit als de tijd of plaats verandert. U leest en verandert de mail eerst.",
    ),
    (
        "bijeenkomst_afgelast",
        "De bijeenkomst gaat niet door",
        "Gaat uit als u een bijeenkomst afgelast. U leest en verandert de mail eerst.",
    ),
):
    registreer(soort, label, uitleg, *WAT, PAGINA, LINK)
registreer(
    "bijeenkomst_bericht",
    "Bericht aan wie zich aanmeldde",
    "Gaat uit als u iedereen mailt, of een paar mensen. U schrijft en leest de mail eerst.",
    *WAT,
    PAGINA,
    LINK,
    Veld("bericht", "Wat u wilt zeggen", "Neemt u een pan mee?"),
)
registreer(
    "aanmelding_nieuwe_links",
    "Nieuwe links voor wie zich aanmeldde",
    "Gaat uit als iemand de link kwijt is en om een nieuwe vraagt, of zich twee keer aanmeldt.",
    Veld(
        "links",
        "Per bijeenkomst de naam, de dag en de link",
        f"{TITEL.voorbeeld}, {WANNEER.voorbeeld}\n{LINK.voorbeeld}",
        moet=True,
    ),
)
VOORSTEL = (
    AANHEF,
    NAAM,
    Veld("onderwerp", "Hoe de voorgestelde bijeenkomst heet", TITEL.voorbeeld),
    Veld("link", "De link naar het eigen voorstel", LINK.voorbeeld, moet=True),
    Veld("code", "De code van het voorstel", CODE.voorbeeld),
)
registreer(
    "bijeenkomst_voorstel_ontvangen",
    "Voorstel is binnen",
    "Gaat uit als iemand een bijeenkomst voorstelt.",
    *VOORSTEL,
    Veld("antwoord_voor", "Wanneer wij antwoord geven", "vóór 7 december"),
)
registreer(
    "bijeenkomst_voorstel",
    "Bedankt voor een voorstel",
    "Gaat naar wie een bijeenkomst voorstelde, als u er een bijeenkomst van maakt. U leest de mail eerst.",
    *VOORSTEL,
)
