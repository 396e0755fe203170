"""Whether a certificate is genuine, for anybody who has its code; open without sign-in."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator import certificates
from simulator.certificates import Certificate
from simulator.i18n import day
from simulator.ui import plain, session

_CODE = "verify-code"
_LONGEST = 40


def main() -> None:
    """Ask for a code, and say what is known of it."""
    plain.heading(session.text("nav-verify"), 1)
    plain.body(session.text("paths-verify-about"))
    asked = str(st.query_params.get("code", ""))[:_LONGEST]
    with st.form("verify", border=False):
        st.text_input(session.text("paths-verify-code"), asked, key=_CODE, max_chars=_LONGEST, width=360)
        st.form_submit_button(session.text("paths-verify-ask"), type="primary", on_click=_ask)
    if not asked.strip():
        return
    found = certificates.verify(session.store(), asked)
    if found is None:
        plain.notice("■", session.text("paths-verify-invalid"), "critical")
    else:
        _show(found)


def _ask() -> None:
    # The address holds what was asked, so that it can be kept or passed on.
    st.query_params["code"] = st.session_state[_CODE].strip()


def _show(found: Certificate) -> None:
    lang, content = session.lang(), found.content
    plain.notice("✓", session.text("paths-verify-valid"), "good")
    plain.pairs(
        [
            (session.text("paths-verify-name"), content.name),
            (session.text("paths-verify-path"), content.path),
            (session.text("paths-verify-when"), day(found.issued_at.astimezone(), lang)),
            (
                session.text("paths-verify-total"),
                session.text("paths-verify-least", total=content.pass_total),
            ),
            (session.text("paths-verify-code"), found.shown_code),
        ]
    )
    plain.muted(session.text("paths-verify-means"))
    lines = [
        {
            session.text("paths-pdf-scenario"): plain.safe_label(one.title),
            session.text("paths-pdf-version"): one.version,
            session.text("paths-pdf-total"): round(one.total),
            session.text("paths-pdf-when"): day(one.finished_at.astimezone(), lang),
            session.text("paths-pdf-how"): session.text(f"paths-mode-{one.mode}"),
        }
        for one in content.scenarios
    ]
    st.table(pd.DataFrame(lines), hide_index=True)


main()
