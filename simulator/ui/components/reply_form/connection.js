// What happens to someone who types while the connection is down.

const GIVE_BACK_MS = 3000;

const DRAFT_MS = 8000;

/** The number under which the server keeps a draft now, or null when it did not take it. Leaving the page does not stop it. */
async function savedAt(address, draft) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(draft),
      credentials: "same-origin",
      keepalive: true,
      signal: AbortSignal.timeout(DRAFT_MS),
    });
    const { saved_seq: seq } = answer.ok ? await answer.json() : {};
    return Number.isSafeInteger(seq) ? seq : null;
  } catch {
    return null;
  }
}

/**
 * A few seconds into an outage Streamlit opens a modal window that takes the focus in mid-word and locks the
 * page: every key after that is lost. The form says itself what is going on, so close the window, give the
 * focus back and keep what was typed in between. It does not return during the same outage.
 */
class FocusKeeper {
  constructor(root, box, typed) {
    Object.assign(this, { root, box, typed });
    this.observer = new MutationObserver(() => this.look());
    // The window may have taken the focus before we hear of it.
    root.addEventListener("focusout", (event) => {
      this.robbed = event.relatedTarget?.closest?.('[data-testid="stDialog"]') ? event.target : null;
    });
    this.onKey = (event) => this.catchKey(event);
  }

  start() {
    this.observer.observe(document.body, { childList: true });
    tellsItself(this, true);
  }

  stop() {
    this.observer.disconnect();
    this.done();
    tellsItself(this, false);
  }

  look() {
    if (this.until || isConnected() || !outageWindow()) return;
    this.target = this.root.activeElement ?? this.robbed;
    this.until = Date.now() + GIVE_BACK_MS;
    window.addEventListener("keydown", this.onKey, true);
    this.giveBack();
  }

  giveBack() {
    closeOutageWindow();
    if (!outageWindow()) this.target?.focus();
    const back = !outageWindow() && (!this.target || this.root.activeElement === this.target);
    if (back || Date.now() > this.until) this.done();
    else this.timer = setTimeout(() => this.giveBack(), 20);
  }

  done() {
    clearTimeout(this.timer);
    window.removeEventListener("keydown", this.onKey, true);
    this.until = 0;
    this.target = this.robbed = null;
  }

  /** The box cannot have the focus yet: write the key into it ourselves. */
  catchKey(event) {
    const { box } = this;
    if (this.target !== box || box.readOnly || this.root.activeElement === box) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const text = event.key === "Enter" ? "\n" : event.key.length === 1 ? event.key : event.key === "Backspace" ? "" : null;
    if (text === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { selectionStart: start, selectionEnd: end } = box;
    box.setRangeText(text, event.key === "Backspace" && start === end ? Math.max(0, start - 1) : start, end, "end");
    this.typed();
  }
}
