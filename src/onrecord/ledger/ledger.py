"""Ledger: what can be put into the log of readings and asked of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Select

from onrecord.ledger.acts import ActFilter, read_acts
from onrecord.ledger.cited import read_cited
from onrecord.ledger.clock import timestamp, written
from onrecord.ledger.cursors import Place
from onrecord.ledger.days import find_period
from onrecord.ledger.facets import ReportFilter, search_page
from onrecord.ledger.feeds import Feeds
from onrecord.ledger.heads import head_of, select_heads
from onrecord.ledger.judgement_rows import JudgementEntry, JudgementState
from onrecord.ledger.judgements import append_judgement, read_happenings_judged, read_last, read_stances, read_states
from onrecord.ledger.lists import ListEntry, append_list, append_withdrawal, read_lists
from onrecord.ledger.log import (
    append_reading,
    count_reports,
    fold_log,
    has_reading,
    read_body,
    read_counted,
    read_entries,
    read_heights,
    read_judged,
)
from onrecord.ledger.lookup import find_head
from onrecord.ledger.namesakes import find_parties
from onrecord.ledger.rows import (
    ActRow,
    Appended,
    CitedRow,
    Entry,
    Heights,
    Hit,
    ReportHead,
    Said,
    SearchPage,
    Selection,
)
from onrecord.ledger.said import read_said
from onrecord.ledger.search import search_reports
from onrecord.ledger.selections import read_selected, read_whole
from onrecord.ledger.standing import read_judgements
from onrecord.ledger.store import STREAMED, Store
from onrecord.ledger.words import Term, Wanted, find_terms
from onrecord.records import ActStatus, ActType, Reading
from onrecord.records.errors import LedgerError
from onrecord.records.judgements import HappeningJudged, Judgement, PartyName, StanceJudged
from onrecord.records.party_lists import ListWithdrawal, PartyList


class Ledger:
    """A log of readings that only grows, and the questions that it answers. `open_ledger` opens one.

    What an iterator gives is the state at its first row, whatever is appended meanwhile. Every method raises
    LedgerError when the ledger is closed, locked for too long or damaged.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def append(self, reading: Reading) -> Appended:
        """Record a reading under its report's id and its reader, in one transaction: all of it or nothing.

        A second reading of a report by the same reader changes nothing. RecordError for what JSON cannot hold.
        """
        recorded_at = timestamp(self._clock)
        with self._store.writing() as connection:
            return append_reading(connection, self._store.dialect, reading, recorded_at)

    def has(self, report_id: str, reader: str) -> bool:
        """Whether there is a reading of a report (by its whole id) by a reader: *onrecord 0.1.0, model 1a2b3c*."""
        with self._store.reading() as connection:
            return has_reading(connection, report_id, reader)

    def reading(self, wanted: str, *, judged: bool = True) -> Reading:
        """The reading that counts for one report, by the report's id, the beginning of it, or its given id.

        It is as people decided; with `judged` false as it was read. LedgerError when no report or more than one is
        meant, with the candidates.
        """
        with self._store.reading() as connection:
            seq = find_head(connection, wanted).seq
            return read_judged(connection, seq) if judged else read_body(connection, seq)

    def report(self, wanted: str) -> ReportHead:
        """The head of one report; as `reading`."""
        with self._store.reading() as connection:
            return find_head(connection, wanted)

    def readings(self, *, judged: bool = True) -> Iterator[Reading]:
        """The reading that counts for each report, in the order in which they were recorded.

        It is as people decided: acts that they rejected are left out, those that they corrected are changed and say so
        in their rule, parties that they merged or parted have the names that they gave. With `judged` false it is as it
        was read.
        """
        with self._store.reading() as connection:
            yield from read_counted(connection, judged=judged)

    def entries(self, holding: Wanted | None = None, *, after: int | None = None) -> Iterator[Entry]:
        """Every reading that was ever recorded, as it was read, the oldest first, with those that no longer count.

        With `holding`, only those of reports that hold the words that are wanted, in title, text or names of parties;
        with `after`, only those of reports that have a reading behind that row of the log.
        """
        with self._store.reading() as connection:
            told = None if holding is None else self._store.dialect.holding(connection, holding)
            yield from read_entries(connection, told, after)

    def heights(self) -> Heights:
        """How far each log has grown: a question asked at the same heights has the same answer."""
        with self._store.reading() as connection:
            return read_heights(connection)

    def count_reports(self, *, until: datetime | None = None) -> int:
        """How many reports there are, or were recorded up to a time."""
        with self._store.reading() as connection:
            return count_reports(connection, None if until is None else written(until))

    def reports(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        after: Place | None = None,
        limit: int | None = None,
    ) -> Iterator[ReportHead]:
        """The reports, the newest first; `since` and `until` are days of publication as in `acts`.

        `outlet` is a name or a domain as reports have it. `after` is the place of the last one that was given before.
        """
        wanted = select_heads(period=find_period(since, until), outlet=outlet, after=after, limit=_limit(limit))
        return self._reports(wanted)

    def acts(
        self,
        *,
        party: str | None = None,
        type: ActType | None = None,  # noqa: A002 - as the field of an act
        status: ActStatus | None = None,
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        after: Place | None = None,
        limit: int | None = None,
    ) -> Iterator[ActRow]:
        """The acts that pass all filters, the newest first, those of one report as in its text.

        `party` and `source` are a name, the last name of a person, or an id such as ISO 3166 alpha-3 (*ISR*), without
        regard to case and accents. `party` finds acts of and towards that party, of those who act for it and of
        groups that are known to have it as a member; `source` finds acts for which it is cited, or through which
        the cited one spoke. `since` and `until` are ISO days, months or years, both included: an act is placed by its
        own time, and one without a time by the day of its report. `after` is the place of the last one that was given
        before. LedgerError for a type, status or day that is none.
        """
        period = find_period(since, until)
        wanted = ActFilter(party=party, type=type, status=status, source=source, period=period, after=after)
        return self._acts(wanted, _limit(limit))

    def selections(
        self,
        *,
        party: str | None = None,
        type: ActType | None = None,  # noqa: A002 - as the field of an act
        status: ActStatus | None = None,
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        judged: bool = True,
    ) -> Iterator[Selection]:
        """The readings that count with their acts, in the order in which they were recorded; filters as in `acts`.

        With a filter or a limit, only readings with an act that passes; without, all, also those without acts. Readings
        are as people decided, and with `judged` false as they were read; filters are about what people decided.
        """
        period = find_period(since, until)
        wanted = ActFilter(party=party, type=type, status=status, source=source, period=period)
        return self._selections(wanted, _limit(limit), judged=judged)

    def said(self, party: str, *, after: Place | None = None, limit: int = 50) -> Said:
        """Attributions in which a party is cited, or somebody who acts for it, those of the newest report first.

        `party` is as in `acts`. There may be more where fewer than `limit` are given: `next` tells where to go on.
        """
        with self._store.reading() as connection:
            return read_said(connection, party, _limit(limit) or 0, after)

    def search(self, words: str, limit: int = 20) -> Iterator[Hit]:
        """The reports that hold all the words in title, text or names of parties, at most `limit`, the best first.

        ``"joint statement"`` asks for words side by side, ``sanction*`` for beginnings; nothing else is syntax.
        LedgerError when there is nothing to search for.
        """
        return self._search(find_terms(words), _limit(limit) or 0)

    def search_page(
        self,
        words: str,
        *,
        outlet: str | None = None,
        party: str | None = None,
        type: ActType | None = None,  # noqa: A002 - as the field of an act
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> SearchPage:
        """As `search`, of the reports that pass all filters, with what they have in common.

        `party` finds reports that name it, `type` those that have such an act; the others as in `reports`.
        """
        terms = find_terms(words)
        wanted = ReportFilter(outlet=outlet, period=find_period(since, until), party=party, type=type)
        with self._store.reading() as connection:
            return search_page(connection, self._store.dialect, terms, wanted, _limit(limit) or 0, offset)

    def cited(self) -> Iterator[CitedRow]:
        """Who is cited by whom, by outlet and the most cited first, counted over the readings that count."""
        with self._store.reading() as connection:
            yield from read_cited(connection)

    def judge(self, judgement: Judgement) -> JudgementEntry:
        """Record what a person decided, in one transaction, and let it count from now on; its row.

        The same word by the same person that stands already is not recorded twice. LedgerError when what it is about
        is not there: the report, the act, the party, the judgement to undo.
        """
        recorded_at = timestamp(self._clock)
        with self._store.writing() as connection:
            return append_judgement(connection, self._store.dialect, judgement, recorded_at)

    def judgements(self) -> Iterator[JudgementState]:
        """Every judgement, the oldest first, with what undid it and why it may have nothing to change today."""
        with self._store.reading() as connection:
            yield from read_states(connection)

    def last_judgements(self, limit: int, offset: int = 0) -> Iterator[JudgementState]:
        """Some judgements, the newest first, without so many of the first; as `judgements`."""
        with self._store.reading() as connection:
            yield from read_last(connection, limit, offset)

    def judgement_entries(self) -> tuple[JudgementEntry, ...]:
        """Every judgement, the oldest first; as `judgements`, without looking at what each has to change today."""
        with self._store.reading() as connection:
            return read_judgements(connection)

    def parties(self, name: str) -> tuple[PartyName, ...]:
        """The parties that go by a name or an id in any report, as in `acts`, each once."""
        with self._store.reading() as connection:
            return find_parties(connection, name)

    def stances(self) -> Iterator[StanceJudged]:
        """What people decided that acts say of stages and directions; for those who fold positions."""
        with self._store.reading() as connection:
            yield from read_stances(connection)

    def happenings_judged(self) -> Iterator[HappeningJudged]:
        """Which acts people decided to be one happening or not; for those who fold happenings."""
        with self._store.reading() as connection:
            yield from read_happenings_judged(connection)

    def add_list(self, given: PartyList) -> tuple[ListEntry, bool]:
        """Record a list of parties that somebody gave, in one transaction; its row, and whether it is new.

        The same list that stands already is not recorded twice. LedgerError when the one that it replaces does not
        stand.
        """
        recorded_at = timestamp(self._clock)
        with self._store.writing() as connection:
            return append_list(connection, self._store.dialect, given, recorded_at)

    def withdraw_list(self, said: ListWithdrawal) -> None:
        """Record that a list does not stand any more. LedgerError when it does not stand already."""
        recorded_at = timestamp(self._clock)
        with self._store.writing() as connection:
            append_withdrawal(connection, self._store.dialect, said, recorded_at)

    def lists(self, *, matter: str | None = None, until: datetime | None = None) -> Iterator[ListEntry]:
        """The lists of all matters or of one (by its id), the oldest first, also those that ended.

        With `until`, as the ledger held them at that moment. Parties that people said to be one have the name that
        they gave.
        """
        with self._store.reading() as connection:
            yield from read_lists(connection, matter=matter, until=until, judged=True)

    def rebuild(self) -> int:
        """Make everything but the logs again from them, in one transaction; returns how many reports there are."""
        with self._store.writing() as connection:
            return fold_log(connection, self._store.dialect)

    @property
    def feeds(self) -> Feeds:
        """The feeds that are followed, and what became of their items."""
        return Feeds(self._store, self._clock)

    def close(self) -> None:
        """Let go of the file or the server; closing twice does nothing."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _reports(self, wanted: Select[Any]) -> Iterator[ReportHead]:
        with self._store.reading() as connection:
            for row in connection.execute(wanted, execution_options=STREAMED):
                yield head_of(row)

    def _acts(self, wanted: ActFilter, limit: int | None) -> Iterator[ActRow]:
        with self._store.reading() as connection:
            yield from read_acts(connection, wanted, limit)

    def _selections(self, wanted: ActFilter, limit: int | None, *, judged: bool) -> Iterator[Selection]:
        with self._store.reading() as connection:
            if wanted == ActFilter() and limit is None:
                yield from read_whole(connection, judged=judged)
            else:
                yield from read_selected(connection, wanted, limit, judged=judged)

    def _search(self, terms: tuple[Term, ...], limit: int) -> Iterator[Hit]:
        with self._store.reading() as connection:
            yield from search_reports(connection, self._store.dialect, terms, limit)


def _limit(limit: int | None) -> int | None:
    if limit is not None and limit < 1:
        raise LedgerError("no such limit", found=str(limit), expected="1 or more")
    return limit
