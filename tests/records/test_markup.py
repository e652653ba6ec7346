import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given

from onrecord.records import Dropped, Outlet, Reading, Span
from onrecord.records.markup import marked_text, reading_html
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of
from tests.records.strategies import any_reading

TEXT = "Meridian Wire quoted officials as saying that the dam <b>had</b> failed & burst."
OUTER = make_attribution(
    "a1",
    source_span=span_of(TEXT, "Meridian Wire"),
    cue=span_of(TEXT, "quoted"),
    content=(span_of(TEXT, TEXT[21:-1]),),
)
INNER = make_attribution(
    "a2",
    parent="a1",
    source_span=span_of(TEXT, "officials"),
    cue=span_of(TEXT, "saying"),
    content=(span_of(TEXT, TEXT[45:-1]),),
)
READING = make_reading(make_report(TEXT, outlet=Outlet(name="The <Harbour> Times")), attributions=(OUTER, INNER))
MARKERS = re.compile(r"<sup>\w+</sup>|⟦|⟧|<[^>]*>")


class Nesting(HTMLParser):
    """Keeps the open tags, and fails when one closes that is not the last opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parse(html: str) -> Nesting:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def test_nested_attribution_stands_inside_the_outer_content() -> None:
    html = marked_text(READING)
    outer, inner = html.index('title="content of a1"'), html.index('title="content of a2"')
    assert outer < html.index('title="source of a2"') < inner
    assert html.count("<mark") == 2


def test_text_comes_back_when_markers_are_taken_out() -> None:
    assert unescape(MARKERS.sub("", marked_text(READING))) == TEXT


def test_words_of_the_report_are_escaped() -> None:
    html = reading_html(READING)
    assert "&lt;b&gt;had&lt;/b&gt; failed &amp; burst" in html
    assert "The &lt;Harbour&gt; Times" in html
    assert "<script" not in html


def test_crossing_contents_are_cut_and_never_break_nesting() -> None:
    crossing = (make_attribution("a1", content=(Span(0, 30),)), make_attribution("a2", content=(Span(20, 60),)))
    html = marked_text(make_reading(make_report(TEXT), attributions=crossing))
    parse(html)
    assert html.count("⟦") == html.count("⟧") == 2
    assert unescape(MARKERS.sub("", html)) == TEXT


def test_acts_and_what_was_left_out_follow() -> None:
    act = make_act(type="warn", actors=("p1",), status="possible")
    left = (Dropped(record="act", reason="span off the text", count=2),)
    html = reading_html(make_reading(parties=(make_party(),), acts=(act,), dropped=left))
    assert "Freedonia may give a warning — stated by the report itself" in html
    assert "2 acts (span off the text)" in html


def test_notebook_shows_the_same_html() -> None:
    assert READING._repr_html_() == reading_html(READING)


@given(any_reading())
def test_any_reading_makes_whole_html(reading: Reading) -> None:
    assert "script" not in parse(reading_html(reading)).seen
