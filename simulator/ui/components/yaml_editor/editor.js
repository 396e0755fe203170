// One editor on the page: CodeMirror, the list of faults and the line below. A slot is one document; another slot
// is another document with its own history.

const done = new Set(); // ids of jumps and replacements: not again in a new mount, nor in another slot
let purged = false;

class YamlEditor {
  constructor(root) {
    this.root = root;
    this.$ = (selector) => root.querySelector(selector);
    this.box = this.$(".box");
    Object.assign(this, { calls: 0, slot: null, data: null, running: false, downSince: null, upSince: 0, wantsSave: false });
    this.states = new Map(); // slot -> CodeMirror's state, so that cursor and history are there on coming back
    const { Compartment, EditorView } = CodeMirror;
    this.words = new Compartment();
    this.lock = new Compartment();
    this.view = new EditorView({ parent: this.box, root });
    this.setup = setupOf({
      onUpdate: (update) => this.updated(update),
      onTooLong: () => setText(this.$(".alert"), fill(this.labels.too_long, { n: MAX_TEXT })),
      onBlur: () => this.keeping.flush(),
      onStep: (direction) => this.step(direction),
    });
    this.keeping = new TextKeeping(() => this.text(), (version) => this.setState("text", version));
    this.list = new FaultList(root, (fault) => this.jumpTo(fault));
    this.keeper = new EditorFocusKeeper(root, this.view);
    this.listen();
  }

  // ---- life ------------------------------------------------------------------------------------------

