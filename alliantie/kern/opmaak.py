"""Markdown in, clean HTML out."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
_TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "a",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
_ATTRIBUTEN = {"a": {"href"}, "ol": {"start"}}


def _zak_koppen(tokens: list[Token], hoogste: int) -> list[Token]:
    """Give the highest headings of the text level ``hoogste`` and all others the next, so that no level is skipped."""
    koppen = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    eigen_hoogste = min((token.tag for token in koppen), default="")
    for token in koppen:
        token.tag = f"h{hoogste}" if token.tag == eigen_hoogste else f"h{hoogste + 1}"
    return tokens


@lru_cache(maxsize=2000)
def naar_html(tekst: str, hoogste_kop: int = 3) -> SafeString:
    """Return Markdown ``tekst`` as HTML with only the tags of running text; scripts, styles and images are gone.

    Args:
        hoogste_kop: level for the highest headings of the text: 2, or 3 within a section of a page.
    """
    html = _markdown.renderer.render(_zak_koppen(_markdown.parse(tekst), hoogste_kop), _markdown.options, {})
    schoon = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTEN,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return mark_safe(schoon)
