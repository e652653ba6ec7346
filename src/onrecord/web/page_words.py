"""Page words: the short words that the cells, marks and cards of a page are made of, as filters for its templates."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from onrecord.answers.position_words import KIND_WORDS, STAGE_WORDS, candidate_words, count_told
from onrecord.ledger import ReportHead, SaidRow
from onrecord.matters.actors import origin_name
from onrecord.matters.positions import is_so_far
from onrecord.records import Report
from onrecord.records.happenings import Told
from onrecord.records.origins import OriginRange
from onrecord.records.phrases import short_quote
from onrecord.records.positions import Position, Step
from onrecord.records.wording import MONTHS, Wording, count_words, word_date, word_time
from onrecord.web.guard.links import safe_url
from onrecord.web.voices import find_voices

LINE_CHARS = 220


def slug(words: str) -> str:
    """Words as the id of a place in a page: *group-25-states*."""
    return re.sub(r"\W+", "-", words).strip("-")


def path_of(key: str) -> str:
    """An id as one part of an address, slashes and all."""
    return quote(key, safe="")


def stage_words(stage: str) -> str:
    return STAGE_WORDS[stage]


def kind_words(kind: str) -> str:
    return KIND_WORDS[kind]


def short_date(date: str) -> str:
    """*1 Jul 2024* for 2024-07-01; whatever is no such day in full."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return word_date(date)
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1][:3]} {year}"


def when_short(position: Position) -> str:
    """*on 12 June 2024* where a report states the time of the step, else when it was reported."""
    told = next((words for step in position.steps if (words := word_time(step.time))), "")
    return told or (f"reported {short_date(position.published)}" if position.published else "day unknown")


def origin_count(origins: OriginRange) -> str:
    """*1 origin*, *1 to 3 origins*."""
    most = count_words(origins.most, "origin")
    return most if origins.least == origins.most else f"{origins.least} to {most}"


def is_position_so_far(position: Position) -> bool:
    """Whether the step was not taken only as far as the reports go."""
    return all(is_so_far(step) for step in position.steps)


def report_count(told: Iterable[Told | Step]) -> str:
    """How many reports tell of a happening, or of a step."""
    return count_words(len({each.report for each in told}), "report")


def outlet_words(report: Report | ReportHead) -> str:
    """The outlet by its name, else its domain, else the report by the id that it came with."""
    return report.outlet.name or report.outlet.domain or report.given_id or "outlet unknown"


def is_web(url: str) -> bool:
    """Whether an address that came with a report may be a link: no script and no file is one."""
    return safe_url(url) is not None


def by_day(keys: Iterable[str], reports: Mapping[str, Report]) -> list[str]:
    """The ids of reports, the earliest first, those without a day last."""
    return sorted(keys, key=lambda key: (reports[key].published or "9999", key))


def told_by_day(told: Iterable[Told], reports: Mapping[str, Report]) -> list[Told]:
    """Tellings of a happening, by the days of their reports."""
    return sorted(told, key=lambda each: (reports[each.report].published or "9999", each.report, each.act))


def short_words(words: str) -> str:
    """Words of a text as far as a line takes them."""
    return short_quote(words, LINE_CHARS)


def said_by(row: SaidRow) -> str:
    """Who says it, with everybody who cites them up to the outlet."""
    return find_voices(row.reading)[row.link.attribution.id].words


FILTERS = {
    "by_day": by_day,
    "candidate_words": candidate_words,
    "count_told": count_told,
    "is_so_far": is_position_so_far,
    "is_web": is_web,
    "kind_words": kind_words,
    "origin_count": origin_count,
    "origin_name": origin_name,
    "outlet_words": outlet_words,
    "path_of": path_of,
    "report_count": report_count,
    "said_by": said_by,
    "short_date": short_date,
    "short_words": short_words,
    "slug": slug,
    "stage_words": stage_words,
    "told_by_day": told_by_day,
    "when_short": when_short,
    "wording": Wording,
}
