"""What a link or a code opens: its own inzending and nothing else; and how one gets a new one."""

import secrets
import string
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from alliantie.kern.inzendingen import toegang
from alliantie.kern.inzendingen.acties import behandelen
from alliantie.kern.inzendingen.acties.bewaren import wis_persoonsgegevens
from alliantie.kern.inzendingen.keuzes import Status, Toegangsrol
from alliantie.kern.models import Bericht, Inzending, Toegang
from tests.factories import InzendingFactory, ProjectteamFactory
from tests.hulp import formulier
from tests.kern.inzendingen.afzender import adres, alles_van, lang_genoeg, meelezen
from tests.publiek import tekst

pytestmark = pytest.mark.django_db
DELEN = (
    *("", "code/", "dubbel/", "vraag/naam/", "fotos/", "papieren/", "nakijken/", "verstuurd/", "vragen/"),
    *("intrekken/", "terugnemen/", "zeg-iets/", "laat-meelezen/", "bevestig-mail/"),
)

# --- a link opens its own inzending and nothing else -------------------------------------------------------


def test_a_link_gives_no_photo_of_another(client: Client) -> None:
    van_mij, van_ander = InzendingFactory(fotos=1), InzendingFactory(fotos=1, gegevens={"titel": "Fietsen"})
    eigen, andere = (rij.bijlagen.get().pk for rij in (van_mij, van_ander))
    for maak in (adres, meelezen):
        assert client.get(maak(van_mij, f"bijlage/{eigen}/")).status_code == 200
        assert client.get(maak(van_mij, f"bijlage/{andere}/")).status_code == 404
        assert client.get(maak(van_mij, f"bijlage/{10**25}/")).status_code == 404


def test_a_link_throws_away_or_describes_no_photo_of_another(client: Client) -> None:
    van_mij, van_ander = (InzendingFactory(status=Status.CONCEPT, fotos=1) for _ in range(2))
    andere = van_ander.bijlagen.get()
    eerst = alles_van(van_ander)
    for weg in (str(andere.pk), "x", "٣", "9" * 5000, "-1", ""):
        antwoord = client.post(
            adres(van_mij, "fotos/"),
            {f"omschrijving-{andere.pk}": "gekaapt", f"toestemming-{andere.pk}": "ja", "weg": weg},
        )
        assert antwoord.status_code == 302
    assert alles_van(van_ander) == eerst
    assert van_mij.bijlagen.count() == 1


def test_a_link_answers_no_question_to_another(client: Client) -> None:
    van_mij, van_ander = (InzendingFactory(status=Status.VRAAG_GESTELD) for _ in range(2))
    vraag = van_ander.open_vragen.get()
    eerst = alles_van(van_ander)
    client.post(adres(van_mij, "vragen/"), {"verhaal": "gekaapt", f"antwoord-{vraag.pk}": "gekaapt"})
    assert alles_van(van_ander) == eerst


def _verander(token: str) -> str:
    return token[:10] + ("A" if token[10] != "A" else "B") + token[11:]


def _verlopen(inzending: Inzending, token: str) -> str:
    Toegang.objects.van(inzending).update(verloopt_op=timezone.now() - timedelta(seconds=1))
    return token


def _weggegooid(inzending: Inzending, token: str) -> str:
    inzending.delete()
    return token


def _gewist(inzending: Inzending, token: str) -> str:
    wis_persoonsgegevens(inzending=inzending)
    return token


def _nieuwe_code(inzending: Inzending, token: str) -> str:
    behandelen.geef_nieuwe_code(inzending=inzending, door=ProjectteamFactory())
    return token


def _andere_rol(inzending: Inzending, token: str) -> str:
    return toegang.maak_link(doel=inzending, rol=Toegangsrol.CONTACT)


DODE_LINKS: dict[str, Callable[[Inzending, str], str]] = {
    "too old": _verlopen,
    "one character changed": lambda _, token: _verander(token),
    "another case": lambda _, token: token.swapcase(),
    "a piece cut off": lambda _, token: token[:-1],
    "cut to a stump": lambda _, token: token[:5],
    "a piece added": lambda _, token: token + "x",
    "a mark of the mail added": lambda _, token: token + ">",
    "much added": lambda _, token: token + "x" * 300,
    "thrown away": _weggegooid,
    "erased": _gewist,
    "after a new code": _nieuwe_code,
    "for another role": _andere_rol,
    "never given": lambda _, __: secrets.token_urlsafe(24),
    "the fingerprint itself": lambda rij, _: Toegang.objects.van(rij).latest("pk").afdruk,
}


