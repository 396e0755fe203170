// The copy of a draft in this browser. localStorage may be refused (private mode, policy): then a copy in
// memory still survives a re-mount of the component, only not a reload.

const PREFIX = "webcare-draft:";
const KEEP_MS = 14 * 24 * 60 * 60 * 1000;
const memory = new Map();

const drafts = {
  /** The newest valid copy of a slot, or null. What lies in localStorage may be damaged: check it. */
  read(slot) {
    let kept = null;
    try {
      kept = validRecord(JSON.parse(localStorage.getItem(PREFIX + slot)));
    } catch {
      kept = null;
    }
    const remembered = memory.get(slot) ?? null;
    if (kept && remembered) return remembered.seq > kept.seq ? remembered : kept;
    return kept ?? remembered;
  },

  /** Keep a copy; tells whether it would survive a reload. */
  write(slot, record) {
    const stamped = { ...record, at: Date.now() };
    memory.set(slot, stamped);
    try {
      localStorage.setItem(PREFIX + slot, JSON.stringify(stamped));
      return true;
    } catch {
      return false;
    }
  },

  remove(slot) {
    memory.delete(slot);
    try {
      localStorage.removeItem(PREFIX + slot);
    } catch {
      // Nothing was kept, so nothing has to go.
    }
  },

  /** Computers are shared: what nobody came back for goes after two weeks. */
  purge() {
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(PREFIX)) continue;
        let at = 0;
        try {
          at = Number(JSON.parse(localStorage.getItem(key)).at) || 0;
        } catch {
          at = 0;
        }
        if (Date.now() - at > KEEP_MS) localStorage.removeItem(key);
      }
    } catch {
      // No localStorage: nothing to clean.
    }
  },
};

function validRecord(found) {
  if (!found || !Number.isSafeInteger(found.seq) || found.seq < 0 || typeof found.text !== "string") return null;
  return {
    seq: found.seq,
    text: found.text,
    action: typeof found.action === "string" ? found.action : "",
    insert: typeof found.insert === "string" ? found.insert : null,
    expired: found.expired === true,
  };
}
