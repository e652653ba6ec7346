"""`onrecord serve`: a ledger and its matters as pages and an API, on this machine unless told otherwise."""

import getpass
import os
from datetime import UTC, datetime
from ipaddress import ip_address

import click

from onrecord.answers.matter_files import MatterFiles
from onrecord.cli import factory
from onrecord.cli.judging import BY_VARIABLE
from onrecord.cli.ledgers import check_there, ledger_option
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.ledger import open_ledger
from onrecord.web.guard.people import People, Person

EPILOG = """\b
Examples:
  onrecord serve icc-warrants.toml --ledger court.db
  onrecord serve matters/*.toml --ledger postgresql://desk@db.example/court --read-only
"""
DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8473


@click.command("serve", epilog=EPILOG)
@click.argument("matters", metavar="[MATTER]...", nargs=-1)
@ledger_option
@click.option("--host", metavar="NAME", default=DEFAULT_HOST, show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@click.option(
    "--by", metavar="NAME", help=f"Who judges on this machine; else the name in {BY_VARIABLE}, else the user's."
)
@click.option("--read-only", is_flag=True, help="Nothing can be written through the page.")
def command(
    matters: tuple[str, ...], ledger: str | None, host: str, port: int, by: str | None, read_only: bool
) -> None:
    """Open a page on a ledger: where parties stand on each MATTER, by which reports, and according to whom.

    MATTER is a matter file (TOML); a file that changes is read again. The page and its API are for this machine alone
    unless --host says otherwise. Stop it with Ctrl-C.
    """
    import uvicorn

    from onrecord.web.app import create_app
    from onrecord.web.site import Site

    settings = read_settings(ledger)
    check_there(settings)
    files = MatterFiles(matters)
    if not is_loopback(host):
        raise click.UsageError(f"{host} can be reached from other machines.")
    local = Person(
        name=by or os.environ.get(BY_VARIABLE) or getpass.getuser(), role="reader" if read_only else "reviewer"
    )
    with open_ledger(settings.ledger, read_only=read_only, clock=_now) as opened:
        site = Site(
            ledger=opened, shown=settings.shown, matters=files, people=People(local=local), clock=_now,
            explainer=factory.load_explainer, read_only=read_only,
        )  # fmt: skip
        server = uvicorn.Server(uvicorn.Config(create_app(site), host=host, port=port, log_level="warning"))
        note(f"onrecord: {settings.ledger_words} at http://{host}:{port}/ (stop with Ctrl-C)")
        server.run()


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _now() -> datetime:
    return datetime.now(UTC)
