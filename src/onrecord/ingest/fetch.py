"""Fetching: one web address to the bytes of a page, within limits of size, time and redirects.

Each hop is checked before it is made: its scheme, and every IP address of its host. The connection then goes to an
address that was checked, with the host's name in the Host header and in TLS, so that a name which resolves otherwise
the second time (DNS rebinding) changes nothing. Proxies and settings in the environment are not used.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.ingest.addresses import Resolve, allowed_addresses, resolve_host
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.unpack import unpack
from onrecord.records.errors import InputError
from onrecord.records.feeds import Validators

if TYPE_CHECKING:
    import httpx

_ACCEPT = (
    "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9,application/pdf;q=0.8,application/json;q=0.8"
)
_ACCEPT_FEED = "application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1"
_HEADERS = {"User-Agent": "onrecord (news reader)", "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_TOO_MANY, _SERVER_ERROR = 429, 500
_HOP_TIMEOUT_S = 10.0


_NONE = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address gave: where it was in the end, its media type and charset as declared, and its bytes.

    `validators` are what the server said of its state.
    """

    url: str
    media_type: str
    charset: str | None
    body: bytes
    validators: Validators = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    """One address on its way: who connects and resolves, and until when, on the clock, it may take."""

    client: "httpx.Client"
    resolve: Resolve
    clock: Callable[[], float]
    deadline_s: float
    options: IngestOptions
    headers: Mapping[str, str] = field(default_factory=dict)

    def time_left_s(self) -> float:
        left_s = self.deadline_s - self.clock()
        if left_s <= 0:
            limit = f"{self.options.timeout_s:g} s"
            raise InputError("address took too long", reason="timeout", found="no end of the page", expected=limit)
        return left_s


def fetch_page(
    url: str,
    options: IngestOptions,
    *,
    transport: "httpx.BaseTransport | None" = None,
    resolve: Resolve = resolve_host,
    clock: Callable[[], float] = time.monotonic,
) -> Page:
    """The page at an address, or InputError. `transport`, `resolve` and `clock` are for tests.

    Limits hold between two reads from the network; a single read may take ten seconds, and so may finding a host.
    """
    return _whole(_visit(url, {}, options, transport=transport, resolve=resolve, clock=clock))


def fetch_if_changed(
    url: str,
    validators: Validators,
    options: IngestOptions,
    *,
    transport: "httpx.BaseTransport | None" = None,
    resolve: Resolve = resolve_host,
    clock: Callable[[], float] = time.monotonic,
) -> Page | None:
    """The feed at an address, or None where it is as it was when its server gave `validators`; else as `fetch_page`."""
    headers = {"Accept": _ACCEPT_FEED}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    page = _visit(url, headers, options, transport=transport, resolve=resolve, clock=clock)
    return _whole(page) if validators == _NONE else page


def _whole(page: Page | None) -> Page:
    if page is None:
        raise InputError("address gave no page", reason="http_status", found="status 304", expected="status 200")
    return page


def _visit(
    url: str,
    headers: Mapping[str, str],
    options: IngestOptions,
    *,
    transport: "httpx.BaseTransport | None",
    resolve: Resolve,
    clock: Callable[[], float],
) -> Page | None:
    import httpx  # slow to load, and needed for addresses only

    with httpx.Client(transport=transport, trust_env=False, follow_redirects=False, headers=_HEADERS) as client:
        deadline_s = clock() + options.timeout_s
        visit = _Visit(
            client=client, resolve=resolve, clock=clock, deadline_s=deadline_s, options=options, headers=headers
        )
        try:
            return _follow(visit, url)
        except httpx.TimeoutException as error:
            raise InputError("address took too long", reason="timeout", found=repr(error), expected="a page") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise InputError(
                "address cannot be read", reason="network", found=repr(error), expected="a page"
            ) from error


def _follow(visit: _Visit, url: str) -> Page | None:
    for _ in range(visit.options.max_redirects + 1):
        response = _open(visit, url)
        try:
            location = response.headers.get("location")
            if response.status_code not in _REDIRECTS or location is None:
                return _read(visit, url, response)
        finally:
            response.close()
        url = _join(url, location)
    limit = f"at most {visit.options.max_redirects}"
    raise InputError("too many redirects", reason="redirects", found=f"one more, to {url}", expected=limit)


def _join(url: str, location: str) -> str:
    import httpx

    try:
        return str(httpx.URL(url).join(location).copy_with(fragment=None))
    except httpx.InvalidURL as error:
        raise InputError(
            "not a web address", reason="bad_url", found=location, expected="http:// or https://"
        ) from error


def _target(url: str) -> "httpx.URL":
    """An address taken apart, by the one parser that also decides whom to resolve and to connect to."""
    import httpx

    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise InputError("not a web address", reason="bad_url", found=url, expected="http:// or https://") from error
    if target.scheme not in ("http", "https") or not target.host or "%" in target.host:
        raise InputError("not a web address", reason="bad_url", found=url, expected="http:// or https:// and a host")
    if target.userinfo:
        found = "a user name or password"
        raise InputError(
            "address is not for the record", reason="bad_url", found=found, expected="an address without it"
        )
    return target


def _open(visit: _Visit, url: str) -> "httpx.Response":
    """Connect to a checked address of the host; where one does not answer, to the next."""
    import httpx

    target = _target(url)
    host, port = target.raw_host.decode("ascii"), target.port or (443 if target.scheme == "https" else 80)
    refused: httpx.ConnectError | None = None
    for address in allowed_addresses(host, port, resolve=visit.resolve, allow_private=visit.options.allow_private):
        timeout_s = min(_HOP_TIMEOUT_S, visit.time_left_s())
        request = visit.client.build_request(
            "GET",
            target.copy_with(host=address),
            headers={**visit.headers, "Host": target.netloc.decode("ascii")},
            timeout=timeout_s,
            extensions={"sni_hostname": host},
        )
        try:
            return visit.client.send(request, stream=True)
        except httpx.ConnectError as error:
            refused = error
    raise refused or httpx.ConnectError("no address to connect to")


def _read(visit: _Visit, url: str, response: "httpx.Response") -> Page | None:
    status = response.status_code
    if status == _NOT_MODIFIED:
        return None
    if status != 200:
        reason = "unavailable" if status == _TOO_MANY or status >= _SERVER_ERROR else "http_status"
        raise InputError("address gave no page", reason=reason, found=f"status {status}", expected="status 200")
    media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
    body = bytearray()
    encoding = response.headers.get("content-encoding", "")
    for piece in unpack(response.iter_raw(), encoding, max_bytes=visit.options.max_page_bytes):
        visit.time_left_s()
        body += piece
        if len(body) > visit.options.max_page_bytes:
            limit = f"at most {visit.options.max_page_bytes} bytes"
            raise InputError("page is too large", reason="too_large", found="more", expected=limit)
    return Page(
        url=url,
        media_type=media_type,
        charset=response.charset_encoding,
        body=bytes(body),
        validators=Validators(etag=response.headers.get("etag"), last_modified=response.headers.get("last-modified")),
    )
