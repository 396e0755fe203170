// What our editor needs of CodeMirror, and no more: everything else is shaken out of the bundle.
export { Annotation, Compartment, EditorState } from "@codemirror/state";
export {
  EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, ViewPlugin,
  Decoration,
} from "@codemirror/view";
export { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
export { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
export { yaml } from "@codemirror/lang-yaml";
export { forEachDiagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
export { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from "@codemirror/search";
export { classHighlighter } from "@lezer/highlight";
