"""Bodies: what is sent with a request, read once up to a limit, and the fields of a form in it."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.types import Message, Receive

MOST_BYTES = 256 * 1024
MOST_FIELDS = 200
FORM_TYPE = "application/x-www-form-urlencoded"
Form = Mapping[str, list[str]]


class TooLargeError(Exception):
    """More was sent than anybody judges in one go."""


async def read_body(request: Request) -> bytes:
    """All of the body; TooLargeError as soon as it is known to be too large."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > MOST_BYTES:
        raise TooLargeError
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > MOST_BYTES:
            raise TooLargeError
        pieces.append(piece)
    return b"".join(pieces)


def replay(body: bytes, receive: Receive) -> Receive:
    """What gives a body that was read already to whoever asks next."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def read_form(content_type: str, body: bytes) -> Form:
    """The fields of a form as a browser sends one without files; none where the body is another thing."""
    if content_type.partition(";")[0].strip().lower() != FORM_TYPE:
        return {}
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
