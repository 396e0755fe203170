"""What is kept about somebody, why and how long, as he reads it himself."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator import privacy
from simulator.ui import plain, session
from simulator.ui.parts.privacy import words


def show(overview: privacy.Overview) -> None:
    """Show what is about him, and apart from it what he did for others."""
    lang, days = session.lang(), overview.settings.retention_days
    about = [h for h in overview.held if h.about]
    plain.heading(session.text("privacy-held-title"), 2)
    plain.muted(session.text("privacy-held-about"))
    columns = {
        "privacy-what": [plain.safe_label(privacy.table_text(h.table, lang)) for h in about],
        "privacy-rows": [h.about for h in about],
        "privacy-why": [plain.safe_label(privacy.purpose_text(h.table, lang)) for h in about],
        "privacy-how-long": [plain.safe_label(privacy.kept_text(h.table, days, lang)) for h in about],
    }
    st.table(pd.DataFrame({session.text(key): values for key, values in columns.items()}), hide_index=True)
    plain.body(session.text("privacy-not-kept"))
    by = {h.table: h.by for h in overview.held if h.by}
    if by:
        plain.heading(session.text("privacy-others-rows"), 3)
        plain.muted(session.text("privacy-others-about"))
        words.tables(by)
