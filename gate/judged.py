"""Precision of acts on ordinary news, by hand: ``python -m gate.judged draw|census|strip|score``.

``draw FOLDER`` reads documents of a folder under the corpora in a seeded random order, draws acts from them all alike
and writes one a line, as JSON: the act, the sentence that tells it and the one before. A person adds ``"right":
true`` or ``false`` and ``"why"`` to each; it is right when type, actors, recipients, status and chain all are what a
careful reader would set. ``census FOLDER SHEET...`` writes every act of every document instead, with the judgement of
the sheets where one of them has just that record, so that a person judges only what changed. ``strip SHEET`` leaves
out the words of the corpus, so that a sheet may be kept beside the code: what is left is the document's name, the
offsets of the trigger, the record and the judgement. ``score SHEET`` prints the precision, and, where the corpora are
there, how many of the judged acts today's reader still tells.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gate.corpus_news import News, list_news, read_news
from gate.devsets import CORPORA
from onrecord.ingest import report_from_text
from onrecord.reader.analyse import analyse
from onrecord.reader.reader import Reader, read_analysis
from onrecord.records import Act, Reading
from onrecord.records.analysis import Analysis
from onrecord.records.checks import keep_sound

RECORD = ("type", "actors", "recipients", "status", "chain")  # what a judgement is about; and what "the same" compares
WORDS = ("before", "sentence")  # what a sheet that is kept may not hold

Line = dict[str, Any]


def read_document(news: News, reader: Reader) -> tuple[Reading, Analysis]:
    report = report_from_text(news.text, published=news.published)
    analysis = analyse(report.text, reader.network)
    return keep_sound(read_analysis(report, analysis, reader=reader.version)), analysis


def line_of(document: str, act: Act, reading: Reading) -> Line:
    """An act as a line of a sheet: names for ids, the trigger's offsets for its place."""
    names = {party.id: party.name for party in reading.parties}
    sources = {att.id: _source(att.source, att.source_span, names, reading.report.text) for att in reading.attributions}
    return {
        "document": document,
        "trigger": [act.trigger.start, act.trigger.end],
        "type": act.type,
        "actors": [names[p] for p in act.actors],
        "recipients": [names[p] for p in act.recipients],
        "status": act.status,
        "chain": [sources[a] for a in act.chain],
        "time": [act.time.since, act.time.until] if act.time.basis == "stated" else None,
        "rule": act.rule,
        "confidence": act.confidence,
    }


def _source(party: str | None, span: Any, names: dict[str, str], text: str) -> str:
    """The source's name, or its phrase where the reading knows no party there."""
    if party is not None:
        return names[party]
    return "(withheld)" if span is None else " ".join(span.of(text).split())


def around(act: Act, analysis: Analysis) -> Line:
    """The sentence of an act, with its trigger marked, and the one before."""
    bounds = [(analysis.tokens[a].start, analysis.tokens[b].end) for a, b in analysis.sentences]
    at = next(i for i, (_, end) in enumerate(bounds) if act.trigger.start < end)
    (start, end), text = bounds[at], analysis.text
    marked = f"{text[start : act.trigger.start]}[{act.trigger.of(text)}]{text[act.trigger.end : end]}"
    return {"before": text[slice(*bounds[at - 1])] if at else "", "sentence": marked}


def draw(news: Iterable[News], reader: Reader, *, acts: int, seed: int) -> list[Line]:
    """That many acts, each of the documents' acts as likely as any other, in the order of the documents."""
    found = []
    for document in news:
        reading, analysis = read_document(document, reader)
        found += [line_of(document.document, act, reading) | around(act, analysis) for act in reading.acts]
    chosen = sorted(random.Random(seed).sample(range(len(found)), min(acts, len(found))))  # noqa: S311
    return [found[i] | {"right": None, "why": None} for i in chosen]


