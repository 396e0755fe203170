"""Streamlit components of our own: the reply form, the thread, and the reply with its findings marked.

They are plain HTML, CSS and JavaScript without a build step. Everything a person typed reaches the page as
data and is shown with ``textContent``; no visible word stands in the code, all come in as labels.
"""
