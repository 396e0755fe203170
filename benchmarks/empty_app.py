"""The yardstick: a Streamlit page with nothing on it but a button and how often it was pressed."""

import streamlit as st

st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.button("Again")
st.text(f"run {st.session_state['runs']}")
