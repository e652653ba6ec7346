"""Extras: libraries that a plain install leaves out, and what to type where one is needed."""

from importlib import import_module
from typing import Any

from onrecord.records.errors import InputError


def load_extra(module: str, *, extra: str, reads: str) -> Any:
    """A module of an extra; InputError with how to get it where it is not installed.

    `reads` names what cannot be read without: *WARC files*.
    """
    try:
        return import_module(module)
    except ImportError as error:
        get_it = f"pip install 'onrecord[{extra}]'"
        raise InputError(f"{reads} need a library; get it with: {get_it}", reason="needs_extra") from error
