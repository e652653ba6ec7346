"""The `onrecord` command. Commands are loaded when they are called, so that `onrecord --help` starts at once."""

import gc
from importlib import import_module

import click

from onrecord.cli.exits import Exit, run_cleanly
from onrecord.cli.plain import note
from onrecord.records.errors import OnrecordError

COMMANDS = {
    "read": "Print the record of reports: who is cited for what, who did what to whom.",
    "explain": "Show which rule and which words made a record, and why others made none.",
    "add": "Read reports and put their records into a ledger.",
    "follow": "Follow RSS and Atom feeds: read what is new in them into a ledger.",
    "acts": "List the acts in a ledger, each with its status and who is cited for it.",
    "show": "Print the record of one report of a ledger.",
    "search": "Find reports of a ledger by words of their text.",
    "cited": "List who is cited by whom.",
    "matter": "Start a matter file from a few reports, or check one.",
    "positions": "Show where parties stand on a matter, by which acts and according to whom.",
    "timeline": "List the steps that parties took on a matter, in their order.",
    "changes": "List what moved in a matter's positions since a day.",
    "origins": "Show who has a happening from whom, and how many origins it has.",
    "export": "Write what is on record as CSV, JSON Lines, Parquet, linked data and more.",
    "judge": "Accept, reject and correct what was read, each decision a row with who and why.",
    "list": "Put in lists of those who signed, voted or filed, from a spreadsheet or pasted.",
    "serve": "Open a page on a ledger and its matters, with an API.",
    "people": "Say who may use the page, each with a role and a token.",
    "upgrade": "Bring a ledger made by an older version up to this one.",
}

EPILOG = """\b
Exit codes:
  0    all went well
  1    some inputs were rejected, the rest was read
  2    the command was called wrongly
  3    nothing could be read, or the ledger could not be used
  130  stopped by Ctrl-C

\b
Examples:
  onrecord read report.html
  onrecord add reports/ --ledger court.db
  onrecord acts --ledger court.db --party ISR --type request

The ledger is the one given with --ledger, else the one named by the environment variable ONRECORD_LEDGER,
else onrecord.db in the current folder.
"""


YOUNG_RECORDS = 20_000  # a matter of 974 reports in 2.1 s of the processor's, in 2.6 with Python's own 700


class LazyGroup(click.Group):
    """A group that knows the names and one-line helps of its commands and imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error that is raised on purpose ends it with one line and its own code."""
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            note(f"onrecord: {error}")
            ctx.exit(Exit.FAILED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"onrecord {import_module('onrecord').__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=print_version, help="Print the version."
)
def cli() -> None:
    """Keep the record of who is reported to have said, asked and done what, and according to whom.

    Nothing is taken for a fact: each act is shown with its status and with the chain of who is cited for it.
    """


def collect_seldom() -> None:
    """Look for cycles seldom: what a large matter is folded into is half a million objects without any."""
    gc.set_threshold(YOUNG_RECORDS)


def main() -> None:
    """The entry point: the exit code of the command, with Ctrl-C and a closed pipe handled."""
    collect_seldom()
    raise SystemExit(run_cleanly(cli))


if __name__ == "__main__":
    main()
