"""Rendering: records into pages, by templates that escape whatever comes from a report."""

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord import __version__
from onrecord.answers import position_words
from onrecord.records.wording import count_words, word_date, word_time
from onrecord.web import page_words
from onrecord.web.guard.links import safe_url
from onrecord.web.guard.visits import visit_of

FILTERS = {
    "date_words": word_date,
    "time_words": word_time,
    "count_words": count_words,
    "stand_words": position_words.stand_words,
    "party_words": position_words.party_words,
    "party_list": position_words.party_list,
    "when_words": position_words.when_words,
    "quote_words": position_words.quote_words,
    "range_words": position_words.range_words,
    "report_list": position_words.report_list,
    "safe_url": safe_url,
    **page_words.FILTERS,
}


@cache
def environment() -> Environment:
    """The templates of the package. A name that a page was not given is an error, never an empty place."""
    made = Environment(
        loader=PackageLoader("onrecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(FILTERS)
    made.globals["version"] = __version__
    return made


def render(request: Request, template: str, **context: Any) -> HTMLResponse:
    """The page of a template, with the site and the visit that it is asked in."""
    site, path = request.app.state.desk.site, request.scope["path"]
    body = (
        environment()
        .get_template(template)
        .render(request=request, site=site, visit=visit_of(request), path=path, **context)
    )
    return HTMLResponse(body)
