"""The help of every command for docs/cli.md, as the command itself prints it on a terminal of 80 columns."""

from collections.abc import Iterator

import click

from onrecord.cli.main import cli

WIDTH = 80


def command_helps() -> str:
    """One section a command, the program itself first."""
    context = click.Context(cli, info_name="onrecord", terminal_width=WIDTH, **cli.context_settings)
    return "\n".join(_sections(cli, context))


def command_names() -> list[str]:
    """Every command as a person types it: ``onrecord read``, ``onrecord add`` ..."""
    return [f"onrecord {name}" for name in cli.list_commands(click.Context(cli))]


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            part = command.get_command(context, name)
            if part is not None:
                yield from _sections(part, click.Context(part, parent=context, info_name=name, **part.context_settings))
