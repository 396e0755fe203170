"""The yardstick: a Streamlit page with nothing on it but a button."""

import streamlit as st

st.button("Again")
