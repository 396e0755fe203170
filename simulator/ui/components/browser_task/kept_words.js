// What somebody typed in a text field of Streamlit, kept in this browser until it is sent. Streamlit itself forgets it
// when the page is loaded again, and the server hears of it only when the field is left.

const FIND_MS = 100;
const FIND_TIMES = 50;

class KeptWords {
  constructor() {
    this.slots = new Map();
    document.addEventListener("input", (event) => this.note(event), true);
    drafts.purge();
  }

  /** Keep what is typed in a field, and give back what was kept. */
  keep(field, slot) {
    this.slots.set(field, slot);
    this.find(field, slot, FIND_TIMES);
  }

  forget(slots) {
    for (const slot of slots) drafts.remove(slot);
  }

  note({ target }) {
    for (const [field, slot] of this.slots) {
      if (target.closest?.(`.${field}`)) drafts.write(slot, { seq: Date.now(), text: target.value, action: "" });
    }
  }

  /** The field may come to the page a little later than this. */
  find(field, slot, times) {
    const box = document.querySelector(`.${field} textarea`);
    if (box) this.giveBack(box, slot);
    else if (times) setTimeout(() => this.find(field, slot, times - 1), FIND_MS);
  }

  giveBack(box, slot) {
    const text = drafts.read(slot)?.text;
    if (!text || box.value) return;
    // As if it was typed: the page hears of a value only when it is set past its own setter.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
}

const keptWords = () => (window.wcWords ??= new KeptWords());
