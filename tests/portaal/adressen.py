"""One address of every kind of page, over the real catalogue; for checks that hold for all of them."""

PAGINAS = [
    "/",
    "/initiatieven/",
    "/initiatieven/?q=tuin&thema=eten-en-drinken",
    "/initiatieven/?q=zwembadd&gemeente=breda",
    "/initiatieven/?pagina=2",
    "/initiatieven/kaart/",
    "/initiatieven/rondkommen-ommen/",
    "/initiatieven/weeweecafe-apeldoorn/",
    "/initiatieven/rondkommen-ommen/contact/",
    "/initiatieven/rondkommen-ommen/contact/verstuurd/",
    "/methodieken/",
    "/methodieken/fietsbank/",
    "/themas/eten-en-drinken/",
    "/gemeenten/",
    "/gemeenten/?q=atlantis",
    "/gemeenten/breda/",
    "/gemeenten/ommen/",
    "/organisaties/",
    "/contact/",
    "/contact/verstuurd/",
    "/over/",
    "/privacy/",
    "/toegankelijkheid/",
    "/colofon/",
]
# With ROOT_URLCONF = "tests.fouten".
FOUTPAGINAS = [f"/mislukt/{wat}/" for wat in ("verzoek", "verboden", "weg", "vaak", "stuk")]
