// Hands the editor to yaml_editor.js, which comes with each rerun.

const editors = new WeakMap();

function showEditor({ data, parentElement, setStateValue, setTriggerValue }) {
  const box = parentElement.querySelector(".box");
  let editor = editors.get(parentElement);
  markTheme(parentElement, data);
  for (const part of [".panes", ".foot"]) parentElement.querySelector(part).hidden = false;
  parentElement.querySelector(".loading").hidden = true;
  // Streamlit fades what waits for a rerun; a text must stay readable for who is typing in it.
  const container = parentElement.host?.closest('[data-testid="stElementContainer"]');
  if (container) container.style.opacity = "1";
  if (!editor || editor.box !== box) {
    editor?.stop();
    editor = new YamlEditor(parentElement);
    editors.set(parentElement, editor);
  }
  // Streamlit calls this on each rerun but only cleans up after the last call, sometimes late: the number
  // keeps an old clean-up from stopping an editor that has been started again.
  const call = ++editor.calls;
  editor.setState = setStateValue;
  editor.setTrigger = setTriggerValue;
  editor.accept(data);
  editor.start();
  return () => {
    if (editor.calls === call) editor.stop();
  };
}

globalThis[Symbol.for("webcare-yaml-editor")] = showEditor;
window.dispatchEvent(new Event("webcare-yaml-editor"));

/** Streamlit mounts this element for its code alone; it shows nothing. */
export default function () {}
