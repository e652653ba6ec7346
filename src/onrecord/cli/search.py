"""`onrecord search`: reports of a ledger by words of their text, title and parties."""

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.ledgers import json_option, ledger_option, open_to_ask
from onrecord.cli.lines import hit_line, write_lines
from onrecord.cli.plain import safe
from onrecord.cli.settings import read_settings
from onrecord.cli.terminal import open_console
from onrecord.cli.view import head_words, print_indented, print_title
from onrecord.ledger import Hit, Snippet
from onrecord.records.wording import count_words

EPILOG = """\b
Examples:
  onrecord search warrant opinion --ledger court.db
  onrecord search '"joint statement" sanction*' --json

\b
Exit codes: 0 fine (also when nothing is found), 2 called wrongly, 3 the ledger could not be used.
"""


@click.command("search", epilog=EPILOG)
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@ledger_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many reports at most.")
@json_option
@click.option("--width", type=click.IntRange(min=30), metavar="N", help="How many columns the list may take.")
def command(words: tuple[str, ...], ledger: str | None, limit: int, as_json: bool, width: int | None) -> None:
    """Find the reports of a ledger that hold all these words, the best match first.

    "Words in quotation marks" must stand together; a star finds all words that begin so: sanction*.
    """
    settings = read_settings(ledger)
    with open_to_ask(settings) as opened:
        hits = list(opened.search(" ".join(words), limit=limit))
    if as_json:
        write_lines(hit_line(hit) for hit in hits)
    else:
        print_hits(open_console(width), hits, f"{' '.join(words)} in {settings.shown}", limit)


def print_hits(console: Console, hits: list[Hit], searched: str, limit: int) -> None:
    if not hits:
        print_indented(console, Text(safe(f"No report holds {searched}.")))
        return
    most = ", the best of them" if len(hits) == limit else ""
    holds = "hold" if len(hits) > 1 else "holds"
    print_indented(console, Text(safe(f"{count_words(len(hits), 'report')}{most} {holds} {searched}"), style="bold"))
    for hit in hits:
        print_title(console, head_words(hit.report))
        for snippet in hit.snippets:
            print_indented(console, snippet_text(snippet), 2)


def snippet_text(snippet: Snippet) -> Text:
    """The piece on one line, each word that was found between stars."""
    shown, at = Text(), 0
    for start, end in (match for match in snippet.matches if snippet.span.covers(match)):
        first, last = start - snippet.span.start, end - snippet.span.start
        shown.append(safe(snippet.words[at:first].replace("\n", " ")))
        shown.append(safe(f"*{snippet.words[first:last]}*"), "bold")
        at = last
    shown.append(safe(snippet.words[at:].replace("\n", " ")))
    return Text.assemble("" if snippet.field == "text" else f"{snippet.field}: ", shown)
