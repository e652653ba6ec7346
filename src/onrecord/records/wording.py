"""Wording: an act as the sentence a person would write, its status and its chain always in view.

*Israel asked 25 countries (unnamed) to file “a legal opinion …” — Walla, as cited by The Harbour Times*. Words taken
from the report stand in “ ”. Nothing is worded as a fact: each sentence ends with who is cited for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from onrecord.records.acts import Act, ActTime, ActType
from onrecord.records.attributions import Attribution
from onrecord.records.parties import Bound, Count, Party
from onrecord.records.phrases import (
    FRAMES,
    STATUS_WORDS,
    Frame,
    ObjectForm,
    fill_frame,
    object_form,
    past_of,
    short_quote,
)
from onrecord.records.readings import Reading
from onrecord.records.reports import Report

BOUND_WORDS: dict[Bound, str] = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMBER_WORDS = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen"
    r"|(twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|scores|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
BOUND_SEEN = re.compile(
    r"\b(at least|at most|more than|over|up to|some|about|around|nearly|almost|fewer)\b", re.IGNORECASE
)
ARTICLE_NAMES = re.compile(
    r"^(United |Netherlands|Philippines|Gambia|Bahamas|Maldives|Comoros|Seychelles|Holy See|European |African |Arab )"
    r"|\b(Islands|Republic|Union|Nations|League|Council|Committee|Ministry|Commission|Agency|Parliament|Congress|Court"
    r"|Tribunal|Department|Senate|Assembly|Authority|Office|Bank|Fund|Organi[sz]ation|Mission|Secretariat|Party)\b"
    r"|^(EU|UN|ICC|ICJ|AU|IAEA|IMF|WHO|OSCE|OAS|US|UK|UAE|DRC)$"
)
_LOWER_INSIDE = re.compile(rf"(the|a|an|some|several|many|all|both|senior|{NUMBER_WORDS.pattern})\b", re.IGNORECASE)
HAS_ARTICLE = re.compile(
    r"^(the|a|an|one|some|several|his|her|its|their|our|unnamed|all|both|each)\b|['’]s?\b", re.IGNORECASE
)


def word_act(act: Act, reading: Reading) -> str:
    """The whole sentence: *Ghana plans to file “an opinion” with the court — stated by The Harbour Times itself*."""
    return Wording(reading).sentence(act)


def word_time(time: ActTime) -> str:
    """*on 12 June 2024*, *in June 2024*, or nothing: the date of publication is never the date of the event."""
    if time.basis != "stated" or (time.since is None and time.until is None):
        return ""
    if time.since is None or time.until is None:
        return f"from {word_date(time.since)} on" if time.since else f"by {word_date(time.until or '')}"
    if time.since == time.until:
        return f"{'on' if time.since.count('-') == 2 else 'in'} {word_date(time.since)}"
    year, month = time.since[:4], time.since[:7]
    if time.since == f"{year}-01-01" and time.until == f"{year}-12-31":
        return f"in {year}"
    if time.since == f"{month}-01" and time.until[:7] == month and time.until[8:] in _last_days(month):
        return f"in {word_date(month)}"
    return f"between {word_date(time.since)} and {word_date(time.until)}"


def word_date(date: str) -> str:
    """*12 June 2024* for 2024-06-12, *June 2024* for 2024-06; whatever is no ISO date as it is."""
    if not re.fullmatch(r"\d{4}-(0\d|1[0-2])(-\d\d)?", date):
        return date
    year, *rest = date.split("-")
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) == 2 else f"{month} {year}"


def word_outlet(report: Report) -> str | None:
    """The outlet by its name, else its domain, else None."""
    return report.outlet.name or report.outlet.domain


def count_words(count: int, noun: str) -> str:
    """*1 act*, *3 acts*, *2 parties*."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def _last_days(month: str) -> tuple[str, ...]:
    if month.endswith("-02"):
        return ("28", "29")
    return ("30",) if month[5:] in ("04", "06", "09", "11") else ("31",)


