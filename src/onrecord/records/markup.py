"""Markup: a reading as one self-contained piece of HTML, for notebooks and pages.

Source, cue and content are told apart by frame, underline and brackets, not by colour alone; shades are mixed from the
text's own colour, so that the piece fits a light page and a dark one. There is no script, and all words are escaped.
"""

from collections.abc import Iterator
from html import escape
from itertools import takewhile

from onrecord.records.marks import Mark, cut_segments, find_marks
from onrecord.records.readings import Reading
from onrecord.records.wording import Wording, count_words, word_outlet

STYLE = """
.onrecord{font:1em/1.7 system-ui,sans-serif;max-width:46em}
.onrecord h3{margin:.2em 0;font-size:1.15em}
.onrecord .or-about,.onrecord .or-note{font-size:.85em;opacity:.8}
.onrecord .or-text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.8em 0}
.onrecord mark{color:inherit;background:color-mix(in srgb,currentColor 7%,transparent);border-radius:.2em}
.onrecord .or-source{font-weight:600;border:1px solid #0072b2;border-radius:.25em;padding:0 .15em}
.onrecord .or-cue{text-decoration:underline dashed #d55e00 2px;text-underline-offset:.2em;font-style:italic}
.onrecord sup{font-size:.65em;line-height:0;user-select:none}
.onrecord .or-edge{opacity:.6;user-select:none}
.onrecord ol{padding-left:2.2em}
.onrecord .or-status{border:1px solid currentColor;border-radius:.25em;padding:0 .3em;font-size:.8em}
""".strip()


def reading_html(reading: Reading) -> str:
    """The header, the text with its attributions marked in place, the acts as sentences, and what was dropped."""
    return "\n".join(
        (
            f'<div class="onrecord" lang="{escape(reading.report.language or "en")}"><style>{STYLE}</style>',
            *_header(reading),
            f'<div class="or-text">{marked_text(reading)}</div>',
            *_acts(reading),
            *_dropped(reading),
            "</div>",
        )
    )


def marked_text(reading: Reading) -> str:
    """The escaped text with a `<mark>` around each content and a `<span>` around each source and cue."""
    text, pieces = reading.report.text, list[str]()
    open_marks: tuple[Mark, ...] = ()
    for segment in cut_segments(text, find_marks(reading)):
        kept = _shared(open_marks, segment.marks)
        pieces += [_close(mark, segment.span.start) for mark in reversed(open_marks[kept:])]
        pieces += [_open(mark, segment.span.start) for mark in segment.marks[kept:]]
        pieces.append(escape(segment.span.of(text)))
        open_marks = segment.marks
    pieces += [_close(mark, len(text)) for mark in reversed(open_marks)]
    return "".join(pieces)


def _shared(before: tuple[Mark, ...], after: tuple[Mark, ...]) -> int:
    """How many of the outermost marks go on from one segment to the next."""
    same = (one is other for one, other in zip(before, after, strict=False))
    return sum(1 for _ in takewhile(bool, same))


def _open(mark: Mark, at_char: int) -> str:
    name = escape(mark.attribution)
    if mark.part != "content":
        return f'<span class="or-{mark.part}" title="{mark.part} of {name}">'
    edge = f'<span class="or-edge" aria-hidden="true">⟦</span><sup>{name}</sup>' if at_char == mark.span.start else ""
    return f'<mark title="content of {name}">{edge}'


def _close(mark: Mark, at_char: int) -> str:
    ends = at_char == mark.span.end
    if mark.part != "content":
        return (f"<sup>{escape(mark.attribution)}</sup>" if ends else "") + "</span>"
    return ('<span class="or-edge" aria-hidden="true">⟧</span>' if ends else "") + "</mark>"


def _header(reading: Reading) -> Iterator[str]:
    report = reading.report
    if report.title:
        yield f"<h3>{escape(report.title)}</h3>"
    published = f"{report.published} ({report.published_basis})" if report.published else "date of publication unknown"
    about = " · ".join((word_outlet(report) or "outlet unknown", published))
    yield f'<div class="or-about">{escape(about)}</div>'


def _acts(reading: Reading) -> Iterator[str]:
    if not reading.acts:
        yield '<div class="or-note">No acts were read in this report.</div>'
        return
    wording = Wording(reading)
    yield "<ol>"
    for act in reading.acts:
        sentence = escape(wording.sentence(act))
        yield f'<li>{sentence} <span class="or-status">{act.status}</span> <small>{act.confidence:.2f}</small></li>'
    yield "</ol>"


def _dropped(reading: Reading) -> Iterator[str]:
    if reading.dropped:
        words = ", ".join(f"{count_words(drop.count, drop.record)} ({drop.reason})" for drop in reading.dropped)
        yield f'<div class="or-note">Left out: {escape(words)}</div>'
