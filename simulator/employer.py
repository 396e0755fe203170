"""What an employer decides for its people: weights, retention, comparing, disputes. Versioned, with bounds.

The word organisation is taken: it is the fictional employer of the scenarios.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scoring import Dimension, Rubric, default_rubric
from simulator import audit
from simulator.accounts import Permission, User, require
from simulator.store import employer_rows as rows
from simulator.store.engine import Store

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
            raise ValueError("each of the four dimensions has a weight")
        if any(not WEIGHT_LEAST <= w <= WEIGHT_MOST for w in self.weights.values()):
            raise ValueError(f"a weight lies between {WEIGHT_LEAST} and {WEIGHT_MOST}")
        if abs(sum(self.weights.values()) - 1) > 0.001:
            raise ValueError("the weights are 1 together")
        return self


def settings_of(store: Store, employer_id: str) -> EmployerSettings:
    """The settings that count now for an employer; the defaults when none were stored."""
    with store.read() as connection:
        found = rows.newest(connection, employer_id)
    return EmployerSettings.model_validate_json(found[1]) if found else EmployerSettings()


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


def rubric_of(store: Store, employer_id: str) -> Rubric:
    """The rubric that replies of an employer's people are scored by: the shipped one with the employer's weights."""
    shipped = default_rubric()
    weights = settings_of(store, employer_id).weights
    if weights == dict(shipped.dimension_weights):
        return shipped
    return dataclasses.replace(shipped, dimension_weights=tuple((d, weights[d]) for d in Dimension))
