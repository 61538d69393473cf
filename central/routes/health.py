"""Is anybody there."""

from fastapi import APIRouter

from central.contract import Health
from central.version import VERSION


def make_router() -> APIRouter:
    """`GET /v1/health`: no authorization, no database."""
    router = APIRouter()

    @router.get("/v1/health", name="health")
    async def health() -> Health:
        """Whether this is the central API, and which one."""
        return Health(status="ok", version=VERSION)

    return router
