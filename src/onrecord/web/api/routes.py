"""Routes: all that can be asked under /api/v1."""

from fastapi import APIRouter

from onrecord.web.api import ledger, matters

PREFIX = "/api/v1"

router = APIRouter(prefix=PREFIX)
for each in (ledger, matters):
    router.include_router(each.router)
