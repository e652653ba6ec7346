"""Markdown: front matter to fields, and a body to plain paragraphs by the token stream of markdown-it."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from onrecord.ingest.drafts import Draft
from onrecord.ingest.fields import draft_from_fields
from onrecord.ingest.normalise import normalise_line
from onrecord.records.errors import InputError

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_BRACKETS = 10_000
"""Brackets that open in a body, of links, pictures and comments: markdown-it looks from each for its end."""
MOST_COLUMNS = 1_000
"""Bars of a line, which part the columns of a table."""
_FENCE = "---"
_BLOCK_TEXT = ("fence", "code_block")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def draft_from_markdown(source: str) -> Draft:
    """A Markdown file with or without front matter between two lines ``---``.

    The title is the front matter's, else a first heading of the first level; that heading is then no part of the text.
    """
    fields, body = split_front_matter(source)
    title, paragraphs = read_markdown(body)
    if title is not None:
        given = fields.get("title")
        if not given or (isinstance(given, str) and normalise_line(given) == normalise_line(title)):
            fields = {**fields, "title": title}
        else:
            paragraphs = [title, *paragraphs]
    return draft_from_fields(fields, text="\n\n".join(paragraphs))


def split_front_matter(source: str) -> tuple[Mapping[str, object], str]:
    """The fields before a body, and the body. All values are text, as written: an id 007 is not the number 7."""
    lines = source.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != _FENCE:
        return {}, source
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in (_FENCE, "...")), None)
    if end is None:
        return {}, source
    fields = _parse_yaml("\n".join(lines[1:end]))
    if fields is None:  # a line drawn above a paragraph, not front matter
        return {}, source
    return fields, "\n".join(lines[end + 1 :])


def read_markdown(body: str) -> tuple[str | None, list[str]]:
    """The heading that a body opens with, if it is of the first level, and the paragraphs after it.

    >>> read_markdown("# Court hears appeal\\n\\nThe *ministry* [declined](https://ministry.example).")
    ('Court hears appeal', ['The ministry declined.'])
    """
    from markdown_it import MarkdownIt  # loaded where a Markdown file is read

    _check_marks("brackets", body.count("[") + body.count("<!"), MOST_BRACKETS, "MOST_BRACKETS")
    _check_marks(
        "columns", max((line.count("|") for line in body.splitlines()), default=0), MOST_COLUMNS, "MOST_COLUMNS"
    )
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    tokens = parser.parse(body)
    paragraphs = _paragraphs(tokens)
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1" and paragraphs:
        return paragraphs[0], paragraphs[1:]
    return None, paragraphs


def _check_marks(what: str, found: int, most: int, name: str) -> None:
    if found > most:
        expected = f"at most {most:,} (onrecord.ingest.markdown.{name})"
        raise InputError(f"Markdown has too many {what}", reason="too_large", found=f"{found:,}", expected=expected)


def _paragraphs(tokens: Sequence["Token"]) -> list[str]:
    paragraphs: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            paragraphs.append(" ".join(cell for cell in row if cell))
            row = None
        elif (text := _block_text(token)) is not None:
            (paragraphs if row is None else row).append(text)
    return [text for text in paragraphs if text.strip()]


def _block_text(token: "Token") -> str | None:
    if token.type == "inline":
        return "".join(_inline_text(child) for child in token.children or ())
    if token.type == "html_block":
        return _HtmlText.of(token.content)
    return token.content if token.type in _BLOCK_TEXT else None


def _inline_text(token: "Token") -> str:
    """Tags and images have no text of their own; what stands between two tags is a token like any other."""
    if token.type in ("html_inline", "image"):
        return ""
    return _BREAKS.get(token.type, token.content)


def _parse_yaml(source: str) -> Mapping[str, object] | None:
    import yaml  # loaded where a Markdown file is read

    try:
        fields = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text, lists and mappings only
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = getattr(error, "problem", None) or type(error).__name__
        raise InputError(
            "front matter is not YAML", reason="front_matter", found=str(problem), expected="YAML"
        ) from error
    return fields if isinstance(fields, dict) else None


class _HtmlText(HTMLParser):
    """The text of a block of HTML inside Markdown, without scripts and styles."""

    _SILENT = ("script", "style", "template")

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent = 0

    @classmethod
    def of(cls, source: str) -> str:
        parser = cls()
        parser.feed(source)
        parser.close()
        return normalise_line("".join(parser.pieces))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        self.silent += tag in self._SILENT

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in self._SILENT and self.silent > 0

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)
