"""Search: reports by words, narrowed by what they have in common."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from onrecord.web.api.accepting import JSON
from onrecord.web.api.answering import AskedOf, encode
from onrecord.web.api.asked import AskedSearch
from onrecord.web.api.openapi import told
from onrecord.web.api.shapes import SearchTold
from onrecord.web.api.telling import hit_told
from onrecord.web.bodies import Body, Links

router = APIRouter(prefix="/search", tags=["search"])


@router.get("", **told(SearchTold, "What was found.", paged=True))
def search(asking: AskedOf, asked: Annotated[AskedSearch, Query()]) -> Response:
    """The reports that hold all words, the best first; and how many have which outlet, month, party and type of act."""

    def page() -> Body:
        found = asking.desk.ledger.search_page(
            asked.q, outlet=asked.outlet, party=asked.party, type=asked.type, since=asked.since, until=asked.until,
            limit=asked.limit, offset=asked.offset,
        )  # fmt: skip
        after = asked.offset + asked.limit
        links: Links = {"next": {"limit": asked.limit, "offset": after}} if after < found.found else {}
        hits = tuple(map(hit_told, found.hits))
        told = SearchTold(hits=hits, found=found.found, is_all=found.is_all, facets=found.facets)
        return Body(content=encode(told), links=links)

    return asking.answer({JSON: page})
