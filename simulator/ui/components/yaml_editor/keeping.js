// Which version of the text is the newest, and how it reaches the server. Every keystroke is kept in this browser
// before anything else; a number that only goes up tells which copy is the newest, wherever it lies.

const QUIET_MS = 250; // send when the typing stops for this long ...
const LATEST_MS = 1000; // ... but at most this long after the first keystroke that was not sent
const CONFIRM_MS = 2000; // the server should have confirmed a text by then; if not, send again
const CONFIRM_MAX_MS = 8000;
const BUSY_MS = 1500; // do not flicker between 'saving' and 'saved' while someone types
const HERE_MS = 5000; // by then an unsaved text is only in this browser

class TextKeeping {
  /** `read` gives the text in the editor, `deliver` brings {slot, seq, text} to the server. */
  constructor(read, deliver) {
    Object.assign(this, { read, deliver, slot: null, seq: 0, savedSeq: 0, serverSeq: 0, sends: 0, firstUnsent: null });
  }

  place() {
    return `yaml:${this.slot}`; // not among the drafts of replies
  }

  /** First sight of a slot: gives the newest text, the server's or this browser's. */
  open(data) {
    this.stop();
    this.slot = data.slot;
    const local = drafts.read(this.place());
    const localWins = !data.read_only && local !== null && local.seq > data.seq;
    Object.assign(this, {
      seq: localWins ? local.seq : data.seq, replaced: local?.insert ?? null, savedSeq: data.saved_seq,
      serverSeq: data.seq, sentSeq: data.seq, tries: 0, firstUnsent: null, kept: true, savedAt: null,
      unsavedSince: localWins ? Date.now() : null, readOnly: data.read_only === true,
    });
    return localWins ? local.text : data.text;
  }

  /** The same slot again. Gives true when the server's copy is newer and nothing typed stands against it. */
  accept(data) {
    const dirty = this.unsaved();
    const sent = this.sentSeq >= this.seq;
    Object.assign(this, { savedSeq: data.saved_seq, serverSeq: data.seq, readOnly: data.read_only === true });
    // A copy with our own number is ours when we sent that number; else somebody else took it too.
    const newer = data.seq > this.seq || (data.seq === this.seq && dirty && !sent);
    if (!newer) {
      if (this.unsaved() && this.firstUnsent === null) this.expectConfirmation();
      return false;
    }
    if (dirty && !this.readOnly && data.text !== this.read()) {
      this.changed(); // what was typed goes on top, under a number of its own
      return false;
    }
    Object.assign(this, { seq: data.seq, sentSeq: data.seq, firstUnsent: null });
    return true;
  }

  unsaved() {
    return this.slot !== null && this.savedSeq < this.seq;
  }

  /** A new version: newer than anything this tab, another tab or the server has seen. */
  changed() {
    // Reading costs a long text some milliseconds: look at other tabs when a burst of typing begins.
    const other = this.firstUnsent === null ? (drafts.read(this.place())?.seq ?? 0) : 0;
    this.seq = Math.max(this.seq, this.savedSeq, this.serverSeq, other) + 1;
    this.kept = drafts.write(this.place(), { seq: this.seq, text: this.read(), insert: this.replaced });
    const now = Date.now();
    this.firstUnsent ??= now;
    this.unsavedSince ??= now;
    this.tries = 0;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.send(), Math.max(0, Math.min(QUIET_MS, this.firstUnsent + LATEST_MS - now)));
  }

  /** Send at once what is waiting: the editor loses the focus, the page goes away, someone saves. */
  flush() {
    if (this.seq > this.sentSeq && this.unsaved()) this.send();
  }

  send() {
    clearTimeout(this.quiet);
    this.firstUnsent = null;
    if (!this.unsaved() || this.readOnly) return;
    this.sentSeq = this.seq;
    // 'send' makes a repeat differ from the value before it; Streamlit calls nobody for an equal value.
    const send = `${Date.now()}-${++this.sends}`;
    this.deliver({ slot: this.slot, seq: this.seq, text: this.read(), send });
    this.expectConfirmation();
  }

  /** Without a confirmation (no connection, server restarted) send again, ever more slowly. */
  expectConfirmation() {
    clearTimeout(this.confirm);
    const wait = Math.min(CONFIRM_MS * 1.5 ** this.tries, CONFIRM_MAX_MS);
    this.confirm = setTimeout(() => {
      if (!this.unsaved()) return;
      this.tries += 1;
      this.send();
    }, wait);
  }

  /** The line is back: what was sent while it was down is lost. */
  reconnected() {
    this.tries = 0;
    if (this.unsaved()) this.send();
  }

  stop() {
    clearTimeout(this.quiet);
    clearTimeout(this.confirm);
  }

  /** Begin again after a pause in which nothing could be sent. */
  start() {
    if (this.unsaved()) this.expectConfirmation();
  }

  /** 'saved', 'before' (saved before this page was opened), 'saving', 'here' (only in this browser) or ''. */
  state() {
    if (!this.unsaved()) {
      if (this.unsavedSince !== null) this.savedAt = new Date();
      this.unsavedSince = null;
    }
    const rest = this.savedAt ? "saved" : this.savedSeq > 0 ? "before" : "";
    if (!this.unsaved()) return rest;
    const age = Date.now() - this.unsavedSince;
    if (age > HERE_MS && this.kept) return "here";
    return age > BUSY_MS || !this.savedAt ? "saving" : rest;
  }
}
