"""Settings, frozen, with the defaults of a workshop machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from simulator.setting_sources import HOME, SettingsError, values
from simulator.store import addresses
from simulator.store.limits import Limits

__all__ = [
    "Provider",
    "ServerSettings",
    "Settings",
    "SettingsError",
    "SignIn",
    "from_environment",
    "is_loopback",
]

_SECRET_LEAST = 32
_CALLBACK = "/oauth2callback"
_LOG_FORMATS = ("text", "json")
_LOG_LEVELS = ("debug", "info", "warning", "error")


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
    client_secret: str = field(repr=False)
    redirect_uri: str
    cookie_secret: str = field(repr=False)
    roles: Path
    scope: str


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How `python -m simulator serve` serves; the public address and the cookie secret count however it is started.

    Attributes:
        address: Where it listens (SIMULATOR_ADDRESS).
        port: On which port (SIMULATOR_PORT).
        public_url: Under which address people open it, when a proxy stands in front (SIMULATOR_PUBLIC_URL).
        proxies: Addresses of proxies whose word about the visitor counts, with commas (SIMULATOR_PROXIES).
        cookie_secret: What cookies are signed with (SIMULATOR_COOKIE_SECRET); "" for one of this process alone.
        graceful_seconds: How long it may take to stop (SIMULATOR_GRACEFUL_SECONDS).
        ready_seconds: How long `/readyz` waits for the database (SIMULATOR_READY_SECONDS).
        scoring_processes: How many processes score replies, 0 for the server's own (SIMULATOR_SCORING_PROCESSES).
        metrics_address: Where figures for monitoring are given (SIMULATOR_METRICS_ADDRESS).
        metrics_port: On which port; None for nowhere (SIMULATOR_METRICS_PORT).
        log_format: "text" for people or "json" for programs (SIMULATOR_LOG_FORMAT).
        log_level: From where on something is worth a line (SIMULATOR_LOG_LEVEL).
    """

    address: str = "127.0.0.1"
    port: int = 8501
    public_url: str = ""
    proxies: str = "127.0.0.1"
    cookie_secret: str = field(default="", repr=False)
    graceful_seconds: int = 20
    ready_seconds: int = 2
    scoring_processes: int = 1
    metrics_address: str = "127.0.0.1"
    metrics_port: int | None = None
    log_format: str = "text"
    log_level: str = "info"

    @property
    def tls(self) -> bool:
        """Whether people reach it by TLS; then browsers are told to use nothing else."""
        return self.public_url.startswith("https://")


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        database_url: SQLAlchemy URL (SIMULATOR_DATABASE_URL); an SQLite file under data/ by default.
        scenarios: Folder of organisations (SIMULATOR_SCENARIOS).
        sign_in_days: How long a browser stays signed in (SIMULATOR_SIGN_IN_DAYS).
        sign_in: How people sign in (SIMULATOR_SIGN_IN).
        provider: The identity provider, when people sign in there.
        server: How it is served.
        limits: How long the database may let people wait.
    """

    database_url: str = field(repr=False)
    scenarios: Path
    sign_in_days: int
    sign_in: SignIn = SignIn.WORKSHOP
    provider: Provider | None = None
    server: ServerSettings = field(default_factory=ServerSettings)
    limits: Limits = field(default_factory=Limits)


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    Args:
        environment: Variables by name; those of the process when left out. The file of settings lies below them.

    Raises:
        SettingsError: When a name is unknown or a value cannot be used.
    """
    given = values(environment)
    how = given.get("SIMULATOR_SIGN_IN", SignIn.WORKSHOP.value)
    if how not in list(SignIn):
        raise SettingsError(f"SIMULATOR_SIGN_IN is {how!r}; give {', '.join(SignIn)}")
    url = given.get("SIMULATOR_DATABASE_URL", f"sqlite:///{HOME / 'data' / 'simulator.db'}")
    if not addresses.is_usable(url):
        raise SettingsError(
            "SIMULATOR_DATABASE_URL is no address such as sqlite:////var/lib/webcare/simulator.db or "
            "postgresql+psycopg://user@host/name"
        )
    server = _server(given)
    return Settings(
        database_url=url,
        scenarios=Path(given.get("SIMULATOR_SCENARIOS", str(HOME / "scenarios"))),
        sign_in_days=_whole(given, "SIGN_IN_DAYS", 14, 1, 90, "days"),
        sign_in=SignIn(how),
        provider=_provider(given, server) if how == SignIn.OIDC else None,
        server=server,
        limits=_limits(given),
    )


