"""What the portal does for a visitor as a whole."""

from datetime import timedelta

from django.conf import settings

from alliantie.kern import limiet, post

BERICHTEN_PER_UUR = 40  # a library with thirty people behind one address must fit


def stuur_bericht(*, naam: str, bereikbaar: str, vraag: str, sleutel: str, netwerk: str) -> None:
    """Pass a visitor's question or story on to the project team.

    Args:
        bereikbaar: mail address or phone number of the visitor, as typed.
        sleutel: the key of the filled-in form; sending the same form twice makes one mail.
        netwerk: what the rate limit counts by, see ``limiet.netwerk_van``.

    Raises:
        limiet.TeVaak: too many messages from this network.
    """
    limiet.tel("bericht", netwerk, hoogstens=BERICHTEN_PER_UUR, per=timedelta(hours=1))
    post.leg_klaar(
        sleutel=post.sleutel_van("bericht", sleutel, naam, bereikbaar, vraag),
        soort="bericht_aan_projectteam",
        aan=settings.PROJECTTEAM_MAIL,
        antwoord_aan=bereikbaar if "@" in bereikbaar else "",
        context={"naam": naam, "bereikbaar": bereikbaar, "vraag": vraag},
    )
