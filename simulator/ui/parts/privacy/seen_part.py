"""Who looked at somebody's work, as he reads it himself."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator.i18n import has
from simulator.privacy import SeenBy
from simulator.ui import plain, session
from simulator.ui.parts.privacy import words

MOST = 50


def show(seen_by: tuple[SeenBy, ...]) -> None:
    """Show the newest looks; the file has all."""
    plain.heading(session.text("privacy-seen-title"), 2)
    plain.muted(session.text("privacy-seen-about"))
    if not seen_by:
        plain.body(session.text("privacy-seen-none"))
        return
    newest = seen_by[:MOST]
    columns = {
        "privacy-when": [words.moment(s.at) for s in newest],
        "privacy-who": [s.who or session.text("privacy-erased-person") for s in newest],
        "privacy-role-and-team": [_role(s) for s in newest],
        "privacy-seen-what": [_what(s) for s in newest],
    }
    frame = {session.text(key): list(map(plain.safe_label, values)) for key, values in columns.items()}
    st.table(pd.DataFrame(frame), hide_index=True)
    if len(seen_by) > MOST:
        plain.muted(session.text("privacy-seen-more", shown=MOST, all=len(seen_by)))


def _role(look: SeenBy) -> str:
    if look.role is None:
        return session.text("privacy-no-role")
    role = session.text(f"role-{look.role.value}")
    return session.text("privacy-role-in-team", role=role, team=look.team)


def _what(look: SeenBy) -> str:
    key = f"privacy-look-{look.what}"
    what = session.text(key if has(key, session.lang()) else "privacy-look-other")
    if look.scenario_id is None:
        return what
    return session.text("privacy-look-scenario", what=what, scenario=words.scenario(look.scenario_id))
