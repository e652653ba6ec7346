"""Feeds: what changed in a matter as Atom (RFC 4287), for whoever follows it in a feed reader."""

import re
from hashlib import sha256
from typing import Annotated
from urllib.parse import quote
from xml.etree import ElementTree

from fastapi import APIRouter, Query, Response

from onrecord.answers.kept_folds import KeptFold
from onrecord.answers.position_words import party_words, quote_words, stand_words
from onrecord.matters.moves import Move, find_moves
from onrecord.web.api.accepting import ATOM
from onrecord.web.api.answering import AskedOf
from onrecord.web.api.asked import AskedFeed
from onrecord.web.api.matters import MISSING
from onrecord.web.api.openapi import told_as
from onrecord.web.bodies import Body

router = APIRouter(prefix="/matters", tags=["matters"])

NAMESPACE = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01T00:00:00+00:00"
ID_CHARS = 24
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.get("/{matter}/feed.atom", **told_as(ATOM, "The feed.", refusals=MISSING))
def show_feed(matter: str, asking: AskedOf, asked: Annotated[AskedFeed, Query()]) -> Response:
    """The positions that came to stand or moved, the last first, each with the words that moved it.

    An entry has the time at which the ledger recorded them, and keeps its id.
    """
    found, base = asking.desk.matter(matter), str(asking.request.base_url).rstrip("/")

    def feed() -> Body:
        kept, ledger = asking.desk.fold(matter), asking.desk.site.shown
        return Body(content=write_feed(kept, base=base, ledger=ledger, limit=asked.limit))

    return asking.answer({ATOM: feed}, of=(found, base), is_negotiated=False)


def write_feed(kept: KeptFold, *, base: str, ledger: str, limit: int) -> bytes:
    """The last moves of a matter; `base` is the address of the site, to which the links lead."""
    moves = find_moves(kept.fold.steps, kept.matter)
    page = f"{base}/matters/{quote(kept.matter.id)}"
    feed = ElementTree.Element("feed", xmlns=NAMESPACE)
    _add(feed, "id", f"urn:onrecord:matter:{quote(kept.matter.id)}:changes")
    _add(feed, "title", kept.matter.title)
    _add(feed, "subtitle", kept.matter.question)
    _add(feed, "updated", moves[0].recorded if moves else NEVER)
    _add(_add(feed, "author"), "name", f"onrecord, {ledger}")
    _add(feed, "link", rel="self", type=ATOM, href=f"{base}/api/v1/matters/{quote(kept.matter.id)}/feed.atom")
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    for move in moves[:limit]:
        _add_entry(feed, move, kept, base=base, page=page)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add_entry(feed: ElementTree.Element, move: Move, kept: KeptFold, *, base: str, page: str) -> None:
    step = move.step
    name = next(each.name for each in kept.matter.instruments if each.id == step.instrument)
    before = "nothing" if move.before is None else stand_words(*move.before)
    entry = _add(feed, "entry")
    _add(entry, "id", f"urn:onrecord:move:{move_id(move, kept.matter.id)}")
    _add(entry, "title", f"{party_words(step.party)} · {name} · {stand_words(*move.after, (step,))}")
    _add(entry, "published", move.recorded)
    _add(entry, "updated", move.recorded)
    _add(_add(entry, "author"), "name", step.outlet or "outlet unknown")
    _add(entry, "link", rel="alternate", type="text/html", href=f"{page}/parties/{quote(step.party.key)}")
    if step.list is None:
        _add(entry, "link", rel="related", type="text/html", href=f"{base}/reports/{quote(step.report)}")
    _add(entry, "content", f"Before: {before}. {quote_words(step)}", type="text")


def move_id(move: Move, matter: str) -> str:
    """The same for the same move, whatever is recorded later."""
    parts = (matter, move.step.instrument, move.step.party.key, *move.after, move.recorded)
    written = b"".join(len(each).to_bytes(4, "big") + each for each in (part.encode("utf-8") for part in parts))
    return sha256(written).hexdigest()[:ID_CHARS]


def xml_words(words: str) -> str:
    r"""Words with a space for each character that XML 1.0 has not.

    >>> xml_words(f"signed{chr(11)}the <treaty>")
    'signed the <treaty>'
    """
    return _NO_XML.sub(" ", words)


def _add(parent: ElementTree.Element, name: str, words: str | None = None, **fields: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, {key: xml_words(value) for key, value in fields.items()})
    child.text = None if words is None else xml_words(words)
    return child
