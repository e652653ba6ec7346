from pathlib import Path

import pytest

from docs.export_tables import columns_table, forms_table
from onrecord.export.forms import FORMS
from onrecord.export.tables import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_on_the_page(name: str) -> None:
    assert columns_table(name) in PAGE, "stale: run make docs"


def test_every_form_is_on_the_page() -> None:
    assert forms_table() in PAGE, "stale: run make docs"
    assert all(f"`{name}`" in PAGE for name in FORMS)
