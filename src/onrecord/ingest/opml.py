"""OPML: the list of feeds that a feed reader exports."""

from dataclasses import dataclass

from onrecord.ingest.fields import domain_of
from onrecord.records.errors import InputError
from onrecord.records.rejected import Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A feed on a list: its address and the name that the list gives it."""

    url: str
    title: str | None = None


def read_opml(data: bytes, where: str) -> tuple[list[Outline], list[Rejected]]:
    """The feeds of a list, each once, in any depth of folders, and what on it has an address that is none.

    Raises InputError for what is no list of feeds.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise InputError("OPML cannot be read", reason="bad_opml", found=str(error), expected="XML") from error
    if root.tag != "opml":
        raise InputError("not an OPML list", reason="bad_opml", found=f"<{root.tag}>", expected="<opml>")
    feeds: dict[str, Outline] = {}
    rejected: list[Rejected] = []
    for outline in root.iter("outline"):
        written = outline.get("xmlUrl")
        if written is None:
            continue  # a folder, or a link to a page
        url = feed_address(written)
        if domain_of(url) is None:
            detail = f"not a web address: found {written!r}, expected http:// or https://"
            rejected.append(Rejected(where=f"{where}:{outline.sourceline}", reason="bad_url", detail=detail))
        else:
            feeds.setdefault(url, Outline(url=url, title=outline.get("title") or outline.get("text") or None))
    if not feeds and not rejected:
        raise InputError("no feed on the list", reason="empty", found="no outline with xmlUrl", expected="feeds")
    return list(feeds.values()), rejected


def feed_address(written: str) -> str:
    """A feed's address as it can be fetched.

    >>> feed_address(" feed://harbourtimes.example/rss "), feed_address("feed:http://harbourtimes.example/rss")
    ('https://harbourtimes.example/rss', 'http://harbourtimes.example/rss')
    """
    address = written.strip()
    if address.lower().startswith("feed://"):
        return "https://" + address[len("feed://") :]
    if address.lower().startswith("feed:http"):
        return address[len("feed:") :]
    return address
