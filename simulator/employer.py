"""What an employer decides for its people: weights, retention, comparing, disputes. Versioned, with bounds.

The word organisation is taken: it is the fictional employer of the scenarios.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from scoring import Dimension, Rubric, default_rubric
from simulator import audit
from simulator.accounts import Permission, User, require
from simulator.store import employer_rows as rows
from simulator.store.engine import Connection, Store

WEIGHT_LEAST, WEIGHT_MOST = 0.05, 0.6
"""No dimension may be left out, and none may decide alone."""


def _shipped_weights() -> dict[Dimension, float]:
    return dict(default_rubric().dimension_weights)


class EmployerSettings(BaseModel):
    """The settings; a field that is left out has its default.

    Attributes:
        weights: Share of each dimension in the total; together 1.
        retention_days: How long attempts are kept; None keeps them as long as the account.
        names_compared: Whether a lead may see people side by side by name. Off: pseudonyms.
        dispute_days: Within how many days a trainee may dispute a finding.
        sample_share: Share of passed replies that a lead is asked to look at, drawn at random, 0-1.
        blind: Whether a review starts blind: the lead scores before he sees the automatic score.
        lrs_url: Address of a learning record store, "" for none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: dict[Dimension, float] = Field(default_factory=_shipped_weights)
    retention_days: int | None = Field(default=730, ge=30, le=3650)
    names_compared: bool = False
    dispute_days: int = Field(default=14, ge=1, le=90)
    sample_share: float = Field(default=0.05, ge=0, le=1)
    blind: bool = False
    lrs_url: str = Field(default="", max_length=300, pattern=r"^(https?://\S+)?$")

    @model_validator(mode="after")
    def _check_weights(self) -> EmployerSettings:
        if set(self.weights) != set(Dimension):
            raise PydanticCustomError("weights", "each of the four dimensions has a weight")
        if any(not WEIGHT_LEAST <= w <= WEIGHT_MOST for w in self.weights.values()):
            between = f"a weight lies between {WEIGHT_LEAST} and {WEIGHT_MOST}"
            raise PydanticCustomError("weights", between)
        if abs(sum(self.weights.values()) - 1) > 0.001:
            raise PydanticCustomError("weights_sum", "the weights are 1 together")
        return self


class BadSettingsError(ValueError):
    """Some settings cannot be.

    Attributes:
        faults: Names of the settings, "weights_sum" when the weights are not 1 together.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


@dataclasses.dataclass(frozen=True, slots=True)
class Version:
    """The settings as they were changed once.

    Attributes:
        number: 1 for the first.
        by: Name of who changed them.
        at: When.
        changes: What was changed: name, value before, value after; plain values as in JSON.
    """

    number: int
    by: str
    at: datetime
    changes: tuple[tuple[str, object, object], ...]


def checked(values: Mapping[str, object]) -> EmployerSettings:
    """Settings from the values of a form.

    Args:
        values: By name of the setting.

    Raises:
        BadSettingsError: With the names of all that cannot be.
    """
    # The sum of the weights would only be looked at once all else is good; people want to hear everything at once.
    rest = {name: value for name, value in values.items() if name != "weights"}
    weights = {name: value for name, value in values.items() if name == "weights"}
    faults = (*_faults(weights), *_faults(rest))
    if faults:
        raise BadSettingsError(faults)
    return EmployerSettings.model_validate(dict(values))


def _faults(values: Mapping[str, object]) -> tuple[str, ...]:
    try:
        EmployerSettings.model_validate(dict(values))
    except ValidationError as error:
        return tuple(dict.fromkeys(str(e["loc"][0]) if e["loc"] else e["type"] for e in error.errors()))
    return ()


def settings_of(store: Store, employer_id: str) -> EmployerSettings:
    """The settings that count now for an employer; the defaults when none were stored."""
    with store.read() as connection:
        return settings_in(connection, employer_id)


def settings_in(connection: Connection, employer_id: str) -> EmployerSettings:
    """The same, read on a connection that is open."""
    found = rows.newest(connection, employer_id)
    return _read(found) if found else EmployerSettings()


# Each reply asks for them several times, and they hardly ever change.
@lru_cache(maxsize=64)
def _read(content: str) -> EmployerSettings:
    return EmployerSettings.model_validate_json(content)


def change(store: Store, user: User, settings: EmployerSettings, now: datetime) -> None:
    """Store other settings for the user's own employer; they count from now on, for new replies.

    Raises:
        NotAllowedError: When he may not.
    """
    acting = require(store, user, Permission.CHANGE_EMPLOYER)
    before = settings_of(store, acting.employer_id).model_dump(mode="json")
    after = settings.model_dump(mode="json")
    changed = sorted(name for name, value in after.items() if before[name] != value)
    if not changed:
        return
    with store.write() as connection:
        rows.add(connection, acting.employer_id, settings.model_dump_json(), acting.id, now)
        details = {"changed": changed}
        audit.note(connection, audit.Event.SETTINGS_CHANGED, now, actor=acting, details=details)


def history(store: Store, user: User) -> tuple[Version, ...]:
    """All changes of the settings of the user's own employer, newest first.

    Raises:
        NotAllowedError: When he may not see them.
    """
    acting = require(store, user, Permission.CHANGE_EMPLOYER)
    with store.read() as connection:
        stored = rows.versions(connection, acting.employer_id)
    out, before = [], EmployerSettings().model_dump(mode="json")
    for number, row in enumerate(stored, start=1):
        after = EmployerSettings.model_validate_json(row.content).model_dump(mode="json")
        changes = tuple((k, before[k], value) for k, value in after.items() if before[k] != value)
        out.append(Version(number, row.by, row.at, changes))
        before = after
    return tuple(reversed(out))


def rubric_of(store: Store, employer_id: str) -> Rubric:
    """The rubric that replies of an employer's people are scored by now."""
    return rubric_by(settings_of(store, employer_id))


def rubric_by(settings: EmployerSettings) -> Rubric:
    """The rubric that an employer's settings make: the shipped one with the employer's weights."""
    shipped, weights = default_rubric(), settings.weights
    if weights == dict(shipped.dimension_weights):
        return shipped
    return dataclasses.replace(shipped, dimension_weights=tuple((d, weights[d]) for d in Dimension))
