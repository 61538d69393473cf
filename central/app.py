"""The API as one ASGI application, put together from its settings, its store and, in tests, its faults."""

from fastapi import FastAPI
from fastapi.routing import APIRoute

from central.answers import Answers
from central.describing import describe
from central.desk import Desk
from central.faults import Faults, FaultyLine
from central.problems import handle_problems
from central.routes import (
    arrivals,
    blobs,
    bundles,
    captchas,
    devices,
    health,
    legajo,
    office,
    office_feed,
    office_papers,
    office_roles,
    office_sticks,
    requests,
    resets,
    sessions,
    sync,
    trust,
    uploads,
)
from central.settings import Settings
from central.store import Store
from central.version import VERSION


def create_app(settings: Settings, store: Store, *, faults: Faults | None = None) -> FastAPI:
    """The reference central API. Without `faults` nothing of `central.faults` is in the way of any call."""
    desk = Desk(settings, store)
    app = FastAPI(
        title="Chasqui: API central",
        version=VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_name_operation,
    )
    app.router.redirect_slashes = False
    for router in (
        health.make_router(),
        captchas.make_router(desk),
        sessions.make_router(desk),
        resets.make_router(desk),
        sync.make_router(desk),
        blobs.make_router(desk),
        bundles.make_router(desk),
        trust.make_router(desk),
        legajo.make_router(desk),
        requests.make_router(desk),
        uploads.make_router(desk),
        office.make_router(desk),
        devices.make_router(desk),
        office_sticks.make_router(desk),
        arrivals.make_router(desk),
        office_feed.make_router(desk),
        office_papers.make_router(desk),
        office_roles.make_router(desk),
    ):
        app.include_router(router)
    handle_problems(app)
    app.add_middleware(Answers)
    if faults is not None:
        app.add_middleware(FaultyLine, faults=faults)  # outermost: it spoils what would go out
    describe(app)
    return app


def _name_operation(route: APIRoute) -> str:
    return route.name
