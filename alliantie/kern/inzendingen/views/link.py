"""What every page behind a link does first: see what the link opens, and keep the page to who has it."""

import functools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from alliantie.kern import foutpaginas, limiet
from alliantie.kern.inzendingen import regels, toegang
from alliantie.kern.inzendingen.acties.fouten import NietToegestaan
from alliantie.kern.inzendingen.keuzes import Toegangsrol
from alliantie.kern.models import Inzending, Toegang

EIGEN_PAGINA = {Toegangsrol.AFZENDER: "inzendingen:stand", Toegangsrol.GROEP: "inzendingen:meelezen"}
View = Callable[..., HttpResponseBase]
VERZOEKEN_PER_UUR = 2000  # posts behind links: saving a screen is one


def kapotte_link(request: HttpRequest, rest: str) -> HttpResponse:
    """An address that a mail program cut off, or made longer."""
    return foutpaginas.link_werkt_niet(request)


def zonder_streep(request: HttpRequest, token: str) -> HttpResponse:
    """A link that lost no more than the slash at its end."""
    return redirect(f"{request.path}/")


def met_link(rol: Toegangsrol) -> Callable[[View], View]:
    """Decorator: turn the ``token`` of the address into the ``via`` (a Toegang) it opens, or say that it opens nothing.

    What comes back is kept by no cache and no search engine, and a post counts for the rate limit.
    """

    def maak(view: View) -> View:
        @functools.wraps(view)
        def gewikkeld(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST":
                limiet.tel(
                    "link_post",
                    limiet.netwerk_van(request),
                    hoogstens=VERZOEKEN_PER_UUR,
                    per=timedelta(hours=1),
                )
            gevonden = toegang.open_link(token, rol=rol)
            if gevonden is None:
                return foutpaginas.link_werkt_niet(request)
            try:
                antwoord = view(request, via=gevonden, token=token, **kwargs)
            except NietToegestaan:
                # It was sent, answered or withdrawn a moment ago, in another window: show how it stands.
                antwoord = redirect(EIGEN_PAGINA[rol], token=token)
            antwoord["X-Robots-Tag"] = foutpaginas.NIET_IN_ZOEKMACHINES
            return antwoord

        return gewikkeld

    return maak


def opent(token: str, actie: str) -> Inzending | None:
    """Return the inzending of which the sender, with this token, may do ``actie`` now; else ``None``."""
    gevonden = toegang.open_link(token, rol=Toegangsrol.AFZENDER)
    if gevonden is None:
        return None
    inzending = inzending_van(gevonden)
    return inzending if regels.mag_met_link(Toegangsrol.AFZENDER, actie, inzending) else None


def mag_bestanden_sturen(request: HttpRequest, token: str, **_: Any) -> bool:
    """Whether files of this request may be written at all: only who fills in something that was not sent yet."""
    return opent(token, "invullen") is not None


def inzending_van(gevonden: Toegang) -> Inzending:
    """Return what a link of a sender or group opens."""
    assert isinstance(gevonden.doel, Inzending)
    return gevonden.doel
