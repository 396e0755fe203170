"""Where settings come from: the environment, files of secrets, and one file of settings; the environment wins."""

from __future__ import annotations

import difflib
import logging
import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from simulator.setting_names import CONFIG, FOR_TESTS, KNOWN, PREFIX

HOME = Path(__file__).resolve().parent.parent
BESIDE = HOME / "simulator.toml"
"""Is read when SIMULATOR_CONFIG names no other file and this one is there."""
_FILE = "_FILE"
_VARIABLES = {known.variable: known for known in KNOWN}
_SECRETS = {known.variable for known in KNOWN if known.secret}


class SettingsError(ValueError):
    """A setting cannot be used; the message says which and why, and never holds a secret."""


def values(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """All settings that are given, by the names of their variables; what is empty counts as not given.

    Args:
        environment: Variables by name. Those of the process when left out; only then the file beside the program is
            looked for.

    Raises:
        SettingsError: When a name is unknown, a file cannot be read, or anybody may read a file of secrets.
    """
    given = os.environ if environment is None else environment
    own = {name: value for name, value in given.items() if name.startswith(PREFIX) and value != ""}
    named = own.pop(CONFIG, "")
    own = {name: value for name, value in own.items() if not name.startswith(FOR_TESTS)}
    file = Path(named) if named else BESIDE if environment is None and BESIDE.is_file() else None
    below = _of_file(file) if file else {}
    _refuse_unknown(own, "the environment", str)
    # A secret of the environment wins over the file's, whichever of the two ways each was given.
    for secret in _SECRETS & {name.removesuffix(_FILE) for name in own}:
        below.pop(secret, None)
        below.pop(secret + _FILE, None)
    return _with_secrets({**below, **own})


def _of_file(path: Path) -> dict[str, str]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{CONFIG}: {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{CONFIG}: {path} is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        # The parser tells line and column only; it does not quote what stands there.
        raise SettingsError(f"{CONFIG}: {path}: {error}") from None
    found = {PREFIX + name.upper(): _as_text(path, name, value) for name, value in content.items()}
    _refuse_unknown(found, str(path), lambda name: name.removeprefix(PREFIX).lower())
    if any(_opens_something(name, value) for name, value in found.items()):
        _refuse_open(path)
    found = {name: value for name, value in found.items() if value != ""}
    for name in found:
        known = _VARIABLES.get(name)
        if known is None or known.path:
            found[name] = str(path.resolve().parent / found[name])
    return found


def _opens_something(name: str, value: str) -> bool:
    """Whether a value is a secret; an address without a password, such as an SQLite file's, is none."""
    address = name == PREFIX + "DATABASE_URL" and "@" not in value
    return name in _SECRETS and value != "" and not address


def _as_text(path: Path, name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ",".join(value)
    raise SettingsError(f"{path}: {name} is neither text, a whole number, true, false nor a list of texts")


def _refuse_unknown(found: Iterable[str], where: str, spelled: Callable[[str], str]) -> None:
    allowed = [*_VARIABLES, *(name + _FILE for name in _SECRETS)]
    for name in found:
        if name not in allowed:
            near = difflib.get_close_matches(name, allowed, 1, 0.7)
            meant = f"; did you mean {spelled(near[0])}?" if near else ""
            raise SettingsError(f"{where} has {spelled(name)}, which is no setting{meant}")


def _with_secrets(found: dict[str, str]) -> dict[str, str]:
    read = {name: value for name, value in found.items() if name in _VARIABLES}
    for name in sorted(set(found) - set(read)):
        secret = name.removesuffix(_FILE)
        if secret in read:
            raise SettingsError(f"{secret} and {name} are both given; give one of them")
        read[secret] = _secret(name, Path(found[name]))
    return read


def _secret(name: str, path: Path) -> str:
    try:
        value = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingsError(f"{name}: {path}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise SettingsError(f"{name}: {path} is not text") from None
    _refuse_open(path)
    if not value:
        raise SettingsError(f"{name}: {path} is empty")
    return value


def _refuse_open(path: Path) -> None:
    """Others must not read a file of secrets; a group may, because systemd and containers hand secrets over so."""
    mode = path.stat().st_mode
    if mode & 0o007:
        raise SettingsError(f"{path} holds a secret and is open to everybody on this machine; chmod 600 it")
    if mode & 0o070:
        logging.getLogger("simulator").warning("%s holds a secret and is open to its group", path)
