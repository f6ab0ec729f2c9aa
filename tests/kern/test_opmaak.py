"""Markdown in, clean HTML out."""

from html.parser import HTMLParser

import pytest

from alliantie.kern.opmaak import naar_html


class Taglezer(HTMLParser):
    """Collects the tags a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("3. drie\n4. vier", '<ol start="3">\n<li>drie</li>\n<li>vier</li>\n</ol>'),
        ("regel\nvolgende", "<p>regel<br>\nvolgende</p>"),
        ("# Kop", "<h3>Kop</h3>"),
        ("## Kop", "<h3>Kop</h3>"),
        ("### Kop", "<h3>Kop</h3>"),
        ("###### Kop", "<h3>Kop</h3>"),
        ("## Kop\n\n### Onder\n\n##### Dieper", "<h3>Kop</h3>\n<h4>Onder</h4>\n<h4>Dieper</h4>"),
        ("Kop\n===", "<h3>Kop</h3>"),
        ("3 < 4 & 5 > 4", "<p>3 &lt; 4 &amp; 5 &gt; 4</p>"),
        ("", ""),
    ],
)
def test_markdown_becomes_the_html_of_running_text(markdown: str, html: str) -> None:
    assert naar_html(markdown).strip() == html


def test_the_page_says_at_which_level_headings_begin() -> None:
    assert naar_html("### Kop\n\n#### Onder", hoogste_kop=2) == "<h2>Kop</h2>\n<h3>Onder</h3>\n"


@pytest.mark.parametrize(
    "adres", ["https://voorbeeld.example/a?b=1", "mailto:team@voorbeeld.example", "/over/"]
)
def test_links_stay_and_give_nothing_away(adres: str) -> None:
    html = naar_html(f"[hier]({adres})")
    assert f'href="{adres}"' in html
    assert 'rel="nofollow noopener"' in html


@pytest.mark.parametrize(
    "kwaad",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b onclick=alert(1)>x</b>",
        "<iframe src='https://kwaad.example'></iframe>",
        "<style>body{display:none}</style>",
        "![volg](https://kwaad.example/volg.gif)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        '[x](https://a.example "a" onmouseover="alert(1)")',
        "[x]: javascript:alert(1)\n\n[x]",
    ],
)
def test_nothing_that_runs_or_loads_comes_through(kwaad: str) -> None:
    html = naar_html(f"Goed\n\n{kwaad}\n\nook goed")
    lezer = Taglezer()
    lezer.feed(html)
    assert {tag for tag, _ in lezer.tags} <= {"p", "a", "br"}, html
    assert {naam for _, attrs in lezer.tags for naam in attrs} <= {"href", "rel"}, html
    adressen = [attrs["href"] for _, attrs in lezer.tags if "href" in attrs]
    assert all(adres.startswith("https://") for adres in adressen), html
    assert "<p>Goed</p>" in html
    assert "<p>ook goed</p>" in html


def test_raw_html_is_shown_as_what_was_typed() -> None:
    assert "&lt;h1&gt;Groot&lt;/h1&gt;" in naar_html("<h1>Groot</h1>")
