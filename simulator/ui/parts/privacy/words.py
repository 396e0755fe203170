"""Words that the pages on personal data share: moments, scenarios, numbers of rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pandas as pd
import streamlit as st

from simulator import privacy
from simulator.i18n import clock_time, day
from simulator.ui import plain, session


def moment(at: datetime) -> str:
    """A moment as people write it, in the server's time zone."""
    local = at.astimezone()
    return f"{day(local, session.lang())} {clock_time(local)}"


def scenario(scenario_id: str) -> str:
    """Title of a scenario, or its id when the collection has it no more."""
    cases = session.library().cases
    found = cases.get(scenario_id)
    return found.scenario.title.in_language(session.lang()) if found else scenario_id


def tables(numbers: Mapping[str, int]) -> None:
    """How many rows of which tables, in words."""
    what = [plain.safe_label(privacy.table_text(name, session.lang())) for name in numbers]
    frame = {session.text("privacy-what"): what, session.text("privacy-rows"): list(numbers.values())}
    st.table(pd.DataFrame(frame), hide_index=True)
