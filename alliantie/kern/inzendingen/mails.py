"""The mails about an inzending, and what each can fill in; imported when the app is ready."""

from alliantie.kern.mailteksten import Veld, aanhef, registreer

AANHEF = Veld("aanhef", "Goedendag, met de naam erbij als wij die weten", "Goedendag Ria,", uit=aanhef)
NAAM = Veld("naam", "Hoe de lezer heet. Kan leeg zijn", "Ria")
ONDERWERP = Veld("onderwerp", "Waar de inzending over gaat", "Eettafel De Brug")
CODE = Veld("code", "De code van de inzending", "PEER BOOM FIETS 4719")
LINK = Veld(
    "link",
    "De link naar de eigen inzending",
    "https://voorbeeld.nl/inzending/Vb3kQ7mZpT1nXw9rLs5dYc2hGj8fAe4u/",
    moet=True,
)
PAGINA = Veld("pagina", "Het adres van de pagina op de site", "https://voorbeeld.nl/initiatieven/de-brug/")
WIE = (AANHEF, NAAM, ONDERWERP)
EIGEN = (*WIE, LINK, CODE)

registreer(
    "inzending_link",
    "Later verder met een inzending",
    "Gaat uit als iemand de eerste keer bewaart, of om een link vraagt.",
    ONDERWERP,
    LINK,
    CODE,
    Veld("geldig_tot", "Tot welke dag de code werkt", "7 maart 2027"),
)
registreer(
    "inzending_ontvangen",
    "Inzending is binnen",
    "Gaat uit als iemand een inzending verstuurt.",
    *EIGEN,
    Veld("antwoord_voor", "Wanneer wij antwoord geven", "vóór 7 december"),
)
registreer(
    "inzending_vraag",
    "Vraag over een inzending",
    "Gaat uit als u iets vraagt over een inzending. U kunt de mail eerst nog veranderen.",
    *EIGEN,
    Veld("aantal", "Hoeveel vragen er zijn", "1 vraag"),
    Veld("vragen", "De vragen, elk op een eigen regel", "Wanneer begon de eettafel?", moet=True),
)
registreer(
    "inzending_geplaatst",
    "Inzending staat op de site",
    "Gaat uit als u iets plaatst. U kunt de mail eerst nog veranderen.",
    *EIGEN,
    PAGINA,
)
registreer(
    "inzending_samengevoegd",
    "Inzending is samengevoegd",
    "Gaat uit als u een inzending voegt bij iets dat er al staat. U kunt de mail eerst nog veranderen.",
    *EIGEN,
    PAGINA,
)
registreer(
    "inzending_afgewezen",
    "Inzending komt niet op de site",
    "Gaat uit als u een inzending afwijst. U kunt de mail eerst nog veranderen.",
    *EIGEN,
    Veld(
        "reden",
        "Waarom het niet op de site komt",
        "Deze site gaat over initiatieven tegen armoede. Wij zien niet hoe uw verhaal daarbij past.",
        moet=True,
    ),
)
registreer(
    "inzending_ingetrokken",
    "Inzending is gestopt",
    "Gaat uit als iemand de eigen inzending stopt.",
    *WIE,
)
registreer(
    "inzending_meelezen",
    "De groep leest mee",
    "Gaat uit als iemand een inzending invult voor een groep. De groep zegt of het klopt.",
    ONDERWERP,
    Veld("invuller", "Wie het invulde", "Mieke"),
    Veld("link", "De link waarmee de groep meeleest", LINK.voorbeeld, moet=True),
)
registreer(
    "inzending_nieuwe_links",
    "Nieuwe links voor een mailadres",
    "Gaat uit als iemand de link kwijt is en om nieuwe vraagt.",
    Veld(
        "links",
        "Per inzending het onderwerp en de link",
        f"Eettafel De Brug\n{LINK.voorbeeld}",
        moet=True,
    ),
)
