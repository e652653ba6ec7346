"""Calendar words: what *last month*, *mid-June* or *two weeks ago* come to, given the day of publication.

A phrase is matched on the lower-case words of a sentence joined by single spaces, so that *mid-June* reads the same
whether a tokeniser made one word of it or three. Nothing here knows of trees: the tense of the governing verb comes
in as a direction, and a phrase whose reading hangs on a direction that is not known reads as nothing.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.reader.intervals import (
    Interval,
    Setting,
    day,
    month_of,
    nearest,
    part_of,
    real_date,
    shift_month,
    week_of,
    year_of,
)

MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2,
}  # fmt: skip
UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "fortnight": 14}

_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?: ?\.)?)"
)
_MONTH2 = _MONTH.replace("<month>", "<month2>")
_WEEKDAY = (
    r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?: ?\.)?)"
)
_WEEKDAY2 = _WEEKDAY.replace("<weekday>", "<weekday2>")
_DAY = r"(?P<day>[0-3]?\d)(?: ?(?:st|nd|rd|th))?"
_DAY2 = _DAY.replace("<day>", "<day2>")
_YEAR = r" ?(?:,? ?of ?|,? )(?:(?P<year>(?:1[89]|20)\d\d)|(?P<turn>last|this|next) year)"
_NUMBER = r"(?P<number>\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_PART = r"(?:(?:the )?(?P<part>early|mid|late|start of|beginning of|middle of|end of) ?-? ?)"
_DAYTIME = r"(?: (?:morning|afternoon|evening|night))?"
_UNTO = r" ?(?:-|–|to|until|through) ?"
_DASH = r" ?(?:-|–|to|and|until|through) ?"


Reader = Callable[[re.Match[str], Setting], Interval | None]


def month_number(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(word[:3]))


def day_number(word: str) -> int:
    return next(number for number, name in enumerate(DAYS) if name.startswith(word[:3]))


def _year_given(match: re.Match[str], setting: Setting) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("turn") and setting.published:
        return setting.published.year + {"last": -1, "this": 0, "next": 1}[groups["turn"]]
    return None


def _dated(match: re.Match[str], setting: Setting, group: str = "day") -> date | None:
    month, number = month_number(match["month"]), int(match[group])
    year = _year_given(match, setting)
    if year is not None:
        return real_date(year, month, number)
    if setting.published is None:
        return None
    years = range(setting.published.year - 1, setting.published.year + 2)
    return nearest([when for each in years if (when := real_date(each, month, number))], setting)


def read_day_month(match: re.Match[str], setting: Setting) -> Interval | None:
    when = _dated(match, setting)
    return day(when) if when else None


def read_days_of_month(match: re.Match[str], setting: Setting) -> Interval | None:
    since, until = _dated(match, setting), _dated(match, setting, "day2")
    return Interval(since=since, until=until, precision="range") if since and until and since < until else None


def read_stretch(match: re.Match[str], setting: Setting) -> Interval | None:
    """*from November 20 to December 11*: the second date carries the year, the first is the last such day before."""
    first, last = (month_number(match["month"]), int(match["day"])), (month_number(match["month2"]), int(match["day2"]))
    year = _year_given(match, setting)
    if year is None and setting.published:
        years = range(setting.published.year - 1, setting.published.year + 2)
        near = nearest([when for each in years if (when := real_date(each, *last))], setting)
        year = near.year if near else None
    if year is None:
        return None
    since, until = real_date(year - (first > last), *first), real_date(year, *last)
    return Interval(since=since, until=until, precision="range") if since and until else None


def read_month(match: re.Match[str], setting: Setting) -> Interval | None:
    """*in May* is the last May for the past and the next one for the future; with no tense to go by it is nothing."""
    month, year = month_number(match["month"]), _year_given(match, setting)
    if year is None:
        if setting.published is None or setting.direction is None:
            return None
        this, years_off = setting.published, 0
        if setting.direction == "past" and month > this.month:
            years_off = -1
        if setting.direction == "future" and month < this.month:
            years_off = 1
        year = this.year + years_off
    whole = month_of(year, month)
    part = match.groupdict().get("part")
    return part_of(whole, part) if part else whole


def read_turn_month(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    month, this = month_number(match["month"]), setting.published
    if match["which"] == "last":
        return month_of(this.year - (month >= this.month), month)
    if match["which"] == "next":
        return month_of(this.year + (month <= this.month), month)
    return month_of(this.year, month)


def read_months(match: re.Match[str], setting: Setting) -> Interval | None:
    first, last = month_number(match["month"]), month_number(match["month2"])
    year = _year_given(match, setting)
    if year is None and setting.published and setting.direction == "past":
        year = setting.published.year - (last > setting.published.month)
    began = int(match.groupdict().get("from") or year or 0)
    if year is None or (began, first) >= (year, last):
        return None
    return Interval(since=month_of(began, first).since, until=month_of(year, last).until, precision="range")


def read_iso(match: re.Match[str], _setting: Setting) -> Interval | None:
    month = int(match["month"])
    when = real_date(int(match["year"]), month, int(match["day"])) if 1 <= month <= 12 else None
    return day(when) if when else None


def read_slashed(match: re.Match[str], _setting: Setting) -> Interval | None:
    """12.07.2024 is day first; 12/07/2024 may be either and is nothing, unless one number can be no month."""
    first, second = int(match["first"]), int(match["second"])
    if match["sign"] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    number, month = (second, first) if match["sign"] == "/" and second > 12 else (first, second)
    when = real_date(int(match["year"]), month, number) if 1 <= month <= 12 else None
    return day(when) if when else None


def read_year(match: re.Match[str], _setting: Setting) -> Interval | None:
    whole = year_of(int(match["year"]))
    part = match.groupdict().get("part")
    return part_of(whole, part) if part else whole


def read_decade(match: re.Match[str], _setting: Setting) -> Interval | None:
    first = int(match["decade"])
    return Interval(since=date(first, 1, 1), until=date(first + 9, 12, 31), precision="range")


def read_years(match: re.Match[str], _setting: Setting) -> Interval | None:
    first, last = int(match["year"]), int(match["year2"])
    return Interval(since=date(first, 1, 1), until=date(last, 12, 31), precision="range") if first < last else None


def read_weekday(match: re.Match[str], setting: Setting) -> Interval | None:
    """The last such day up to and with publication for the past, the next from it on for the future."""
    if setting.published is None:
        return None
    ahead = (day_number(match["weekday"]) - setting.published.weekday()) % 7
    which = match.groupdict().get("which")
    if which in ("last", "next"):
        off = -((7 - ahead) % 7 or 7) if which == "last" else (ahead or 7)
    elif setting.direction is None and ahead:
        return None
    else:
        off = ahead if setting.direction == "future" else -((7 - ahead) % 7)
    return day(setting.published + timedelta(days=off))


def read_weekday_of_week(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    step = {"last": -7, "this": 0, "next": 7}[match["whose"]]
    monday = week_of(setting.published + timedelta(days=step)).since
    return day(monday + timedelta(days=day_number(match["weekday"])))


def read_weekdays(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.published is None or setting.direction is None:
        return None
    first, last, today = day_number(match["weekday"]), day_number(match["weekday2"]), setting.published
    length = timedelta(days=(last - first) % 7)
    if setting.direction == "past":
        until = today - timedelta(days=(today.weekday() - last) % 7)
        return Interval(since=until - length, until=until, precision="range")
    since = today + timedelta(days=(first - today.weekday()) % 7)
    return Interval(since=since, until=since + length, precision="range")


def read_turn_unit(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    which = match.groupdict().get("which") or "this"
    step = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}[which]
    unit, this = match["unit"], setting.published
    if unit == "week":
        whole = week_of(this + timedelta(days=7 * step))
    elif unit == "month":
        whole = shift_month(this, step)
    else:
        whole = year_of(this.year + step)
    part = match.groupdict().get("part")
    if part in ("earlier", "later"):
        if step:
            return None
        since, until = (whole.since, this) if part == "earlier" else (this, whole.until)
        return Interval(since=since, until=until, precision="part")
    return part_of(whole, part) if part else whole


def read_weekend(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.published is None or (match["which"] in ("the", "this") and setting.direction is None):
        return None
    today = setting.published
    ahead = (5 - today.weekday()) % 7 if today.weekday() != 6 else -1
    coming = match["which"] == "next" or (match["which"] != "last" and setting.direction == "future")
    saturday = today + timedelta(days=ahead if coming or ahead <= 0 else ahead - 7)
    if ahead <= 0 and match["which"] in ("last", "next"):
        saturday += timedelta(days=-7 if match["which"] == "last" else 7)
    return Interval(since=saturday, until=saturday + timedelta(days=1), precision="range")


def read_near_day(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    word = match["near"]
    if word == "overnight":
        return Interval(since=setting.published - timedelta(days=1), until=setting.published, precision="range")
    off = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    return day(setting.published + timedelta(days=off))


def read_ago(match: re.Match[str], setting: Setting) -> Interval | None:
    """*two days ago* is that day; *two weeks ago* that week, *two months ago* that month."""
    if setting.published is None:
        return None
    number, unit, this = _number(match["number"]), match["unit"], setting.published
    if unit == "month":
        return shift_month(this, -number)
    if unit == "year":
        return year_of(this.year - number)
    when = this - timedelta(days=number * UNIT_DAYS[unit])
    return day(when) if unit == "day" else week_of(when)


def read_span_back(match: re.Match[str], setting: Setting) -> Interval | None:
    return _stretch(match, setting, -1)


def read_span_ahead(match: re.Match[str], setting: Setting) -> Interval | None:
    return _stretch(match, setting, 1)


def _stretch(match: re.Match[str], setting: Setting, sign: int) -> Interval | None:
    if setting.published is None:
        return None
    number = _number(match["number"]) if match.groupdict().get("number") else 1
    unit, here = match["unit"], setting.published
    if unit in ("month", "year"):
        month = shift_month(here, sign * number * (12 if unit == "year" else 1)).since
        there = month.replace(day=min(here.day, monthrange(month.year, month.month)[1]))
    else:
        there = here + timedelta(days=sign * (-(-number // 24) if unit == "hour" else number * UNIT_DAYS[unit]))
    return Interval(since=min(here, there), until=max(here, there), precision="range")


def read_from_anchor(match: re.Match[str], setting: Setting) -> Interval | None:
    if setting.anchor is None:
        return None
    number = _number(match.groupdict().get("number") or "one")
    sign = -1 if match["way"] in ("earlier", "before", "previous", "prior") else 1
    return day(setting.anchor + timedelta(days=sign * number))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _rule(pattern: str, reader: Reader) -> tuple[re.Pattern[str], Reader]:
    return re.compile(pattern + r"(?![\w%])"), reader


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    _rule(r"(?P<year>\d{4}) ?- ?(?P<month>\d\d) ?- ?(?P<day>\d\d)", read_iso),
    _rule(r"(?P<first>\d{1,2}) ?(?P<sign>[./]) ?(?P<second>\d{1,2}) ?[./] ?(?P<year>(?:19|20)\d\d)", read_slashed),
    _rule(rf"(?:{_WEEKDAY} ?,? )?(?:the )?{_DAY} (?:of )?{_MONTH}(?:{_YEAR})?", read_day_month),
    _rule(rf"(?:{_WEEKDAY} ?,? )?{_MONTH} {_DAY}(?: ?{_YEAR})?", read_day_month),
    _rule(rf"(?:between |from )?{_DAY}{_DASH}{_DAY2} {_MONTH}(?:{_YEAR})?", read_days_of_month),
    _rule(rf"(?:between |from )?{_MONTH} {_DAY}{_DASH}{_DAY2}(?: ?{_YEAR})?", read_days_of_month),
    _rule(rf"(?:between |from )?{_MONTH} {_DAY}{_UNTO}{_MONTH2} {_DAY2}(?:{_YEAR})?", read_stretch),
    _rule(rf"(?:between |from )?{_DAY} {_MONTH}{_UNTO}{_DAY2} {_MONTH2}(?:{_YEAR})?", read_stretch),
    _rule(rf"(?:{_PART})?{_MONTH}(?:{_YEAR})?", read_month),
    _rule(rf"(?P<which>last|this|next) {_MONTH}", read_turn_month),
    _rule(rf"(?:between |from ){_MONTH}{_DASH}{_MONTH2}(?:{_YEAR})?", read_months),
    _rule(rf"(?:between |from ){_MONTH} (?P<from>(?:19|20)\d\d){_DASH}{_MONTH2} (?P<year>(?:19|20)\d\d)", read_months),
    _rule(rf"{_PART}?(?P<year>(?:19|20)\d\d)", read_year),
    _rule(r"(?P<decade>(?:19|20)\d0) ?'?s", read_decade),
    _rule(r"(?:between |from )(?P<year>(?:19|20)\d\d) ?(?:-|–|to|and|until) ?(?P<year2>(?:19|20)\d\d)", read_years),
    _rule(rf"(?<!the next )(?<!following )(?:(?<!the )(?P<which>last|next|this) )?{_WEEKDAY}{_DAYTIME}", read_weekday),
    _rule(rf"{_WEEKDAY} (?:of )?(?P<whose>last|this|next) week", read_weekday_of_week),
    _rule(rf"(?:between |from ){_WEEKDAY}{_DASH}{_WEEKDAY2}", read_weekdays),
    _rule(
        r"(?:(?:the )?(?P<part>earlier|later|early|mid|late|start of|beginning of|middle of|end of) ?-? ?)?"
        r"(?P<which>last|previous|this|current|next) (?P<unit>week|month|year)",
        read_turn_unit,
    ),
    _rule(r"(?P<part>earlier|later) in the (?P<unit>week|month|year)", read_turn_unit),
    _rule(r"(?P<which>the|last|this|next)(?: past)? weekend", read_weekend),
    _rule(
        r"(?P<near>yesterday|today|tonight|tomorrow|overnight|last night|this morning|this afternoon|this evening)"
        + _DAYTIME,
        read_near_day,
    ),
    _rule(rf"{_NUMBER} {_UNIT} ago", read_ago),
    _rule(r"(?:the )?(?:past|last|previous) (?:(?P<number>\d{1,3}|two|three|four|five|six|seven|ten|twelve) )"
          r"(?P<unit>hour|day|week|month|year)s?", read_span_back),
    _rule(r"the past (?P<unit>day|week|month|year)", read_span_back),
    _rule(r"(?:the )?(?:next|coming) (?:(?P<number>\d{1,3}|two|three|four|five|six|seven|ten|twelve) )"
          r"(?P<unit>hour|day|week|month|year)s?", read_span_ahead),
    _rule(rf"within {_NUMBER} (?P<unit>hour|day|week|month)s?", read_span_ahead),
    _rule(rf"{_NUMBER} days? (?P<way>earlier|later|before|after)", read_from_anchor),
    _rule(r"the (?P<way>previous|following|next) day", read_from_anchor),
    _rule(r"the day (?P<way>before|after)(?= [.,;)]|$)", read_from_anchor),
)  # fmt: skip
ANY_RULE = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern) for rule, _ in RULES))
