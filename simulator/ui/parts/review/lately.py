"""A line for each reply of a trainee that a lead reviewed lately, with the way to it."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from simulator import review_reading
from simulator.ui import plain, session
from simulator.ui.parts.review import words

LATELY = timedelta(days=14)
MOST = 3
PRACTISE = "simulator/ui/pages/practise.py"


def show() -> None:
    """Show the newest reviews of whoever is signed in; nothing when there are none."""
    since = session.now() - LATELY
    for place in review_reading.reviewed_lately(session.store(), session.me(), since)[:MOST]:
        title = plain.safe_label(words.scenario(place.scenario_id))
        st.page_link(
            PRACTISE,
            label=session.text("review-lately", title=title),
            query_params={"attempt": place.attempt_id},
        )
