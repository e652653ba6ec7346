"""Gold: a matter folder's reports and expectations, and its acts as readings, so that the fold can be scored alone."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.ingest import report_from_text
from onrecord.matters.actors import name_key
from onrecord.matters.words import content_stems
from onrecord.reader.reader import Reader
from onrecord.records import Act, ActTime, Attribution, Count, Party, Reading, Report, Span

REST = {"matter.json", "positions_expected.json", "origins_expected.json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A matter folder of gold: its reports, and what is expected of a fold over them."""

    path: Path
    reports: tuple[dict[str, Any], ...]
    positions: dict[str, Any]
    origins: dict[str, Any]


def read_folder(path: Path) -> Folder:
    files = [file for file in sorted(path.glob("*.json")) if file.name not in REST]
    return Folder(
        path=path,
        reports=tuple(json.loads(file.read_text(encoding="utf-8")) for file in files),
        positions=_json(path / "positions_expected.json"),
        origins=_json(path / "origins_expected.json"),
    )


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def report_of(gold: dict[str, Any]) -> Report:
    fields = {name: gold.get(name) for name in ("title", "outlet", "url", "published")}
    return report_from_text(gold["text"], given_id=gold["id"], **fields)


def read_all(folder: Folder) -> list[Reading]:
    """The reports as the reader reads them."""
    return list(Reader.load().read_many(report_of(gold) for gold in folder.reports))


def gold_reading(gold: dict[str, Any], read: Reading) -> Reading:
    """The acts of the gold as a reading. Parties are those of the reader where it has them by that name."""
    return _Transcript(gold, read).reading()


def locate(text: str, quote: str | None) -> Span | None:
    """Where a verbatim quote stands, or *first words … last words*; the first such place."""
    if not quote:
        return None
    head, _, tail = quote.partition(" … ")
    start = text.find(head)
    if start < 0:
        return None
    end = text.find(tail, start + len(head)) if tail else start
    return None if end < 0 else Span(start, (end + len(tail)) if tail else start + len(head))


class _Transcript:
    """Writes the acts of one gold report out as a reading."""

    def __init__(self, gold: dict[str, Any], read: Reading) -> None:
        self._gold = gold
        self._read = read
        self._text = read.report.text
        self._parties: dict[str, Party] = {party.id: party for party in read.parties}
        self._links: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._attributions: list[Attribution] = []

    def reading(self) -> Reading:
        acts = tuple(act for each in self._gold["acts"] if (act := self._act(each)))
        known = {act.id for act in acts}
        acts = tuple(replace(act, about=tuple(key for key in act.about if key in known)) for act in acts)
        return replace(
            self._read,
            parties=tuple(self._parties.values()),
            attributions=(*self._read.attributions, *self._attributions),
            acts=acts,
        )

    def _act(self, gold: dict[str, Any]) -> Act | None:
        span = locate(self._text, gold["evidence"])
        if span is None:
            return None
        about = gold.get("about") or ()
        return Act(
            id=gold["id"], type=gold["type"], trigger=span, object=span, status=gold["status"], rule="gold",
            actors=tuple(self._party(name) for name in gold["actors"]),
            recipients=tuple(self._party(name) for name in gold["recipients"]),
            about=(about,) if isinstance(about, str) else tuple(about),
            time=_time(gold.get("time")), chain=self._chain(tuple(gold["chain"]), span),
        )  # fmt: skip

    def _chain(self, names: tuple[str, ...], span: Span) -> tuple[str, ...]:
        ids: list[str] = []
        for name in names:
            key = f"g{len(self._attributions)}"
            source = self._party(name, is_source=True)
            parent = ids[-1] if ids else None
            self._attributions.append(Attribution(id=key, parent=parent, source=source, content=(span,), rule="gold"))
            ids.append(key)
        return tuple(ids)

    def _party(self, name: str, *, is_source: bool = False) -> str:
        for party in self._parties.values():
            if name_key(name) in self._names(party):
                return party.id
        words = content_stems(name)
        for party in self._parties.values():
            if party.kind != "group" and words and words == content_stems(party.name):
                return party.id
        made = _made(f"g{len(self._parties)}", name, is_source=is_source)
        self._parties[made.id] = made
        return made.id

    def _names(self, party: Party) -> set[str]:
        spans = (span.of(self._text) for span in party.mentions)
        code = dict(party.ids).get("iso3") if party.kind == "state" else None
        return {name_key(party.name), *map(name_key, spans), *([name_key(code)] if code else [])}


def _made(key: str, name: str, *, is_source: bool) -> Party:
    if len(name) == 3 and name.isupper() and name not in ("ICC", "ICJ"):
        return Party(id=key, kind="state", name=name, ids=(("iso3", name),))
    number = name.split(maxsplit=1)[0].replace(",", "")
    if number.isdigit():
        return Party(id=key, kind="group", name=name, of="state", count=Count(value=int(number)))
    if is_source:
        first = name.split(maxsplit=1)[0]
        is_plural = first[0].islower() or first.lower() in ("several", "some", "senior", "anonymous")
        return Party(id=key, kind="group" if is_plural else "person", name=name)
    kind_words = ("organisation", "organization", "league", "house", "senate", "court", "council", "mossad", "union")
    is_body = any(word in name.casefold() for word in kind_words)
    is_group = name.rsplit(maxsplit=1)[-1].endswith("s") and name.rsplit(maxsplit=1)[-1][:1].islower()
    return Party(id=key, kind="organisation" if is_body else "group" if is_group else "person", name=name)


def _time(written: str | None) -> ActTime:
    if not written:
        return ActTime()
    ends = {10: (written, written), 7: (f"{written}-01", f"{written}-31"), 4: (f"{written}-01-01", f"{written}-12-31")}
    since, until = ends[len(written)]
    return ActTime(since=since, until=until, basis="stated")
