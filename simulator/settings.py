"""Settings from the environment, frozen, with the defaults of a workshop machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

_HOME = Path(__file__).resolve().parent.parent
_SECRET_LEAST = 32
_CALLBACK = "/oauth2callback"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class SignIn(StrEnum):
    """How people sign in."""

    WORKSHOP = "workshop"
    """By name alone, on the machine itself."""
    LOCAL = "local"
    """By e-mail address and password."""
    OIDC = "oidc"
    """At an identity provider, by OpenID Connect."""


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider.

    Attributes:
        metadata_url: Address of its discovery document (SIMULATOR_OIDC_METADATA_URL).
        client_id: Name of this installation there (SIMULATOR_OIDC_CLIENT_ID).
        client_secret: Its secret (SIMULATOR_OIDC_CLIENT_SECRET).
        redirect_uri: Where it sends people back to; ends in /oauth2callback (SIMULATOR_OIDC_REDIRECT_URI).
        cookie_secret: What cookies are signed with, 32 characters or more (SIMULATOR_COOKIE_SECRET).
        roles: File that says which claim gives which role in which team (SIMULATOR_OIDC_ROLES).
        scope: What is asked of the provider (SIMULATOR_OIDC_SCOPE).
    """

    metadata_url: str
    client_id: str
    client_secret: str
    redirect_uri: str
    cookie_secret: str
    roles: Path
    scope: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        database_url: SQLAlchemy URL (SIMULATOR_DATABASE_URL); an SQLite file under data/ by default.
        scenarios: Folder of organisations (SIMULATOR_SCENARIOS).
        sign_in_days: How long a browser stays signed in (SIMULATOR_SIGN_IN_DAYS).
        sign_in: How people sign in (SIMULATOR_SIGN_IN).
        provider: The identity provider, when people sign in there.
    """

    database_url: str
    scenarios: Path
    sign_in_days: int
    sign_in: SignIn = SignIn.WORKSHOP
    provider: Provider | None = None


class SettingsError(ValueError):
    """A setting cannot be used; the message says which and why."""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings.

    Args:
        environment: Variables by name; those of the process when left out.

    Raises:
        SettingsError: When a value cannot be used.
    """
    days = environment.get("SIMULATOR_SIGN_IN_DAYS", "14")
    if not days.isdigit() or not 1 <= int(days) <= 90:
        raise SettingsError(f"SIMULATOR_SIGN_IN_DAYS is {days!r}; give whole days from 1 to 90")
    how = environment.get("SIMULATOR_SIGN_IN", SignIn.WORKSHOP.value)
    if how not in list(SignIn):
        raise SettingsError(f"SIMULATOR_SIGN_IN is {how!r}; give {', '.join(SignIn)}")
    return Settings(
        database_url=environment.get(
            "SIMULATOR_DATABASE_URL", f"sqlite:///{_HOME / 'data' / 'simulator.db'}"
        ),
        scenarios=Path(environment.get("SIMULATOR_SCENARIOS", str(_HOME / "scenarios"))),
        sign_in_days=int(days),
        sign_in=SignIn(how),
        provider=_provider(environment) if how == SignIn.OIDC else None,
    )


def _provider(environment: Mapping[str, str]) -> Provider:
    def needed(name: str) -> str:
        value = environment.get(name, "").strip()
        if not value:
            raise SettingsError(f"{name} is missing; SIMULATOR_SIGN_IN=oidc needs it")
        return value

    provider = Provider(
        metadata_url=_safe_url("SIMULATOR_OIDC_METADATA_URL", needed("SIMULATOR_OIDC_METADATA_URL")),
        client_id=needed("SIMULATOR_OIDC_CLIENT_ID"),
        client_secret=needed("SIMULATOR_OIDC_CLIENT_SECRET"),
        redirect_uri=_safe_url("SIMULATOR_OIDC_REDIRECT_URI", needed("SIMULATOR_OIDC_REDIRECT_URI")),
        cookie_secret=needed("SIMULATOR_COOKIE_SECRET"),
        roles=Path(needed("SIMULATOR_OIDC_ROLES")),
        scope=environment.get("SIMULATOR_OIDC_SCOPE", "openid email profile"),
    )
    if not urlsplit(provider.redirect_uri).path.endswith(_CALLBACK):
        raise SettingsError(
            f"SIMULATOR_OIDC_REDIRECT_URI is {provider.redirect_uri!r}; it ends in {_CALLBACK}"
        )
    if len(provider.cookie_secret) < _SECRET_LEAST:
        raise SettingsError(f"SIMULATOR_COOKIE_SECRET is too short; give {_SECRET_LEAST} characters or more")
    return provider


def _safe_url(name: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return value
    raise SettingsError(f"{name} is {value!r}; give an https:// address")
