import gzip
from collections.abc import Callable, Iterator

import httpx
import pytest

from onrecord.ingest.fetch import Page, fetch_if_changed, fetch_page
from onrecord.ingest.options import IngestOptions
from onrecord.records.errors import InputError
from onrecord.records.feeds import Validators

PUBLIC = "93.184.215.14"
HOSTS = {"h.example": PUBLIC, "other.example": "93.184.215.15", "inside.example": "127.0.0.1", "127.0.0.1": "127.0.0.1"}
Handler = Callable[[httpx.Request], httpx.Response]


def resolve(host: str, port: int) -> list[str]:  # noqa: ARG001 - the shape of a resolver
    return [HOSTS[host]]


def fetch(handler: Handler, url: str = "https://h.example/a", **limits: float) -> Page:
    options = IngestOptions(**limits)  # type: ignore[arg-type]
    return fetch_page(url, options, transport=httpx.MockTransport(handler), resolve=resolve)


def refused(handler: Handler, url: str = "https://h.example/a", **limits: float) -> str:
    with pytest.raises(InputError) as caught:
        fetch(handler, url, **limits)
    return caught.value.reason


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"no request should have been made to {request.url}")


def page_of(body: bytes) -> Handler:
    return lambda _request: httpx.Response(200, stream=httpx.ByteStream(body))


def moved(to: str) -> Handler:
    return lambda _request: httpx.Response(302, headers={"location": to})


def test_fetch_connects_to_the_checked_address_in_the_name_of_the_host() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(
            200, headers={"content-type": "text/html; charset=windows-1251"}, stream=httpx.ByteStream(b"<p>x</p>")
        )

    page = fetch(answer, "https://h.example:8443/a?b=1")
    assert str(seen[0].url) == f"https://{PUBLIC}:8443/a?b=1"
    assert (seen[0].headers["host"], seen[0].extensions["sni_hostname"]) == ("h.example:8443", "h.example")
    assert (page.url, page.media_type, page.charset) == ("https://h.example:8443/a?b=1", "text/html", "windows-1251")


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://127.0.0.1/admin", "private_address"),
        ("https://inside.example/", "private_address"),
        ("//inside.example/", "private_address"),
        ("file:///etc/passwd", "bad_url"),
        ("https://user:word@other.example/", "bad_url"),
        ("https://[broken", "bad_url"),
    ],
)
def test_redirect_is_checked_again(to: str, reason: str) -> None:
    assert refused(moved(to)) == reason


@pytest.mark.parametrize(
    "url", ["ftp://h.example/", "http:///a", "http://me:word@h.example/", "http://h.example\\@127.0.0.1/", "http://[x"]
)
def test_address_that_is_not_for_the_record_is_never_visited(url: str) -> None:
    assert refused(never, url) == "bad_url"


def test_private_address_is_never_visited() -> None:
    assert refused(never, "http://inside.example/") == "private_address"


def test_private_address_is_visited_with_the_flag() -> None:
    page = fetch(page_of(b"x"), "http://inside.example/", allow_private=True)
    assert page.body == b"x"


def test_name_that_resolves_otherwise_after_a_redirect_is_refused() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    transport = httpx.MockTransport(moved("https://h.example/b"))
    with pytest.raises(InputError) as caught:
        fetch_page("https://h.example/a", IngestOptions(), transport=transport, resolve=lambda _h, _p: next(answers))
    assert caught.value.reason == "private_address"


def test_redirects_are_followed_five_times() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        step = int(request.url.path[1:])
        return (
            httpx.Response(200, stream=httpx.ByteStream(b"end"))
            if step == 5
            else httpx.Response(307, headers={"location": f"/{step + 1}"})
        )

    assert fetch(answer, "https://h.example/0").url == "https://h.example/5"
    assert refused(answer, "https://h.example/0", max_redirects=4) == "redirects"


def test_next_address_of_a_host_is_tried() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host != PUBLIC:
            raise httpx.ConnectError("unreachable")
        return httpx.Response(200, stream=httpx.ByteStream(b"x"))

    both = ["2606:2800:21f::1", PUBLIC]
    page = fetch_page(
        "https://h.example/", IngestOptions(), transport=httpx.MockTransport(answer), resolve=lambda _h, _p: both
    )
    assert page.body == b"x"


@pytest.mark.parametrize(
    ("status", "reason"),
    [(204, "http_status"), (304, "http_status"), (404, "http_status"), (429, "unavailable"), (503, "unavailable")],
)
def test_status_other_than_200_is_refused_and_says_whether_it_may_pass(status: int, reason: str) -> None:
    assert refused(lambda _request: httpx.Response(status, content=b"x")) == reason


def test_feed_is_fetched_only_if_it_changed() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers.get("if-none-match") == '"a"' and request.headers.get("if-modified-since") == "Sunday":
            return httpx.Response(304)
        headers = {"etag": '"a"', "last-modified": "Sunday"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(b"<rss/>"))

    def ask(validators: Validators) -> Page | None:
        transport = httpx.MockTransport(answer)
        return fetch_if_changed(
            "https://h.example/rss", validators, IngestOptions(), transport=transport, resolve=resolve
        )

    page = ask(Validators())
    assert page is not None
    assert page.validators == Validators(etag='"a"', last_modified="Sunday")
    assert ask(page.validators) is None


def test_feed_that_never_was_read_cannot_be_unchanged() -> None:
    with pytest.raises(InputError) as caught:
        fetch_if_changed(
            "https://h.example/rss",
            Validators(),
            IngestOptions(),
            transport=httpx.MockTransport(lambda _request: httpx.Response(304)),
            resolve=resolve,
        )
    assert caught.value.reason == "http_status"


def test_page_over_the_limit_is_refused() -> None:
    assert refused(page_of(b"x" * 101), max_page_bytes=100) == "too_large"
    assert fetch(page_of(b"x" * 100), max_page_bytes=100).body == b"x" * 100


def packed(data: bytes, encoding: str = "gzip") -> Handler:
    return lambda _request: httpx.Response(200, headers={"content-encoding": encoding}, stream=httpx.ByteStream(data))


def test_packed_page_is_unpacked() -> None:
    assert fetch(packed(gzip.compress(b"The ministry said."))).body == b"The ministry said."


@pytest.mark.parametrize(
    ("handler", "reason"),
    [
        (packed(gzip.compress(b"\0" * 5_000_000)), "too_large"),
        (packed(gzip.compress(b"The ministry said.")[:-9]), "network"),
        (packed(b"no gzip"), "network"),
        (packed(b"x", "br"), "content_type"),
    ],
)
def test_packed_page_that_cannot_be_trusted_is_refused(handler: Handler, reason: str) -> None:
    assert refused(handler, max_page_bytes=1_000_000) == reason


class _Drip(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        while True:
            yield b"x"


def test_page_that_never_ends_is_refused() -> None:
    ticks = iter(range(1000))
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, stream=_Drip()))
    with pytest.raises(InputError) as caught:
        fetch_page(
            "https://h.example/", IngestOptions(), transport=transport, resolve=resolve, clock=lambda: next(ticks)
        )
    assert caught.value.reason == "timeout"


@pytest.mark.parametrize(
    ("error", "reason"), [(httpx.ReadTimeout("slow"), "timeout"), (httpx.ConnectError("no route"), "network")]
)
def test_failure_of_the_network_is_refused(error: Exception, reason: str) -> None:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise error

    assert refused(fail) == reason
