"""Varied readings: as many reports as a ledger is to be measured with, made by varying the demo's readings.

The demo's reports are read once. Each varied one leaves out some of its paragraphs, with what was read in them, and is
of one of many matters: the keywords by which the demo's matter is known are spelt otherwise, letter for letter, so that
all offsets hold. The index rows are those that the ledger itself would write.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from typing import Any

import msgspec
from sqlalchemy import Table

from onrecord.ledger import tables
from onrecord.ledger.index import index_rows
from onrecord.ledger.textwords import cut_words
from onrecord.ledger.vectors import word_line, word_vector
from onrecord.matters.words import FILLERS, stem
from onrecord.records import Outlet, Reading, Span
from onrecord.records.codec import decode_reading, encode_reading
from onrecord.records.matters import Instrument, Matter

Rows = Mapping[Table, Sequence[dict[str, Any]]]
Respell = Callable[[str], str]

KEPT_SHARE = 0.7
OUTLETS = ("The Harbour Times", "Lakeside Post", "Meridian Wire", "The Quayside Herald", "Fenland Courier")
RECORDED_AT = "2024-12-01T08:00:00+00:00"
FIRST_DAY = date(2024, 1, 1)
DAYS = 330
_TEXT, _TITLE, _ID, _GIVEN, _OUTLET, _DAY = (f"@{name}@" for name in ("text", "title", "id", "given", "outlet", "day"))
_LETTERS = re.compile(r"[^\W\d_]+")
_ALPHABET = 26


@dataclass(frozen=True, kw_only=True)
class Base:
    """A reading with places left open for what differs: its JSON, its rows, and its words as PostgreSQL takes them."""

    reading: Reading
    body: str
    rows: Rows
    vector: str
    line: str


@dataclass(frozen=True, kw_only=True)
class Varied:
    """One varied reading as a ledger holds it; `search` are the vector and the line of its words."""

    log: dict[str, Any]
    rows: Rows
    search: tuple[str, str]


def make_bases(readings: Sequence[Reading], count: int, seed: int = 7) -> list[Base]:
    """`count` variations by paragraphs, the demo's reports in turn; the first of each keeps all."""
    rng, bases = random.Random(seed), []
    for number in range(count):
        reading = readings[number % len(readings)]
        cut = reading if number < len(readings) else leave_out(reading, rng)
        bases.append(_base(cut))
    return bases


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Which reports are made: number by number, `reports_each` of each of `matters`, from one base after another."""

    bases: Sequence[Base]
    matters: Sequence[Respell]
    reports_each: int

    def varied(self, number: int) -> Varied:
        respell = self.matters[number // self.reports_each % len(self.matters)]
        return _varied(self.bases[number % len(self.bases)], respell, number)

    def reading(self, number: int) -> Reading:
        """The same as a reading, for a ledger to append itself."""
        return decode_reading(self.varied(number).log["body"])


def respelling(matter: Matter, number: int) -> Respell:
    """Spells the keywords of a matter otherwise, each as long as before, and leaves all other words; 0 leaves all."""
    wanted = frozenset(stem(word) for phrase in matter.keywords for word in _LETTERS.findall(phrase)) - FILLERS
    spell = cache(partial(_spell, wanted=wanted, number=number))
    return lambda text: _LETTERS.sub(lambda word: spell(word[0]), text) if number else text


def respelt(matter: Matter, respell: Respell) -> Matter:
    """The matter that the varied readings of one spelling are of."""
    made: Matter = _respelt(matter, respell)
    return replace(
        made,
        parties=matter.parties,
        instruments=tuple(
            replace(new, id=old.id, kind=old.kind, backing=old.backing, deeds=old.deeds)
            for old, new in zip(matter.instruments, made.instruments, strict=True)
        ),
        followed=matter.followed,
    )


def leave_out(reading: Reading, rng: random.Random) -> Reading:
    """The reading without some paragraphs, and without what stands in them or rests on what does."""
    paragraphs = [Span(found.start(), found.end()) for found in re.finditer(r"(?s).+?(?:\n\n|$)", reading.report.text)]
    kept = [each for each in paragraphs if rng.random() < KEPT_SHARE] or paragraphs[:1]
    shifts, end = {}, 0
    for each in kept:
        shifts[each] = end - each.start
        end += each.end - each.start
    move = partial(_moved, shifts=shifts)
    text = "".join(each.of(reading.report.text) for each in kept)
    atts = tuple(att for each in reading.attributions if (att := move(each)) is not None)
    known = {att.id for att in atts}
    acts = [act for each in reading.acts if set(each.chain) <= known and (act := move(each)) is not None]
    left = {act.id for act in acts}
    return replace(
        reading,
        report=replace(reading.report, text=text),
        parties=tuple(
            replace(party, mentions=tuple(span for each in party.mentions if (span := move(each))))
            for party in reading.parties
        ),
        attributions=tuple(replace(att, parent=att.parent if att.parent in known else None) for att in atts),
        acts=tuple(replace(act, about=tuple(key for key in act.about if key in left)) for act in acts),
    )


def _moved(value: Any, *, shifts: Mapping[Span, int]) -> Any:
    """A span, or a record with all its spans, at its new place; None where one of them stands in what was left out."""
    if isinstance(value, Span):
        shift = next((shift for paragraph, shift in shifts.items() if paragraph.covers(value)), None)
        return None if shift is None else Span(value.start + shift, value.end + shift)
    if isinstance(value, tuple):
        parts = tuple(_moved(part, shifts=shifts) for part in value)
        return None if any(new is None and old is not None for old, new in zip(value, parts, strict=True)) else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    old = {field.name: getattr(value, field.name) for field in fields(value)}
    new = {name: _moved(each, shifts=shifts) for name, each in old.items()}
    return None if any(new[name] is None and old[name] is not None for name in old) else replace(value, **new)


def _base(reading: Reading) -> Base:
    report = reading.report
    opened = replace(
        reading,
        report=replace(
            report, id=_ID, given_id=_GIVEN, title=_TITLE, text=_TEXT, outlet=Outlet(name=_OUTLET), published=_DAY
        ),
        parties=tuple(replace(party, name=f"@party {at}@") for at, party in enumerate(reading.parties)),
    )
    names = "\n".join(sorted({party.name for party in reading.parties}))
    words = [tuple(cut_words(field)) for field in (report.title or "", report.text, names)]
    return Base(
        reading=reading,
        body=encode_reading(opened).decode(),
        rows=index_rows(0, replace(reading, report=replace(report, published=_DAY))),
        vector=word_vector(words),
        line=word_line(words),
    )


def _varied(base: Base, respell: Respell, number: int) -> Varied:
    report, seq = base.reading.report, number + 1
    title, text = respell(report.title or ""), respell(report.text)
    day = (FIRST_DAY + timedelta(days=number * 37 % DAYS)).isoformat()
    said = {_ID: f"r:{number:016x}", _GIVEN: f"bench-{number}", _OUTLET: OUTLETS[number % len(OUTLETS)], _DAY: day}
    body = base.body
    for mark, value in (said | {_TITLE: title, _TEXT: text}).items():
        body = body.replace(f'"{mark}"', msgspec.json.encode(value).decode(), 1)
    for at, party in enumerate(base.reading.parties):
        body = body.replace(f'"@party {at}@"', msgspec.json.encode(respell(party.name)).decode())
    head = {"report_id": said[_ID], "given_id": said[_GIVEN], "title": title, "outlet_name": said[_OUTLET]}
    changes: dict[Table, Callable[[dict[str, Any]], dict[str, Any]]] = {
        tables.reports: lambda _: {**head, "published": day},
        tables.parties: lambda row: {"name": respell(row["name"])},
        tables.names: lambda row: {"key": respell(row["key"])},
        tables.acts: lambda row: {key: day for key in ("since_day", "until_day") if row[key] == _DAY},
    }
    rows = {
        table: [row | {"seq": seq} | (changes[table](row) if table in changes else {}) for row in each]
        for table, each in base.rows.items()
    }
    log = {"seq": seq, "report_id": said[_ID], "reader": base.reading.reader, "recorded_at": RECORDED_AT, "body": body}
    return Varied(log=log, rows=rows, search=(respell(base.vector), respell(base.line)))


def _spell(word: str, *, wanted: frozenset[str], number: int) -> str:
    """A keyword with its letters moved on, each by another step, but for an ending that its stem does not have."""
    root = stem(word)
    if root not in wanted:
        return word
    more, first = divmod(number, _ALPHABET)
    return "".join(_move_on(char, first + at * more) if at < len(root) else char for at, char in enumerate(word))


def _move_on(char: str, steps: int) -> str:
    start = ord("A") if char.isupper() else ord("a")
    return chr(start + (ord(char) - start + steps) % _ALPHABET) if char.isascii() else char


def _respelt(value: Any, respell: Respell) -> Any:
    if isinstance(value, str):
        return respell(value)
    if isinstance(value, tuple):
        return tuple(_respelt(each, respell) for each in value)
    if isinstance(value, Matter | Instrument):
        return replace(value, **{field.name: _respelt(getattr(value, field.name), respell) for field in fields(value)})
    return value
