"""Accepting: in which form an answer is wanted, by the Accept header (RFC 9110, 12.5.1)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from http import HTTPStatus

from starlette.exceptions import HTTPException

JSON = "application/json"
CSV = "text/csv"
JSONLD = "application/ld+json"
ATOM = "application/atom+xml"

_WEIGHT = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")
MOST_RANGES = 32


def find_form(accept: Iterable[str], forms: Sequence[str]) -> str:
    """The form that is wanted most, the first of equals; HTTPException 406 with those that there are.

    >>> find_form(["text/csv;q=0.5, application/json;q=0.4"], [JSON, CSV])
    'text/csv'
    >>> find_form(["text/html, */*;q=0.1"], [JSON, CSV])
    'application/json'
    """
    ranges = tuple(_ranges(",".join(accept)))
    weights = [(_weight(form, ranges) if ranges else 1.0, form) for form in forms]
    best = max(weights, key=lambda pair: pair[0])
    if best[0] <= 0:
        raise HTTPException(
            HTTPStatus.NOT_ACCEPTABLE, f"this is to be had as {', '.join(forms)}; ask for one of them in Accept"
        )
    return best[1]


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Each media range with its weight; what is no media range is passed over."""
    for part in accept.split(",", MOST_RANGES)[:MOST_RANGES]:
        name, *parameters = [piece.strip().lower() for piece in part.split(";")]
        if all(name.partition("/")):
            weights = [piece for piece in parameters if piece.startswith("q")]
            found = _WEIGHT.fullmatch(weights[0]) if weights else None
            yield name, 1.0 if found is None else float(found[1])


def _weight(form: str, ranges: Iterable[tuple[str, float]]) -> float:
    """The weight of the most exact range that a form falls into."""
    kinds = (form, f"{form.partition('/')[0]}/*", "*/*")
    found = dict(reversed(tuple(ranges)))
    return next((found[kind] for kind in kinds if kind in found), 0.0)
