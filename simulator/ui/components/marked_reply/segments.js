// Cut a text where marks begin and end. A piece carries every mark that covers it.

const GRAVITY = { good: 0, improve: 1, critical: 2 };

/** [{text, marks}] in the order of the text; joined, the pieces are the text again. */
function segmentsOf(text, marks) {
  const points = codePoints(text);
  const inside = (offset) => Math.min(points.length, Math.max(0, Math.trunc(Number(offset)) || 0));
  const kept = (marks ?? [])
    .map((mark) => ({ ...mark, kind: mark.kind in GRAVITY ? mark.kind : "improve", start: inside(mark.start), end: inside(mark.end) }))
    .filter((mark) => mark.start < mark.end);
  const cuts = [...new Set([0, points.length, ...kept.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    text: points.slice(start, cuts[index + 1]).join(""),
    marks: kept.filter((mark) => mark.start <= start && mark.end >= cuts[index + 1]).sort(gravestFirst),
  }));
}

function gravestFirst(one, other) {
  return GRAVITY[other.kind] - GRAVITY[one.kind] || one.start - other.start;
}
