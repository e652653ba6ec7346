"""Dates: the time expressions of a text against its day of publication, and which of them belongs to an act."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.reader.calendar_words import ANY_RULE, DAYS, MONTHS, RULES, Reader
from onrecord.reader.intervals import Direction, Interval, Precision, Setting
from onrecord.reader.lexicon import complements_for
from onrecord.reader.tense import dependents, find_direction
from onrecord.records.analysis import Analysis, Token
from onrecord.records.spans import Span

LATEST = frozenset({"by", "until", "till"})
OUTSIDE = frozenset({"before", "after", "following", "beyond"})
MONTH_OPENERS = frozenset(
    {"in", "since", "by", "until", "till", "from", "during", "throughout", "between", "and", "to"}
)
YEAR_OPENERS = frozenset({"in", "since", "by", "until", "till", "from", "during", "throughout", "back", "(", "of"})
_DASHES = frozenset({"-", "--", "–", "—"})
_MEANWHILE = frozenset({"as", "while"})
_NAMES = frozenset({*MONTHS, *DAYS, *(name[:3] for name in (*MONTHS, *DAYS)), "sept", "tues", "thurs"})
CLAUSE_RELATIONS = ("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis")
OPENING = re.compile(
    r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|the$|an?$|mid|early|late|earlier$"
    r"|between$|from$|last$|this$|next$|previous$|past$|coming$|within$|yesterday|to(?:day|night|morrow)|overnight"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|start|beginning|middle|end|current)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """Words that tell a time, and the days they come to, both ends included.

    In *filed an appeal in mid-June*, published in July 2024, `first` to `last` is *mid-June*, 11 to 20 June 2024.
    `head` is the token of the expression that hangs on the rest of the sentence; `named` the days of *May* in *since
    May*, which run on.
    """

    first: int
    last: int
    head: int
    since: date
    until: date
    span: Span
    precision: Precision
    named: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """Tokens that look like a time expression, and the rule that may read them."""

    first: int
    last: int
    found: re.Match[str]
    reader: Reader


def find_times(analysis: Analysis, published: date | None) -> tuple[TimeFound, ...]:
    """The time expressions of a text in order; without a day of publication, only those that tell their year.

    *recently* and *earlier* tell no time, and neither does *on Tuesday* under a verb whose tense does not.
    """
    times: list[TimeFound] = []
    starts = [first for first, _ in analysis.sentences]
    for number, (first, last) in enumerate(analysis.sentences):
        for match in _sentence_matches(analysis, first, last):
            near = times[-1] if times and times[-1].first >= starts[max(0, number - 1)] else None
            time = _read(analysis, match, published, anchor=near)
            if time is not None:
                times.append(time)
    return tuple(times)


def _sentence_matches(analysis: Analysis, first: int, last: int) -> Iterator[_Match]:
    """The longest match from each token on; none inside another, so that no part stands in for a whole."""
    words = [token.text.lower() for token in analysis.tokens[first : last + 1]]
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    ends = {start - 1: number for number, start in enumerate(starts)}
    joined, index = " ".join(words), 0
    while index < len(words):
        match = None
        if OPENING.match(words[index]) and ANY_RULE.match(joined, starts[index]):
            tried = [(rule.match(joined, starts[index]), reader) for rule, reader in RULES]
            whole = [(found.end(), found, reader) for found, reader in tried if found and found.end() in ends]
            if whole:
                end, found, reader = max(whole, key=lambda each: each[0])
                match = _Match(first=first + index, last=first + ends[end] - 1, found=found, reader=reader)
        if match is not None and _is_time(analysis, match):
            yield match
            index = match.last - first
        index += 1


def _is_time(analysis: Analysis, match: _Match) -> bool:
    """Whether the words are a time at all: not the verb *may*, not Theresa May, not *2000 people*."""
    inside = analysis.tokens[match.first : match.last + 1]
    named = [token for token in inside if token.text.lower().rstrip(".") in _NAMES]
    if any(not token.text[0].isupper() or token.upos in ("AUX", "VERB") for token in named):
        return False
    if any(
        name.kind == "person" and name.first <= token.index <= name.last for token in named for name in analysis.names
    ):
        return False
    if len(inside) > 1:
        return True
    word, before = inside[0].text.lower(), analysis.tokens[match.first - 1].text.lower() if match.first else ""
    if word.isdigit():
        return before in YEAR_OPENERS and not inside[0].deprel.startswith("nummod")
    if word[:3] in _SHORT and word not in DAYS:
        return word in MONTHS and (
            before in MONTH_OPENERS or inside[0].deprel.endswith((":tmod", ":unmarked", ":poss"))
        )
    return True


_SHORT = frozenset(name[:3] for name in (*MONTHS, *DAYS))


def _read(analysis: Analysis, match: _Match, published: date | None, *, anchor: TimeFound | None) -> TimeFound | None:
    head = _head(analysis, match)
    before = analysis.tokens[match.first - 1].text.lower() if match.first else ""
    day_spoken_of = anchor.since if anchor and anchor.precision == "day" else None
    direction = _direction_after(before, find_direction(analysis, head))
    setting = Setting(published=published, direction=direction, anchor=day_spoken_of)
    try:
        interval = match.reader(match.found, setting)
    except (ValueError, OverflowError):  # a day that no calendar has: *1 January 0000*, *last week* in the year 1
        return None
    first, named = match.first, interval
    if interval is not None and (before in LATEST or before == "since"):
        first, interval = first - 1, _open_ended(before, interval, published)
    if interval is None or _is_outside(analysis, match) or _is_dateline(analysis, match):
        return None
    span = Span(analysis.tokens[first].start, analysis.tokens[match.last].end)
    return TimeFound(
        first=first,
        last=match.last,
        head=head,
        since=interval.since,
        until=interval.until,
        span=span,
        precision=interval.precision,
        named=named,
    )


def _direction_after(before: str, direction: Direction | None) -> Direction | None:
    """*since May* looks back and *for Friday* ahead, whatever the verb; *by 12 July* may under a past verb."""
    if before == "since":
        return "past"
    if before == "for":
        return "future"
    return None if before in LATEST and direction == "past" else direction


def _open_ended(before: str, interval: Interval, published: date | None) -> Interval | None:
    """*since May* runs to publication, *by 12 July* from it; a limit that is past by then stands as it was told."""
    if published is None or (before == "since") != (interval.since <= published):
        return interval if before != "since" else None
    if before == "since":
        return replace(interval, until=published, precision="range")
    return replace(interval, since=published, precision="range")


def _is_outside(analysis: Analysis, match: _Match) -> bool:
    """Whether the words only bound the time of something else: *before Tuesday*; *after Tuesday's vote* does tell."""
    before = [token.text.lower() for token in analysis.tokens[max(0, match.first - 2) : match.first]]
    after = analysis.tokens[match.last + 1].text if match.last + 1 < len(analysis.tokens) else ""
    bound = bool(before) and (before[-1] in OUTSIDE or before[-2:] in (["prior", "to"], ["ahead", "of"]))
    return bound and after not in ("'s", "’s", "'", "’")


