"""Markup: HTML that is an article and nothing else, such as a newsletter or the text of a feed, to its paragraphs.

Nothing is chosen: a newsletter is laid out in tables that a search for the article of a page takes for menus. What no
reader of it sees (styles, the hidden line that a mail program shows in its list) is left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from onrecord.ingest.pagelimits import check_attributes, check_log

_BREAK = "\0"  # never in a tree
_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "title", "object", "svg", "select", "button"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


def markup_paragraphs(source: str) -> list[str]:
    """The paragraphs of HTML in the order of its source, each one line; InputError beyond the limits of pages.

    >>> markup_paragraphs("<td><h2>Strike</h2>Workers <b>walked</b> out.<br>Talks failed.</td><style>p {}</style>")
    ['Strike', 'Workers walked out.', 'Talks failed.']
    """
    from lxml import html  # slow to load

    if not source.strip():
        return []
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    check_attributes(source)
    tree = html.document_fromstring(b"<html><body>" + source.encode("utf-8", "replace"), parser=parser)
    check_log(parser.error_log)
    parts = "".join(_pieces(tree)).split(_BREAK)
    return [paragraph for part in parts if (paragraph := " ".join(part.split()))]


def _pieces(tree: Any) -> Iterator[str]:
    """By hand and not by recursion: a newsletter may nest hundreds of tables."""
    from lxml import etree

    unseen: Any = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            if unseen is None and _is_unseen(element):
                unseen = element
            if unseen is None:
                yield "" if element.tag in _INLINE else _BREAK
                yield element.text or ""
            continue
        if unseen is element:
            unseen = None
        elif unseen is not None:
            continue
        yield "" if element.tag in _INLINE else _BREAK
        yield element.tail or ""


def _is_unseen(element: Any) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return _HIDDEN_STYLE.search(element.get("style") or "") is not None