def is_loopback(address: str | None) -> bool:
    """Whether an address is reached from this machine only."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address((address or "").strip("[]")).is_loopback
    except ValueError:
        return False


def _server(given: Mapping[str, str]) -> ServerSettings:
    standard = ServerSettings()
    metrics = _whole(given, "METRICS_PORT", 0, 0, 65535, "numbers; 0 is for none")
    return ServerSettings(
        address=given.get("SIMULATOR_ADDRESS", standard.address),
        port=_whole(given, "PORT", standard.port, 1, 65535, "numbers"),
        public_url=_public_url(given.get("SIMULATOR_PUBLIC_URL", "").strip()),
        proxies=_proxies(given.get("SIMULATOR_PROXIES", standard.proxies)),
        cookie_secret=_cookie_secret(given),
        graceful_seconds=_whole(given, "GRACEFUL_SECONDS", standard.graceful_seconds, 1, 300, "seconds"),
        ready_seconds=_whole(given, "READY_SECONDS", standard.ready_seconds, 1, 30, "seconds"),
        scoring_processes=_whole(given, "SCORING_PROCESSES", standard.scoring_processes, 0, 16, "numbers"),
        metrics_address=given.get("SIMULATOR_METRICS_ADDRESS", standard.metrics_address),
        metrics_port=metrics or None,
        log_format=_one_of(given, "LOG_FORMAT", _LOG_FORMATS, standard.log_format),
        log_level=_one_of(given, "LOG_LEVEL", _LOG_LEVELS, standard.log_level),
    )


def _proxies(given: str) -> str:
    for one in filter(None, (part.strip() for part in given.split(","))):
        try:
            ipaddress.ip_network(one, strict=False)
        except ValueError:
            raise SettingsError(
                f"SIMULATOR_PROXIES has {one!r}; give addresses or networks such as 10.0.0.0/24"
            ) from None
    return given


def _limits(given: Mapping[str, str]) -> Limits:
    usual = Limits()
    return Limits(
        connections=_whole(given, "DATABASE_POOL", usual.connections, 1, 100, "numbers"),
        wait_seconds=_whole(given, "DATABASE_WAIT", usual.wait_seconds, 1, 60, "seconds"),
        statement_seconds=_whole(given, "DATABASE_STATEMENT", usual.statement_seconds, 1, 600, "seconds"),
        lock_seconds=_whole(given, "DATABASE_LOCK", usual.lock_seconds, 1, 600, "seconds"),
    )


def _whole(given: Mapping[str, str], name: str, default: int, least: int, most: int, unit: str) -> int:
    value = given.get(f"SIMULATOR_{name}", str(default)).strip()
    if not (value.isascii() and value.isdigit()) or not least <= int(value) <= most:
        raise SettingsError(f"SIMULATOR_{name} is {value!r}; give whole {unit} from {least} to {most}")
    return int(value)


def _one_of(given: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    value = given.get(f"SIMULATOR_{name}", default)
    if value not in allowed:
        raise SettingsError(f"SIMULATOR_{name} is {value!r}; give {', '.join(allowed)}")
    return value


def _public_url(value: str) -> str:
    if not value:
        return ""
    url = _safe_url("SIMULATOR_PUBLIC_URL", value)
    parts = urlsplit(url)
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise SettingsError(f"SIMULATOR_PUBLIC_URL is {value!r}; give an address without a path")
    return url.rstrip("/")


def _cookie_secret(given: Mapping[str, str]) -> str:
    secret = given.get("SIMULATOR_COOKIE_SECRET", "").strip()
    if secret and len(secret) < _SECRET_LEAST:
        raise SettingsError(f"SIMULATOR_COOKIE_SECRET is too short; give {_SECRET_LEAST} characters or more")
    return secret


def _provider(given: Mapping[str, str], server: ServerSettings) -> Provider:
    def needed(name: str) -> str:
        value = given.get(name, "").strip()
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
        scope=given.get("SIMULATOR_OIDC_SCOPE", "openid email profile"),
    )
    if not urlsplit(provider.redirect_uri).path.endswith(_CALLBACK):
        raise SettingsError(
            f"SIMULATOR_OIDC_REDIRECT_URI is {provider.redirect_uri!r}; it ends in {_CALLBACK}"
        )
    if server.public_url and not provider.redirect_uri.startswith(server.public_url + "/"):
        raise SettingsError(
            f"SIMULATOR_OIDC_REDIRECT_URI is {provider.redirect_uri!r}; it does not lie under "
            f"SIMULATOR_PUBLIC_URL, {server.public_url}"
        )
    return provider


def _safe_url(name: str, value: str) -> str:
    parts = urlsplit(value)
    if "@" in parts.netloc:
        # Not repeated: what stands before the @ may be a password.
        raise SettingsError(f"{name} holds a name or password; give the address without it")
    if parts.hostname and parts.scheme == "https":
        return value
    if parts.scheme == "http" and is_loopback(parts.hostname):
        return value
    raise SettingsError(f"{name} is {value!r}; give an https:// address")
