"""App: the site as one ASGI application, pages and API, behind what guards them."""

from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.web.api import routes
from onrecord.web.api.openapi import ABOUT, describe
from onrecord.web.desk import Desk
from onrecord.web.guard.gate import Gate
from onrecord.web.guard.headers import SafeHeaders
from onrecord.web.guard.known_hosts import KnownHosts
from onrecord.web.guard.rates import Rates
from onrecord.web.guard.sessions import Sessions
from onrecord.web.methods import AnswerMethods
from onrecord.web.pages import home, matters, parties, reports, review, search, sign_in
from onrecord.web.problems import Unbroken, add_problems
from onrecord.web.site import Site

STATIC = Path(__file__).parent / "static"


def create_app(site: Site) -> FastAPI:
    """The application of a site; nothing is opened or started by it."""
    app = FastAPI(
        title="onrecord", version=__version__, description=ABOUT, docs_url=None, redoc_url=None,
        openapi_url=f"{routes.PREFIX}/openapi.json", generate_unique_id_function=lambda route: route.name,
    )  # fmt: skip
    app.state.desk = Desk(site)
    app.state.sessions = Sessions(site.clock)
    for page in (home, matters, parties, reports, review, search, sign_in):
        app.include_router(page.router, include_in_schema=False)
    app.include_router(routes.router)
    describe(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_problems(app)
    app.add_middleware(AnswerMethods, document=app.openapi)
    app.add_middleware(Gate, site=site, sessions=app.state.sessions, rates=Rates())
    app.add_middleware(KnownHosts, hosts=site.hosts)
    app.add_middleware(Unbroken)
    app.add_middleware(SafeHeaders)  # the last one stands before all others
    return app