def _is_dateline(analysis: Analysis, match: _Match) -> bool:
    """*LIMA, July 3 – Peru has sued Chile*: the day of writing, which dates nothing that is told."""
    after = analysis.tokens[match.last + 1].text if match.last + 1 < len(analysis.tokens) else ""
    before = analysis.tokens[_sentence_around(analysis, match.first)[0] : match.first]
    return after in _DASHES and bool(before) and before[0].text.isupper() and all(t.upos != "VERB" for t in before)


def _head(analysis: Analysis, match: _Match) -> int:
    inside = range(match.first, match.last + 1)
    return next((index for index in inside if analysis.tokens[index].head not in inside), match.first)


def time_of(analysis: Analysis, trigger: int, times: tuple[TimeFound, ...]) -> TimeFound | None:
    """The time that belongs to the word of an act, by the tree, or None.

    In *said on Monday that Peru had signed*, Monday is the saying's and not the signing's. A noun takes its own
    time first, then that of the verb whose object it is.
    """
    when = _when(analysis, trigger, times)
    if when is not None:
        return when
    for place in _places(analysis, trigger):
        near = [
            (steps, abs(time.head - trigger), time)
            for time in _times_around(analysis, place, times)
            if (steps := _steps(analysis, time.head, place))
        ]
        if near:
            return min(near, key=lambda each: each[:2])[2]
    return None


def _sentence_around(analysis: Analysis, index: int) -> tuple[int, int]:
    """The first and last token of the sentence that a token stands in; the token itself where there is none."""
    number = bisect_right(analysis.sentences, index, key=lambda sentence: sentence[0]) - 1
    first, last = analysis.sentences[number] if number >= 0 else (index, index)
    return (first, last) if index <= last else (index, index)


