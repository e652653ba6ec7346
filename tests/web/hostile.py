"""Hostile words: what somebody could put into a report, or into a matter, so that a page would run or lead astray."""

from onrecord.records import Act, Attribution, Outlet, Reading
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

SCRIPT = "<script>alert(1)</script>"
HANDLER = '"><img src=x onerror=alert(1)>'
BREAKOUT = "' onmouseover='alert(1)' x='"
TEMPLATE = "{{7*7}}{% raw %}${7*7}#{7*7}"
BIDI = "\u202egnp.exe\u2066"
CLOSING = "</title></textarea></style></script><svg/onload=alert(1)>"
ENTITY = "&lt;script&gt;&#x3C;b&#x3E;"
COMMENT = "<!--<script>-->]]>"
URLS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "file:///etc/passwd", "https://ada:pw@harbour.example/", 'https://e.example/"onclick="x',
    "https://e.example/\u202egnp.exe", "//e.example",
)  # fmt: skip
WORDS = (SCRIPT, HANDLER, BREAKOUT, TEMPLATE, BIDI, CLOSING, ENTITY, COMMENT)
NAME = " ".join(WORDS)
PARTY = f"Freedonia {SCRIPT}{HANDLER}"
TEXT = f"{PARTY} asked {BREAKOUT} Sylvania {CLOSING} to file {TEMPLATE} {BIDI}, {NAME} said."

MATTER = f"""
id = "hostile"
title = '''{NAME.replace("'''", "")}'''
question = '''{NAME.replace("'''", "")}?'''
keywords = ["Sylvania", "alert"]

[[instruments]]
id = "opinion"
name = '''Opinion {SCRIPT}{HANDLER}'''
kind = "filing"
names = ["Sylvania", "file"]
"""


def hostile_readings() -> tuple[Reading, ...]:
    """A report with hostile words in each of its fields for each hostile address."""
    return tuple(_reading(number, url) for number, url in enumerate(URLS))


def _reading(number: int, url: str) -> Reading:
    text = f"{TEXT} It was report {number}."
    report = make_report(
        text, title=f"{NAME} {number}", outlet=Outlet(name=f"Post {NAME}", domain=f"post{HANDLER}.example"), url=url,
        byline=NAME, published="2024-06-30", given_id=f"h{number}{HANDLER}", language='en"><script>alert(1)</script>',
    )  # fmt: skip
    parties = (
        make_party("p1", name=PARTY, mentions=(span_of(text, PARTY),), role=HANDLER),
        make_party("p2", name="Sylvania" + HANDLER, kind="organisation", mentions=(span_of(text, "Sylvania"),)),
        make_party("p3", name=NAME, kind="outlet", mentions=(span_of(text, NAME),)),
    )
    attribution: Attribution = make_attribution(
        "a1", source="p3", source_span=span_of(text, NAME), cue=span_of(text, "said"),
        content=(span_of(text, text.partition(f" {BIDI}")[0]),),
    )  # fmt: skip
    act: Act = make_act(
        "e1", trigger=span_of(text, "asked"), actors=("p1",), recipients=("p2",), chain=("a1",), confidence=0.4,
        object=span_of(text, f"to file {TEMPLATE}"),
    )  # fmt: skip
    filed = make_act(
        "e2", type="file", trigger=span_of(text, "file"), actors=("p1",), object=span_of(text, TEMPLATE), rule=HANDLER
    )
    return make_reading(report, parties=parties, attributions=(attribution,), acts=(act, filed))
