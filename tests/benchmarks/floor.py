"""The floor: a server that does only what any server must, receive a body and parse it.

Same framework, same uvicorn settings and same garbage collector settings as the service.
"""

from __future__ import annotations

import argparse

import orjson
import uvicorn
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from cds_service.app import tune_collector
from cds_service.serving import UVICORN


def floor_app() -> FastAPI:
    """One route that reads and parses, and the path by which its start is noticed."""
    tune_collector()
    app = FastAPI()

    @app.get("/health/ready")
    async def ready() -> Response:
        return Response()

    @app.post("/cds-services/motor-neuron-signs")
    async def parse(request: Request) -> Response:
        orjson.loads(await request.body())
        return Response(b'{"cards":[]}', media_type="application/json")

    return app


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    uvicorn.run(floor_app(), port=parser.parse_args().port, **UVICORN)
