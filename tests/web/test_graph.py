from itertools import pairwise

from onrecord.matters.origin_tree import Branch
from onrecord.records import Outlet, Report
from onrecord.web.graph import NODE_PX, ROWS_DRAWN, draw_graph


def make_reports(count: int) -> dict[str, Report]:
    return {
        f"r:{n}": Report(id=f"r:{n}", text="x", outlet=Outlet(name=f"Outlet {n}"), published=f"2024-07-{n + 1:02d}")
        for n in range(count)
    }


def test_thirty_reports_have_a_row_each_that_no_other_box_of_their_column_touches() -> None:
    reports = make_reports(30)
    keys = tuple(reports)
    relayed = Branch(name="Meridian Wire", reports=keys[10:20])
    drawing = draw_graph(
        [Branch(name="Eastgate News", reports=keys[:10], branches=(relayed,)), Branch(name="GHA", reports=keys[20:])],
        reports, frozenset(),
    )  # fmt: skip
    columns: dict[int, list[float]] = {}
    for node in drawing.nodes:
        columns.setdefault(node.x, []).append(node.y)
    assert sum(node.kind == "report" for node in drawing.nodes) == 30
    for middles in columns.values():
        rows = sorted(middles)
        assert all(below - above >= NODE_PX for above, below in pairwise(rows))


def test_of_very_many_reports_a_branch_shows_the_first_and_how_many_more() -> None:
    reports = make_reports(30) | {
        f"r:x{n}": Report(id=f"r:x{n}", text="x", outlet=Outlet(name="Late")) for n in range(400)
    }
    drawing = draw_graph([Branch(name="Eastgate News", reports=tuple(reports))], reports, frozenset())
    assert sum(node.kind == "report" for node in drawing.nodes) == ROWS_DRAWN
    assert [node.name for node in drawing.nodes if node.kind == "rest"] == [f"and {430 - ROWS_DRAWN} more"]


def test_every_box_lies_within_the_drawing() -> None:
    reports = make_reports(3)
    drawing = draw_graph([Branch(name="Eastgate News", reports=tuple(reports))], reports, frozenset())
    assert all(node.x + node.width <= drawing.width for node in drawing.nodes)
    assert all(NODE_PX / 2 <= node.y <= drawing.height - NODE_PX / 2 for node in drawing.nodes)


def test_reports_that_name_no_origin_hang_on_a_broken_line() -> None:
    reports = make_reports(2)
    branches = [Branch(name="Eastgate News", reports=("r:0",)), Branch(name="origin not named", reports=("r:1",))]
    drawing = draw_graph(branches, reports, frozenset({"r:1"}))
    assert [edge.is_known for edge in drawing.edges] == [True, False]
    assert [node.kind for node in drawing.nodes if node.kind != "report"] == ["origin", "unknown"]


def test_a_state_as_origin_goes_by_its_name() -> None:
    reports = make_reports(1)
    drawing = draw_graph([Branch(name="GHA", reports=("r:0",))], reports, frozenset())
    assert "Ghana" in [node.name for node in drawing.nodes]
