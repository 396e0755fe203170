"""The screens: Streamlit pages and components. Nothing is decided here; services decide."""
