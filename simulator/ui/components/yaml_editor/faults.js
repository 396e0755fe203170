// The list of faults beside the editor: the same signs as in its margin, and a way to each place by keyboard.

const SIGNS = { error: "■", warning: "▲", info: "●" };
const SEVERITIES = Object.keys(SIGNS);
const MOST_SHOWN = 200;

/** Make what came from the server whole: known severity, in the order of the text. */
function orderedFaults(diagnostics) {
  const byPlace = (one, other) => one.line - other.line || one.column - other.column;
  return (diagnostics ?? [])
    .map((fault) => ({ ...fault, severity: fault.severity in SIGNS ? fault.severity : "error" }))
    .sort(byPlace);
}

/** Sign, word, message, code and mend, as in the list so in the tooltip. */
function describe(fault, labels, place = "") {
  const head = make("span", `fault-head ${fault.severity}`);
  const sign = make("span", "sign", SIGNS[fault.severity]);
  sign.setAttribute("aria-hidden", "true");
  head.append(sign, make("span", "severity", labels[fault.severity]));
  if (place) head.append(make("span", "place", place));
  if (fault.code) head.append(make("span", "code", fault.code));
  const parts = [head, make("span", "message", fault.message)];
  if (fault.mend) parts.push(make("span", "mend", [labels.mend, fault.mend].filter(Boolean).join(" ")));
  return parts;
}

class FaultList {
  constructor(root, onChosen) {
    this.$ = (selector) => root.querySelector(selector);
    this.root = root;
    this.list = this.$(".faults-list");
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) onChosen(this.faults[Number(button.dataset.number)]);
    });
  }

  /** Show the faults; `stale` when they are about an older text than the one in the editor. */
  show(faults, labels, stale) {
    setText(this.$(".faults-title"), labels.list);
    setText(this.$(".faults-state"), stale ? labels.checking : "");
    this.$(".faults").dataset.stale = String(stale);
    const none = stale ? "" : labels.none;
    setText(this.$(".faults-none"), faults.length ? "" : none);
    const left = faults.length - MOST_SHOWN;
    setText(this.$(".faults-more"), left > 0 ? fill(labels.more, { n: left }) : "");
    if (!stale) setText(this.$(".counts"), this.counts(faults, labels));
    this.fillList(faults, labels);
  }

  fillList(faults, labels) {
    this.faults = faults;
    const shape = JSON.stringify([faults, labels]);
    if (shape === this.shape) return;
    this.shape = shape;
    const held = this.root.activeElement?.closest?.(".faults-list button")?.dataset.number;
    this.list.replaceChildren(...faults.slice(0, MOST_SHOWN).map((fault, number) => {
      const button = make("button", "fault");
      button.type = "button";
      button.dataset.number = String(number);
      button.append(...describe(fault, labels, fill(labels.line, { n: fault.line })));
      const entry = make("li");
      entry.append(button);
      return entry;
    }));
    if (held === undefined) return;
    // Who was on a fault that is gone stays in the list, near it.
    const buttons = this.list.querySelectorAll("button");
    buttons[Math.min(Number(held), buttons.length - 1)]?.focus();
  }

  counts(faults, labels) {
    const parts = SEVERITIES.map((severity) => {
      const n = faults.filter((fault) => fault.severity === severity).length;
      return n ? `${SIGNS[severity]} ${fill(labels[`${severity}_${n === 1 ? "one" : "other"}`], { n })}` : "";
    });
    return parts.filter(Boolean).join("  ") || `✓ ${labels.none ?? ""}`;
  }
}
