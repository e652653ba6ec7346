import pytest

from onrecord.ingest.opml import Outline, read_opml
from onrecord.records.errors import InputError

LIST = """\
<?xml version="1.0"?>
<opml version="2.0"><head><title>Desk</title></head><body>
<outline text="Courts">
  <outline text="Harbour" title="The Harbour Times" type="rss" xmlUrl="https://harbourtimes.example/rss"/>
  <outline text="Wire" xmlUrl=" feed://wire.example/rss "/>
</outline>
<outline text="Harbour again" xmlUrl="https://harbourtimes.example/rss"/>
<outline text="A page" type="link" url="https://h.example/"/>
<outline text="Bad" xmlUrl="ftp://h.example/rss"/>
</body></opml>"""


def test_list_gives_each_feed_once_in_any_depth() -> None:
    feeds, _ = read_opml(LIST.encode(), "a.opml")
    assert feeds == [
        Outline(url="https://harbourtimes.example/rss", title="The Harbour Times"),
        Outline(url="https://wire.example/rss", title="Wire"),
    ]


def test_address_that_is_none_is_told_by_its_line() -> None:
    _, (rejected,) = read_opml(LIST.encode(), "a.opml")
    assert (rejected.where, rejected.reason) == ("a.opml:9", "bad_url")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "bad_opml"), (b"<opml>", "bad_opml"), (b"<rss/>", "bad_opml"), (b"<opml><body/></opml>", "empty")],
)
def test_what_is_no_list_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read_opml(data, "a.opml")
    assert caught.value.reason == reason


def test_entities_lead_nowhere() -> None:
    entity = b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    data = entity + b'<opml><outline text="&x;" xmlUrl="https://h.example"/></opml>'
    with pytest.raises(InputError):
        read_opml(data, "a.opml")
