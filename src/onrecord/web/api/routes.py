"""Routes: all that can be asked under /api/v1."""

from fastapi import APIRouter

from onrecord.web.api import acts, cited, feeds, judgements, ledger, matters, parties, reports, review, search, session

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for each in (ledger, matters, feeds, reports, acts, parties, cited, search, review, judgements, session):
    router.include_router(each.router)
