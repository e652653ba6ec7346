"""Inputs: the arguments that name reports, shared by the commands that read them, and the count of their fates."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

import click

from onrecord.cli.plain import note
from onrecord.ingest import IngestOptions, read_inputs, read_readings
from onrecord.ingest.options import MOST_BYTES, MOST_CHARS
from onrecord.records import Reading, Report
from onrecord.records.ids import report_id
from onrecord.records.rejected import Rejected

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the command line says of its inputs; `published` and `outlet` stand in where an input tells none."""

    places: tuple[str, ...]
    published: str | None = None
    outlet: str | None = None
    allow_private: bool = False
    max_chars: int = MOST_CHARS

    @property
    def ingest_options(self) -> IngestOptions:
        """A text takes at most four bytes a character, and a file of one may take more."""
        max_bytes = max(MOST_BYTES, 8 * self.max_chars)
        return IngestOptions(allow_private=self.allow_private, max_chars=self.max_chars, max_bytes=max_bytes)


@dataclass(slots=True)
class Tally:
    """How many inputs gave a report and how many were rejected, so far."""

    reports: int = 0
    rejected: int = 0


def input_options(command: CommandT) -> CommandT:
    """Adds IN..., --published, --outlet and --allow-private to a command."""
    return click.argument("places", metavar="IN...", nargs=-1, required=True)(report_options(command))


def report_options(command: CommandT) -> CommandT:
    """Adds what an input may leave out: --published, --outlet; and what is let in: --allow-private, --max-chars."""
    for decorate in (
        click.option(
            "--max-chars",
            type=click.IntRange(min=1),
            default=MOST_CHARS,
            metavar="N",
            help="The most characters that a report may have, 1000000 unless said.",
        ),
        click.option("--allow-private", is_flag=True, help="Let addresses lead into the local network."),
        click.option("--outlet", metavar="NAME", help="Who published the inputs that do not tell it."),
        click.option(
            "--published",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
            help="When the inputs that do not tell it were published, as 2024-06-30.",
        ),
    ):
        command = decorate(command)
    return command


def inputs_from(options: dict[str, Any]) -> Inputs:
    """The Inputs that the options of `input_options` make."""
    published: datetime | None = options["published"]
    return Inputs(
        places=options["places"],
        published=published.date().isoformat() if published else None,
        outlet=options["outlet"],
        allow_private=options["allow_private"],
        max_chars=options["max_chars"],
    )


def read_reports(inputs: Inputs, tally: Tally) -> Iterator[Report]:
    """The reports of the inputs, in their order; each rejection is told on stderr and counted."""
    for item in read_inputs(inputs.places, options=inputs.ingest_options):
        if isinstance(item, Rejected):
            reject(item, tally)
        else:
            tally.reports += 1
            yield filled(item, inputs)


def read_given_readings(places: Iterable[str], tally: Tally) -> Iterator[Reading]:
    """The readings that files of readings hold, as they are."""
    for item in read_readings(places):
        if isinstance(item, Rejected):
            reject(item, tally)
        else:
            tally.reports += 1
            yield item


def reject(rejected: Rejected, tally: Tally) -> None:
    tally.rejected += 1
    note(f"rejected: {rejected.where}: {rejected.reason} ({rejected.detail})")


def filled(report: Report, inputs: Inputs) -> Report:
    """The report with what it does not tell of itself filled from the command line, under the id that it then has."""
    if inputs.published and report.published is None:
        report = replace(report, published=inputs.published, published_basis="given")
    if inputs.outlet and report.outlet.name is None:
        report = replace(report, outlet=replace(report.outlet, name=inputs.outlet))
    fields = {"title": report.title, "url": report.url, "published": report.published}
    return replace(report, id=report_id(text=report.text, outlet=report.outlet, **fields))
