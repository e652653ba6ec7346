"""The table of docs/plover.md, made from the export's own data so that it cannot drift."""

from onrecord.export.plover_table import load_table

_HEADS = ("act", "status", "when", "2016", "2021", "CAMEO", "source and target", "lost")


def plover_table() -> str:
    """The lines of the table in their order: the first that fits an act decides."""
    rows = [_row(line.cells) for line in load_table()]
    return "\n".join(["", f"| {' | '.join(_HEADS)} |", f"|{'---|' * len(_HEADS)}", *rows, "", ""])


def _row(cells: tuple[str, ...]) -> str:
    plain = ("" if cell == "-" else cell.replace("|", ", ").replace(";", "; ") for cell in cells)
    return f"| {' | '.join(plain)} |"