def census(news: Iterable[News], reader: Reader, judged: Sequence[Line]) -> Iterator[Line]:
    """Every act of the documents, with its judgement where one of the judged lines is the same record."""
    known: dict[tuple[str, int], list[Line]] = {}
    for line in judged:
        known.setdefault((line["document"], line["trigger"][0]), []).append(line)
    for document in news:
        reading, analysis = read_document(document, reader)
        for act in reading.acts:
            line = line_of(document.document, act, reading)
            same = [each for each in known.get((document.document, act.trigger.start), ()) if _same(each, line)]
            verdict = {key: same[-1][key] if same else None for key in ("right", "why")}
            yield line | around(act, analysis) | verdict


def pick_documents(folder: Path, *, documents: int, seed: int) -> Iterator[News]:
    paths = list_news(folder)
    random.Random(seed).shuffle(paths)  # noqa: S311
    return (read_news(path) for path in paths[:documents])


def strip(lines: Iterable[Line]) -> Iterator[Line]:
    return ({key: value for key, value in line.items() if key not in WORDS} for line in lines)


def precision_of(lines: Sequence[Line]) -> tuple[int, int]:
    """How many of the judged acts are right, and how many were judged."""
    judged = [line["right"] for line in lines if line["right"] is not None]
    return sum(judged), len(judged)


def still_told(lines: Sequence[Line], reader: Reader, *, root: Path = CORPORA) -> list[bool]:
    """Whether today's reader tells each act just as it was judged: same trigger, type, parties, status and chain."""
    told: dict[str, list[Line]] = {}
    for name in dict.fromkeys(line["document"] for line in lines):
        reading, _ = read_document(read_news(root / name, root=root), reader)
        told[name] = [line_of(name, act, reading) for act in reading.acts]
    return [any(_same(line, other) for other in told[line["document"]]) for line in lines]


def _same(one: Line, other: Line) -> bool:
    if one["trigger"] != other["trigger"]:
        return False
    return all(one[key] == other[key] for key in RECORD)


def report_score(lines: Sequence[Line], told: Sequence[bool] | None) -> Iterator[str]:
    right, judged = precision_of(lines)
    share = f"{right / judged:.3f}" if judged else "-"
    yield f"precision {share}: {right} right of {judged} judged, {len(lines) - judged} not judged"
    if told is None:
        yield f"today's reader: the documents are not all in {CORPORA}, so they were not read again"
        return
    for word, value in (("right", True), ("wrong", False)):
        of = [still for line, still in zip(lines, told, strict=True) if line["right"] is value]
        yield f"today's reader tells {sum(of)} of the {len(of)} {word} ones just as they were judged"


def read_sheet(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write_sheet(lines: Iterable[Line]) -> None:
    for line in lines:
        print(json.dumps(line, ensure_ascii=False))


def main(arguments: list[str]) -> int:
    chosen = options(arguments)
    if chosen.command == "draw":
        documents = pick_documents(chosen.folder, documents=chosen.documents, seed=chosen.seed)
        write_sheet(draw(documents, Reader.load(), acts=chosen.acts, seed=chosen.seed))
        return 0
    if chosen.command == "census":
        judged = [line for sheet in chosen.sheets for line in read_sheet(sheet) if line["right"] is not None]
        write_sheet(census(map(read_news, list_news(chosen.folder)), Reader.load(), judged))
        return 0
    lines = read_sheet(chosen.sheet)
    if chosen.command == "strip":
        write_sheet(strip(lines))
        return 0
    there = all((CORPORA / line["document"]).exists() for line in lines)
    for line in report_score(lines, still_told(lines, Reader.load()) if there else None):
        print(line)
    return 0


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gate.judged", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="write a sheet of acts to judge")
    drawing.add_argument("folder", type=Path, help="for instance ../shared/corpora/polnear/train/text")
    drawing.add_argument("--acts", type=int, default=60)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--documents", type=int, default=120, help="how many documents to read at most")
    counting = commands.add_parser(
        "census", help="write every act of a folder, those that were judged with their judgement"
    )
    counting.add_argument("folder", type=Path)
    counting.add_argument("sheets", type=Path, nargs="*", help="judged sheets; the later ones outweigh the earlier")
    for name, told in (("strip", "leave out the corpus's words"), ("score", "print the precision of a judged sheet")):
        commands.add_parser(name, help=told).add_argument("sheet", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
