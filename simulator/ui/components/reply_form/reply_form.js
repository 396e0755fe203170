// The reply form. Two rules rule everything here: what is in the box is never overwritten while it is open,
// and every keystroke is kept in this browser before anything else happens.

const QUIET_MS = 500; // send when the typing stops for this long ...
const LATEST_MS = 900; // ... but at most this long after the first keystroke that was not sent
const CONFIRM_MS = 2000; // the server should have confirmed a draft by then; if not, send again
const CONFIRM_MAX_MS = 8000;
const AGAIN_MS = 12000; // the server waits 10 s for a busy database: a repeat before that would hide its refusal
const AGAIN_MAX_MS = 20000;
const BUSY_MS = 1500; // do not flicker between 'saving' and 'saved' while someone types
const HERE_MS = 5000; // by then an unsaved text is only in this browser
const EXPIRED_TRIES = 8; // the server may refuse for good; a draft is repeated without end, this is not
const ANNOUNCE_AT_S = [60, 10];

const forms = new WeakMap();
let purged = false;

export default function ({ data: sent, parentElement, setStateValue, setTriggerValue }) {
  const [data] = sent ?? []; // see `boxed` in assets.py
  if (!data) return undefined;
  const box = parentElement.querySelector("textarea");
  let form = forms.get(parentElement);
  if (!form || form.box !== box) {
    form?.stop();
    form = new ReplyForm(parentElement);
    forms.set(parentElement, form);
  }
  // Streamlit calls this on each rerun but only cleans up after the last call, sometimes late: the number
  // keeps an old clean-up from stopping a form that has been started again.
  const call = ++form.calls;
  form.setState = setStateValue;
  form.setTrigger = setTriggerValue;
  markTheme(parentElement, data);
  form.accept(data);
  form.start();
  return () => {
    if (form.calls === call) form.stop();
  };
}

class ReplyForm {
  constructor(root) {
    this.$ = (selector) => root.querySelector(selector);
    this.box = this.$("textarea");
    this.calls = 0;
    this.slot = null;
    this.running = false;
    this.sends = 0;
    this.downSince = null;
    this.last = null;
    this.keeper = new FocusKeeper(root, this.box, () => this.changed());
    this.unheard = (tries) => this.last !== null && this.savedSeq < this.last.seq && tries < EXPIRED_TRIES;
    this.unanswered = () => this.sending !== null && !this.done;
    this.listen();
  }

  // ---- life ------------------------------------------------------------------------------------------

