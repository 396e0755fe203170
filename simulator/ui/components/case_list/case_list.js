// The list of scenarios: one row each, one button each. Rows are rebuilt only when the data changed, so that
// the focus stays where it is.
export default function ({ data, parentElement, setTriggerValue }) {
  markTheme(parentElement, data);
  const list = parentElement.querySelector(".cases");
  const empty = parentElement.querySelector(".empty");
  list.setAttribute("aria-label", data.labels.list);
  setText(empty, data.labels.empty);
  empty.hidden = data.items.length > 0;
  const shown = JSON.stringify(data);
  if (list.dataset.shown !== shown) {
    list.dataset.shown = shown;
    list.replaceChildren(...data.items.map((item) => row(item)));
  }
  list.onclick = (event) => {
    const button = event.target.closest("button");
    if (button) setTriggerValue("chosen", button.dataset.id);
  };
}

function row(item) {
  const line = make("li", "case");
  const name = make("div", "name");
  name.append(make("div", "title", item.title), make("div", "sub", item.sub));
  const level = make("div", "level");
  const dots = make("span", "dots", item.level ? "●".repeat(item.level) + "○".repeat(5 - item.level) : "");
  dots.setAttribute("aria-hidden", "true");
  level.append(dots, make("span", "sr", item.level_label));
  const result = make("div", `result ${item.result_kind}`, item.result);
  if (item.count) result.append(make("span", "count", item.count));
  const button = make("button", "", item.button);
  button.type = "button";
  button.dataset.id = item.id;
  button.setAttribute("aria-label", `${item.button}: ${item.title}`);
  line.append(make("div", "channel", item.channel), name, level, result, button);
  return line;
}
