"""Making something new from a template."""

from __future__ import annotations

import streamlit as st

from simulator import authoring
from simulator.casebook.templates import TemplateError, organisation_files, scenario_text
from simulator.casebook.tree import PROTOCOL
from simulator.i18n import as_lang
from simulator.ui import plain, session

WRITE = "simulator/ui/pages/write.py"
_KINDS = ("scenario", "article", "organisation")


def show(houses: list[str], house: str | None) -> None:
    """Ask what, and under which name; then open it."""
    with st.form("new-text", border=False):
        kind = st.radio(
            session.text("authoring-new-what"),
            _KINDS if houses else _KINDS[2:],
            format_func=lambda k: session.text(f"authoring-new-{k}"),
            horizontal=True,
        )
        name = st.text_input(session.text("authoring-new-id"), max_chars=64).strip()
        made = st.form_submit_button(session.text("authoring-new-make"))
    if made and kind:
        try:
            path = _make(kind, name, house or "")
        except authoring.AuthoringError as error:
            plain.notice("■", session.text(error.code), "critical")
        except TemplateError as error:
            plain.notice("■", str(error), "critical")
        else:
            st.switch_page(WRITE, query_params={"path": path})


def _make(kind: str, name: str, house: str) -> str:
    """Save the template as a draft and tell its path."""
    if kind == "organisation":
        files = {f"{name}/{path}": text for path, text in organisation_files(name, session.lang()).items()}
        for path, text in files.items():
            _create(path, text)
        return f"{name}/{PROTOCOL}"
    if kind == "article":
        title, body = session.text("authoring-new-article-text"), session.text("authoring-new-article-body")
        return _create(f"{house}/knowledge/{name}.md", f"# {title}\n\n{body}\n")
    organisation = session.library().organisations[house]
    return _create(f"{house}/{name}.yaml", scenario_text(name, organisation, as_lang(organisation.language)))


def _create(path: str, text: str) -> str:
    authoring.create(session.store(), session.me(), session.folder(), path, text, session.now())
    return path
