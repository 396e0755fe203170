"""What must hold before the server answers anybody: settings that can be used, and no open door without passwords."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import urlsplit

from simulator.provider import RolesError, read_roles
from simulator.settings import Provider, Settings, SettingsError, SignIn, from_environment, is_loopback
from simulator.store.readiness import fault_of

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
        stop(str(error))
    fault = fault_of(settings.database_url)
    if fault:
        stop(f"SIMULATOR_DATABASE_URL: {fault}")
    danger = insecure(settings, address)
    if danger:
        stop(danger)
    return settings


def insecure(settings: Settings, address: str | None) -> str:
    """What makes settings unsafe that can each be used, "" when nothing does.

    Args:
        settings: All of them.
        address: The address that the server listens on; None or "" means every one.
    """
    server = settings.server
    here = is_loopback(address)
    if settings.sign_in is SignIn.WORKSHOP and not here:
        return (
            f"server.address is {address or 'every address'}: signing in without a password "
            "(SIMULATOR_SIGN_IN=workshop) is for this machine only. Use --server.address 127.0.0.1 "
            "(with `serve`: SIMULATOR_ADDRESS), or set SIMULATOR_SIGN_IN to local or oidc; "
            "docs/signing-in.md says how."
        )
    public = not here or bool(server.public_url and not is_loopback(urlsplit(server.public_url).hostname))
    if settings.sign_in is SignIn.WORKSHOP and public:
        return (
            f"SIMULATOR_PUBLIC_URL is {server.public_url}: signing in without a password "
            "(SIMULATOR_SIGN_IN=workshop) is for this machine only. Set SIMULATOR_SIGN_IN to local or oidc."
        )
    if public and not server.cookie_secret:
        return (
            "SIMULATOR_COOKIE_SECRET is missing; a server that others reach needs one of its own, the same on all "
            'replicas: python -c "import secrets; print(secrets.token_hex(32))"'
        )
    return ""


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


def stop(message: str) -> NoReturn:
    """End the process with status 2 and say why."""
    print(f"webcare simulator: {message}", file=sys.stderr)  # noqa: T201 the only way to say it
    sys.exit(2)
