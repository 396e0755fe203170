"""The marked reply on a page of its own; ``?case=NAME`` shows the data in NAME.json."""

import json
import os
from pathlib import Path

import streamlit as st

from simulator.ui.components.marked_reply import marked_reply

case = json.loads((Path(os.environ["CASES"]) / f"{st.query_params['case']}.json").read_text())
st.html("<script>document.documentElement.lang='nl'</script>", unsafe_allow_javascript=True)
st.title("Jouw antwoord")
marked_reply(key="marked", data=case)
if st.button("Vernieuw"):
    st.write("Vernieuwd")
