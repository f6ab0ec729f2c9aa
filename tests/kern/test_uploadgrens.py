"""How much of an upload is written to disk."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from alliantie.kern import bestanden


def ontvang(aantal: int, *, ingelogd: bool) -> list[Any]:
    verzoek = RequestFactory().post(
        "/", {f"bestand{nummer}": SimpleUploadedFile("groot.jpg", b"x" * 1000) for nummer in range(aantal)}
    )
    if ingelogd:
        verzoek.COOKIES["sessionid"] = "iets"
    return [verzoek.FILES[f"bestand{nummer}"] for nummer in range(aantal)]


@pytest.fixture(autouse=True)
def kleine_grens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestanden, "ALLES_SAMEN", 2500)


def test_of_who_is_not_logged_in_nothing_is_written() -> None:
    (bestand,) = ontvang(1, ingelogd=False)
    assert bestand.read() == b""
    assert bestand.size == 1000


def test_all_files_of_one_request_share_one_limit() -> None:
    geschreven = [len(bestand.read()) for bestand in ontvang(6, ingelogd=True)]
    assert geschreven == [1000, 1000, 1000, 0, 0, 0]
