"""Paragraphs: the tree that trafilatura makes of an article to plain paragraphs, each one line.

List items, headings and table rows are paragraphs of their own, without the bullets and bars of a text rendering, and
so are the two sides of a line break, since many pages set their paragraphs by breaks alone.
"""

from collections.abc import Iterator
from typing import Any

_BREAK = "\0"  # never in a tree: XML has no such character
_INLINE = frozenset({"hi", "ref", "code", "del", "span"})


def read_paragraphs(body: Any) -> list[str]:
    """The paragraphs of trafilatura's `body`, an lxml element; pictures have none."""
    parts = "".join(_pieces(body)).split(_BREAK)
    return [paragraph for part in parts if (paragraph := " ".join(part.split()))]


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag == "graphic":  # a comment has a function for a tag
        yield element.tail or ""
        return
    border = _border(element.tag)
    yield border
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
    yield border
    yield element.tail or ""


def _border(tag: str) -> str:
    if tag == "cell":
        return " "
    return "" if tag in _INLINE else _BREAK
