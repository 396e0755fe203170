// Whether the page has its server, and Streamlit's own window about that. Joined in front of each script by assets.py.

/** Streamlit tells on its root element; without that (another version) we assume the best. */
function isConnected() {
  const state = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
  return state === undefined || state === "CONNECTED" || state === "STATIC_CONNECTED";
}

/** The window "Connection error" that Streamlit opens a few seconds into an outage, in English and for developers. */
const outageWindow = () => document.querySelector('body > [data-testid="stDialog"]');

const closeOutageWindow = () => outageWindow()?.querySelector("section > button")?.click();

/** Note that a part of the page tells about an outage itself and gives back the focus, or no longer does. */
function tellsItself(part, does) {
  window.wcTelling ??= new Set();
  if (does) window.wcTelling.add(part);
  else window.wcTelling.delete(part);
}
