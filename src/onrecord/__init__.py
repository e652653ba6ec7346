"""onrecord reads news reports and keeps the record of who is reported to have said, asked and done what.

>>> import onrecord
>>> reading = onrecord.read(text, published="2024-06-30", outlet="The Harbour Times")  # doctest: +SKIP
>>> [act.type for act in reading.acts]  # doctest: +SKIP
['request', 'file']

Importing the package loads neither the reader nor its model: `read` does so on its first call.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.records import Reading

__all__ = ["__version__", "read"]

__version__: str


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> "Reading":
    """The reading of one report; `published` is an ISO date, `outlet` a name. A notebook shows it marked up.

    Without `published`, *on Monday* cannot be resolved and the times of acts stay open.
    """
    ingest = import_module("onrecord.ingest")
    report = ingest.report_from_text(text, published=published, title=title, outlet=outlet, url=url)
    reading: Reading = _reader().read(report)
    return reading


@cache
def _reader() -> Any:
    return import_module("onrecord.reader.reader").Reader.load()


def __getattr__(name: str) -> str:
    """`__version__` on first use, from the installed package; a source tree that was not installed has none."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    metadata = import_module("importlib.metadata")
    try:
        return metadata.version("onrecord")  # type: ignore[no-any-return]
    except metadata.PackageNotFoundError:
        return "0+not.installed"  # run from a source tree
