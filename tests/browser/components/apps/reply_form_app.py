"""The reply form on a page of its own; a JSON file plays the database.

``?case=NAME`` reads NAME.json (what the test wants to see) and keeps what arrives in NAME.state.json.
"""

import json
import os
import time
from pathlib import Path

import streamlit as st

from simulator.ui.components.reply_form import read_draft, read_expired, read_submit, reply_form

LABELS = {
    "actions": "Wat doe je?",
    "reply": "Jouw antwoord",
    "placeholder": "Schrijf zoals je het zou versturen",
    "public": "Openbaar: iedereen leest mee",
    "private": "Privé: alleen de klant leest dit",
    "no_text": "Voor deze keuze is geen tekst nodig. Wat je schreef, blijft bewaard.",
    "over": "{n} te veel",
    "parts": "bericht {n} van {max}",
    "saving": "Bewaren …",
    "saved": "Bewaard om {time}",
    "saved_here": "Nog alleen in deze browser bewaard",
    "send": "Versturen",
    "sending": "Wordt verstuurd …",
    "shortcut": "Ctrl + Enter",
    "choose_action": "Kies eerst wat je doet.",
    "text_needed": "Schrijf eerst een antwoord.",
    "clock": "{elapsed} van {target}",
    "clock_ok": "op tijd",
    "clock_soon": "bijna",
    "clock_late": "te laat",
    "left_60": "Nog 60 seconden",
    "left_10": "Nog 10 seconden",
    "no_clock": "Geen tijdslimiet",
    "expired_hard": "De tijd is om. Wat er stond, is verstuurd.",
    "expired_soft": "De streeftijd is voorbij. Je kunt nog gewoon antwoorden.",
    "offline": "Geen verbinding. Schrijf gerust door: je tekst blijft in deze browser bewaard.",
    "locale": "nl-NL",
}
ACTIONS = [
    {"id": "reply_public", "label": "Openbaar antwoorden", "hint": "Onder de post, iedereen leest mee."},
    {"id": "reply_private", "label": "Privé antwoorden", "hint": "In een privébericht."},
    {"id": "escalate", "label": "Doorzetten", "hint": "Naar een collega die hierover gaat."},
    {"id": "leave_unanswered", "label": "Laten staan", "hint": "Er is geen antwoord nodig."},
]
KEY = "reply"

name = st.query_params.get("case", "plain")
home = Path(os.environ["CASES"])
state_file = home / f"{name}.state.json"


def load() -> dict:
    """Read what has arrived so far."""
    if state_file.exists():
        return json.loads(state_file.read_text())
    return {"draft": None, "drafts": [], "submits": [], "expired": [], "runs": 0}


def save(state: dict) -> None:
    """Write in one step: the test may read at any moment."""
    part = state_file.with_suffix(".part")
    part.write_text(json.dumps(state))
    part.replace(state_file)


def plain(draft: object) -> dict | None:
    """Make a draft JSON."""
    return {n: getattr(draft, n) for n in ("slot", "seq", "text", "action")} if draft else None


def store(state: dict, draft: dict) -> None:
    """Keep the newest version."""
    if state["draft"] is None or draft["seq"] >= state["draft"]["seq"]:
        state["draft"] = draft


def on_draft() -> None:
    """Store a draft."""
    state, draft = load(), plain(read_draft(KEY))
    raw = st.session_state[KEY]
    if raw.draft != raw["draft"] or read_draft("nobody") is not None:
        raise RuntimeError("the documented shape of the state is wrong")
    state["drafts"].append({**draft, "at": time.time()})
    store(state, draft)
    save(state)


def on_submit() -> None:
    """Store what was sent, or refuse it once when the case wants that."""
    state, draft = load(), plain(read_submit(KEY))
    state["submits"].append(draft)
    store(state, draft)
    save(state)


def on_expired() -> None:
    """Store the text at zero."""
    state, draft = load(), plain(read_expired(KEY))
    state["expired"].append(draft)
    store(state, draft)
    save(state)


def started(state: dict, clock: dict, now: int) -> dict:
    """Start a clock when it is first shown, however long the page took: elapsed and left are from then."""
    seen = state.setdefault("clocks", {}).setdefault(json.dumps(clock), now)
    save(state)
    opened = seen - clock["elapsed_ms"]
    left = clock.get("left_ms")
    return {
        "opened_ms": opened,
        "target_ms": clock["target_ms"],
        "paused_ms": clock.get("paused_ms", 0),
        "deadline_ms": None if left is None else seen + left,
        "hard": clock.get("hard", False),
        "now_ms": now,
    }


def show() -> None:
    """Draw the form."""
    case = json.loads((home / f"{name}.json").read_text()) if (home / f"{name}.json").exists() else {}
    state = load()
    state["runs"] += 1
    save(state)
    draft = state["draft"] or case.get("draft") or {"slot": name, "seq": 0, "text": "", "action": ""}
    now = int(time.time() * 1000)
    data = {
        "slot": name,
        "text": draft["text"],
        "action": draft["action"],
        "seq": draft["seq"],
        "saved_seq": draft["seq"],
        "actions": ACTIONS,
        "needs_text": ["reply_public", "reply_private", "escalate"],
        "public_actions": ["reply_public"],
        "max_chars": 280,
        "parts": 1,
        "clock": None,
        "labels": LABELS,
        "lang": "nl",
        **case.get("data", {}),
    }
    if case.get("clock"):
        data["clock"] = started(state, case["clock"], now)
    if state["submits"] and case.get("refuse"):
        data |= {"refused": str(len(state["submits"])), "error": case["refuse"]}
    elif state["submits"]:
        data["submitted_slots"] = [s["slot"] for s in state["submits"]]
    reply_form(key=KEY, data=data, on_draft=on_draft, on_submit=on_submit, on_expired=on_expired)


st.html("<script>document.documentElement.lang='nl'</script>", unsafe_allow_javascript=True)
st.title("Antwoord")
case_ = json.loads((home / f"{name}.json").read_text()) if (home / f"{name}.json").exists() else {}
if case_.get("fragment"):
    st.fragment(run_every="1h")(show)()
else:
    show()
if st.button("Vernieuw"):
    st.write("Vernieuwd")