@pytest.mark.parametrize("wat", DODE_LINKS)
def test_every_link_that_opens_nothing_gives_the_very_same_page(client: Client, wat: str) -> None:
    inzending = InzendingFactory(status=Status.AFGEWEZEN, fotos=1)
    van_afzender, van_groep = adres(inzending).split("/")[2], meelezen(inzending).split("/")[2]
    pk = inzending.bijlagen.get().pk
    onbekend = client.get(f"/inzending/{secrets.token_urlsafe(24)}/")
    dood_afzender = DODE_LINKS[wat](inzending, van_afzender)
    dood_groep = dood_afzender if wat == "thrown away" else DODE_LINKS[wat](inzending, van_groep)
    if wat == "thrown away":
        dood_groep = van_groep
    wegen = [f"/inzending/{dood_afzender}/{deel}" for deel in (*DELEN, f"bijlage/{pk}/")]
    wegen += [f"/meelezen/{dood_groep}/", f"/meelezen/{dood_groep}/bijlage/{pk}/"]
    postbaar = {"zeg-iets/", "terugnemen/", "bevestig-mail/", "laat-meelezen/"}
    for waar in wegen:
        antwoorden = [client.post(waar, {"tekst": "x", "klopt": "1"})]
        if not waar.endswith(tuple(postbaar)):
            antwoorden.append(client.get(waar))
        for antwoord in antwoorden:
            if antwoord.status_code == 405:
                continue
            assert antwoord.status_code == 404, waar
            assert antwoord.content == onbekend.content, waar
    assert tekst(onbekend).startswith("Deze link werkt niet meer")
    assert 'href="/inzending/"' in onbekend.content.decode()
    assert onbekend["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_that_lost_its_last_slash_still_opens(client: Client) -> None:
    inzending = InzendingFactory()
    for waar in (adres(inzending), meelezen(inzending)):
        antwoord = client.get(waar.rstrip("/"), follow=True)
        assert antwoord.status_code == 200
        assert "De Brug" in tekst(antwoord)


def test_of_a_link_only_a_fingerprint_is_kept() -> None:
    inzending = InzendingFactory()
    token, code = adres(inzending).split("/")[2], toegang.code_van(inzending)
    bewaard = str(alles_van(inzending) | {"rij": Inzending.objects.values().get()})
    assert token not in bewaard
    assert code not in bewaard
    assert len(set(token) - set(string.ascii_letters + string.digits + "-_")) == 0


# --- codes -------------------------------------------------------------------------------------------------


def typ_code(client: Client, code: str, **kop: Any) -> HttpResponse:
    velden = formulier(client.get("/inzending/"), "code-code")
    return client.post("/inzending/", velden | {"code-code": code}, **kop)


@pytest.mark.parametrize(
    "hoe",
    [
        str,
        str.lower,
        str.title,
        lambda code: code.replace(" ", ""),
        lambda code: code.replace(" ", "-").lower(),
        lambda code: f"  {code.replace(' ', '   ')}. ",
        lambda code: code.replace(" ", "\u00a0"),
    ],
)
def test_a_code_opens_in_any_case_and_with_any_spaces(client: Client, hoe: Callable[[str], str]) -> None:
    inzending = InzendingFactory()
    antwoord = typ_code(client, hoe(toegang.code_van(inzending)))
    assert antwoord.status_code == 302
    assert "De Brug" in tekst(client.get(antwoord.url))


def _oude_code(inzending: Inzending) -> str:
    code = toegang.code_van(inzending)
    behandelen.geef_nieuwe_code(inzending=inzending, door=ProjectteamFactory())
    return code


def _verlopen_concept(inzending: Inzending) -> str:
    Inzending.objects.filter(pk=inzending.pk).update(bewaard_op=timezone.now() - timedelta(days=91))
    return toegang.code_van(inzending)


def _gewiste_code(inzending: Inzending) -> str:
    code = toegang.code_van(inzending)
    inzending.delete()
    return code


@pytest.mark.parametrize(
    "maak",
    [
        _oude_code,
        _verlopen_concept,
        _gewiste_code,
        lambda rij: toegang.code_van(rij)[:-1],
        lambda rij: toegang.code_van(rij) + "1",
        lambda rij: " ".join(reversed(toegang.code_van(rij).split())),
        lambda rij: "PEER BOOM FIETS 0000",
        lambda rij: rij.code_afdruk,
        lambda rij: str(rij.pk),
        lambda rij: "!?",
    ],
)
def test_every_wrong_code_gets_the_same_answer_and_stays_in_the_form(
    client: Client, maak: Callable[[Inzending], str]
) -> None:
    code = maak(InzendingFactory(status=Status.CONCEPT))
    links = Toegang.objects.count()
    antwoord = typ_code(client, code)
    assert antwoord.status_code == 422
    assert (
        tekst(antwoord).count("Deze code kennen wij niet, of hij is te oud. Kijk de code nog een keer na")
        == 2
    )
    assert formulier(antwoord, "code-code")["code-code"] == [code]
    assert Toegang.objects.count() == links


def test_after_a_new_code_only_the_new_one_opens(client: Client) -> None:
    inzending = InzendingFactory()
    oud = toegang.code_van(inzending)
    nieuw = behandelen.geef_nieuwe_code(inzending=inzending, door=ProjectteamFactory())
    assert nieuw != oud
    assert typ_code(client, oud).status_code == 422
    assert typ_code(client, nieuw).status_code == 302


def test_too_many_codes_is_told_kindly_and_what_was_typed_stays(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alliantie.kern.inzendingen.acties.links.CODES_PER_UUR", 2)
    goed = toegang.code_van(InzendingFactory())
    for _ in range(2):
        assert typ_code(client, "PEER BOOM FIETS 0000").status_code == 422
    # Also the right one, now, and whatever the visitor says of where he comes from.
    for kop in ({}, {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}, {"HTTP_X_FORWARDED_FOR": "1.1.1.1, 2.2.2.2"}):
        antwoord = typ_code(client, goed, **kop)
        assert antwoord.status_code == 429
        assert "Er kwam hier heel veel tegelijk binnen" in tekst(antwoord)
        assert formulier(antwoord, "code-code")["code-code"] == [goed]
    assert typ_code(client, goed, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_a_robot_that_knows_a_code_is_told_it_is_wrong(client: Client) -> None:
    velden = formulier(client.get("/inzending/"), "code-code")
    code = toegang.code_van(InzendingFactory())
    antwoord = client.post("/inzending/", velden | {"code-code": code, "code-onderwerp_2": "Buy now"})
    assert antwoord.status_code == 422


# --- a new link by mail --------------------------------------------------------------------------------------


def vraag_link(client: Client, email: str, velden: Any = None) -> HttpResponse:
    velden = velden or formulier(client.get("/inzending/"), "mail-email")
    return client.post("/inzending/", velden | {"mail-email": email})


def test_whether_somebody_is_known_is_told_in_their_mailbox_only(client: Client) -> None:
    inzending = InzendingFactory(status=Status.CONCEPT)
    InzendingFactory(
        status=Status.INGEDIEND, gegevens={"titel": "Fietsen", "afzender_email": "RIA@prive.example"}
    )
    Bericht.objects.all().delete()
    bekend, onbekend = vraag_link(client, "Ria@Prive.example"), vraag_link(client, "wie@prive.example")
    assert (bekend.status_code, bekend.url) == (onbekend.status_code, onbekend.url)
    mail = Bericht.objects.get()
    assert mail.aan.lower() == "ria@prive.example"
    links = [regel for regel in mail.tekst.splitlines() if "/inzending/" in regel and len(regel) > 60]
    assert len(links) == 2
    lang_genoeg(inzending)
    for link in links:
        assert client.get(link[link.index("/inzending/") :]).status_code == 200


def test_a_double_click_mails_once_and_another_address_after_a_typo_again(client: Client) -> None:
    InzendingFactory(status=Status.CONCEPT)
    velden = formulier(client.get("/inzending/"), "mail-email")
    for email in ("ria@prive.exampel", "ria@prive.example", "ria@prive.example"):
        assert vraag_link(client, email, velden).status_code == 302
    assert Bericht.objects.count() == 1


def test_nobody_fills_the_mailbox_of_somebody_else(client: Client) -> None:
    InzendingFactory(status=Status.CONCEPT)
    statussen = [vraag_link(client, "ria@prive.example").status_code for _ in range(8)]
    assert statussen == [302] * 6 + [429] * 2
    assert Bericht.objects.count() == 6