  listen() {
    this.box.addEventListener("input", () => this.changed());
    this.box.addEventListener("blur", () => this.flush());
    this.$(".choices").addEventListener("change", () => this.changed());
    this.$(".send").addEventListener("click", () => this.submit());
    this.$(".form").addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      this.submit();
    });
    // Outside our shadow root a key press looks as if it came from a plain <div>: Streamlit's own
    // shortcuts (r, c, shortcut= of a button) would go off while someone types.
    for (const type of ["keydown", "keypress", "keyup"]) {
      this.$(".form").addEventListener(type, (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
      });
    }
    this.onHide = () => {
      if (document.visibilityState === "hidden") this.flush();
    };
    this.onLeave = () => this.flush();
  }

  start() {
    if (this.running) return;
    this.running = true;
    document.addEventListener("visibilitychange", this.onHide);
    window.addEventListener("pagehide", this.onLeave);
    this.keeper.start();
    this.ticker = setInterval(() => this.tick(), 250);
    if (this.sending) this.repeat("submit", this.sending, this.unanswered);
    else if (this.unheard(0)) this.repeat("expired", this.last, this.unheard);
    this.tick();
  }

  stop() {
    this.running = false;
    document.removeEventListener("visibilitychange", this.onHide);
    window.removeEventListener("pagehide", this.onLeave);
    this.keeper.stop();
    clearInterval(this.ticker);
    this.clearTimers();
  }

  clearTimers() {
    for (const name of ["quiet", "confirm", "again"]) clearTimeout(this[name]);
  }

  /** Take what the server says now. It never touches the text of a slot that is already open. */
  accept(data) {
    if (!purged) {
      purged = true;
      drafts.purge();
    }
    const submitted = Array.isArray(data.submitted_slots) ? data.submitted_slots : [];
    for (const slot of submitted) drafts.remove(slot);
    this.data = data;
    this.labels = data.labels ?? {};
    // A page that was drawn before the last draft was kept knows less than this form.
    this.savedSeq = Math.max(data.saved_seq ?? 0, data.slot === this.slot ? this.savedSeq : 0);
    this.skew = data.clock ? skewOf(data.slot, data.clock.now_ms) : 0;
    if (data.slot !== this.slot) this.open(data);
    this.done = submitted.includes(this.slot);
    this.takeRefusal();
    if (this.isSaved() && !this.savedAt && this.seq > 0) this.savedAt = new Date();
    this.render();
    this.takeInsert();
    if (this.unsaved() && !this.firstUnsent) this.expectConfirmation();
  }

  /** First sight of a slot: the newest copy wins, the server's or this browser's. */
  open(data) {
    this.clearTimers();
    const local = drafts.read(data.slot);
    const localWins = local !== null && local.seq > (data.seq ?? 0);
    const newest = localWins ? local : { seq: data.seq ?? 0, text: data.text ?? "", action: data.action ?? "" };
    Object.assign(this, {
      slot: data.slot, seq: newest.seq, action: newest.action, insertId: local?.insert ?? null,
      firstUnsent: null, unsavedSince: null, sentSeq: 0, tries: 0, savedAt: null, sending: null,
      refused: data.refused ?? null, error: data.refused ? data.error : "", expired: false, last: null, frozen: false,
      kept: true, left: Infinity, reported: local?.expired === true && this.savedSeq >= local.seq,
    });
    this.box.value = newest.text;
    setText(this.$(".live"), "");
    if (localWins) {
      this.unsavedSince = Date.now();
      this.send();
    }
  }

  takeRefusal() {
    const refused = this.data.refused ?? null;
    if (refused === this.refused) return;
    this.refused = refused;
    clearTimeout(this.again);
    this.sending = null;
    this.error = refused ? (this.data.error ?? "") : "";
  }

  /** A standard reply: put it where the cursor is, once for each id. */
  takeInsert() {
    const insert = this.data.insert;
    if (!insert || insert.id === this.insertId) return;
    this.insertId = insert.id;
    if (this.isLocked()) return;
    const text = String(insert.text ?? "");
    this.box.focus();
    // execCommand keeps Ctrl+Z working and fires 'input' itself; setRangeText does neither.
    if (this.box.getRootNode().activeElement === this.box && document.execCommand("insertText", false, text)) return;
    this.box.setRangeText(text, this.box.selectionStart, this.box.selectionEnd, "end");
    this.changed();
  }

  // ---- keeping the text ------------------------------------------------------------------------------

  unsaved() {
    return this.slot !== null && this.savedSeq < this.seq;
  }

  isSaved() {
    return this.savedSeq >= this.seq;
  }

  isLocked() {
    return this.frozen || this.done || this.sending !== null;
  }

  copy() {
    return { slot: this.slot, seq: this.seq, text: this.box.value, action: this.action };
  }

  /** A new version: newer than anything this tab, another tab or the server has seen. */
  advance() {
    const other = drafts.read(this.slot)?.seq ?? 0;
    this.seq = Math.max(this.seq, this.savedSeq, this.data.seq ?? 0, other) + 1;
    this.kept = drafts.write(this.slot, {
      seq: this.seq, text: this.box.value, action: this.action, insert: this.insertId, expired: this.expired,
    });
  }

  changed() {
    if (this.isLocked()) return;
    this.action = this.$(".choices input:checked")?.value ?? this.action;
    this.advance();
    const now = Date.now();
    this.firstUnsent ??= now;
    this.unsavedSince ??= now;
    this.tries = 0;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.send(), Math.max(0, Math.min(QUIET_MS, this.firstUnsent + LATEST_MS - now)));
    this.error = "";
    this.renderState();
  }

  /** Send at once what is waiting: the box loses the focus or the page goes away. */
  flush() {
    if (this.slot !== null && this.seq > this.sentSeq && this.unsaved()) this.send();
  }

  send() {
    clearTimeout(this.quiet);
    this.firstUnsent = null;
    if (this.isLocked() || !this.unsaved()) return;
    this.sentSeq = this.seq;
    this.deliver(this.copy());
    this.expectConfirmation();
  }

  /** To the address for drafts; by Streamlit, which draws the form anew, when that does not take it: it says why. */
  async deliver(draft) {
    const savedSeq = this.data.draft_to ? await savedAt(this.data.draft_to, draft) : null;
    if (this.slot !== draft.slot) return;
    if (savedSeq !== null) {
      this.savedSeq = Math.max(this.savedSeq, savedSeq);
      if (this.refused) this.error = "";
      this.renderState();
    } else if (!this.isLocked() && this.savedSeq < draft.seq) {
      // 'send' makes a repeat differ from the value before it; Streamlit calls nobody for an equal value.
      this.setState("draft", { ...draft, send: `${Date.now()}-${++this.sends}` });
    }
  }

  /** Without a confirmation (no connection, server restarted) send again, ever more slowly. */
  expectConfirmation() {
    clearTimeout(this.confirm);
    if (this.isLocked()) return;
    const wait = Math.min(CONFIRM_MS * 1.5 ** this.tries, CONFIRM_MAX_MS);
    this.confirm = setTimeout(() => {
      if (!this.unsaved()) return;
      this.tries += 1;
      this.send();
    }, wait);
  }

  // ---- sending ---------------------------------------------------------------------------------------

  submit() {
    if (this.isLocked()) return;
    const objection = this.objection();
    this.error = objection ?? "";
    if (objection !== null) {
      this.renderState();
      return;
    }
    this.clearTimers();
    if (this.unsaved() || this.seq === 0) this.advance();
    this.sending = this.copy();
    this.renderState();
    this.trigger("submit", this.sending, this.unanswered);
  }

  /** Why this cannot be sent yet, in the words of the app, or null; the server checks again. */
  objection() {
    const { actions = [], needs_text: needsText = [] } = this.data;
    if (actions.length && !this.action) {
      this.$(".choices input")?.focus();
      return this.labels.choose_action ?? "";
    }
    if ((!actions.length || needsText.includes(this.action)) && !this.box.value.trim()) {
      this.box.focus();
      return this.labels.text_needed ?? "";
    }
    if (this.data.block_over_limit && this.excess() > 0) {
      this.box.focus();
      return fill(this.labels.over, { n: this.excess() });
    }
    return null;
  }

  /** A trigger is lost without a word when the connection is down: repeat it, unchanged, until it is answered. */
  trigger(name, payload, open, tries = 0) {
    this.setTrigger(name, payload);
    this.repeat(name, payload, open, tries);
  }

  repeat(name, payload, open, tries = 0) {
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      if (this.slot !== payload.slot || !open(tries)) return;
      this.trigger(name, payload, open, isConnected() ? tries + 1 : tries);
    }, Math.min(AGAIN_MS * 1.5 ** tries, AGAIN_MAX_MS));
  }

  expire() {
    if (this.expired || this.sending || this.done) return;
    this.expired = true;
    const hard = this.data.clock.hard === true;
    if (!this.reported) {
      this.clearTimers();
      this.advance(); // also when nothing was typed since: the confirmation then answers this very message
      this.unsavedSince ??= Date.now();
      this.last = this.copy();
      this.sentSeq = this.last.seq;
      this.trigger("expired", this.last, this.unheard);
    }
    this.frozen = hard; // only now: everything that was in the box is on its way
    this.renderState();
  }

  /** What was sent while the line was down is lost: send it as soon as the line is back. */
  watchConnection() {
    const connected = isConnected();
    if (connected) {
      const back = this.downSince !== null;
      this.downSince = null;
      if (!back) return;
      this.renderNotice();
      this.tries = 0;
      if (this.sending) this.trigger("submit", this.sending, this.unanswered);
      else if (this.unheard(0)) this.trigger("expired", this.last, this.unheard);
      if (this.unsaved()) this.send();
    } else {
      this.downSince ??= Date.now();
      this.renderNotice();
    }
  }

  // ---- showing ---------------------------------------------------------------------------------------

  excess() {
    const { max_chars: max, parts } = this.data;
    return max ? codePoints(this.box.value).length - max * Math.max(1, parts || 1) : 0;
  }

  render() {
    const { labels } = this;
    setText(this.$(".question"), labels.actions);
    setText(this.$("legend"), labels.actions);
    setText(this.$(".over-box label"), labels.reply);
    setText(this.$(".shortcut"), labels.shortcut);
    this.box.placeholder = labels.placeholder ?? "";
    this.box.lang = this.data.lang ?? "";
    this.renderActions();
    this.renderState();
  }

  renderActions() {
    const actions = this.data.actions ?? [];
    const fieldset = this.$("fieldset");
    fieldset.hidden = !actions.length;
    const shape = JSON.stringify(actions);
    if (shape === this.shape) return; // rebuilding would take the focus away from the choice
    this.shape = shape;
    this.$(".choices").replaceChildren(...actions.map((action, index) => {
      const label = make("label", "choice");
      const input = make("input");
      Object.assign(input, { type: "radio", name: "wc-action", value: action.id });
      label.append(input, make("span", "", action.label));
      if (action.hint) {
        const hint = make("span", "sr", action.hint);
        hint.id = `wc-hint-${index}`;
        hint.hidden = true; // read through aria-describedby, shown once below the choices
        input.setAttribute("aria-describedby", hint.id);
        label.append(hint);
      }
      return label;
    }));
  }

  renderState() {
    const { data, labels, action } = this;
    const locked = this.isLocked();
    const actions = data.actions ?? [];
    for (const input of this.$(".choices").querySelectorAll("input")) input.checked = input.value === action;
    this.$("fieldset").disabled = locked;
    const chosen = actions.find((one) => one.id === action);
    setText(this.$(".hint"), chosen?.hint);
    this.$(".hint").hidden = !actions.some((one) => one.hint);
    const writes = !chosen || (data.needs_text ?? []).includes(action);
    this.$(".write").hidden = !writes; // hidden, not removed: the text stays for whoever changes his mind
    setText(this.$(".no-text"), writes ? "" : labels.no_text);
    this.box.readOnly = locked;
    const audience = !chosen ? "" : (data.public_actions ?? []).includes(action) ? "public" : "private";
    this.$(".audience").hidden = !audience;
    this.$(".audience").dataset.audience = audience;
    setText(this.$(".audience-word"), audience ? labels[audience] : "");
    this.renderNotice();
    setText(this.$(".alert"), this.error);
    const button = this.$(".send");
    setText(button, this.sending || this.done ? labels.sending : labels.send);
    button.setAttribute("aria-disabled", String(locked));
    this.renderCount(writes);
    this.renderSave();
  }

  renderNotice() {
    const { labels, data } = this;
    const down = this.downSince !== null && Date.now() - this.downSince > CONFIRM_MS;
    const expired = this.expired ? labels[data.clock?.hard ? "expired_hard" : "expired_soft"] : "";
    setText(this.$(".notice"), down ? labels.offline : expired);
  }

  renderCount(writes) {
    const count = this.$(".count");
    const used = codePoints(this.box.value).length;
    const { max_chars: max } = this.data;
    const excess = this.excess();
    const limit = max ? used - excess : 0;
    count.dataset.over = String(excess > 0);
    let text = "";
    if (writes && max) text = `${excess > 0 ? "■ " : ""}${used} / ${limit}`;
    if (writes && excess > 0) text += ` · ${fill(this.labels.over, { n: excess })}`;
    else if (writes && max && this.data.parts > 1 && this.labels.parts) {
      text += ` · ${fill(this.labels.parts, { n: Math.max(1, Math.ceil(used / max)), max: this.data.parts })}`;
    }
    setText(count, text);
  }

  renderSave() {
    const save = this.$(".save");
    if (this.isSaved()) {
      if (this.unsavedSince) this.savedAt = new Date();
      this.unsavedSince = null;
    }
    const age = this.unsavedSince === null ? 0 : Date.now() - this.unsavedSince;
    let state = this.savedAt ? "saved" : "";
    if (this.unsaved() && age > BUSY_MS) state = age > HERE_MS && this.kept ? "here" : "saving";
    else if (this.unsaved() && !this.savedAt) state = "saving";
    save.dataset.state = state;
    const time = this.savedAt?.toLocaleTimeString(this.labels.locale || [], { hour: "2-digit", minute: "2-digit" });
    setText(save, { saving: this.labels.saving, saved: fill(this.labels.saved, { time }), here: this.labels.saved_here }[state]);
  }

  tick() {
    if (this.slot === null) return;
    this.watchConnection();
    this.renderSave();
    const { clock } = this.data;
    const face = this.$(".clock");
    if (!clock) {
      face.dataset.state = "none";
      setText(this.$(".sign"), "");
      setText(this.$(".word"), "");
      setText(this.$(".time"), this.labels.no_clock);
      return;
    }
    const now = readClock(clock, Date.now() + this.skew);
    face.dataset.state = now.state;
    setText(this.$(".sign"), SIGNS[now.state]);
    const times = { elapsed: duration(now.elapsed), target: duration(clock.target_ms) };
    setText(this.$(".time"), fill(this.labels.clock || "{elapsed} / {target}", times));
    setText(this.$(".word"), this.labels[`clock_${now.state}`]);
    this.announce(now.left / 1000);
    if (now.over) this.expire();
  }

  /** Say it once when the mark is passed, not when the page is opened after it. */
  announce(left) {
    for (const mark of ANNOUNCE_AT_S) {
      if (this.left > mark && left <= mark && this.left !== Infinity) setText(this.$(".live"), this.labels[`left_${mark}`]);
    }
    this.left = left;
  }
}
