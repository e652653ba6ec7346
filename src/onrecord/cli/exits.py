"""Exits: the codes with which the commands end, and how they end when they are stopped from outside."""

import os
import sys
from enum import IntEnum

import click


class Exit(IntEnum):
    """What the exit code tells a script."""

    FINE = 0
    SOME_REJECTED = 1
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130


def exit_for(accepted: int, rejected: int) -> Exit:
    """The code after a batch: rejections show, and a batch with nothing but rejections has failed."""
    if not rejected:
        return Exit.FINE
    return Exit.SOME_REJECTED if accepted else Exit.FAILED


def run_cleanly(command: click.Command, args: list[str] | None = None) -> int:
    """Run a command and return its exit code; Ctrl-C ends with one line, a closed pipe (``| head``) silently."""
    try:
        code = command.main(args=args, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return Exit.INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click, when it does not end the program itself, exits for this alone
        leave_pipe()
        return Exit.FINE
    return int(code) if isinstance(code, int) else Exit.FINE


def leave_pipe() -> None:
    """Stop writing to a pipe that nobody reads any more, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
