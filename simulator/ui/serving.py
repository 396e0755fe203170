"""How the server is set up: addresses beside the pages, who may reach it, and what signing in at a provider needs."""

from __future__ import annotations

from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from simulator.settings import SignIn
from simulator.start_checks import OnlyThisMachine, secrets_for, settings_or_stop
from simulator.ui import routes


def options() -> dict[str, Any]:
    """Options of `st.App`; ends the process with status 2 when the settings do not allow to start."""
    settings = settings_or_stop(st.get_option("server.address"))
    return {
        "routes": routes.routes(),
        "middleware": [Middleware(OnlyThisMachine)] if settings.sign_in is SignIn.WORKSHOP else [],
        "secrets": secrets_for(settings.provider),
    }
