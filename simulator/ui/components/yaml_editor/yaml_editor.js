// The editor itself (CodeMirror and all that is ours) comes in an element of its own that never changes, so that
// Streamlit sends it once; this small script goes with every rerun and hands the data on.

const ENGINE = Symbol.for("webcare-yaml-editor");
const READY = "webcare-yaml-editor";
const waiting = new WeakMap();

export default function (call) {
  const { data, parentElement } = call;
  if (!data) return undefined;
  if (globalThis[ENGINE]) return globalThis[ENGINE](call);
  markTheme(parentElement, data);
  setText(parentElement.querySelector(".loading"), data.labels.loading);
  waiting.set(parentElement, call);
  let stop = null;
  const go = () => {
    if (waiting.get(parentElement) !== call) return; // a later rerun has newer data
    waiting.delete(parentElement);
    stop = globalThis[ENGINE](call);
  };
  window.addEventListener(READY, go, { once: true });
  return () => {
    window.removeEventListener(READY, go);
    stop?.();
  };
}
