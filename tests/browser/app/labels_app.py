"""Every place where Streamlit reads markdown, with hostile texts that `plain.safe_label` made harmless."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from simulator.ui import plain
from tests.hostile import TEXTS

part, parts = (int(n) for n in st.query_params.get("part", "0/1").split("/"))
for number, whole in enumerate(TEXTS.values()):
    if number % parts != part:
        continue
    with st.container(key=f"text-{number}"):
        text = plain.safe_label(whole[:400])
        st.button(text, key=f"b{number}")
        st.checkbox(text, key=f"c{number}")
        st.radio("keuze", [text], captions=[text], key=f"r{number}")
        option = plain.safe_option(whole[:400])
        st.selectbox("keuze uit een lijst", [option], key=f"s{number}")
        st.multiselect("keuzes uit een lijst", [option], [option], key=f"m{number}")
        st.text_input(text, key=f"i{number}")
        st.expander(text).text("binnen")
        st.tabs([text])
        st.metric("maat", text)
        st.segmented_control("groep", [text], key=f"g{number}")
        st.table(pd.DataFrame({"naam": [text]}), hide_index=True)
        plain.body(whole)
        plain.heading(whole)
        plain.muted(whole)
        plain.pairs([(whole, whole)])
        plain.bullets([whole])
        plain.notice("▲", whole, "improve")
