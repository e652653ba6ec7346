"""A reader without a model: it knows one sentence, and finds nothing in any other."""

from collections.abc import Iterable, Iterator

from onrecord.records import Act, Attribution, Count, Party, Reading, Report, Span
from tests.factories import TEXT, make_act, make_attribution, make_party, make_reading, span_of


class FakeReader:
    """Reads *Freedonia asked 25 countries to file an opinion, the Harbour Times said.* and keeps what it was given.

    After `stop_after` reports it is interrupted, as by Ctrl-C.
    """

    def __init__(self, version: str = "onrecord 0.1.0, model test") -> None:
        self.version = version
        self.read_ids: list[str] = []
        self.stop_after: int | None = None

    def read(self, report: Report) -> Reading:
        if len(self.read_ids) == self.stop_after:
            raise KeyboardInterrupt
        self.read_ids.append(report.id)
        if TEXT not in report.text:
            return make_reading(report, reader=self.version)
        offset = report.text.index(TEXT)
        parties, attributions, acts = _parties(offset), _attributions(offset), _acts(offset)
        return make_reading(report, reader=self.version, parties=parties, attributions=attributions, acts=acts)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        return map(self.read, reports)


def _span(words: str, offset: int) -> Span:
    start, end = span_of(TEXT, words)
    return Span(start + offset, end + offset)


def _parties(offset: int) -> tuple[Party, ...]:
    ids = (("iso3", "FRD"),)
    return (
        make_party("p1", name="Freedonia", ids=ids, mentions=(_span("Freedonia", offset),)),
        make_party("p2", kind="group", name="25 countries", count=Count(value=25)),
        make_party("p3", kind="outlet", name="The Harbour Times"),
    )


def _attributions(offset: int) -> tuple[Attribution, ...]:
    content, cue = _span(TEXT.partition(",")[0], offset), _span("said", offset)
    source = _span("the Harbour Times", offset)
    return (make_attribution(source="p3", source_span=source, cue=cue, content=(content,), kind="report"),)


def _acts(offset: int) -> tuple[Act, ...]:
    asked, filed, opinion = (_span(words, offset) for words in ("asked", "file", "an opinion"))
    return (
        make_act("e1", trigger=asked, actors=("p1",), recipients=("p2",), about=("e2",), chain=("a1",)),
        make_act(
            "e2", type="file", trigger=filed, actors=("p2",), object=opinion, status="requested", chain=("a1",),
            confidence=0.8,
        ),
    )  # fmt: skip
