// The conversation. Only text nodes: a post can contain anything.

const TINTS = 6;
const TOKEN = /([#@][\p{L}\p{N}_][\p{L}\p{N}_.]*[\p{L}\p{N}_]|[#@][\p{L}\p{N}_])/u;
const SIDES = ["customer", "us", "bystander", "note"];
const CHANNELS = ["x", "facebook", "instagram", "whatsapp", "chat", "email", "review"];

export default function ({ data: sent, parentElement }) {
  const [data] = sent ?? []; // see `boxed` in assets.py
  if (!data) return;
  markTheme(parentElement, data);
  const $ = (selector) => parentElement.querySelector(selector);
  const shape = JSON.stringify(data);
  const root = $(".thread");
  if (root.shape === shape) return; // a rerun must not undo a text selection
  root.shape = shape;
  root.dataset.channel = CHANNELS.includes(data.channel) ? data.channel : "chat";
  showAbout($, data);
  const list = $(".items");
  if (data.labels?.thread) list.setAttribute("aria-label", data.labels.thread);
  list.replaceChildren(...(data.items ?? []).map((item) => row(item, data)));
}

function showAbout($, { visibility, mood }) {
  setText($(".seen-by"), visibility?.label);
  $(".seen-by").hidden = !visibility?.label;
  $(".mood").hidden = !mood;
  if (mood) {
    const value = Math.min(100, Math.max(0, Number(mood.value) || 0));
    $(".mood-value").style.width = `${value}%`;
    $(".mood").dataset.level = value < 34 ? "low" : value < 67 ? "mid" : "high";
    setText($(".mood-word"), mood.label);
  }
  $(".about").hidden = !visibility?.label && !mood;
}

function row(item, data) {
  const side = SIDES.includes(item.side) ? item.side : "note";
  const entry = make("li", `item ${side}${item.private ? " private" : ""}`);
  const article = make("article");
  article.append(heading(item, side));
  if (item.subject) {
    const subject = make("p", "subject", item.subject);
    if (data.lang) subject.lang = data.lang;
    article.append(subject);
  }
  const body = make("p", "body");
  if (data.lang) body.lang = data.lang;
  body.append(...words(item.text));
  article.append(body);
  if (item.likes) article.append(make("p", "likes", fill(data.labels?.likes, { n: item.likes })));
  if (side !== "note") entry.append(avatar(item));
  entry.append(article);
  return entry;
}

function heading(item, side) {
  const head = make("header");
  if (item.who) head.append(make("span", "who", item.who));
  if (item.handle && side !== "note") head.append(make("span", "handle", item.handle));
  if (item.time) head.append(make("span", "time", item.time));
  if (item.label) head.append(make("span", "tag", item.label));
  return head;
}

/** Initials on a calm tint that is the same for the same person on every page. */
function avatar(item) {
  const name = String(item.who || item.handle || "?").replace(/^@/, "");
  const initials = name.split(/[\s_.]+/).filter(Boolean).map((word) => Array.from(word)[0]);
  const shown = initials.length > 1 ? [initials[0], initials.at(-1)] : initials.slice(0, 1);
  const badge = make("span", "avatar", shown.join("").toUpperCase());
  let hash = 0;
  for (const point of String(item.handle || name)) hash = (hash * 31 + point.codePointAt(0)) % 65521;
  badge.dataset.tint = String(hash % TINTS);
  badge.setAttribute("aria-hidden", "true");
  return badge;
}

/** Hashtags and mentions in the accent colour: spans, never links. */
function words(text) {
  return String(text ?? "").split(TOKEN).filter(Boolean).map((part, index, parts) => {
    const before = index ? parts[index - 1] : "";
    const token = TOKEN.test(part) && /^[#@]/.test(part) && !/[\p{L}\p{N}]$/u.test(before);
    return token ? make("span", "token", part) : document.createTextNode(part);
  });
}
