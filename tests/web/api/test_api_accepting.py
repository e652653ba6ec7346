"""In which form an answer is given."""

import pytest
from starlette.exceptions import HTTPException

from onrecord.web.api.accepting import CSV, JSON, JSONLD, find_form

FORMS = (JSON, CSV, JSONLD)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV; Q=0.3", CSV),
        ("text/*", CSV),
        ("application/json;q=0.5, text/csv;q=0.9", CSV),
        ("application/json;q=0.5, text/csv;q=0.5", JSON),
        ("application/*;q=0.2, application/ld+json", JSONLD),
        ("*/*, application/json;q=0", CSV),
        ("text/csv;header=present;q=0.8, application/json;q=0.7", CSV),
        ("nonsense, text/csv", CSV),
        ("nonsense", JSON),
        (";;,/,text/,/csv", JSON),
        ("text/csv;q=nonsense", CSV),
    ],
)
def test_the_form_that_is_wanted_most_is_given(accept: str, form: str) -> None:
    assert find_form([accept], FORMS) == form


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "*/*;q=0"])
def test_a_form_that_there_is_none_of_is_refused(accept: str) -> None:
    with pytest.raises(HTTPException) as refused:
        find_form([accept], (JSON,))
    assert refused.value.status_code == 406
    assert JSON in refused.value.detail


def test_several_headers_are_one() -> None:
    assert find_form(["application/json;q=0.1", "text/csv"], FORMS) == CSV
