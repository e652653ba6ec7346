"""Plain: words made safe for a terminal, and the lines that go to stderr."""

import re

import click

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(words: str) -> str:
    """The words without control characters, so that no report can move the cursor, recolour or reorder the line.

    >>> safe("The ministry" + chr(27) + "[2J")
    'The ministry\ufffd[2J'
    """
    return _CONTROLS.sub("\ufffd", words)


def note(words: str) -> None:
    """One line on stderr: a rejection, what was done, or what went wrong."""
    click.echo(safe(words), err=True)
