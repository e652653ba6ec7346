"""The party-swap test: reports with each state exchanged for another must give the same acts but for the names.

Each report of the demo, each text of cases.jsonl and each report of ../shared/gold, where that is there, is read as it
is and with its states exchanged (swapping.py). An act is identical when the other reading has one on the same word with
the same type, status, actors, recipients, chain, time and acts that it is about. The share is of all acts of either
reading. The states whose names may name something else (Georgia, Jordan) are measured apart, as `swap-stress`.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gate.demo import DEMO
from gate.floors import PINNED
from gate.shared import GOLD
from gate.swapping import Swapped, swap, wordings
from onrecord.ingest import IngestOptions, read_inputs, report_from_text
from onrecord.reader.analyse import analyse
from onrecord.reader.reader import Reader, read_analysis
from onrecord.records import Act, Attribution, Party, Reading, Report, Span
from onrecord.records.checks import keep_sound

SEED, ROUNDS = 20240630, 3
Signature = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """An act that one reading has and the other has not, or has otherwise; None where it is not there at all."""

    text: str
    was: Signature | None
    became: Signature | None


def measure_swap(reader: Reader, *, rounds: int = ROUNDS) -> tuple[dict[str, list[bool]], list[Difference]]:
    """Whether each act is identical, by group, and what differs."""
    marks: dict[str, list[bool]] = {"swap": [], "swap-stress": []}
    differences: list[Difference] = []
    chosen = random.Random(SEED)  # noqa: S311 (repeatable, no secret)
    for report in swap_reports():
        analysis = analyse(report.text, reader.network)
        before = keep_sound(read_analysis(report, analysis, reader=reader.version))
        for group, stress, times in (("swap", False, rounds), ("swap-stress", True, 1)):
            for swapped in filter(None, (swap(analysis, chosen, stress=stress) for _ in range(times))):
                after = reader.read(
                    report_from_text(swapped.text, published=report.published, outlet=report.outlet.name)
                )
                found = compare(before, after, swapped)
                marks[group] += [True] * (len(before.acts) - sum(d.was is not None for d in found)) + [False] * len(
                    found
                )
                differences += found
    return marks, differences


def swap_reports() -> Iterator[Report]:
    """Every text that is read twice; those of the gold only where it lies beside the repository."""
    yield from (r for r in read_inputs([str(DEMO / "reports")], options=IngestOptions()) if isinstance(r, Report))
    lines = [PINNED["cases_sha256"], *sorted(GOLD.glob("*.jsonl"))]
    given = [json.loads(line) for path in lines for line in path.read_text(encoding="utf-8").splitlines()]
    given += [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("icc-warrants/icc-*.json"))]
    yield from (report_from_text(each["text"], published=each["published"]) for each in given)


def compare(before: Reading, after: Reading, swapped: Swapped) -> list[Difference]:
    """The acts that differ between a reading and that of the exchanged text, one for each act."""
    olds, news = signatures(before, swapped), signatures(after)
    found = []
    for old in olds:
        if old in news:
            news.remove(old)
            continue
        like = next((new for new in news if new[0] == old[0] and new not in olds), None)
        if like is not None:
            news.remove(like)
        found.append(Difference(swapped.text, old, like))
    return found + [Difference(swapped.text, None, new) for new in news]


def signatures(reading: Reading, swapped: Swapped | None = None) -> list[Signature]:
    """What is compared of each act; of a text that was exchanged, with places and names as the new text has them."""
    names = {party.id: name_of(party, reading, swapped) for party in reading.parties}
    attributions = {att.id: att for att in reading.attributions}
    acts = {act.id: act for act in reading.acts}

    def start_of(act: Act) -> int:
        return swapped.moved(act.trigger.start) if swapped else act.trigger.start

    def source_of(att: Attribution) -> str:
        if att.source:
            return names[att.source]
        return written(att.source_span, reading, swapped) if att.source_span else "nobody named"

    def of(act: Act) -> Signature:
        about = tuple(sorted((start_of(acts[other]), acts[other].type) for other in act.about))
        time = (act.time.since, act.time.until, act.time.basis)
        actors, recipients = (tuple(sorted(names[p] for p in ids)) for ids in (act.actors, act.recipients))
        chain = tuple(source_of(attributions[identity]) for identity in act.chain)
        return (start_of(act), act.type, act.status, actors, recipients, chain, time, about)

    return [of(act) for act in reading.acts]


def name_of(party: Party, reading: Reading, swapped: Swapped | None) -> str:
    """A state's code, also where the text leaves open whose name it is; of others the name, as the new text has it."""
    code = dict(party.ids).get("iso3") or (_code_of(party.name) if party.kind == "state" else None)
    if code:
        return f"<{swapped.states.get(code, code) if swapped else code}>"
    for span in party.mentions:
        at = reading.report.text.find(party.name, span.start, span.end)
        if at >= 0:
            return written(Span(at, at + len(party.name)), reading, swapped)
    return plain(party.name)


def _code_of(name: str) -> str | None:
    return next((code for code, wording in wordings().items() if wording.name == name), None)


def written(span: Span, reading: Reading, swapped: Swapped | None) -> str:
    """The words of a span, as the exchanged text has them."""
    return plain(Span(*map(swapped.moved, span)).of(swapped.text) if swapped else span.of(reading.report.text))


def plain(phrase: str) -> str:
    """A phrase without articles and endings of the possessive, for these go with the name of a state."""
    return " ".join(re.sub(r"(?i)\b(?:the|an?)\b|['’]s?\b|['’](?=\s)", " ", phrase).split()).casefold()


def describe(differences: Iterable[Difference]) -> Iterator[str]:
    """What to print of the differences: the exchanged text, the act as it was and as it became."""
    for found in differences:
        at = (found.was or found.became or (0,))[0]
        around = found.text[max(0, at - 160) : at + 160]
        yield f"swap: … {around!r} …\n    was    {found.was}\n    became {found.became}"
