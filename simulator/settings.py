"""Settings from the environment, frozen, with the defaults of a workshop machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_HOME = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        database_url: SQLAlchemy URL (SIMULATOR_DATABASE_URL); an SQLite file under data/ by default.
        scenarios: Folder of organisations (SIMULATOR_SCENARIOS).
        sign_in_days: How long a browser stays signed in on a workshop machine (SIMULATOR_SIGN_IN_DAYS).
    """

    database_url: str
    scenarios: Path
    sign_in_days: int


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
    return Settings(
        database_url=environment.get(
            "SIMULATOR_DATABASE_URL", f"sqlite:///{_HOME / 'data' / 'simulator.db'}"
        ),
        scenarios=Path(environment.get("SIMULATOR_SCENARIOS", str(_HOME / "scenarios"))),
        sign_in_days=int(days),
    )
