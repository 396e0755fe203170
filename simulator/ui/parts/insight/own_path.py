"""A learning path as its trainee stands in it, with his certificate when it is done."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator import certificates
from simulator.certificates import Certificate, OwnPath, Step
from simulator.ui import plain, session
from simulator.ui.parts.exports import link
from simulator.ui.parts.insight import words

PRACTISE = "simulator/ui/pages/practise.py"
VERIFY = "simulator/ui/pages/verify.py"


def show(path: OwnPath, certificate: Certificate | None) -> None:
    """Show a path: its scenarios, what to do next, or the certificate."""
    with st.container(border=True):
        plain.heading(path.title, 2)
        done = sum(step.done for step in path.steps)
        plain.body(session.text("paths-own-state", done=done, count=len(path.steps)))
        plain.muted(session.text("paths-own-about", total=path.pass_total))
        st.table(pd.DataFrame([_line(step) for step in path.steps]), hide_index=True)
        if certificate is not None:
            show_certificate(certificate)
        elif path.done:
            plain.notice("✓", session.text("paths-complete"), "good")
            label = session.text("paths-issue")
            st.button(label, key=f"issue-{path.id}", type="primary", on_click=_issue, args=(path.id,))
        else:
            _next(path)


def show_certificate(certificate: Certificate) -> None:
    """Show a certificate's code, its file and where it is verified."""
    plain.notice("✓", session.text("paths-certificate", code=certificate.shown_code), "good")
    link.on_request(
        f"pdf-{certificate.code}",
        certificates.KIND,
        {"code": certificate.code},
        session.text("paths-pdf-ask"),
        session.text("paths-pdf-link"),
    )
    st.page_link(VERIFY, label=session.text("paths-check"), query_params={"code": certificate.code})


def _next(path: OwnPath) -> None:
    published = {case.scenario.id for case in session.library().published}
    step = next((s for s in path.steps if not s.done and s.scenario_id in published), None)
    if step is None:
        return
    label = session.text("paths-go-on", title=words.title_of(step.scenario_id))
    if st.button(label, key=f"go-on-{path.id}", type="primary"):
        st.switch_page(PRACTISE, query_params={"scenario": step.scenario_id})


def _issue(path_id: str) -> None:
    certificates.issue(session.store(), session.me(), path_id, session.library().cases, session.now())


def _line(step: Step) -> dict[str, str]:
    known = any(case.scenario.id == step.scenario_id for case in session.library().published)
    if step.done:
        state = "done"
    elif step.best is not None:
        state = "short"
    else:
        state = "open" if known else "gone"
    return {
        session.text("paths-step"): words.title_of(step.scenario_id),
        session.text("paths-step-best"): words.DASH if step.best is None else words.whole(step.best),
        session.text("paths-step-state"): session.text(f"paths-step-{state}"),
    }
