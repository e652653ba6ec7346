import pytest

from onrecord.web.guard.links import safe_path, safe_url


@pytest.mark.parametrize("url", ["https://e.example/a?b=c&d=%20#e", "http://[2001:db8::1]/", "HTTP://E.example/ä"])
def test_address_of_the_web_is_a_link(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " https://e.example",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//e.example", "/path",
        "https:", "https:///path", "https://ada:pw@e.example/", 'https://e.example/"onmouseover="x',
        "https://e.example/<script>", "https://e.example/\u202egnp.exe", "https://[::1", "https://e.example\\@f.example",
    ],
)  # fmt: skip
def test_any_other_address_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("path", ["//e.example", "/\\e.example", "https://e.example", "e", "", None, "/\n/e.example"])
def test_way_on_stays_within_the_site(path: str | None) -> None:
    assert safe_path(path) == "/"
