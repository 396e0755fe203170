"""How the server is set up: addresses beside the pages, who may reach it, and what signing in at a provider needs."""

from __future__ import annotations

from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from simulator import scorer
from simulator.observe.middleware import Observed
from simulator.settings import Settings, SignIn
from simulator.start_checks import OnlyThisMachine, secrets_for, settings_or_stop, stop
from simulator.store.readiness import Readiness
from simulator.ui import (
    draft_route,
    health_routes,
    observing,
    page_admission,
    routes,
    streamlit_options,
    theme,
)
from simulator.ui.headers import Guarded


def options() -> dict[str, Any]:
    """Options of `st.App`; ends the process with status 2 when the settings do not allow to start."""
    settings = settings_or_stop(st.get_option("server.address"))
    fault = streamlit_options.overruled()
    if fault:
        stop(fault)
    if settings.server.cookie_secret:
        config.set_option("server.cookieSecret", settings.server.cookie_secret)
    try:
        observing.start(settings.server)
    except OSError as error:
        stop(f"SIMULATOR_METRICS_PORT is {settings.server.metrics_port}: {error.strerror}")
    page_admission.take()
    theme.read_once()
    scorer.use_processes(settings.server.scoring_processes)
    readiness = Readiness(settings.database_url, settings.server.ready_seconds)
    return {
        "routes": [*health_routes.routes(readiness), *routes.routes()],
        "middleware": layers(settings),
        "secrets": secrets_for(settings.provider),
    }


def layers(settings: Settings) -> list[Middleware]:
    """What lies around the app, the outermost first; what watches requests comes after the headers."""
    return [
        Middleware(Guarded, tls=settings.server.tls),
        Middleware(Observed),
        Middleware(health_routes.RefusesWhenStopping),
        *([Middleware(OnlyThisMachine)] if settings.sign_in is SignIn.WORKSHOP else []),
        Middleware(draft_route.KeepsDrafts),
    ]
