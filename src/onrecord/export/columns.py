"""Columns: a table as data, so that every file form and the page in docs/ have the same columns in the same order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from onrecord.export.excerpts import Excerpt
from onrecord.export.options import ExportOptions
from onrecord.records.wording import Wording

ItemT = TypeVar("ItemT")
Kind = Literal["text", "texts", "whole", "flag", "number", "moment"]
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Generic[ItemT]):
    """One item of an excerpt with all that its cells are made from; the items of an excerpt share its `wording`."""

    item: ItemT
    excerpt: Excerpt
    wording: Wording
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class Column(Generic[ItemT]):
    """A name, what kind of value stands there (or None), what it says, and how it is found.

    Kinds: text; texts, a list of text; whole, a whole number; flag, true or false;
    number, with a fraction; moment, a time in UTC.
    """

    name: str
    kind: Kind
    says: str
    value: Callable[[View[ItemT]], Any]


class Named(Protocol):
    """A column as far as a file needs to know it."""

    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlainColumn(Generic[ItemT]):
    """A column of what is no part of a reading; as `Column`, with the value found from the item alone."""

    name: str
    kind: Kind
    says: str
    value: Callable[[ItemT], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[ItemT]):
    """One row for each item that `find` finds in an excerpt; `noun` is what a row is called in a message."""

    noun: str
    says: str
    columns: tuple[Column[ItemT], ...]
    find: Callable[[Excerpt], Iterable[ItemT]]

    def columns_for(self, options: ExportOptions) -> tuple[Column[ItemT], ...]:
        return (*self.columns, TEXT_COLUMN) if options.with_text else self.columns

    def rows(self, excerpts: Iterable[Excerpt], options: ExportOptions) -> Iterator[Values]:
        """The values of each row in the order of the columns, the excerpts one by one as they come."""
        columns = self.columns_for(options)
        for excerpt in excerpts:
            wording = Wording(excerpt.reading, quote_chars=options.sentence_quote_chars)
            for item in self.find(excerpt):
                view = View(item=item, excerpt=excerpt, wording=wording, options=options)
                yield tuple([column.value(view) for column in columns])


TEXT_COLUMN: Column[Any] = Column(
    "text", "text", "the whole text of the report; only with --with-text", lambda v: v.excerpt.reading.report.text
)

# What every row of every table begins with: which report, who published it, who read it, who recorded it when.
REPORT_COLUMNS: tuple[Column[Any], ...] = (
    Column("report_id", "text", "the report, by a hash of what was published", lambda v: v.excerpt.reading.report.id),
    Column("given_id", "text", "the id that the input gave it", lambda v: v.excerpt.reading.report.given_id),
    Column("title", "text", "the title of the report", lambda v: v.excerpt.reading.report.title),
    Column("outlet", "text", "who published it, by name", lambda v: v.excerpt.reading.report.outlet.name),
    Column("outlet_domain", "text", "who published it, by host", lambda v: v.excerpt.reading.report.outlet.domain),
    Column("url", "text", "where it was published", lambda v: v.excerpt.reading.report.url),
    Column("published", "text", "the day it was published, an ISO date", lambda v: v.excerpt.reading.report.published),
    Column(
        "published_basis",
        "text",
        "how that day is known: `given`, `metadata`, `page`, `url`, or `none`",
        lambda v: v.excerpt.reading.report.published_basis,
    ),
    Column(
        "recorded_at",
        "moment",
        "when the ledger recorded this reading; empty for reports that were read without a ledger",
        lambda v: v.excerpt.recorded_at,
    ),
    Column("reader", "text", "the model and rules that read the report", lambda v: v.excerpt.reading.reader),
)
