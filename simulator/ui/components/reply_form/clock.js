// The clock ticks in the browser; the server's clock decides, so every reading is corrected with the skew.

const SOON = 0.8;
const SIGNS = { ok: "✓", soon: "▲", late: "■" };
const skews = new Map();

/**
 * How far this browser's clock is behind the server's. The first sight of a reading counts: a component that
 * is mounted again with old data would otherwise turn the clock back.
 */
function skewOf(slot, nowMs) {
  const known = skews.get(slot);
  if (known && known.nowMs === nowMs) return known.skew;
  const skew = nowMs - Date.now();
  skews.set(slot, { nowMs, skew });
  return skew;
}

/** 161000 -> "02:41"; from an hour on "1:02:41". */
function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

/** What the clock says at a moment of the server's time. */
function readClock(clock, now) {
  const elapsed = Math.max(0, now - clock.opened_ms - (clock.paused_ms || 0));
  const state = elapsed > clock.target_ms ? "late" : elapsed >= clock.target_ms * SOON ? "soon" : "ok";
  return {
    elapsed,
    state,
    left: clock.target_ms - elapsed,
    over: typeof clock.deadline_ms === "number" && now >= clock.deadline_ms,
  };
}
