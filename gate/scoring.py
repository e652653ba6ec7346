"""Whether a reading has what a labelled case expects and nothing that it forbids.

States are matched by ISO 3166 alpha-3 code, everybody else by the words of a name or phrase. Act types that a careful
reader may confuse share a class; a chain must be the same from the outermost source inwards. A case passes as a whole
or not at all.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.records import Act, Attribution, Party, Reading, Span

CLASSES = {
    "pledge": "agree", "sign": "support", "charge": "accuse", "investigate": "accuse", "deny": "reject",
    "threaten": "warn", "yield": "withdraw", "arrest": "coerce", "interfere": "coerce",
}  # fmt: skip
_FILLERS = frozenset(
    {"the", "a", "an", "of", "for", "s", "'s", "’s", "and", "at", "in", "its", "his", "her", "their", "mr", "mrs", "ms"}
)
_LEAST_OVERLAP = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """What a case wants and the reading lacks, or what it forbids and the reading has."""

    case: str
    kind: str
    wanted: Mapping[str, Any] | str


def class_of(act_type: str) -> str:
    return CLASSES.get(act_type, act_type)


def content_words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.lower()) if w not in _FILLERS}


def names_of(party: Party, text: str) -> set[str]:
    """Every name by which a reading knows a party, in lower case."""
    codes = {value.lower() for key, value in party.ids if key == "iso3"}
    return codes | {party.name.lower()} | {span.of(text).lower() for span in party.mentions}


def is_named(wanted: str, names: Iterable[str]) -> bool:
    """Whether one of the names is the wanted one: a code as it is, a phrase by its words, shorter or longer."""
    if re.fullmatch(r"[A-Z]{3}", wanted):
        return any(name == wanted.lower() or content_words(name) == {wanted.lower()} for name in names)
    words = content_words(wanted)
    for name in names:
        found = content_words(name)
        if found and words and (words <= found or (found <= words and 2 * len(found) >= len(words))):
            return True
    return False


def are_named(wanted: Sequence[str], found: Sequence[Iterable[str]]) -> bool:
    left = list(found)
    for name in wanted:
        hit = next((i for i, names in enumerate(left) if is_named(name, names)), None)
        if hit is None:
            return False
        del left[hit]
    return not left


def is_chain(wanted: Sequence[str], found: Sequence[Iterable[str]]) -> bool:
    """Whether two chains name the same sources in the same order, outermost first."""
    return len(wanted) == len(found) and all(is_named(name, names) for name, names in zip(wanted, found, strict=True))


class Scorer:
    """One reading, ready to be asked about acts, attributions and parties."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.names = {party.id: names_of(party, self.text) for party in reading.parties}
        self.attributions = {att.id: att for att in reading.attributions}

    def source_names(self, att: Attribution | None) -> set[str]:
        if att is None:
            return set()
        spoken = {att.source_span.of(self.text).lower()} if att.source_span else set()
        return self.names.get(att.source or "", set()) | spoken

    def has_act(self, wanted: Mapping[str, Any]) -> bool:
        return any(self._is_act(act, wanted) for act in self.reading.acts)

    def chain_of(self, act: Act) -> list[set[str]]:
        """The names of each source of an act's chain, outermost first."""
        return [self.source_names(self.attributions.get(a)) for a in act.chain]

    def _is_act(self, act: Act, wanted: Mapping[str, Any]) -> bool:
        return (
            class_of(act.type) == class_of(wanted["type"])
            and act.status == wanted.get("status", "actual")
            and are_named(wanted["actors"], [self.names[p] for p in act.actors])
            and ("recipients" not in wanted or are_named(wanted["recipients"], [self.names[p] for p in act.recipients]))
            and ("chain" not in wanted or is_chain(wanted["chain"], self.chain_of(act)))
            and ("time" not in wanted or is_at(act, wanted["time"]))
        )

    def breaks(self, forbidden: Mapping[str, Any]) -> bool:
        """Whether some act has all that is forbidden together; what is left unsaid is any."""
        return any(
            class_of(act.type) == class_of(forbidden["type"])
            and act.status == forbidden.get("status", act.status)
            and all(any(is_named(n, self.names[p]) for p in act.actors) for n in forbidden.get("actors", ()))
            and all(any(is_named(n, self.names[p]) for p in act.recipients) for n in forbidden.get("recipients", ()))
            for act in self.reading.acts
        )

    def has_attribution(self, wanted: Mapping[str, Any]) -> bool:
        for att in self.reading.attributions:
            parent = self.attributions.get(att.parent or "")
            if (
                self.overlap(att, wanted["content"]) >= _LEAST_OVERLAP
                and (not wanted.get("source") or is_named(wanted["source"], self.source_names(att)))
                and (not wanted.get("parent_source") or is_named(wanted["parent_source"], self.source_names(parent)))
            ):
                return True
        return False

    def overlap(self, att: Attribution, quote: str) -> float:
        """Shared characters over all characters of a content and a quote (``first words … last words``)."""
        span = find_quote(self.text, quote)
        wanted = set(range(*span))
        found = {c for piece in att.content for c in range(piece.start, piece.end)}
        return len(wanted & found) / len(wanted | found)

    def has_party(self, wanted: str) -> bool:
        return any(is_named(wanted, names) for names in self.names.values())


def find_quote(text: str, quote: str) -> Span:
    """Where a quote stands; a ValueError where it does not."""
    head, _, tail = quote.partition(" … ")
    start = text.index(head)
    end = text.index(tail, start + len(head)) + len(tail) if tail else start + len(head)
    return Span(start, end)


def is_at(act: Act, time: str | None) -> bool:
    """Whether the act's interval meets a day, a month or a year; None wants no stated time."""
    if time is None:
        return act.time.basis != "stated"
    if act.time.since is None or act.time.until is None:
        return False
    return act.time.since[: len(time)] <= time <= act.time.until[: len(time)]


def find_misses(case: Mapping[str, Any], reading: Reading) -> list[Miss]:
    """All that is wrong with a reading of a case; none means that it passes."""
    scorer, expect, forbid = Scorer(reading), case.get("expect", {}), case.get("forbid", {})
    misses = [("act", a) for a in expect.get("acts", ()) if not scorer.has_act(a)]
    misses += [("attribution", a) for a in expect.get("attributions", ()) if not scorer.has_attribution(a)]
    misses += [("forbidden act", a) for a in forbid.get("acts", ()) if scorer.breaks(a)]
    for wanted in forbid.get("attributions", ()):
        if any(scorer.overlap(att, wanted["content"]) >= _LEAST_OVERLAP for att in reading.attributions):
            misses.append(("forbidden attribution", wanted))
    misses += [("forbidden party", p) for p in forbid.get("parties", ()) if scorer.has_party(p)]
    return [Miss(case=case["id"], kind=kind, wanted=wanted) for kind, wanted in misses]
