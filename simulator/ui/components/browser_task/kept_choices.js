// What somebody chose in a form of Streamlit, kept in this browser until it is sent. The server tells what is chosen at
// each run; a visit that begins with nothing is given what was kept in the one before.

class KeptChoices {
  constructor() {
    this.begun = new Set();
  }

  keep({ slot, visit, chosen }, give) {
    if (chosen) {
      this.begun.add(visit);
      drafts.write(slot, { seq: Date.now(), text: chosen, action: "" });
    } else if (this.begun.has(visit)) {
      drafts.remove(slot);
    } else {
      const kept = drafts.read(slot)?.text;
      if (kept) give(kept);
    }
  }
}

const keptChoices = () => (window.wcChoices ??= new KeptChoices());
