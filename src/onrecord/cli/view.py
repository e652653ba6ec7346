"""View: a reading for a person at a terminal.

The text comes first, with its attributions marked in place; then the parties, the acts as sentences, and what is not
known. All of it can be read without colour: *⟦¹the dam had failed⟧¹, {the minister}¹ _said_¹*.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from rich.console import Console
from rich.text import Text

from onrecord.cli.plain import safe
from onrecord.cli.terminal import (
    CUE_STYLE,
    EDGE_STYLE,
    ID_STYLE,
    MOST_COLUMNS,
    NARROW_COLUMNS,
    SOURCE_STYLE,
    fit,
    is_unicode,
    short_id,
)
from onrecord.records import Act, Outlet, Reading
from onrecord.records.marks import Mark, cut_segments, find_marks
from onrecord.records.phrases import short_quote
from onrecord.records.wording import Wording, count_words, word_date, word_outlet

LEGEND = "⟦what is said⟧  {who says it}  _how it is told_ · the raised number is the attribution's"
EDGES = {"content": ("⟦", "⟧"), "source": ("{", "}"), "cue": ("_", "_")}
STYLES = {"content": "", "source": SOURCE_STYLE, "cue": CUE_STYLE}
BASIS_WORDS = {"given": "as given", "metadata": "from the page's metadata", "page": "from the page",
               "url": "from the address", "none": ""}  # fmt: skip


def print_reading(console: Console, reading: Reading, only: str | None = None) -> None:
    """The whole view, or only its acts or only its attributions."""
    print_header(console, reading)
    if only is None:
        console.print()
        print_indented(console, marked_text(reading, unicode=is_unicode(console)))
        if reading.attributions:
            console.print()
            print_indented(console, Text(LEGEND, style="italic"))
        print_parties(console, reading)
    if only == "attributions":
        print_attributions(console, reading)
    else:
        print_acts(console, act_rows(reading))
    print_unknown(console, reading)


def print_header(console: Console, reading: Reading) -> None:
    report = reading.report
    print_indented(console, Text(safe(report.title or "(no title)"), style="bold"))
    published = "date of publication unknown"
    if report.published:
        basis = BASIS_WORDS[report.published_basis]
        published = f"published {word_date(report.published)}" + (f" ({basis})" if basis else "")
    parts = [word_outlet(report) or "outlet unknown", published, report.given_id or "", report.id]
    print_indented(console, Text(safe(" · ".join(part for part in parts if part))))


class Head(Protocol):
    """What names a report in a list; a Report and the ledger's ReportHead both have it."""

    @property
    def id(self) -> str: ...
    @property
    def given_id(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def outlet(self) -> Outlet: ...
    @property
    def published(self) -> str | None: ...


def head_words(head: Head) -> str:
    """One report in one line: *Ministers asked to join filing · The Harbour Times · 30 June 2024 · r:2dfphr6b7o*."""
    outlet = head.outlet.name or head.outlet.domain or "outlet unknown"
    published = word_date(head.published) if head.published else "date unknown"
    return safe(" · ".join(part for part in (head.title, outlet, published, head.given_id or head.id) if part))


def marked_text(reading: Reading, *, unicode: bool) -> Text:
    """The text with each content in ⟦ ⟧, each source in { } and each cue in _ _, and the number of its attribution."""
    text, shown = reading.report.text, Text()
    marks = find_marks(reading)
    for segment in cut_segments(text, marks):
        for mark in marks:
            if mark.span.start == segment.span.start:
                shown.append(EDGES[mark.part][0] + _opening_id(mark, unicode), EDGE_STYLE)
        style = " ".join(STYLES[mark.part] for mark in segment.marks if STYLES[mark.part])
        shown.append(safe(segment.span.of(text)), style or None)
        for mark in reversed(marks):
            if mark.span.end == segment.span.end:
                shown.append(EDGES[mark.part][1] + short_id(mark.attribution, unicode=unicode), EDGE_STYLE)
    return shown


def _opening_id(mark: Mark, unicode: bool) -> str:
    if mark.part != "content":
        return ""
    return short_id(mark.attribution, unicode=unicode) + ("" if unicode else " ")


def print_parties(console: Console, reading: Reading) -> None:
    if not reading.parties:
        return
    wording = Wording(reading)
    names = (f"{wording.party(party.id, full=True)} [{party.kind}]" for party in reading.parties)
    print_title(console, f"Parties ({len(reading.parties)})")
    print_indented(console, Text(safe("; ".join(names))), 2)


def print_attributions(console: Console, reading: Reading) -> None:
    wording, text = Wording(reading), reading.report.text
    print_title(console, f"Attributions ({len(reading.attributions)})")
    for att in reading.attributions:
        cue = f" _{att.cue.of(text)}_" if att.cue else ""
        content = short_quote(" … ".join(span.of(text) for span in att.content), 200)
        inside = f", inside {att.parent}" if att.parent else ""
        words = f"{wording.link(att)}{cue}: “{content}” ({att.kind}, {att.form}{inside})"
        print_row(console, att.id, "", words, att.confidence)


def act_rows(reading: Reading) -> Iterator[tuple[str, Act, str, str]]:
    """For each act its id, itself, its clause and its chain."""
    wording = Wording(reading)
    for act in reading.acts:
        yield act.id, act, wording.clause(act), wording.chain(act)


def print_acts(console: Console, rows: Iterable[tuple[str, Act, str, str]]) -> None:
    """Acts as sentences, each with its id, its status, who is cited for it, and the confidence."""
    rows = list(rows)
    print_title(console, f"Acts ({len(rows)})" if rows else "No acts were read in this report.")
    for key, act, clause, chain in rows:
        print_row(console, key, act.status, f"{clause}\n— {chain}", act.confidence)


def print_row(console: Console, key: str, status: str, words: str, confidence: float) -> None:
    """One record: its words beside its id, status and confidence where there is room, else below them."""
    sure = f"{confidence:.2f}"
    if console.width < NARROW_COLUMNS:
        heading = Text.assemble((safe(key), ID_STYLE), f" · {status}" if status else "", f" · {sure}")
        print_indented(console, heading)
        print_indented(console, Text(safe(words)), 2)
        return
    head = Text.assemble((f"{safe(key):<4} ", ID_STYLE), f"{status:<12}" if status else "", f"{sure}  ")
    print_indented(console, Text(safe(words)), len(head), head)


def print_indented(console: Console, words: Text, indent: int = 0, head: Text | None = None) -> None:
    """Words wrapped to at most 120 columns and indented, the first line after `head`; no line ends in spaces."""
    width = max(20, min(console.width, MOST_COLUMNS) - indent)
    for line in fit(console, words).wrap(console, width):
        line.rstrip()
        console.print(Text.assemble(head or " " * indent, line) if line else Text(), soft_wrap=True)
        head = None


def print_title(console: Console, words: str) -> None:
    console.print()
    print_indented(console, Text(words, style="bold"))


def print_unknown(console: Console, reading: Reading) -> None:
    """What the report does not tell, and what was left out because it failed a check."""
    unknown = list(unknown_words(reading))
    dropped = [f"{count_words(drop.count, drop.record)} ({drop.reason})" for drop in reading.dropped]
    for title, words in (("Not known", unknown), ("Left out", dropped)):
        if words:
            print_title(console, title)
            print_indented(console, Text(safe("; ".join(words))), 2)


def unknown_words(reading: Reading) -> Iterator[str]:
    """The absences of a reading, each in words: *when 3 of 5 acts happened*."""
    if word_outlet(reading.report) is None:
        yield "who published the report"
    if reading.report.published is None:
        yield "when it was published"
    acts = reading.acts
    counts = Counter(
        {
            "when {} of {} acts happened": sum(act.time.basis != "stated" for act in acts),
            "who acted in {} of {} acts": sum(not act.actors for act in acts),
        }
    )
    yield from (words.format(count, len(acts)) for words, count in counts.items() if count)
    unnamed = sum(att.source is None and att.source_span is None for att in reading.attributions)
    if unnamed:
        yield f"the source of {unnamed} of {len(reading.attributions)} attributions"
