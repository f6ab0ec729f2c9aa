"""The row itself: locked, brought in step with what was typed, and what every mail to the sender tells."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from alliantie.kern import limiet
from alliantie.kern.bereikbaar import mailadres_of_niets, telefoon_of_niets
from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.keuzes import Bereik, Namens, Toegangsrol
from alliantie.kern.inzendingen.soort import soort_met, soort_van
from alliantie.kern.models import Inzending
from alliantie.kern.post import Mail

# Where a mail that the team still reads will have its addresses.
LINK_HIER, PAGINA_HIER = "[link]", "[pagina]"
POST_PER_ADRES = 20  # a day, of what is not asked for by the team; a helper may fill in for many groups
GROOTSTE_OMVANG = 1_000_000_000  # fits the column, whatever somebody sends


def omvang_van(inzending: Inzending) -> int:
    """Return how much there is to read: characters that are new or different, and 200 for each attachment."""
    soort = soort_van(inzending)
    buiten = {veld for veld in inzending.gegevens if soort.form.is_van_afzender(veld)}
    anders = [
        waarde
        for veld in soort.velden_voor(inzending.gegevens)
        if veld not in buiten and (waarde := inzending.gegevens.get(veld)) != inzending.doel_waarden.get(veld)
    ]
    letters = sum(len(str(waarde)) for waarde in anders if waarde)
    return min(letters + 200 * inzending.bijlagen.count(), GROOTSTE_OMVANG)


def link_naar(inzending: Inzending, gemaild_aan: str = "") -> str:
    """Return a new address that opens ``inzending`` for its sender."""
    token = toegang.maak_link(doel=inzending, rol=Toegangsrol.AFZENDER, gemaild_aan=gemaild_aan)
    return f"{settings.SITE_URL}{reverse('inzendingen:stand', args=[token])}"


def mailgegevens(inzending: Inzending) -> dict[str, str]:
    """Return what every mail to the sender tells: the matter, a link and the code."""
    return {
        "naam": inzending.naam,
        "onderwerp": str(inzending),
        "link": link_naar(inzending, inzending.email),
        "code": toegang.code_van(inzending),
    }


def vul_links_in(inzending: Inzending, mail: Mail) -> Mail:
    """Put the addresses in a mail that the team read and changed: they are made only when it goes out.

    Where the team took the place of the link away, the link comes at the end: without it nobody can answer.
    """
    tekst = mail.tekst
    if LINK_HIER not in tekst:
        tekst = f"{tekst.rstrip()}\n\n{LINK_HIER}\n"
    pagina = soort_van(inzending).adres(inzending.doel)
    if PAGINA_HIER in tekst:
        tekst = tekst.replace(PAGINA_HIER, f"{settings.SITE_URL}{pagina}" if pagina else settings.SITE_URL)
    return Mail(mail.onderwerp, tekst.replace(LINK_HIER, link_naar(inzending, inzending.email)))


def mag_post_krijgen(email: str) -> bool:
    """Whether this address, which anybody may have typed, can get one more mail today: nobody fills a mailbox."""
    try:
        limiet.tel("post_aan", email.lower(), hoogstens=POST_PER_ADRES, per=timedelta(days=1))
    except limiet.TeVaak:
        return False
    return True


def op_slot(inzending: Inzending) -> Inzending:
    """Return the row as it stands now, locked until the end of the transaction."""
    return Inzending.objects.select_for_update(of=("self",)).get(pk=inzending.pk)


def werk_bij(rij: Inzending, *ook: str) -> None:
    """Save what was typed, and what follows from it: subject, place, and how to reach the sender."""
    soort = soort_met(rij.soort)
    gegevens = rij.gegevens = rij.gegevens | soort.vul_in(rij.gegevens)
    onderwerp, waar = soort.kop(gegevens, rij.doel)
    rij.onderwerp, rij.waar = _op_een_regel(onderwerp)[:200], _op_een_regel(waar)[:100]
    rij.naam = _op_een_regel(str(gegevens.get("afzender_naam") or ""))[:200]
    rij.bereik = gegevens.get("afzender_bereik") if gegevens.get("afzender_bereik") in Bereik.values else ""
    email = mailadres_of_niets(str(gegevens.get("afzender_email") or ""))
    if email != rij.email:
        rij.email, rij.email_bevestigd_op = email, None
    telefoon = telefoon_of_niets(str(gegevens.get("afzender_telefoon") or ""))[:30]
    if telefoon != rij.telefoon:
        rij.telefoon, rij.telefoon_bevestigd_op = telefoon, None
    rij.namens_groep = gegevens.get("namens") == Namens.GROEP
    # Who first helped a group and then says to be in it no longer speaks of anybody else.
    spreekt_van_groep = rij.namens_groep or "namens" not in gegevens
    rij.groep_email = mailadres_of_niets(str(gegevens.get("groep_email") or "")) if spreekt_van_groep else ""
    rij.bewaard_op = timezone.now()
    rij.versie += 1
    rij.save(
        update_fields=[
            "gegevens",
            "onderwerp",
            "waar",
            "naam",
            "bereik",
            "email",
            "email_bevestigd_op",
            "telefoon",
            "telefoon_bevestigd_op",
            "namens_groep",
            "groep_email",
            "bewaard_op",
            "versie",
            *ook,
        ]
    )


def _op_een_regel(tekst: str) -> str:
    return " ".join(tekst.split())
