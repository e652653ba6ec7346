"""Links: addresses that come from reports, made into links only where they lead to a page and nowhere else."""

import re
from urllib.parse import urlsplit

_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\"<>`\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe_url(url: str | None) -> str | None:
    """The address where it is one of the web, None where it is not: no script, no file, nothing with a password.

    >>> safe_url("https://harbourtimes.example/2024/06/letters"), safe_url(" javascript:alert(1)")
    ('https://harbourtimes.example/2024/06/letters', None)
    """
    if not url or _ODD.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else None


def safe_path(path: str | None) -> str:
    """Where to go on within the site: the path that was given where it is one, else the front page.

    >>> safe_path("/matters/icc?as_of=2024-06-30"), safe_path("//elsewhere.example"), safe_path("https://e.example")
    ('/matters/icc?as_of=2024-06-30', '/', '/')
    """
    if not path or not path.startswith("/") or path.startswith("//") or _ODD.search(path):
        return "/"
    return path
