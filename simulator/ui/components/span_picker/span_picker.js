// Choosing words of a text: drag or click with the mouse, arrows with Shift on the keyboard. A list box whose
// options are the words, so that screen readers tell what is chosen.

const pickers = new WeakMap();
const SETTLE_MS = 400;

export default function ({ data, parentElement, setStateValue }) {
  if (!data) return;
  markTheme(parentElement, data);
  const root = parentElement.querySelector(".picker");
  let picker = pickers.get(parentElement);
  if (!picker || picker.root !== root) {
    picker = new Picker(root);
    pickers.set(parentElement, picker);
  }
  picker.send = (value) => setStateValue("span", value);
  picker.show(data);
}

class Picker {
  constructor(root) {
    this.root = root;
    this.box = root.querySelector(".words");
    this.hint = root.querySelector(".hint");
    this.options = [];
    this.dragging = false;
    this.box.addEventListener("pointerdown", (event) => this.down(event));
    this.box.addEventListener("pointerover", (event) => this.over(event));
    this.box.addEventListener("keydown", (event) => this.key(event));
  }

  show(data) {
    setText(this.hint, data.labels?.hint);
    this.box.setAttribute("aria-label", data.labels?.words ?? "");
    if (data.lang) this.box.lang = data.lang;
    const shape = JSON.stringify([data.text, data.round, data.noted]);
    if (shape === this.shape) return; // a rerun must not undo what someone is choosing
    this.shape = shape;
    this.round = data.round;
    this.anchor = this.head = null;
    this.build(data.text, data.noted ?? []);
    this.paint();
  }

  build(text, noted) {
    this.options = [];
    let offset = 0;
    const nodes = String(text ?? "").split(/(\s+)/u).filter((part) => part !== "").map((part) => {
      const start = offset;
      offset += codePoints(part).length;
      if (/^\s/u.test(part)) return document.createTextNode(part);
      const word = make("span", "word", part);
      word.setAttribute("role", "option");
      word.tabIndex = this.options.length ? -1 : 0;
      if (noted.some((n) => n.start < offset && n.end > start)) word.classList.add("noted");
      this.options.push({ word, start, end: offset });
      return word;
    });
    this.box.replaceChildren(...nodes);
  }

  indexOf(event) {
    return this.options.findIndex((option) => option.word === event.target);
  }

  down(event) {
    const index = this.indexOf(event);
    if (index < 0 || event.button !== 0) return;
    event.preventDefault();
    this.dragging = true;
    // Wherever the button is let go: a hand that slips off the text has not finished choosing.
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => this.up(), { once: true });
    if (!event.shiftKey || this.anchor === null) this.anchor = index;
    this.head = index;
    this.focus(index);
    this.paint();
  }

  over(event) {
    const index = this.indexOf(event);
    if (!this.dragging || index < 0) return;
    this.head = index;
    this.paint();
  }

  up() {
    if (!this.dragging) return;
    this.dragging = false;
    this.tell(0);
  }

  key(event) {
    const at = Math.max(0, this.indexOf(event));
    const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.options.length - 1 };
    if (event.key in steps) {
      const next = Math.min(this.options.length - 1, Math.max(0, steps[event.key]));
      if (event.shiftKey) {
        if (this.anchor === null) this.anchor = at;
        this.head = next;
        this.paint();
        this.tell(SETTLE_MS);
      }
      this.focus(next);
    } else if (event.key === " " || event.key === "Enter") {
      if (!event.shiftKey || this.anchor === null) this.anchor = at;
      this.head = at;
      this.paint();
      this.tell(SETTLE_MS);
    } else if (event.key === "Escape" && this.anchor !== null) {
      this.anchor = this.head = null;
      this.paint();
      this.tell(0);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  focus(index) {
    this.options.forEach((option, number) => { option.word.tabIndex = number === index ? 0 : -1; });
    this.options[index]?.word.focus();
  }

  paint() {
    const [first, last] = [Math.min(this.anchor, this.head), Math.max(this.anchor, this.head)];
    this.options.forEach((option, number) => {
      const chosen = this.anchor !== null && number >= first && number <= last;
      option.word.setAttribute("aria-selected", String(chosen));
    });
  }

  tell(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.anchor === null) {
        this.send(null);
        return;
      }
      const [first, last] = [Math.min(this.anchor, this.head), Math.max(this.anchor, this.head)];
      this.send({ round: this.round, start: this.options[first].start, end: this.options[last].end });
    }, wait);
  }
}
