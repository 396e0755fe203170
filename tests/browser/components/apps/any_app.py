"""All the small apps in one process: ``?app=thread`` is thread_app.py."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
known = {path.stem.removesuffix("_app"): path for path in HERE.glob("*_app.py") if path != Path(__file__)}
script = known.get(st.query_params.get("app", ""))
if script:
    # As Streamlit itself runs a script: anew each time.
    exec(compile(script.read_text(), str(script), "exec"), {"__name__": "__main__", "__file__": str(script)})  # noqa: S102
