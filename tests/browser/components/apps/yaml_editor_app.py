"""The YAML editor on a page of its own; a JSON file plays the database.

``?case=NAME`` reads NAME.json (what the test wants to see) and keeps what arrives in NAME.state.json. A small
checker stands for the real one: it finds "fout" (error), "let op" (warning) and "tip" (info).
"""

import json
import os
import re
import time
from pathlib import Path

import streamlit as st

from simulator.ui.components.yaml_editor import read_save, read_text, yaml_editor

LABELS = {
    "editor": "Tekst van het scenario",
    "loading": "De editor wordt geladen …",
    "list": "Meldingen",
    "none": "Geen meldingen",
    "checking": "wordt nagekeken …",
    "more": "En nog {n}. Los eerst deze op.",
    "line": "regel {n}",
    "error": "Fout",
    "warning": "Let op",
    "info": "Tip",
    "error_one": "{n} fout",
    "error_other": "{n} fouten",
    "warning_one": "{n} waarschuwing",
    "warning_other": "{n} waarschuwingen",
    "info_one": "{n} tip",
    "info_other": "{n} tips",
    "mend": "Zo los je het op:",
    "saving": "Bewaren …",
    "saved": "Bewaard om {time}",
    "saved_before": "Alles is bewaard",
    "saved_here": "Nog alleen in deze browser bewaard",
    "read_only": "Je kunt dit alleen lezen",
    "offline": "Geen verbinding. Schrijf gerust door: je tekst blijft in deze browser bewaard.",
    "too_long": "Dit past er niet meer bij: een tekst mag hooguit {n} tekens hebben.",
    "keys": "Tab verlaat de editor. Inspringen: Ctrl + ] en Ctrl + [, of Alt + Shift + pijl. "
    "Zoeken: Ctrl + F. Volgende melding: F8. Bewaren: Ctrl + S.",
    "special": "Onzichtbaar teken {code}",
    "find": "Zoeken",
    "find_next": "Volgende",
    "find_previous": "Vorige",
    "match_case": "Hoofdletters tellen",
    "by_word": "Hele woorden",
    "replace": "Vervangen door",
    "replace_one": "Vervangen",
    "replace_all": "Alles vervangen",
    "close": "Sluiten",
    "current_match": "gevonden",
    "on_line": "op regel",
    "replaced_line": "vervangen op regel {n}",
    "replaced_matches": "{n} keer vervangen",
    "selection_deleted": "Selectie gewist",
    "locale": "nl-NL",
}
KEY = "editor"
WORDS = {"fout": "error", "let op": "warning", "tip": "info"}

name = st.query_params.get("case", "plain")
home = Path(os.environ["CASES"])
state_file = home / f"{name}.state.json"
case_file = home / f"{name}.json"
case = json.loads(case_file.read_text()) if case_file.exists() else {}


def load() -> dict:
    """Read what has arrived so far."""
    if state_file.exists():
        return json.loads(state_file.read_text())
    return {"texts": {}, "events": [], "saves": [], "runs": 0}


def save(state: dict) -> None:
    """Write in one step: the test may read at any moment."""
    part = state_file.with_suffix(".part")
    part.write_text(json.dumps(state))
    part.replace(state_file)


def on_text() -> None:
    """Store a version when it is newer than what is stored."""
    state, sent = load(), read_text(KEY)
    if sent is None or case.get("deaf"):
        return
    state["events"].append({"slot": sent.slot, "seq": sent.seq, "at": time.time()})
    if sent.seq > state["texts"].get(sent.slot, {"seq": -1})["seq"]:
        state["texts"][sent.slot] = {"seq": sent.seq, "text": sent.text}
    save(state)


def on_save() -> None:
    """Note who wanted to save, and the text at that moment."""
    state, sent = load(), read_text(KEY)
    state["saves"].append({"slot": read_save(KEY), "text": sent.text if sent else None})
    save(state)


def check(text: str) -> list[dict]:
    """Find the three words."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        for word in re.finditer("|".join(WORDS), line):
            place = {
                "line": number,
                "end_line": number,
                "column": word.start() + 1,
                "end_column": word.end() + 1,
            }
            severity = WORDS[word[0]]
            fault = {
                "severity": severity,
                "code": f"T{len(found):03}",
                "message": f"Hier staat: {line.strip()}",
            }
            found.append({**place, **fault, "mend": "Haal het weg." if severity == "error" else ""})
    return found


def show() -> None:
    """Draw the editor."""
    state = load()
    state["runs"] += 1
    save(state)
    slot = case.get("slot", name)
    stored = state["texts"].get(slot) or case.get("stored", {}).get(slot) or {"seq": 0, "text": ""}
    stored = {**stored, **case.get("server", {})}
    data = {
        "slot": slot,
        "text": stored["text"],
        "seq": stored["seq"],
        "saved_seq": stored["seq"],
        "diagnostics": check(stored["text"]),
        "checked_seq": stored["seq"],
        "read_only": False,
        "goto": None,
        "replace": None,
        "labels": LABELS,
        "lang": "nl",
        **case.get("data", {}),
    }
    if state["events"]:
        time.sleep(case.get("slow", 0))
    yaml_editor(key=KEY, data=data, on_text=on_text, on_save=on_save)


st.set_page_config(layout="wide")
st.html("<script>document.documentElement.lang='nl'</script>", unsafe_allow_javascript=True)
st.title("Scenario")
if case.get("fragment"):
    st.fragment(show)()
else:
    show()
st.session_state.setdefault("count", 0)
if st.button("Vernieuw"):
    st.session_state.count += 1
st.text(f"Vernieuwd: {st.session_state.count}")
