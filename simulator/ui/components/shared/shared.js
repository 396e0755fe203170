// What every component needs. Joined in front of each script by assets.py.

/** Fill {placeholders} of a label; a missing label is an empty text, never a word from the code. */
function fill(template, values = {}) {
  return String(template ?? "").replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** Write only what changed: a rewritten text node would lose a selection and wake screen readers. */
function setText(element, text) {
  const next = String(text ?? "");
  if (element.textContent !== next) element.textContent = next;
}

/** Make an element with a class and a text; text is always data, never markup. */
function make(tag, className = "", text = null) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== null) element.textContent = String(text);
  return element;
}

/** Lengths and offsets are Unicode code points, as in Python. */
const codePoints = (text) => Array.from(String(text ?? ""));

/** Tell from the page's background whether the theme is dark; the theme may change while the page is open. */
function markTheme(parentElement, data) {
  const root = parentElement.querySelector(".wc");
  const host = parentElement.host ?? parentElement;
  const probe = make("span");
  probe.style.color = getComputedStyle(host).getPropertyValue("--st-background-color");
  root.append(probe);
  const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  probe.remove();
  const dark = typeof data.dark === "boolean" ? data.dark : 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
  root.classList.toggle("dark", dark);
}
