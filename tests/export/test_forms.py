import pytest

from onrecord.export.forms import FORMS, form_for


@pytest.mark.parametrize(
    ("name", "form"), [("acts.csv", "csv"), ("A.JSONL", "jsonl"), ("x.readings.jsonl", "readings"), ("acts.txt", None)]
)
def test_form_is_told_by_the_name_of_the_file(name: str, form: str | None) -> None:
    assert form_for(name) == form


def test_every_form_writes_rows_or_readings() -> None:
    assert all((form.write_rows is None) != (form.write_readings is None) for form in FORMS.values())
