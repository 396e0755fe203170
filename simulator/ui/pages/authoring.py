"""Writing scenarios: all texts of an organisation with their status, new ones, and files in and out."""

from __future__ import annotations

import streamlit as st

from simulator import authoring, exchange
from simulator.accounts import Permission, require
from simulator.authoring import Entry, kind_of
from simulator.casebook.report import fault_text
from simulator.health import Health
from simulator.ui import plain, session
from simulator.ui.components.case_list import CaseItem, ResultKind, case_list
from simulator.ui.components.chosen import read_chosen
from simulator.ui.parts.writing import new_part, titles, upload_part

WRITE = "simulator/ui/pages/write.py"


def main() -> None:
    """Show the list."""
    require(session.store(), session.me(), Permission.WRITE_SCENARIOS)
    if path := st.session_state.pop("chosen-text", None):
        st.switch_page(WRITE, query_params={"path": path})
    plain.heading(session.text("authoring-title"), 1)
    plain.muted(session.text("authoring-intro"))
    found = authoring.entries(session.store(), session.me(), session.folder())
    houses = sorted({entry.path.split("/")[0] for entry in found})
    house = _choose_house(houses)
    if house:
        mine = [entry for entry in found if entry.path.startswith(house + "/")]
        _list("scenarios", [e for e in mine if kind_of(e.path) == "scenario"])
        _list("house", [e for e in mine if kind_of(e.path) != "scenario"])
    with st.expander(session.text("authoring-new")):
        new_part.show(houses, house)
    with st.expander(session.text("authoring-upload")):
        upload_part.show(houses, house)
    _faults()


def _choose_house(houses: list[str]) -> str | None:
    library = session.library()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        house = st.selectbox(
            session.text("authoring-organisation"),
            houses,
            format_func=lambda h: library.organisations[h].name if h in library.organisations else h,
            key="authoring-house",
            width=320,
        )
        if house:
            st.download_button(
                session.text("authoring-download-zip"),
                exchange.zip_of(session.store(), session.me(), session.folder(), house),
                f"{house}.zip",
                "application/zip",
                on_click="ignore",
            )
    return house


def _list(key: str, found: list[Entry]) -> None:
    plain.heading(session.text(f"authoring-{key}"), 2)
    healths = session.scenario_health() if key == "scenarios" else {}
    case_list(
        key=f"texts-{key}",
        data={
            "items": [_item(entry, healths) for entry in found],
            "labels": {"list": session.text("authoring-list"), "empty": session.text("authoring-none")},
        },
        on_chosen=lambda: _remember(key),
    )


def _remember(key: str) -> None:
    # A callback may not switch pages; the run after it does.
    st.session_state["chosen-text"] = read_chosen(f"texts-{key}")


def _item(entry: Entry, healths: dict[str, Health]) -> CaseItem:
    kind = kind_of(entry.path)
    name = entry.path.split("/")[-1].rsplit(".", 1)[0]
    case = session.library().cases.get(name) if kind == "scenario" else None
    words, sign = _status(entry, kind)
    told = healths.get(name)
    more = [session.text("authoring-typing")] if entry.typing else []
    if entry.draft:
        more.append(session.text("authoring-has-draft", who=entry.saved_by))
    if told is not None and told.total is not None:
        more.append(session.text("health-short", mean=round(told.total.value), n=told.trainees))
    return {
        "id": entry.path,
        "title": titles.title_of(entry.path),
        "sub": entry.path.split("/", 1)[1],
        "channel": session.text(f"channel-{case.scenario.channel.name}" if case else f"authoring-{kind}"),
        "level": case.scenario.difficulty if case else 0,
        "level_label": session.text(f"inbox-level-{case.scenario.difficulty}") if case else "",
        "result": words,
        "result_kind": sign,
        "count": " · ".join(more),
        "button": session.text("authoring-open"),
    }


def _status(entry: Entry, kind: str) -> tuple[str, ResultKind]:
    if entry.live == "published":
        key = "published" if kind == "scenario" else "published-house"
        return session.text(f"authoring-status-{key}", version=entry.version), "good"
    if entry.live == "archived":
        return session.text("authoring-status-archived"), "none"
    return session.text("authoring-status-draft"), "improve"


def _faults() -> None:
    faults = session.library().faults
    if faults:
        plain.heading(session.text("authoring-faults"), 2)
        st.code("\n".join(fault_text(f, session.lang()) for f in faults), language=None, wrap_lines=True)


main()