def _join(words: Iterable[str]) -> str:
    *front, last = words
    return f"{', '.join(front)} and {last}" if front else last


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Wording:
    """The words for the acts of one reading; `quote_chars` is how long a quoted object may grow."""

    reading: Reading
    quote_chars: int = 90
    _parties: dict[str, Party] = field(init=False, repr=False)
    _acts: dict[str, Act] = field(init=False, repr=False)
    _attributions: dict[str, Attribution] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parties", {party.id: party for party in self.reading.parties})
        object.__setattr__(self, "_acts", {act.id: act for act in self.reading.acts})
        object.__setattr__(self, "_attributions", {att.id: att for att in self.reading.attributions})

    def sentence(self, act: Act) -> str:
        return f"{self.clause(act)} — {self.chain(act)}"

    def clause(self, act: Act) -> str:
        """Who did what to whom and when, the status in its verb, without who says so."""
        when = word_time(act.time)
        return _capital(self._clause(act, embed=True)) + (f" {when}" if when else "")

    def chain(self, act: Act) -> str:
        """Who is cited for the act, innermost first: *officials (unnamed), as cited by Walla, as cited by X*."""
        return self.links(act.chain)

    def links(self, chain: tuple[str, ...]) -> str:
        """The same for the ids of attributions, outermost first."""
        outlet = word_outlet(self.reading.report)
        if not chain:
            return f"stated by {outlet} itself" if outlet else "stated by the report itself"
        links = [self.link(self._attributions[key]) for key in reversed(chain) if key in self._attributions]
        told = [words for words, _ in groupby(links)]  # who is cited twice over is one link to a person
        return ", as cited by ".join([*told, outlet or "this report"])

    def link(self, att: Attribution) -> str:
        """One link of a chain: *Karim Khan*, *officials (unnamed), to AFP*, *a source not named*."""
        source = self.party(att.source) if att.source else ""
        if not source and att.source_span:
            source = f"“{short_quote(att.source_span.of(self.reading.report.text), self.quote_chars)}”"
        via = f", to {self.party(att.via)}" if att.via else ""
        return (source or "a source not named") + via

    def party(self, key: str, *, full: bool = False) -> str:
        """A party by its id: *the United Kingdom*, *at least 20 states (unnamed)*; `full` adds role and principal."""
        party = self._parties.get(key)
        if party is None:
            return f"party {key}"
        notes = [party.role] if full and party.role and party.role.lower() not in party.name.lower() else []
        if party.kind == "group":
            notes.insert(0, self._members(party))
        if party.acts_for and (full or party.kind == "group"):
            notes.append(f"for {self._name(party.acts_for)}")
        return _named(party) + (f" ({', '.join(notes)})" if notes else "")

    def _name(self, key: str) -> str:
        return _named(self._parties[key]) if key in self._parties else f"party {key}"

    def _members(self, group: Party) -> str:
        if not group.members:
            return "unnamed"
        names = _join(self._name(key) for key in group.members)
        whole = group.count is not None and group.count.bound == "exact" and group.count.value == len(group.members)
        return names if whole else f"among them {names}"

    def _people(self, keys: tuple[str, ...], most: int = 6) -> str:
        shown = [self.party(key, full=len(keys) < 3) for key in keys[:most]]
        left = len(keys) - len(shown)
        return _join([*shown, f"{left} more"] if left else shown) if shown else ""

    def _subject(self, act: Act) -> str:
        return self._people(act.actors) or "somebody (not named)"

    def _is_plural(self, act: Act) -> bool:
        if len(act.actors) != 1:
            return len(act.actors) > 1
        party = self._parties.get(act.actors[0])
        if party is None or party.kind != "group" or re.match(r"(a|an|one)\b", party.name, re.IGNORECASE):
            return False
        return party.count is None or party.count.value != 1

    def _clause(self, act: Act, *, embed: bool) -> str:
        predicate = self._predicate(act, embed=embed)
        verb = re.search(r"~(\w+)", predicate)
        past = predicate if verb is None else predicate.replace(verb.group(0), past_of(verb.group(1)), 1)
        words = {"s": self._subject(act), "past": past, "base": predicate.replace("~", "", 1), "by": self._by(act)}
        plural = self._is_plural(act)
        return STATUS_WORDS[act.status].format(
            plan="plan" if plural else "plans", be="are" if plural else "is", **words
        )

    def _by(self, act: Act) -> str:
        """Who asked for a requested act or denied a denied one, where another act is about it."""
        wanted: ActType = "deny" if act.status == "denied" else "request"
        for other in self.reading.acts:
            if other.type == wanted and act.id in other.about and other.actors:
                return f" by {_join(self.party(key) for key in other.actors)}"
        return ""

    def _predicate(self, act: Act, *, embed: bool) -> str:
        """Verb, recipients and object, the verb marked with ``~``: *~ask 25 countries (unnamed) to file “…”*."""
        frame, recipients = FRAMES[act.type], self._people(act.recipients)
        form, words = (self._embedded(act) if embed else None) or self._object(act)
        alternatives = {"to": frame.to, "that": frame.that, "noun": frame.noun, "after": ""}[form]
        filled = fill_frame(alternatives, {"r": recipients, "o": words})
        return filled or self._with_colon(frame, form, recipients, words)

    def _object(self, act: Act) -> tuple[ObjectForm, str]:
        if act.object is None:
            return "noun", ""
        form, words = object_form(self.reading.report.text, act.object)
        return form, f"“{short_quote(words, self.quote_chars)}”"

    def _with_colon(self, frame: Frame, form: ObjectForm, recipients: str, words: str) -> str:
        """The frame without its object, then the object: after a colon, unless it begins with a preposition."""
        head = fill_frame(frame.noun, {"r": recipients}) or fill_frame(frame.noun, {}) or ""
        return f"{head} {words}" if form == "after" else f"{head}: {'to ' if form == 'to' else ''}{words}"

    def _embedded(self, act: Act) -> tuple[ObjectForm, str] | None:
        """The act that this one is about, in words: *to file “an opinion”* where the actors fit, else *that …*."""
        frame = FRAMES[act.type]
        for inner in (self._acts[key] for key in act.about if key in self._acts and key != act.id):
            if inner.object is None and act.object is not None and act.type != "deny":
                continue
            controller = act.recipients if act.type in ("request", "warn") else act.actors
            if frame.to and inner.actors and inner.actors == controller:
                return "to", self._predicate(inner, embed=False).replace("~", "", 1)
            if frame.that and inner.actors:
                return "that", self._inner_clause(act, inner)
        return None

    def _inner_clause(self, act: Act, inner: Act) -> str:
        if act.type == "request":
            return f"{self._subject(inner)} {self._predicate(inner, embed=False).replace('~', '', 1)}"
        told = replace(inner, status="actual") if inner.status in ("denied", "requested") else inner
        return self._clause(told, embed=False)


def _named(party: Party) -> str:
    """The name with its article and, for a group, its count where the name does not tell it."""
    name = party.name
    if party.kind in ("group", "document") and _LOWER_INSIDE.match(name):
        name = name[0].lower() + name[1:]
    if party.kind == "group":
        return _counted(name, party.count)
    if party.kind == "person":
        return _described(name, party.role or "")
    if party.kind == "outlet" or (party.kind != "state" and HAS_ARTICLE.search(name)):
        return name
    described = party.kind != "state" and name[:1].islower()
    return f"the {name}" if party.kind == "court" or described or ARTICLE_NAMES.search(name) else name


def _described(name: str, role: str) -> str:
    """A person without a name gets an article: *the prosecutor* for an office, *a diplomat* for anybody else."""
    if HAS_ARTICLE.match(name):
        return name
    if role and name.lower().startswith(role.lower()):
        return f"the {name[0].lower()}{name[1:]}"
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}" if name[:1].islower() else name


def _counted(name: str, count: Count | None) -> str:
    if count is None:
        return name
    bound = "" if BOUND_SEEN.search(name) else BOUND_WORDS[count.bound]
    return f"{bound}{'' if NUMBER_WORDS.search(name) else f'{count.value:,} '}{name}"
