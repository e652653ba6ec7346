"""Intervals: days, weeks, months and years as pairs of dates, both ends included."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "part", "week", "month", "year", "range"]
Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a phrase is read against; `anchor` is the day last spoken of, for *a day earlier*."""

    published: date | None
    direction: Direction | None
    anchor: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    since: date
    until: date
    precision: Precision


def day(when: date) -> Interval:
    return Interval(since=when, until=when, precision="day")


def month_of(year: int, month: int) -> Interval:
    last = monthrange(year, month)[1]
    return Interval(since=date(year, month, 1), until=date(year, month, last), precision="month")


def year_of(year: int) -> Interval:
    return Interval(since=date(year, 1, 1), until=date(year, 12, 31), precision="year")


def week_of(when: date) -> Interval:
    monday = when - timedelta(days=when.weekday())
    return Interval(since=monday, until=monday + timedelta(days=6), precision="week")


def shift_month(when: date, months: int) -> Interval:
    years, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return month_of(years, month + 1)


def part_of(whole: Interval, part: str) -> Interval:
    """The third that a word names: mid-June is 11 to 20 June, early 2024 January to April."""
    third = 0 if part in ("early", "start of", "beginning of") else 1 if part in ("mid", "middle of") else 2
    if whole.precision == "year":
        first, last = month_of(whole.since.year, third * 4 + 1), month_of(whole.since.year, third * 4 + 4)
        return Interval(since=first.since, until=last.until, precision="part")
    if whole.precision == "month":
        since = whole.since.replace(day=third * 10 + 1)
        until = whole.until if third == 2 else whole.since.replace(day=third * 10 + 10)
        return Interval(since=since, until=until, precision="part")
    since = whole.since + timedelta(days=third * 2)
    return Interval(since=since, until=since + timedelta(days=2), precision="part")


def real_date(year: int, month: int, number: int) -> date | None:
    return date(year, month, number) if 1 <= number <= monthrange(year, month)[1] else None


def nearest(candidates: list[date], setting: Setting) -> date | None:
    """Of the same date in several years: the last one for the past, the next for the future, else the nearest one."""
    published = setting.published
    if published is None:
        return None
    past = [when for when in candidates if when <= published]
    future = [when for when in candidates if when >= published]
    if setting.direction == "past":
        return max(past, default=None)
    if setting.direction == "future":
        return min(future, default=None)
    return min(candidates, key=lambda when: abs(when - published), default=None)
