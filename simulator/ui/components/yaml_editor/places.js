// From the checker's lines and columns to places in the text.

// As YAML counts lines: it also breaks them where CodeMirror does not.
const YAML_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g;

/** Give a function (line, column) -> offset; both count from 1, a column counts code points, as in Python. */
function placesOf(text) {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0]; // the reader does not count the byte order mark
  for (const found of text.matchAll(YAML_BREAK)) starts.push(found.index + found[0].length);
  return (line, column) => {
    const row = Math.min(Math.max(1, line || 1), starts.length) - 1;
    const start = starts[row];
    const words = text.slice(start, starts[row + 1] ?? text.length).replace(/[\r\n\u0085\u2028\u2029]+$/, "");
    if (line > starts.length) return start + words.length;
    const before = codePoints(words).slice(0, Math.max(0, (column || 1) - 1));
    return start + before.join("").length;
  };
}

/** What to underline: the fault's own range; of a mere point the word that begins there, else its line. */
function rangeOf(place, text, { line, column, end_line: endLine, end_column: endColumn }) {
  const from = place(line, column);
  const to = place(endLine, endColumn);
  if (to > from) return { from, to };
  const word = /^[^\s,]+/.exec(text.slice(from, from + 200));
  if (word) return { from, to: from + word[0].length };
  const start = place(line, 1);
  const row = /^[^\r\n]*/.exec(text.slice(start))[0];
  const indent = row.length - row.trimStart().length;
  return row.trim() ? { from: start + indent, to: start + row.trimEnd().length } : { from, to: from };
}
