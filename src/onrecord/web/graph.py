"""Graph: who has a happening from whom, laid out as a tree from the origins on the left to the reports on the right.

Each report has a row of its own, in the order of the branches, so that no two edges cross and 30 reports stay readable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.matters.actors import origin_name
from onrecord.matters.origin_tree import Branch
from onrecord.records import Report
from onrecord.web.page_words import by_day

NodeKind = Literal["origin", "unknown", "relay", "report", "rest"]
ROWS_DRAWN = 150  # past that a drawing is no overview, and the list below it has the rest
ROW_PX = 30
NODE_PX = 22
COLUMN_PX = 236
LABEL_PX = 196
REPORT_PX = 300
LABEL_CHARS = 27


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box of the graph: its left edge `x` and its middle `y`; `report` is the id of the report that it stands for."""

    kind: NodeKind
    name: str
    note: str = ""
    x: int
    y: float
    report: str | None = None

    @property
    def width(self) -> int:
        return REPORT_PX if self.kind in ("report", "rest") else LABEL_PX

    @property
    def label(self) -> str:
        """The name as far as it fits into the box."""
        return self.name if len(self.name) <= LABEL_CHARS else f"{self.name[: LABEL_CHARS - 1].rstrip()}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A curve from one box to the next; `is_known` is False where the report names no origin."""

    path: str
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Boxes and curves, with the size of the drawing in pixels."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int


@dataclass
class _Drawing:
    """What has been drawn so far, row by row."""

    reports: Mapping[str, Report]
    last_column: int
    reports_each: int
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    row: int = 0

    def branch(self, branch: Branch, depth: int, *, is_known: bool) -> float:
        """Draw a branch with all that hangs on it; the middle of its box comes back."""
        keys = by_day(branch.reports, self.reports)
        middles = [(self.report(key), self.last_column * COLUMN_PX) for key in keys[: self.reports_each]]
        if len(keys) > self.reports_each:
            middles.append((self.rest(len(keys) - self.reports_each), self.last_column * COLUMN_PX))
        middles += [
            (self.branch(inner, depth + 1, is_known=is_known), (depth + 1) * COLUMN_PX) for inner in branch.branches
        ]
        middle = (middles[0][0] + middles[-1][0]) / 2
        kind: NodeKind = "relay" if depth else ("origin" if is_known else "unknown")
        self.nodes.append(Node(kind=kind, name=origin_name(branch.name), x=depth * COLUMN_PX, y=middle))
        start = depth * COLUMN_PX + LABEL_PX
        self.edges += [Edge(path=_curve(start, middle, x, y), is_known=is_known) for y, x in middles]
        return middle

    def report(self, key: str) -> float:
        report = self.reports[key]
        middle = self.row * ROW_PX + ROW_PX / 2
        self.row += 1
        name = report.outlet.name or report.outlet.domain or report.given_id or key
        x = self.last_column * COLUMN_PX
        self.nodes.append(Node(kind="report", name=name, note=report.published or "", x=x, y=middle, report=key))
        return middle

    def rest(self, count: int) -> float:
        middle = self.row * ROW_PX + ROW_PX / 2
        self.row += 1
        self.nodes.append(Node(kind="rest", name=f"and {count} more", x=self.last_column * COLUMN_PX, y=middle))
        return middle


def draw_graph(branches: Sequence[Branch], reports: Mapping[str, Report], unknown: frozenset[str]) -> Graph:
    """The drawing of an origin tree; `unknown` are the reports that name no origin.

    Of very many reports each branch shows its first ones.
    """
    last_column = max((_depth(branch) for branch in branches), default=0)
    drawing = _Drawing(reports, last_column, max(1, ROWS_DRAWN // max(1, sum(map(_count, branches)))))
    for branch in branches:
        is_known = not (branch.reports and unknown.issuperset(branch.reports) and not branch.branches)
        drawing.branch(branch, 0, is_known=is_known)
    return Graph(
        nodes=tuple(drawing.nodes),
        edges=tuple(drawing.edges),
        width=last_column * COLUMN_PX + REPORT_PX + 1,
        height=max(drawing.row, 1) * ROW_PX,
    )


def _depth(branch: Branch) -> int:
    """How many columns stand left of the reports of a branch."""
    return 1 + max((_depth(inner) for inner in branch.branches), default=0)


def _count(branch: Branch) -> int:
    """How many branches there are of it, with itself."""
    return 1 + sum(map(_count, branch.branches))


def _curve(x1: int, y1: float, x2: int, y2: float) -> str:
    """A level start and a level end; a straight run first where columns lie between."""
    bend = x2 - (COLUMN_PX - LABEL_PX)
    middle = (bend + x2) / 2
    run = f"H{bend}" if bend > x1 else ""
    return f"M{x1} {y1:g}{run}C{middle:g} {y1:g} {middle:g} {y2:g} {x2} {y2:g}"
