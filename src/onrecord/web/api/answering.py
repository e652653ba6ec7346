"""Answering: what every answer of the API is made by: form, ETag, and the way to the next page."""

from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from itertools import islice
from typing import Annotated, Any
from urllib.parse import quote, urlencode

import msgspec
from fastapi import Depends, Request, Response

from onrecord import __version__
from onrecord.export.columns import Named, Values
from onrecord.export.csv_file import write_csv
from onrecord.export.excerpts import Excerpt
from onrecord.export.jsonld import write_jsonld
from onrecord.export.options import ExportOptions
from onrecord.records.wire import to_wire
from onrecord.web.api.accepting import JSON, find_form
from onrecord.web.bodies import Body
from onrecord.web.desk import Desk

TAG_CHARS = 22


Make = Callable[[], Body]


class Asking:
    """A request to the API, with the desk that it is asked of."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.desk: Desk = request.app.state.desk

    def answer(self, makes: Mapping[str, Make], *, of: object = None, is_negotiated: bool = True) -> Response:
        """The answer in the form that is wanted, or that nothing changed; `makes` makes each form there is.

        `of` is what the answer follows from beside the ledger and the request: the matter as its file has it. The first
        form is given whatever is asked for, unless it `is_negotiated`.
        """
        forms = tuple(makes)
        form = find_form(self.request.headers.getlist("accept"), forms) if is_negotiated else forms[0]
        headers = {"ETag": self.tag(form, of), "Vary": "Accept"}
        known = self.request.headers.getlist("if-none-match")
        if is_known(known, headers["ETag"]):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        body = self.desk.bodies.get_or(headers["ETag"], makes[form])
        if "*" in known:  # whatever there is, and now it is known that there is something
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if body.links:
            headers["Link"] = ", ".join(self._link(name, asked) for name, asked in body.links.items())
        return Response(body.content, headers=headers, media_type=form)

    def json(self, make: Callable[[], object], *, of: object = None) -> Response:
        """An answer that is JSON alone: a record, or a tuple of them."""
        return self.answer({JSON: lambda: Body(content=encode(make()))}, of=of)

    def json_page(
        self, make: Callable[[], Sequence[object]], limit: int, offset: int, *, of: object = None
    ) -> Response:
        """A page of some records that are all at hand."""

        def page() -> Body:
            items = tuple(islice(make(), offset, offset + limit + 1))
            links = {"next": {"limit": limit, "offset": offset + limit}} if len(items) > limit else None
            return Body(content=encode(items[:limit]), links=links)

        return self.answer({JSON: page}, of=of)

    def tag(self, form: str, of: object) -> str:
        """A strong ETag: the same for as long as the ledger's logs, the matter, the request and the code are."""
        asked = sorted(self.request.query_params.multi_items())
        told = (__version__, self.desk.ledger.heights(), self.request.url.path, asked, form, to_wire(of))
        digest = sha256(msgspec.json.encode(told)).digest()
        return f'"{urlsafe_b64encode(digest).decode("ascii")[:TAG_CHARS]}"'

    def _link(self, relation: str, asked: Mapping[str, object]) -> str:
        query = dict(self.request.query_params) | {name: str(value) for name, value in asked.items()}
        return f'<{quote(self.request.url.path)}?{urlencode(query)}>; rel="{relation}"'


def as_csv(columns: Sequence[Named], rows: Iterable[Values]) -> bytes:
    """Rows as CSV without a cell that a spreadsheet would run."""
    stream = BytesIO()
    write_csv(stream, columns, rows, bom=False)
    return stream.getvalue()


def as_jsonld(excerpts: Iterable[Excerpt]) -> bytes:
    """Linked data, without the texts of the reports."""
    stream = BytesIO()
    write_jsonld(stream, excerpts, ExportOptions())
    return stream.getvalue()


def encode(told: Any) -> bytes:
    """Records as JSON by their wire types."""
    return msgspec.json.encode(to_wire(told))


def is_known(asked: Sequence[str], tag: str) -> bool:
    """Whether If-None-Match names a tag; a weak one is the same for this (RFC 9110, 13.1.2)."""
    names = {name.strip().removeprefix("W/") for each in asked for name in each.split(",")}
    return tag in names


AskedOf = Annotated[Asking, Depends(Asking)]
