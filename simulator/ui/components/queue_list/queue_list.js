// The lead's queue: one row a reply, one button a row. j and k move while the list has the focus, so that they stand
// in nobody's way elsewhere. Rows are rebuilt only when the data changed, so that the focus stays.
export default function ({ data, parentElement, setTriggerValue }) {
  if (!data) return;
  markTheme(parentElement, data);
  const list = parentElement.querySelector(".queue");
  const empty = parentElement.querySelector(".empty");
  const keys = parentElement.querySelector(".keys");
  list.setAttribute("aria-label", data.labels.list);
  setText(empty, data.labels.empty);
  setText(keys, data.labels.keys);
  empty.hidden = data.items.length > 0;
  keys.hidden = data.items.length < 2;
  const shown = JSON.stringify(data);
  if (list.dataset.shown !== shown) {
    list.dataset.shown = shown;
    list.replaceChildren(...data.items.map((item) => row(item)));
  }
  list.onclick = (event) => {
    const button = event.target.closest("button");
    if (button) setTriggerValue("chosen", button.dataset.id);
  };
  list.onkeydown = (event) => {
    const step = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(event.target.closest("button")) + step];
    if (next) next.focus();
    event.preventDefault();
  };
}

function row(item) {
  const line = make("li", "row");
  const reasons = make("div", "reasons");
  const why = make("div", `why ${item.kind}`);
  const sign = make("span", "sign", item.sign);
  sign.setAttribute("aria-hidden", "true");
  why.append(sign, document.createTextNode(item.why));
  reasons.append(why);
  if (item.more) reasons.append(make("div", "more", item.more));
  reasons.append(make("div", "sub", item.title));
  const person = make("div", "person");
  person.append(make("div", "who", item.who));
  if (item.held) person.append(make("div", "held", item.held));
  const button = make("button", "", item.button);
  button.type = "button";
  button.dataset.id = item.id;
  button.setAttribute("aria-label", `${item.button}: ${item.why}, ${item.who}, ${item.title}`);
  line.append(reasons, person, make("div", "when", item.when), button);
  return line;
}
