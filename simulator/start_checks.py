"""What must hold before the server answers anybody: settings that can be used, and no open door without passwords."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

from simulator.provider import RolesError, read_roles
from simulator.settings import Provider, Settings, SettingsError, SignIn, from_environment

_FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip")


def settings_or_stop(address: str | None) -> Settings:
    """The settings of the environment; ends the process with status 2 when it may not start with them.

    Args:
        address: The address that the server listens on, as Streamlit's `server.address`; None or "" means every one.
    """
    try:
        settings = from_environment()
        if settings.provider is not None:
            read_roles(settings.provider.roles)
    except (SettingsError, RolesError) as error:
        _stop(str(error))
    if settings.sign_in is SignIn.WORKSHOP and not is_loopback(address):
        _stop(
            f"server.address is {address or 'every address'}: signing in without a password "
            "(SIMULATOR_SIGN_IN=workshop) is for this machine only. Use --server.address 127.0.0.1, "
            "or set SIMULATOR_SIGN_IN to local or oidc; docs/signing-in.md says how."
        )
    return settings


def secrets_for(provider: Provider | None) -> Mapping[str, Any] | None:
    """What Streamlit needs to know to sign people in at a provider, as it would stand in its secrets file."""
    if provider is None:
        return None
    return {
        "auth": {
            "redirect_uri": provider.redirect_uri,
            "cookie_secret": provider.cookie_secret,
            "client_id": provider.client_id,
            "client_secret": provider.client_secret,
            "server_metadata_url": provider.metadata_url,
            "client_kwargs": {"scope": provider.scope, "prompt": "select_account"},
        }
    }


def is_loopback(address: str | None) -> bool:
    """Whether an address is reached from this machine only."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address((address or "").strip("[]")).is_loopback
    except ValueError:
        return False


class OnlyThisMachine:
    """ASGI layer of workshop mode: refuses what reaches the server from elsewhere, however it was started.

    Another server than Streamlit's own may listen where `server.address` does not say, and a proxy on this machine
    would open the door to its own visitors.
    """

    def __init__(self, app: Any) -> None:  # noqa: ANN401 any ASGI application
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        """Pass a request on, or refuse it with 403."""
        if scope["type"] not in ("http", "websocket") or _from_this_machine(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            text = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": text})
            await send({"type": "http.response.body", "body": b"Workshop mode: this machine only.\n"})


def _from_this_machine(scope: Mapping[str, Any]) -> bool:
    listens = (scope.get("server") or ("",))[0]
    forwarded = any(name in _FORWARDED for name, _ in scope.get("headers", ()))
    return is_loopback(listens) and not forwarded


def _stop(message: str) -> NoReturn:
    print(f"webcare simulator: {message}", file=sys.stderr)  # noqa: T201 the only way to say it
    sys.exit(2)
