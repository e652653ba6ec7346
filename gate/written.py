"""Figures of a reader on the annotated reports of gate/reports: ``python -m gate --written [--verbose]``.

A read act stands for an annotated one where its trigger lies in the evidence, its class is the same (`scoring.CLASSES`)
and one actor is; each stands for one at most. `act_strict_recall` wants the same type and all actors and recipients;
`status`, `chain` and `time` are shares of the acts found. A read attribution stands for an annotated one where at least
half of their joint characters are shared; `source` and `parent` are shares of those found.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from gate.scoring import Miss, Scorer, are_named, class_of, find_quote, is_at, is_chain, is_named
from onrecord.ingest import report_from_text
from onrecord.reader.reader import Reader
from onrecord.records import Act, Attribution, Reading

REPORTS = Path(__file__).parent / "reports"
OPEN, SHUT = "open", "shut"  # the halves: one that may be read for errors, one that is scored alone
_LEAST_OVERLAP = 0.5
_SENTENCE_END = re.compile(r"""(?<=[.!?])["”’]?\s+(?=["“‘A-ZÀ-Þ])|\n+""")

Annotated = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of each measure, and what is wrong, in the order of the annotation."""

    of: dict[str, list[bool]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def add(self, **marks: bool) -> None:
        for measure, passed in marks.items():
            self.of.setdefault(measure, []).append(passed)

    def rates(self) -> dict[str, float]:
        """The share of each measure, and the F1 of acts and of attributions where both of its parts are measured."""
        rates = {measure: sum(marks) / len(marks) for measure, marks in self.of.items()}
        for kind in ("act", "attribution"):
            parts = [rates[name] for name in (f"{kind}_precision", f"{kind}_recall") if name in rates]
            if len(parts) == 2:
                rates[f"{kind}_f1"] = 2 * parts[0] * parts[1] / sum(parts) if sum(parts) else 0.0
        return dict(sorted(rates.items()))


def read_annotated(folder: Path = REPORTS) -> list[dict[str, Any]]:
    """The annotated reports of a folder by name; other JSON files of a matter, without acts, are left out."""
    files = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return [report for report in files if "acts" in report]


def score_annotated(reader: Reader, reports: Iterable[Annotated]) -> Marks:
    """The marks of a reader on all of the reports together."""
    marks = Marks()
    for wanted in reports:
        fields = {name: wanted.get(name) for name in ("title", "outlet", "url", "published")}
        mark_reading(wanted, reader.read(report_from_text(wanted["text"], given_id=wanted["id"], **fields)), marks)
    return marks


def score_written(reader: Reader) -> dict[str, Marks]:
    """The marks on each half of the written reports."""
    reports = read_annotated()
    return {half: score_annotated(reader, (r for r in reports if r["id"].startswith(half))) for half in (OPEN, SHUT)}


def mark_reading(wanted: Annotated, reading: Reading, marks: Marks) -> None:
    """Add the marks of one reading of an annotated report."""
    scorer = Scorer(reading)
    _mark_attributions(wanted, scorer, marks)
    _mark_acts(wanted, scorer, marks)


def _mark_acts(report: Annotated, scorer: Scorer, marks: Marks) -> None:
    free = list(scorer.reading.acts)
    for wanted in report["acts"]:
        found = [act for act in free if is_found(act, wanted, scorer)]
        marks.add(act_recall=bool(found))
        if found:
            best = max(enumerate(found), key=lambda placed: (sum(_whole(placed[1], wanted, scorer)), placed[0]))[1]
            free.remove(best)
            _mark_found(best, wanted, scorer, marks, report["id"])
        else:
            marks.add(act_strict_recall=False)
            told = {part: wanted[part] for part in ("type", "actors", "recipients", "status", "evidence")}
            told["sentence"] = sentence_at(scorer.text, find_quote(scorer.text, wanted["evidence"]).start)
            marks.misses.append(Miss(case=report["id"], kind="missed act", wanted=told))
    for act in scorer.reading.acts:
        marks.add(act_precision=act not in free)
    marks.misses.extend(Miss(case=report["id"], kind="spurious act", wanted=told_of(act, scorer)) for act in free)


def is_found(act: Act, wanted: Annotated, scorer: Scorer) -> bool:
    """Whether a read act may stand for an annotated one; a quotation mark beside the evidence is of it."""
    evidence = find_quote(scorer.text, wanted["evidence"])
    return (
        evidence.start - 1 <= act.trigger.start <= evidence.end
        and class_of(act.type) == class_of(wanted["type"])
        and (
            not wanted["actors"]
            or any(is_named(name, scorer.names[party]) for name in wanted["actors"] for party in act.actors)
        )
    )


def _whole(act: Act, wanted: Annotated, scorer: Scorer) -> tuple[bool, bool, bool]:
    """Whether all of the actors, all of the recipients and the type are the same."""
    return (
        are_named(wanted["actors"], [scorer.names[party] for party in act.actors]),
        are_named(wanted["recipients"], [scorer.names[party] for party in act.recipients]),
        act.type == wanted["type"],
    )


def _mark_found(act: Act, wanted: Annotated, scorer: Scorer, marks: Marks, report: str) -> None:
    right = {
        "act_strict_recall": all(_whole(act, wanted, scorer)),
        "status": act.status == wanted["status"],
        "chain": is_chain(wanted["chain"], scorer.chain_of(act)),
        "time": is_at(act, wanted["time"]),
    }
    marks.add(**right)
    wrong = [measure.removeprefix("act_").removesuffix("_recall") for measure, passed in right.items() if not passed]
    if wrong:
        parts = ("type", "actors", "recipients", "status", "chain", "time")
        told = {"wanted": {part: wanted[part] for part in parts}, "found": told_of(act, scorer)}
        marks.misses.append(Miss(case=report, kind=f"wrong {', '.join(wrong)}", wanted=told))


def _mark_attributions(report: Annotated, scorer: Scorer, marks: Marks) -> None:
    wanted, found = report["attributions"], scorer.reading.attributions
    partners = pair(wanted, found, scorer)
    for att in wanted:
        if att.get("scored", True):
            _mark_attribution(att, partners, scorer, marks, report["id"])
    unscored = {partners[att["id"]].id for att in wanted if not att.get("scored", True) and att["id"] in partners}
    paired = {att.id for att in partners.values()}
    for read in found:
        if read.id not in unscored:
            marks.add(attribution_precision=read.id in paired)
            if read.id not in paired:
                words = {"source": sorted(scorer.source_names(read)), "content": _content(read, scorer.text)}
                marks.misses.append(Miss(case=report["id"], kind="spurious attribution", wanted=words))


def pair(wanted: Sequence[Annotated], found: Sequence[Attribution], scorer: Scorer) -> dict[str, Attribution]:
    """The read attribution that stands for each annotated one, by its id; those that share most are paired first."""
    shares = [
        (scorer.overlap(read, att["content"]), i, j) for i, att in enumerate(wanted) for j, read in enumerate(found)
    ]
    partners: dict[int, int] = {}
    for share, i, j in sorted(shares, reverse=True):
        if share >= _LEAST_OVERLAP and i not in partners and j not in partners.values():
            partners[i] = j
    return {wanted[i]["id"]: found[j] for i, j in partners.items()}


def _mark_attribution(
    wanted: Annotated, partners: Mapping[str, Attribution], scorer: Scorer, marks: Marks, report: str
) -> None:
    read = partners.get(wanted["id"])
    marks.add(attribution_recall=read is not None)
    if read is None:
        told = {part: wanted[part] for part in ("source", "cue", "content")}
        marks.misses.append(Miss(case=report, kind="missed attribution", wanted=told))
        return
    names = scorer.source_names(read)
    is_right = is_named(wanted["source"], names) if wanted["source"] else read.source_span is None
    marks.add(source=is_right)
    if not is_right:
        told = {"wanted": wanted["source"], "found": sorted(names), "content": wanted["content"]}
        marks.misses.append(Miss(case=report, kind="wrong source", wanted=told))
    parent = partners.get(wanted["parent"] or "")
    if parent or not wanted["parent"]:
        marks.add(parent=read.parent == (parent.id if parent else None))


def told_of(act: Act, scorer: Scorer) -> dict[str, Any]:
    """A read act in words, with the sentence that tells it."""
    parties = {party.id: party.name for party in scorer.reading.parties}
    return {
        "type": act.type,
        "actors": [parties[party] for party in act.actors],
        "recipients": [parties[party] for party in act.recipients],
        "status": act.status,
        "chain": [max(names, key=len, default="") for names in scorer.chain_of(act)],
        "time": [act.time.since, act.time.until, act.time.basis],
        "trigger": act.trigger.of(scorer.text),
        "rule": act.rule,
        "sentence": sentence_at(scorer.text, act.trigger.start),
    }


def sentence_at(text: str, offset: int) -> str:
    """The sentence around an offset, by full stops and paragraphs: for a person to read, not for a reader.

    >>> sentence_at('Peru agreed. "We waited," Chad said. It left.', 15)
    '"We waited," Chad said.'
    """
    ends = list(_SENTENCE_END.finditer(text))
    start = max((end.end() for end in ends if end.end() <= offset), default=0)
    return text[start : min((end.start() for end in ends if end.start() > offset), default=len(text))]


def _content(att: Attribution, text: str) -> str:
    return " … ".join(span.of(text) for span in att.content)


def format_rates(scored: Mapping[str, Marks]) -> Iterable[str]:
    """A line a measure: the share in each half and of how many."""
    rates = {half: marks.rates() for half, marks in scored.items()}
    yield f"{'':<24}" + "".join(f"{half:>14}" for half in scored)
    for measure in sorted(set(chain.from_iterable(rates.values()))):
        cells = (_cell(rates[half].get(measure), len(scored[half].of.get(measure, ()))) for half in scored)
        yield f"{measure:<24}" + "".join(f"{cell:>14}" for cell in cells)


def _cell(rate: float | None, of: int) -> str:
    return "-" if rate is None else f"{rate:.3f}" + (f" of {of:>3}" if of else " " * 7)