  listen() {
    const section = this.$(".yaml");
    section.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.save();
    });
    // Outside our shadow root a key press looks as if it came from a plain <div>: Streamlit's own
    // shortcuts (r, c, shortcut= of a button) would go off while someone types.
    for (const type of ["keydown", "keypress", "keyup"]) {
      section.addEventListener(type, (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
      });
    }
    this.onHide = () => {
      if (document.visibilityState === "hidden") this.keeping.flush();
    };
    this.onLeave = () => this.keeping.flush();
  }

  start() {
    if (this.running) return;
    this.running = true;
    document.addEventListener("visibilitychange", this.onHide);
    window.addEventListener("pagehide", this.onLeave);
    this.keeper.start();
    this.keeping.start();
    this.ticker = setInterval(() => this.tick(), 250);
  }

  stop() {
    this.running = false;
    document.removeEventListener("visibilitychange", this.onHide);
    window.removeEventListener("pagehide", this.onLeave);
    this.keeper.stop();
    this.keeping.stop();
    clearInterval(this.ticker);
  }

  /** Take what the server says now. What is typed and not yet stored always stays. */
  accept(data) {
    if (!purged) {
      purged = true;
      drafts.purge();
    }
    const unlocked = this.data?.read_only === true && data.read_only !== true;
    this.data = data;
    this.labels = data.labels ?? {};
    this.takeFaults();
    if (data.slot !== this.slot || unlocked) this.open();
    else if (this.keeping.accept(data)) this.write(data.text, [fromServer.of(true)]);
    this.configure();
    this.takeReplace();
    this.mark();
    this.takeJump();
    this.render();
  }

  // ---- the text --------------------------------------------------------------------------------------

  /** The text with the line ends it came with. */
  text() {
    const { doc } = this.view.state;
    return doc.sliceString(0, doc.length, this.lineEnd);
  }

  open() {
    this.keeping.flush();
    this.remember();
    this.slot = this.data.slot;
    const text = this.keeping.open(this.data);
    const { EditorState } = CodeMirror;
    this.setLineEnd(text);
    const known = this.states.get(this.slot);
    const fresh = () => EditorState.create({ doc: text, extensions: [this.setup, this.words.of([]), this.lock.of([])] });
    this.view.setState(known?.doc.toString() === plainLines(text) ? known : fresh());
    Object.assign(this, { wordsShown: null, lockShown: null, marked: null });
    setText(this.$(".alert"), "");
    if (this.keeping.unsaved()) this.keeping.send();
  }

  remember() {
    if (this.slot !== null) this.states.set(this.slot, this.view.state);
  }

  setLineEnd(text) {
    this.lineEnd = /\r\n/.test(text) && !/(^|[^\r])\n/.test(text) ? "\r\n" : "\n";
  }

  /** Put another text in the place of this one, as one step that can be undone. */
  write(text, annotations = []) {
    const { state } = this.view;
    this.setLineEnd(text);
    const change = changeBetween(state.doc.toString(), plainLines(text));
    const whole = CodeMirror.isolateHistory.of("full");
    this.view.dispatch({ changes: change, annotations: [whole, ...annotations], filter: false });
  }

  updated(update) {
    if (!update.docChanged) return;
    setText(this.$(".alert"), "");
    if (update.transactions.some((transaction) => transaction.annotation(fromServer))) return;
    this.keeping.changed();
    this.render();
  }

  takeReplace() {
    const { replace, read_only: readOnly } = this.data;
    if (!replace || readOnly || done.has(replace.id) || replace.id === this.keeping.replaced) return;
    done.add(replace.id);
    this.keeping.replaced = replace.id; // kept with the text, for after a reload
    this.write(String(replace.text ?? ""), [fromServer.of(true)]);
    this.keeping.changed(); // also when the text is the same: the id has to be remembered
  }

  save() {
    if (this.data.read_only) return;
    this.keeping.flush();
    this.wantsSave = !isConnected(); // a trigger is lost without a word when the connection is down
    if (!this.wantsSave) this.setTrigger("save", { slot: this.slot });
  }

  /** What was asked for during an outage: a new server knows us only after its first run. */
  saveLater() {
    const settled = isConnected() && Date.now() - this.upSince > CONFIRM_MS && !this.keeping.unsaved();
    if (this.wantsSave && settled) this.save();
  }

  // ---- faults ----------------------------------------------------------------------------------------

  takeFaults() {
    const shape = JSON.stringify(this.data.diagnostics ?? []);
    if (shape === this.shape) return; // the same objects: their marks are found by them
    this.shape = shape;
    this.faults = orderedFaults(this.data.diagnostics);
  }

  isStale() {
    return (this.data.checked_seq ?? 0) < this.keeping.seq;
  }

  /** Underline the faults when they are about this very text; until then the old marks move with the words. */
  mark() {
    const about = JSON.stringify([this.keeping.seq, this.shape, this.labels]);
    if (this.data.checked_seq !== this.keeping.seq || about === this.marked) return;
    this.marked = about;
    const text = this.view.state.doc.toString();
    const place = placesOf(text);
    const marks = this.faults.map((fault) => ({
      ...rangeOf(place, text, fault),
      severity: fault.severity,
      message: fault.message,
      fault,
      renderMessage: () => {
        const tip = make("div", "fault-tip");
        tip.append(...describe(fault, this.labels));
        return tip;
      },
    }));
    this.view.dispatch(CodeMirror.setDiagnostics(this.view.state, marks));
  }

  /** Where a fault is now: its mark has moved along with what was typed since. */
  whereIs(fault) {
    let now = null;
    CodeMirror.forEachDiagnostic(this.view.state, (diagnostic, from) => {
      if (diagnostic.fault === fault) now = from;
    });
    return now ?? placesOf(this.view.state.doc.toString())(fault.line, fault.column);
  }

  jumpTo(place) {
    const at = this.whereIs(place);
    const { EditorView } = CodeMirror;
    const effects = [EditorView.scrollIntoView(at, { y: "center" })];
    if (place.message) effects.push(EditorView.announce.of(`${this.labels[place.severity] ?? ""}: ${place.message}`));
    this.view.dispatch({ selection: { anchor: at }, effects });
    this.view.focus();
  }

  /** To the next fault after the cursor, or the last one before it; round at the end. */
  step(direction) {
    const here = this.view.state.selection.main.head;
    const ways = this.faults.map((fault) => ({ fault, way: (this.whereIs(fault) - here) * direction }));
    const ahead = ways.filter(({ way }) => way > 0);
    const [first] = (ahead.length ? ahead : ways).sort((one, other) => one.way - other.way);
    if (first) this.jumpTo(first.fault);
    return true;
  }

  takeJump() {
    const { goto } = this.data;
    if (!goto || done.has(goto.id)) return;
    done.add(goto.id);
    this.jumpTo(goto);
  }

  // ---- showing ---------------------------------------------------------------------------------------

  configure() {
    const words = JSON.stringify([this.labels, this.data.lang]);
    const locked = this.data.read_only === true;
    const effects = [];
    if (words !== this.wordsShown) effects.push(this.words.reconfigure(wordsOf(this.labels, this.data.lang)));
    if (locked !== this.lockShown) effects.push(this.lock.reconfigure(CodeMirror.EditorState.readOnly.of(locked)));
    Object.assign(this, { wordsShown: words, lockShown: locked });
    if (effects.length) this.view.dispatch({ effects });
  }

  render() {
    const { labels } = this;
    const mac = /mac|iphone|ipad/i.test(navigator.platform);
    setText(this.$(".keys"), (mac && labels.keys_mac) || labels.keys);
    setText(this.$(".locked"), this.data.read_only ? labels.read_only : "");
    this.list.show(this.faults, labels, this.isStale());
    this.renderSave();
    this.renderNotice();
  }

  renderSave() {
    const { labels, keeping } = this;
    const state = this.data.read_only ? "" : keeping.state();
    const time = keeping.savedAt?.toLocaleTimeString(labels.locale || [], { hour: "2-digit", minute: "2-digit" });
    this.$(".save").dataset.state = state;
    const words = {
      saved: fill(labels.saved, { time }), before: labels.saved_before, saving: labels.saving, here: labels.saved_here,
    };
    setText(this.$(".save"), words[state]);
  }

  renderNotice() {
    const down = this.downSince !== null && Date.now() - this.downSince > CONFIRM_MS;
    setText(this.$(".notice"), down ? this.labels.offline : "");
  }

  tick() {
    if (this.slot === null) return;
    const connected = isConnected();
    if (connected && this.downSince !== null) {
      this.downSince = null;
      this.upSince = Date.now();
      this.keeping.reconnected();
    } else if (!connected) {
      this.downSince ??= Date.now();
    }
    this.saveLater();
    this.renderNotice();
    this.renderSave();
  }
}

/** The reply form's keeper writes into a text area; here a key that came too early goes into CodeMirror. */
class EditorFocusKeeper extends FocusKeeper {
  constructor(root, view) {
    super(root, view.contentDOM, () => {});
    this.view = view;
  }

  catchKey(event) {
    const { view } = this;
    if (this.target !== this.box || view.state.readOnly || this.root.activeElement === this.box) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { main } = view.state.selection;
    const back = event.key === "Backspace" && main.empty && main.from > 0;
    const text = event.key === "Enter" ? "\n" : event.key.length === 1 ? event.key : event.key === "Backspace" ? "" : null;
    if (text === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const from = back ? main.from - 1 : main.from;
    view.dispatch({ changes: { from, to: main.to, insert: text }, selection: { anchor: from + text.length } });
  }
}

/** A text with line ends as CodeMirror keeps them. */
function plainLines(text) {
  return text.replace(/\r\n?/g, "\n");
}