def _times_around(analysis: Analysis, place: int, times: tuple[TimeFound, ...]) -> Iterator[TimeFound]:
    """The times in the sentence of a token: no tree reaches beyond."""
    first, last = _sentence_around(analysis, place)
    for number in range(bisect_left(times, first, key=lambda time: time.first), len(times)):
        if times[number].first > last:
            return
        yield times[number]


def _when(analysis: Analysis, trigger: int, times: tuple[TimeFound, ...]) -> TimeFound | None:
    """*shut since May, when Chad closed the road*: a clause of *when* tells what was done at the time before it."""
    for child in dependents(analysis, trigger):
        if child.text.lower() != "when" or child.index > trigger:
            continue
        comma = child.index > 0 and analysis.tokens[child.index - 1].text == ","
        around = _times_around(analysis, child.index, times)
        time = next((each for each in around if each.last == child.index - 1 - comma), None)
        if time is not None and time.named is not None:
            since, until, precision = time.named.since, time.named.until, time.named.precision
            return replace(time, since=since, until=until, precision=precision)
    return None


def _places(analysis: Analysis, trigger: int) -> Iterator[int]:
    """The tokens whose own times are an act's, nearest first."""
    yield trigger
    token = analysis.tokens[trigger]
    if token.upos in ("NOUN", "PROPN"):
        for child in dependents(analysis, trigger):
            if child.deprel == "acl" and _is_light(child, "obj"):
                yield child.index
    if token.head < 0:
        return
    governor = analysis.tokens[token.head]
    if governor.upos == "VERB" and _is_carried(token, governor):
        yield from _places(analysis, governor.index)
    if token.deprel == "advcl" and _is_at_once(analysis, token):
        yield from _places(analysis, governor.index)
    if token.deprel == "conj" and governor.upos == token.upos:
        yield from _fronted(analysis, governor)


def _is_at_once(analysis: Analysis, token: Token) -> bool:
    """Whether a clause tells of the same time as that above it: *..., killing two*, *as troops raided the camp*."""
    marks = {child.text.lower() for child in dependents(analysis, token.index) if child.deprel == "mark"}
    if marks:
        return marks <= _MEANWHILE
    return token.text.lower().endswith("ing") and token.index > token.head


def _is_carried(token: Token, governor: Token) -> bool:
    """Whether the verb above adds no act of its own: *held talks*, *talks began*, *managed to file*."""
    if token.deprel in ("obj", "nsubj:pass"):
        return _is_light(governor, "obj")
    return token.deprel in ("nsubj", "xcomp") and _is_light(governor, "comp")


def _fronted(analysis: Analysis, governor: Token) -> Iterator[int]:
    """A time before the first of several verbs is shared: *On Monday Laos banned the film and jailed its maker*."""
    if any(
        child.deprel.startswith("obl") and child.index < governor.index
        for child in dependents(analysis, governor.index)
    ):
        yield governor.index


def _is_light(token: Token, slot: str) -> bool:
    return any(
        entry.slot == slot and entry.status == "actual" and entry.words == (token.lemma.lower(),)
        for entry in complements_for(token.lemma.lower(), "verb")
    )


def _steps(analysis: Analysis, head: int, target: int) -> int | None:
    """How far below a token a time hangs, at most two nouns deep and never through another clause."""
    here = head
    for steps in range(1, 4):
        token = analysis.tokens[here]
        if token.head < 0:
            return None
        if token.head == target:
            set_date = token.deprel == "obj" and analysis.tokens[target].upos == "VERB"  # "set 12 July as the date"
            return None if set_date or token.deprel.startswith(CLAUSE_RELATIONS) else steps
        parent = analysis.tokens[token.head]
        if (
            parent.upos in ("VERB", "AUX")
            or parent.deprel.startswith(CLAUSE_RELATIONS)
            or token.deprel.endswith("poss")
        ):
            return None
        if token.deprel.startswith(("compound", "amod", "nummod")) and steps > 1:
            return None
        here = token.head
    return None


def describe(time: TimeFound) -> str:
    """A time as one would write it: *on 12 March 2024*, *in May 2024*, *in 2019*, *between 11 and 20 June 2024*."""
    since, until = time.since, time.until
    if since == until:
        return f"on {_written(since)}"
    if time.precision == "month":
        return f"in {MONTHS[since.month - 1].capitalize()} {since.year}"
    if time.precision == "year":
        return f"in {since.year}"
    if (since.year, since.month) == (until.year, until.month):
        return f"between {since.day} and {_written(until)}"
    return f"between {_written(since)} and {_written(until)}"


def _written(when: date) -> str:
    return f"{when.day} {MONTHS[when.month - 1].capitalize()} {when.year}"
