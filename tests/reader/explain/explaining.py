"""What the tests of explanations share: a sentence written by hand, read with a trace, and explained."""

from onrecord.reader.explain import explain_reading
from onrecord.reader.reader import read_analysis
from onrecord.reader.trace import Trace
from onrecord.records import Outlet, Reading
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.checks import keep_sound
from onrecord.records.explanations import ActExplained, Explanation, WordPassed
from tests.factories import make_report
from tests.reader.tabled import parse

ASKED = (
    "Canada/PROPN 2 nsubj | asked/ask/VERB 0 root | Peru/PROPN 2 obj | to/PART 5 mark"
    " | investigate/VERB 2 xcomp VerbForm=Inf | Bolivia/PROPN 5 obj"
)
SAID = Cited(source=((0, 0),), cue=(1, 1), content=((2, 5),), confidence=0.9)


def explain(
    rows: str, *cited: Cited, published: str | None = "2024-06-12", outlet: str | None = None
) -> tuple[Reading, Explanation]:
    return explain_analysis(parse(rows, cited=cited), published=published, outlet=outlet)


def explain_analysis(
    analysis: Analysis, *, published: str | None = "2024-06-12", outlet: str | None = None
) -> tuple[Reading, Explanation]:
    trace, report = Trace(), make_report(analysis.text, published=published, outlet=Outlet(name=outlet))
    reading = keep_sound(read_analysis(report, analysis, reader="test", trace=trace))
    return reading, explain_reading(reading, trace)


def act_of(explanation: Explanation, word: str) -> ActExplained:
    return next(each for each in explanation.acts if each.token.text == word)


def passed_of(explanation: Explanation, word: str) -> WordPassed:
    return next(each for each in explanation.passed if each.token.text == word)
