// The reply with marked words; the explanation opens below the text, never floating over it.

const readers = new WeakMap();

export default function ({ data: sent, parentElement }) {
  const [data] = sent ?? []; // see `boxed` in assets.py
  if (!data) return;
  markTheme(parentElement, data);
  let reader = readers.get(parentElement);
  if (!reader || reader.root !== parentElement.querySelector(".marked")) {
    reader = new MarkedReply(parentElement.querySelector(".marked"));
    readers.set(parentElement, reader);
  }
  reader.show(data);
}

class MarkedReply {
  constructor(root) {
    this.root = root;
    this.text = root.querySelector(".text");
    this.panel = root.querySelector(".panel");
    this.closer = root.querySelector(".close");
    this.open = null;
    this.closer.addEventListener("click", () => this.close());
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.open) return;
      event.stopPropagation();
      this.close();
    });
  }

  show(data) {
    const shape = JSON.stringify(data);
    if (shape === this.shape) return; // a rerun must not close what someone is reading
    this.shape = shape;
    this.labels = data.labels ?? {};
    this.open = null;
    this.panel.hidden = true;
    if (data.lang) this.text.lang = data.lang;
    if (this.labels.reply) this.text.setAttribute("aria-label", this.labels.reply);
    setText(this.closer, this.labels.close);
    const segments = segmentsOf(data.text, data.marks);
    const told = new Set();
    this.text.replaceChildren(...segments.map((segment) => this.piece(segment, told)));
  }

  piece({ text, marks }, told) {
    if (!marks.length) return document.createTextNode(text);
    // Not <button>: a button is one block and would not break over lines with the text around it.
    const run = make("span", `mark ${marks[0].kind}`);
    Object.assign(run, { role: "button", tabIndex: 0 });
    run.setAttribute("aria-expanded", "false");
    run.setAttribute("aria-controls", "wc-why");
    // The sign stands once, where a finding begins; the next piece of the same finding goes on without.
    if (!told.has(marks[0].id)) {
      const sign = make("span", "sign", marks[0].sign);
      sign.setAttribute("aria-hidden", "true");
      run.append(sign);
    }
    told.add(marks[0].id);
    run.append(make("span", "words", text));
    const kinds = [this.labels[marks[0].kind], marks[0].title].filter(Boolean).join(": ");
    const more = marks.length > 1 ? fill(this.labels.more, { n: marks.length }) : "";
    run.append(make("span", "sr", ` (${[kinds, more].filter(Boolean).join(", ")})`));
    run.addEventListener("click", () => this.toggle(run, marks));
    run.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.toggle(run, marks);
    });
    return run;
  }

  toggle(run, marks) {
    if (this.open === run) {
      this.close();
      return;
    }
    this.open?.setAttribute("aria-expanded", "false");
    this.open = run;
    run.setAttribute("aria-expanded", "true");
    this.panel.setAttribute("aria-label", marks[0].title || this.labels[marks[0].kind] || "");
    this.panel.querySelector(".why").replaceChildren(...marks.map((mark) => this.explanation(mark)));
    this.panel.hidden = false;
  }

  close() {
    const run = this.open;
    this.open = null;
    this.panel.hidden = true;
    run?.setAttribute("aria-expanded", "false");
    run?.focus();
  }

  explanation(mark) {
    const entry = make("li", mark.kind);
    const head = make("p", "head");
    const sign = make("span", "sign", mark.sign);
    sign.setAttribute("aria-hidden", "true");
    head.append(sign, make("span", "kind", this.labels[mark.kind]), make("span", "title", mark.title));
    if (mark.points) head.append(make("span", "points", mark.points));
    entry.append(head);
    if (mark.body) entry.append(make("p", "body", mark.body));
    if (mark.principle) entry.append(make("p", "principle", mark.principle));
    return entry;
  }
}
