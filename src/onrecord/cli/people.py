"""`onrecord people`: who may use the page of `onrecord serve` when it can be reached from other machines."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click
from rich.table import Table

from onrecord.cli.plain import note, safe
from onrecord.cli.terminal import open_console
from onrecord.records.wording import word_date
from onrecord.web.guard.people import Role
from onrecord.web.guard.people_file import add_person, read_people, remove_person

EXITS = "Exit codes: 0 fine, 2 called wrongly, 3 there is no such file or person, or it could not be written."
EPILOG = f"""\b
Examples:
  onrecord people add "Ada Fenn" --role reviewer --file people.toml
  onrecord people list --file people.toml
  onrecord serve icc-warrants.toml --people people.toml --host 0.0.0.0

\b
{EXITS}
"""
DEFAULT_FILE = "people.toml"
file_option = click.option(
    "--file", "path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), default=DEFAULT_FILE,
    show_default=True, help="The people file.",
)  # fmt: skip


@click.group("people", epilog=EPILOG)
def command() -> None:
    """Say who may use the page: each with a role and a token, of which the file keeps the hash alone.

    A reader may see everything; a reviewer may judge what was read as well. A server that runs takes the file as it is
    now: whoever is added can sign in, whoever is removed is out at once.
    """


@command.command("add", epilog=f"\b\n{EXITS}")
@click.argument("name")
@click.option("--role", type=click.Choice(get_args(Role)), required=True, help="What the person may do.")
@file_option
def add(name: str, role: Role, path: Path) -> None:
    """Add a person, and print a token. It is shown this once: give it to the person by a safe way."""
    token = add_person(path, name, role, datetime.now(UTC).date())
    note(f"{name}, {role}, is in {path}. The token, which is kept nowhere else:")
    click.echo(token)


@command.command("list", epilog=f"\b\n{EXITS}")
@file_option
def list_people(path: Path) -> None:
    """List the people of a file with their roles."""
    people = read_people(path)
    table = Table(box=None, pad_edge=False)
    for title in ("name", "role", "added"):
        table.add_column(title)
    for each in people:
        table.add_row(safe(each.name), each.role, word_date(each.added) if each.added else "")
    console = open_console(None)
    console.print(table)
    console.print(f"{len(people):,} {'person' if len(people) == 1 else 'people'} in {path}", highlight=False)


@command.command("remove", epilog=f"\b\n{EXITS}")
@click.argument("name")
@file_option
def remove(name: str, path: Path) -> None:
    """Remove a person, whose token and sessions end at once."""
    remove_person(path, name)
    note(f"{name} is no longer in {path}")
