// How CodeMirror is set up: no word of its own, no trap for the keyboard, signs instead of colours alone.

const MAX_TEXT = 1_000_000;
const WRAP_MOST = 24; // columns; deeper than this a wrapped line would have no room left on a phone
const fromServer = CodeMirror.Annotation.define();

/** CodeMirror's own phrases, which are its English texts, and our labels for them. */
const PHRASES = {
  Find: "find", next: "find_next", previous: "find_previous", "match case": "match_case", "by word": "by_word",
  Replace: "replace", replace: "replace_one", "replace all": "replace_all", close: "close",
  "current match": "current_match", "on line": "on_line", "replaced match on line $": "replaced_line",
  "replaced $ matches": "replaced_matches", "Selection deleted": "selection_deleted",
  Diagnostics: "list", "No diagnostics": "none",
};

function phrasesOf(labels) {
  const words = Object.entries(PHRASES).map(([phrase, name]) => [phrase, fill(labels[name], { n: "$" })]);
  return Object.fromEntries([...words, ...["all", "regexp"].map((unused) => [unused, ""])]);
}

/** What depends on the words: a change of language keeps text, cursor and history. */
function wordsOf(labels, lang) {
  const { EditorState, EditorView, highlightSpecialChars } = CodeMirror;
  return [
    EditorState.phrases.of(phrasesOf(labels)),
    EditorView.contentAttributes.of({
      "aria-label": labels.editor ?? "", "aria-describedby": "wc-keys", lang: lang ?? "", tabindex: "0",
    }),
    highlightSpecialChars({
      render: (code) => {
        const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
        const mark = make("span", "special", "•");
        mark.title = fill(labels.special, { code: name });
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", mark.title);
        return mark;
      },
    }),
  ];
}

/** A line that is wrapped goes on where its words began: the shape of YAML stays to be seen. */
function hangingIndent() {
  const { Decoration, ViewPlugin } = CodeMirror;
  const lineOf = (line) => {
    const indent = Math.min(/^[ ]*(?:- )*/.exec(line.text)[0].length, WRAP_MOST);
    return indent && Decoration.line({ attributes: { style: `--indent: ${indent}ch` }, class: "indented" }).range(line.from);
  };
  const build = (view) => {
    const marks = [];
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to;) {
        const line = view.state.doc.lineAt(at);
        marks.push(lineOf(line));
        at = line.to + 1;
      }
    }
    return Decoration.set(marks.filter(Boolean), true);
  };
  return ViewPlugin.fromClass(class {
    constructor(view) {
      this.decorations = build(view);
    }

    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = build(update.view);
    }
  }, { decorations: (plugin) => plugin.decorations });
}

/** Tab is not bound: it moves the focus on. Alt+Shift+arrow is for keyboards without an easy bracket. */
function keysOf(onStep) {
  const cm = CodeMirror;
  const bound = (name) => cm.defaultKeymap.find(({ key }) => key === name).run;
  const findScope = "editor search-panel";
  return cm.keymap.of([
    { key: "Mod-f", run: cm.openSearchPanel, scope: findScope },
    { key: "F3", run: cm.findNext, shift: cm.findPrevious, scope: findScope, preventDefault: true },
    { key: "Mod-g", run: cm.findNext, shift: cm.findPrevious, scope: findScope, preventDefault: true },
    { key: "Escape", run: cm.closeSearchPanel, scope: findScope },
    { key: "F8", run: () => onStep(1), shift: () => onStep(-1), preventDefault: true },
    { win: "Shift-Alt-ArrowRight", linux: "Shift-Alt-ArrowRight", run: bound("Mod-]") },
    { win: "Shift-Alt-ArrowLeft", linux: "Shift-Alt-ArrowLeft", run: bound("Mod-[") },
    ...cm.historyKeymap,
    ...cm.defaultKeymap,
  ]);
}

/** All that is the same for every text. `onUpdate` hears of changes, `onTooLong` of one that was refused,
 * `onStep` of the wish for the next (1) or last (-1) fault. */
function setupOf({ onUpdate, onTooLong, onBlur, onStep }) {
  const cm = CodeMirror;
  const fits = (transaction) => {
    if (!transaction.docChanged || transaction.newDoc.length <= MAX_TEXT) return true;
    if (transaction.newDoc.length < transaction.startState.doc.length) return true;
    onTooLong();
    return false;
  };
  return [
    cm.lineNumbers(), cm.lintGutter(), cm.history(), cm.bracketMatching(), cm.indentOnInput(), cm.indentUnit.of("  "),
    cm.EditorState.tabSize.of(2), cm.EditorView.lineWrapping, hangingIndent(),
    cm.highlightActiveLine(), cm.highlightActiveLineGutter(),
    cm.yaml(), cm.syntaxHighlighting(cm.classHighlighter), cm.search({ top: true, literal: true }), keysOf(onStep),
    cm.EditorState.changeFilter.of(fits),
    cm.EditorView.updateListener.of(onUpdate),
    cm.EditorView.domEventHandlers({ blur: onBlur }),
  ];
}

/** The smallest single change from one text to another: the cursor stays where it was. */
function changeBetween(old, text) {
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, text.length) - start;
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  return { from: start, to: old.length - end, insert: text.slice(start, text.length - end) };
}
