"""App: the site as one ASGI application, pages and API, behind what guards them."""

from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.web.api import routes
from onrecord.web.api.openapi import ABOUT, describe
from onrecord.web.desk import Desk
from onrecord.web.guard.headers import SafeHeaders
from onrecord.web.methods import AnswerMethods
from onrecord.web.pages import home, matters, parties, reports, search
from onrecord.web.problems import add_problems
from onrecord.web.site import Site

STATIC = Path(__file__).parent / "static"


def create_app(site: Site) -> FastAPI:
    """The application of a site; nothing is opened or started by it."""
    app = FastAPI(
        title="onrecord", version=__version__, description=ABOUT, docs_url=None, redoc_url=None,
        openapi_url=f"{routes.PREFIX}/openapi.json", generate_unique_id_function=lambda route: route.name,
    )  # fmt: skip
    app.state.desk = Desk(site)
    for page in (home, matters, parties, reports, search):
        app.include_router(page.router, include_in_schema=False)
    app.include_router(routes.router)
    describe(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_problems(app)
    app.add_middleware(AnswerMethods, document=app.openapi)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(site.hosts), www_redirect=False)
    app.add_middleware(SafeHeaders)
    return app
