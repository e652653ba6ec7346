"""`onrecord serve`: a ledger and its matters as pages and an API, on this machine unless told otherwise."""

import getpass
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from onrecord.answers.matter_files import MatterFiles
from onrecord.cli import factory
from onrecord.cli.judging import BY_VARIABLE
from onrecord.cli.ledgers import check_there, ledger_option
from onrecord.cli.plain import note
from onrecord.cli.settings import read_settings
from onrecord.ledger import open_ledger
from onrecord.web.guard.hosts import find_hosts, is_loopback
from onrecord.web.guard.people import People, Person
from onrecord.web.guard.people_file import PeopleFile

EPILOG = """\b
Examples:
  onrecord serve icc-warrants.toml --ledger court.db
  onrecord serve matters/*.toml --ledger postgresql://desk@db.example/court --read-only
  onrecord serve matters/*.toml --people people.toml --host 0.0.0.0 --host-name desk.example
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
@click.option(
    "--people",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Who may use the page, from onrecord people; everybody has to sign in.",
)
@click.option("--host-name", "names", metavar="NAME", multiple=True, help="A name under which the page is asked for.")
@click.option("--https", is_flag=True, help="A proxy serves the page over https, and over nothing else.")
def command(
    matters: tuple[str, ...], ledger: str | None, host: str, port: int, read_only: bool, https: bool, **who: Any
) -> None:
    """Open a page on a ledger: where parties stand on each MATTER, by which reports, and according to whom.

    MATTER is a matter file (TOML); a file that changes is read again. The page and its API are for this machine alone,
    and whoever sits there judges under his own name, unless --host says otherwise: then --people says who may sign in.
    Stop it with Ctrl-C.
    """
    import uvicorn

    from onrecord.web.app import create_app
    from onrecord.web.site import Site

    settings = read_settings(ledger)
    check_there(settings)
    files = MatterFiles(matters)
    people = find_people(host, who["people"], who["by"])
    if people.local is not None and (https or who["names"]):
        raise click.UsageError("Whom a proxy lets in can be anybody: say with --people FILE who may use the page.")
    with open_ledger(settings.ledger, read_only=read_only, clock=_now) as opened:
        site = Site(
            ledger=opened, shown=settings.shown, matters=files, people=people, clock=_now,
            explainer=factory.load_explainer, read_only=read_only,
            hosts=find_hosts(host, who["names"]), https=https,
        )  # fmt: skip
        server = uvicorn.Server(uvicorn.Config(create_app(site), host=host, port=port, log_level="warning"))
        note(f"onrecord: {settings.ledger_words} at http://{host}:{port}/ (stop with Ctrl-C)")
        server.run()


def find_people(host: str, file: Path | None, by: str | None) -> People:
    """Who may use the page: those of a file, else whoever sits at this machine where nobody else can reach it."""
    if file is not None:
        if by:
            raise click.UsageError("With --people everybody judges under the name he signs in with; leave out --by.")
        return PeopleFile(file)
    if not is_loopback(host):
        raise click.UsageError(
            f"{host} can be reached from other machines: say with --people FILE who may use the page. "
            "Start such a file with: onrecord people add NAME --role reviewer"
        )
    return People(local=Person(name=by or os.environ.get(BY_VARIABLE) or getpass.getuser(), role="reviewer"))


def _now() -> datetime:
    return datetime.now(UTC)
